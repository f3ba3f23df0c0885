"""Decide what a new edition is made of: found in the files where they say it, else assumed."""

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from report.config.complaints import validated
from report.config.model import CategoriesKeys, CategoryKeys
from report.config.reading import read
from report.errors import InputError, Problem, Where, suggestion
from report.kit.recognition import first_rows, layouts, reading
from report.kit.street import Street, look_through
from report.periods import Period
from report.sources.layouts import Layout
from report.sources.values import called

STREET = "police-uk-street"
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)|(?:mid|pop(?:ulation)?)[-_ ]?(\d\d)(?!\d)")


@dataclass(frozen=True)
class Asked:
    """What the analyst typed: the partnership's name, its district's code, and the files."""

    name: str
    district: str
    street: Path
    population: Path
    lookups: tuple[Path, ...] = ()
    boundaries: tuple[Path, ...] = ()


@dataclass(frozen=True)
class StarterSource:
    """A source as the YAML names it."""

    id: str
    file: str
    layout: str
    title: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Starter:
    """What the two YAML files are written from.

    districts: code -> name of the county's other districts, none where there is no county. areas:
    code -> name of the LSOAs, where no list gives them. whole, adds_up: the category that adds up
    `parts`, which are in the files as `others` are, the most frequent first. year: of the
    residents. lsoas: how many the district has.
    """

    asked: Asked
    slug: str
    edition: str
    name: str
    county: str
    districts: Mapping[str, str]
    areas: Mapping[str, str]
    period: Period
    history: int
    published: date
    sources: tuple[StarterSource, ...]
    whole: str
    adds_up: CategoryKeys
    parts: Mapping[str, CategoryKeys]
    others: Mapping[str, CategoryKeys]
    wards: bool
    street: Street
    year: int
    year_assumed: bool
    lsoas: int


def starter(asked: Asked, root: Path) -> Starter:
    """Look through the files, and decide what the edition is made of.

    Raises InputError where a file cannot be read, or the district is nowhere in them.
    """
    known = layouts(root)
    reading(asked.street, known, "counts")
    street = look_through(asked.street, known[STREET])
    lists = _lists(asked, known, street)
    inside = _districts(lists, known)
    own = _own(asked, inside, street, lists)
    county = _county(asked, inside, street)
    period, history = _period(street)
    categories, adds_up = _categories(root, known[STREET], street.held(set(own)))
    population = _best(asked.population, known, street, "population")
    year, assumed = _year(asked.population, period)
    residents = StarterSource(
        "residents", _typed(asked.population, root), population, "Residents", {"year": year}
    )
    crime = StarterSource("street", _typed(asked.street, root), STREET, "Street-level crime")
    needed = _bridged(known[population], lists, known)
    layouts_of = [
        (path, name)
        for path, names in lists.items()
        for name in names
        if needed or known[name].table != "bridge"
    ]
    sources = [
        StarterSource(name.removeprefix("ons-"), _typed(path, root), name, known[name].title)
        for path, name in layouts_of
    ]
    return Starter(
        asked=asked,
        slug=slug(asked.name),
        edition=f"{period.first.year}-{period.last.year % 100:02d}",
        name=inside.get(next(iter(own)), ("", asked.name))[1] or asked.name,
        county=_force(street) if county else "",
        districts=county,
        areas={} if inside else own,
        period=period,
        history=history,
        published=period.last + timedelta(days=1),
        sources=(*sources, residents, crime),
        whole=known[STREET].sums[0],
        adds_up=adds_up,
        parts={id_: keys for id_, keys in categories.items() if id_ in adds_up.parts},
        others={id_: keys for id_, keys in categories.items() if id_ not in adds_up.parts},
        wards=any(name.endswith("-wards") for _, name in layouts_of),
        street=street,
        year=year,
        year_assumed=assumed,
        lsoas=len(own),
    )


def slug(name: str) -> str:
    """Give a name as a folder's name."""
    kept = "".join(c if c.isalnum() else " " for c in name.casefold())
    return "-".join(kept.split())


def _typed(path: Path, root: Path) -> str:
    """Give a path as the YAML has it: from the root, with a folder in it."""
    try:
        relative = Path(os.path.relpath(path.resolve(), root.resolve())).as_posix()
    except ValueError:  # another drive of Windows
        relative = path.resolve().as_posix()
    return relative if "/" in relative else f"./{relative}"


def _lists(asked: Asked, known: dict[str, Layout], street: Street) -> dict[Path, list[str]]:
    """Find the layouts of each list: of areas those that know the areas of the street files."""
    found: dict[Path, list[str]] = {}
    for path in asked.lookups:
        names = reading(path, known, "areas", "bridge", "names")
        found[path] = [n for n in names if _knows(path, known[n], street)]
        if not found[path]:
            what = "holds none of the areas in the files of street-level crime"
            advice = "take the list of the same census: 2011 for files until 2023, 2021 since"
            raise InputError([Problem(Where(path.as_posix()), what, advice)])
    return found


def _knows(path: Path, layout: Layout, street: Street) -> bool:
    """Whether a list is one of areas that most rows are in, or one that tells of other things."""
    if layout.table != "areas":
        return True
    if layout.columns["kind"].always not in ("", "LSOA"):
        return True
    return _covered(path, layout, "code", street) > street.rows / 2


def _covered(path: Path, layout: Layout, column: str, street: Street) -> int:
    """Count the rows whose area a file knows."""
    text = first_rows(path)
    at = text.header.index(layout.columns[column].header)
    return sum(street.codes[code] for code in {cells[at] for _, cells in text.rows})


def _best(path: Path, known: dict[str, Layout], street: Street, table: str) -> str:
    """Give the layout of a file that knows most areas."""
    names = reading(path, known, table)
    return max(names, key=lambda name: _covered(path, known[name], "area", street))


def _bridged(population: Layout, lists: dict[Path, list[str]], known: dict[str, Layout]) -> bool:
    """Whether residents are given for the areas of another census than the offences are."""
    census = population.columns["vintage"].always
    names = {name for found in lists.values() for name in found if known[name].table == "areas"}
    own = f"lsoa{census[2:]}"  # the ONS's lists have the census in their names
    return bool(census) and any("lsoa" in name and own not in name for name in names)


def _districts(
    lists: dict[Path, list[str]], known: dict[str, Layout]
) -> dict[str, tuple[str, str]]:
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


def _own(
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


def _county(asked: Asked, inside: dict[str, tuple[str, str]], street: Street) -> dict[str, str]:
    """Give the other districts that the files cover.

    Those with at least a tenth of the own district's rows in each LSOA: of a neighbouring force's
    districts only some rows at the border are there.
    """
    rows: dict[tuple[str, str], list[int]] = {}
    for code, district in inside.items():
        rows.setdefault(district, []).append(street.codes[code])
    usual = {district: sum(found) / len(found) for district, found in rows.items()}
    own = max((n for (code, _), n in usual.items() if code == asked.district), default=0)
    covered = {code: name for (code, name), n in usual.items() if 10 * n >= own > 0}
    return {code: covered[code] for code in sorted(covered) if code != asked.district}


def _force(street: Street) -> str:
    """Give the name of the police force that most rows fall within, without the word police."""
    name = street.forces.most_common(1)[0][0]
    return re.sub(r" (Police|Constabulary)$", "", name) or "Force area"


def _period(street: Street) -> tuple[Period, int]:
    """Take the last twelve months, or all where they are fewer; and the years before them."""
    months = street.first_days()
    after = (months[-1] + timedelta(days=31)).replace(day=1)
    last = after - timedelta(days=1)
    year = Period(after.replace(year=after.year - 1), last, "rolling 12 months")
    if months[0] > year.first:
        return Period(months[0], last), 0
    earlier = sum(year.earlier(n).first >= months[0] for n in range(1, len(months)))
    return year, max(earlier, 1)


def _year(path: Path, period: Period) -> tuple[int, bool]:
    """Give the year of the residents by the file's name, or else assume the period's first."""
    found = YEAR.search(path.stem)
    if not found:
        return period.first.year, True
    return int(found[1] or f"20{found[2]}"), False


def _categories(
    root: Path, layout: Layout, types: list[str]
) -> tuple[dict[str, CategoryKeys], CategoryKeys]:
    """Give the categories of some crime types, in their order, and the whole of those added up."""
    text = read(root / "config" / "categories.yaml", root)
    keys, problems = validated(CategoriesKeys, text.data, text)
    if keys is None:
        raise InputError(problems)
    ids = {name.casefold(): id_ for name, id_ in called(keys.categories).items()}
    meant = layout.columns["category"].meant
    named = (meant.get(each.casefold(), each).casefold() for each in types)
    listed = {ids[name]: keys.categories[ids[name]] for name in named if name in ids}
    return listed, keys.categories[layout.sums[0]]
