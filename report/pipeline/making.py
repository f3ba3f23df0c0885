"""The last five steps: from an assessment to pages, PDFs, and what was found in them."""

from pathlib import Path
from typing import TYPE_CHECKING

from report import looks
from report.assessment import Assessment, save
from report.config.study import Study
from report.errors import FINISHED, PAGE, Problem
from report.folders import write_json
from report.pipeline import pages, records
from report.pipeline.assessing import Assessed
from report.pipeline.clock import Clock, silent

if TYPE_CHECKING:
    from report.pipeline.pages import Page


def make(
    found: Assessed, folder: Path, clock: Clock, *, pdf: bool
) -> tuple[list[Problem], tuple[str, ...]]:
    """Write everything but build.json.

    Gives the warnings about the finished pages, and what part of their numbers is accounted for.
    """
    from report import disclosure

    study, public = found.study, disclosure.public(found.assessment)
    page = _report(found, folder, clock)
    _public(public, study, folder / "public", Clock(silent, clock.seconds), pdf=pdf)
    printed = pages.printed(page, folder / "report.pdf", clock) if pdf else b""
    with clock.step(8):
        document, flow = _verified(page, printed) if pdf else ({}, [])
        said = _said(study, folder)
    with clock.step(9):
        lost, told = _account(found.assessment, public, folder, study.root / "templates")
    open_ = [*_of_pages(study, [*flow, *lost], pdf=pdf), *_open(study, said, FINISHED)]
    checked = records.checked(found, [*flow, *lost, *said], open_)
    write_json(folder / "checks.json", checked | document)
    return open_, told


def summarise(public: Assessment, folder: Path, root: Path, clock: Clock, *, pdf: bool) -> None:
    """Write the public summary's page, and print it."""
    page = pages.summary(public, folder, root, clock)
    if pdf:
        pages.printed(page, folder / "summary.pdf", clock)


def output_of(study: Study) -> Path:
    """Give the folder that an edition is built into."""
    return study.root / "build" / study.id


def _report(found: Assessed, folder: Path, clock: Clock) -> "Page":
    """Write the assessment and the report's page, with all that it shows."""
    study = found.study
    save(found.assessment, folder / "assessment.json")
    looks.furnish(folder, study.root, found.assessment, study.path.parent)
    return pages.report(found, folder, clock)


def _public(public: Assessment, study: Study, folder: Path, clock: Clock, *, pdf: bool) -> None:
    """Write the public assessment and its summary, with all that it shows."""
    folder.mkdir()
    save(public, folder / "assessment.json")
    looks.furnish(folder, study.root, public, study.path.parent)
    looks.hang(public.exhibits().values(), study, folder)
    summarise(public, folder, study.root, clock, pdf=pdf)


def _verified(page: "Page", printed: bytes) -> tuple[dict[str, object], list[Problem]]:
    """Verify the printed report: what was counted in it, and warnings about its pages."""
    from report.document import flow, verify
    from report.document.printed import meant

    return {"document": verify.verify(printed, page.made)}, flow.check(printed, meant(page.made))


def _said(study: Study, folder: Path) -> list[Problem]:
    """Read the finished documents, and give what they say wrongly."""
    from report import finished
    from report.finished import paper

    target = output_of(study).relative_to(study.root).as_posix()
    names = ("report.html", "public/summary.html")
    read = [finished.read(folder / name, f"{target}/{name}") for name in names]
    found = finished.check(*read)
    for page, name in zip(read, names, strict=True):
        pdf = Path(name).with_suffix(".pdf")
        if (folder / pdf).is_file():
            printed = paper.read((folder / pdf).read_bytes(), pdf.as_posix())
            found += finished.alike(page, printed)
    return found


def _account(
    assessment: Assessment, public: Assessment, folder: Path, templates: Path
) -> tuple[list[Problem], tuple[str, ...]]:
    """Write the ledger; gives a warning for each number that belongs to nothing."""
    from report.document import html
    from report.ledger import account, entries, telling

    found = account.of_edition(folder, assessment, public, templates)
    entries.save(found, folder / "ledger.json")
    told = html.filled(templates, "accounted.txt", **telling.coverage(found))
    return list(telling.problems(found)), tuple(told.split("\n")[:-1])


def _of_pages(study: Study, found: list[Problem], *, pdf: bool) -> list[Problem]:
    """Leave out what the edition accepts of pages; idle is that in no build without PDFs."""
    from report.sources import accepted

    return _open(study, found, PAGE) if pdf else accepted.open_warnings(study, found)


def _open(study: Study, found: list[Problem], begins: str) -> list[Problem]:
    """Leave out what the edition accepts of a late pass, and add what it accepts for nothing."""
    from report.sources import accepted

    return accepted.open_warnings(study, [*found, *accepted.idle_acceptances(study, found, begins)])
