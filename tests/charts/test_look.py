"""The looks of charts: what is read from the style sheet, and whether it can be seen."""

from pathlib import Path

import pytest
from afcharts.af_colours import get_af_colours

from report.charts.look import read
from report.errors import InputError
from tests.charts.drawings import LOOK, TOKENS


def luminance(colour: str) -> float:
    """Give a colour's relative luminance (WCAG 2.2, definition of relative luminance)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours (WCAG 2.2, definition of contrast ratio)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_formula_of_contrast_is_wcag_s() -> None:
    """Black on white is 21:1 by definition; #767676 is the lightest grey that passes 4.5:1."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") >= 4.5 > contrast("#777777", "#FFFFFF")


@pytest.mark.parametrize("colour", sorted({LOOK.strong, LOOK.earlier, *LOOK.series}))
def test_marks_stand_out_from_the_paper(colour: str) -> None:
    """Bars and lines keep the 3:1 of WCAG 1.4.11."""
    assert contrast(colour, LOOK.paper) >= 3


@pytest.mark.parametrize("colour", [LOOK.ink, LOOK.muted])
def test_text_stands_out_from_the_paper(colour: str) -> None:
    """Text keeps the 4.5:1 of WCAG 1.4.3."""
    assert contrast(colour, LOOK.paper) >= 4.5


def test_the_period_assessed_parts_from_those_before_it_in_grey() -> None:
    """Neighbouring bars differ by 3:1 in lightness alone."""
    assert contrast(LOOK.strong, LOOK.earlier) >= 3


def test_the_series_are_the_analysis_function_s() -> None:
    """The colours of lines that are equals, and their order, are the published palette's."""
    assert get_af_colours("categorical", number_of_colours=6) == list(LOOK.series)


def test_every_fault_of_a_style_sheet_is_told_at_once(tmp_path: Path) -> None:
    """A missing token, one that is no colour and one that refers to itself come in one message."""
    text = TOKENS.read_text(encoding="utf-8")
    text = text.replace("--ink: #1A1A1A", "--inks: #1A1A1A")
    text = text.replace("--rule: #CCCCCC", "--rule: silver")
    text = text.replace("--series-2: #28A197", "--series-2: var(--series-2)")
    (tmp_path / "tokens.css").write_text(text, encoding="utf-8")

    with pytest.raises(InputError) as caught:
        read(tmp_path / "tokens.css")

    assert [problem.what for problem in caught.value.problems] == [
        "--ink is missing",
        "--rule is 'silver'",
        "--series-2 is 'var(--series-2)'",
    ]


def test_a_token_that_points_to_another_has_its_colour() -> None:
    """`var(--series-1)` is followed to the colour itself."""
    assert "--series-strong: var(--series-1)" in TOKENS.read_text(encoding="utf-8")
    assert LOOK.strong == LOOK.series[0]
