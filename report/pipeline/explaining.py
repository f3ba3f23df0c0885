"""`psa explain`: what stands behind a number of a built edition."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from report.assessment import Assessment, Finding, load
from report.errors import InputError, Problem, Where, stop_on_errors
from report.folders import root_of_project
from report.pipeline.assessing import studied
from report.pipeline.pages import assessment_file, explainer

if TYPE_CHECKING:
    from report.document.manuscript import Manuscript
    from report.sources.tracing import Evidence


def explain(folder: Path, what: str, which: int = 0) -> list[tuple[str, str]]:
    """Tell what stands behind a number of a built edition, in pairs of a name and a text.

    what: a finding's id or everyday name, a number as printed, or a cell. which: of several that
    may be meant, from 1; 0 lists them.
    Raises InputError where nothing is meant, or the folder holds no edition.
    """
    from report.document import html
    from report.explain.account import account
    from report.explain.command import matching, pairs

    assessment = load(assessment_file(folder))
    folder = assessment_file(folder).parent
    templates = root_of_project(folder) / "templates"
    made = _read_again(assessment, templates)
    explains = explainer(made)
    found = matching(folder, made.index, explains).meant(what, Where(folder.as_posix()))
    accounts = [account(subject, explains) for subject in found]
    stop_on_errors(_not_so_many(which, len(accounts), what, folder))
    if len(accounts) > 1 and not which:
        return pairs(html.filled(templates, "several.html", subjects=accounts, what=what))
    subject = accounts[max(which, 1) - 1]
    more = _evidence(folder, assessment, subject.counted)
    more |= _changes(folder, assessment, subject.explained.finding)
    return pairs(html.filled(templates, "explain.html", subject=subject, **more))


def _not_so_many(which: int, number: int, what: str, folder: Path) -> list[Problem]:
    """Refuse to choose one of several that is none of them."""
    if 0 <= which <= number:
        return []
    told = f"--which is {which}, and '{what}' may be any of {number}"
    do = f"give a number from 1 to {number}, or leave --which out to see them all"
    if number == 1:
        told, do = f"--which is {which}, and '{what}' can mean one thing only", "leave --which out"
    return [Problem(Where(folder.as_posix()), told, do)]


def _read_again(assessment: Assessment, templates: Path) -> "Manuscript":
    from report.document.manuscript import manuscript, summary_manuscript

    if assessment.public:
        return summary_manuscript(assessment, templates)
    return manuscript(assessment, templates)


def _evidence(folder: Path, assessment: Assessment, finding: Finding | None) -> dict[str, object]:
    """Find the rows behind a number in the files of the project that the edition was built in."""
    from report.explain.account import differs
    from report.explain.explained import TRACED

    if not finding or finding.measure not in TRACED or assessment.public:
        return {"found": {"rows": (), "changed": ()}, "differs": False, "why": ""}
    try:
        found = _found_again(_root_of_build(folder), assessment, finding)
    except InputError as error:
        return {"found": {"rows": (), "changed": ()}, "differs": False, "why": error.problems[0]}
    return {"found": found, "differs": differs(finding, found.rows), "why": ""}


def _found_again(root: Path, assessment: Assessment, finding: Finding) -> "Evidence":
    from report.sources import gazetteer, reading, tracing

    study = gazetteer.listing(studied(root / "config" / f"{assessment.edition}.yaml"))
    tables, records = reading.read_sources(study)
    return tracing.evidence(study, tables, records, assessment.sources, finding)


def _root_of_build(folder: Path) -> Path:
    """Give the root of the project that a folder was built in, or else that it lies in."""
    record = folder / "build.json"
    root = (
        Path(json.loads(record.read_text(encoding="utf-8"))["root"]) if record.is_file() else None
    )
    return root if root and (root / "config").is_dir() else root_of_project(folder)


def _changes(folder: Path, assessment: Assessment, finding: Finding | None) -> dict[str, object]:
    """Set a finding beside that of the edition before, where its folder is there."""
    from report import words
    from report.diff.findings import findings
    from report.explain.command import edition_before

    before = edition_before(folder, assessment)
    if not before or not finding:
        return {"changes": (), "before": ""}
    found = findings(before, assessment, words.DECIMALS | words.FINER)
    mine = [change for change in found if change.id == finding.id]
    return {"changes": mine, "before": before.edition}
