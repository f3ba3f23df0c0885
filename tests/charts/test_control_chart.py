"""Months over their usual range."""

from collections.abc import Sequence

import numpy as np
import pytest
from matplotlib.colors import to_hex

from report.assessment import Cell, Column, Exhibit, Row
from report.charts.svg import svg
from tests.charts.drawings import LOOK, collisions, described, drawn, outside, words

HIGH, LOW = "Above the usual range", "Below the usual range"
RUN, UNDER = "One of a run above the usual level", "One of a run below the usual level"
NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTHS = [f"{name} {year}" for year in range(2020, 2026) for name in NAMES]


def chart(
    counts: Sequence[int | None],
    told: dict[int, str] | None = None,
    *,
    changed: dict[int, str] | None = None,
    limits: tuple[float, float, float] | None = (20, 8.5, 31.5),
    baseline: tuple[int, int] = (0, 11),
) -> Exhibit:
    """Make a chart of months from January 2020 on; what they signal, and what changed, by place."""
    columns = [
        Column(key="month", label="Month"),
        Column(key="count", label="Count", unit="offences"),
        Column(key="centre", label="Usual level", unit="offences", decimals=1),
        Column(key="lower", label="Lower end", unit="offences", decimals=1),
        Column(key="upper", label="Upper end", unit="offences", decimals=1),
        Column(key="signal", label="What it signals"),
        Column(key="changed", label="Recording changed"),
    ]
    rows = []
    for at, (month, count) in enumerate(zip(MONTHS, counts, strict=False)):
        values = (count, *(limits or (None, None, None)))
        cells = (
            Cell(value=value) if value is not None else Cell(markers=("x",)) for value in values
        )
        said = (Cell(value=(texts or {}).get(at, "")) for texts in (told, changed))
        rows.append(Row(key=month, cells=(Cell(value=month), *cells, *said)))
    return Exhibit(
        id="chart.made.up",
        name="burglary usual range",
        kind="control_chart",
        form="usual range",
        measure="Burglary",
        comparison="January to December 2020",
        columns=tuple(columns),
        rows=tuple(rows),
        marks={
            **{name: name for name in ("centre", "lower", "upper", "signal")},
            **{"label": "month", "values": ["count"], "signals": [HIGH, LOW, RUN, UNDER]},
            **{"baseline": [MONTHS[at] for at in baseline]},
            **({"changed": "changed"} if changed else {}),
        },
    )


COUNTS = [20, 22, 19, 21, 18, 23, 20, 17, 22, 21, 19, 18, 35, 25, 24, 26, 25, 24, 23, 25, None, 5]
TOLD = {12: f"{HIGH}; {RUN}", **dict.fromkeys(range(13, 20), RUN), 21: LOW}


def test_every_month_stands_at_its_height_and_a_missing_one_leaves_a_gap() -> None:
    """The line runs through the counts, from zero."""
    axes = drawn(chart(COUNTS)).axes[0]
    (line,) = (each for each in axes.lines if to_hex(each.get_color()).upper() == LOOK.strong)

    values = np.asarray(line.get_ydata(), dtype=float)
    assert [None if np.isnan(value) else value for value in values] == COUNTS
    assert axes.get_ylim()[0] == 0


def test_the_range_is_named_with_its_numbers() -> None:
    """At the right, each with its name; the baseline at its bracket."""
    shown = words(drawn(chart(COUNTS)))

    assert {"Upper end 31.5", "Usual level 20.0", "Lower end 8.5"} <= set(shown)
    assert any(text.startswith("baseline") for text in shown)


def test_signals_part_without_colour() -> None:
    """Each has a shape of its own or the hollow of one, and its name in the key; one a month."""
    figure = drawn(chart(COUNTS, TOLD))
    shapes = [
        (line.get_marker(), to_hex(line.get_markerfacecolor()).upper())
        for line in figure.axes[0].lines
        if len(np.asarray(line.get_xdata())) == 1
    ]

    assert shapes == [("^", LOOK.ink), *[("s", LOOK.ink)] * 7, ("v", LOOK.ink)]
    assert {HIGH, LOW, RUN} <= set(words(figure))
    assert UNDER not in words(figure)


def test_a_change_in_recording_is_a_line_with_its_words() -> None:
    """The line stands before the first month recorded in the new way; the key says what changed."""
    figure = drawn(chart(COUNTS, changed={10: "one crime is counted for each victim"}))
    upright = [line for line in figure.axes[0].lines if set(np.asarray(line.get_xdata())) == {9.5}]

    assert len(upright) == 1
    assert any("Nov 2020: one crime is counted" in text for text in words(figure))


def test_a_scale_of_high_values_begins_below_them_and_says_so() -> None:
    """Months between 900 and 1,100 would be flat over zero."""
    figure = drawn(chart([1000 + 5 * at for at in range(20)], limits=(1000, 900, 1100)))

    assert 800 <= figure.axes[0].get_ylim()[0] <= 900
    assert any("the scale begins at 900" in text for text in words(figure))


@pytest.mark.parametrize("months", [13, 24, 36, 60, 72])
def test_texts_keep_to_the_figure_and_apart(months: int) -> None:
    """Whatever the number of months, and with a baseline that is shorter than its name."""
    counts = [(at * 7) % 40 for at in range(months)]
    told = {at: [HIGH, LOW, RUN, UNDER][at % 4] for at in range(0, months, 3)}
    changed = {12: "a long sentence that says how the recording of offences changed " * 3}
    for limits in ((20, 8.5, 31.5), (20, 19.9, 20.1), None):
        figure = drawn(chart(counts, told, changed=changed, limits=limits))

        assert outside(figure) == []
        assert collisions(figure) == []


def test_the_same_chart_is_the_same_file_with_its_words_as_text() -> None:
    """Byte for byte, and the names can be searched."""
    one, two = (svg(drawn(chart(COUNTS, TOLD))) for _ in range(2))

    assert one == two
    assert HIGH.encode() in one


def test_alt_text_says_what_is_usual_and_what_is_not() -> None:
    """Each signal with its months, several with their number; what changed, what is missing."""
    text = described(chart(COUNTS, TOLD, changed={12: "new codes"}))

    assert text == (
        "Control chart of burglary usual range, Jan 2020 to Oct 2021: 22 months. Usual level 20.0,"
        " usual range 8.5 to 31.5, from January to December 2020. Above the usual range: Jan 2021;"
        " Below the usual range: Oct 2021; One of a run above the usual level: 8 months"
        " between Jan 2021 and Aug 2021. Recording changed in Jan 2021: new codes."
        " 1 month cannot be shown."
    )
    assert "No month signals anything." in described(chart(COUNTS))
    assert "The newest months have no usual range." in described(chart(COUNTS, limits=None))
