"""The eight steps from an edition's YAML to its PDF, and the other commands, as functions.

Only order, paths and writing are decided here.
"""

import json
import os
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from report.assessment import Assessment, Brand, Exhibit, load, save
from report.config.study import Study, read_study
from report.errors import InputError, Problem, Where

if TYPE_CHECKING:
    from report.charts.look import Look
    from report.diff.changes import AssessmentDiff
    from report.document.html import Drawing

STEPS = (
    "read the study",
    "read the sources",
    "check them against each other",
    "assess each section",
    "draw each exhibit",
    "compose the pages",
    "print the PDF",
    "verify what was made",
)

Tell = Callable[[int, str], None]


def _silent(step: int, text: str) -> None:
    """Tell nobody."""


@dataclass
class Result:
    """What a command made: where, how long each step took in seconds, and the warnings left."""

    folder: Path
    files: list[Path] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    warnings: list[Problem] = field(default_factory=list)


@dataclass
class _Clock:
    """Times the steps and tells about them."""

    tell: Tell
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, number: int) -> Iterator[None]:
        name = STEPS[number - 1]
        self.tell(number, name)
        start = perf_counter()
        yield
        self.seconds[name] = self.seconds.get(name, 0) + perf_counter() - start


@dataclass(frozen=True)
class Assessed:
    """An edition after the first four steps, with the warnings that it does not accept."""

    study: Study
    assessment: Assessment
    warnings: list[Problem]


def check(config: Path, tell: Tell = _silent) -> Result:
    """Find every problem of an edition without rendering anything.

    Raises InputError with the problems of the first pass that has any.
    """
    clock = _Clock(tell)
    found = _assess(config, clock)
    return Result(output_of(found.study), [], clock.seconds, found.warnings)


def build(config: Path, *, pdf: bool = True, strict: bool = False, tell: Tell = _silent) -> Result:
    """Build the report, the public assessment and the summary of an edition.

    pdf: False skips the PDFs. strict: warnings that are not accepted fail the build.
    Raises InputError; the folder of the build before is then as it was.
    """
    clock = _Clock(tell)
    found = _assess(config, clock)
    if strict and found.warnings:
        raise InputError(found.warnings)
    target = output_of(found.study)
    with _replaced(target) as folder:
        pages = _write(found, folder, clock, pdf=pdf)
        if strict and pages:
            raise InputError(pages)
        _write_build(found, folder, clock.seconds)
    made = [target / name for name in ("report.pdf", "report.html", "public/summary.pdf")]
    warnings = [*found.warnings, *pages]
    return Result(target, [m for m in made if m.is_file()], clock.seconds, warnings)


def summary(folder: Path, *, pdf: bool = True, tell: Tell = _silent) -> Result:
    """Make the public summary again from `public/assessment.json` alone.

    Raises InputError where the folder holds none, or one that is not public.
    """
    public = folder / "public"
    assessment = load(public / "assessment.json")
    _stop_on_errors(_not_public(assessment, public / "assessment.json"))
    root = root_of_project(folder)
    clock = _Clock(tell)
    try:
        _furnish(public, root, assessment, None)
        _write_summary(assessment, public, root / "templates", clock, pdf=pdf)
    except PermissionError as error:  # as on Windows, while another program shows the file
        raise InputError([_held(Path(error.filename or public), error)]) from None
    names = ("summary.pdf", "summary.html") if pdf else ("summary.html",)
    return Result(public, [public / name for name in names], clock.seconds)


def diff(
    old: Path, new: Path, out: Path | None = None, *, pdf: bool = True, tell: Tell = _silent
) -> tuple[Result, "AssessmentDiff"]:
    """Compare two editions from their `assessment.json`.

    old, new: folders of builds, or the files themselves. out: by default
    build/diff/<old>__<new>/.
    """
    from report import diff as room
    from report import words
    from report.document import html
    from report.document import pdf as printing

    before, after = (load(_assessment_file(path)) for path in (old, new))
    _stop_on_errors(_incomparable(before, after, old))
    root = root_of_project(new)
    names = "__".join(a.edition.replace("/", "-") for a in (before, after))
    target = out or root / "build" / "diff" / names
    _stop_on_errors(_taken(target))
    clock = _Clock(tell)
    templates = root / "templates"
    with clock.step(6):
        found = room.compare(before, after, html.paragraphs(templates), words.DECIMALS)
        looks = style(root, after.brand)
        page = html.comparison(templates, looks, found=found, old=before, new=after)
    with _replaced(target) as folder:
        room.save(found, folder / "diff.json")
        _text(folder / "diff.html", page)
        _furnish(folder, root, after, None)
        if pdf:
            with clock.step(7):
                made = printing.print_pdf(page, folder, _published(after))
                (folder / "diff.pdf").write_bytes(made)
    files = [target / name for name in ("diff.pdf", "diff.html", "diff.json")]
    return Result(target, [f for f in files if f.is_file()], clock.seconds), found


def _not_public(assessment: Assessment, path: Path) -> list[Problem]:
    """Refuse the whole assessment where its public part should be: all of it would be printed."""
    if assessment.public:
        return []
    what = "is the whole assessment, not its public part"
    return [Problem(Where(path.as_posix()), what, "build the edition again")]


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


def rows(found: "AssessmentDiff") -> Sequence[tuple[str, ...]]:
    """Give a comparison as rows: what, before, now, difference, kind."""
    from report.document import comparison

    return comparison.rows(found)


def schema() -> dict[str, object]:
    """Give the JSON Schema of the two YAML files, for editors."""
    from report.config.schema import schema as of
    from report.sections import SECTIONS

    return of({kind: plan for kind, (plan, _) in SECTIONS.items()})


def output_of(study: Study) -> Path:
    """Give the folder that an edition is built into."""
    return study.root / "build" / study.id


def root_of_project(path: Path) -> Path:
    """Give the project's root for a build folder, or for the folder one stands in."""
    for start in (path.resolve(), Path.cwd()):
        for folder in (start, *start.parents):
            if (folder / "config").is_dir():
                return folder
    what = "no folder above it holds 'config/' and 'templates/'"
    raise InputError([Problem(Where(path.as_posix()), what, "change into the project's folder")])


def style(root: Path, brand: Brand) -> str:
    """Give the style sheet of every page: tokens, page, paper, screen, brand, typeface."""
    from report.document.pdf import font_faces

    folder = root / "templates" / "style"
    names = ("tokens", "page", "paper", "screen")
    parts = [(folder / f"{name}.css").read_text(encoding="utf-8") for name in names]
    look = _look(root, brand)
    chosen = {"main": brand.main, "accent": brand.accent, "series-strong": look.strong}
    tokens = [f"--{name}: {value};" for name, value in chosen.items() if value]
    tokens.append(f'--typeface: "{look.typeface}";')
    return "\n".join([*parts, f":root {{ {' '.join(tokens)} }}", font_faces(look.typeface)])


def _look(root: Path, brand: Brand) -> "Look":
    from report.charts.look import read

    return read(root / "templates" / "style" / "tokens.css", brand)


def _furnish(folder: Path, root: Path, assessment: Assessment, pictures: Path | None) -> None:
    """Put beside a page what it shows: the files of its typeface, and the brand's pictures.

    pictures: where those lie; None where they are in the folder already.
    """
    from report.document.pdf import carry_fonts

    carry_fonts(_look(root, assessment.brand).typeface, folder)
    if not pictures:
        return
    for picture in assessment.brand.pictures():
        (folder / "brand").mkdir(exist_ok=True)
        shutil.copyfile(pictures / Path(picture.file).name, folder / picture.file)


def _hang(exhibits: Iterable[Exhibit], study: Study, folder: Path) -> None:
    """Put copies of the author's pictures where a page finds them."""
    from report.pictures import copy
    from report.sections.pictures import files

    for exhibit in exhibits:
        if exhibit.picture:
            target = folder / exhibit.picture.file
            target.parent.mkdir(exist_ok=True)
            copy(files(study)[exhibit.id], target)


def _assess(config: Path, clock: _Clock) -> Assessed:
    """Take the first four steps; each pass ends before the next begins."""
    with clock.step(1):
        from report.sections import SECTIONS, assess_all

        study = read_study(config, {kind: plan for kind, (plan, _) in SECTIONS.items()})
    with clock.step(2):
        from report.sources import checks, reading

        tables, sources = reading.read_sources(study)
    with clock.step(3):
        problems = checks.check(study, tables)
        _stop_on_errors(problems)
    with clock.step(4):
        from report.sections.whole import assemble

        sections = assess_all(study, tables)
        assessment = assemble(study, tables, sources, sections, problems)
        assessment = _resolved(study, assessment, checks.places(study, tables))
    return Assessed(study, assessment, checks.open_warnings(study, problems))


def _resolved(study: Study, assessment: Assessment, evidence: Mapping[int, Where]) -> Assessment:
    """Take the third pass: every name in brackets, headlines and evidence."""
    from report import disclosure
    from report.document import html

    resolved, problems = html.resolved(assessment, study.where("headlines"), evidence)
    made = html.manuscript(resolved, study.root / "templates")
    public = html.summary_manuscript(disclosure.public(resolved), study.root / "templates")
    known = {(p.where, p.what) for p in made.problems}
    kept = [_kept_inside(p) for p in public.problems if (p.where, p.what) not in known]
    lost = _left_out(resolved, made.numbering.recommendations, evidence)
    _stop_on_errors([*problems, *made.problems, *kept, *lost])
    return resolved


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


def _kept_inside(problem: Problem) -> Problem:
    """Word a name that the report knows and the public summary does not."""
    advice = "mark what it names as public, where it may be, or the sentence as partner"
    return replace(problem, what=f"{problem.what} in the public summary", do=advice)


def _stop_on_errors(problems: list[Problem]) -> None:
    errors = [p for p in problems if p.severity == "error"]
    if errors:
        raise InputError(errors)


def _write(found: Assessed, folder: Path, clock: _Clock, *, pdf: bool) -> list[Problem]:
    """Write everything but build.json; gives the warnings about the finished pages."""
    from report import disclosure
    from report.document import flow, html, verify
    from report.document import pdf as printing
    from report.document.printed import meant

    root, pictures = found.study.root, found.study.path.parent
    save(found.assessment, folder / "assessment.json")
    _furnish(folder, root, found.assessment, pictures)
    made = html.manuscript(found.assessment, root / "templates")
    _hang(made.placed(), found.study, folder)
    with clock.step(5):
        drawings = _draw(made.placed(), folder, _look(root, found.assessment.brand))
    with clock.step(6):
        page = html.report(made, drawings, style(root, found.assessment.brand))
        _stop_on_errors(_missing_letters(page, found.study, _look(root, found.assessment.brand)))
        _text(folder / "report.html", page)
    public = disclosure.public(found.assessment)
    (folder / "public").mkdir()
    save(public, folder / "public" / "assessment.json")
    _furnish(folder / "public", root, public, pictures)
    _hang(public.exhibits().values(), found.study, folder / "public")
    _write_summary(
        public, folder / "public", root / "templates", _Clock(_silent, clock.seconds), pdf=pdf
    )
    pages: list[Problem] = []
    document: dict[str, object] = {}
    if pdf:
        with clock.step(7):
            printed = printing.print_pdf(page, folder, _published(found.assessment))
            (folder / "report.pdf").write_bytes(printed)
        with clock.step(8):
            document["document"] = verify.verify(printed, made)
            pages = flow.check(printed, meant(made))
    open_ = _open_pages(found.study, pages) if pdf else []
    _json(folder / "checks.json", _row_checks(found, pages, open_) | document)
    return open_


def _open_pages(study: Study, pages: list[Problem]) -> list[Problem]:
    from report.sources import checks

    return checks.open_warnings(study, [*pages, *checks.idle_page_acceptances(study, pages)])


def _missing_letters(page: str, study: Study, look: "Look") -> list[Problem]:
    from report.document import letters

    return [
        Problem(
            study.holding(letter),
            f"the typeface {look.typeface} has no letter '{letter}' (U+{ord(letter):04X})",
            "write it another way",
        )
        for letter in letters.missing(page, look.typeface)
    ]


def _write_summary(
    public: Assessment, folder: Path, templates: Path, clock: _Clock, *, pdf: bool
) -> None:
    from report.document import html
    from report.document import pdf as printing

    root = templates.parent
    made = html.summary_manuscript(public, templates)
    with clock.step(5):
        drawings = _draw(made.placed(), folder, _look(root, public.brand))
    with clock.step(6):
        page = html.summary(made, drawings, style(root, public.brand))
        _text(folder / "summary.html", page)
    if pdf:
        with clock.step(7):
            made_pdf = printing.print_pdf(page, folder, _published(public))
            (folder / "summary.pdf").write_bytes(made_pdf)


def _draw(exhibits: list[Exhibit], folder: Path, look: "Look") -> "Mapping[str, Drawing]":
    from report.charts import CHARTS, size
    from report.charts.svg import svg
    from report.document.html import Drawing

    drawings: dict[str, Drawing] = {}
    (folder / "exhibits").mkdir(exist_ok=True)
    for exhibit in exhibits:
        if exhibit.kind in ("table", "picture"):
            continue
        draw, describe = CHARTS[exhibit.kind]
        file = f"exhibits/{exhibit.id}.svg"
        (folder / file).write_bytes(svg(draw(exhibit, look)))
        drawings[exhibit.id] = Drawing(file, describe(exhibit), *size(exhibit))
    return drawings


def _row_checks(
    found: Assessed, pages: list[Problem], open_pages: list[Problem]
) -> dict[str, object]:
    a, reasons = found.assessment, found.study.edition.accept
    accepted = {p.id: p for p in pages if p.id in reasons}
    return {
        "edition": a.edition,
        "sources": [
            s.model_dump(mode="json", include={"id", "file", "rows_read", "rows_used", "set_aside"})
            for s in a.sources
        ],
        "accepted": [
            *(x.model_dump(mode="json") for x in a.accepted),
            *({"id": i, "what": p.what, "because": reasons[i]} for i, p in accepted.items()),
        ],
        "warnings": [str(w) for w in (*found.warnings, *open_pages)],
    }


def _write_build(found: Assessed, folder: Path, seconds: dict[str, float]) -> None:
    """Write what differs from machine to machine and from run to run, and nothing else does."""
    from report.document.machine import versions

    record = {
        "built": datetime.now(UTC).isoformat(timespec="seconds"),  # noqa: TID251  here it may
        "root": str(found.study.root),
        "versions": versions(),
        "seconds": {name: round(value, 2) for name, value in seconds.items()},
    }
    _json(folder / "build.json", record)


def _published(assessment: Assessment) -> int:
    return int(datetime.combine(assessment.document.published, time(), UTC).timestamp())


def _assessment_file(path: Path) -> Path:
    return path if path.suffix == ".json" else path / "assessment.json"


def _text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _json(path: Path, record: Mapping[str, object]) -> None:
    _text(path, json.dumps(record, indent=1, ensure_ascii=False) + "\n")


@contextmanager
def _replaced(target: Path) -> Iterator[Path]:
    """Give an empty folder that takes the target's place when all went well, else vanishes."""
    words = (f"new-{os.getpid()}", f"old-{os.getpid()}")
    fresh, old = (target.with_name(f".{target.name}.{word}") for word in words)
    for folder in (fresh, old):
        shutil.rmtree(folder, ignore_errors=True)
    fresh.mkdir(parents=True)
    try:
        yield fresh
        _exchange(fresh, target, old)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _exchange(fresh: Path, target: Path, old: Path) -> None:
    """Put the fresh folder in the target's place; Windows refuses while a file in it is open."""
    try:
        if target.exists():
            target.rename(old)
        fresh.rename(target)
    except OSError as error:
        if old.exists():
            old.rename(target)
        raise InputError([_held(target, error)]) from None


def _held(path: Path, error: OSError) -> Problem:
    what = f"cannot be replaced ({error.strerror})"
    do = "close its files in other programs, and run the command again"
    return Problem(
        Where(path.as_posix()), what, do if path.is_dir() else do.replace("its files", "it")
    )
