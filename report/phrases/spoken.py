"""What a phrase is: its text, the findings that it speaks of, and what has to be said of these."""

from collections.abc import Iterable
from typing import NamedTuple

from report import words
from report.assessment import Caution, Finding


class Spoken(NamedTuple):
    """A phrase as it is printed.

    findings: those it speaks of, each once. cautions: why its numbers are not safe as they stand.
    methods: what it says more than the methods of those findings make.
    """

    text: str
    findings: tuple[Finding, ...]
    cautions: tuple[Caution, ...] = ()
    methods: tuple[str, ...] = ()


def spoken(text: str, findings: Iterable[Finding], *methods: str, compares: bool = False) -> Spoken:
    """Make a phrase of some findings; `compares` where it says how they changed."""
    every = tuple({f.id: f for f in findings}.values())
    said = (c for f in every for c in f.cautions if c.count or (compares and c.change))
    return Spoken(text, every, tuple({(c.id, c.label): c for c in said}.values()), methods)


def of_one(finding: Finding, form: str) -> Spoken:
    """Make the phrase of one finding in a form of `words`. Raises Unsayable."""
    method = words.FORMS[form].method
    text = words.phrase(finding, form)
    return Spoken(text, (finding,), words.cautions(finding, form), (method,) if method else ())
