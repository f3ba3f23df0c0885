"""Exhibits of a section of the kind "risk" that print scores: by scorer, and every single one."""

from collections.abc import Iterable, Sequence

from report.assessment import Cell, Column, Exhibit, Marker, Number, slug
from report.config.schemes import PartKeys
from report.measures import scoring
from report.periods import day
from report.sections.cells import number_cell, row
from report.sections.exhibits import LANDSCAPE, exhibit
from report.sections.firmness import Matrix
from report.sections.scored import Score, total

# Columns of scores, which are narrow, that an upright page holds.
NARROW = 10

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
    lowest = scores.at_the_lowest(part)
    told_elsewhere = made.has_risk or any(each.shares for each in made.scheme.parts)
    standing = () if told_elsewhere else (made.scheme.standing,)
    return exhibit(
        made.desk,
        "scores",
        f"{part.name.lower()} scores",
        columns,
        rows=tuple(row(theme, theme, *cells) for theme, cells in rows),
        measure=part.name,
        period=_scored(scores.given) or made.desk.period.label,
        wide=len(columns) > NARROW,
        marks={
            "scorers": list(lowest),
            "times": [f"{number} of {of}" for number, of in lowest.values()],
        },
        notes=(*standing, *filter(None, (note,))),
        methods=(made.scheme.method,),
        sources=(made.source,),
    )


def every_score(made: Matrix) -> list[Exhibit]:
    """Make the table of every score: theme and scorer, factors, day and age; never public.

    One for each part of the scheme where no page holds all factors. Parts of which no more is known
    than each scorer's total, which stands elsewhere, are left out.
    """
    parts = [part for part in made.scheme.scored if made.scores.detailed(part)]
    whole = _given_columns(made, parts)
    if not parts:
        return []
    if len(whole) <= LANDSCAPE:
        return [_given(made, parts, "every score")]
    return [_given(made, [part], f"every {part.name.lower()} score") for part in parts]


def _given(made: Matrix, parts: Sequence[PartKeys], name: str) -> Exhibit:
    dated = [part for part in parts if part.good_for]
    return exhibit(
        made.desk,
        "every score",
        name,
        _given_columns(made, parts),
        rows=tuple(
            row(f"{each.theme} {who}", each.theme, who, *_given_cells(made, parts, given))
            for each in made.found
            for who in made.scores.scorers
            if (given := made.scores.of(each.theme, scorer=who))
        ),
        measure=made.scheme.short,
        period=_scored(made.scores.given) or made.desk.period.label,
        marks={
            "parts": [part.name.lower() for part in dated],
            "months": [str(part.good_for) for part in dated],
        },
        methods=(made.scheme.method,),
        sources=(made.source,),
        sensitive=True,
    )


def _given_columns(made: Matrix, parts: Sequence[PartKeys]) -> list[Column]:
    columns = [Column(key="group", label="Theme"), Column(key="scorer", label="Scorer")]
    steps = list(made.scheme.scale.values())
    for part in parts:
        head = part.name if len(parts) > 1 else ""
        columns += [
            column(slug(f"{part.name} {f.name}"), f.name, steps).model_copy(update={"group": head})
            for f in part.factors
        ]
        if made.scores.has_totals(part):
            totals = (made.scores.by_scorer(each.theme, part) for each in made.found)
            every = [number for given in totals for number in given.values()]
            columns.append(column(f"total-{slug(part.name)}", "Total", every))
    return [
        *columns,
        Column(key="scored", label="Scored"),
        Column(key="age", label="Age", unit="age"),
    ]


def _given_cells(
    made: Matrix, parts: Sequence[PartKeys], given: Sequence[Score]
) -> list[Cell | str]:
    cells: list[Cell | str] = []
    for part in parts:
        own = [score for score in given if score.part == part.name]
        by_factor = {score.factor: score for score in own}
        cells += [_single(by_factor.get(factor.name)) for factor in part.factors]
        cells += [_score_cell(own, total(part, own))] if made.scores.has_totals(part) else []
    return [*cells, _days(given) or Cell(markers=("x",)), _age(made, parts, given)]


def _age(made: Matrix, parts: Sequence[PartKeys], given: Sequence[Score]) -> Cell:
    """Say whether one of some scores is out of date when the assessment is published."""
    months = {part.name: part.good_for for part in parts}
    on = made.desk.study.edition.published.date
    stale = [
        scoring.stale(score.scored, on, limit)
        for score in given
        if score.scored and (limit := months.get(score.part))
    ]
    if not stale:
        return Cell(markers=("x",))
    return Cell(value="stale" if any(stale) else "fresh")


def questions(made: Matrix) -> Exhibit:
    """Make the table of what scorers were asked, by part where the scheme has several."""
    parts = made.scheme.scored
    several = len(parts) > 1
    columns = [Column(key="group", label="Part")] if several else []
    columns += [Column(key="factor", label="Factor"), Column(key="question", label="Question")]
    return exhibit(
        made.desk,
        "questions",
        "factors",
        columns,
        rows=tuple(
            row(
                slug(f"{part.name} {f.name}"), *([part.name] if several else ()), f.name, f.question
            )
            for part in parts
            for f in part.factors
        ),
        measure=made.scheme.short,
        methods=(made.scheme.method,),
    )


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
