"""Counts carried from the codes of one vintage to another."""

import csv
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.measures.bridging import (
    Pair,
    Unit,
    alone,
    by_population,
    moved,
    to_parents,
    units,
)

LOOKUP = Path(__file__).parents[3] / "shared" / "real" / "lookups" / "lsoa11_to_lsoa21_exact.csv"

# One of each kind, as the ONS writes them: A stays, B is split in three, C and D are merged, and
# part of E went to what was F.
PAIRS: list[Pair] = [
    ("A", "A", "U"),
    *(("B", "B1", "S"), ("B", "B2", "S"), ("B", "B3", "S")),
    *(("C", "CD", "M"), ("D", "CD", "M")),
    *(("E", "E1", "X"), ("E", "F1", "X"), ("F", "F1", "X")),
]
OLD = {"A": (1, 2), "B": (5, 5), "C": (3, 0), "D": (0, 4), "E": (2, 1), "F": (7, 0)}
NEW = {
    "A": (1, 2),
    "B1": (2, 1),
    "B2": (3, 3),
    "B3": (0, 1),
    "CD": (3, 4),
    "E1": (1, 1),
    "F1": (8, 0),
}
RESIDENTS = {"B1": 2000, "B2": 1500, "B3": 500, "C": 1200, "D": 800}


def test_a_lookup_falls_into_units() -> None:
    """By hand: each kind of change is one, named by the one code that is all of it."""
    found = units(PAIRS)

    assert [(unit.code, unit.change) for unit in found] == [
        ("A", "U"),
        ("B", "S"),
        ("CD", "M"),
        ("E1+F1", "X"),
    ]
    assert found[3] == Unit(("E", "F"), ("E1", "F1"), "X")
    assert found[1].all == ("B", "B1", "B2", "B3")


def test_changes_that_touch_each_other_are_one_irregular_unit() -> None:
    """A split and a merger that share a code cannot be told apart on the ground."""
    (found,) = units([("A", "AB", "M"), ("B", "AB", "M"), ("B", "C", "S")])

    assert found == Unit(("A", "B"), ("AB", "C"), "X")


def test_counts_of_either_vintage_come_to_common_parents() -> None:
    """By hand: B's three parts are B again, C and D are CD, E and F with their parts are one."""
    shares = to_parents(units(PAIRS))
    parents = {"A": (1, 2), "B": (5, 5), "CD": (3, 4), "E1+F1": (9, 1)}

    assert moved(OLD, shares) == parents
    assert moved(NEW, shares) == parents
    assert moved({"A": (1, 2), "B": (5, 0), "B2": (0, 5)}, shares) == {"A": (1, 2), "B": (5, 5)}


def test_a_split_area_is_shared_out_by_residents() -> None:
    """By hand: each case goes to the largest of residents / (2 x cases held + 1).

    2,000, 1,500 and 500 residents: B1 (2,000), B2 (1,500), B1 (667), B2 (500, before B3's 500), B3
    (500); then B1 (400), B2 (300), B1 (286), B1 (222), B2 (214).
    """
    shares = by_population(units(PAIRS), "new", RESIDENTS)

    assert moved({"B": (5, 5)}, shares) == {"B1": (2, 3), "B2": (2, 2), "B3": (1, 0)}
    assert moved(OLD, shares)["CD"] == (3, 4)
    assert moved(OLD, shares)["E1+F1"] == (9, 1)
    assert moved(NEW, shares) == {k: v for k, v in NEW.items() if k not in ("E1", "F1")} | {
        "E1+F1": (9, 1)
    }


def test_the_way_back_adds_what_was_split_and_shares_out_what_was_merged() -> None:
    """By hand, with 1,200 residents in C and 800 in D.

    The seven cases of CD go to C (1,200), D (800), C (400); D (267), C (240), C (171), D (160).
    """
    shares = by_population(units(PAIRS), "old", RESIDENTS)

    assert moved(NEW, shares) == {
        "A": (1, 2),
        "B": (5, 5),
        "C": (2, 2),
        "D": (1, 2),
        "E1+F1": (9, 1),
    }
    assert moved({"B": (5, 5), "C": (3, 0)}, shares) == {"B": (5, 5), "C": (3, 0)}


def test_where_nobody_lives_the_parts_are_equal() -> None:
    """And a part without residents gets nothing from one that has some."""
    empty = by_population(units(PAIRS), "new", dict.fromkeys(RESIDENTS, 0))
    one = by_population(units(PAIRS), "new", RESIDENTS | {"B2": 0, "B3": 0})

    assert moved({"B": (3,)}, empty) == {"B1": (1,), "B2": (1,), "B3": (1,)}
    assert moved({"B": (3,)}, one) == {"B1": (3,)}


def test_a_part_without_a_population_cannot_be_shared_out() -> None:
    """The caller has to ask for it."""
    with pytest.raises(KeyError, match="B2"):
        by_population(units(PAIRS), "new", {"B1": 2000})


def test_only_changed_codes_tell_the_vintage() -> None:
    """A is the same in both."""
    found = units(PAIRS)

    assert alone(found, "old") == {"B", "C", "D", "E", "F"}
    assert alone(found, "new") == {"B1", "B2", "B3", "CD", "E1", "F1"}


NAMES = ("A", "B", "C", "D", "E", "F")
lookups = st.lists(
    st.tuples(
        st.sampled_from(NAMES), st.sampled_from([f"{n}2" for n in NAMES]), st.sampled_from("SMX")
    ),
    max_size=12,
)
series = st.tuples(*[st.integers(0, 40)] * 3)
tables = st.dictionaries(st.sampled_from([*NAMES, *(f"{n}2" for n in NAMES)]), series)
people = st.fixed_dictionaries({code: st.integers(0, 3000) for n in NAMES for code in (n, f"{n}2")})


@given(lookups, tables, people, st.sampled_from(["parents", "old", "new"]), st.randoms())
def test_totals_are_conserved_in_any_order_and_only_once(
    pairs: list[Pair],
    counts: dict[str, tuple[int, ...]],
    population: dict[str, int],
    how: str,
    random: object,
) -> None:
    """Each interval keeps its total; the order of rows is nothing; twice is the same as once."""
    found = units(pairs)
    shares = to_parents(found) if how == "parents" else by_population(found, how, population)  # type: ignore[arg-type]
    made = moved(counts, shares)

    assert [sum(n) for n in zip(*made.values(), strict=True)] == [
        sum(n) for n in zip(*counts.values(), strict=True)
    ]
    shuffled = random.sample(pairs, len(pairs))  # type: ignore[attr-defined]
    assert units(shuffled) == found
    assert moved(dict(reversed(counts.items())), shares) == made
    assert moved(made, shares) == made


@given(st.lists(st.integers(0, 30), min_size=1), st.integers(1, 5000), st.integers(1, 5000))
def test_parts_stay_within_one_case_of_their_share(
    numbers: list[int], left: int, right: int
) -> None:
    """Of two parts, in every span from the first interval on."""
    shares = {"A": {"A1": left, "A2": right}}
    made = moved({"A": tuple(numbers)}, shares)

    for end in range(len(numbers)):
        exact = sum(numbers[: end + 1]) * left / (left + right)
        assert abs(sum(made.get("A1", (0,) * len(numbers))[: end + 1]) - exact) < 1


@pytest.mark.skipif(not LOOKUP.is_file(), reason="the folder of real data is not there")
def test_the_lookup_of_the_ons_falls_into_units() -> None:
    """Rows by CHGIND are 33,647 U, 1,900 S, 239 M and 10 X (counted with Python's csv and Counter).

    Each U is a unit, each S one for its 2011 code, each M one for its 2021 code; the 10 X are
    three units, traced by hand: Gateshead with Northumberland, East Hertfordshire with Stevenage,
    and St Albans with Welwyn Hatfield.
    """
    with LOOKUP.open(encoding="utf-8-sig", newline="") as file:
        rows = [(r["LSOA11CD"], r["LSOA21CD"], r["CHGIND"]) for r in csv.DictReader(file)]
    found = units(rows)

    kinds = Counter(unit.change for unit in found)
    split = {old for old, _, change in rows if change == "S"}
    merged = {new for _, new, change in rows if change == "M"}
    assert kinds == {"U": 33_647, "S": len(split), "M": len(merged), "X": 3}
    assert {len(unit.old) for unit in found if unit.change == "S"} == {1}
    assert sum(len(unit.old) for unit in found) == 34_753
    assert sum(len(unit.new) for unit in found) == 35_672
    assert to_parents(found).keys() == {code for row in rows for code in row[:2]}
