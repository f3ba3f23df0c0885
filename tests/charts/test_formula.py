"""A formula's terms and signs."""

import pytest

from tests.charts.drawings import collisions, described, diagram, drawn, outside, words

RISK = """
- Risk = Impact × Likelihood:
    - impact: How much harm is done.
    - Likelihood: How probable it is
"""


def test_terms_and_signs_stand_in_their_order() -> None:
    """From left to right, each meaning below its term, whatever its letters' case."""
    axes = drawn(diagram("formula", RISK)).axes[0]
    across = {text.get_text(): text.get_position()[0] for text in axes.texts}

    names = ["Risk", "=", "Impact", "×", "Likelihood"]
    assert sorted(names, key=lambda name: across[name]) == names
    assert across["How much harm is done."] == across["Impact"]


@pytest.mark.parametrize(
    "text",
    [
        RISK,
        "[a = b]",
        "[Rate = (Offences ÷ Residents) × 1000]",
        "[One longer term + another = third term × fourth term × fifth term × sixth:"
        " {another: with quite some meaning to be folded}]",
    ],
)
def test_texts_keep_to_the_figure_and_apart(text: str) -> None:
    """Two terms or six."""
    figure = drawn(diagram("formula", text))

    assert outside(figure) == []
    assert collisions(figure) == []


def test_a_term_without_a_meaning_is_a_name_alone() -> None:
    """Its box is as high as the others."""
    assert words(drawn(diagram("formula", "[a = b]"))) == ["a", "=", "b"]


def test_alt_text_says_the_formula_and_its_meanings() -> None:
    """As it would be read aloud."""
    assert described(diagram("formula", RISK)) == (
        "Formula: Risk = Impact × Likelihood. "
        "impact: How much harm is done. Likelihood: How probable it is."
    )
