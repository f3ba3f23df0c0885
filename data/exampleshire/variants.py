"""What goes wrong with real files, done to the county's: for tests, never committed.

Each function takes the street files by name, as `published.street_files()` gives them, and gives
others; months are written as in the files, "2024-11".
"""

import csv
from collections.abc import Callable
from io import StringIO

from data.exampleshire.areas import county
from data.exampleshire.chance import Chance
from data.exampleshire.published import STREET, table

Files = dict[str, str]
Cells = dict[str, str]


def without_month(files: Files, month: str) -> Files:
    """Leave a month's file out."""
    return {name: text for name, text in files.items() if not name.startswith(month)}


def cut_by_half(files: Files, month: str) -> Files:
    """End a month's file after half of its rows."""
    cut = dict(files)
    for name, text in files.items():
        if name.startswith(month):
            lines = text.splitlines(keepends=True)
            cut[name] = "".join(lines[: 1 + len(lines) // 2])
    return cut


def in_2011_codes(files: Files, last: str) -> Files:
    """Write the months up to one with the LSOAs of 2011, as data.police.uk did until late 2023."""
    chance = Chance("back to 2011")

    def back(row: Cells) -> Cells:
        olds = [link.old for link in county().links if link.new.code == row["LSOA code"]]
        if not olds:
            return row
        old = chance.one_of(olds)  # of a merged or an irregular LSOA: either
        return row | {"LSOA code": old.code, "LSOA name": old.name}

    return _rewritten(files, lambda month: month <= last, back)


def without_places(files: Files, first: str, per_thousand: int) -> Files:
    """Take the location from so many more rows of the months from one on."""
    chance = Chance("no location")

    def lose(row: Cells) -> Cells:
        empty = dict.fromkeys(("Longitude", "Latitude", "LSOA code", "LSOA name"), "")
        lost = chance.happens(per_thousand)
        return row | empty | {"Location": "No Location"} if lost else row

    return _rewritten(files, lambda month: month >= first, lose)


def _rewritten(
    files: Files, wanted: Callable[[str], bool], change: Callable[[Cells], Cells]
) -> Files:
    return {
        name: _changed(text, change) if wanted(name[:7]) else text for name, text in files.items()
    }


def _changed(text: str, change: Callable[[Cells], Cells]) -> str:
    rows = csv.DictReader(StringIO(text, newline=""))
    return table(STREET, (tuple(change(row).values()) for row in rows))
