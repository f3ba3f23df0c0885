"""Stages on a ring round a centre."""

import pytest

from tests.charts.drawings import collisions, described, diagram, drawn, outside, words

# The National Decision Model of the College of Policing, in few words.
MODEL = """
- Code of Ethics:
    - Gather information and intelligence
    - Assess threat and risk and develop a working strategy
    - Consider powers and policy
    - Identify options and contingencies
    - Take action and review what happened
"""


def test_the_centre_stands_in_the_middle() -> None:
    """Five stages around it, each with its number."""
    figure = drawn(diagram("stages", MODEL))
    text = next(t for t in figure.axes[0].texts if t.get_text() == "Code of Ethics")

    assert text.get_position()[0] == pytest.approx(85)
    assert [w[:9] for w in words(figure) if w[0].isdigit()] == [
        "1. Gather",
        "2. Assess",
        "3. Consid",
        "4. Identi",
        "5. Take a",
    ]


@pytest.mark.parametrize("number", range(3, 9))
def test_texts_keep_to_the_figure_and_apart(number: int) -> None:
    """However many stages, the centre has its room."""
    stages = ", ".join(f"Stage with a longer name {at}" for at in range(number))
    figure = drawn(diagram("stages", f"[A centre of several words as well: [{stages}]]"))

    assert outside(figure) == []
    assert collisions(figure) == []


def test_alt_text_names_the_centre_and_the_stages() -> None:
    """In their order."""
    assert described(diagram("stages", "[Ethics: [Gather: [Ask], Assess, Act]]")) == (
        "3 stages in a ring round a centre, Ethics: 1. Gather; 2. Assess; 3. Act; "
        "the last leads back to the first. The list below says what each holds."
    )
