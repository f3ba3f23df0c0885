"""A manuscript: an assessment cut into chapters, numbered, with every bracket bound once."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from report import words
from report.assessment import Assessment, Exhibit, Section
from report.document.abbreviations import Abbreviations
from report.document.binding import Binder, plain_text, texts
from report.document.chapters import Chapter, Setting, chapters, placed
from report.document.glance import Glance, glance
from report.document.margin import Margin
from report.document.numbering import UNNUMBERED, Numbering, numbered
from report.document.templating import environment_of
from report.errors import Problem
from report.names import Index
from report.prose.bracketed import OwnWords

PARAGRAPH = re.compile(r"</(?:p|li|h\d)>")


@dataclass
class Manuscript:
    """An assessment cut into chapters, numbered, and ready to be composed.

    noted: what stands in its margin.
    """

    assessment: Assessment
    templates: Path
    chapters: tuple[Chapter, ...]
    numbering: Numbering
    index: Index
    order: tuple[str, ...] = ()
    problems: list[Problem] = field(default_factory=list)
    methods: list[str] = field(default_factory=list)
    noted: tuple[Problem, ...] = ()

    def placed(self) -> list[Exhibit]:
        """List the exhibits that are printed, each once, in print order, small charts last."""
        every = self.assessment.exhibits()
        return [*(every[id_] for id_ in self.order), *self._trends()]

    @property
    def glance(self) -> Glance:
        """What stands on the page at a glance, and in the tiles of the summary."""
        return glance(self.assessment)

    def _trends(self) -> list[Exhibit]:
        """List the small charts, where the tiles that hold them are printed."""
        blocks = [b.kind for chapter in self.chapters for b in chapter.walk()]
        shown = "at a glance" in blocks or self.assessment.public
        return self.glance.trends if shown else []

    @cached_property
    def own_words(self) -> OwnWords:
        """What reads the author's own wording in brackets."""
        return OwnWords(self.assessment)

    def binder(self) -> Binder:
        """Make a fresh binder, since abbreviations are expanded once in each document."""
        abbreviations = Abbreviations(self.assessment.glossary)
        environment = environment_of(self.templates)
        aside = environment.get_template("cautions.html").module.aside  # type: ignore[attr-defined]
        cite = environment.get_template("citation.html").module.cite  # type: ignore[attr-defined]
        note = environment.get_template("margin.html").module.note  # type: ignore[attr-defined]
        return Binder(
            *(self.assessment, self.index, self.numbering, abbreviations, aside, cite),
            own_words=self.own_words,
            margin=Margin(self.noted, note),
        )


def manuscript(
    assessment: Assessment, templates: Path, noted: Iterable[Problem] = ()
) -> Manuscript:
    """Cut and number an assessment; `problems` holds every name that means nothing.

    noted: what its margin tells.
    """
    index = index_of(assessment)
    environment = environment_of(templates)

    def default(section: Section) -> str:
        return environment.get_template(f"sections/{section.kind}.md").render(section=section)

    setting = Setting(assessment, index, default)
    found = chapters(setting)
    order = tuple(e.id for e in placed(found))
    numbering = numbered(found, assessment.recommendations)
    made = Manuscript(assessment, templates, found, numbering, index, order, setting.problems)
    made.noted = tuple(noted)
    _bind_once(made)
    return made


def summary_manuscript(public: Assessment, templates: Path) -> Manuscript:
    """Number what the public summary prints: every public exhibit and recommendation, in order."""
    numbering = Numbering(recommendations={r.id for r in public.recommendations})
    order = tuple(i for i, e in public.exhibits().items() if e.form not in UNNUMBERED)
    for id_ in order:
        numbering.add(public.exhibits()[id_])
    made = Manuscript(public, templates, (), numbering, index_of(public), order)
    _bind_once(made)
    return made


def index_of(assessment: Assessment) -> Index:
    """Make the index of the names of an assessment."""
    return Index(assessment, {name: form.measures for name, form in words.FORMS.items()})


def paragraphs(templates: Path) -> Callable[[Assessment, Section], list[str]]:
    """Give what the comparison asks for: a section's commentary as plain paragraphs, bound."""
    made: list[Manuscript] = []  # not by edition: two issues of one edition may be compared

    def of(assessment: Assessment, section: Section) -> list[str]:
        one = next((m for m in made if m.assessment is assessment), None)
        if one is None:
            made.append(one := manuscript(assessment, templates))
        binder = one.binder()
        blocks = [b for c in one.chapters for b in c.walk() if b.kind == "prose"]
        mine = [b for b in blocks if b.section.id == section.id and section.commentary]
        pages = [binder.html(b.text, b.section, b.where, b.heading) for b in mine]
        return [
            text for page in pages for part in PARAGRAPH.split(page) if (text := plain_text(part))
        ]

    return of


def _bind_once(made: Manuscript) -> None:
    """Bind every bracket once, to learn which mean nothing, and by which methods they speak."""
    binder = made.binder()
    for chapter in made.chapters:
        for block in chapter.walk():
            if block.kind == "prose":
                binder.html(block.text, block.section, block.where, block.heading)
    for text, section, where, _ in texts(made.assessment):
        binder.inline(text, section, where)
    made.problems.extend(binder.problems)
    made.methods.extend(binder.methods)
