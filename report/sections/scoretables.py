"""Exhibits of a section of the kind "risk" that print scores: by scorer, and every single one."""

from collections.abc import Iterable, Sequence

from report.assessment import Cell, Column, Exhibit, Marker, Number
from report.config.schemes import PartKeys
from report.measures import scoring
from report.periods import day
from report.sections.facts import exhibit, number_cell, row
from report.sections.graded import Matrix
from report.sections.scored import Score, total

TOGETHER = {"mean": "Mean", "median": "Median", "max": "Highest"}


def by_scorer(made: Matrix, part: PartKeys, stub: str, note: str) -> Exhibit:
    """Make the table of a part's scores: themes by scorers, all together, and their range."""
    scores = made.scores
    rows = []
    for each in made.found:
        given = scores.by_scorer(each.theme, part)
        cells = [_score_cell(scores.of(each.theme, part.name, who), n) for who, n in given.items()]
        apart = number_cell(scoring.disagreement(given.values()))
        printed = [number_cell(made.printed.get(each.theme))] if made.printed else []
        rows.append((each.theme, [*cells, number_cell(each.parts[part.name]), apart, *printed]))
    columns = [
        Column(key="theme", label=stub),
        *(column(f"s{n}", who, _at(rows, n)) for n, who in enumerate(scores.scorers)),
        column("together", TOGETHER[scores.together], _at(rows, len(scores.scorers))),
        column("range", "Range", _at(rows, len(scores.scorers) + 1)),
    ]
    if made.printed:
        given_column = column("printed", "As published", _at(rows, len(scores.scorers) + 2))
        columns.append(given_column.model_copy(update={"origin": "given"}))
    return exhibit(
        made.desk,
        "scores",
        f"{part.name.lower()} scores",
        columns,
        rows=tuple(row(theme, theme, *cells) for theme, cells in rows),
        measure=part.name,
        period=_scored(scores.given) or made.desk.period.label,
        notes=tuple(filter(None, (made.scheme.standing, note))),
        methods=(made.scheme.method,),
        sources=(made.source,),
    )


def every_score(made: Matrix, part: PartKeys) -> Exhibit:
    """Make the table of every score of a part: theme and scorer, factors, total, day and age."""
    rows = []
    for each in made.found:
        for who in made.scores.scorers:
            given = made.scores.of(each.theme, part.name, who)
            if given:
                cells = _given(made, part, given)
                rows.append(row(f"{each.theme} {who}", each.theme, who, *cells))
    columns = [
        Column(key="group", label="Theme"),
        Column(key="scorer", label="Scorer"),
        *(
            Column(key=f"f{n}", label=factor.name, unit="score", decimals=0)
            for n, factor in enumerate(part.factors)
        ),
        Column(key="total", label=part.name, unit="score", decimals=_decimals(made, part)),
        Column(key="scored", label="Scored"),
        Column(key="age", label="Age", unit="age"),
    ]
    return exhibit(
        made.desk,
        "every score",
        f"every {part.name.lower()} score",
        columns,
        rows=tuple(rows),
        measure=part.name,
        period=_scored(made.scores.given) or made.desk.period.label,
        marks={"months": str(part.good_for)} if part.good_for else {},
        methods=(made.scheme.method,),
        sources=(made.source,),
    )


def _given(made: Matrix, part: PartKeys, given: Sequence[Score]) -> list[object]:
    by_factor = {score.factor: score for score in given}
    cells: list[object] = [_single(by_factor.get(factor.name)) for factor in part.factors]
    cells.append(_score_cell(given, total(part, given)))
    return [*cells, _days(given) or Cell(markers=("x",)), _age(made, part, given)]


def _age(made: Matrix, part: PartKeys, given: Sequence[Score]) -> str | Cell:
    """Say whether one of some scores is out of date when the assessment is published."""
    days = [score.scored for score in given if score.scored]
    if not days or not part.good_for:
        return Cell(markers=("x",))
    on = made.desk.study.edition.published.date
    return "stale" if scoring.stale(min(days), on, part.good_for) else "fresh"


def _decimals(made: Matrix, part: PartKeys) -> int:
    totals = (made.scores.by_scorer(each.theme, part) for each in made.found)
    return _places(n for given in totals for n in given.values())


def _places(values: Iterable[object]) -> int:
    """Give how many decimals a column of scores needs: none where all are whole."""
    return 0 if all(float(v).is_integer() for v in values if isinstance(v, int | float)) else 1


def column(key: str, label: str, values: Iterable[object]) -> Column:
    """Make a column of scores, with a decimal where one of them needs it."""
    return Column(key=key, label=label, unit="score", decimals=_places(values))


def cells_of(values: Iterable[str | Number | None]) -> list[Cell]:
    """Give the cells of some values, "not available" where there is none."""
    return [Cell(value=v) if v is not None else Cell(markers=("x",)) for v in values]


def _at(rows: list[tuple[str, list[Cell]]], at: int) -> list[str | Number | None]:
    return [cells[at].value for _, cells in rows]


def _single(score: Score | None) -> Cell:
    return _score_cell([score] if score else [], score.value if score else None)


def _score_cell(given: Sequence[Score], value: float | None) -> Cell:
    """Give the cell of a score; where there is none, whether it was not asked or not given."""
    if value is not None:
        return Cell(value=value)
    marker: Marker = "x" if all(score.applies for score in given) else "z"
    return Cell(markers=(marker,))


def _scored(given: Iterable[Score]) -> str:
    """Say when scores were given: "scored 4 March 2025", or from the first day to the last."""
    text = _days(given)
    return f"scored {text}" if text else ""


def _days(given: Iterable[Score]) -> str:
    days = sorted({score.scored for score in given if score.scored})
    if not days:
        return ""
    return day(days[0]) if len(days) == 1 else f"{day(days[0])} to {day(days[-1])}"
