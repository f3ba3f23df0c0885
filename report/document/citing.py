"""What a recommendation cites: a finding by its everyday name, and which way it pointed then.

`Shoplifting change: rose` cites the finding, and holds only as long as shoplifting rose.
"""

from collections.abc import Iterable

from report import words
from report.assessment import Finding
from report.errors import one_of
from report.names import Index, Unknown


class Turned(Exception):
    """A finding points another way than when it was cited: what is wrong, and what to do."""

    def __init__(self, what: str, do: str) -> None:
        super().__init__(what)
        self.what, self.do = what, do


def cited(text: str, index: Index) -> tuple[Finding, str]:
    """Find what a piece of evidence cites: the finding, and the form it is cited in.

    Raises Unknown for a name or a direction that means nothing, Turned where the finding no longer
    points the way that is written behind the colon, or is a verdict that is not given.
    """
    name, colon, way = (part.strip() for part in text.rpartition(":"))
    if not colon or _known(text, index):
        return _given(text, index)
    finding, form = _given(name, index)
    ways = words.DIRECTIONS.get(finding.measure, ())
    if way.casefold() not in ways:
        what = f"'{name}' never has the direction '{way}'"
        raise Unknown(what, one_of(ways) if ways else f"write '{name}' alone")
    now = words.direction(finding)
    if now != way.casefold():
        what = f"'{name}' was cited as '{way}', but {_said(finding)}"
        do = "look whether the recommendation still holds, and then "
        raise Turned(what, do + (f"write '{name}: {now}'" if now else f"write '{name}' alone"))
    return finding, form


def usual(evidence: Iterable[tuple[Finding, str]]) -> tuple[str, ...]:
    """Give the ids of changes within normal variation, where evidence is nothing else."""
    every = list(evidence)
    tested = [f.variation if words.FORMS[form].compares else None for f, form in every]
    within = [one for one in tested if one and not one.clear]
    return tuple(dict.fromkeys(f.id for f, _ in every)) if len(within) == len(every) else ()


def _given(name: str, index: Index) -> tuple[Finding, str]:
    """Find what a name cites. Raises Turned for a verdict that the guard withholds."""
    finding, form = index.finding(name)
    if finding.measure == "verdict" and words.unavailable(finding):
        found = [caution for caution in finding.cautions if caution.change == "withheld"]
        ids = " and ".join(f"'accept: {id_}'" for id_ in sorted({caution.id for caution in found}))
        lost = any(caution.kind == "missing month" for caution in found)
        do = "" if lost else f", or accept the warning with a reason: {ids}"
        what = f"'{name}' carries nothing: {words.statement(finding)}, since its change is withheld"
        raise Turned(what, f"cite something else{do}")
    return finding, form


def _known(text: str, index: Index) -> bool:
    """Say whether a text is a name as it stands: the name of a category may hold a colon."""
    try:
        index.finding(text)
    except Unknown:
        return False
    return True


def _said(finding: Finding) -> str:
    """State what the finding says now, with both its figures where it has them."""
    said = words.statement(finding)
    return f"{said} ({finding.note})" if finding.note else said
