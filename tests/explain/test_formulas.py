"""Sums with a number's own figures put in come to the number, or are not given."""

from hypothesis import given
from hypothesis import strategies as st

from report.assessment import Cell, Column, Row
from report.explain.explained import Explainer
from report.explain.formulas import SUMS, sums, sums_of_cell
from tests.small import assessment, finding, section, table

COUNTS = st.integers(0, 100_000)


def kinds(*found: object) -> list[str]:
    return [one.kind for one in found]  # type: ignore[attr-defined]


def test_a_change_is_a_difference_and_a_percentage() -> None:
    """Robbery from 57 to 40: 40 − 57 = −17, and −17 ÷ 57 × 100 = −29.82… by hand."""
    robbery = finding(
        *("count.robbery", "Robbery", 40), previous=57, change=-17, change_pct=-29.82456140350877
    )

    difference, change = sums(robbery, {})

    assert difference == ("difference", {"now": 40, "before": 57}, -17)
    assert change == ("change", {"now": 40, "before": 57}, -29.82456140350877)


@given(COUNTS, COUNTS.filter(bool))
def test_a_percentage_is_given_whatever_the_counts(now: int, before: int) -> None:
    """A change worked out as 100 × difference ÷ earlier count is one by the sum that is shown."""
    percent = 100 * (now - before) / before
    f = finding("count.a", "A", now, previous=before, change=now - before, change_pct=percent)

    assert kinds(*sums(f, {})) == ["difference", "change"]


@given(COUNTS, COUNTS, st.floats(-100, 100))
def test_a_sum_that_does_not_come_to_its_number_is_not_given(
    now: int, before: int, percent: float
) -> None:
    """Each sum that is given comes to its result."""
    f = finding("count.a", "A", now, previous=before, change=7, change_pct=percent)

    for kind, numbers, result in sums(f, {}):
        assert abs(SUMS[kind](numbers) - result) <= 1e-9


def test_a_share_names_its_part() -> None:
    """30 of 130 are 23.07…%: the part is the count of the same category and area."""
    part = finding("count.shoplifting.beat-1", "Shoplifting in Lowick", 30)
    share = finding(
        *("share.shoplifting.beat-1", "Shoplifting in Lowick", 100 * 30 / 130), unit="%", of=130
    )

    assert sums(share, {part.id: part}) == (("share", {"part": 30, "whole": 130}, share.value),)
    assert sums(share, {}) == ()


def test_places_gained_are_towards_the_first() -> None:
    """From 3rd to 1st are two places gained."""
    moved = finding("position.robbery", "Robbery", 1, previous=3, change=2, unit="position", of=15)

    assert sums(moved, {}) == (("gained", {"now": 1, "before": 3}, 2),)


def test_a_gap_is_between_two_counts() -> None:
    """Beat 65 has 24 more than Beat 61: 324 − 300."""
    counts = {
        f"count.all-crime.{beat}": finding(f"count.all-crime.{beat}", beat, number)
        for beat, number in (("beat-65", 324), ("beat-61", 300))
    }
    gap = finding("gap.all-crime.beat-65.beat-61", "All Crime gap", 24)

    assert sums(gap, counts) == (("difference", {"now": 324, "before": 300}, 24),)


def test_a_cell_is_made_of_others_of_its_row() -> None:
    """From 300 to 330 is +10%; a number that follows from none of them has no sum."""
    columns = (
        Column(key="area", label="Beat"),
        Column(key="y0", label="2022/23", unit="offences"),
        Column(key="y1", label="2023/24", unit="offences"),
        Column(key="change", label="Change", unit="change %"),
    )
    right, wrong = (
        Row(key=key, cells=tuple(Cell(value=v) for v in ("Lowick", 300, 330, percent)))
        for key, percent in (("a", 10), ("b", 11))
    )
    exhibit = table("table.beats.beats", "beats", columns=columns, rows=(right, wrong))

    assert sums_of_cell(exhibit, right, 3) == (("change", {"now": 330, "before": 300}, 10),)
    assert sums_of_cell(exhibit, wrong, 3) == ()


def test_a_cell_is_a_share_of_the_total_or_of_the_row() -> None:
    """75 of 300 are 25%, whether the 300 stand in the row of the total or beside the 75."""
    columns = (
        Column(key="row", label="Who"),
        Column(key="n", label="n", unit="offenders"),
        Column(key="share", label="%", unit="%"),
    )
    part, total = (
        Row(key="women", cells=(Cell(value="women"), Cell(value=75), Cell(value=25))),
        Row(key="all", role="total", cells=(Cell(value="all"), Cell(value=300), Cell(value=100))),
    )
    exhibit = table("table.who.who", "who", columns=columns, rows=(part, total))
    beside = table(
        *("table.who.who", "who"),
        columns=(*columns, Column(key="all", label="All", unit="offenders")),
        rows=(Row(key="women", cells=(*part.cells, Cell(value=300))),),
    )

    of = ("share", {"part": 75, "whole": 300}, 25)
    assert sums_of_cell(exhibit, part, 2) == (of,)
    assert sums_of_cell(beside, beside.rows[0], 2) == (of,)


def test_a_number_that_no_sum_makes_has_the_formula_of_its_method() -> None:
    """The first sentence behind "Formula:" in the method's paragraph; a count has its rows."""
    text = "Harm. Words. Formula: harm = weight × count. More. Source: A book. Assumes: much."
    harm = finding("harm.robbery", "Robbery", 7, unit="harm", method="harm")
    count = finding("count.robbery", "Robbery", 7, category="robbery", method="count")
    made = assessment(section("harm", findings=(harm, count)))
    explainer = Explainer(made, {}, {"harm": text, "count": text})

    assert explainer.finding(harm).formula == "harm = weight × count"
    assert explainer.finding(count).formula == ""
