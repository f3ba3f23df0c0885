"""Stages on a ring."""

import pytest
from matplotlib.text import Annotation

from tests.charts.drawings import collisions, described, diagram, drawn, outside, words

SARA = "[Scanning, Analysis, Response, Assessment]"


def test_stages_are_numbered_clockwise_from_the_top() -> None:
    """The first on top, the second to the right, the third below, the fourth to the left."""
    axes = drawn(diagram("cycle", SARA)).axes[0]
    places = {text.get_text(): text.get_position() for text in axes.texts if text.get_text()}
    (x1, y1), (x2, y2), (x3, y3), (x4, y4) = places.values()

    assert list(places) == ["1. Scanning", "2. Analysis", "3. Response", "4. Assessment"]
    assert x4 < x1 == x3 < x2
    assert y2 == pytest.approx(y4)
    assert y1 < y2 < y3


@pytest.mark.parametrize("number", range(3, 9))
def test_an_arrow_leads_from_each_stage_to_the_next(number: int) -> None:
    """Also from the last to the first, and none of them crosses a box."""
    stages = ", ".join(f"Stage with a name {at}" for at in range(number))
    figure = drawn(diagram("cycle", f"[{stages}]"))
    arrows = [a for a in figure.axes[0].texts if isinstance(a, Annotation)]

    assert len(arrows) == len(figure.axes[0].lines) == number
    assert outside(figure) == []
    assert collisions(figure) == []


def test_what_a_stage_holds_is_written_below_its_name() -> None:
    """In the same box."""
    figure = drawn(diagram("cycle", "[Scanning: [Look, Ask], Analysis, Response]"))

    assert words(figure)[:3] == ["1. Scanning", "Look", "Ask"]
    assert collisions(figure) == []


def test_alt_text_names_the_stages_in_order() -> None:
    """And that it begins again."""
    assert described(diagram("cycle", SARA)) == (
        "Cycle of 4 stages: 1. Scanning; 2. Analysis; 3. Response; 4. Assessment; "
        "the last leads back to the first."
    )
    assert described(diagram("cycle", "[a: [b], c, d]")).endswith(
        " The list below says what each holds."
    )
