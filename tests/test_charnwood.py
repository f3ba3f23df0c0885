"""What Charnwood 2023/24 says of its changes: the counts, and whether chance alone explains them.

Worked values for the published counts: robbery 57 to 40 has p = 0.104, residential burglary 358 to
372 p = 0.63, theft of vehicles 243 to 249 p = 0.82; shoplifting 515 to 736 p = 4.5e-10.
"""

from pathlib import Path

import pytest

from report.assessment import Assessment, load
from report.document.binding import plain_text
from report.words import cell

USUAL = "within normal variation"


@pytest.fixture(scope="module")
def charnwood(editions: Path) -> Path:
    """Give the folder of the build."""
    return editions / "charnwood" / "2023-24"


@pytest.fixture(scope="module")
def made(charnwood: Path) -> Assessment:
    """Load the assessment."""
    return load(charnwood / "assessment.json")


@pytest.mark.parametrize(
    ("category", "before", "now", "words"),
    [
        ("robbery", "57", "40", USUAL),
        ("burglary-residential", "358", "372", USUAL),
        ("theft-of-vehicles", "243", "249", USUAL),
        ("violence-with-injury", "1,185", "1,133", USUAL),
        ("shoplifting", "515", "736", "a clear rise"),
        ("all-crime", "10,195", "9,568", "a clear fall"),
    ],
)
def test_the_table_says_it_beside_the_counts(
    made: Assessment, category: str, before: str, now: str, words: str
) -> None:
    """Both counts stand, and whether they are clearly apart."""
    table = made.exhibits()["table.overview.overview"]
    (row,) = (row for row in table.rows if row.key == category)
    shown = {c.key: cell(item, c) for c, item in zip(table.columns, row.cells, strict=True)}

    assert (shown["previous"], shown["count"], shown["variation"]) == (before, now, words)


@pytest.mark.parametrize("page", ["report.html", "public/summary.html"])
def test_key_findings_and_summary_say_it_of_robbery(charnwood: Path, page: str) -> None:
    """The fall is told with its counts, and that it is normal variation."""
    text = (charnwood / page).read_text(encoding="utf-8")

    assert f"Robbery fell by 29.8%, from 57 to 40 ({USUAL})" in plain_text(text)
    assert f"from 57: {USUAL}" in plain_text(text)


@pytest.mark.parametrize("page", ["report.html", "public/summary.html"])
def test_the_recommendation_that_rests_on_two_such_changes_is_flagged(
    made: Assessment, charnwood: Path, page: str
) -> None:
    """Recommendation 3 rests on residential burglary and theft of vehicles alone."""
    (flagged,) = (each for each in made.recommendations if each.usual)
    text = plain_text((charnwood / page).read_text(encoding="utf-8"))

    assert flagged.number == 3
    assert flagged.usual == ("count.burglary-residential", "count.theft-of-vehicles")
    assert f"Caution: both changes in its evidence are {USUAL}." in text
