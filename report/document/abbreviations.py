"""Abbreviations: the first use in the text is expanded, and those used make the glossary."""

import re
from collections.abc import Mapping
from functools import partial


class Abbreviations:
    """The abbreviations of a document, in the order of their first use.

    It is asked for text in print order, and changes only there.
    """

    def __init__(self, glossary: Mapping[str, str]) -> None:
        self.glossary = glossary
        self.used: list[str] = []
        self._expanded: set[str] = set()
        names = "|".join(re.escape(a) for a in sorted(glossary, key=len, reverse=True))
        ending = "(?P<ending>['’]s|s)?"
        pattern = rf"(?<!\w)(?P<short>{names}){ending}(?!\w)"
        self._pattern = re.compile(pattern) if glossary else None

    def expand(self, text: str, before: str = "") -> str:
        """Expand each abbreviation met for the first time, unless the author has done it.

        before: what stands before the text in its paragraph.
        """
        return self._pattern.sub(partial(self._first, before), text) if self._pattern else text

    def note(self, text: str) -> None:
        """Note the abbreviations of a text where nothing is expanded, such as a table."""
        for match in self._pattern.finditer(text) if self._pattern else ():
            self._use(match["short"])

    def _use(self, short: str) -> None:
        if short not in self.used:
            self.used.append(short)

    def _first(self, before: str, match: re.Match[str]) -> str:
        short, ending = match["short"], match["ending"] or ""
        if short in self._expanded:
            return match[0]
        self._expanded.add(short)
        self._use(short)
        before, long = (before + match.string[: match.start()]).rstrip(), self.glossary[short]
        if before.casefold().endswith((f"{long.casefold()} (", f"{long.casefold()}s (")):
            return match[0]
        if not before or before.endswith((".", "!", "?")):
            long = long[0].upper() + long[1:]
        return f"{long}{ending} ({short}{ending})"

    def entries(self) -> list[tuple[str, str]]:
        """Give the abbreviations used with their meanings, in alphabetical order."""
        return [(short, self.glossary[short]) for short in sorted(self.used, key=str.casefold)]
