"""Read a number as publishers write it.

Digits, a point, and nothing else: what may stand there besides is declared by the layout, because a
thousands comma may be a decimal one, and -00 a slip.
"""

import re
from collections.abc import Callable

from report.sources.faults import Unreadable
from report.sources.layouts import LayoutColumn, Tolerated

# What publishers write where they give no figure.
NOT_GIVEN = frozenset(("-", "–", "..", "...", ":", "*", "#", "n/a", "na", "nil", "null", "unknown"))

# A way of writing numbers: what it looks like, and the same number plainly written.
WRITTEN: dict[Tolerated, tuple[str, Callable[[str], str]]] = {
    "thousands commas": (r"[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?", lambda text: text.replace(",", "")),
    "-00 for 0": (r"-0+", lambda text: "0"),
    "point and 0": (r"[0-9]+\.0+", lambda text: text.partition(".")[0]),
}


def whole(text: str, column: LayoutColumn) -> int:
    """Read a whole number. Raises Unreadable."""
    plain = _plain(text, column)
    if re.fullmatch(r"[0-9]+" if not _negative(column) else r"-?[0-9]+", plain):
        return int(plain)
    advice = "write it with digits only, such as 10195; in Excel, give the column the format 0"
    raise _fault(text, column, "a whole number", advice)


def number(text: str, column: LayoutColumn) -> float:
    """Read a number with or without a fraction. Raises Unreadable."""
    plain = _plain(text, column)
    if re.fullmatch(r"[0-9]+(\.[0-9]+)?", plain):
        return float(plain)
    raise _fault(text, column, "a number", "write it with digits and a point, such as 6.2")


def _negative(column: LayoutColumn) -> bool:
    return "less than 0" in column.tolerates


def _plain(text: str, column: LayoutColumn) -> str:
    """Write a number plainly that is written in one of the tolerated ways."""
    for way in column.tolerates:
        pattern, mended = WRITTEN.get(way, ("", str))
        if re.fullmatch(pattern, text):
            return mended(text)
    return text


def _fault(text: str, column: LayoutColumn, wanted: str, advice: str) -> Unreadable:
    """Say why a text is no number of 0 or more."""
    if text.casefold() in NOT_GIVEN or re.fullmatch(r"\[\w+\]", text):
        advice = "take the row out" if column.required else "leave the cell empty"
        return Unreadable(f"'{text}' stands where no figure is given", advice)
    for way, (pattern, mended) in WRITTEN.items():
        if re.fullmatch(pattern, text) and way not in column.tolerates:
            plain = mended(text)
            return Unreadable(f"'{text}' is not {wanted}", f"write it as {plain}, {declared(way)}")
    if re.fullmatch(r"-[0-9]+(\.[0-9]+)?", text):
        return Unreadable(f"'{text}' is less than 0", "ask the publisher for the right figure")
    return Unreadable(f"'{text}' is not {wanted}", advice)


def declared(way: Tolerated) -> str:
    """Say how a layout tolerates a way of writing."""
    return f"or let the column of the layout say 'tolerates: [{way}]'"
