"""The one place where the texts that people wrote are checked.

Add a check by writing a function of a passage, or of all passages where one alone cannot tell, and
naming it in CHECKS or WHOLE. Every id begins with "prose.", so that `accept` may take it.
"""

from collections.abc import Callable, Iterable, Sequence

from report.errors import Problem
from report.prose.passage import Passage
from report.prose.unsupported import unsupported

Check = Callable[[Passage], Iterable[Problem]]
WholeCheck = Callable[[Sequence[Passage]], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (unsupported,)
WHOLE: tuple[WholeCheck, ...] = ()


def read(passages: Sequence[Passage]) -> list[Problem]:
    """Run every check over every passage; gives errors and warnings in the order of the pages."""
    each = [problem for passage in passages for check in CHECKS for problem in check(passage)]
    return [*each, *(problem for check in WHOLE for problem in check(passages))]
