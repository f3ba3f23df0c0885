"""The rules over finished documents, in the order in which their warnings are told.

A rule is a function `(Finished) -> problems`; PAIRS hold two documents of one edition against each
other. A rule that cannot be sure says nothing: a warning that is wrong three times is turned off.
"""

from collections.abc import Callable, Iterable

from report.errors import Problem
from report.finished import (
    columns,
    dates,
    formats,
    lists,
    marks,
    numbering,
    ordered,
    populations,
    positions,
    same,
    sums,
    wording,
)
from report.finished.alarms import Rule
from report.finished.document import Finished

RULES: tuple[Rule, ...] = (
    *numbering.RULES,
    *sums.RULES,
    *columns.RULES,
    *ordered.RULES,
    *same.RULES,
    *populations.RULES,
    *positions.RULES,
    *lists.RULES,
    *dates.RULES,
    *marks.RULES,
    *formats.RULES,
    *wording.RULES,
)
# A rule of two documents: what the second says otherwise than the first.
PAIRS: tuple[Callable[[Finished, Finished], Iterable[Problem]], ...] = (
    same.same_facts,
    same.same_tables,
    lists.same_recommendations,
)


def check(first: Finished, *others: Finished) -> list[Problem]:
    """Run every rule over every document, and hold each of the others against the first."""
    found = [
        problem for document in (first, *others) for rule in RULES for problem in rule(document)
    ]
    found += [problem for other in others for pair in PAIRS for problem in pair(first, other)]
    return list({problem.id: problem for problem in reversed(found)}.values())[::-1]
