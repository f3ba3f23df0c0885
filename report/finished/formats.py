"""Numbers of a column are written one way: decimals, separators of thousands, per cent."""

import re
from collections import Counter
from collections.abc import Iterator

from report.errors import Problem
from report.finished.document import Finished
from report.finished.sheets import odd, sheets
from report.prose.figures import Figure

# So much of a column's numbers must be written one way before another way is odd.
USUAL, FEWEST = 0.75, 4


def uniform(document: Finished) -> Iterator[Problem]:
    """One number of a column is not written otherwise than the others."""
    for sheet in sheets(document):
        if "supplied" in sheet.shown.part.styles:  # which holds one measure a row
            continue
        for column in sheet.columns:
            held = [figure for figure in column.numbers if figure]
            for way in (_decimals, _thousands) if len({f.kind for f in held}) == 1 else ():
                for figure, usual in _unusual([(way(f), f) for f in held if way(f)]):
                    what = f"{figure.text} in {column.header} has {way(figure)}, others {usual}"
                    yield odd(document, sheet, "format", what, column.header)


def _unusual(ways: list[tuple[str, Figure]]) -> Iterator[tuple[Figure, str]]:
    """Give the numbers that are written otherwise than most, each with how those are written."""
    counted = Counter(way for way, _ in ways).most_common(1)
    if len(ways) >= FEWEST and counted[0][1] >= USUAL * len(ways):
        yield from ((figure, counted[0][0]) for way, figure in ways if way != counted[0][0])


def _decimals(figure: Figure) -> str:
    found = re.search(r"\.(\d+)", figure.text)
    count = len(found[1]) if found else 0
    return f"{count} decimals" if count != 1 else "1 decimal"


def _thousands(figure: Figure) -> str:
    if abs(figure.value or 0) < 1000:  # noqa: PLR2004
        return ""
    return "a comma" if "," in figure.text else "no comma"


RULES = (uniform,)
