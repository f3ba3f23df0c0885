"""Weighted counts, by an example worked by hand and a published one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.measures.harm import Harm, added, weigh

OFFENCES = st.dictionaries(st.sampled_from(["34A", "34B", "46", "92A"]), st.integers(0, 900))
WEIGHTS = st.dictionaries(st.sampled_from(["34A", "34B", "46"]), st.integers(1, 2000))


def test_harm_is_the_weighted_sum() -> None:
    """By hand: 2 * 700 + 100 * 3 = 1,700; 8 of 110 offences have no weight, 7.27 %."""
    found = weigh({"34B": 2, "46": 100, "99": 8}, {"34B": 700, "46": 3, "28A": 400})

    assert found == Harm(total=1700, weighted=102, counted=110)
    assert found.unweighted_pct == pytest.approx(7.2727, abs=1e-4)


def test_harm_weighs_a_homicide_as_much_as_many_small_offences() -> None:
    """The weights that the press printed of the ONS score in 2016: homicide 7,979, cannabis 3.

    One homicide is 7,979; 2,659 possessions of cannabis are 7,977, and one more is 7,980.
    """
    weights = {"1": 7979, "92D": 3}

    assert weigh({"92D": 2659}, weights).total < weigh({"1": 1}, weights).total
    assert weigh({"92D": 2660}, weights).total > weigh({"1": 1}, weights).total


def test_counts_of_one_or_two_weights_stand_apart() -> None:
    """Two equations have one answer for two unknown counts, and many for three."""
    weights = {"34A": 300, "34B": 200, "34C": 200, "46": 2}

    assert weigh({"34A": 9, "46": 0, "99": 5}, weights).apart == (9,)
    assert weigh({"34A": 9, "34B": 4, "34C": 15}, weights).apart == (9, 19)
    assert weigh({"34A": 9, "34B": 19, "46": 5}, weights).apart == ()


def test_nothing_counted_has_no_share() -> None:
    """Without offences there is no harm, and no share of them has a weight or has none."""
    assert weigh({}, {"46": 3}) == Harm(0, 0, 0)
    assert weigh({}, {"46": 3}).unweighted_pct is None


@given(OFFENCES, OFFENCES, WEIGHTS)
def test_harm_adds_up(one: dict[str, int], other: dict[str, int], weights: dict[str, int]) -> None:
    """What is weighted apart adds up to what is weighted together."""
    both = {code: one.get(code, 0) + other.get(code, 0) for code in {*one, *other}}

    assert added([weigh(one, weights), weigh(other, weights)]) == weigh(both, weights)


@given(OFFENCES)
def test_weights_of_one_give_the_count(counts: dict[str, int]) -> None:
    """Where every offence weighs 1, harm is their number, and none is unweighted."""
    found = weigh(counts, dict.fromkeys(counts, 1))

    assert found.total == found.weighted == found.counted == sum(counts.values())
    assert found.unweighted_pct in (0, None)
