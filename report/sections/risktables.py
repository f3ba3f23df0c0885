"""Exhibits of a section of the kind "risk" that rank: risks, bars, how firmly the first stand."""

from collections.abc import Sequence

from report.assessment import Cell, Column, Exhibit, Finding
from report.measures import places, risk
from report.sections.cells import row
from report.sections.exhibits import exhibit
from report.sections.facts import cited
from report.sections.firmness import Matrix
from report.sections.scoretables import cells_of, column


def risks(made: Matrix, stub: str, findings: Sequence[Finding]) -> Exhibit:
    """Make the risk matrix: each part of the risk, their product and its band."""
    columns = [(Column(key="theme", label=stub), [Cell(value=each.theme) for each in made.found])]
    for part in made.scheme.parts:
        values = [each.parts[part.name] for each in made.found]
        columns += _volume(made) if part.shares else []
        columns.append((column(part.name.lower(), part.name, values), cells_of(values)))
    values = [each.risk for each in made.found]
    columns.append((column("risk", "Risk score", values), cells_of(values)))
    if made.scheme.bands:
        bands = [each.band.name if each.band else None for each in made.found]
        columns.append((Column(key="band", label="Risk"), cells_of(bands)))
    without = [each.theme for each in made.found if each.risk is None]
    assumed = [each.theme for each in made.found if each.share and each.state is None]
    charted = any(each.charted for each in made.found)
    rows = zip(*(cells for _, cells in columns), strict=True)
    # a theme without a risk prints its share all the same
    behind = [*findings, *(each.share for each in made.found if each.share)]
    return exhibit(
        made.desk,
        "risk",
        "risk",
        [column for column, _ in columns],
        rows=tuple(row(each.theme, *cells) for each, cells in zip(made.found, rows, strict=True)),
        measure=made.scheme.short,
        marks={"without": without, "assumed": assumed},
        notes=(made.scheme.standing,),
        methods=(made.scheme.method, *(("control_chart",) if charted else ())),
        sources=cited(behind),
        findings=behind,
    )


def _volume(made: Matrix) -> list[tuple[Column, list[Cell]]]:
    """Give the columns of what a probability is scored by: share of volume, state of the counts."""
    shares = [each.share.value if each.share else None for each in made.found]
    states = [(each.state or "controlled") if each.share else None for each in made.found]
    return [
        (Column(key="share", label="Share", unit="%"), cells_of(shares)),
        (Column(key="state", label="Counts are", unit="state"), cells_of(states)),
    ]


def bars(made: Matrix, stub: str, findings: Sequence[Finding]) -> Exhibit:
    """Make the chart of what the themes are ranked by."""
    what = "Risk" if made.has_risk else made.scheme.scored[0].name
    columns = [
        Column(key="theme", label=stub),
        column("value", f"{what} score", list(made.values.values())),
    ]
    ranked = [theme for theme, _, _ in places.ranked(made.values)]
    return exhibit(
        made.desk,
        "risk bars",
        f"{what.lower()} by theme",
        columns,
        kind="ranked_bars",
        rows=tuple(row(theme, theme, made.values[theme]) for theme in ranked),
        measure=f"{what} ({made.scheme.short})",
        marks={"label": "theme", "values": "value"},
        sources=cited(findings),
        findings=findings,
    )


def grid(made: Matrix, stub: str, findings: Sequence[Finding]) -> Exhibit:
    """Make the chart of themes by the first part that is scored and the product of the others."""
    first = made.scheme.scored[0].name
    names = [part.name for part in made.scheme.parts if part.name != first]
    found = [each for each in made.found if each.risk is not None]
    others = [risk.risk(each.parts[name] for name in names) for each in found]
    harms, risks_ = [each.parts[first] for each in found], [each.risk for each in found]
    across = " × ".join([names[0], *(name.lower() for name in names[1:])])
    return exhibit(
        made.desk,
        "risk matrix",
        "risk matrix",
        [
            Column(key="theme", label=stub),
            column("first", first, harms),
            column("others", across, others),
            column("risk", "Risk score", risks_),
            Column(key="band", label="Risk"),
        ],
        kind="risk_matrix",
        rows=(
            *(
                row(each.theme, each.theme, harm, other, each.risk, each.band.name)
                for each, harm, other in zip(found, harms, others, strict=True)
                if each.band
            ),
            *(
                row(band.name, band.name, None, None, band.least, band.name, role="group")
                for band in sorted(made.scheme.bands, key=lambda band: -band.least)
            ),
        ),
        measure=f"risk ({made.scheme.short})",
        marks={
            "label": "theme",
            "values": ["first", "others"],
            "risk": "risk",
            "band": "band",
        },
        sources=cited(findings),
        findings=findings,
    )


def firmly(made: Matrix, stub: str, first: int, findings: Sequence[Finding]) -> Exhibit:
    """Make the table of how often each theme is among the first when scores move."""
    among = f"Among the first {first} when"
    columns = [
        Column(key="rank", label="Rank", unit="rank"),
        Column(key="theme", label=stub),
        Column(key="one", label="one score moves", unit="%", group=among),
        Column(key="every", label="all scores move", unit="%", group=among),
    ]
    ruled = bool(made.scheme.bands) and made.has_risk
    reasons = ruled and any(each.then == "kept" for each in made.found)
    columns += [Column(key="then", label="By the rule", unit="follows")] if ruled else []
    columns += [Column(key="because", label="Because")] if reasons else []
    themes = {each.theme: each for each in made.found}
    rows = []
    for theme, place, tied in places.ranked(made.values):
        each, firm = themes[theme], made.firm[theme]
        cells: list[object] = [Cell(value=place, tied=tied), theme]
        cells += [100 * float(firm.one), 100 * float(firm.every)]
        cells += [each.then] if ruled else []
        kept = each.then == "kept"
        cells += [each.keys.because if kept else Cell(markers=("z",))] if reasons else []
        rows.append(row(theme, *cells))
    return exhibit(
        made.desk,
        "firmness",
        "firmness",
        columns,
        rows=tuple(rows),
        measure=made.scheme.short,
        methods=("firmness",),
        sources=cited(findings),
        findings=findings,
    )
