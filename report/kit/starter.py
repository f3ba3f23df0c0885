"""Decide what a new edition is made of: found in the files where they say it, else assumed."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from report.assessment import slug
from report.config.categories import CategoriesKeys, CategoryKeys
from report.config.complaints import validated
from report.config.reading import read
from report.errors import InputError, Problem, Where
from report.kit.lists import (
    Asked,
    best,
    boundaries_of,
    bridged,
    county_districts,
    districts,
    lists_of,
    own_areas,
)
from report.kit.recognition import layouts, reading
from report.kit.street import Street, look_through
from report.periods import A_YEAR, Period
from report.sources.layouts import Layout
from report.sources.values import called

STREET = "police-uk-street"
# The year of residents in a file's name: "2022" or "mid22".
NAMED_YEAR = re.compile(rf"(?<!\d)({A_YEAR})(?!\d)|(?:mid|pop(?:ulation)?)[-_ ]?(\d\d)(?!\d)")


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
    maps: tuple[str, ...]
    wards: bool
    street: Street
    year: int
    year_assumed: bool
    lsoas: int


def starter(asked: Asked, root: Path) -> Starter:
    """Look through the files, and decide what the edition is made of.

    Raises InputError where a file cannot be read, or the district is nowhere in them.
    """
    if not slug(asked.name):
        raise InputError([Problem(Where("NAME"), "is empty", "give the partnership's name")])
    known = layouts(root)
    reading(asked.street, known, "counts")
    street = look_through(asked.street, known[STREET])
    lists = lists_of(asked, known, street)
    inside = districts(lists, known)
    own = own_areas(asked, inside, street, lists)
    county = county_districts(asked, inside, street)
    period, history = _period(street)
    categories, adds_up = _categories(root, known[STREET], street.held(set(own)))
    if not categories:
        what = f"holds no row in {asked.district}"
        advice = "look the district's code up, or take the files of its police force"
        raise InputError([Problem(Where(asked.street.as_posix()), what, advice)])
    population = best(asked.population, known, street, "population")
    year, assumed = _year(asked.population, period)
    residents = StarterSource(
        "residents",
        _typed(asked.population, root),
        population,
        "Residents (year assumed)" if assumed else "Residents",
        {"year": year},
    )
    crime = StarterSource("street", _typed(asked.street, root), STREET, "Street-level crime")
    needed = bridged(known[population], lists, known)
    layouts_of = [
        (path, name)
        for path, names in lists.items()
        for name in names
        if needed or known[name].table != "bridge"
    ]
    wide = {code for code, (district, _) in inside.items() if district in county} | set(own)
    borders, there = boundaries_of(asked, known, {*wide, asked.district, *county})
    layouts_of += [(path, name) for path, names in borders.items() for name in names]
    sources = [
        StarterSource(name.removeprefix("ons-"), _typed(path, root), name, known[name].title)
        for path, name in layouts_of
    ]
    return Starter(
        asked=asked,
        slug=slug(asked.name),
        edition=_edition(period),
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
        maps=_maps(there, set(own), wide if county else set(), {asked.district, *county}),
        wards=any(name.endswith("-wards") for _, name in layouts_of),
        street=street,
        year=year,
        year_assumed=assumed,
        lsoas=len(own),
    )


def _edition(period: Period) -> str:
    """Name an edition by the years it lies in: "2024-25", or "2025"."""
    first, last = period.first.year, period.last.year
    return f"{first}-{last % 100:02d}" if first != last else str(first)


def _maps(there: set[str], own: set[str], wide: set[str], districts: set[str]) -> tuple[str, ...]:
    """Give the maps for which all boundaries are there: of the district, the county, districts."""
    chosen = {
        "district": own <= there,
        "county": bool(wide) and wide <= there,
        "districts": bool(wide) and wide | districts <= there,
    }
    return tuple(name for name, holds in chosen.items() if holds)


def _typed(path: Path, root: Path) -> str:
    """Give a path as the YAML has it: from the root, with a folder in it."""
    try:
        relative = Path(os.path.relpath(path.resolve(), root.resolve())).as_posix()
    except ValueError:  # another drive of Windows
        relative = path.resolve().as_posix()
    return relative if "/" in relative else f"./{relative}"


def _force(street: Street) -> str:
    """Name the area of the police force that most rows fall within, which may be no one county."""
    return f"{street.forces.most_common(1)[0][0] or 'Force'} area"


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
    found = NAMED_YEAR.search(path.stem)
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
