"""What templates ask of blocks and exhibits: groups, units, lengths."""

import re
from itertools import groupby

from report import words
from report.assessment import Column, Exhibit, Row
from report.document.chapters import Block

# What stands in a message's quotation marks, and not between two apostrophes.
QUOTED = re.compile(r"(?<!\w)'(.+?)'(?!\w)")

# Units of right-aligned columns, besides everything that is counted.
FIGURES = frozenset(
    (
        "%",
        "change %",
        "per 1,000",
        "difference",
        "position",
        "rank",
        "number",
        "years",
        "limits",
        "score",
        "harm",
        "places",
    )
)

# Columns whose cells head their row, where they are not the first.
STUBS = ("area", "row", "recommendation")


def subheadings(blocks: tuple[Block, ...]) -> list[tuple[int, Block]]:
    """List the headings of the second level, each with its place in the chapter."""
    return [(n, b) for n, b in enumerate(blocks) if b.kind == "heading" and b.level == 2]  # noqa: PLR2004


def spans(columns: tuple[Column, ...]) -> list[tuple[str, list[Column]]]:
    """Group neighbouring columns under the header that spans them."""
    return [(group, list(found)) for group, found in groupby(columns, key=lambda c: c.group)]


def row_groups(exhibit: Exhibit) -> list[tuple[str, list[Row]]]:
    """Group neighbouring rows under the group that heads them; one without a name if none does."""
    if exhibit.columns[0].key != "group":
        return [("", list(exhibit.printed()))]
    found = groupby(exhibit.printed(), key=lambda row: str(row.cells[0].value or ""))
    return [(name, list(rows)) for name, rows in found]


def counted(exhibit: Exhibit) -> list[str]:
    """List what the columns of an exhibit count, each once."""
    return list(dict.fromkeys(c.unit for c in exhibit.columns if c.unit in words.NOUNS))


def ways(exhibit: Exhibit) -> dict[str, str]:
    """Give what the changes of an exhibit mean for the better or the worse, and the signs it has.

    In one order, a rise's sign before a fall's.
    """
    found = {
        way
        for row in exhibit.printed()
        for cell, column in zip(row.cells, exhibit.columns, strict=True)
        if (way := words.way(cell, column, row.polarity))
    }
    used = {
        meaning: dict.fromkeys(sign for sign in pair if (meaning, sign) in found)
        for meaning, pair in words.WAY_SIGNS.items()
    }
    return {meaning: " ".join(signs) for meaning, signs in used.items() if signs}


def quoted(text: str) -> str:
    """Set what a message quotes in a page's own quotation marks."""
    return QUOTED.sub("“\\1”", text)


def bar(value: float, full: float) -> str:
    """Give the length of an inline bar in per cent of its full length."""
    return f"{min(100 * value / full, 100):.1f}%"
