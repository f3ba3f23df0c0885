"""The years of every area."""

from math import isnan

import pytest

from tests.charts.drawings import (
    LOOK,
    Rows,
    bars,
    collisions,
    colours,
    described,
    drawn,
    exhibit,
    lengths,
    outside,
    words,
)

YEARS = ["2018/19", "2019/20", "2020/21", "2021/22", "2022/23", "2023/24"]

# Charnwood 2023/24, all crime by beat from 1 April to 5 December of each year, as published.
BEATS: Rows = {
    "Beat 56": [639, 531, 553, 570, 577, 627],
    "Beat 58": [268, 306, 228, 333, 331, 326],
    "Beat 62": [2343, 2023, 1633, 2167, 2183, 1963],
}


def test_every_year_stands_at_its_height_in_its_areas_panel() -> None:
    """A panel for each beat with its name and its bars, from zero, all on one scale."""
    figure = drawn(exhibit("area_bars", YEARS, BEATS))

    assert list(BEATS) == [axes.get_title(loc="left") for axes in figure.axes]
    assert list(BEATS.values()) == [[b.get_height() for b in bars(axes)] for axes in figure.axes]
    assert {0} == {bar.get_y() for axes in figure.axes for bar in bars(axes)}
    assert len({axes.get_ylim() for axes in figure.axes}) == 1


def test_the_last_year_is_told_by_its_place_name_and_value() -> None:
    """Only the first and last year carry value and name; the last is strong, the others grey."""
    figure = drawn(exhibit("area_bars", YEARS, {"Beat 62": BEATS["Beat 62"]}))

    assert {"2018/19", "2023/24", "2,343", "1,963"} <= set(words(figure))
    assert "2,023" not in words(figure)
    assert [LOOK.earlier] * 5 + [LOOK.strong] == colours(figure.axes[0])


def test_totals_are_left_out() -> None:
    """The district's own row is no area among the areas."""
    rows: Rows = BEATS | {"Charnwood": [9568, 9000, 8000, 9500, 10195, 9568]}

    figure = drawn(exhibit("area_bars", YEARS, rows, total="Charnwood"))

    assert list(BEATS) == [axes.get_title(loc="left") for axes in figure.axes]
    assert figure.axes[0].get_ylim()[1] < 8000


def test_a_missing_year_leaves_a_gap_with_its_marker() -> None:
    """A year that is withheld is told from a year of 0: no bar, and the marker in the gap."""
    rows: Rows = {"Beat 62": [10, "[c]", 0, 12, 13, "[x]"], "Beat 63": [1, 2, 3, 4, 5, 6]}

    figure = drawn(exhibit("area_bars", YEARS, rows))

    heights = [bar.get_height() for bar in bars(figure.axes[0])]
    assert [isnan(height) for height in heights] == [False, True, False, False, False, True]
    assert heights[2] == 0
    assert {"[c]", "[x]"} <= set(words(figure))


def test_few_bars_stand_in_groups_with_every_value() -> None:
    """Three areas of two years are one drawing of six bars, each with its number."""
    rows: Rows = {"Beat 56": [577, 627], "Beat 58": [331, 326], "Beat 62": [2183, 1963]}

    figure = drawn(exhibit("area_bars", YEARS[-2:], rows))

    assert len(figure.axes) == 1
    assert lengths(figure.axes[0]) == [577, 627, 331, 326, 2183, 1963]
    assert {"577 (2022/23)", "627 (2023/24)", "331", "326"} <= set(words(figure))


def test_below_zero_bars_hang_from_the_line_of_zero() -> None:
    """A change below zero reaches down, and the line at zero is drawn."""
    rows: Rows = {"Beat 56": [-5, 3, -2, 4, -1, -3], "Beat 58": [1, 1, 1, 1, 1, 1]}

    axes = drawn(exhibit("area_bars", YEARS, rows, unit="difference")).axes[0]

    assert rows["Beat 56"] == [bar.get_height() for bar in bars(axes)]
    assert axes.get_ylim()[0] <= -5
    assert not axes.spines.bottom.get_visible()


@pytest.mark.parametrize(
    "rows",
    [
        BEATS,
        {f"Beat {at}": BEATS["Beat 62"] for at in range(56, 66)},
        {"Beat 56": [0, 0, 0, 0, 0, 0]},
        {"Beat 56": ["[c]"] * 6, "Beat 57": [None, 1, None, 1, None, 1]},
        {"Beat 56": [0, "[c]", "[x]", "[c]", 1, 0], "Beat 57": [900, 1, 1, 1, 1, 900]},
        {
            f"Loughborough Southfields and the villages of the Soar valley {at}": [1, 2, 3, 4, 5, 6]
            for at in range(12)
        },
        {f"Ward {at}": [123_456, 7, 8, 9, 10, 123_456] for at in range(14)},
        {f"Ward {at}": [-500, 7, 8, 9, 10, -500] for at in range(4)},
    ],
)
def test_texts_keep_to_the_figure_and_apart(rows: Rows) -> None:
    """Names, years and values neither leave the figure nor stand on one another."""
    figure = drawn(exhibit("area_bars", YEARS, rows))

    assert outside(figure) == []
    assert collisions(figure) == []


def test_alt_text_gives_extremes_and_each_areas_ends() -> None:
    """2,343 and 228 are the highest and lowest of all 18; each beat's first and last are named."""
    text = described(exhibit("area_bars", YEARS, BEATS))

    assert text == (
        "Bar charts of offences by name, 2018/19 to 2023/24: 3 panels of bars."
        " Highest: 2,343 (Beat 62, 2018/19); lowest: 228 (Beat 58, 2020/21)."
        " From first to last: Beat 56 639 to 627; Beat 58 268 to 326; Beat 62 2,343 to 1,963."
    )


def test_alt_text_of_many_areas_keeps_to_extremes_over_all_and_at_the_end() -> None:
    """Ten beats are not read aloud: the extremes of all years, then those of the last."""
    rows: Rows = {f"Beat {at}": [at, 2, 3, 4, 5, 100 - at] for at in range(1, 11)}

    text = described(exhibit("area_bars", YEARS, rows))

    assert text == (
        "Bar charts of offences by name, 2018/19 to 2023/24: 10 panels of bars."
        " Highest: 99 (Beat 1, 2023/24); lowest: 1 (Beat 1, 2018/19)."
        " Highest in 2023/24: 99 (Beat 1); lowest: 90 (Beat 10)."
    )
