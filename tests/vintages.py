"""A made-up partnership whose LSOAs changed between two censuses, with records of both.

Of Middlemarch's LSOAs one stayed, one was split in two, two were merged, and two changed
irregularly. October's offences have the codes of 2011, November's those of 2021.
"""

from pathlib import Path

from tests.editions import EDITION
from tests.made_up import altered, project

DATA = "data/middlemarch/2023-24"

YAML = """\
period: {first: 2023-11-01, last: 2023-11-30}
comparison: {period: {first: 2023-10-01, last: 2023-10-31}}
history: 0
published: 2024-01-31
status: final
document: {title: Middlemarch strategic assessment}
sources:
  areas: {file: lsoa21.csv, layout: ons-lsoa21-districts, title: LSOAs of 2021}
  changes: {file: changes.csv, layout: ons-lsoa11-lsoa21, title: Changes of LSOAs}
  residents: {file: pop11.csv, layout: ons-lsoa11-population, title: People, values: {year: 2020}}
  street: {file: data/middlemarch/street, layout: police-uk-street, title: Street-level crime}
sections:
  - kind: theme
    id: burglary
    title: Burglary
    category: burglary
    top: {areas: LSOA}
  - {kind: methods, id: methods, title: Sources and methods}
"""

STAYED, SPLIT, LEFT, RIGHT = "E01999901", "E01999902", "E01999911", "E01999912"
ONE, TWO, MERGED = "E01999903", "E01999904", "E01999913"
FROM, TO, REST, TAKEN = "E01999905", "E01999906", "E01999915", "E01999916"

NAMES_2011 = {
    STAYED: "001A",
    SPLIT: "001B",
    ONE: "002A",
    TWO: "002B",
    FROM: "003A",
    TO: "003B",
}
NAMES_2021 = {
    STAYED: "001A",
    LEFT: "001C",
    RIGHT: "001D",
    MERGED: "002C",
    REST: "003C",
    TAKEN: "003D",
}
CHANGES = [
    (STAYED, STAYED, "U"),
    (SPLIT, LEFT, "S"),
    (SPLIT, RIGHT, "S"),
    (ONE, MERGED, "M"),
    (TWO, MERGED, "M"),
    (FROM, REST, "X"),
    (FROM, TAKEN, "X"),
    (TO, TAKEN, "X"),
]
# Burglaries: in October by the codes of 2011, in November by those of 2021.
OCTOBER = {STAYED: 2, SPLIT: 5, ONE: 1, TWO: 2, FROM: 3, TO: 1}
NOVEMBER = {STAYED: 1, LEFT: 4, RIGHT: 2, MERGED: 6, REST: 1, TAKEN: 2}
RESIDENTS_2011 = {STAYED: 1500, SPLIT: 3000, ONE: 700, TWO: 800, FROM: 1600, TO: 1400}
RESIDENTS_2021 = {STAYED: 1510, LEFT: 2000, RIGHT: 1100, MERGED: 1490, REST: 900, TAKEN: 2200}

STREET = (
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,"
    "Crime type,Last outcome category,Context\n"
)


def two_vintages(root: Path) -> Path:
    """Lay the project out; gives the path of its edition."""
    config = project(root)
    config.write_text(YAML, encoding="utf-8")
    district = "E99000001,Middlemarch"
    name11 = {code: f"Middlemarch {name}" for code, name in NAMES_2011.items()}
    name21 = {code: f"Middlemarch {name}" for code, name in NAMES_2021.items()}
    _write(
        root / DATA / "lsoa21.csv",
        "lsoa21_name,lsoa21_code,ward24_name,ward24_code,ltla24_name,ltla24_code",
        [
            f"{name},{code},Lowick Gate,E05999901,Middlemarch,E99000001"
            for code, name in name21.items()
        ],
    )
    _write(
        root / DATA / "changes.csv",
        "LSOA11CD,LSOA11NM,LSOA21CD,LSOA21NM,CHGIND,LAD22CD,LAD22NM,LAD22NMW,ObjectId",
        [f"{o},{name11[o]},{n},{name21[n]},{c},{district},,1" for o, n, c in CHANGES],
    )
    _write(
        root / DATA / "pop11.csv",
        "lsoa11_code,lsoa11_name,total_population",
        [f"{code},{name11[code]},{number}" for code, number in RESIDENTS_2011.items()],
    )
    _write(
        root / DATA / "pop21.csv",
        "lsoacd,population",
        [f"{code},{number}" for code, number in RESIDENTS_2021.items()],
    )
    for month, counts in (("2023-10", OCTOBER), ("2023-11", NOVEMBER)):
        path = root / "data" / "middlemarch" / "street" / f"{month}-exampleshire-street.csv"
        path.parent.mkdir(exist_ok=True)
        row = f",{month},Exampleshire Police,Exampleshire Police,,,On or near Lane,"
        _write(
            path,
            STREET.strip(),
            [f"{row}{c},,Burglary,," for c, n in counts.items() for _ in range(n)],
        )
    return config


def by_population(root: Path) -> Path:
    """Take the residents of 2021's areas, and share counts out by them."""
    config = two_vintages(root)
    altered(root, EDITION, "pop11.csv, layout: ons-lsoa11", "pop21.csv, layout: ons-lsoa21")
    altered(root, EDITION, "history: 0\n", "history: 0\ngeography: {bridge: by population}\n")
    return config


def _write(path: Path, header: str, rows: list[str]) -> None:
    path.write_text("\n".join([header, *rows, ""]), encoding="utf-8")
