"""Assessments of published numbers, for tests of phrases."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from report import words
from report.assessment import Area, Assessment, Finding, Point, Section
from report.measures.change import change
from report.names import Index
from report.periods import Period
from tests.small import assessment, section

SMALL_BASE = 50
YEAR = Period(date(2023, 1, 1), date(2023, 12, 31), "calendar year")
TO_DATE = Period(date(2023, 4, 1), date(2023, 12, 5), "year to date")


def series(id_: str, label: str, *values: int, period: Period = YEAR, **more: Any) -> Finding:
    """Make the count of a category over years of the same dates, oldest first."""
    counts = dict(enumerate(reversed(values)))
    points = tuple(
        Point(label=period.earlier(back).year_label, value=counts[back])
        for back in reversed(range(len(values)))
    )
    fields: dict[str, Any] = {
        "id": f"count.{id_}",
        "label": label,
        "measure": "count",
        "category": id_,
        "unit": "offences",
        "period": period,
        "value": values[-1],
        "series": points if len(points) > 2 else (),
        **moved(values[-1], values[-2] if len(values) > 1 else None, period),
    }
    return Finding(**fields | more)


def moved(now: int, then: int | None, period: Period) -> dict[str, Any]:
    """Give the fields of a change, as a section makes them."""
    if then is None:
        return {}
    made = change(now, then, SMALL_BASE)
    return {
        "previous": then,
        "previous_period": period.earlier(),
        "change": made.difference,
        "change_pct": made.percent,
        "small_base": made.small_base,
    }


def areas(category: str, label: str, counts: Mapping[str, tuple[int, int] | int]) -> list[Finding]:
    """Make the counts of a category in areas; of {"Beat_62": (2183, 1963)} then and now."""
    found = []
    for name, count in counts.items():
        then, now = count if isinstance(count, tuple) else (None, count)
        area = name.replace("_", " ")
        values = [now] if then is None else [then, now]
        slug = area.casefold().replace(" ", "-")
        found.append(
            series(f"{category}.{slug}", f"{label} in {area}", *values, period=TO_DATE).model_copy(
                update={"category": category, "area": area}
            )
        )
    return found


def gazetteer(kind: str, *names: str) -> tuple[Area, ...]:
    """Name areas of a kind."""
    return tuple(Area(code=name, name=name, kind=kind) for name in names)


def index(made: Assessment) -> Index:
    """Give every name of an assessment."""
    return Index(made, {name: form.measures for name, form in words.FORMS.items()})


def of(*findings: Finding, more: tuple[Section, ...] = (), **fields: Any) -> Index:
    """Give every name of the assessment of some findings; categories go by the labels of these."""
    categories = {f.category: f.label.partition(" in ")[0] for f in reversed(findings)}
    made = section("found", findings=findings)
    defaults: dict[str, Any] = {"categories": categories, "small_base": SMALL_BASE}
    return index(assessment(made, *more, **defaults | {"period": findings[0].period} | fields))
