"""The one place where the texts that people wrote are checked.

Add a check by writing a function of a passage, or of all passages where one alone cannot tell, and
naming it in CHECKS or WHOLE. Every id begins with "prose.", so that `accept` may take it.
"""

from collections.abc import Callable, Iterable, Sequence

from report.errors import Problem, in_order
from report.prose.aliases import two_names
from report.prose.facing import facing
from report.prose.groups import wrong_groups
from report.prose.inside import inside_numbers
from report.prose.lengths import wrong_lengths
from report.prose.listed import wrong_lists
from report.prose.passage import Passage
from report.prose.sourcing import unknown_numbers
from report.prose.spelling import misspelt
from report.prose.unsupported import unsupported

Check = Callable[[Passage], Iterable[Problem]]
WholeCheck = Callable[[Sequence[Passage]], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (wrong_lists, wrong_lengths, wrong_groups, unsupported, facing)
WHOLE: tuple[WholeCheck, ...] = (misspelt, two_names, inside_numbers, unknown_numbers)


def read(passages: Sequence[Passage]) -> list[Problem]:
    """Run every check over every passage, and tell of each word or number once.

    Of two problems of one word, or of one id in one line, the first is told.
    """
    each = [problem for passage in passages for check in CHECKS for problem in check(passage)]
    whole = [problem for check in WHOLE for problem in check(passages)]
    named: dict[tuple[object, ...], Problem] = {}
    for problem in (*each, *whole):
        named.setdefault((problem.where, problem.id or problem.what), problem)
    first: dict[tuple[object, ...], Problem] = {}
    for problem in named.values():
        first.setdefault((problem.where, problem.spot or problem.what), problem)
    return in_order(first.values())
