"""Compose the pages: a manuscript and its drawings into HTML, through the templates."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import Markup

from report import words
from report.assessment import Column
from report.document.binding import Binder, plain_text
from report.document.manuscript import Manuscript
from report.document.numbering import numbered
from report.document.templating import environment_of, method
from report.document.together import kept_together
from report.errors import InputError

COUNT = Column(key="count", label="", unit="offences")


@dataclass(frozen=True)
class Drawing:
    """A drawn chart: file relative to the page, alternative text, size on paper in mm."""

    file: str
    alt: str
    width: float
    height: float


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
        environment_of(made.templates, binder)
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
    template = environment_of(templates).get_template("diff.html")
    return kept_together(template.render(style=Markup(style), **columns, **parts))


def filled(templates: Path, name: str, **parts: Any) -> str:
    """Fill in a template of plain text, such as a YAML file's."""
    environment = environment_of(templates)
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
    environment = environment_of(made.templates, binder)
    return {name: plain_text(method(environment, binder, name)) for name in _methods(made)}
