"""Funnels: areas by size and rate, between limits that widen where an area is small."""

import numpy as np

from report.assessment import Cell, Column, Exhibit, Row
from report.charts import size
from tests.charts.drawings import LOOK, collisions, described, drawn, outside, words

COLUMNS = (
    Column(key="area", label="LSOA"),
    Column(key="count", label="Burglary", unit="offences"),
    Column(key="people", label="Residents", unit="number"),
    Column(key="rate", label="Rate per 1,000", unit="per 1,000", decimals=1),
    Column(key="low", label="from", unit="per 1,000", decimals=1, group="95% limits"),
    Column(key="high", label="to", unit="per 1,000", decimals=1, group="95% limits"),
)


def line(key: str, name: str, people: int | None, rate: float | None, role: str = "row") -> Row:
    """Make a row; limits are 5 below and above 10, closer where more people live."""
    away = 5000 / people if people else None
    ends = (None, None) if away is None or role == "total" else (10 - away, 10 + away)
    values = (name, 10, people, rate, *ends)
    return Row.model_validate(
        {"key": key, "role": role, "cells": tuple(Cell(value=value) for value in values)}
    )


def funnel(*own: Row, beyond: int = 0) -> Exhibit:
    """Make a funnel of own areas, two others, and limits from 1,000 to 2,000 people."""
    return Exhibit(
        id="chart.made.up",
        name="burglary funnel",
        kind="funnel",
        form="funnel",
        measure="Burglary",
        geography="Middlemarch",
        columns=COLUMNS,
        rows=(
            *own,
            line("county", "Exampleshire", 9000, 10.0, "total"),
            line("o-1", "Other 1", 1200, 9.0, "rest"),
            line("o-2", "Other 2", 1800, 11.0, "rest"),
            *(line(f"limits-{n}", "", n, None, "group") for n in range(1000, 2001, 100)),
        ),
        marks={
            "label": "area",
            "size": "people",
            "values": ["rate", "low", "high"],
            "inner": ["low", "high"],
            "outer": [],
            "own": "Middlemarch",
        },
        shown=beyond,
    )


MILL, TOWN, GREEN = (
    line("mill", "Houndsley Mill", 1500, 16.0),
    line("town", "Town Centre", 2000, 14.0),
    line("green", "Stone Court Green", 1100, 10.5),
)


def test_every_area_is_a_mark_where_its_size_and_rate_are() -> None:
    """People run across, the rate upwards; others, own ones and those beyond in this order."""
    axes = drawn(funnel(MILL, TOWN, GREEN, beyond=2)).axes[0]

    marks = {str(m.get_label()): m for m in axes.lines if m.get_linestyle() == "None"}
    found = {
        key: (np.ravel(mark.get_xdata()).item(), np.ravel(mark.get_ydata()).item())
        for key, mark in marks.items()
    }
    assert found == {
        **{"o-1": (1200, 9), "o-2": (1800, 11)},
        **{"green": (1100, 10.5), "mill": (1500, 16), "town": (2000, 14)},
    }


def test_marks_part_without_colour() -> None:
    """Others are hollow, own ones filled, and those beyond the limits have another shape."""
    axes = drawn(funnel(MILL, GREEN, beyond=1)).axes[0]
    looks = {
        str(m.get_label()): (m.get_marker(), m.get_markerfacecolor())
        for m in axes.lines
        if m.get_linestyle() == "None"
    }

    assert looks["o-1"] == ("o", LOOK.paper)
    assert looks["green"] == ("o", LOOK.strong)
    assert looks["mill"] == ("D", LOOK.strong)


def test_the_limits_are_drawn_through_their_points() -> None:
    """Lower and upper, dashed, from the smallest size to the largest; the middle is the county."""
    axes = drawn(funnel(MILL, beyond=1)).axes[0]
    middle, low, high = axes.lines[:3]

    assert np.ravel(middle.get_ydata()).tolist() == [10, 10]
    assert np.ravel(low.get_ydata())[::10].tolist() == [5, 7.5]
    assert np.ravel(high.get_ydata())[::10].tolist() == [15, 12.5]
    assert low.get_linestyle() == high.get_linestyle() == "--"


def test_what_is_beyond_the_limits_is_named() -> None:
    """And each line at its end; what lies within them is not."""
    said = words(drawn(funnel(MILL, TOWN, GREEN, beyond=2)))

    assert {"Houndsley Mill", "Town Centre", "Exampleshire", "95% limits"} <= set(said)
    assert "Stone Court Green" not in said
    assert {"others in Exampleshire", "in Middlemarch", "in Middlemarch, beyond the limits"} <= set(
        said
    )


def test_names_stand_inside_and_apart() -> None:
    """Two areas close together, at the right edge of the drawing."""
    near = line("near", "Town Centre North", 1990, 14.1)
    figure = drawn(funnel(TOWN, near, MILL, beyond=3))

    assert outside(figure) == []
    assert collisions(figure) == []


def test_of_many_the_furthest_out_are_named() -> None:
    """Eight; the others have a mark and a row of the table."""
    many = [line(f"a-{n}", f"Area {n}", 1000 + 60 * n, 20.0 + n) for n in range(15)]
    said = words(drawn(funnel(*many, beyond=15)))

    assert [f"Area {n}" in said for n in range(15)] == [n < 8 for n in range(15)]


def test_without_limits_there_is_the_line_in_the_middle() -> None:
    """One area alone has no curve."""
    alone = funnel(MILL)
    alone = alone.model_copy(update={"rows": tuple(r for r in alone.rows if r.role != "group")})

    assert "95% limits" not in words(drawn(alone))


def test_its_size_is_known_before_it_is_drawn() -> None:
    """As wide as the page's text."""
    one = funnel(MILL, beyond=1)
    assert size(one) == (170, 108)


def test_its_text_names_what_is_beyond() -> None:
    """How many areas, what they are held against, and which are beyond the limits."""
    assert described(funnel(MILL, TOWN, GREEN, beyond=2)) == (
        "Funnel chart of Burglary by LSOA, rate per 1,000 by residents: 5 areas, 3 of them in "
        "Middlemarch. Exampleshire as a whole: 10.0. Beyond the limits in Middlemarch: 2 areas; "
        "Houndsley Mill 16.0; Town Centre 14.0."
    )
    assert described(funnel(GREEN)).endswith("Beyond the limits in Middlemarch: 0 areas.")
