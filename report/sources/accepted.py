"""What an edition accepts of the warnings, and what it accepts for nothing."""

from collections.abc import Iterable
from dataclasses import replace

from report.config.study import Study
from report.errors import FINISHED, PAGE, PROSE, STALE, Problem, in_order, suggestion


def idle_acceptances(study: Study, found: Iterable[Problem], begins: str) -> list[Problem]:
    """Give a warning for each `accept` entry of a later pass that accepts nothing there.

    begins: PROSE, PAGE or FINISHED, with which the ids of that pass begin.
    """
    return [replace(p, severity="warning") for p in idle_entries(study, found, begins)]


def idle_entries(study: Study, found: Iterable[Problem], begins: str = "") -> Iterable[Problem]:
    """Find what `accept` names and no warning of a pass is called; "" begins those of the data."""
    known = {problem.id for problem in found if problem.id}
    for id_ in study.edition.accept:
        if id_ not in known and _pass_of(id_) == begins:
            confirms = "remove it; psa confirm asks whether a paragraph holds"
            advice = suggestion(id_, known, confirms if id_.startswith(STALE) else "remove it")
            yield Problem(study.where("accept", id_), f"no warning '{id_}' was raised", advice)


def _pass_of(id_: str) -> str:
    return next((begins for begins in (FINISHED, PAGE, PROSE) if id_.startswith(begins)), "")


def open_warnings(study: Study, problems: Iterable[Problem]) -> list[Problem]:
    """Give what the edition does not accept: errors, then the first warning of each id."""
    left = in_order(sorted(p for p in problems if p.id not in study.edition.accept))
    first: dict[str, Problem] = {}
    for problem in sorted(left, key=lambda p: p.severity):
        first.setdefault(problem.id or str(problem), problem)
    return list(first.values())
