"""The third pass over an edition: every name that was typed, and what people wrote."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from report.assessment import Assessment
from report.config.study import Study
from report.errors import PROSE, Problem, Where, stop_on_errors
from report.prose.confirmed import Carried
from report.prose.passage import Passage

if TYPE_CHECKING:
    from report.document.manuscript import Manuscript


@dataclass(frozen=True)
class Named:
    """An assessment whose names are found, its manuscript, what people wrote, and warnings."""

    assessment: Assessment
    made: "Manuscript"
    texts: tuple[Passage, ...]
    problems: list[Problem]


def resolved(
    study: Study, assessment: Assessment, evidence: Mapping[int, Where]
) -> tuple[Assessment, list[Problem], tuple[Carried, ...], tuple[Passage, ...]]:
    """Take the third pass: every name, and what people wrote.

    evidence: recommendation -> its place in the CSV. Gives the assessment with every name found,
    warnings, what each paragraph rests on, and the texts.
    """
    from report.document.passages import tabled
    from report.prose import reading, shortened
    from report.sources import accepted

    found = named(study, assessment, evidence)
    tables = tabled(found.assessment, found.made.chapters, study.where)
    written = [
        *(p for p in found.made.problems if p.id),
        *reading.read(found.texts),
        *shortened.unexplained((*found.texts, *tables), study.partnership.well_known),
    ]
    told = [*found.problems, *written, *accepted.idle_acceptances(study, written, PROSE)]
    stop_on_errors([p for p in told if p.id not in study.edition.accept])
    return found.assessment, told, _resting(study, found), found.texts


def _resting(study: Study, found: Named) -> tuple[Carried, ...]:
    """Give what each paragraph rests on, notes on documents, sources and tables among them."""
    from report.document import carrying
    from report.document.passages import noted

    notes = noted(found.assessment, study.where)
    return carrying.resting(found.made, found.texts, notes)


def named(study: Study, assessment: Assessment, evidence: Mapping[int, Where]) -> Named:
    """Find every name. Raises InputError for those that mean nothing, in the summary too."""
    from report import disclosure
    from report.document import resolving
    from report.document.manuscript import manuscript, summary_manuscript
    from report.document.passages import passages

    templates = study.root / "templates"
    whole, problems = resolving.resolved(assessment, study.where("headlines"), evidence)
    made = manuscript(whole, templates)
    public = summary_manuscript(disclosure.public(whole), templates)
    mistakes = [p for p in made.problems if not p.id]
    inside = _kept_inside(public.problems, made.problems)
    lost = _left_out(whole, made.numbering.recommendations, evidence)
    stop_on_errors([*problems, *mistakes, *inside, *lost])
    texts = passages(whole, made.chapters, study.where, evidence, study.inference)
    return Named(whole, made, texts, problems)


def _left_out(
    assessment: Assessment, printed: Collection[str], places: Mapping[int, Where]
) -> Iterator[Problem]:
    """Find recommendations that no chapter places: the report would not hold them."""
    for one in assessment.recommendations:
        if one.id not in printed:
            what = f"recommendation {one.number} stands nowhere in the document"
            advice = (
                f"place it with [recommendations] or [recommendation {one.number}] in a chapter"
            )
            yield Problem(places[one.number], what, advice)


def _kept_inside(public: Collection[Problem], report: Collection[Problem]) -> Iterator[Problem]:
    """Find names that the report knows and the public summary does not."""
    known = {(p.where, p.what) for p in report}
    advice = "mark what it names as public, where it may be, or the sentence as partner"
    for problem in public:
        if not problem.id and (problem.where, problem.what) not in known:
            yield replace(problem, what=f"{problem.what} in the public summary", do=advice)
