"""Abbreviations: the first use in the text is expanded, and those used make the glossary."""

import re
from collections.abc import Mapping


class Abbreviations:
    """The abbreviations of a document, in the order of their first use.

    It is asked for text in print order, and changes only there.
    """

    def __init__(self, glossary: Mapping[str, str]) -> None:
        self.glossary = glossary
        self.used: list[str] = []
        self._expanded: set[str] = set()
        names = "|".join(re.escape(a) for a in sorted(glossary, key=len, reverse=True))
        self._pattern = re.compile(rf"\b(?:{names})(?=s?\b)") if glossary else None

    def expand(self, text: str) -> str:
        """Expand each abbreviation met for the first time, unless the author has done it."""
        return self._pattern.sub(self._first, text) if self._pattern else text

    def note(self, text: str) -> None:
        """Note the abbreviations of a heading or table, where nothing is expanded."""
        for match in self._pattern.finditer(text) if self._pattern else ():
            self._use(match[0])

    def _use(self, short: str) -> None:
        if short not in self.used:
            self.used.append(short)

    def _first(self, match: re.Match[str]) -> str:
        short = match[0]
        if short in self._expanded:
            return short
        self._expanded.add(short)
        self._use(short)
        before, long = match.string[: match.start()], self.glossary[short]
        if before.rstrip().endswith((".", "!", "?")):
            long = long[0].upper() + long[1:]
        by_author = (
            before.casefold().rstrip().endswith((f"{long.casefold()} (", f"{long.casefold()}s ("))
        )
        return short if by_author else f"{long} ({short})"

    def entries(self) -> list[tuple[str, str]]:
        """Give the abbreviations used with their meanings, in alphabetical order."""
        return [(short, self.glossary[short]) for short in sorted(self.used, key=str.casefold)]
