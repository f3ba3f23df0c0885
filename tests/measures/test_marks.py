"""Shares that differ by more than chance."""

import csv
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.measures.marks import Part, against_counts, against_share
from tests.made_up import ROOT

PUBLISHED = ROOT / "data" / "north-west-leicestershire" / "2011-12"

# Adults on the county's probation caseload, of whom so many reoffended (North West Leicestershire
# 2012, "Reoffending rates"). The district's are among them.
COUNTY = Part(115, 1675)


@st.composite
def parts(draw: st.DrawFn) -> Part:
    whole = draw(st.integers(1, 400))
    return Part(draw(st.integers(0, whole)), whole)


def mirrored(part: Part) -> Part:
    return Part(part.whole - part.part, part.whole)


def published(name: str) -> list[tuple[str, Part, str]]:
    """Give row, so many out of so many, and the published mark."""
    with (PUBLISHED / name).open(encoding="utf-8") as file:
        return [
            (row["row"], Part(int(row["count"]), int(row["base"])), row["mark"])
            for row in csv.DictReader(file)
        ]


def test_the_exact_binomial_test_by_hand() -> None:
    """8 of 10 against 50 %: 2 (45 + 10 + 1) / 1024 = 10.9 %; 9 of 10: 2 (10 + 1) / 1024 = 2.1 %."""
    chances = [2 * sum(comb(10, k) for k in range(least, 11)) / 1024 for least in (8, 9)]

    assert chances == pytest.approx([0.109375, 0.021484375])
    assert [against_share(Part(n, 10), 50, 95) for n in (8, 9, 2, 1)] == [0, 1, 0, -1]
    assert against_share(Part(8, 10), 50, 89) == 1


def test_fishers_exact_test_by_hand() -> None:
    """4 and 0 of 4: 2 / C(8, 4) = 2.9 %; 3 and 1 of 4: 2 (16 + 1) / 70 = 48.6 %."""
    assert 2 / comb(8, 4) == pytest.approx(0.02857, abs=1e-5)
    assert against_counts(Part(4, 4), Part(0, 4), 95) == 1
    assert against_counts(Part(0, 4), Part(4, 4), 95) == -1
    assert against_counts(Part(4, 4), Part(0, 4), 98) == 0
    assert against_counts(Part(3, 4), Part(1, 4), 95) == 0


def test_nobody_differs_from_nobody() -> None:
    """Without people there is nothing to compare, on either side."""
    assert against_share(Part(0, 0), 20, 95) == 0
    assert against_counts(Part(0, 0), Part(5, 50), 95) == 0
    assert against_counts(Part(5, 50), Part(0, 0), 95) == 0


def test_a_small_cell_has_few_in_it_or_few_out_of_it() -> None:
    """Fewer than 5 either way, none of none too."""
    small = [Part(0, 0), Part(0, 34), Part(4, 20), Part(16, 20)]

    assert all(part.small(5) for part in small)
    assert not any(part.small(5) for part in (Part(5, 20), Part(15, 20)))


@given(own=parts(), other=parts(), level=st.floats(50, 99.9))
def test_a_share_and_the_rest_of_it_are_marked_the_other_way(
    own: Part, other: Part, level: float
) -> None:
    """Where women are significantly many, men are significantly few."""
    assert against_counts(mirrored(own), mirrored(other), level) == -against_counts(
        own, other, level
    )


@given(own=parts(), other=parts(), level=st.floats(50, 99.9))
def test_to_swap_both_sides_turns_the_mark_round(own: Part, other: Part, level: float) -> None:
    """The first is above the second where the second is below the first."""
    assert against_counts(other, own, level) == -against_counts(own, other, level)


@pytest.mark.parametrize("own", [Part(25, 179), Part(40, 179), Part(28, 179), Part(12, 20)])
def test_a_known_share_is_the_share_of_very_many(own: Part) -> None:
    """A percentage marks as ten million counted people with that percentage do.

    The binomial distribution is the limit of the one that Fisher's test adds up.
    """
    many = Part(2_100_000, 10_000_000)

    assert against_share(own, 21, 95) == against_counts(own, many, 95)


def test_published_marks_by_characteristic_are_those_of_the_exact_test() -> None:
    """Reoffending by gender, age and ethnicity: all nine agree with the district's document.

    They are set against the county's rate without the district, whose own by characteristic was
    not published. Only those aged 40 and over are marked, 4 of 20; a cell of 4 is too small to be
    marked here, which is the one difference.
    """
    found = {
        name: against_counts(own, own.rest(COUNTY), 95)
        for name, own, _ in published("reoffenders-profile.csv")
    }
    marked = {name for name, _, mark in published("reoffenders-profile.csv") if mark == "high"}

    assert marked == {"40 +"} == {name for name, way in found.items() if way == 1}
    assert -1 not in found.values()
    assert Part(4, 20).small(5)


def test_published_marks_by_type_of_area_differ_and_why() -> None:
    """None of the seven can be had from the published counts.

    - City Living, Multicultural, ▼: no offender of the district lives there, so 0 of 0.
    - Countryside, ▼: 0 of 34 happens in 9 of 100 samples at the county's rate of 6.9 %.
    - Blue Collar Communities, ▲: 8 of 73, and 8 or more happen in about 13 of 100.
    - Prospering Suburbs, ▼: 3 of 27 are 11 %, which is above the county's rate.
    - Constrained by Circumstances, Typical Traits, ▼: 1 of 18 and of 27, where 1.2 and 1.9 would be
      expected.
    """
    rows = {name: (own, mark) for name, own, mark in published("reoffenders-residence.csv")}
    marks = {name: mark for name, (_, mark) in rows.items() if mark}
    rate = COUNTY.part / COUNTY.whole

    assert len(marks) == 7
    assert [against_counts(rows[n][0], rows[n][0].rest(COUNTY), 95) for n in marks] == [0] * 7
    assert [rows[name][0] for name in ("City Living", "Multicultural")] == [Part(0, 0)] * 2
    assert (1 - rate) ** 34 == pytest.approx(0.089, abs=5e-4)
    assert rate < 3 / 27


def test_published_marks_of_a_share_and_of_its_rest_cannot_both_hold() -> None:
    """Rural is marked high and urban is not marked low, though each is what the other is not."""
    rows = {name: (own, mark) for name, own, mark in published("offenders-residence.csv")}
    (urban, said_of_urban), (rural, said_of_rural) = rows["urban"], rows["rural"]

    assert urban == mirrored(rural)
    assert (said_of_urban, said_of_rural) == ("", "high")


def test_no_district_differs_from_its_county() -> None:
    """The text says "inline with": 13 of 179 against 102 of the county's other 1,496."""
    rows = published("reoffending-rates.csv")

    assert rows[0][1] == COUNTY
    assert [against_counts(own, own.rest(COUNTY), 95) for _, own, _ in rows[1:]] == [0] * 7
