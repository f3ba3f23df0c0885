"""How many real areas each method sets apart: Leicestershire's LSOAs, against the field guide.

The guide's shares and spreads stand in its sections 3.4 and 3.5.
"""

from collections import Counter
from collections.abc import Mapping

import numpy as np
import pytest

from report.measures.classification import Grade, quantile, sd_band
from report.measures.funnel import expected, spread
from tests.measures import leicestershire
from tests.measures.test_classification import by_chance, overdispersed


def flagged(grades: Mapping[str, Grade]) -> tuple[float, float]:
    """Give the per cent of areas that are high or very high, and of those that are very high."""
    number = Counter(grades.values())
    very_high = 100 * number["very high"] / len(grades)
    return 100 * number["high"] / len(grades) + very_high, very_high


# Kind of crime -> share of LSOAs (in %) high or very high, and very high, by the funnel and by
# chance alone, as this program finds them; and as the field guide prints them.
SHARES = {
    "all crime": ((5.3, 2.8), (23.7, 19.2), (5.3, 2.8), (24, 20)),
    "violence": ((4.8, 1.5), (22.7, 16.9), (4.8, 1.5), (24, 18)),
}


def real(kind: str) -> tuple[dict[str, int], dict[str, int]]:
    """Give real counts and people of the county's LSOAs."""
    leicestershire.needed()
    found = {
        "all crime": lambda: leicestershire.counts(without=leicestershire.ASB),
        "violence": lambda: leicestershire.counts("Violence and sexual offences"),
        "burglary": lambda: leicestershire.counts("Burglary"),
        "damage": lambda: leicestershire.counts("Criminal damage and arson"),
        "anti-social behaviour": lambda: leicestershire.counts(leicestershire.ASB),
    }
    return found[kind](), leicestershire.residents()


@pytest.mark.parametrize("kind", ["all crime", "violence"])
def test_the_funnel_flags_as_many_real_areas_as_the_field_guide(kind: str) -> None:
    """396 LSOAs of Leicestershire, October 2021 to September 2022, residents of mid-2020.

    All crime is without anti-social behaviour (with it 5.6 % and 2.5 %, and a spread of 26), and
    the county without the city of Leicester and Rutland. The guide's shares are rounded to 0.1.
    """
    counts, people = real(kind)
    assert len(people) == 396

    assert flagged(overdispersed(counts, people)) == pytest.approx(SHARES[kind][2], abs=0.05)


@pytest.mark.parametrize("kind", ["all crime", "violence"])
def test_chance_alone_would_flag_a_quarter_of_real_areas(kind: str) -> None:
    """The field guide has 24 % and 20 % of all crime, and 24 % and 18 % of violence.

    Those are the shares with (n - E) / √E above 1.96 and 3.09, which are found to its whole per
    cent. The limits of Byar's intervals, which the method uses, lie a little further out where a
    count is high: 23.7 % and 19.2 %, 22.7 % and 16.9 %.
    """
    counts, people = real(kind)
    rate = sum(counts.values()) / sum(people.values())
    scores = [(counts[a] - rate * people[a]) / (rate * people[a]) ** 0.5 for a in counts]
    plain = [100 * sum(score > cut for score in scores) / len(scores) for cut in (1.96, 3.09)]

    assert plain == pytest.approx(SHARES[kind][3], abs=0.5)
    assert flagged(by_chance(counts, people)) == pytest.approx(SHARES[kind][3], abs=1.7)
    assert flagged(by_chance(counts, people)) == pytest.approx(SHARES[kind][1], abs=0.05)


@pytest.mark.parametrize(("kind", "phi"), [("all crime", 23), ("violence", 11), ("burglary", 2.4)])
def test_real_areas_differ_more_than_by_chance(kind: str, phi: float) -> None:
    """The field guide's phi, to the places that it prints."""
    counts, people = real(kind)

    found = spread(counts, expected(counts, people), 10).phi
    assert found == pytest.approx(phi, abs=0.5 if phi > 10 else 0.05)


def test_bands_and_quantiles_flag_real_areas_by_their_own_making() -> None:
    """All crime without anti-social behaviour, the same 396 LSOAs.

    One and two deviations above the mean are 8.6 % and 2.3 % of them by count, and 8.6 % and 3.8 %
    by rate, less than of normal numbers (16 % and 2.3 %), since a few town centres widen the
    deviation. Above the 80th and 90th percentile are a fifth and a tenth, whatever they are like:
    79 and 40 of 396. NumPy is the second witness.
    """
    counts, people = real("all crime")
    rates = {area: counts[area] / people[area] for area in counts}

    for values in (counts, rates):
        every = np.array([*values.values()], dtype=float)
        cuts = [every.mean() + k * every.std(ddof=1) for k in (1, 2)]
        witness = tuple(100 * float((every > cut).mean()) for cut in cuts)
        assert flagged(sd_band(values.values(), (1, 2)).grades(values)) == pytest.approx(witness)
    assert flagged(sd_band(counts.values(), (1, 2)).grades(counts)) == pytest.approx(
        (8.6, 2.3), abs=0.05
    )
    assert flagged(sd_band(rates.values(), (1, 2)).grades(rates)) == pytest.approx(
        (8.6, 3.8), abs=0.05
    )
    assert flagged(quantile(rates.values(), (80, 90)).grades(rates)) == pytest.approx(
        (100 * 79 / 396, 100 * 40 / 396)
    )


# Kind of crime, method, its grades of the ten LSOAs of North West Leicestershire with most, in
# order, as the field guide's replay prints them (3.5): V very high, S high, A above average.
REPLAYED = [
    ("all crime", "count", (1, 2), "VVSSSSSAAA"),
    ("all crime", "count", (2, 3), "SSAAAAAAAA"),
    ("all crime", "count", (1.96, 3.09), "SSAAAAAAAA"),
    ("all crime", "rate", (1, 2), "VVSASAVAAA"),
    ("all crime", "chance", (0.95, 0.998), "VVVSVVVVVS"),
    ("all crime", "quantile", (84, 97.5), "VVSSSSSSSS"),
    ("violence", "count", (1, 2), "VSSSSSSAAA"),
    ("violence", "count", (2, 3), "SAAAAAAAAA"),
    ("violence", "rate", (1, 2), "VSSAAAAASS"),
    ("violence", "chance", (0.95, 0.998), "VVVAVSVVVV"),
    ("damage", "count", (1, 2), "VVVSSSSSSA"),
    ("damage", "count", (2, 3), "VSSAAAAAAA"),
    ("damage", "rate", (1, 2), "VVVSAASSSA"),
    ("anti-social behaviour", "count", (1, 2), "VVSAAAAAAA"),
    ("anti-social behaviour", "quantile", (84, 97.5), "VSSSSSSSSA"),
]
LETTERS = {"very high": "V", "high": "S", "above": "A"}


@pytest.mark.parametrize(("kind", "method", "cuts", "letters"), REPLAYED)
def test_the_field_guides_replay_is_found_again(
    kind: str, method: str, cuts: tuple[float, float], letters: str
) -> None:
    """The ten areas with most, by each method, on the same twelve months.

    Of damage by chance alone the guide's last letters are VVVS, and these SSSS: three counts of 27
    are beyond 99.8 % by (n - E) / √E, and within by Byar's limits, as above.
    """
    counts, people = real(kind)
    rates = {area: counts[area] / people[area] for area in counts}
    values = rates if method == "rate" else counts
    if method == "chance":
        grades = by_chance(counts, people)
    else:
        made = quantile if method == "quantile" else sd_band
        grades = made(values.values(), cuts).grades(values)

    own = leicestershire.inside("E07000134")
    most = sorted((area for area in counts if area in own), key=lambda area: -counts[area])[:10]
    assert "".join(LETTERS[grades[area]] for area in most) == letters
