"""The cells of tables as text: numbers, codes and signs, their markers behind them."""

from collections.abc import Mapping

from report.assessment import Cell, Column, Number, Polarity
from report.words.numbers import DECIMALS, number, rounded

STATUS = {
    "complete": "● Complete",
    "in progress": "◐ In progress",
    "not started": "○ Not started",
    "at risk": "▲ At risk",
    "not published": "– Not published",
}

# Unit of a column -> the codes that stand in it, in words.
CODES: Mapping[str, Mapping[str, str]] = {
    "status": STATUS,
    "entry": {"new": "★ new entry"},
    "state": {
        "reducing": "↓ reducing",
        "controlled": "↔ under control",
        "uncontrolled": "▲ out of control",
    },
    "follows": {
        "priority": "★ priority",
        "kept": "★ priority, for a reason",
        "discuss": "○ to be discussed",
        "none": "– no priority",
    },
    "age": {"fresh": "● in date", "stale": "▲ out of date"},
}

# Unit of a column -> its numbers as a sign and a word.
SIGNS: Mapping[str, Mapping[int, str]] = {
    "mark": {1: "▲ significantly high", -1: "▼ significantly low"},
    "peers": {1: "▲ worse", -1: "● better", 0: "○ in line", 2: "△ higher", -2: "▽ lower"},
    "verdict": {1: "▲ Challenge", 0: "○ Watch", -1: "● Improving"},
    "moves": {1: "◆\N{NO-BREAK SPACE}moves", 0: "stays"},
}

# Unit of a column -> what stands between a value and what it is out of.
BETWEEN = {"limits": " to ", "position": "/", "years": " of "}

# What a change means for the better or the worse, and that within normal variation it means
# neither: the signs of a rise and of a fall. The hollow and the filled part them in grey print too.
WAY_SIGNS = {
    "better": ("△", "▽"),
    "worse": ("▲", "▼"),
    "neither": ("↑", "↓"),
    "usual": ("≈", "≈"),
}

# What a legend says of areas whose value is a marker.
WITHHELD = {"c": "not shown [c]", "x": "no figure [x]"}


def cell(item: Cell, column: Column) -> str:
    """Show a cell of an exhibit, its markers behind it in square brackets."""
    marks = " ".join(f"[{m}]" for m in item.markers)
    if item.value is None:
        return marks
    text = _shown(item, column)
    return f"{text} {marks}" if marks else text


def withheld(marker: str) -> str:
    """Name a value that is a marker alone."""
    return WITHHELD[marker]


def _shown(item: Cell, column: Column) -> str:
    if isinstance(item.value, str):
        return CODES.get(column.unit, {}).get(item.value, item.value)
    assert item.value is not None
    if column.unit == "rank":
        return f"{item.value}{'=' if item.tied else ''}"
    if column.unit in BETWEEN:
        return _of(item, column)
    if column.unit in ("movement", "entry", "places"):
        return movement(item.value)
    if column.unit in SIGNS:
        return SIGNS[column.unit][int(item.value)]
    return number(item.value, column.unit, column.decimals)


def _of(item: Cell, column: Column) -> str:
    """Show both numbers of a cell: "12/15", "12=/15", "4 of 6", or limits, "3.2 to 7.4"."""
    pair = [str(item.value), str(item.of)]
    if column.unit == "limits":
        known = [at for at in (item.value, item.of) if isinstance(at, int | float)]
        pair = [number(at, "per 1,000", column.decimals) for at in known]
    return f"{'=' if item.tied else ''}{BETWEEN[column.unit]}".join(pair)


def way(item: Cell, column: Column, polarity: Polarity | None) -> tuple[str, str] | None:
    """Give what a percentage change means, a key of WAY_SIGNS, and its sign.

    None for any other cell, for what shows as no change, where the polarity is not known, and where
    a caution stands with the change.
    """
    if {"b", "n"} & set(item.markers):
        return None
    if column.unit != "change %" or polarity is None or not isinstance(item.value, int | float):
        return None
    places = DECIMALS[column.unit] if column.decimals is None else column.decimals
    change = rounded(item.value, places)
    if change == 0:
        return None
    good = {"lower is better": change < 0, "higher is better": change > 0}.get(polarity)
    meaning = "usual" if item.usual else {True: "better", False: "worse", None: "neither"}[good]
    return meaning, WAY_SIGNS[meaning][change < 0]


def movement(places: Number) -> str:
    """Show places gained or lost in the peer group: arrow and words, above 0 is better."""
    if places == 0:
        return "↔ no change"
    return f"↑ up {places}" if places > 0 else f"↓ down {-places}"
