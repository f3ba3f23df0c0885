"""The earlier period beside the current one."""

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

PERIODS = ["1 April to 5 December 2022", "1 April to 5 December 2023"]

# Charnwood 2023/24, change by crime type, as published.
CRIME: Rows = {
    "Violence with Injury": [1185, 1133],
    "Burglary – Residential": [358, 372],
    "Robbery": [57, 40],
    "Shoplifting": [515, 736],
    "All Crime": [10195, 9568],
}


def test_every_value_is_as_long_as_it_is_and_totals_are_left_out() -> None:
    """Row by row the bars reach from zero to the rows' numbers, without the district's total."""
    axes = drawn(exhibit("period_bars", PERIODS, CRIME, total="All Crime")).axes[0]

    assert lengths(axes) == [1185, 1133, 358, 372, 57, 40, 515, 736]
    assert {0} == {bar.get_x() for bar in bars(axes)}


def test_the_current_period_is_below_the_earlier_and_named() -> None:
    """Order and a name in brackets tell the periods apart; the colours only repeat it."""
    figure = drawn(exhibit("period_bars", PERIODS, {"Robbery": [57, 40], "Arson": [3, 5]}))

    earlier, current = bars(figure.axes[0])[:2]
    above = [figure.axes[0].transData.transform((0, bar.get_y()))[1] for bar in (earlier, current)]
    assert above[0] > above[1]
    assert {"57 (2022)", "40 (2023)", "3", "5"} <= set(words(figure))
    assert [LOOK.earlier, LOOK.strong] * 2 == colours(figure.axes[0])


def test_what_the_periods_have_in_common_is_said_once() -> None:
    """The unit and the words both periods begin with stand above the bars."""
    assert "Offences, 1 April to 5 December" in words(drawn(exhibit("period_bars", PERIODS, CRIME)))


def test_periods_that_share_a_word_keep_their_names_whole() -> None:
    """Spans that begin with the same month are not cut after it."""
    periods = ["October 2010 to September 2011", "October 2011 to September 2012"]

    shown = words(drawn(exhibit("period_bars", periods, {"Arson": [12, 34]})))

    assert {
        "Offences",
        "12 (October 2010 to September 2011)",
        "34 (October 2011 to September 2012)",
    } <= set(shown)


def test_a_missing_value_is_a_marker_without_a_bar() -> None:
    """A withheld count has no bar, not one of length 0, and its marker stands in its place."""
    figure = drawn(exhibit("period_bars", PERIODS, {"Arson": [9, 8], "Robbery": ["[c]", 0]}))

    lost, nought = lengths(figure.axes[0])[2:]
    assert isnan(lost)
    assert nought == 0
    assert {"[c]", "0"} <= set(words(figure))


def test_a_fall_below_zero_reaches_to_the_left() -> None:
    """A negative value's bar starts at zero and its text stands at its left."""
    rows: Rows = {"Recorded less cancelled": [-40, 25], "Arson": [-1, 1], "Robbery": [-3, -2]}

    figure = drawn(exhibit("period_bars", PERIODS, rows, unit="difference"))

    assert lengths(figure.axes[0]) == [-40, 25, -1, 1, -3, -2]
    assert {"−40 (2022)", "+25 (2023)"} <= set(words(figure))
    assert outside(figure) == []
    assert collisions(figure) == []


@pytest.mark.parametrize(
    "rows",
    [
        CRIME,
        {"Arson": [0, 0]},
        {"Arson": ["[c]", "[x]"], "Robbery": [None, None]},
        {
            f"Anti-social behaviour and nuisance of the {at}th sort, in and around the town": [
                at,
                9,
            ]
            for at in range(1, 8)
        },
        {"Donaudampfschifffahrtselektrizitätenhauptbetriebswerk": [12, 13]},
        {f"{at}": [1_234_567, 7_654_321] for at in range(12)},
    ],
)
@pytest.mark.parametrize(
    "periods",
    [
        PERIODS,
        ["October 2010 to September 2011", "October 2011 to September 2012"],
        ["2022", "2023"],
    ],
)
def test_texts_keep_to_the_figure_and_apart(rows: Rows, periods: list[str]) -> None:
    """Labels, values and names of periods neither leave the figure nor stand on one another."""
    figure = drawn(exhibit("period_bars", periods, rows))

    assert outside(figure) == []
    assert collisions(figure) == []


def test_alt_text_gives_extremes_and_both_periods_of_every_row() -> None:
    """Highest, lowest and each row's change are read off the rows; the total is none of them."""
    text = described(exhibit("period_bars", PERIODS, CRIME, total="All Crime"))

    assert text == (
        "Bar chart of offences by name, 1 April to 5 December 2022 and 2023: 4 groups of bars."
        " Highest: 1,185 (Violence with Injury, 1 April to 5 December 2022);"
        " lowest: 40 (Robbery, 1 April to 5 December 2023)."
        " From first to last: Violence with Injury 1,185 to 1,133;"
        " Burglary – Residential 358 to 372; Robbery 57 to 40; Shoplifting 515 to 736."
    )


def test_alt_text_of_many_rows_keeps_to_the_extremes_of_each_period() -> None:
    """Seven rows are not read aloud; those that share an extreme are all named."""
    rows: Rows = {f"Beat {at}": [at, 10 - at] for at in range(1, 7)}
    rows["Beat 7"] = [6, "[c]"]

    text = described(exhibit("period_bars", ["2022", "2023"], rows))

    assert text == (
        "Bar chart of offences by name, 2022 and 2023: 7 groups of bars."
        " Highest in 2022: 6 (Beat 6 and Beat 7); lowest: 1 (Beat 1)."
        " Highest in 2023: 9 (Beat 1); lowest: 4 (Beat 6)."
        " 1 value cannot be shown."
    )
