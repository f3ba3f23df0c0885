"""Lines over the years."""

from math import isnan

import numpy as np
import pytest
from matplotlib.colors import to_hex

from report.assessment import Exhibit
from tests.charts.drawings import (
    LOOK,
    Rows,
    Value,
    collisions,
    described,
    drawn,
    exhibit,
    lines,
    outside,
    words,
)

YEARS = [f"Year to September {year}" for year in range(2007, 2013)]

# North West Leicestershire 2011/12, recorded crime by category, as published.
CRIME: Rows = {
    "Other Acquisitive Crime": [2188, 2176, 2149, 1913, 1792, 1696],
    "Violence Against the Person": [1556, 1394, 1391, 1114, 990, 906],
    "Criminal Damage": [1770, 1419, 1336, 1031, 963, 873],
    "Serious Acquisitive Crime": [1306, 1287, 1229, 922, 730, 896],
    "Other Offences": [840, 801, 701, 569, 585, 560],
    "All Crime": [7660, 7077, 6806, 5549, 5060, 4931],
}
FOUR = ["2019/20", "2020/21", "2021/22", "2022/23"]


def test_every_value_stands_at_its_height_and_totals_are_left_out() -> None:
    """The lines run through the rows' numbers, from zero; the row of all crime is none of them."""
    axes = drawn(exhibit("lines", YEARS, CRIME, total="All Crime")).axes[0]

    parts = {name: values for name, values in CRIME.items() if name != "All Crime"}
    assert parts == lines(axes)
    assert axes.get_ylim()[0] == 0
    assert axes.get_ylim()[1] > 2188


def test_a_total_is_drawn_where_it_is_asked_for() -> None:
    """With `total: yes` the row of role total is a line too, in ink and thick."""
    axes = drawn(exhibit("lines", YEARS, CRIME, total="All Crime", totals=True)).axes[0]

    assert CRIME["All Crime"] == lines(axes)["All Crime"]
    (total,) = (line for line in axes.lines if line.get_label() == "All Crime")
    others = [line.get_linewidth() for line in axes.lines if line is not total]
    assert LOOK.ink == to_hex(total.get_color()).upper()
    assert max(others) < total.get_linewidth()


@pytest.mark.parametrize("missing", [None, "[x]", "[c]"])
def test_a_missing_value_leaves_a_gap(missing: str | None) -> None:
    """Neither an empty cell nor a marker is drawn as 0."""
    axes = drawn(
        exhibit("lines", FOUR, {"Arson": [4, missing, 6, 0], "Robbery": [1, 2, 3, 4]})
    ).axes[0]

    arson = lines(axes)["Arson"]
    assert isnan(arson[1])
    assert [arson[0], *arson[2:]] == [4, 6, 0]


def test_the_name_of_a_line_carries_its_last_value_or_the_marker() -> None:
    """Each line is named at its end, not in a legend; what is withheld shows its marker there."""
    figure = drawn(exhibit("lines", FOUR, {"Arson": [4, 5, 6, "[c]"], "Robbery": [1, 2, 3, 1234]}))

    assert {"Arson [c]", "Robbery 1,234"} <= set(words(figure))
    assert figure.axes[0].get_legend() is None


def test_a_line_alone_shows_its_ends_and_extremes() -> None:
    """One line carries its first, last, highest and lowest value at the points."""
    years = [str(year) for year in range(2010, 2020)]
    values: list[Value] = [50, 52, 55, 90, 52, 50, 30, 41, 44, 47]

    shown = words(drawn(exhibit("lines", years, {"Arson": values})))

    assert {"50", "90", "30", "47"} <= set(shown)
    assert not {"52", "55", "41", "44"} & set(shown)


def test_a_range_is_tinted_between_its_two_lines() -> None:
    """The tint reaches from the lowest to the highest value of each column, behind thin lines."""
    rows: Rows = {"Highest": [9, 8, 9, 7], "2023/24": [4, 9, 5, 6], "Lowest": [3, 2, 4, 5]}
    chart = exhibit("lines", FOUR, rows, strong="2023/24")
    axes = drawn(ranged(chart, ["Highest", "Lowest"])).axes[0]

    (tint,) = axes.collections
    corners = {(int(x), int(y)) for path in tint.get_paths() for x, y in np.asarray(path.vertices)}
    assert corners == {(at, n) for row in ("Highest", "Lowest") for at, n in enumerate(rows[row])}
    widths = {str(line.get_label()): line.get_linewidth() for line in axes.lines}
    assert widths["Highest"] == widths["Lowest"] < widths["2023/24"]
    assert not drawn(chart).axes[0].collections


def test_the_extremes_told_are_not_those_of_a_range() -> None:
    """The highest of the bounds is of any year; that of the strong line is of the year shown."""
    rows: Rows = {
        **{"Highest": [9, 8, 9, 7], "2023/24": [4, 8, 5, 6]},
        **{"Mean": [4, 8, 6, 5], "Lowest": [3, 2, 4, 5]},
    }
    chart = exhibit("lines", FOUR, rows, strong="2023/24")

    told = described(ranged(chart, ["Highest", "Lowest"]))
    assert "Highest: 8 (2023/24, 2020/21); lowest: 4 (2023/24, 2019/20)." in told
    assert "Highest 9 to 7" in told
    plain = exhibit("lines", FOUR, rows)
    assert "lowest: 4 (2023/24, 2019/20 and Mean, 2019/20)" in described(
        ranged(plain, ["Highest", "Lowest"])
    )


def ranged(chart: Exhibit, rows: list[str]) -> Exhibit:
    """Let two rows of a chart bound a range."""
    return chart.model_copy(update={"marks": chart.marks | {"range": rows}})


def test_a_range_with_a_missing_value_has_a_gap() -> None:
    """Where a bound is not known nothing is tinted."""
    rows: Rows = {"Highest": [9, 8, None, 7, 6], "Lowest": [3, 2, None, 5, 4]}
    labels = ["Apr", "May", "Jun", "Jul", "Aug"]

    (tint,) = (
        drawn(ranged(exhibit("lines", labels, rows), ["Highest", "Lowest"])).axes[0].collections
    )
    assert len(tint.get_paths()) == 2


def test_six_lines_part_without_colour() -> None:
    """No two of six lines share dashes, the shape of their points, or a colour."""
    rows: Rows = {f"Row {at}": [at, at, at, at] for at in range(6)}

    drawing = drawn(exhibit("lines", FOUR, rows)).axes[0]

    found = [line for line in drawing.lines if not str(line.get_label()).startswith("_")]
    assert len(found) == 6
    assert len({str(line.get_marker()) for line in found}) == 6
    assert len({str(line._dash_pattern) for line in found}) == 6  # type: ignore[attr-defined]
    assert len({to_hex(line.get_color()) for line in found}) == 6


def test_a_strong_line_is_thick_as_well_as_coloured() -> None:
    """The row set apart is told by its width, where the colours cannot be seen."""
    axes = drawn(exhibit("lines", YEARS, CRIME, strong="Criminal Damage")).axes[0]

    widths = {str(line.get_label()): line.get_linewidth() for line in axes.lines}
    assert (
        max(width for name, width in widths.items() if name != "Criminal Damage")
        < widths["Criminal Damage"]
    )


def test_more_than_six_lines_are_panels_on_one_scale() -> None:
    """Seven rows are seven panels, each with its name and the same limits from zero."""
    rows: Rows = {f"Beat {at}": [at * 10, 5, 7, at * 9] for at in range(1, 8)}

    figure = drawn(exhibit("lines", FOUR, rows))

    assert len(figure.axes) == 7
    assert {(0.0, figure.axes[0].get_ylim()[1])} == {axes.get_ylim() for axes in figure.axes}
    assert [[at * 10, 5, 7, at * 9] for at in range(1, 8)] == [
        lines(axes)[f"Beat {at}"] for at, axes in enumerate(figure.axes, 1)
    ]


def test_a_value_between_gaps_is_seen() -> None:
    """In a panel, a lone value between two missing ones is a point although it is no line."""
    rows: Rows = {f"Beat {at}": [None, at, None, at] for at in range(1, 8)}

    panel = drawn(exhibit("lines", FOUR, rows)).axes[0]

    (own,) = (line for line in panel.lines if line.get_label() == "Beat 1")
    assert own.get_marker() not in {"", "None", None}


def test_below_zero_the_line_of_zero_is_drawn() -> None:
    """Values below zero stand under a line at zero, not under the frame's lower edge."""
    axes = drawn(exhibit("lines", FOUR, {"Change": [-5, 3, -2, 4]}, unit="difference")).axes[0]

    assert axes.get_ylim()[0] <= -5
    assert not axes.spines.bottom.get_visible()
    assert [0, 0] in [np.asarray(line.get_ydata()).tolist() for line in axes.lines]


@pytest.mark.parametrize(
    "rows",
    [
        CRIME,
        {"Arson": [0, 0, 0, 0, 0, 0]},
        {"Arson": [None, None, 7, None, None, None]},
        {"Arson": [None, None, None, None, None, None]},
        {"A": [100, 90, 80, 70, 60, 50], "B": [100, 90, 80, 70, 60, 50], "C": [0, 0, 0, 0, 0, 50]},
        {
            f"Anti-social behaviour and nuisance of the sort with number {at}": [1, 2, 3, 4, 5, at]
            for at in range(1, 7)
        },
        {
            f"Beat {at} of the market town and its villages": [9, 8, 7, 6, 5, at]
            for at in range(1, 15)
        },
        {"Rate": [1_234_567, 2, 3, 4, 5, 1_234_567]},
    ],
)
def test_texts_keep_to_the_figure_and_apart(rows: Rows) -> None:
    """Names, values and scales neither leave the figure nor stand on one another."""
    figure = drawn(exhibit("lines", YEARS, rows))

    assert outside(figure) == []
    assert collisions(figure) == []


def test_the_unit_and_the_years_in_common_stand_above_the_drawing() -> None:
    """What all years begin with is said once, with the unit; the scale has only the years."""
    shown = words(drawn(exhibit("lines", YEARS, CRIME)))

    assert "Offences, Year to September" in shown
    assert {"2007", "2012"} <= set(shown)


def test_alt_text_gives_extremes_and_ends() -> None:
    """Highest 2,188 and lowest 560 are read off the rows, as are each row's first and last."""
    text = described(exhibit("lines", YEARS, CRIME, total="All Crime"))

    assert text == (
        "Line chart of offences by name, Year to September 2007 to 2012: 5 lines."
        " Highest: 2,188 (Other Acquisitive Crime, Year to September 2007);"
        " lowest: 560 (Other Offences, Year to September 2012)."
        " From first to last: Other Acquisitive Crime 2,188 to 1,696;"
        " Violence Against the Person 1,556 to 906; Criminal Damage 1,770 to 873;"
        " Serious Acquisitive Crime 1,306 to 896; Other Offences 840 to 560."
    )


def test_alt_text_says_what_is_missing_and_never_calls_it_the_lowest() -> None:
    """The lowest is the lowest value there is; a marker is named where it is an end."""
    text = described(
        exhibit("lines", FOUR, {"Arson": ["[c]", 5, None, 9], "Robbery": [3, 4, 8, 3]})
    )

    assert text == (
        "Line chart of offences by name, 2019/20 to 2022/23: 2 lines."
        " Highest: 9 (Arson, 2022/23); lowest: 3 (Robbery, 2019/20 and Robbery, 2022/23)."
        " From first to last: Arson [c] to 9; Robbery 3 to 3."
        " 2 values cannot be shown."
    )


def test_alt_text_of_nothing_says_so() -> None:
    """Where every value is withheld, the description invents no extremes and no ends."""
    text = described(exhibit("lines", FOUR, {"Arson": ["[c]"] * 4}))

    assert (
        text == "Line chart of offences by name, 2019/20 to 2022/23: 1 line. No value can be shown."
    )
