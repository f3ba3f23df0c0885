"""Lay the county out: from the maps in places.py to LSOAs with codes, names and residents."""

from collections.abc import Iterator
from functools import cache
from itertools import count

from data.exampleshire.chance import Chance
from data.exampleshire.places import (
    CHANGES,
    DISTRICTS,
    FESTIVAL,
    HOTSPOT,
    KINDS,
    NAMES,
    VISITORS,
    Cell,
    County,
    Link,
    Lsoa,
    Named,
)

RESIDENTS = {"r": (1010, 1650), "s": (1200, 1900), "e": (1400, 2200), "t": (1500, 2300)}
RESIDENTS |= {"c": (1700, 2400), "v": (310, 330)}
IN_A_WARD, IN_AN_MSOA, WARDS_IN_A_BEAT = 4, 5, 2
SPOTS = ("Green", "Mill", "Fields", "Cross", "Common", "Bridge", "End")
LOCAL = {
    HOTSPOT: "Middlemarch Town Centre",
    VISITORS: "Castle Retail and Leisure Park",
    FESTIVAL: "Freshitt Park and Showground",
}
LOAMSHIRE = Named("E07999001", "Loamshire")

Unit = tuple[str, tuple[Cell, ...], int]


@cache
def county() -> County:
    """Make the county: districts by name, the LSOAs of each from the north in a winding line."""
    old = (f"E019{n:05}" for n in count(1))
    new = (f"E019{n:05}" for n in count(501))
    wards = (f"E059{n:05}" for n in count(1))
    chance = Chance("residents")
    links: list[Link] = []
    lsoas: list[Lsoa] = []
    for number, letter in enumerate(NAMES, start=1):
        district = Named(f"E079{number:05}", NAMES[letter][0])
        cells: dict[Cell, Named] = {}
        for link, cell in _links(letter, district, old, new):
            links.append(link)
            cells[cell] = link.new
        lsoas += _lsoas(letter, cells, district, wards, chance)
    beyond = tuple(_beyond())
    links += [Link(Named(x.code, x.name), Named(x.code, x.name), "U", x.district) for x in beyond]
    return County(tuple(lsoas), tuple(links), beyond)


def _winding(letter: str) -> list[Cell]:
    rows = [[(r, c) for c, x in enumerate(row) if x == letter] for r, row in enumerate(DISTRICTS)]
    return [cell for r, row in enumerate(rows) for cell in (row[::-1] if r % 2 else row)]


def _units(letter: str) -> list[Unit]:
    """Give what stayed and what changed together, in the winding order."""
    changed: dict[Cell, Unit] = {cell: change for change in CHANGES for cell in change[1]}
    return list(dict.fromkeys(changed.get(cell, ("U", (cell,), 1)) for cell in _winding(letter)))


def _links(
    letter: str, district: Named, old: Iterator[str], new: Iterator[str]
) -> Iterator[tuple[Link, Cell]]:
    """Name LSOAs as the ONS does: the district, a number for five of them, a letter for each.

    Those of 2021 that are no LSOA of 2011 come after the others of their number, with new codes.
    """
    units = _units(letter)
    for msoa, first in enumerate(range(0, len(units), IN_AN_MSOA), start=1):
        chunk = units[first : first + IN_AN_MSOA]
        names = (f"{district.name} {msoa:03}{x}" for x in "ABCDEFGHIJKLMNOP")
        parents = [[Named(next(old), next(names)) for _ in range(n)] for _, _, n in chunk]
        for (change, cells, _), olds in zip(chunk, parents, strict=True):
            news = olds if change == "U" else [Named(next(new), next(names)) for _ in cells]
            for p, parent in enumerate(olds):
                for c, (child, cell) in enumerate(zip(news, cells, strict=True)):
                    if change != "X" or p <= c:  # irregular: not each with each
                        yield Link(parent, child, change, district), cell


def _lsoas(
    letter: str,
    cells: dict[Cell, Named],
    district: Named,
    wards: Iterator[str],
    chance: Chance,
) -> Iterator[Lsoa]:
    names, csp = NAMES[letter][2], _csp(letter)
    order = _winding(letter)
    chunks = [order[i * IN_A_WARD : (i + 1) * IN_A_WARD] for i in range(len(names) - 1)]
    chunks.append(order[len(chunks) * IN_A_WARD :])
    for n, (ward, chunk) in enumerate(zip(_by_centre(names, chunks), chunks, strict=True)):
        place = Named(next(wards), ward)
        beat_number = n // WARDS_IN_A_BEAT + 1
        beat = Named(f"EX-{letter}{beat_number}", f"{district.name} Beat {beat_number}")
        for spot, cell in zip(SPOTS, chunk, strict=False):
            kind = KINDS[cell[0]][cell[1]]
            local = LOCAL.get(cell) or _local(district.name, ward, spot, kind)
            yield Lsoa(
                code=cells[cell].code,
                name=cells[cell].name,
                local="" if cell == order[0] else local,
                kind=kind,
                cell=cell,
                residents=chance.between(*RESIDENTS[kind]),
                ward=place,
                beat=beat,
                district=district,
                csp=csp,
            )


def _by_centre(names: tuple[str, ...], chunks: list[list[Cell]]) -> list[str]:
    """Give the first name to the ward with the first centre."""
    first = next(n for n, chunk in enumerate(chunks) if any(KINDS[r][c] == "c" for r, c in chunk))
    others = list(names[1:])
    return [*others[:first], names[0], *others[first:]]


def _local(district: str, ward: str, spot: str, kind: str) -> str:
    return f"{district} Centre, {ward} {spot}" if kind == "c" else f"{ward} {spot}"


def _csp(letter: str) -> Named:
    names = list(dict.fromkeys(csp for _, csp, _ in NAMES.values()))
    name = NAMES[letter][1]
    return Named(f"E229{names.index(name) + 1:05}", name)


def _beyond() -> Iterator[Lsoa]:
    """Give three LSOAs next door, where an offence may be snapped to."""
    for n, letter in enumerate("ABC", start=1):
        yield Lsoa(
            code=f"E01999{n:03}",
            name=f"Loamshire 001{letter}",
            local="",
            kind="r",
            cell=(-1, n),
            residents=1300 + 100 * n,
            ward=Named("E05999001", "Treddleston"),
            beat=Named("", ""),
            district=LOAMSHIRE,
            csp=Named("E22999001", "Loamshire"),
        )
