"""Compose the pages: blocks and exhibits into HTML, through the templates.

The only module that knows Jinja. It looks up and orders nothing that the assessment has not
decided; the words are the templates' and the author's.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from report import words
from report.assessment import (
    Assessment,
    Column,
    Exhibit,
    Finding,
    NamedList,
    Recommendation,
    Row,
    Section,
    slug,
)
from report.document.abbreviations import Abbreviations
from report.document.binding import Binder, plain_text, texts
from report.document.chapters import Block, Chapter, Setting, chapters, placed
from report.document.citing import Turned, cited, usual
from report.document.comparison import finding_row, reason, stretches
from report.document.glance import Glance, glance
from report.document.margin import Margin
from report.document.numbering import UNNUMBERED, Numbering, numbered
from report.document.together import kept_together
from report.errors import InputError, Problem, Where
from report.names import Index, Unknown
from report.periods import day
from report.prose.bracketed import OwnWords

PARAGRAPH = re.compile(r"</(?:p|li|h\d)>")

# What stands in a message's quotation marks, and not between two apostrophes.
QUOTED = re.compile(r"(?<!\w)'(.+?)'(?!\w)")

COUNT = Column(key="count", label="", unit="offences")

# The home of text that belongs to no section, such as a method's paragraph.
NOWHERE = Section(id="", kind="", title="")

# Units of right-aligned columns, besides everything that is counted.
FIGURES = frozenset(
    (
        "%",
        "change %",
        "per 1,000",
        "difference",
        "position",
        "rank",
        "number",
        "years",
        "limits",
        "score",
        "harm",
        "places",
    )
)
# Columns whose cells head their row, where they are not the first.
STUBS = ("area", "row", "recommendation")


@dataclass(frozen=True)
class Drawing:
    """A drawn chart: file relative to the page, alternative text, size on paper in mm."""

    file: str
    alt: str
    width: float
    height: float


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
        environment = _environment(self.templates)
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
    index = _index(assessment)
    environment = _environment(templates)

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
    made = Manuscript(public, templates, (), numbering, _index(public), order)
    _bind_once(made)
    return made


def _index(assessment: Assessment) -> Index:
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


def report(made: Manuscript, drawings: Mapping[str, Drawing], style: str) -> str:
    """Compose the report. Raises InputError where a bracket means nothing."""
    return _page("report.html", made, drawings, style)


def _page(template: str, made: Manuscript, drawings: Mapping[str, Drawing], style: str) -> str:
    # Composed twice: the glossary lists every abbreviation on the page, those after it too.
    text = plain_text(_composed(template, made, made.binder(), drawings))
    binder = made.binder()
    binder.abbreviations.note(text)
    if not binder.abbreviations.used:
        made = _without_glossary(made)
        binder = made.binder()
    page = _composed(template, made, binder, drawings, style)
    lost = [problem for problem in binder.problems if not problem.id]
    if lost:
        raise InputError(lost)
    return kept_together(page)


def _without_glossary(made: Manuscript) -> Manuscript:
    """Leave out a glossary that would be empty."""
    kept = tuple(c for c in made.chapters if c.section.kind != "glossary")
    if len(kept) == len(made.chapters):
        return made
    numbering = numbered(kept, made.assessment.recommendations)
    return replace(made, chapters=kept, numbering=numbering)


def _composed(
    template: str,
    made: Manuscript,
    binder: Binder,
    drawings: Mapping[str, Drawing],
    style: str = "",
) -> str:
    return (
        _environment(made.templates, binder)
        .get_template(template)
        .render(
            assessment=made.assessment,
            manuscript=made,
            numbering=made.numbering,
            drawings=drawings,
            by_id=made.assessment.exhibits(),
            abbreviations=binder.abbreviations,
            printed=[],
            style=Markup(style),
            methods=partial(_methods, made),
        )
    )


def summary(made: Manuscript, drawings: Mapping[str, Drawing], style: str) -> str:
    """Compose the public summary. Raises InputError where a bracket means nothing."""
    return _page("summary.html", made, drawings, style)


def comparison(templates: Path, style: str, **parts: Any) -> str:
    """Compose the comparison of two editions."""
    columns = {"rank": Column(key="rank", label="", unit="rank"), "count": COUNT}
    template = _environment(templates).get_template("diff.html")
    return kept_together(template.render(style=Markup(style), **columns, **parts))


def filled(templates: Path, name: str, **parts: Any) -> str:
    """Fill in a template of plain text, such as a YAML file's."""
    environment = _environment(templates)
    environment.filters.update(yaml=partial(json.dumps, ensure_ascii=False), month=words.month)
    return environment.get_template(name).render(**parts)


def _methods(made: Manuscript) -> list[str]:
    """List the methods of the findings and of the printed exhibits, in the order of first use."""
    findings = made.assessment.findings().values()
    found = [f.method for f in findings if f.method]
    found += ["variation" for f in findings if f.variation]
    found += [m for e in made.placed() for m in e.methods]
    return list(dict.fromkeys([*found, *made.methods]))


def method_texts(made: Manuscript) -> dict[str, str]:
    """Give the paragraph of each method that the document explains, as plain text."""
    binder = made.binder()
    environment = _environment(made.templates, binder)
    return {name: plain_text(_method(environment, binder, name)) for name in _methods(made)}


class _Compiled(BytecodeCache):
    """Compiled templates, kept while the program runs: every page has an environment of its own."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key] = bucket.bytecode_to_string()


COMPILED = _Compiled()


def _environment(templates: Path, binder: Binder | None = None) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(templates),
        bytecode_cache=COMPILED,
        autoescape=lambda name: bool(name and name.endswith(".html")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        area_header=lambda columns: next(c.label for c in columns if c.key == "area"),
        bar=bar,
        cautions_of=words.cautions,
        marker=lambda marker: f"[{marker}]",
        cell=words.cell,
        day=day,
        exact=words.exact,
        figure_of=words.figure,
        arrow=words.arrow,
        moved=words.moved,
        phrase=words.phrase,
        as_word=words.as_word,
        statement=words.statement,
        is_figure=lambda column: column.unit in FIGURES or column.unit in words.NOUNS,
        markers_used=lambda e: sorted({m for r in e.printed() for c in r.cells for m in c.markers}),
        noun=words.noun,
        number=words.number,
        plain=words.plain,
        counted=counted,
        says=lambda e, unit: any(unit in c.label.lower() for c in e.columns),
        shaded=lambda e: any(cell.shade for row in e.printed() for cell in row.cells),
        row_groups=row_groups,
        slug=slug,
        spans=spans,
        stub=lambda e: next((n for n, c in enumerate(e.columns) if c.key in STUBS), 0),
        subheadings=subheadings,
        reason=reason,
        row_of=finding_row,
        stretches=stretches,
        way=words.way,
        ways=ways,
        when=words.when,
        quoted=quoted,
        movement=words.movement,
    )
    if binder:
        environment.filters["prose"] = partial(_prose, binder)
        environment.filters["said"] = partial(_said, binder)
        environment.filters["sources_of"] = partial(_sources_of, binder.assessment)
        environment.globals.update(
            bound=partial(_bound, binder),
            beside=partial(_beside, binder),
            words_of=partial(_listed, binder),
            method=partial(_method, environment, binder),
        )
    return environment


def subheadings(blocks: tuple[Block, ...]) -> list[tuple[int, Block]]:
    """List the headings of the second level, each with its place in the chapter."""
    return [(n, b) for n, b in enumerate(blocks) if b.kind == "heading" and b.level == 2]  # noqa: PLR2004


def _sources_of(assessment: Assessment, ids: tuple[str, ...]) -> list[str]:
    """Name the publishers, or else the titles, of some sources, each once."""
    known = {s.id: s.publisher or s.title for s in assessment.sources}
    return list(dict.fromkeys(known[i] for i in ids if i in known))


def _method(environment: Environment, binder: Binder, name: str) -> Markup:
    text = environment.get_template(f"methods/{name}.md").render(assessment=binder.assessment)
    return Markup(binder.html(text, NOWHERE, Where(f"templates/methods/{name}.md", 1)))


def _prose(binder: Binder, block: Any) -> Markup:
    return Markup(binder.html(block.text, block.section, block.where, block.heading))


def _said(binder: Binder, text: str) -> Markup:
    """Say what stands in a bracket: the phrases of chapters, for templates."""
    return _bound(binder, f"[{text}]", None)


def _bound(binder: Binder, text: str, section: Section | None, place: str = "") -> Markup:
    file, _, line = place.partition(":")
    return Markup(binder.inline(text, section or NOWHERE, Where(file, int(line or 0))))


def _beside(binder: Binder, text: str) -> Markup:
    """Give the notes of a text that holds no brackets."""
    return Markup("".join(note.html for note in binder.margin.of(text)))


def _listed(binder: Binder, listed: NamedList) -> list[tuple[Finding, str]]:
    """Give a list's findings with their words, those left out that have none."""
    findings = binder.assessment.findings()
    return [
        (findings[i], words.phrase(findings[i], listed.form))
        for i in listed.findings
        if i in findings
    ]


def spans(columns: tuple[Column, ...]) -> list[tuple[str, list[Column]]]:
    """Group neighbouring columns under the header that spans them."""
    return [(group, list(found)) for group, found in groupby(columns, key=lambda c: c.group)]


def row_groups(exhibit: Exhibit) -> list[tuple[str, list[Row]]]:
    """Group neighbouring rows under the group that heads them; one without a name if none does."""
    if exhibit.columns[0].key != "group":
        return [("", list(exhibit.printed()))]
    found = groupby(exhibit.printed(), key=lambda row: str(row.cells[0].value or ""))
    return [(name, list(rows)) for name, rows in found]


def counted(exhibit: Exhibit) -> list[str]:
    """List what the columns of an exhibit count, each once."""
    return list(dict.fromkeys(c.unit for c in exhibit.columns if c.unit in words.NOUNS))


def ways(exhibit: Exhibit) -> list[str]:
    """List what the changes of an exhibit mean for the better or the worse, in one order."""
    found = {
        way[0]
        for row in exhibit.printed()
        for cell, column in zip(row.cells, exhibit.columns, strict=True)
        if (way := words.way(cell, column, row.polarity))
    }
    return [meaning for meaning in words.WAY_SIGNS if meaning in found]


def quoted(text: str) -> str:
    """Set what a message quotes in a page's own quotation marks."""
    return QUOTED.sub("“\\1”", text)


def bar(value: float, full: float) -> str:
    """Give the length of an inline bar in per cent of its full length."""
    return f"{min(100 * value / full, 100):.1f}%"


def resolved(
    assessment: Assessment, headlines: Where, evidence: Mapping[int, Where]
) -> tuple[Assessment, list[Problem]]:
    """Turn the everyday names of headlines and evidence into finding ids.

    headlines: the place of the YAML's key. evidence: recommendation number -> its place.
    Gives the assessment with ids, and a problem for every name that means nothing, and for evidence
    that points another way than it is cited for; a warning for a recommendation that rests on
    changes within normal variation alone, and gives no other reason.
    """
    index, problems = _index(assessment), list[Problem]()

    def find(
        names: tuple[str, ...], where: Where, one: Callable[[str], tuple[Finding, str]]
    ) -> list[tuple[Finding, str]]:
        found = []
        for each in names:
            try:
                found.append(one(each))
            except (Unknown, Turned) as fault:
                problems.append(Problem(where, fault.what, fault.do))
        return found

    def settled(r: Recommendation) -> Recommendation:
        cites = find(r.evidence, evidence[r.number], partial(cited, index=index))
        within = usual(cites)
        if within and not r.because:
            problems.append(_resting(r, [f for f, _ in cites], evidence[r.number]))
        return r.model_copy(update={"evidence": _ids(cites), "usual": within})

    update = {
        "headlines": _ids(find(assessment.headlines, headlines, index.finding)),
        "recommendations": tuple(map(settled, assessment.recommendations)),
    }
    return assessment.model_copy(update=update), problems


def _ids(found: Iterable[tuple[Finding, str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(finding.id for finding, _ in found))


def _resting(r: Recommendation, on: Iterable[Finding], where: Where) -> Problem:
    """Warn of a recommendation that rests on changes within normal variation alone."""
    told = "; ".join(dict.fromkeys(map(words.statement, on)))
    what = f"recommendation {r.number} rests on changes within normal variation alone: {told}"
    do = "cite what shows a need, or give the reason under 'because', which is printed with it"
    return Problem(where, what, do, severity="warning")
