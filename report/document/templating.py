"""The templates, and what they may ask for: their filters and functions.

The only module that knows Jinja. It looks up and orders nothing that the assessment has not
decided; the words are the templates' and the author's.
"""

from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from report import words
from report.assessment import Assessment, Finding, NamedList, Section, slug
from report.document.binding import Binder
from report.document.comparison import finding_row, reason, stretches
from report.document.filters import (
    FIGURES,
    STUBS,
    bar,
    counted,
    quoted,
    row_groups,
    spans,
    subheadings,
    ways,
)
from report.errors import Where
from report.periods import day

# The home of text that belongs to no section, such as a method's paragraph.
NOWHERE = Section(id="", kind="", title="")


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


def environment_of(templates: Path, binder: Binder | None = None) -> Environment:
    """Make what fills in templates; binder: binds the brackets in what they are given."""
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
            method=partial(method, environment, binder),
        )
    return environment


def _sources_of(assessment: Assessment, ids: tuple[str, ...]) -> list[str]:
    """Name the publishers, or else the titles, of some sources, each once."""
    known = {s.id: s.publisher or s.title for s in assessment.sources}
    return list(dict.fromkeys(known[i] for i in ids if i in known))


def method(environment: Environment, binder: Binder, name: str) -> Markup:
    """Give the paragraph of a method."""
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
