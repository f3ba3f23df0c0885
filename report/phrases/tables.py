"""What is read from tables that hold more than findings do: rates, usual months, cells."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from report import words
from report.assessment import Cell, Column, Exhibit, Finding, Number, Row, Section
from report.errors import suggestion
from report.measures.places import ranked
from report.names import Index, Unknown
from report.phrases.sets import Set
from report.phrases.spoken import Spoken, spoken
from report.phrases.years import during
from report.words import Unsayable


class Read(NamedTuple):
    """A cell with its table, row and column."""

    table: Exhibit
    row: Row
    column: Column
    cell: Cell


def rate_of_area(index: Index, category: str, area: str) -> Spoken:
    """Word an area's rate in the table of the areas with most: "102 per 1,000 residents".

    Raises Unknown where no table has it.
    """
    finding = index.measured("count", f"{category} in {area}")
    table, rates = _rates(index, category)
    name = finding.area
    if name not in rates:
        near = suggestion(area, rates)
        raise Unknown(f"the table '{table.name}' has no rate of {name}", near)
    decimals = _column(table, "rate").decimals
    text = f"{words.number(rates[name], 'per 1,000', decimals)} per 1,000"
    text += f" {table.rates.of}" if table.rates and table.rates.of == "residents" else ""
    part = table.rates and table.rates.part_year
    return spoken(f"{text} {during(finding.period)}" if part else text, [finding], "rate")


def top_by_rate(index: Index, found: Set, number: int, *, detailed: bool = False) -> Spoken:
    """Name the areas with the highest rates, all that share the last place.

    detailed: whether each rate stands behind its name. Raises Unsayable where not all have one.
    """
    table, rates = _rates(index, found.about)
    found.enough(number)
    if len(rates) < found.size:
        what = f"has rates of {len(rates)} of {found.size} {found.nouns} alone"
        raise Unsayable(what, f"look at the rows of the table '{table.name}'")
    first = [area for area, rank, _ in ranked(rates) if rank <= number]
    decimals = _column(table, "rate").decimals
    shown = [words.number(rates[area], "per 1,000", decimals) for area in first]
    behind = [f" ({shown[0]} per 1,000)", *(f" ({rate})" for rate in shown[1:])]
    names = [f"{area}{text if detailed else ''}" for area, text in zip(first, behind, strict=True)]
    findings = [f for f in found.members if f.area in first]
    return spoken(words.listed(names), findings or found.members[:1], "rank", "rate")


def _rates(index: Index, category: str) -> tuple[Exhibit, dict[str, Number]]:
    """Find the table with the rates of a category's areas: area -> rate. Raises Unknown."""
    _, label = index.category(category)
    for table in index.assessment.exhibits().values():
        keys = [column.key for column in table.columns]
        if table.form == "top areas" and table.measure == label and "rate" in keys:
            rows = [row for row in table.rows if row.role == "row"]
            at, named = keys.index("rate"), keys.index("area")
            found = {str(r.cells[named].value): r.cells[at].value for r in rows}
            return table, {n: v for n, v in found.items() if isinstance(v, int | float)}
    raise Unknown(f"no table has rates of {label} by area", "set 'rate: true' under its 'top:'")


def _column(table: Exhibit, key: str) -> Column:
    return next(column for column in table.columns if column.key == key)


def busiest(index: Index, name: str) -> Spoken:
    """Name the month of the period with most: "June 2012 (53 offences)"; all that tie."""
    return _extreme(index, name, max)


def quietest(index: Index, name: str) -> Spoken:
    """Name the month of the period with fewest."""
    return _extreme(index, name, min)


def _extreme(index: Index, name: str, choose: Callable[..., Number]) -> Spoken:
    months = _months(index, name)
    if any(f.value is None for f in months):
        return spoken(words.UNAVAILABLE, months)
    value = choose(f.value for f in months)
    found = [f for f in months if f.value == value]
    each = " each" if len(found) > 1 else ""
    labels = words.listed(f.period.label for f in found)
    return spoken(f"{labels} ({words.counted(value, found[0].unit)}{each})", found)


def usually_busiest(index: Index, name: str) -> Spoken:
    """Name the month with most on average of the years before: "June (102.3 on average of …)"."""
    return _usual(index, name, max)


def usually_quietest(index: Index, name: str) -> Spoken:
    """Name the month with fewest on average of the years before."""
    return _usual(index, name, min)


def _usual(index: Index, name: str, choose: Callable[..., Number]) -> Spoken:
    months, (_, label) = _months(index, name), index.category(name)
    for table in index.assessment.exhibits().values():
        if (table.form, table.measure) == ("months", label) and _has(table, "mean"):
            named = dict(zip(table.values("month"), table.values("mean"), strict=True))
            means = {str(m): v for m, v in named.items() if isinstance(v, int | float)}
            value = choose(means.values())
            found = [month for month, mean in means.items() if mean == value]
            column = _column(table, "mean")
            text = f"{words.listed(found)} ({words.number(value, column.unit, column.decimals)} "
            said = [f for f in months if f.label.split(" in ")[-1].split()[0] in found]
            text += f"on average, {column.group})"
            return spoken(text, said or months, "month_profile")
    raise Unknown(f"no table has the usual months of {label}", "set 'profile: true' for them")


def _has(table: Exhibit, key: str) -> bool:
    return key in [column.key for column in table.columns]


def _months(index: Index, name: str) -> Sequence[Finding]:
    """Find the months of a category. Raises Unknown where they are not counted."""
    id_, label = index.category(name)
    every = index.assessment.findings().values()
    months = [f for f in every if f.measure == "month" and f.category == id_]
    if not months:
        raise Unknown(f"the months of {label} are not counted", "add a section of kind 'months'")
    return months


def cell(index: Index, text: str, near: Section) -> Read:
    """Find the cell of "table, row, column", by their words. Raises Unknown."""
    name, row, column = (part.strip() for part in ([*text.rsplit(",", 2), "", ""])[:3])
    table = index.exhibit("table", name, near)
    columns = {c.label.casefold(): (c.label, [at]) for at, c in enumerate(table.columns)}
    at = _one(table, "column", column, columns)
    found = table.rows[_one(table, "row", row, _rows(table))]
    return Read(table, found, table.columns[at], found.cells[at])


def _one(table: Exhibit, what: str, word: str, known: Mapping[str, tuple[str, list[int]]]) -> int:
    """Find the one row or column of a name. Raises Unknown."""
    if word.casefold() not in known:
        near = suggestion(word, (label for label, _ in known.values()))
        raise Unknown(f"the table '{table.name}' has no {what} '{word}'", near, shaped=True)
    _, places = known[word.casefold()]
    if len(places) > 1:
        fault = f"the table '{table.name}' has {len(places)} {what}s '{word}'"
        raise Unknown(fault, "write the name of its group before it", shaped=True)
    return places[0]


def _rows(table: Exhibit) -> dict[str, tuple[str, list[int]]]:
    """Give the printed rows by what heads them, those of a group by its name and theirs as well."""
    texts = [n for n, c in enumerate(table.columns) if c.unit == "text"] or [0]
    printed, found = table.printed(), dict[str, tuple[str, list[int]]]()
    for at, row in enumerate(table.rows):
        said = [str(row.cells[n].value) for n in texts if row.cells[n].value is not None]
        names = {said[-1], " ".join(said)} if said and row in printed else set[str]()
        for name in names:
            found.setdefault(name.casefold(), (name, []))[1].append(at)
    return found
