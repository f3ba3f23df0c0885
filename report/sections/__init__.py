"""Section kinds: one function `(plan, study, tables) -> Section` each, in one plain dict.

A kind is the same word in YAML, here, in templates/sections/ and in tests/sections/.
"""

from collections.abc import Callable
from itertools import chain
from typing import Any

from report.assessment import Commentary, Section
from report.config.plan import Plan
from report.config.reading import read_text, relative
from report.config.study import Study
from report.errors import InputError, Problem
from report.sections import (
    areas,
    contacts,
    evidence,
    front,
    glossary,
    harm,
    methods,
    months,
    overview,
    peers,
    places,
    profile,
    rates,
    recommendations,
    risk,
    structure,
    text,
    theme,
    threats,
    tracker,
)
from report.sections.diagrams import diagrams
from report.sections.overview_keys import Overview
from report.sections.pictures import pictures
from report.sections.places_keys import Places
from report.sections.supplied import supplied_tables
from report.sources.tables import Tables

SECTIONS: dict[str, tuple[type[Plan], Callable[[Any, Study, Tables], Section]]] = {
    "areas": (areas.Areas, areas.assess),
    "contacts": (contacts.Contacts, contacts.assess),
    "evidence": (evidence.Evidence, evidence.assess),
    "front": (front.Front, front.assess),
    "glossary": (glossary.Glossary, glossary.assess),
    "harm": (harm.Harms, harm.assess),
    "methods": (methods.Methods, methods.assess),
    "months": (months.Months, months.assess),
    "overview": (Overview, overview.assess),
    "peers": (peers.Peers, peers.assess),
    "places": (Places, places.assess),
    "profile": (profile.Profile, profile.assess),
    "rates": (rates.Rates, rates.assess),
    "recommendations": (recommendations.Recommendations, recommendations.assess),
    "risk": (risk.Risk, risk.assess),
    "structure": (structure.Structure, structure.assess),
    "text": (text.Text, text.assess),
    "theme": (theme.Theme, theme.assess),
    "threats": (threats.Threats, threats.assess),
    "tracker": (tracker.Tracker, tracker.assess),
}


def assess_all(study: Study, tables: Tables) -> tuple[Section, ...]:
    """Assess every section of a study. Raises InputError with the problems of all of them."""
    problems: list[Problem] = []
    sections = tuple(_assess(plan, study, tables, problems) for plan in study.plans)
    if problems:
        raise InputError(problems)
    return tuple(s for s in sections if s)


def _assess(plan: Plan, study: Study, tables: Tables, problems: list[Problem]) -> Section | None:
    parts = [_assess(part, study, tables, problems) for part in plan.parts]
    try:
        section = SECTIONS[plan.kind][1](plan, study, tables)
        extra = [make(plan, study, tables) for make in (supplied_tables, diagrams, pictures)]
    except InputError as error:
        problems.extend(error.problems)
        return None
    return section.model_copy(
        update={
            "exhibits": (*section.exhibits, *chain.from_iterable(extra)),
            "place": str(study.where(*plan.at)),
            "commentary": _commentary(plan, study),
            "parts": tuple(part for part in parts if part),
        }
    )


def _commentary(plan: Plan, study: Study) -> Commentary | None:
    if not plan.chapter:
        return None
    path = study.chapters / plan.chapter
    return Commentary(file=relative(path, study.root), text=read_text(path, study.root))
