"""The page at a glance: one sheet, its tiles and lists, and the order in which it is read."""

import re
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from report import looks
from report.assessment import (
    Assessment,
    Brand,
    Finding,
    NamedList,
    Point,
    Priority,
    Recommendation,
    load,
)
from report.charts import CHARTS, size
from report.charts.look import read as look_of
from report.charts.svg import svg
from report.disclosure import public
from report.document import html, pdf, tagged
from report.document.glance import glance, tiles
from report.document.manuscript import summary_manuscript
from report.periods import Period
from report.typefaces import TYPEFACES
from tests.conftest import Built
from tests.editions import EDITION, EDITIONS
from tests.made_up import ROOT, altered, project
from tests.pages import TEMPLATES, assessed, manuscript, page, read
from tests.small import PERIOD, assessment, finding, section

TITLE = "At a glance"
QUARTER = Period(date(2023, 4, 1), date(2023, 6, 30), "quarter")
FRONT = section("front", "[cover]\n\n[at a glance]\n\n[contents]", title="", numbered=False)

count = partial(finding, previous=100, change=20, change_pct=20.0, period=PERIOD)


def position(category: str, value: int = 2) -> Finding:
    """Make a position that was one place lower before."""
    return finding(
        f"position.{category}",
        category.title(),
        value,
        category=category,
        unit="position",
        of=15,
        previous=value + 1,
        change=1,
    )


def made(*findings: Finding, headlines: tuple[str, ...], **more: Any) -> Assessment:
    """Make an assessment of an overview with these findings."""
    overview = section("overview", kind="overview", audience="public", findings=findings)
    return assessment(FRONT, overview, headlines=headlines, **more)


def recommendations(number: int, text: str = "Do it.") -> tuple[Recommendation, ...]:
    """Make so many recommendations."""
    return tuple(Recommendation(id=f"r{n}", number=n, text=text) for n in range(1, number + 1))


def printed(one: Assessment, folder: Path) -> list[str]:
    """Print a report as the program does, and give the text of each page."""
    cut = manuscript(one)
    look = look_of(ROOT / "templates" / "style" / "tokens.css", one.brand)
    drawings = {}
    for e in (e for e in cut.placed() if e.kind != "table"):
        draw, describe = CHARTS[e.kind]
        (folder / f"{e.id}.svg").write_bytes(svg(draw(e, look)))
        drawings[e.id] = html.Drawing(f"{e.id}.svg", describe(e), *size(e))
    pdf.carry_fonts(look.typeface, folder)
    file = folder / "report.pdf"
    file.write_bytes(
        pdf.print_pdf(html.report(cut, drawings, looks.style(ROOT, one.brand)), folder, 0)
    )
    return [p.extract_text() for p in PdfReader(file).pages]


def sheet(file: Path) -> list[tuple[str, str]]:
    """Give the tagged text of the page at a glance, in reading order."""
    found = tagged.outline(file.read_bytes())
    first = next(n for n, (_, words) in enumerate(found) if words == TITLE)
    last = next(n for n, (_, words) in enumerate(found) if words == "Document details")
    return found[first:last]


def test_each_committed_edition_has_it_on_the_second_page_alone(
    editions: Path, built: Built
) -> None:
    """The cover is before it, the details behind it; the last recommendation told is on it."""
    for folder in (*(editions / name for name in EDITIONS), built.folder):
        pages = PdfReader(folder / "report.pdf").pages
        texts = [p.extract_text().replace("-\n", "-") for p in pages]
        assert TITLE in texts[1], folder
        assert "Document details" in texts[2], folder
        last = sheet(folder / "report.pdf")[-1][1].split()[-1]
        assert last in texts[1], folder


def test_the_committed_editions_tell_what_they_recommend(editions: Path) -> None:
    """All but Charnwood's, whose nine fill more than the sheet holds: seven stand on it."""
    every = {name: glance(load(editions / name / "assessment.json")) for name in EDITIONS}
    left = {name: (found.untold, found.more) for name, found in every.items()}

    assert left.pop("charnwood/2023-24") == (2, 0)
    assert set(left.values()) == {(0, 0)}


def test_it_is_read_tile_by_tile(built: Built) -> None:
    """Measure, value, change, position, trend; then the lists; a screen reader meets no gap."""
    assert sheet(built.folder / "report.pdf") == [
        ("H2", "At a glance"),
        ("P", "1 April to 5 December 2023, compared with 1 April to 5 December 2022"),
        ("P", "All Crime"),
        ("P", "920 offences"),
        ("P", "↓ fell by 8.0%"),
        ("P", "from 1,000: within normal variation"),
        ("P", "Position: 2nd of 3, ↔ no change"),
        ("P", "Robbery, position"),
        ("P", "1st of 3"),
        ("P", "↑ up 2"),
        (
            "P",
            "Position: in the most similar group on 31 October 2023, where 1st has the lowest "
            "rate. Its arrow shows movement in that order.",
        ),
        ("H3", "What fell"),
        ("LBody", "Within normal variation:"),
        ("LBody", "Robbery fell from 20 to 12"),
        ("H3", "What rose"),
        ("LBody", "Within normal variation:"),
        ("LBody", "Shoplifting rose by 30.0%"),
        ("H3", "Priorities"),
        ("LBody", "Retail crime"),
        ("H3", "Recommendations"),
        ("LBody", "1 Write a plan for shops."),
        ("LBody", "2 Keep the strategic group."),
    ]


def test_a_position_stands_in_the_tile_of_its_count() -> None:
    """Two headlines of one category make one tile; a position alone makes its own."""
    robbery, arson = position("robbery"), position("arson")
    found = tiles(
        made(
            *(count("count.robbery", "Robbery", 120, category="robbery"), robbery, arson),
            headlines=("position.robbery", "count.robbery", "position.arson"),
        )
    )

    assert [(t.finding.id, t.position.id if t.position else "") for t in found] == [
        ("count.robbery", "position.robbery"),
        ("position.arson", ""),
    ]


def test_a_count_of_an_area_has_no_position() -> None:
    """The group's order is of whole districts."""
    beat = count("count.robbery.tipton", "Robbery in Tipton", category="robbery", area="Tipton")
    (tile,) = tiles(made(beat, position("robbery"), headlines=(beat.id,)))

    assert tile.position is None


@pytest.mark.parametrize(
    ("polarity", "verdict"),
    [("lower is better", "worse"), ("higher is better", "better"), ("ambiguous", "")],
)
def test_better_and_worse_follow_the_polarity(polarity: str, verdict: str) -> None:
    """More is worse, better, or says nothing: then the tile has an arrow, a word and no colour."""
    (tile,) = tiles(made(count("count.a", "A", 120, polarity=polarity), headlines=("count.a",)))

    assert tile.verdict == verdict


@pytest.mark.parametrize(
    ("period", "then", "said"),
    [
        (PERIOD, PERIOD.earlier(), ""),
        (
            PERIOD,
            PERIOD.earlier(4),
            "1 April to 5 December 2023, compared with 1 April to 5 December 2019",
        ),
        (QUARTER, QUARTER.earlier(), "2023/24 Q1"),
        (QUARTER, QUARTER.earlier(2), "2023/24 Q1, compared with 2021/22 Q1"),
    ],
)
def test_a_tile_of_other_dates_than_the_page_names_them(
    period: Period, then: Period, said: str
) -> None:
    """The page says once what it compares; what is taken from other times says so itself."""
    one = count("count.robbery", "Robbery", 120, period=period, previous_period=then)
    text = read(page(made(one, headlines=("count.robbery",))), "front")

    dates = " ".join(re.findall(r"120 offences .*? from 100 ?(.*?) ?Better", text))
    assert dates == said


def test_what_fell_and_rose_is_of_the_dates_that_the_page_names() -> None:
    """An overview with a comparison of its own does not speak for the page."""
    moved = (NamedList(name="challenges", form="change", findings=("count.robbery",)),)
    for then, lists in ((PERIOD.earlier(), 1), (PERIOD.earlier(4), 0)):
        one = count("count.robbery", "Robbery", 120, previous_period=then)
        overview = section("overview", kind="overview", findings=(one,), lists=moved)
        assert len(glance(assessment(FRONT, overview)).moved) == lists


def test_a_small_base_has_no_verdict() -> None:
    """A move of a few cases is no news, good or bad."""
    few = count("count.a", "A", 12, previous=10, change=2, change_pct=None, small_base=True)
    (tile,) = tiles(made(few, headlines=("count.a",)))

    assert tile.verdict == ""


def test_an_ambiguous_change_is_not_coloured() -> None:
    """Its paragraph has no class of a colour, and keeps arrow and word."""
    one = made(count("count.a", "A", 120, polarity="ambiguous"), headlines=("count.a",))
    text = page(one)

    assert (
        '<p class="tile-change"><span class="bound" data-finding="count.a">↑ rose by 20.0%' in text
    )
    assert "tile-verdict" not in text


def test_a_trend_line_is_drawn_from_the_series_alone() -> None:
    """First and last value stand in its text; without a series there is no line."""
    series = tuple(Point(label=f"20{n}/{n + 1}", value=n) for n in (20, 21, 22))
    with_years = count("count.a", "A", 22, series=series)
    found = tiles(made(with_years, count("count.b", "B"), headlines=("count.a", "count.b")))

    assert found[0].trend
    assert CHARTS["spark"][1](found[0].trend) == (
        "Small line chart of A, 2020/21 to 2022/23 (offences): 1 line. "
        "First: 20 in 2020/21; last: 22 in 2022/23."
    )
    assert found[1].trend is None


def test_the_first_six_headlines_make_tiles() -> None:
    """The others are left to [headlines], and to a list in the public summary."""
    every = [count(f"count.c{n}", f"C{n}", audience="public") for n in range(12)]
    found = glance(made(*every, headlines=tuple(f.id for f in every)))

    assert [t.finding.label for t in found.tiles] == ["C0", "C1", "C2", "C3", "C4", "C5"]
    assert [f.label for f in found.others] == ["C6", "C7", "C8", "C9", "C10", "C11"]


def test_recommendations_without_room_are_counted() -> None:
    """Fifteen of three lines each: the first ones are told whole, and how many more there are."""
    text = " ".join(["Every partner should do what it has promised"] * 6) + ". And more."
    one = made(headlines=(), recommendations=recommendations(15, text))
    found = glance(one)

    assert 5 < len(found.told) < 15
    assert {told for _, told in found.told} == {text.removesuffix(" And more.")}
    assert found.untold == 15 - len(found.told)
    more = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")[
        found.untold - 1
    ]
    assert f"{more.capitalize()} more recommendations stand with the others" in read(
        page(one), "front"
    )


@pytest.mark.parametrize("typeface", TYPEFACES)
def test_the_fullest_page_is_one_page(typeface: str, tmp_path: Path) -> None:
    """Twelve headlines with long names, years and positions, twenty measures that moved, ..."""
    series = tuple(Point(label=f"Year to September {n}", value=n * 9) for n in range(2007, 2013))
    name = "Violence Against the Person with Injury"
    every = [
        count(
            f"count.c{n}",
            f"{name} {n}",
            12345,
            category=f"c{n}",
            series=series,
            previous=23456,
            change=-11111,
            change_pct=-47.4,
        )
        for n in range(20)
    ]
    moved = tuple(f.id for f in every)
    overview = section(
        "overview",
        kind="overview",
        findings=(*every, *(position(f"c{n}", 12) for n in range(20))),
        lists=tuple(
            NamedList(name=each, form="change", findings=moved)
            for each in ("reductions", "challenges")
        ),
    )
    text = (
        "Widen the partnership's work with young people and with the places where they meet. More."
    )
    one = assessment(
        *(FRONT, overview, section("end", "The end.")),
        headlines=moved[:12],
        priorities=tuple(
            Priority(id=f"p{n}", title="Youth anti-social behaviour and youth crime in towns")
            for n in range(12)
        ),
        recommendations=recommendations(15, text),
        brand=Brand(typeface=typeface),
    )
    texts = printed(one, tmp_path)
    first = next(n for n, t in enumerate(texts) if TITLE in t)

    assert "with the others in the report" in " ".join(texts[first].split())
    assert "Contents" in texts[first + 1]


@pytest.mark.parametrize("typeface", TYPEFACES)
def test_a_page_full_of_recommendations_is_one_page(typeface: str, tmp_path: Path) -> None:
    """Fifteen of two lines each and no tile."""
    text = (
        "Work with the owners of shops, car parks and bus stations in every town, and with those "
        "who live above them or wait there, until fewer are stolen from. More."
    )
    one = assessment(
        *(FRONT, section("end", "The end.")),
        recommendations=recommendations(25, text),
        brand=Brand(typeface=typeface),
    )
    texts = printed(one, tmp_path)

    assert TITLE in texts[1]
    assert "Contents" in texts[2]


def test_an_edition_without_an_earlier_period_says_nothing_of_falls(tmp_path: Path) -> None:
    """Nothing fell and nothing rose would be a claim that no figure carries."""
    config = project(tmp_path)
    path = tmp_path / "data/middlemarch/2023-24/counts.csv"
    lines = [line for line in path.read_text().splitlines() if ",2022-04-01," not in line]
    path.write_text("\n".join(lines) + "\n")
    altered(tmp_path, EDITION, "history: 1", "history: 0")
    altered(
        tmp_path,
        EDITION,
        '      - {text: "All crime [All Crime change].", audience: public}\n',
        "      - All crime\n",
    )
    altered(tmp_path, EDITION, "headlines: [All Crime change,", "headlines: [All Crime count,")
    altered(tmp_path, EDITION, "Shoplifting [Shoplifting short change].", "Shops.")
    altered(
        tmp_path, "config/middlemarch/2023-24/analysis.md", ", which [All Crime short change]", ""
    )
    altered(
        tmp_path,
        "data/middlemarch/2023-24/recommendations.csv",
        "Shoplifting change",
        "Shoplifting count",
    )
    text = read(page(assessed(config)), "front")

    assert "What fell" not in text
    assert "compared with" not in text


def test_an_edition_with_nothing_to_show_has_no_such_page() -> None:
    """No headline, list, priority or recommendation: no title over an empty sheet."""
    assert TITLE not in page(assessment(FRONT, section("end", "The end.")))


def test_an_author_may_place_it(tmp_path: Path) -> None:
    """A chapter of the author's own holds it where its bracket stands."""
    config = project(tmp_path)
    altered(tmp_path, "config/middlemarch/2023-24/analysis.md", "[part: who]", "[at a glance]")
    altered(tmp_path, EDITION, "  - {kind: front, id: front}\n", "")

    assert TITLE in read(page(assessed(config)), "analysis")


def test_the_summary_has_tiles_of_public_findings_alone() -> None:
    """A position that stays inside is in no tile, and neither is the series of another section."""
    series = tuple(Point(label=f"20{n}/{n + 1}", value=n) for n in (20, 21, 22))
    inner = count("count.a", "A", 22, category="a", series=series)
    outer = count("count.a", "A", 22, category="a", audience="public")
    whole = assessment(
        section("inside", kind="overview", findings=(inner, position("a"))),
        section("outside", kind="overview", audience="public", findings=(outer,)),
        headlines=("count.a",),
    )
    (tile,), (cut,) = tiles(whole), tiles(public(whole))

    assert tile.position
    assert tile.trend
    assert (cut.position, cut.trend) == (None, None)


def test_the_summary_opens_with_tiles_and_lists_the_other_headlines() -> None:
    """Six tiles; the seventh headline follows in words."""
    every = [count(f"count.c{n}", f"C{n}", 120, audience="public") for n in range(7)]
    whole = made(*every, headlines=tuple(f.id for f in every))
    cut = summary_manuscript(public(whole), TEMPLATES)
    text = html.summary(cut, {}, "")

    assert text.count('<li class="tile">') == 6
    assert "C6 rose by 20.0%, from 100 to 120" in text
