"""Positions in the most similar group, and rates against those of peers."""

from math import sqrt

import numpy as np
import pandas as pd
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from report.measures.peers import Group, grouped, places_gained
from tests.made_up import ROOT

REAL = ROOT.parent / "shared" / "real" / "context" / "csp_month_crimetype_2024-01_to_04.csv"

# Five made-up members. Rates per 1,000 by hand: 12, 8, 8, 20, 10; all cases by all people are
# 540 / 45,000, 12; the median is 10.
COUNTS = {"Ours": 120, "Bursley": 80, "Kingsbere": 40, "Rosings": 200, "Hayslope": 100}
PEOPLE = {
    "Ours": 10_000,
    "Bursley": 10_000,
    "Kingsbere": 5_000,
    "Rosings": 10_000,
    "Hayslope": 10_000,
}


def compared(
    counts: dict[str, int], people: dict[str, int], level: float = 95, least: float = 5
) -> Group:
    """Compare with nobody drawn in, so that all can be worked out by hand."""
    return grouped(counts, people, level=level, trim=0, least=least)


@pytest.mark.parametrize(("previous", "position", "gained"), [(14, 12, 2), (12, 14, -2), (3, 3, 0)])
def test_nearer_to_one_is_a_gain(previous: int, position: int, gained: int) -> None:
    """1 is the lowest rate of the group (field guide 3.6)."""
    assert places_gained(position, previous) == gained


@pytest.mark.parametrize(
    ("previous", "position", "published", "gained"),
    [(12, 14, "↔", -2), (14, 13, "↓", 1), (11, 11, "↑", 0)],
)
def test_the_three_wrong_arrows_of_charnwood(
    previous: int, position: int, published: str, gained: int
) -> None:
    """Violence with Injury, Burglary – Business and Theft from Vehicles, 2022 to 2023.

    Charnwood 2023/24, lines 43, 45 and 47 against its own positions in lines 272 to 280.
    """
    assert {1: "↑", 0: "↔", -1: "↓"}[(gained > 0) - (gained < 0)] != published
    assert places_gained(position, previous) == gained


def test_rates_ranks_and_median_by_hand() -> None:
    """The lowest rate is first; Bursley and Kingsbere share the first rank, and there is no 2nd."""
    found = compared(COUNTS, PEOPLE)

    assert {name: m.rate for name, m in found.members.items()} == {
        "Bursley": 8,
        "Kingsbere": 8,
        "Hayslope": 10,
        "Ours": 12,
        "Rosings": 20,
    }
    assert [(m.rank, m.tied) for m in found.members.values()] == [
        *((1, True), (1, True), (3, False), (4, False), (5, False)),
    ]
    assert found.median == 10
    assert found.average == 12


def test_limits_by_hand() -> None:
    """As the field guide writes them (3.4), with every step shown; nobody is drawn in.

    E = people · R, Y = √(n/E), s = 1/(2√E), u = (Y - 1)/s, φ = mean(u²),
    τ² = (kφ - (k - 1)) / (Σw - Σw²/Σw) with w = 1/s², limits E (1 ± z √(s² + τ²))².
    """
    rate = sum(COUNTS.values()) / sum(PEOPLE.values())
    wanted = {name: PEOPLE[name] * rate for name in COUNTS}
    scores = [(sqrt(COUNTS[n] / e) - 1) * 2 * sqrt(e) for n, e in wanted.items()]
    phi = sum(u * u for u in scores) / 5
    weights = [4 * e for e in wanted.values()]
    room = sum(weights) - sum(w * w for w in weights) / sum(weights)
    tau = (5 * phi - 4) / room
    away = 1.959964 * sqrt(1 / (4 * wanted["Ours"]) + tau)

    ours = compared(COUNTS, PEOPLE).members["Ours"]

    assert ours.low == pytest.approx(1000 * wanted["Ours"] * (1 - away) ** 2 / 10_000, rel=1e-6)
    assert ours.high == pytest.approx(1000 * wanted["Ours"] * (1 + away) ** 2 / 10_000, rel=1e-6)
    assert ours.low < 12 < ours.high
    assert ours.way == 0


def test_members_that_differ_by_chance_alone_have_the_limits_of_chance() -> None:
    """Where rates are all but equal nothing is added: about the limits of a Poisson count.

    scipy: of 400 expected, 95 % of counts lie from 361 to 440.
    """
    people = dict.fromkeys("abcdefgh", 40_000)
    counts = {name: 400 + step for name, step in zip(people, range(-4, 4), strict=True)}
    one = compared(counts, people).members["a"]

    low, high = stats.poisson.interval(0.95, 399.5)
    assert 40 * one.low == pytest.approx(low, abs=1)
    assert 40 * one.high == pytest.approx(high, abs=1.5)


@pytest.mark.parametrize("apart", [0.1, 0.3])
def test_about_one_member_of_twenty_is_beyond_the_limits(apart: float) -> None:
    """300 groups of 15 whose rates differ by a normal deviate on the log scale, drawn by numpy.

    With the house's 5 % drawn in at each end; with 10 % it were nearly one of ten, since the ends
    of so few members are most of what they differ by. About: 3 to 7 of 100.
    """
    rule = yaml.safe_load((ROOT / "config" / "intervals.yaml").read_text(encoding="utf-8"))
    draw, beyond, names = np.random.default_rng(2012), 0, "abcdefghijklmno"
    for _ in range(300):
        people = {name: int(draw.integers(80_000, 250_000)) for name in names}
        rates = dict(zip(names, 0.01 * np.exp(draw.normal(0, apart, 15)), strict=True))
        counts = {name: int(draw.poisson(people[name] * rates[name])) for name in names}
        found = grouped(
            counts, people, level=rule["level"], trim=rule["peers"]["drawn_in"], least=5
        )
        beyond += sum(member.way != 0 for member in found.members.values())

    assert 100 * beyond / (300 * 15) == pytest.approx(5, abs=2)


def test_who_is_beyond_the_limits() -> None:
    """Of eight alike and one of half their rate, the one is below; one of twice it is above."""
    people = dict.fromkeys("abcdefgh", 40_000)
    counts = {name: 400 + 7 * step for name, step in zip(people, range(-4, 4), strict=True)}
    below = grouped({**counts, "i": 200}, {**people, "i": 40_000}, level=95, trim=20, least=5)
    above = grouped({**counts, "i": 800}, {**people, "i": 40_000}, level=95, trim=20, least=5)

    assert [name for name, m in below.members.items() if m.way == -1] == ["i"]
    assert [name for name, m in above.members.items() if m.way == 1] == ["i"]
    assert {m.way for name, m in below.members.items() if name != "i"} == {0}


def test_too_few_cases_say_nothing() -> None:
    """Where fewer than 5 are expected a member is neither better nor worse."""
    found = compared({"a": 0, "b": 900, "c": 100}, {"a": 40, "b": 9_000, "c": 1_000})

    assert found.members["a"].way is None
    assert found.members["a"].rank == 1
    assert found.members["b"].way == 0


def test_a_group_without_any_case() -> None:
    """All share the first rank, and there is nothing to be better than."""
    found = compared({"a": 0, "b": 0}, {"a": 1_000, "b": 2_000})

    assert [(m.rank, m.tied, m.low, m.high, m.way) for m in found.members.values()] == [
        *((1, True, 0, 0, None), (1, True, 0, 0, None)),
    ]
    assert (found.average, found.median) == (0, 0)


MEMBERS = st.dictionaries(
    st.text("abcdefghij", min_size=1, max_size=2),
    st.tuples(st.integers(0, 500), st.integers(1, 100_000)),
    min_size=2,
    max_size=15,
)


@given(members=MEMBERS, data=st.data())
def test_nothing_depends_on_the_order_of_rows(
    members: dict[str, tuple[int, int]], data: st.DataObject
) -> None:
    """Ranks, limits and verdicts survive reordering."""
    turned = data.draw(st.permutations(list(members)))
    one = compared({n: c for n, (c, _) in members.items()}, {n: p for n, (_, p) in members.items()})
    other = compared({n: members[n][0] for n in turned}, {n: members[n][1] for n in turned})

    for name, member in one.members.items():
        again = other.members[name]
        assert (again.rank, again.tied, again.rate) == (member.rank, member.tied, member.rate)
        assert [again.low, again.high] == pytest.approx([member.low, member.high])
    assert one.median == other.median


@given(members=MEMBERS)
def test_a_rank_is_one_more_than_the_members_below(members: dict[str, tuple[int, int]]) -> None:
    """Ranks are monotone in the rate, and equal rates have equal ranks."""
    found = compared(
        {n: c for n, (c, _) in members.items()}, {n: p for n, (_, p) in members.items()}
    ).members

    for member in found.values():
        assert member.rank == 1 + sum(m.rate < member.rate for m in found.values())
        assert member.tied == (sum(m.rate == member.rate for m in found.values()) > 1)
        assert member.low <= member.high


@given(members=MEMBERS, times=st.integers(2, 1_000))
def test_larger_populations_in_proportion_change_no_position(
    members: dict[str, tuple[int, int]], times: int
) -> None:
    """Rates and limits shrink together, so that ranks stay."""
    counts = {name: count for name, (count, _) in members.items()}
    one = compared(counts, {name: people for name, (_, people) in members.items()})
    other = compared(counts, {name: times * people for name, (_, people) in members.items()})

    for name, member in one.members.items():
        again = other.members[name]
        assert (again.rank, again.tied) == (member.rank, member.tied)
        assert [times * again.low, times * again.high] == pytest.approx([member.low, member.high])


@pytest.mark.skipif(not REAL.is_file(), reason="../shared is not there")
def test_ranks_of_a_real_group_are_those_of_pandas() -> None:
    """Fourteen of Charnwood's group, January to April 2024 (the file has no York).

    Second witness: the rank of pandas. Charnwood's cycle theft was published as 14th of 15 on 31
    October 2023; here it is last of 14 and beyond the limits, its robbery within them.
    """
    rows = pd.read_csv(REAL)
    listed = yaml.safe_load((ROOT / "config/charnwood/partnership.yaml").read_text("utf-8"))
    names = {"Charnwood", *(m.partition(" (")[0] for m in listed["peer_group"]["members"])}
    group = rows[rows["csp24_name"].isin(names)]
    people = group.groupby("csp24_name")["population_mid2022"].first()
    ways = {}
    for crime_type, part in group.groupby("crime_type"):
        counts = part.groupby("csp24_name")["count"].sum().reindex(people.index, fill_value=0)
        whole, heads = ({str(n): int(v) for n, v in each.items()} for each in (counts, people))
        found = compared(whole, heads).members
        ranks = (counts / people).rank(method="min")
        assert {name: member.rank for name, member in found.items()} == ranks.to_dict()
        ways[crime_type] = (found["Charnwood"].rank, found["Charnwood"].way)

    assert len(people) == 14
    assert ways["Bicycle theft"] == (14, 1)
    assert ways["Robbery"][1] == 0
