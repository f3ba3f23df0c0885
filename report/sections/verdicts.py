"""What is known of a category, and what the partnership's rule makes of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from report.assessment import Finding
from report.config.evidence import EvidenceKeys
from report.measures import persistence, verdicts
from report.periods import Period
from report.sections import positions, years
from report.sections.desk import Desk, strictest, together
from report.sections.facts import SHORTEST_SERIES, cited, count, identity, share

# Polarity -> the sign of a change for the worse; none where it is ambiguous.
WORSE = {"lower is better": 1, "higher is better": -1}


@dataclass(frozen=True)
class Known:
    """The evidence for a category in the partnership's own area.

    years: its counts in all years shown, oldest first; empty where one is missing or not safe as it
    stands.
    """

    count: Finding
    share: Finding | None
    position: Finding | None
    years: tuple[int, ...]

    @property
    def findings(self) -> list[Finding]:
        """List what the evidence rests on."""
        return [f for f in (self.count, self.share, self.position) if f]


def known(desk: Desk, categories: Sequence[str], whole: str) -> list[Known]:
    """Bring together what is known of each category; whole: what shares are of, "" for none."""
    found = together({c: count(desk, c) for c in categories})
    placed = positions.latest(desk, categories)
    of = count(desk, whole) if whole else None
    periods = years.shown(desk)
    return [
        Known(
            count=f,
            share=_share(desk, f, of) if of else None,
            position=placed.get(c),
            years=_complete(desk, c, periods),
        )
        for c, f in found.items()
    ]


def _share(desk: Desk, part: Finding, whole: Finding) -> Finding | None:
    """Find a category's share of the whole, where it is counted in the same unit."""
    if part.id == whole.id or part.unit != whole.unit:
        return None
    return share(desk, part, whole.value or 0, whole.label, whole.sources)


def _complete(desk: Desk, category: str, periods: Sequence[Period]) -> tuple[int, ...]:
    """Give a series of years; none where one is missing or not safe, or there are too few."""
    values = years.counted(desk, category, desk.own, periods)
    counted = tuple(value for value in values if value is not None)
    whole = len(counted) == len(values) >= SHORTEST_SERIES
    return counted if whole and years.safe(desk, category, periods) else ()


def verdict(desk: Desk, rule: EvidenceKeys, one: Known) -> Finding:
    """Make the finding of a verdict: 1 a challenge, -1 improving, 0 one to watch; why is its note.

    An ambiguous category is always one to watch: neither way is good in itself. There is no verdict
    where the guard withholds the change.
    """
    value: int | None = 0
    because, cautions = rule.watch.ambiguous, one.count.cautions
    worse = WORSE.get(one.count.polarity)
    if any(caution.change == "withheld" for caution in cautions):
        value, because = None, ""
    elif worse:
        value, place = verdicts.verdict(
            _measured(one, 1, worse),
            _measured(one, -1, -worse),
            [each.least for each in rule.challenge],
            [each.least for each in rule.improving],
        )
        met = {1: rule.challenge, -1: rule.improving}.get(value)
        because = met[place].words if met else rule.watch.otherwise
    return Finding(
        id=identity("verdict", one.count.category),
        label=one.count.label,
        measure="verdict",
        category=one.count.category,
        unit="direction",
        period=desk.period,
        value=value,
        polarity=one.count.polarity,
        method="verdict",
        sources=cited(one.findings),
        audience=strictest(one.findings),
        markers=("x",) if value is None else (),
        cautions=cautions,
        note=because,
    )


def _measured(one: Known, way: int, sign: int) -> Mapping[str, float | None]:
    """Measure the evidence one way: 1 for the worse, -1 for the better.

    sign: of a change in number that goes this way.
    Gives a number for each key of a condition, None where it is not known.
    """
    counted, place = one.count, one.position
    return {
        "change": None if counted.change_pct is None else sign * counted.change_pct,
        "difference": None if counted.change is None else sign * counted.change,
        "clear": float(counted.variation.clear) if counted.variation else None,
        "small_base": float(counted.small_base),
        "share": one.share.value if one.share else None,
        "half": _beyond_middle(place, way) if place else None,
        "moved": None if not place or place.change is None else -way * place.change,
        "years": persistence.rises(one.years[::sign]) if one.years else None,
    }


def _beyond_middle(place: Finding, way: int) -> float:
    """Say as 1 or 0 whether a position is past the middle of its group; 1st is the best."""
    middle = ((place.of or 0) + 1) / 2
    return float(way * ((place.value or 0) - middle) > 0)
