"""The areas that sources list: LSOAs in their districts and wards, and the names people use.

They are known before anything is counted, so these sources are read first.
"""

from typing import Any, NamedTuple

import pandas as pd

from report.config.partnership import AreaKeys
from report.config.study import Study
from report.errors import InputError, Problem
from report.sources.bridges import bridged
from report.sources.layouts import read_layout
from report.sources.tables import COLUMNS
from report.sources.typed import given_values, texts_of, typed
from report.sources.values import Names


class Place(NamedTuple):
    """One row of the table of areas: an area, and a wider one that it lies in."""

    code: str
    name: str
    kind: str
    inside: str
    inside_name: str
    inside_kind: str


def listing(study: Study) -> Study:
    """Give the study with every area that it reports, of the codes of one census.

    Raises InputError with the problems of all sources of areas.
    """
    return bridged(_listed(study), _read)


def _listed(study: Study) -> Study:
    """Give the study with every area that its sources list and that belongs to it.

    Those are all areas inside one that the YAML names, such as the LSOAs of a district, and then
    the areas that these lie in as well, such as their wards. A ward lies in what holds all of it.
    """
    rows = [Place(*row) for row in _read(study, "areas")]
    spoken = dict(_read(study, "names"))
    if not rows and not spoken:
        return study
    known = _inside(set(study.areas()), rows)
    named = [row for row in rows if row.code in known]
    inner = study.listing(_areas(named, known), spoken)
    outer = {row.inside: row for row in named if row.inside not in known}
    wider = [
        AreaKeys(
            code=code,
            name=row.inside_name,
            kind=row.inside_kind,
            inside=_holding(inner, named, code),
        )
        for code, row in outer.items()
    ]
    elsewhere = {row.code for row in rows} - known
    return study.listing([*_areas(named, {*known, *outer}), *wider], spoken, elsewhere)


def relevant(table: str, rows: pd.DataFrame, codes: frozenset[str]) -> pd.DataFrame:
    """Leave out the rows of areas elsewhere, of tables that publishers give for the whole country.

    codes: of the areas that the edition knows.
    """
    if table == "areas":
        return rows[rows["code"].isin(codes) & rows["inside"].isin(codes)]
    if table == "names":
        return rows[rows["code"].isin(codes)]
    if table == "bridge":
        return rows[rows["old"].isin(codes) | rows["new"].isin(codes)]
    return rows


def _read(study: Study, table: str) -> list[tuple[Any, ...]]:
    """Give the rows of all sources of a table."""
    found: list[tuple[Any, ...]] = []
    problems: list[Problem] = []
    for id_, keys in study.edition.sources.items():
        try:
            layout = read_layout(keys.layout, study.root)
            if layout.table == table:
                given = given_values(study, id_, layout)
                for text in texts_of(study, id_, layout)[1]:
                    rows = typed(text, layout, Names.of(study), given)[[*COLUMNS[table]]]
                    found.extend(rows.itertuples(index=False, name=None))
        except InputError as error:
            problems.extend(error.problems)
    if problems:
        raise InputError(problems)
    return found


def _inside(known: set[str], rows: list[Place]) -> set[str]:
    """Add all that lies inside what is known."""
    found = set(known)
    while new := {row.code for row in rows if row.inside in found} - found:
        found |= new
    return found


def _areas(rows: list[Place], known: set[str]) -> list[AreaKeys]:
    """Make the areas of some rows, each with the known ones that it lies in."""
    return [
        AreaKeys(code=row.code, name=row.name, kind=row.kind, inside=(row.inside,))
        for row in dict.fromkeys(rows)
        if row.inside in known
    ]


def _holding(study: Study, rows: list[Place], code: str) -> tuple[str, ...]:
    """Give the areas that hold every part of an area."""
    around = [study.around(row.code) for row in rows if row.inside == code]
    return tuple(sorted(set.intersection(*around)))
