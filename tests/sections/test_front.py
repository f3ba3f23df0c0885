"""Section kind "front": cover, document details and contents."""

import re
from pathlib import Path

from tests.editions import EDITION, PARTNERSHIP, sections_of
from tests.made_up import altered, project
from tests.pages import assessed, chapter, page, read


def test_the_cover_says_who_what_and_when(tmp_path: Path) -> None:
    """Partnership, title, period, status and date of publication."""
    text = read(page(assessed(project(tmp_path))), "front")

    assert text.startswith(
        "Middlemarch Community Safety Partnership Middlemarch strategic assessment "
        "1 April to 5 December 2023 Final, version 1.0. Published 31 January 2024."
    )


def test_an_assumed_date_is_marked(tmp_path: Path) -> None:
    """A date that the document does not give is not passed off as one that it does."""
    config = project(tmp_path)
    assumed = "published: {date: 2024-01-31, assumed: true}"
    altered(tmp_path, EDITION, "published: 2024-01-31", assumed)
    text = read(page(assessed(config)), "front")

    assert "Published 31 January 2024 (date assumed)." in text
    assert "Publication date 31 January 2024 (assumed)" in text


def test_details_leave_out_what_is_not_known(tmp_path: Path) -> None:
    """Nobody is named as producer where nobody is; the author's own rows follow."""
    config = project(tmp_path)
    altered(
        tmp_path,
        EDITION,
        "description: A made-up",
        "details: {Circulation: All}, description: A made-up",
    )
    rows = sections_of(config)["front"].exhibits[0].rows

    assert [[c.value for c in row.cells] for row in rows] == [
        ["Title", "Middlemarch strategic assessment"],
        ["Description", "A made-up assessment."],
        ["Geographical coverage", "Middlemarch"],
        ["Time period", "1 April to 5 December 2023"],
        ["Status", "Final"],
        ["Version", "1.0"],
        ["Publication date", "31 January 2024"],
        ["Circulation", "All"],
    ]


def test_contents_lead_to_every_chapter_table_and_figure(tmp_path: Path) -> None:
    """Chapters with their numbers, an appendix without; lists of tables and of figures."""
    html = chapter(page(assessed(project(tmp_path))), "front").partition('id="contents"')[2]
    entries = re.findall(r'<li><a href="#[^"]+">(.*?)</a>', html, re.DOTALL)
    words = [" ".join(re.sub("<[^>]+>", " ", entry).split()) for entry in entries]

    assert words[:3] == ["1 Overview", "2 Analysis", "2.1 Shops"]
    assert "Appendix A: Beats" in words
    assert "Table 1 Change by category" in words
    assert "Figure 1 Change by category" in words


def test_an_empty_list_is_not_printed(tmp_path: Path) -> None:
    """An edition without charts has no list of figures, and keeps its list of tables."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, "    chart: true\n", "")
    altered(
        tmp_path,
        EDITION,
        "category: all-crime, areas: beat}",
        "category: all-crime, areas: beat, chart: false}",
    )
    altered(tmp_path, EDITION, "        trend: true\n", "")
    altered(
        tmp_path, PARTNERSHIP, "structure:\n  - Strategic Group:\n      - Joint Action Group\n", ""
    )
    altered(tmp_path, "config/middlemarch/2023-24/analysis.md", "[chart: All Crime by beat]", "")
    html = page(assessed(config))

    assert 'id="contents-table"' in html
    assert 'id="contents-figure"' not in html
