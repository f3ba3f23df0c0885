"""What the scores of a section of the kind "risk" come to: the parts of a risk, and its band."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from report.assessment import Finding
from report.config.model import Strict, key
from report.config.schemes import BandKeys, PartKeys, SchemeKeys, State
from report.measures import risk
from report.sections import control
from report.sections.desk import Desk
from report.sections.facts import count, share
from report.sections.scored import Scores


class ThemeKeys(Strict):
    """What is known of a theme besides its scores."""

    theme: str = key("its name in the file of scores")
    category: str = key("the category whose share of the whole scores, where shares do", default="")
    whole: str = key("the category that this share is of, where not the section's", default="")
    state: State | None = key(
        "what a control chart of its counts says, instead of the one that its months would make; "
        "controlled where neither is there",
        default=None,
    )
    because: str = key(
        "why it is a priority though its band alone does not make it one, in words that can stand "
        "behind a colon",
        default="",
    )


@dataclass(frozen=True)
class Graded:
    """A theme by a scheme.

    share: of the volume, where the scheme asks for it. state: of its counts; None where neither the
    plan nor a control chart says so. charted: whether a chart of its months does. parts: name ->
    value of each part of the scheme, None where it is not known. risk: their product. band: of the
    risk.
    """

    keys: ThemeKeys
    share: Finding | None
    state: State | None
    charted: bool
    parts: Mapping[str, float | None]
    risk: float | None
    band: BandKeys | None

    @property
    def theme(self) -> str:
        """Its name."""
        return self.keys.theme

    @property
    def then(self) -> str:
        """What follows from its band: "priority", "discuss", "none", or "kept" with a reason."""
        if self.band is None:
            return ""
        kept = bool(self.keys.because) and self.band.then != "priority"
        return "kept" if kept else self.band.then


def graded(
    desk: Desk, scores: Scores, themes: Sequence[ThemeKeys], whole: str
) -> tuple[Graded, ...]:
    """Grade the themes of a file of scores: the highest first, those without a rank last.

    whole: the category that shares are of.
    """
    said = {keys.theme.casefold(): keys for keys in themes}
    asked = any(part.shares for part in scores.scheme.parts)
    found = []
    for name in scores.themes:
        keys = said.get(name.casefold(), ThemeKeys(theme=name)).model_copy(update={"theme": name})
        part = volume(desk, keys, whole) if asked and keys.category else None
        found.append(_graded(desk, keys, scores, part))
    values = ranked_by(scores, found)
    return tuple(sorted(found, key=lambda each: -values.get(each.theme, 0.0)))


def volume(desk: Desk, keys: ThemeKeys, whole: str) -> Finding | None:
    """Find the share of a theme's category; None of a whole that counts nothing.

    Raises InputError where nothing says what it is a share of.
    """
    if not (keys.whole or whole):
        what = f"nothing says what {keys.theme} is a share of"
        raise desk.missing(what, "add 'whole:', the category of all offences or incidents")
    of = count(desk, keys.whole or whole)
    return share(desk, count(desk, keys.category), of.value or 0, of.label, of.sources)


def _graded(desk: Desk, keys: ThemeKeys, scores: Scores, found: Finding | None) -> Graded:
    charted = None if keys.state or not found else charted_state(desk, keys.category)
    state = keys.state or charted
    parts = {
        part.name: scores.value(keys.theme, part)
        if part.factors
        else probability(part, state or "controlled", found)
        for part in scores.scheme.parts
    }
    value = risk.risk(parts.values())
    return Graded(
        keys=keys,
        share=found,
        state=state,
        charted=charted is not None,
        parts=parts,
        risk=value,
        band=band(scores.scheme, value),
    )


def charted_state(desk: Desk, category: str) -> State | None:
    """Read the control chart of a category's months; None where they make none."""
    months = desk.period.months() if desk.period.whole_months else ()
    counted = any(desk.tables.count(category, desk.own, m.first, m.last) for m in months)
    return control.state(desk, category) if counted and desk.study.series else None


def probability(part: PartKeys, state: State, found: Finding | None) -> float | None:
    """Score a share by a part's table; None where it is not known."""
    if found is None or found.value is None:
        return None
    steps = [(each.least, each.score) for each in part.shares]
    return risk.probability(found.value, steps, getattr(part.states, state))


def band(scheme: SchemeKeys, value: float | None) -> BandKeys | None:
    """Give the band of a risk; None where there is none."""
    if value is None or not scheme.bands:
        return None
    name = risk.band(value, {each.name: each.least for each in scheme.bands})
    return next(each for each in scheme.bands if each.name == name)


def ranked_by(scores: Scores, found: Sequence[Graded]) -> dict[str, float]:
    """Give theme -> what it is ranked by: the risk; the first scored part where none has a risk."""
    part = scores.scheme.scored[0].name
    known = {each.theme: each.risk for each in found}
    if not any(value is not None for value in known.values()):
        known = {each.theme: each.parts[part] for each in found}
    return {theme: value for theme, value in known.items() if value is not None}
