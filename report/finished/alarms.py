"""What a rule has found in a finished document, as a warning with a place."""

import re
from collections.abc import Callable, Iterable

from report.assessment import slug
from report.errors import FINISHED, Problem, Where
from report.finished.document import Finished, Part

# A rule: every place of a finished document that breaks it.
Rule = Callable[[Finished], Iterable[Problem]]

# How many characters of a text are quoted, and how many of its words name it.
SHOWN = 90
WORDS = 7


def alarm(
    document: Finished, rule: str, at: Part, what: str, do: str = "", name: str = ""
) -> Problem:
    """Give the warning of a rule.

    at: where it was found. name: what the id ends with; by default the first words of the place.
    """
    ending = slug(" ".join((name or at.exhibit or at.text).split()[:WORDS]))
    id_ = f"{FINISHED}{rule}.{ending or at.at}"
    advice = f"accept it with a reason under 'accept: {id_}'"
    where = at.path[-1] if at.path else ""
    said = f"{where}: {what}" if where and where not in what else what
    return Problem(
        Where(document.file), said, f"{do}, or {advice}" if do else advice, "warning", id_
    )


def quoted(text: str, start: int = 0) -> str:
    """Quote a text for a message, from the word before a place on where it is long."""
    text = text if len(text) <= SHOWN or start < SHOWN // 2 else "…" + text[_word(text, start) :]
    return f"'{text if len(text) <= SHOWN else text[:SHOWN].rstrip() + '…'}'"


def _word(text: str, start: int) -> int:
    before = [found.start() for found in re.finditer(r"\b\w", text[:start])]
    return before[-4] if len(before) > 3 else 0  # noqa: PLR2004
