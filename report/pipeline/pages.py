"""The pages of a build, with their drawings: the report's, and those of the public summary."""

from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from report import looks
from report.assessment import Assessment
from report.config.study import Study
from report.errors import Problem, stop_on_errors
from report.folders import write
from report.pipeline.assessing import Assessed
from report.pipeline.clock import Clock

if TYPE_CHECKING:
    from report.document.manuscript import Manuscript
    from report.explain.explained import Explainer


@dataclass(frozen=True)
class Page:
    """A manuscript as one page of HTML, as it is printed: without the notes of the screen."""

    made: "Manuscript"
    text: str


def report(found: Assessed, folder: Path, clock: Clock) -> Page:
    """Draw the report's exhibits, and write its page. Raises InputError for missing letters."""
    from report.document import html
    from report.document.manuscript import manuscript

    assessment, study = found.assessment, found.study
    made = manuscript(assessment, study.root / "templates", found.noted)
    look = looks.look(study.root, assessment.brand)
    looks.hang(made.placed(), study, folder)
    with clock.step(5):
        drawings = looks.draw(made.placed(), folder, look)
    with clock.step(6):
        text = html.report(made, drawings, looks.style(study.root, assessment.brand))
        stop_on_errors(_missing_letters(text, study, look.typeface))
        write(folder / "report.html", _noted(text, made))
    return Page(made, text)


def summary(public: Assessment, folder: Path, root: Path, clock: Clock) -> Page:
    """Draw the summary's exhibits, and write its page; root: where the templates lie."""
    from report.document import html
    from report.document.manuscript import summary_manuscript

    made = summary_manuscript(public, root / "templates")
    with clock.step(5):
        drawings = looks.draw(made.placed(), folder, looks.look(root, public.brand))
    with clock.step(6):
        text = html.summary(made, drawings, looks.style(root, public.brand))
        write(folder / "summary.html", _noted(text, made))
    return Page(made, text)


def printed(page: Page, path: Path, clock: Clock) -> bytes:
    """Print a page as PDF into the folder of its pictures; gives what was written."""
    from report.document import pdf as printing

    with clock.step(7):
        made = printing.print_pdf(page.text, path.parent, published(page.made.assessment))
        path.write_bytes(made)
    return made


def explainer(made: "Manuscript") -> "Explainer":
    """Give what tells of a number what stands behind it."""
    from report.document import html
    from report.explain.explained import Explainer

    return Explainer(made.assessment, made.numbering.exhibits, html.method_texts(made))


def published(assessment: Assessment) -> int:
    """Give the moment that a PDF bears, in seconds: midnight of the day of its publication."""
    return int(datetime.combine(assessment.document.published, time(), UTC).timestamp())


def assessment_file(path: Path) -> Path:
    """Give the assessment of a build's folder, or the file itself."""
    return path if path.suffix == ".json" else path / "assessment.json"


def _noted(page: str, made: "Manuscript") -> str:
    """Put notes into a page for the screen; its PDF is printed from the page without them."""
    from report.document import html
    from report.explain.notes import noted

    filled = partial(html.filled, made.templates, "notes.html")
    return noted(page, explainer(made), lambda notes: filled(notes=notes))


def _missing_letters(page: str, study: Study, typeface: str) -> list[Problem]:
    from report.document import letters

    return [
        Problem(
            study.holding(letter),
            f"the typeface {typeface} has no letter '{letter}' (U+{ord(letter):04X})",
            "write it another way",
        )
        for letter in letters.missing(page, typeface)
    ]
