"""Section kind "methods": every source with its rows, and every method that was used."""

from pathlib import Path

from tests.editions import CHAPTER, COUNTS, EDITION
from tests.made_up import altered, project
from tests.pages import assessed, chapter, page, read


def test_every_source_is_listed_with_its_rows(tmp_path: Path) -> None:
    """The counts have 15 rows, all used, from 1 April 2022 on; recommendations are text."""
    html = page(assessed(project(tmp_path)))
    text = read(html, "methods")

    assert "Offences, 1 April 2022 to 5 December 2023 Exampleshire Police counted 15 15" in text
    assert "Positions Home Office given 6 6" in text
    assert "Recommendations of 2022/23 not stated text 2 2" in text
    assert "Visits to the drop-in not stated as supplied 1 1" in text
    assert chapter(html, "methods").count('<th scope="row">') >= 7


def test_only_methods_that_were_used_are_explained(tmp_path: Path) -> None:
    """The made-up edition labels by cut-offs; without labels the paragraph goes."""
    config = project(tmp_path)
    with_labels = read(page(assessed(config)), "methods")
    labels = "          labels: [{label: High, from_count: 60}, {label: Usual, from_count: 0}]\n"
    altered(tmp_path, EDITION, labels, "")
    without = read(page(assessed(config)), "methods")

    assert "Labels by declared counts (count_cutoffs)." in with_labels
    assert "Labels by declared counts (count_cutoffs)." not in without
    for method in ("Counts.", "Change.", "Positions.", "Ranks.", "Rates.", "Shares."):
        assert method in without


def test_intervals_are_explained_where_one_is_said(tmp_path: Path) -> None:
    """Shares have their intervals at hand; the method is that of those who read one."""
    config = project(tmp_path)
    without = read(page(assessed(config)), "methods")
    said = "Robbery is [Robbery share with interval] of it. [All Crime change]"
    altered(tmp_path, CHAPTER, "The CSP counted", f"{said}. The CSP counted")
    html = page(assessed(config))

    assert "Intervals." not in without
    assert "Intervals." in read(html, "methods")
    assert "Robbery is 1.3% (95% interval 0.7% to 2.3%) of it" in read(html, "analysis")


def test_the_small_base_is_the_one_that_was_used(tmp_path: Path) -> None:
    """The method's paragraph names the edition's own threshold."""
    config = project(tmp_path)
    assert "Where the earlier count is below 50" in read(page(assessed(config)), "methods")

    altered(tmp_path, EDITION, "history: 1\n", "history: 1\ncomparison: {small_base: 10}\n")
    assert "Where the earlier count is below 10" in read(page(assessed(config)), "methods")


def test_accepted_warnings_are_printed_with_their_reasons(tmp_path: Path) -> None:
    """353 + 400 + 200 is 953 in a whole of 920: what was accepted, and why."""
    config = project(tmp_path)
    lowick = "Lowick,2023-04-01,2023-12-05,"
    altered(tmp_path, COUNTS, f"{lowick}300", f"{lowick}353")
    reason = "accept: {excess.all-crime.beat: Some offences count in two beats.}\n"
    altered(tmp_path, EDITION, "status: final\n", f"status: final\n{reason}")

    text = read(page(assessed(config)), "methods")

    assert (
        "All Crime, 1 April to 5 December 2023: the beats add up to 953, the whole is 920. "
        "Some offences count in two beats." in text
    )


def test_quoted_figures_name_their_document(tmp_path: Path) -> None:
    """A figure published without its inputs is printed as published, with its source."""
    text = read(page(assessed(project(tmp_path))), "methods")

    assert "isits a day" in text
    assert "50 to 60" in text
    assert "The drop-in, November 2023" in text
