"""Whatever an edition's rows are called and however large they are, its charts can be read."""

from collections.abc import Callable

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from report.assessment import DIAGRAMS
from report.charts import CHARTS
from tests.charts.drawings import Rows, Value, collisions, diagram, drawn, exhibit, outside

WORDS = st.sampled_from(
    (
        *("Violence", "Against", "the", "Person", "Burglary", "–", "Residential", "Theft", "from"),
        *("Beat", "62", "and", "&", "WMMW", "iiii", "(Harm)", "Anti-social", "Loughborough"),
        *("Southfields", "Ashby-de-la-Zouch", "1st"),
    )
)
LABELS = st.lists(WORDS, min_size=1, max_size=7).map(" ".join)
VALUES: st.SearchStrategy[Value] = st.one_of(
    st.integers(0, 12),
    st.integers(-300, 30_000),
    st.floats(0, 100).map(lambda value: round(value, 3)),
    st.sampled_from(["[c]", "[x]", None]),
)
FIRST = st.sampled_from(["", "Year to September "])


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[str], Rows]:
    """Make up to 9 years and up to 14 rows that no two share a name."""
    years, first = draw(st.integers(2, 9)), draw(FIRST)
    names = draw(st.lists(LABELS, min_size=1, max_size=14, unique=True))
    values = st.lists(VALUES, min_size=years, max_size=years)
    return [f"{first}{2015 + at}" for at in range(years)], {name: draw(values) for name in names}


@pytest.mark.parametrize("kind", ["lines", "area_bars", "period_bars", "ranked_bars", "spark"])
@settings(max_examples=10)
@given(table=tables())
def test_no_text_leaves_the_figure_or_stands_on_another(
    kind: str, table: tuple[list[str], Rows]
) -> None:
    """Long names, large numbers, gaps, noughts and falls below zero all find their room."""
    labels, rows = table
    shown = {"period_bars": 2, "ranked_bars": 1}.get(kind, len(labels))
    cut: Rows = {name: values[:shown] for name, values in rows.items()}

    figure = drawn(exhibit(kind, labels[:shown], cut))

    assert outside(figure) == []
    assert collisions(figure) == []


Names = list[str]

LISTS: dict[str, Callable[[Names], object]] = {
    "structure": lambda n: [{n[0]: [{n[1]: [n[2], n[3]]}, n[4]]}, n[5]],
    "cycle": lambda n: [{n[0]: [n[1]]}, *n[2:]],
    "stages": lambda n: [{n[0]: [{n[1]: [n[2]]}, *n[3:]]}],
    "formula": lambda n: [{f"{n[0]} = {n[1]} × {n[2]}": [{n[0]: n[3]}, {n[2]: n[4]}]}],
}


@pytest.mark.parametrize("kind", LISTS)
@settings(max_examples=10)
@given(names=st.lists(LABELS, min_size=6, max_size=6, unique=True), lines=st.booleans())
def test_no_text_of_a_diagram_leaves_the_figure_or_stands_on_another(
    kind: str, names: Names, *, lines: bool
) -> None:
    """Long names and short ones, on every level."""
    figure = drawn(diagram(kind, yaml.safe_dump(LISTS[kind](names)), lines=lines))

    assert outside(figure) == []
    assert collisions(figure) == []


def test_every_kind_is_tried_here() -> None:
    """A new kind of chart joins these tests; texts of some kinds are in tests of their own."""
    drawn = {"lines", "area_bars", "area_map", "period_bars", "ranked_bars", "spark"}
    assert set(CHARTS) - {"control_chart", "funnel", "risk_matrix"} == drawn | set(LISTS)
    assert set(DIAGRAMS) == set(LISTS)
