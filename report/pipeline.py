"""The nine steps from an edition's YAML to its PDF, and the other commands, as functions.

Only order, paths and writing are decided here.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from report import confirming, looks, rewriting
from report.assessment import Assessment, Finding, SourceRecord, load, save
from report.config.edition import read_study, root_of
from report.config.reading import relative
from report.config.study import Study
from report.errors import FINISHED, PAGE, PROSE, InputError, Problem, Where
from report.folders import held, replaced, root_of_project, write, write_json
from report.prose import confirmed
from report.prose.confirmed import Carried, Lock
from report.prose.passage import Passage
from report.prose.proposals import Proposal, proposals

if TYPE_CHECKING:
    from report.diff.changes import AssessmentDiff
    from report.document.html import Manuscript
    from report.explain.explained import Explainer
    from report.sources.tables import Tables
    from report.sources.tracing import Evidence

STEPS = (
    "read the study",
    "read the sources",
    "check them against each other",
    "assess each section",
    "draw each exhibit",
    "compose the pages",
    "print the PDF",
    "verify what was made",
    "account for every number",
)

Tell = Callable[[int, str], None]


def _silent(step: int, text: str) -> None:
    """Tell nobody."""


@dataclass
class Result:
    """What a command made: where, how long each step took in seconds, and the warnings left.

    told: what else is to be said, a line each.
    """

    folder: Path
    files: list[Path] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    warnings: list[Problem] = field(default_factory=list)
    told: tuple[str, ...] = ()


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
    """An edition after the first four steps, with the warnings that it does not accept.

    read: the problems found in what people wrote, the accepted ones too. carried: what its
    paragraphs rest on; lock: what they rested on when they were last confirmed. bindable: how many
    of its plain sentences could be bound to findings.
    """

    study: Study
    assessment: Assessment
    warnings: list[Problem]
    read: list[Problem]
    carried: tuple[Carried, ...]
    lock: Lock
    bindable: int

    def told(self, config: Path) -> tuple[str, ...]:
        """Say how many sentences could be bound, where there are any."""
        if not self.bindable:
            return ()
        many = "sentence" if self.bindable == 1 else "sentences"
        return (f"{self.bindable} {many} could be bound to findings: psa bind {config}",)


def new(
    name: str, district: str, street: Path, population: Path, *others: tuple[Path, ...]
) -> tuple[list[Path], str]:
    """Write the two YAML files of a new edition from the files that the analyst has.

    others: lists of areas, then boundaries. Gives the files' paths, and in words what was found and
    assumed.
    Raises InputError where a file cannot be used, or the partnership's folder is there already.
    """
    from report.document import html
    from report.kit.lists import Asked
    from report.kit.starter import starter

    root = root_of_project(Path.cwd())
    made = starter(Asked(name, district, street, population, *others), root)
    target = root / "config" / made.slug
    _stop_on_errors(_there(target))
    everything = {**made.parts, **made.others}
    labels = {id_: keys.label for id_, keys in {**everything, made.whole: made.adds_up}.items()}
    fill = partial(html.filled, root / "templates", s=made, labels=labels, everything=everything)
    with replaced(target) as folder:
        write(folder / "partnership.yaml", fill("new/partnership.yaml"))
        write(folder / f"{made.edition}.yaml", fill("new/edition.yaml"))
    names = ("partnership.yaml", f"{made.edition}.yaml")
    return [target / name for name in names], fill("new/said.txt")


def _there(target: Path) -> list[Problem]:
    """Refuse to write over what somebody may have worked on."""
    if not target.exists():
        return []
    what, do = "is there already", "give another name, or remove the folder"
    return [Problem(Where(target.as_posix()), what, do)]


def check(config: Path, tell: Tell = _silent) -> Result:
    """Find every problem of an edition without rendering anything.

    Raises InputError with the problems of the first pass that has any.
    """
    clock = _Clock(tell)
    found = _assess(config, clock)
    told = found.told(config)
    return Result(output_of(found.study), [], clock.seconds, found.warnings, told)


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
    with replaced(target) as folder:
        pages, told = _write(found, folder, clock, pdf=pdf)
        if strict and pages:
            raise InputError(pages)
        _write_build(found, folder, clock.seconds)
        confirming.record(found.study, found.lock, found.carried)
    made = [target / name for name in ("report.pdf", "report.html", "public/summary.pdf")]
    warnings = [*found.warnings, *pages]
    told = (*told, *found.told(config))
    return Result(target, [m for m in made if m.is_file()], clock.seconds, warnings, told)


def propose(config: Path, tell: Tell = _silent) -> tuple[Proposal, ...]:
    """Find the plain sentences of an edition that could be bound to findings; `bind` binds them.

    Raises InputError where a name means nothing.
    """
    clock = _Clock(tell)
    study, tables, sources, problems = _gathered(config, clock)
    with clock.step(4):
        from report.sources import checks

        assessment = _assembled(study, tables, sources, problems)
        _, _, texts, _ = _named(study, assessment, checks.places(tables))
        return tuple(proposals(texts))


def bind(config: Path, chosen: Iterable[Proposal]) -> list[Path]:
    """Write the brackets of proposals into an edition's chapters; gives the files.

    Raises InputError where a chapter is no longer as it was read; nothing is written then.
    """
    return rewriting.write(root_of(config), chosen)


def confirm(config: Path, ask: confirming.Ask | None, tell: Tell = _silent) -> Result:
    """Ask about each paragraph that rests on what has moved since it was last confirmed.

    ask: shows a flag of a project and gives the answer; None to ask nothing. An answer is saved
    when it is given. Gives the flags that are left as warnings. Raises InputError.
    """
    clock, asked = _Clock(tell), set[str]()
    found = _assess(config, clock)
    study = found.study
    while ask and confirming.walk(study, found.carried, found.lock, ask, asked):
        found = _assess(config, clock)
    lock = confirming.lock_of(study)
    if ask:
        confirming.record(study, lock, found.carried)
    left = confirmed.problems(lock, found.carried, relative(config, study.root))
    return Result(output_of(study), [], clock.seconds, left)


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
        looks.furnish(public, root, assessment, None)
        _write_summary(assessment, public, root / "templates", clock, pdf=pdf)
    except PermissionError as error:  # as on Windows, while another program shows the file
        raise InputError([held(Path(error.filename or public), error)]) from None
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
        found = room.compare(
            before, after, html.paragraphs(templates), words.DECIMALS | words.FINER
        )
        sheet = looks.style(root, after.brand)
        page = html.comparison(templates, sheet, found=found, old=before, new=after)
    with replaced(target) as folder:
        room.save(found, folder / "diff.json")
        write(folder / "diff.html", page)
        looks.furnish(folder, root, after, None)
        if pdf:
            with clock.step(7):
                made = printing.print_pdf(page, folder, _published(after))
                (folder / "diff.pdf").write_bytes(made)
    files = [target / name for name in ("diff.pdf", "diff.html", "diff.json")]
    return Result(target, [f for f in files if f.is_file()], clock.seconds), found


def explain(folder: Path, what: str, which: int = 0) -> list[tuple[str, str]]:
    """Tell what stands behind a number of a built edition, in pairs of a name and a text.

    what: a finding's id or everyday name, a number as printed, or a cell. which: of several that
    may be meant, from 1; 0 lists them.
    Raises InputError where nothing is meant, or the folder holds no edition.
    """
    from report.document import html
    from report.explain.account import account
    from report.explain.command import matching, pairs

    assessment = load(_assessment_file(folder))
    folder = _assessment_file(folder).parent
    templates = root_of_project(folder) / "templates"
    made = _read_again(assessment, templates)
    explainer = _explainer(made)
    found = matching(folder, made.index, explainer).meant(what, Where(folder.as_posix()))
    accounts = [account(subject, explainer) for subject in found]
    if len(accounts) > 1 and not 0 < which <= len(accounts):
        return pairs(html.filled(templates, "several.html", subjects=accounts, what=what))
    subject = accounts[max(which, 1) - 1 if len(accounts) > 1 else 0]
    more = _evidence(folder, assessment, subject.counted)
    more |= _changes(folder, assessment, subject.explained.finding)
    return pairs(html.filled(templates, "explain.html", subject=subject, **more))


def _read_again(assessment: Assessment, templates: Path) -> "Manuscript":
    from report.document import html

    if assessment.public:
        return html.summary_manuscript(assessment, templates)
    return html.manuscript(assessment, templates)


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
    from report.sections import SECTIONS
    from report.sources import gazetteer, reading, tracing

    config = root / "config" / f"{assessment.edition}.yaml"
    study = read_study(config, {kind: plan for kind, (plan, _) in SECTIONS.items()})
    study = gazetteer.listing(study)
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


def _assess(config: Path, clock: _Clock) -> Assessed:
    """Take the first four steps; each pass ends before the next begins."""
    study, tables, sources, problems = _gathered(config, clock)
    with clock.step(4):
        from report.sources import checks

        assessment = _assembled(study, tables, sources, problems)
        assessment, read, carried, texts = _resolved(study, assessment, checks.places(tables))
        lock = confirming.lock_of(study)
        warnings = checks.open_warnings(study, [*problems, *read])
        moved = confirmed.problems(lock, carried, relative(config, study.root))
        bindable = rewriting.sentences(rewriting.writable(proposals(texts)))
    return Assessed(study, assessment, [*warnings, *moved], read, carried, lock, bindable)


def _gathered(
    config: Path, clock: _Clock
) -> tuple[Study, "Tables", tuple[SourceRecord, ...], list[Problem]]:
    """Read the study and its sources, and check them; gives the warnings."""
    with clock.step(1):
        from report.sections import SECTIONS

        study = read_study(config, {kind: plan for kind, (plan, _) in SECTIONS.items()})
    with clock.step(2):
        from report.sources import checks, gazetteer, reading

        study = gazetteer.listing(study)
        tables, sources = reading.read_sources(study)
    with clock.step(3):
        problems = checks.check(study, tables)
        _stop_on_errors(problems)
    return study, tables, sources, problems


def _assembled(
    study: Study, tables: "Tables", sources: tuple[SourceRecord, ...], problems: list[Problem]
) -> Assessment:
    """Put an edition together, names as they were typed."""
    from report.sections import assess_all
    from report.sections.whole import assemble

    return assemble(study, tables, sources, assess_all(study, tables), problems)


def _resolved(
    study: Study, assessment: Assessment, evidence: Mapping[int, Where]
) -> tuple[Assessment, list[Problem], tuple[Carried, ...], tuple[Passage, ...]]:
    """Take the third pass: every name, and what people wrote.

    Gives its warnings, what each paragraph rests on, and the texts.
    """
    from report.document import carrying
    from report.document.passages import tabled
    from report.prose import reading, shortened
    from report.sources import checks

    resolved, made, found, problems = _named(study, assessment, evidence)
    tables = tabled(resolved, made.chapters, study.where)
    written = [
        *(p for p in made.problems if p.id),
        *reading.read(found),
        *shortened.unexplained((*found, *tables), study.partnership.well_known),
    ]
    told = [*problems, *written, *checks.idle_acceptances(study, written, PROSE)]
    _stop_on_errors([p for p in told if p.id not in study.edition.accept])
    return resolved, told, carrying.resting(made, found), found


def _named(
    study: Study, assessment: Assessment, evidence: Mapping[int, Where]
) -> tuple[Assessment, "Manuscript", tuple[Passage, ...], list[Problem]]:
    """Find every name; gives the manuscript, the texts that people wrote, and warnings."""
    from report import disclosure
    from report.document import html
    from report.document.passages import passages

    resolved, problems = html.resolved(assessment, study.where("headlines"), evidence)
    made = html.manuscript(resolved, study.root / "templates")
    public = html.summary_manuscript(disclosure.public(resolved), study.root / "templates")
    known = {(p.where, p.what) for p in made.problems}
    lost_names = (p for p in public.problems if not p.id and (p.where, p.what) not in known)
    kept = [_kept_inside(p) for p in lost_names]
    lost = _left_out(resolved, made.numbering.recommendations, evidence)
    _stop_on_errors([*problems, *(p for p in made.problems if not p.id), *kept, *lost])
    found = passages(resolved, made.chapters, study.where, evidence, study.inference)
    return resolved, made, found, problems


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


def _write(
    found: Assessed, folder: Path, clock: _Clock, *, pdf: bool
) -> tuple[list[Problem], tuple[str, ...]]:
    """Write everything but build.json.

    Gives the warnings about the finished pages, and what part of their numbers is accounted for.
    """
    from report import disclosure
    from report.document import flow, html, verify
    from report.document import pdf as printing
    from report.document.printed import meant
    from report.sources import checks

    root, pictures = found.study.root, found.study.path.parent
    look = looks.look(root, found.assessment.brand)
    save(found.assessment, folder / "assessment.json")
    looks.furnish(folder, root, found.assessment, pictures)
    made = html.manuscript(found.assessment, root / "templates")
    looks.hang(made.placed(), found.study, folder)
    with clock.step(5):
        drawings = looks.draw(made.placed(), folder, look)
    with clock.step(6):
        page = html.report(made, drawings, looks.style(root, found.assessment.brand))
        _stop_on_errors(_missing_letters(page, found.study, look.typeface))
        write(folder / "report.html", _noted(page, made))
    public = disclosure.public(found.assessment)
    (folder / "public").mkdir()
    save(public, folder / "public" / "assessment.json")
    looks.furnish(folder / "public", root, public, pictures)
    looks.hang(public.exhibits().values(), found.study, folder / "public")
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
        if pdf:
            document["document"] = verify.verify(printed, made)
            pages = flow.check(printed, meant(made))
        said = _said(found.study, folder)
    with clock.step(9):
        lost, told = _account(found.assessment, public, folder, root / "templates")
    pages += lost
    open_ = [
        # what is accepted of the printed pages is idle in no build without them
        *(_open(found.study, pages, PAGE) if pdf else checks.open_warnings(found.study, pages)),
        *_open(found.study, said, FINISHED),
    ]
    write_json(folder / "checks.json", _row_checks(found, [*pages, *said], open_) | document)
    return open_, told


def _account(
    assessment: Assessment, public: Assessment, folder: Path, templates: Path
) -> tuple[list[Problem], tuple[str, ...]]:
    """Write the ledger; gives a warning for each number that belongs to nothing."""
    from report.ledger import account, entries, telling

    found = account.of_edition(folder, assessment, public, templates)
    entries.save(found, folder / "ledger.json")
    return list(telling.problems(found)), telling.coverage(found)


def _said(study: Study, folder: Path) -> list[Problem]:
    """Read the finished documents, and give what they say wrongly."""
    from report import finished
    from report.finished import paper

    target = output_of(study).relative_to(study.root).as_posix()
    names = ("report.html", "public/summary.html")
    pages = [finished.read(folder / name, f"{target}/{name}") for name in names]
    found = finished.check(*pages)
    for page, name in zip(pages, names, strict=True):
        pdf = Path(name).with_suffix(".pdf")
        if (folder / pdf).is_file():
            printed = paper.read((folder / pdf).read_bytes(), pdf.as_posix())
            found += finished.alike(page, printed)
    return found


def _open(study: Study, found: list[Problem], begins: str) -> list[Problem]:
    """Leave out what the edition accepts of a late pass, and add what it accepts for nothing."""
    from report.sources import checks

    return checks.open_warnings(study, [*found, *checks.idle_acceptances(study, found, begins)])


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


def _write_summary(
    public: Assessment, folder: Path, templates: Path, clock: _Clock, *, pdf: bool
) -> None:
    from report.document import html
    from report.document import pdf as printing

    root = templates.parent
    made = html.summary_manuscript(public, templates)
    with clock.step(5):
        drawings = looks.draw(made.placed(), folder, looks.look(root, public.brand))
    with clock.step(6):
        page = html.summary(made, drawings, looks.style(root, public.brand))
        write(folder / "summary.html", _noted(page, made))
    if pdf:
        with clock.step(7):
            made_pdf = printing.print_pdf(page, folder, _published(public))
            (folder / "summary.pdf").write_bytes(made_pdf)


def _noted(page: str, made: "Manuscript") -> str:
    """Put notes into a page for the screen; its PDF is printed from the page without them."""
    from report.document import html
    from report.explain.notes import noted

    filled = partial(html.filled, made.templates, "notes.html")
    return noted(page, _explainer(made), lambda notes: filled(notes=notes))


def _explainer(made: "Manuscript") -> "Explainer":
    from report.document import html
    from report.explain.explained import Explainer

    return Explainer(made.assessment, made.numbering.exhibits, html.method_texts(made))


_ROWS = {"id", "file", "files", "rows_read", "rows_used", "set_aside", "by_file"}


def _row_checks(
    found: Assessed, pages: list[Problem], open_pages: list[Problem]
) -> dict[str, object]:
    a, reasons = found.assessment, found.study.edition.accept
    accepted = {p.id: p for p in (*found.read, *pages) if p.id in reasons}
    return {
        "edition": a.edition,
        "sources": [s.model_dump(mode="json", include=_ROWS) for s in a.sources],
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
    write_json(folder / "build.json", record)


def _published(assessment: Assessment) -> int:
    return int(datetime.combine(assessment.document.published, time(), UTC).timestamp())


def _assessment_file(path: Path) -> Path:
    return path if path.suffix == ".json" else path / "assessment.json"
