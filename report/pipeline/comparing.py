"""`psa diff`: two built editions compared, from their `assessment.json` alone."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from report import looks
from report.assessment import Assessment, load
from report.errors import Problem, Where, stop_on_errors
from report.folders import replaced, root_of_project, write
from report.pipeline.clock import Clock, Result, Tell, silent
from report.pipeline.pages import assessment_file, published

if TYPE_CHECKING:
    from report.diff.changes import AssessmentDiff


def diff(
    old: Path, new: Path, out: Path | None = None, *, pdf: bool = True, tell: Tell = silent
) -> tuple[Result, "AssessmentDiff"]:
    """Compare two editions from their `assessment.json`.

    old, new: folders of builds, or the files themselves. out: by default
    build/diff/<old>__<new>/.
    """
    from report import diff as room
    from report import words
    from report.document import html
    from report.document import pdf as printing
    from report.document.manuscript import paragraphs

    before, after = (load(assessment_file(path)) for path in (old, new))
    stop_on_errors(_incomparable(before, after, old))
    root = root_of_project(new)
    names = "__".join(a.edition.replace("/", "-") for a in (before, after))
    target = out or root / "build" / "diff" / names
    stop_on_errors(_taken(target))
    clock = Clock(tell)
    templates = root / "templates"
    with clock.step(6):
        found = room.compare(before, after, paragraphs(templates), words.DECIMALS | words.FINER)
        sheet = looks.style(root, after.brand)
        page = html.comparison(templates, sheet, found=found, old=before, new=after)
    with replaced(target) as folder:
        room.save(found, folder / "diff.json")
        write(folder / "diff.html", page)
        looks.furnish(folder, root, after, None)
        if pdf:
            with clock.step(7):
                made = printing.print_pdf(page, folder, published(after))
                (folder / "diff.pdf").write_bytes(made)
    files = [target / name for name in ("diff.pdf", "diff.html", "diff.json")]
    return Result(target, [f for f in files if f.is_file()], clock.seconds), found


def rows(found: "AssessmentDiff") -> Sequence[tuple[str, ...]]:
    """Give a comparison as rows: what, before, now, difference, kind."""
    from report.document import comparison

    return comparison.rows(found)


def _incomparable(before: Assessment, after: Assessment, old: Path) -> list[Problem]:
    """Refuse pairs whose comparison would list as gone what only one of them may show."""
    where = Where(old.as_posix())
    if before.public != after.public:
        return [Problem(where, "one edition is public, the other is not", "compare like with like")]
    if before.partnership.id != after.partnership.id:
        names = f"{before.partnership.name} and {after.partnership.name}"
        return [Problem(where, f"these are two partnerships: {names}", "compare two years of one")]
    if before.period.last > after.period.last:
        what = f"is the later one: {before.period.label}, after {after.period.label}"
        return [Problem(where, what, "name the earlier edition first")]
    return []


def _taken(target: Path) -> list[Problem]:
    """Refuse a folder that holds anything else than a comparison, for it would be replaced."""
    free = not target.exists() or (target / "diff.json").is_file()
    if free or (target.is_dir() and not any(target.iterdir())):
        return []
    return [Problem(Where(target.as_posix()), "holds something else", "give a new folder to --out")]
