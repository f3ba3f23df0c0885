"""Contrast, with the values that the Web Content Accessibility Guidelines give."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.colours import MARK, TEXT, WHITE, contrast, darker, luminance

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06X}".format)


@pytest.mark.parametrize(
    ("colour", "ratio"),
    [
        ("#000000", 21.0),  # WCAG 2.2, definition of contrast ratio: 21 is black on white
        ("#FFFFFF", 1.0),
        ("#767676", 4.54),  # the lightest grey that passes 4.5, by WebAIM's contrast checker
        ("#777777", 4.48),  # and the next, which does not
        ("#949494", 3.03),  # the same for 3
    ],
)
def test_contrast_on_white(colour: str, ratio: float) -> None:
    """The published ratio of a colour on white, to two places."""
    assert round(contrast(luminance(colour), WHITE), 2) == ratio


def test_a_colour_that_passes_is_kept() -> None:
    """The nearest colour to one with enough contrast is itself."""
    assert darker("#767676", WHITE, TEXT) == "#767676"


@given(COLOURS, st.sampled_from([MARK, TEXT]))
def test_the_darker_colour_passes(colour: str, ratio: float) -> None:
    """Whatever the colour, one of its hue is found that can be read on white."""
    found = darker(colour, WHITE, ratio)
    assert contrast(luminance(found), WHITE) >= ratio
    assert luminance(found) <= luminance(colour)
