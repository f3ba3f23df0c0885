"""The first four steps: from an edition's YAML to its assessment, and every problem in it."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from report import confirming, rewriting
from report.assessment import Assessment, SourceRecord
from report.config.edition import read_study
from report.config.reading import relative
from report.config.study import Study
from report.errors import Problem, stop_on_errors
from report.pipeline.clock import Clock
from report.pipeline.naming import named, resolved
from report.prose import confirmed
from report.prose.confirmed import Carried, Flag, Lock
from report.prose.proposals import Proposal, proposals

if TYPE_CHECKING:
    from report.sources.tables import Tables


@dataclass(frozen=True)
class Assessed:
    """An edition after the first four steps.

    open: the warnings that it does not accept. read: the problems found in what people wrote, the
    accepted ones too. carried: what its paragraphs rest on; lock: what they rested on when they
    were last confirmed. bindable: how many of its plain sentences could be bound to findings.
    """

    study: Study
    assessment: Assessment
    open: list[Problem]
    read: list[Problem]
    carried: tuple[Carried, ...]
    lock: Lock
    bindable: int

    @property
    def flags(self) -> tuple[Flag, ...]:
        """The paragraphs that rest on what has moved since they were confirmed."""
        return confirmed.flags(self.lock, self.carried, self.read)

    def asked(self, every: bool) -> tuple[Flag, ...]:
        """Give what `psa confirm` asks about: the flags, or every paragraph."""
        return confirmed.every(self.carried, self.flags) if every else self.flags

    @property
    def stale(self) -> list[Problem]:
        """The flags as warnings."""
        return confirmed.problems(self.flags, relative(self.study.path, self.study.root))

    @property
    def warnings(self) -> list[Problem]:
        """What the edition does not accept, and the paragraphs to confirm."""
        return [*self.open, *self.stale]

    @property
    def noted(self) -> list[Problem]:
        """What stands in the margin of the report: of a draft, what the edition does not accept."""
        if self.assessment.document.status != "draft":
            return []
        accept = self.study.edition.accept
        return [p for p in (*self.read, *self.stale) if p.id not in accept]

    def told(self, config: Path) -> tuple[str, ...]:
        """Say how many sentences could be bound, and how many paragraphs nobody has confirmed."""
        told = []
        if self.bindable:
            many = "sentence" if self.bindable == 1 else "sentences"
            told.append(f"{self.bindable} {many} could be bound to findings: psa bind {config}")
        new = confirming.unknown(self.study, self.lock, self.carried)
        if new:
            many = "paragraph is" if new == 1 else "paragraphs are"
            lock = relative(confirming.place(self.study), self.study.root)
            told.append(
                f"{lock} is new: {new} {many} taken as confirmed; where they come from an earlier "
                f"edition, copy its {confirming.NAME}, or read them: psa confirm {config} --all"
            )
        return tuple(told)


@dataclass(frozen=True)
class _Gathered:
    """A study, what its sources hold, and the warnings about them."""

    study: Study
    tables: "Tables"
    sources: tuple[SourceRecord, ...]
    problems: list[Problem]

    def assembled(self) -> Assessment:
        """Put the edition together, names as they were typed."""
        from report.sections import assess_all
        from report.sections.whole import assemble

        sections = assess_all(self.study, self.tables)
        return assemble(self.study, self.tables, self.sources, sections, self.problems)


def assess(config: Path, clock: Clock) -> Assessed:
    """Take the first four steps; each pass ends before the next begins.

    Raises InputError with the problems of the first pass that has any.
    """
    gathered = _gathered(config, clock)
    study = gathered.study
    with clock.step(4):
        from report.sources import accepted, checks

        places = checks.places(gathered.tables)
        assessment, read, carried, texts = resolved(study, gathered.assembled(), places)
        lock = confirming.lock_of(study, carried)
        warnings = accepted.open_warnings(study, [*gathered.problems, *read])
        bindable = rewriting.sentences(rewriting.writable(proposals(texts)))
    return Assessed(study, assessment, warnings, read, carried, lock, bindable)


def propose(config: Path, clock: Clock) -> tuple[Proposal, ...]:
    """Find the plain sentences of an edition that could be bound to findings.

    Raises InputError where a name means nothing.
    """
    gathered = _gathered(config, clock)
    with clock.step(4):
        from report.sources import checks

        places = checks.places(gathered.tables)
        return tuple(proposals(named(gathered.study, gathered.assembled(), places).texts))


def studied(config: Path) -> Study:
    """Read the study of an edition."""
    from report.sections import SECTIONS

    return read_study(config, {kind: plan for kind, (plan, _) in SECTIONS.items()})


def _gathered(config: Path, clock: Clock) -> _Gathered:
    """Read the study and its sources, and check them."""
    with clock.step(1):
        study = studied(config)
    with clock.step(2):
        from report.sources import checks, gazetteer, reading

        study = gazetteer.listing(study)
        tables, sources = reading.read_sources(study)
    with clock.step(3):
        problems = checks.check(study, tables)
        stop_on_errors(problems)
    return _Gathered(study, tables, sources, problems)
