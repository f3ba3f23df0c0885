"""The made-up county on paper: districts, wards, beats and LSOAs, each with its code and name.

No code is in use: every one has a 9 in its fourth place (E019, E059, E079, ...).
"""

from dataclasses import dataclass

Cell = tuple[int, int]  # row from the north, column from the west

# A letter for each LSOA of 2021: its district.
DISTRICTS = [
    "LLLLLCCCCCCRRRR",
    "LLLLLCCCCCCRRRR",
    "LLLLLCCCCCBRRRR",
    "LLLLMMCCCCBBRRR",
    "LMMMMMMBBBBBRRR",
    "FMMMMMBBBBBBSSS",
    "FFMMMMMBBBBSSSS",
    "FFFMMMMBBBBSSSS",
    "FFFFFMMBBBBSSSS",
    "FFFFFFFFFSSSSSS",
]

# And its kind: rural, suburb, estate, terraces, centre, visitors.
KINDS = [
    "rrrrrrrrrrrrrrr",
    "rrsrrrssrrrrsrr",
    "rscerrscesrrscr",
    "rrsrrssesrrsser",
    "rrrtesrstetsrrr",
    "rrstcestctesrsr",
    "rrsetsrteesssce",
    "rsrsrvrstsrsesr",
    "rscesrrrssrrssr",
    "rrsesrrrrrrrsrr",
]

HOTSPOT: Cell = (5, 4)
VISITORS: Cell = (7, 5)
FESTIVAL: Cell = (8, 6)

# How LSOAs of 2011 became those of 2021, where they changed: cells of 2021, number in 2011.
CHANGES: tuple[tuple[str, tuple[Cell, ...], int], ...] = (
    ("S", ((6, 2), (6, 3)), 1),
    ("M", ((7, 3),), 2),
    ("S", ((4, 7), (4, 8), (4, 9)), 1),
    ("X", ((3, 12), (3, 13)), 2),
)


# Letter: name, Community Safety Partnership, wards. The first ward has the centre.
NAMES = {
    "B": (
        "Barchester",
        "Barchester",
        ("Cathedral", "Hiram", "Plumstead", "Ullathorne", "Puddingdale", "Framley"),
    ),
    "C": (
        "Casterbridge",
        "Casterbridge",
        ("Cornmarket", "Mixen", "Durnover", "Weatherbury", "Mellstock"),
    ),
    "F": ("Cranford", "Cranford", ("Castle", "Drumble", "Combehurst", "Hollingford", "Abbey")),
    "L": (
        "Lowick",
        "Lowick and Raveloe",
        ("Lowick Manor", "Quallingham", "Yoddrell", "Abbey", "Freeman's End"),
    ),
    "M": (
        "Middlemarch",
        "Middlemarch",
        ("Market", "Tipton", "Stone Court", "Houndsley", "Castle", "Freshitt"),
    ),
    "R": ("Raveloe", "Lowick and Raveloe", ("Rainbow", "Red House", "Stone Pits", "Batherley")),
    "S": ("St Ogg's", "St Ogg's", ("Floss", "Dorlcote", "Garum Firs", "Basset", "Luckreth")),
}


@dataclass(frozen=True)
class Named:
    """An area: its code and its name."""

    code: str
    name: str


@dataclass(frozen=True)
class Lsoa:
    """An LSOA of 2021, with the areas it lies in and its mid-2022 residents.

    local: its readable name, "" where nobody gave it one. cell: its place in the map above.
    """

    code: str
    name: str
    local: str
    kind: str
    cell: Cell
    residents: int
    ward: Named
    beat: Named
    district: Named
    csp: Named


@dataclass(frozen=True)
class Link:
    """An LSOA of 2011 and one that it became, with the change's letter (U, S, M or X)."""

    old: Named
    new: Named
    change: str
    district: Named


@dataclass(frozen=True)
class County:
    """All that lies in the county; `beyond` are LSOAs of the county next door, `links` of both."""

    lsoas: tuple[Lsoa, ...]
    links: tuple[Link, ...]
    beyond: tuple[Lsoa, ...]

    def at(self, cell: Cell) -> Lsoa:
        """Find the LSOA of a place in the map."""
        return next(lsoa for lsoa in self.lsoas if lsoa.cell == cell)


COUNTY = Named("E10900001", "Exampleshire")
FORCE = Named("E23900001", "Exampleshire")
