"""The looks of charts: what is read from the style sheet, and whether it can be seen."""

from itertools import pairwise
from pathlib import Path

import pytest
from afcharts.af_colours import get_af_colours

from report import colours
from report.charts.look import read
from report.errors import InputError
from tests.charts.drawings import LOOK, TOKENS


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours."""
    return colours.contrast(colours.luminance(one), colours.luminance(other))


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


def test_neighbours_of_the_series_part_in_grey() -> None:
    """Dark and light take turns, so that a page printed in grey keeps lines apart."""
    assert all(contrast(one, other) >= 3 for one, other in pairwise(LOOK.series))


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
