"""The lists of areas that an analyst has: which of them fit the offences, and what they say."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from report.errors import InputError, Problem, Where, suggestion
from report.kit.recognition import first_rows, parts, reading
from report.kit.street import Street
from report.sources.boundaries import FILES, codes_of
from report.sources.layouts import Layout

# The share of the last month's rows whose areas a list has to know, to be of the right census;
# and the share of the own district's rows in each LSOA below which a district is a neighbour's.
KNOWN, NEIGHBOUR = 0.97, 0.25


@dataclass(frozen=True)
class Asked:
    """What the analyst typed: the partnership's name, its district's code, and the files."""

    name: str
    district: str
    street: Path
    population: Path
    lookups: tuple[Path, ...] = ()
    boundaries: tuple[Path, ...] = ()


def lists_of(asked: Asked, known: dict[str, Layout], street: Street) -> dict[Path, list[str]]:
    """Find the layouts of each list; of lists of LSOAs those of the census that the offences use.

    Raises InputError where a file is no list, or knows too few of the areas in the street files.
    """
    found = {path: reading(path, known, "areas", "bridge", "names") for path in asked.lookups}
    covers = {
        (path, name): _covered(path, known[name], "code", street)
        for path, names in found.items()
        for name in names
        if known[name].table == "areas" and known[name].columns["kind"].always == "LSOA"
    }
    most = max(covers.values(), default=0)
    if covers and not any(known[n].table == "bridge" for names in found.values() for n in names):
        problems = _too_few(covers, most, street)
        if problems:
            raise InputError(problems)
    other = {each for each, rows in covers.items() if rows < most}
    return {
        path: [name for name in names if (path, name) not in other] for path, names in found.items()
    }


def _too_few(covers: dict[tuple[Path, str], int], most: int, street: Street) -> list[Problem]:
    """Say that no list knows the areas of nearly all rows."""
    located = street.latest().total()
    if most >= KNOWN * located:
        return []
    path = max(covers, key=lambda each: covers[each])[0]
    what = f"knows the areas of {most:,} of the last month's {located:,} rows with a location"
    advice = (
        "take the list of the census that the files use, 2011 until 2023 and 2021 since, or add "
        "a list of the changes with another --lookup"
    )
    return [Problem(Where(path.as_posix()), what, advice)]


def _covered(path: Path, layout: Layout, column: str, street: Street) -> int:
    """Count the rows of the last month whose area a file knows."""
    text = first_rows(path)
    at = text.header.index(layout.columns[column].header)
    latest = street.latest()
    return sum(latest[code] for code in {cells[at] for _, cells in text.rows})


def best(path: Path, known: dict[str, Layout], street: Street, table: str) -> str:
    """Give the layout of a file that knows most areas."""
    names = reading(path, known, table)
    return max(names, key=lambda name: _covered(path, known[name], "area", street))


def boundaries_of(
    asked: Asked, known: dict[str, Layout], wanted: set[str]
) -> tuple[dict[Path, list[str]], set[str]]:
    """Find the layouts of each file of boundaries that hold some areas, and which of them.

    Raises InputError where a file holds none.
    """
    layouts = {name: layout for name, layout in known.items() if layout.table == "boundaries"}
    found, there = dict[Path, list[str]](), set[str]()
    for path in asked.boundaries:
        held = {name: wanted & _held(path, layouts[name]) for name in layouts}
        names = [name for name in layouts if held[name]]
        found[path] = [name for name in names if layouts[name].note] or names  # with attribution
        there |= set[str]().union(*held.values())
        if not names:
            what = "holds no boundary of the district's areas"
            advice = "take the boundaries of the same year"
            raise InputError([Problem(Where(path.as_posix()), what, advice)])
    return found, there


def _held(path: Path, layout: Layout) -> set[str]:
    """Give the codes that a file holds by a layout; none where it has no such property."""
    try:
        return codes_of(parts(path, *FILES), layout)
    except InputError:
        return set()


def bridged(population: Layout, lists: dict[Path, list[str]], known: dict[str, Layout]) -> bool:
    """Whether residents are given for the areas of another census than the offences are."""
    census = population.columns["vintage"].always
    names = {name for found in lists.values() for name in found if known[name].table == "areas"}
    own = f"lsoa{census[2:]}"  # the ONS's lists have the census in their names
    return bool(census) and any("lsoa" in name and own not in name for name in names)


def districts(lists: dict[Path, list[str]], known: dict[str, Layout]) -> dict[str, tuple[str, str]]:
    """Give LSOA -> code and name of its district, from the lists of districts."""
    found: dict[str, tuple[str, str]] = {}
    for path, names in lists.items():
        for layout in (known[name] for name in names):
            if layout.table == "areas" and layout.columns["inside_kind"].always == "district":
                text = first_rows(path)
                at = [
                    text.header.index(layout.columns[name].header)
                    for name in ("code", "inside", "inside_name")
                ]
                for _, cells in text.rows:
                    code, inside, name = (cells[n] for n in at)
                    found[code] = (inside, name)
    return found


def own_areas(
    asked: Asked,
    inside: dict[str, tuple[str, str]],
    street: Street,
    lists: Iterable[Path],
) -> dict[str, str]:
    """Give code -> name of the district's LSOAs: by the list, else by the publisher's names."""
    if inside:
        codes = {code for code, (district, _) in inside.items() if district == asked.district}
        if not codes:
            districts = {district for district, _ in inside.values()}
            what = f"no LSOA of the list lies in '{asked.district}'"
            near = suggestion(asked.district, districts, "look the district's code up")
            raise InputError([Problem(Where(next(iter(lists)).as_posix()), what, near)])
    else:
        folded = asked.name.casefold()
        codes = {
            c for c, name in street.names.items() if name.rpartition(" ")[0].casefold() == folded
        }
        if not codes:
            names = {name.rpartition(" ")[0] for name in street.names.values()}
            what = f"no area of the files is called '{asked.name}' with a number"
            near = suggestion(asked.name, names, "give --lookup, a list of LSOAs in districts")
            raise InputError([Problem(Where(asked.street.as_posix()), what, near)])
    return {code: street.names.get(code, code) for code in sorted(codes)}


def county_districts(
    asked: Asked, inside: dict[str, tuple[str, str]], street: Street
) -> dict[str, str]:
    """Give the other districts that the files cover.

    Those with at least a quarter of the own district's rows in each LSOA: of a neighbouring force's
    districts only some rows at the border are there.
    """
    rows: dict[tuple[str, str], list[int]] = {}
    for code, district in inside.items():
        rows.setdefault(district, []).append(street.codes[code])
    usual = {district: sum(found) / len(found) for district, found in rows.items()}
    own = max((n for (code, _), n in usual.items() if code == asked.district), default=0)
    covered = {code: name for (code, name), n in usual.items() if n >= NEIGHBOUR * own > 0}
    return {code: covered[code] for code in sorted(covered) if code != asked.district}
