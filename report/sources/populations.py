"""Check the populations that rates are worked out on, and those that published rates imply."""

from collections.abc import Iterable
from math import ceil, floor

import pandas as pd

from report.config.reading import relative
from report.config.study import Study
from report.errors import Problem, Where, suggestion
from report.measures import rates
from report.sources.tables import Tables


def unknown_visited(study: Study, tables: Tables) -> Iterable[Problem]:
    """An area declared as driven by visitors that is none of the partnership's."""
    codes = [*study.areas(), *study.shares]
    for code in study.partnership.visitor_driven:
        if code not in codes:
            where = Where(relative(study.path.parent / "partnership.yaml", study.root))
            what = f"visitor_driven: '{code}' is no area's code"
            yield Problem(where, what, suggestion(code, codes, "take it out"))


def another_census(study: Study, tables: Tables) -> Iterable[Problem]:
    """Residents of one census's areas where areas of the other census are listed."""
    dated = tables.population[tables.population["vintage"] != ""]
    areas, known = study.areas(), set(tables.population["area"])
    for (_, vintage), rows in dated.groupby(["source", "vintage"], sort=True):
        kinds = {areas[code].kind for code in rows["area"]}
        lacking = sorted(c for c, area in areas.items() if area.kind in kinds and c not in known)
        if lacking:
            other = next(iter({"2011", "2021"} - {vintage}))
            named = f"{areas[lacking[0]].name} ({lacking[0]})"
            what = f"holds areas of {vintage}; {named} is one of {other}"
            do = (
                "add residents of the same areas, or a source of the layout ons-lsoa11-lsoa21 with "
                "'geography: {bridge: common parents}'"
            )
            yield Problem(Where(str(rows.iloc[0]["file"])), what, do)


def implied_populations(study: Study, tables: Tables) -> Iterable[Problem]:
    """Published rates of one area that, with their counts, imply different populations."""
    keys = ["source", "area", "first", "last"]
    counted = tables.rates[tables.rates["count"].notna()]
    for (source, area, *_), rows in counted.groupby(keys, sort=True):
        implied = [(row, _implied(row)) for _, row in rows.iterrows()]
        spans = [span for _, span in implied if span]
        if spans and not rates.shared(spans):
            low = min(((r, s) for r, s in implied if s), key=lambda one: one[1][1])
            high = max(((r, s) for r, s in implied if s), key=lambda one: one[1][0])
            shown = " and ".join(
                f"{row['count']:,} at {row['rate']:g} per 1,000 of {ceil(a):,} to {floor(b):,}"
                for row, (a, b) in (high, low)
            )
            id_ = f"implied.{source}"
            what = f"rates in {study.areas()[str(area)].name} are of different populations: {shown}"
            do = f"ask the publisher, or accept it with a reason under 'accept: {id_}'"
            yield Problem(Where(high[0]["file"], high[0]["line"]), what, do, "warning", id_)


def _implied(row: pd.Series) -> rates.Span | None:
    """Give the populations that a rate as printed allows, with the decimals that it has."""
    step = 10.0 ** -rates.decimals(row["rate"])
    return rates.implied(row["count"], row["rate"], step)
