"""One value for each area, and a line to compare with."""

from math import isnan

import numpy as np
import pytest

from report.assessment import Cell, Exhibit, Row
from tests.charts.drawings import (
    LOOK,
    Rows,
    collisions,
    colours,
    described,
    drawn,
    exhibit,
    lengths,
    outside,
    struck,
    words,
)

# North West Leicestershire 2011/12, adults on the probation caseload who reoffended, in per cent:
# 19 of 238, 13 of 166, 13 of 179, 21 of 297, 115 of 1,675 (the county), 8 of 120, 35 of 530 and
# 6 of 145.
RATES: Rows = {
    "Blaby": [7.983],
    "Oadby & Wigston": [7.831],
    "NW Leicestershire": [7.263],
    "Hinckley & Bosworth": [7.071],
    "Leicestershire": [6.866],
    "Melton": [6.667],
    "Charnwood": [6.604],
    "Harborough": [4.138],
}


def ranked(rows: Rows, average: str = "", strong: str = "") -> Exhibit:
    """Make an exhibit of rates; the row of the average has role total, as sections give it."""
    return exhibit(
        "ranked_bars",
        ["Rate"],
        rows,
        unit="%",
        decimals=0,
        total=average,
        average=average,
        strong=strong,
    )


def test_limits_are_thin_lines_named_below() -> None:
    """Two rows apart from the bars: each a line at its value, with a name that nothing cuts off."""
    made = ranked(RATES, "Leicestershire")
    low, high = (
        Row(key=name, cells=(Cell(value=name), Cell(value=value)), role="rest")
        for name, value in (("Lower limit", 5.0), ("Upper limit", 8.5))
    )
    marks = {**made.marks, "limits": ["Lower limit", "Upper limit"]}
    chart = made.model_copy(update={"rows": (*made.rows, low, high), "marks": marks})
    figure = drawn(chart)

    districts = [values[0] for name, values in RATES.items() if name != "Leicestershire"]
    assert lengths(figure.axes[0]) == districts
    at = {float(np.asarray(line.get_xdata())[0]) for line in figure.axes[0].lines}
    assert {5.0, 8.5} <= at
    assert {"Lower limit 5%", "Upper limit 9%"} <= set(words(figure))
    assert (outside(figure), collisions(figure)) == ([], [])
    assert "Lower limit: 5%. Upper limit: 9%." in described(chart)


def test_every_value_is_as_long_as_it_is_and_the_average_is_no_bar() -> None:
    """The bars reach to the districts' rates in the order given; the county is a line at 6.866."""
    axes = drawn(ranked(RATES, "Leicestershire")).axes[0]

    districts = [values[0] for name, values in RATES.items() if name != "Leicestershire"]
    assert districts == lengths(axes)
    dashed = [line for line in axes.lines if line.is_dashed()]
    assert [np.asarray(line.get_xdata()).tolist() for line in dashed] == [[6.866, 6.866]]


def test_the_line_of_the_average_strikes_out_no_value() -> None:
    """Values that would stand on it stand behind it: those of Melton and Charnwood were crossed."""
    figure = drawn(ranked(RATES, "Leicestershire"))

    assert struck(figure, 6.866) == []
    assert "Leicestershire 7%" in words(figure)


@pytest.mark.parametrize("average", [0.0, 0.01, 3.0, 49.9, 50.0, 50.1, 90.0, 99.9, 250.0, -20.0])
def test_wherever_the_average_is_nothing_is_struck_out(average: float) -> None:
    """From far below the lowest to far above the highest the line meets no text but its name."""
    rows: Rows = {
        "A": [100.0],
        "B": [50.0],
        "C": ["[c]"],
        "D": [0.0],
        "E": [-9.0],
        "All": [average],
    }

    figure = drawn(ranked(rows, "All"))

    assert struck(figure, average) == []
    assert outside(figure) == []
    assert collisions(figure) == []


def test_a_row_set_apart_is_the_only_strong_one() -> None:
    """With a strong row the others are grey; the grey differs by 3:1, so it parts in grey print."""
    axes = drawn(ranked({"A": [3], "B": [2], "C": [1]}, strong="B")).axes[0]

    assert [LOOK.earlier, LOOK.strong, LOOK.earlier] == colours(axes)


def test_a_missing_value_is_a_marker_without_a_bar() -> None:
    """A rate without a base has no bar, not one of length 0."""
    figure = drawn(ranked({"A": [3], "B": [0], "C": ["[x]"]}))

    assert lengths(figure.axes[0])[:2] == [3, 0]
    assert isnan(lengths(figure.axes[0])[2])
    assert {"3%", "0%", "[x]"} <= set(words(figure))


def test_an_average_that_is_withheld_is_no_line() -> None:
    """Without a value there is nothing to compare with, and no line at 0 either."""
    exhibit = ranked({"A": [3], "All": ["[c]"]}, "All")

    assert not [line for line in drawn(exhibit).axes[0].lines if line.is_dashed()]
    assert "line marks" not in described(exhibit)


@pytest.mark.parametrize(
    "rows",
    [
        RATES,
        {"A": [0.0], "Leicestershire": [0.0]},
        {"A": ["[c]"], "Leicestershire": [5.0]},
        {"A": [12.0]},
        {
            f"The ward of Saint Mary and Saint John by the water, part {at}": [at]
            for at in range(1, 12)
        },
        {"A": [90.0], "Leicestershire": [1.0]},
    ],
)
def test_texts_keep_to_the_figure_and_apart(rows: Rows) -> None:
    """Labels, values and the line's name neither leave the figure nor stand on one another."""
    figure = drawn(ranked(rows, "Leicestershire" if "Leicestershire" in rows else ""))

    assert outside(figure) == []
    assert collisions(figure) == []


def test_alt_text_gives_extremes_ends_and_the_average() -> None:
    """Blaby has 19 of 238 and Harborough 6 of 145: 8% and 4%, against 7% in the county."""
    text = described(ranked(RATES, "Leicestershire"))

    assert text == (
        "Bar chart of all crime, Rate (%): 7 bars."
        " Highest: 8% (Blaby); lowest: 4% (Harborough)."
        " First: Blaby, 8%. Last: Harborough, 4%."
        " A line marks Leicestershire at 7%."
    )


def test_alt_text_of_equals_names_no_highest() -> None:
    """Where all values are one there is no highest and no lowest."""
    text = described(ranked({"A": [3.0], "B": [3.0], "C": ["[c]"]}))

    assert text == (
        "Bar chart of all crime, Rate (%): 3 bars. Every value shown is 3%."
        " First: A, 3%. Last: C, [c]. 1 value cannot be shown."
    )


def test_alt_text_counts_those_that_share_an_extreme_where_they_are_many() -> None:
    """Seven areas without an offence are a number, not a list read aloud."""
    rows: Rows = {f"Beat {at}": [0.0] for at in range(7)}
    rows["Beat 7"] = [5.0]

    assert "Highest: 5% (Beat 7); lowest: 0% (7 values)." in described(ranked(rows))
