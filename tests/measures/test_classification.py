"""Grades against a wider area, labels by declared cut-offs, classes of as many areas each."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2

from report.measures.classification import (
    Grade,
    count_cutoffs,
    equal_counts,
    overdispersed_funnel,
    poisson_funnel,
    quantile,
    sd_band,
)

# From the lowest to the highest.
ORDER = ("low", "average", "above", "high", "very high")

Areas = list[tuple[int, int]]
AREAS = st.lists(
    st.tuples(st.integers(0, 300), st.sampled_from([500, 1000, 1500, 3000])),
    min_size=2,
    max_size=40,
)


def overdispersed(counts: Mapping[str, float], people: Mapping[str, float]) -> dict[str, Grade]:
    """Grade by the funnel at the cut-offs of the field guide."""
    return overdispersed_funnel(counts, people, (1.96, 3.09), trim=10, least=5)


def by_chance(counts: Mapping[str, float], people: Mapping[str, float]) -> dict[str, Grade]:
    """Grade by intervals of 95 % and 99.8 %."""
    return poisson_funnel(counts, people, (0.95, 0.998), least=5)


def rated(counts: Mapping[str, float], people: Mapping[str, float]) -> dict[str, Grade]:
    """Grade rates by one and two standard deviations."""
    rates = {area: counts[area] / people[area] for area in counts}
    return sd_band(rates.values(), (1, 2)).grades(rates)


def ranked(counts: Mapping[str, float], people: Mapping[str, float]) -> dict[str, Grade]:
    """Grade rates as the highest fifth and tenth."""
    rates = {area: counts[area] / people[area] for area in counts}
    return quantile(rates.values(), (80, 90)).grades(rates)


# The cut-offs that North West Leicestershire's Table 1 of 2012 implies: all crime by LSOA.
CUTOFFS = [("Above Average", 85), ("Significantly High", 161), ("Very Significantly High", 241)]

METHODS = (overdispersed, by_chance, rated, ranked)
Method = Callable[[Mapping[str, float], Mapping[str, float]], dict[str, Grade]]


def laid_out(areas: Areas) -> tuple[dict[str, float], dict[str, float]]:
    """Give counts and people of areas by name."""
    return tuple({str(at): float(a[n]) for at, a in enumerate(areas)} for n in (0, 1))  # type: ignore[return-value]


def test_four_areas_by_an_overdispersed_funnel() -> None:
    """Of each 100 are expected; scores by hand (test_funnel) are 1.16, -0.39, -0.39 and -1.16."""
    counts = {"A": 256, "B": 64, "C": 64, "D": 16}
    people = dict.fromkeys(counts, 2000)

    def graded(high: float, very_high: float) -> list[Grade]:
        found = overdispersed_funnel(counts, people, (high, very_high), trim=0, least=5)
        return list(found.values())

    assert graded(1.96, 3.09) == ["above", "average", "average", "average"]
    assert graded(1.16, 1.17) == ["high", "average", "average", "low"]
    assert graded(1, 1.16) == ["very high", "average", "average", "low"]


def test_a_funnel_as_wide_as_areas_differ_flags_fewer_than_chance_alone() -> None:
    """The same four areas: 256 is far beyond what chance moves 100 by, and 16 far below."""
    counts = {"A": 256, "B": 64, "C": 64, "D": 16}

    found = by_chance(counts, dict.fromkeys(counts, 2000))
    assert found == {"A": "very high", "B": "low", "C": "low", "D": "low"}


@pytest.mark.parametrize(
    ("count", "grade"),
    [
        # published limits (field guide 3.4, method-oracles.json): of 10 from 4.787 and 2.916 on,
        # of 25 from 16.174 and 12.304 on, up to 36.906; of 9 from 4.115; of 3 up to 8.767
        (10, {4.78: "high", 4.79: "above", 2.91: "very high", 2.92: "high"}),
        (25, {16.17: "high", 16.18: "above", 12.3: "very high", 36.91: "low", 36.9: "average"}),
        (100, {81.36: "high", 81.37: "above", 71.9: "very high", 121.63: "low"}),
        (9, {4.11: "high", 4.12: "above", 2.45: "very high", 17.09: "low", 17.08: "average"}),
        (3, {0.618: "high", 0.62: "above", 0.19: "very high", 8.77: "low", 8.76: "average"}),
        (0, {3.68: "average", 3.69: "low"}),
    ],
)
def test_intervals_are_held_against_what_is_expected(
    count: int, grade: Mapping[float, Grade]
) -> None:
    """Of an area with a hundred-thousandth of all people so much is expected of 1,000,000."""
    for wanted, label in grade.items():
        rest = 1_000_000 - count
        people = {"area": wanted / 1_000_000, "rest": 1 - wanted / 1_000_000}
        found = poisson_funnel({"area": count, "rest": rest}, people, (0.95, 0.998), least=0)
        assert found["area"] == label, wanted


@given(AREAS)
def test_grades_by_chance_have_a_second_witness(areas: Areas) -> None:
    """Exact limits by scipy's chi-square say the same but within 2 % of a limit, as Byar's do."""
    counts, people = laid_out(areas)
    if not sum(counts.values()):
        return
    rate = sum(counts.values()) / sum(people.values())
    for area, grade in by_chance(counts, people).items():
        n, wanted = counts[area], rate * people[area]
        ends = [chi2.ppf(0.025, 2 * n) / 2 if n else 0, chi2.ppf(0.975, 2 * n + 2) / 2]
        if wanted < 5 or any(abs(wanted - end) < 0.02 * end for end in ends):
            continue
        assert (grade in ("high", "very high")) == (ends[0] > wanted)
        assert (grade == "low") == (ends[1] < wanted)


def test_standard_deviations_by_hand() -> None:
    """Counts 2, 4, 4, 4, 6 and 10: mean 5, squares 9+1+1+1+1+25 = 38, √(38/5) = 2.757.

    6 is above the mean, 10 more than one deviation (7.76) and less than two (10.51) above it; 2 is
    below 5 - 2.757.
    """
    values = dict(zip("abcdef", (2, 4, 4, 4, 6, 10), strict=True))

    expected = ["low", "average", "average", "average", "above"]
    assert list(sd_band(values.values(), (1, 2)).grades(values).values()) == [*expected, "high"]
    assert list(sd_band(values.values(), (1, 1.8)).grades(values).values()) == [
        *expected,
        "very high",
    ]
    assert list(sd_band(values.values(), (1.5, None)).grades(values).values()) == [
        "average",
        *expected[1:],
        "high",
    ]


def test_quantiles_by_hand() -> None:
    """Of 0 to 10 the 80th and 90th percentiles are 8 and 9, the 50th is 5 and the 20th 2."""
    values = {str(n): n for n in range(11)}

    found = Counter(quantile(values.values(), (80, 90)).grades(values).values())
    assert found == {"low": 2, "average": 4, "above": 3, "high": 1, "very high": 1}


@given(st.lists(st.integers(0, 500), min_size=2, max_size=60))
def test_bands_and_quantiles_have_a_second_witness(values: list[int]) -> None:
    """NumPy's mean, deviation and quantiles name as many areas."""
    counted = {str(at): value for at, value in enumerate(values)}
    every = np.array(values, dtype=float)
    limit = every.mean() + every.std(ddof=1)
    if np.abs(every - limit).min() > 1e-9:
        high = Counter(sd_band(counted.values(), (1, None)).grades(counted).values())["high"]
        assert high == int((every > limit).sum())
    beyond = Counter(quantile(counted.values(), (84, 97.5)).grades(counted).values())
    assert beyond["very high"] == int((every > np.quantile(every, 0.975)).sum())
    assert beyond["very high"] + beyond["high"] == int((every > np.quantile(every, 0.84)).sum())


@pytest.mark.parametrize("method", [overdispersed, by_chance])
def test_of_fewer_than_five_nothing_is_said(method: Method) -> None:
    """100 among 10,000 are 10 per 1,000: of 400 people 4 are expected, of 500 people 5."""
    counts = {"A": 84, "B": 16, "C": 0}
    people = {"A": 9100, "B": 400, "C": 500}

    found = method(counts, people)
    assert found["B"] == "too few"
    assert "too few" not in (found["A"], found["C"])


@pytest.mark.parametrize("method", METHODS)
def test_where_nothing_was_counted_no_area_is_set_apart(method: Method) -> None:
    """No area is high among areas without any."""
    grades = set(method({"A": 0, "B": 0}, {"A": 500, "B": 900}).values())

    assert grades in ({"average"}, {"too few"})


@pytest.mark.parametrize("method", METHODS)
@given(areas=AREAS)
def test_grades_rise_with_the_rate(method: Method, areas: Areas) -> None:
    """Of two areas with as many people the one with more is not graded lower."""
    counts, people = laid_out(areas)
    grades = {area: ORDER.index(g) for area, g in method(counts, people).items() if g in ORDER}

    for size in set(people.values()):
        alike = sorted((a for a in grades if people[a] == size), key=lambda a: counts[a])
        found = [grades[area] for area in alike]
        assert found == sorted(found)


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 50), min_size=2))
def test_grades_by_count_rise_with_the_count(counts: dict[str, int]) -> None:
    """Bands and quantiles of counts grade the count alone."""
    for found in (
        sd_band(counts.values(), (1, 2)).grades(counts),
        quantile(counts.values(), (80, 90)).grades(counts),
    ):
        ordered = sorted(counts, key=lambda area: counts[area])
        grades = [ORDER.index(found[area]) for area in ordered]
        assert grades == sorted(grades)


@pytest.mark.parametrize("method", METHODS)
@given(areas=AREAS, seed=st.integers(0, 9))
def test_the_order_of_the_rows_changes_no_grade(method: Method, areas: Areas, seed: int) -> None:
    """An area has its grade wherever it stands."""
    counts, people = laid_out(areas)
    shuffled = Random(seed).sample([*counts], len(counts))

    assert method({area: counts[area] for area in shuffled}, people) == method(counts, people)


@pytest.mark.parametrize("method", METHODS)
@given(areas=AREAS)
def test_only_the_areas_parts_of_all_people_count(method: Method, areas: Areas) -> None:
    """With twice as many people in every area all grades are the same."""
    counts, people = laid_out(areas)

    doubled = {area: 2 * number for area, number in people.items()}
    assert method(counts, doubled) == method(counts, people)


@pytest.mark.parametrize(
    ("count", "label"),
    [
        # as published in that table
        (417, "Very Significantly High"),
        (241, "Very Significantly High"),
        (219, "Significantly High"),
        (161, "Significantly High"),
        (130, "Above Average"),
        # below the lowest there is none
        (85, "Above Average"),
        (84, None),
    ],
)
def test_a_count_carries_the_highest_label_it_reaches(count: int, label: str | None) -> None:
    """A cut-off is the smallest count with its label."""
    assert count_cutoffs(count, CUTOFFS) == label


def test_the_order_of_the_cutoffs_is_free() -> None:
    """Cut-offs may be declared from the highest or from the lowest."""
    shuffled = Random(1).sample(CUTOFFS, 3)

    assert [count_cutoffs(n, shuffled) for n in range(300)] == [
        count_cutoffs(n, CUTOFFS) for n in range(300)
    ]


@pytest.mark.parametrize(
    ("values", "classes"),
    [
        # ten areas, five classes of two
        (range(1, 11), [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]),
        # nothing counted is no class
        ([0, 0, 7], [0, 0, 1]),
        # three of six are equal: they stay together, and a class goes
        ([1, 1, 1, 2, 3, 4], [1, 1, 1, 2, 3, 4]),
        ([5, 5, 5], [1, 1, 1]),
        ([], []),
    ],
)
def test_classes_of_as_many_areas_each(values: Sequence[int], classes: list[int]) -> None:
    """From the lowest to the highest, without gaps; equal values are never parted."""
    areas = {str(at): value for at, value in enumerate(values)}

    assert list(equal_counts(areas, 5).values()) == classes


@pytest.mark.parametrize(
    ("areas", "classes"),
    [(2, 2), (5, 2), (7, 2), (8, 2), (9, 3), (14, 4), (15, 5), (315, 5)],
)
def test_few_areas_have_few_classes(areas: int, classes: int) -> None:
    """One for every three areas, two at least, five at most; of 7, four are low and three high."""
    found = equal_counts({str(at): at for at in range(1, areas + 1)}, 5, 3)

    assert set(found.values()) == set(range(1, classes + 1))
    sizes = [list(found.values()).count(step) for step in range(1, classes + 1)]
    assert max(sizes) - min(sizes) <= 1


def test_areas_of_nothing_make_no_class() -> None:
    """Of nine areas six have a value: two classes, and that of nothing counted."""
    found = equal_counts(dict(zip("ABCDEFGHI", (0, 0, 0, 1, 2, 3, 4, 5, 6), strict=True)), 5, 3)

    assert list(found.values()) == [0, 0, 0, 1, 1, 1, 2, 2, 2]
