"""Section kind "risk": themes scored by several people, their risk, its band and its firmness.

The scheme says what is scored and multiplied (config/schemes/). Where it asks for a share of volume
that is not known, the scores stand alone.
"""

from collections.abc import Mapping
from typing import Any, Literal

from report.assessment import Exhibit, Finding, NamedList, Section
from report.config.model import key
from report.config.plan import Plan
from report.config.schemes import read_scheme
from report.config.study import Study
from report.errors import InputError, Problem, Where, one_of, suggestion
from report.sections import risktables, scoretables
from report.sections.desk import Desk, strictest
from report.sections.exhibits import twins
from report.sections.facts import cited, identity, unique
from report.sections.firmness import Matrix, firmness
from report.sections.graded import Graded, ThemeKeys, graded, ranked_by
from report.sections.scored import Scores
from report.sections.scoresheets import read_scores
from report.sources.tables import Tables


class Risk(Plan):
    """Keys of scored themes."""

    scheme: str = key("name of a scheme in config/schemes/, such as plem")
    scores: str = key("id of the source of the scores, whose layout is 'scores'")
    together: Literal["mean", "median", "max"] = key(
        "how the scores of several scorers become one; those who gave none are left out"
    )
    themes: tuple[ThemeKeys, ...] = key(
        "what is known of themes besides their scores; the file says which themes there are",
        default=(),
    )
    whole: str = key("the category that shares of volume are of", default="")
    published: str = key(
        "a scorer whose rows are totals as published: printed beside ours, never computed with",
        default="",
    )
    first: int = key("how many themes stand first, as priorities do", default=3, ge=1, strict=True)
    apart: str = key(
        "put in brackets behind each theme's name, where another section scores the same themes",
        default="",
    )
    stub: str = key("header of the first column", default="Theme")
    questions: bool = key("print what scorers were asked", default=True)
    chart: bool = key("draw the themes as ranked bars", default=True)
    matrix: bool = key(
        "draw the themes by the parts of their risk, between its bands", default=True
    )
    firmness: bool = key("print the table of how firmly the first themes stand", default=True)
    audit: bool = key(
        "print every score, with who gave it and when: for the partners alone", default=True
    )
    note: str = key("printed under the table of scores", default="")


def assess(plan: Risk, study: Study, tables: Tables) -> Section:
    """Assess the themes that a source scores."""
    desk = Desk.of(plan, study, tables)
    rows, printed = _rows(desk, plan)
    scores = read_scores(read_scheme(plan.scheme, study.root), plan.together, rows)
    _refuse_unknown(desk, plan, scores)
    found = graded(desk, scores, plan.themes, plan.whole)
    made = Matrix(
        desk=desk,
        source=plan.scores,
        scores=scores,
        printed=printed,
        found=found,
        values=ranked_by(scores, found),
        firm=firmness(scores, found, plan.first),
    )
    findings = _findings(made)
    return Section(
        id=plan.id,
        kind=plan.kind,
        title=plan.title,
        audience=plan.audience,
        numbered=plan.numbered,
        findings=unique([*(each.share for each in made.found), *findings]),
        exhibits=_exhibits(made, plan, findings),
        key_findings=desk.key_findings(),
        lists=_lists(made, findings),
    )


def _rows(desk: Desk, plan: Risk) -> tuple[list[dict[str, Any]], dict[str, float]]:
    """Give the rows of the plan's source, and theme -> total of those that were published."""
    table = desk.tables.scores
    if plan.scores not in set(table["source"]):
        what = f"no source with the layout 'scores' is called '{plan.scores}'"
        advice = suggestion(plan.scores, set(table["source"]), "add it under 'sources'")
        raise desk.missing(what, advice, "scores")
    own = table[table["source"] == plan.scores]
    rows = [{str(name): value for name, value in r.items()} for r in own.to_dict("records")]
    printed = [r for r in rows if r["scorer"].casefold() == plan.published.casefold()]
    if plan.published and not printed:
        what = f"nobody in the file of scores is called '{plan.published}'"
        known = {r["scorer"] for r in rows}
        raise desk.missing(what, suggestion(plan.published, known, one_of(known)), "published")
    rest = [r for r in rows if r["scorer"].casefold() != plan.published.casefold()]
    return rest, {r["theme"]: _number(r) for r in printed}


def _number(row: Mapping[str, Any]) -> float:
    """Take a total as published. Raises InputError where it is no number."""
    try:
        return float(row["score"])
    except (TypeError, ValueError):
        what = f"score: '{row['score'] or ''}' is no number"
        where = Where(str(row["file"]), int(row["line"]))
        raise InputError([Problem(where, what, "write the total as it was published")]) from None


def _refuse_unknown(desk: Desk, plan: Risk, scores: Scores) -> None:
    """Refuse a theme of the plan that nobody scored, or that the plan lists twice."""
    known = {name.casefold() for name in scores.themes}
    listed = [keys.theme.casefold() for keys in plan.themes]
    for number, keys in enumerate(plan.themes):
        if listed[number] in listed[:number]:
            what = f"the theme '{keys.theme}' is listed twice"
            raise desk.missing(what, "keep one of the two", "themes")
        if keys.theme.casefold() not in known:
            what = f"the file of scores has no theme '{keys.theme}'"
            advice = suggestion(keys.theme, scores.themes, one_of(scores.themes))
            raise desk.missing(what, advice, "themes")


def _findings(made: Matrix) -> list[Finding]:
    """Make the findings: every scored part, the risk, and how firmly each theme stands."""
    found: list[Finding] = []
    for each in made.found:
        found += [
            _finding(made, each, "score", each.parts[part.name], part.name)
            for part in made.scheme.scored
        ]
        found.append(_finding(made, each, "risk", each.risk))
        firm = made.firm.get(each.theme)
        found.append(_finding(made, each, "firmness", 100 * float(firm.every) if firm else None))
    return [finding for finding in found if finding.value is not None]


def _finding(
    made: Matrix, each: Graded, measure: str, value: float | None, part: str = ""
) -> Finding:
    desk, plan, risk = made.desk, made.desk.plan, measure == "risk"
    assert isinstance(plan, Risk)
    behind = [each.share] if each.share and measure != "score" else []
    apart = f" ({plan.apart})" if plan.apart else ""
    return Finding(
        id=_id(made, measure, each.theme, part),
        label=each.theme + (f" {part.lower()}" if part else "") + apart,
        measure=measure,
        unit="%" if measure == "firmness" else "score",
        period=desk.period,
        value=value,
        of=plan.first if measure == "firmness" else None,
        band=each.band.name if each.band and risk else "",
        note=f"{made.scheme.name}, {plan.together} of scorers",
        method="firmness" if measure == "firmness" else made.scheme.method,
        sources=tuple(dict.fromkeys((plan.scores, *cited(behind)))),
        audience=strictest(behind) if behind else plan.audience,
        cautions=tuple(c for f in behind for c in f.cautions),
    )


def _exhibits(made: Matrix, plan: Risk, findings: list[Finding]) -> tuple[Exhibit, ...]:
    asked = [scoretables.questions(made)] if plan.questions else []
    scores = [scoretables.by_scorer(made, p, plan.stub, plan.note) for p in made.scheme.scored]
    risk = [risktables.risks(made, plan.stub, findings)] if made.has_risk else []
    charts = [risktables.bars(made, plan.stub, findings)] if plan.chart else []
    if plan.matrix and made.has_risk and made.scheme.bands:
        charts.append(risktables.grid(made, plan.stub, findings))
    charts = [twins((risk or scores)[0], chart)[1] for chart in charts]
    firm = [risktables.firmly(made, plan.stub, plan.first, findings)] if plan.firmness else []
    audit = scoretables.every_score(made) if plan.audit else []
    return (*asked, *scores, *risk, *charts, *firm, *audit)


def _lists(made: Matrix, findings: list[Finding]) -> tuple[NamedList, ...]:
    """List the risks by band, and those of them that are priorities by the scheme's rule."""
    if not made.has_risk:
        return ()
    known = {f.id for f in findings}
    ids = {each.theme: _id(made, "risk", each.theme) for each in made.found}
    found = [each for each in made.found if each.band and ids[each.theme] in known]
    bands = {
        band.name.casefold(): tuple(ids[each.theme] for each in found if each.band == band)
        for band in made.scheme.bands
    }
    kept = tuple(ids[each.theme] for each in found if each.then in ("priority", "kept"))
    return tuple(
        NamedList(name=name, form="risk", findings=listed)
        for name, listed in {**bands, "priorities": kept}.items()
    )


def _id(made: Matrix, measure: str, theme: str, part: str = "") -> str:
    plan = made.desk.plan
    assert isinstance(plan, Risk)
    return identity(measure, part, theme, plan.apart)
