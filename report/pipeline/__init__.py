"""The nine steps from an edition's YAML to its PDF, and the other commands, as functions.

Only order, paths and writing are decided in this room. The modules of the steps, in their order:
`assessing` and `naming` take the first four, `making` and `pages` the others, `records` keeps them.
"""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from report import confirming, looks, rewriting
from report.assessment import Assessment, load
from report.config.edition import root_of
from report.errors import InputError, Problem, Where, stop_on_errors
from report.folders import held, replaced, root_of_project
from report.pipeline import assessing, making, records
from report.pipeline.clock import STEPS, Clock, Result, Tell, silent
from report.pipeline.comparing import diff, rows
from report.pipeline.explaining import explain
from report.pipeline.starting import new
from report.prose.proposals import Proposal

__all__ = [
    "STEPS",
    "Result",
    "Tell",
    "bind",
    "build",
    "check",
    "confirm",
    "diff",
    "explain",
    "new",
    "propose",
    "rows",
    "schema",
    "summary",
]


def check(config: Path, tell: Tell = silent) -> Result:
    """Find every problem of an edition without rendering anything.

    Raises InputError with the problems of the first pass that has any.
    """
    clock = Clock(tell)
    found = assessing.assess(config, clock)
    told = found.told(config)
    return Result(making.output_of(found.study), [], clock.seconds, found.warnings, told)


def build(config: Path, *, pdf: bool = True, strict: bool = False, tell: Tell = silent) -> Result:
    """Build the report, the public assessment and the summary of an edition.

    pdf: False skips the PDFs. strict: warnings that are not accepted fail the build.
    Raises InputError; the folder of the build before is then as it was.
    """
    clock = Clock(tell)
    found = assessing.assess(config, clock)
    if strict and found.warnings:
        raise InputError(found.warnings)
    target = making.output_of(found.study)
    with replaced(target) as folder:
        pages, told = making.make(found, folder, clock, pdf=pdf)
        if strict and pages:
            raise InputError(pages)
        records.write_build(found.study.root, folder, clock.seconds)
        told = (*told, *found.told(config))
        confirming.record(found.study, found.lock, found.carried)
    made = [target / name for name in ("report.pdf", "report.html", "public/summary.pdf")]
    warnings = [*found.warnings, *pages]
    return Result(target, [m for m in made if m.is_file()], clock.seconds, warnings, told)


def propose(config: Path, tell: Tell = silent) -> tuple[Proposal, ...]:
    """Find the plain sentences of an edition that could be bound to findings; `bind` binds them.

    Raises InputError where a name means nothing.
    """
    return assessing.propose(config, Clock(tell))


def bind(config: Path, chosen: Iterable[Proposal]) -> list[Path]:
    """Write the brackets of proposals into an edition's chapters; gives the files.

    Raises InputError where a chapter is no longer as it was read; nothing is written then.
    """
    return rewriting.write(root_of(config), chosen)


def confirm(
    config: Path, ask: confirming.Ask | None, tell: Tell = silent, *, every: bool = False
) -> Result:
    """Ask about each paragraph that rests on what has moved since it was last confirmed.

    every: ask about the others too. ask: shows a flag of a project and gives the answer; None to
    ask nothing. An answer is saved when it is given. Gives the flags left, as warnings.
    Raises InputError.
    """
    clock, asked = Clock(tell), set[str]()
    found = assessing.assess(config, clock)
    study = found.study
    while ask and confirming.walk(study, found.carried, found.asked(every), found.lock, ask, asked):
        found = assessing.assess(config, clock)
    found = replace(found, lock=confirming.lock_of(study, found.carried))
    if ask:
        confirming.record(study, found.lock, found.carried)
    return Result(making.output_of(study), [], clock.seconds, found.stale)


def summary(folder: Path, *, pdf: bool = True, tell: Tell = silent) -> Result:
    """Make the public summary again from `public/assessment.json` alone.

    Raises InputError where the folder holds none, or one that is not public.
    """
    public = folder / "public"
    assessment = load(public / "assessment.json")
    stop_on_errors(_not_public(assessment, public / "assessment.json"))
    root, clock = root_of_project(folder), Clock(tell)
    try:
        looks.furnish(public, root, assessment, None)
        making.summarise(assessment, public, root, clock, pdf=pdf)
    except PermissionError as error:  # as on Windows, while another program shows the file
        raise InputError([held(Path(error.filename or public), error)]) from None
    names = ("summary.pdf", "summary.html") if pdf else ("summary.html",)
    return Result(public, [public / name for name in names], clock.seconds)


def schema() -> dict[str, object]:
    """Give the JSON Schema of the two YAML files, for editors."""
    from report.config.schema import schema as of
    from report.sections import SECTIONS

    return of({kind: plan for kind, (plan, _) in SECTIONS.items()})


def _not_public(assessment: Assessment, path: Path) -> list[Problem]:
    """Refuse the whole assessment where its public part should be: all of it would be printed."""
    if assessment.public:
        return []
    what = "is the whole assessment, not its public part"
    return [Problem(Where(path.as_posix()), what, "build the edition again")]
