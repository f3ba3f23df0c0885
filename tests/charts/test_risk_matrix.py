"""Risk matrix: themes by two numbers, and the lines between the bands of their product."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.assessment import Cell, Column, Exhibit, Row
from report.charts import size
from tests.charts.drawings import collisions, described, drawn, outside, words

BANDS = {"High": 125, "Medium": 70, "Low": 0}

# Leicester City 2010/11, five of the 22 rows: harm, probability, band.
PUBLISHED = {
    "Burglary Dwelling": (16.0, 11.0),
    "Vehicle Crime": (14.0, 14.0),
    "Robbery": (18.0, 5.0),
    "Noise": (8.0, 3.0),
    "ABH s47": (16.0, 14.0),
}


def band(risk: float) -> str:
    """Name the band of a risk."""
    return next(name for name, least in BANDS.items() if risk >= least)


def row(
    key: str, name: str, harm: float | None, other: float | None, risk: float, role: str = "row"
) -> Row:
    """Make a theme's row, or that of a band."""
    cells = tuple(Cell(value=value) for value in (name, harm, other, risk, band(risk)))
    return Row.model_validate({"key": key, "role": role, "cells": cells})


def matrix(themes: dict[str, tuple[float, float]]) -> Exhibit:
    """Make a matrix of harm by probability, with the bands of 3-PLEM."""
    return Exhibit(
        id="made.up",
        name="risk matrix",
        kind="risk_matrix",
        form="risk matrix",
        measure="risk (PLEM)",
        columns=(
            Column(key="theme", label="Theme"),
            *(
                Column(key=key, label=label, unit="score", decimals=0)
                for key, label in (("harm", "Harm"), ("other", "Probability"), ("risk", "Risk"))
            ),
            Column(key="band", label="Band"),
        ),
        rows=(
            *(row(name, name, harm, at, harm * at) for name, (harm, at) in themes.items()),
            *(row(name, name, None, None, least, "group") for name, least in BANDS.items()),
        ),
        marks={"label": "theme", "values": ["harm", "other"], "risk": "risk", "band": "band"},
    )


def test_a_theme_stands_at_its_two_numbers() -> None:
    """Harm upwards, probability across, both from 0."""
    axes = drawn(matrix(PUBLISHED)).axes[0]

    marks = {str(m.get_label()): m for m in axes.lines if m.get_linestyle() == "None"}
    found = {
        name: (np.ravel(m.get_ydata()).item(), np.ravel(m.get_xdata()).item())
        for name, m in marks.items()
    }
    assert found == PUBLISHED
    assert axes.get_xlim()[0] == axes.get_ylim()[0] == 0


def test_a_line_runs_through_all_points_of_one_risk() -> None:
    """Every point of it multiplies to the least risk of the band above; the lowest has none."""
    axes = drawn(matrix(PUBLISHED)).axes[0]
    curves = [line for line in axes.lines if line.is_dashed()]

    products = [np.asarray(c.get_xdata()) * np.asarray(c.get_ydata()) for c in curves]
    assert [sorted(set(np.round(each, 9))) for each in products] == [[125], [70]]


def test_every_band_and_theme_is_named() -> None:
    """A band with the risk it begins at."""
    said = set(words(drawn(matrix(PUBLISHED))))

    assert {*PUBLISHED, "High from 125", "Medium from 70", "Probability", "Harm"} <= said


def test_its_text_gives_the_themes_of_each_band() -> None:
    """16 × 11 = 176, 14 × 14 = 196, 16 × 14 = 224; 18 × 5 = 90; 8 × 3 = 24."""
    assert described(matrix(PUBLISHED)) == (
        "Risk matrix of risk (PLEM), harm by probability: 5 themes. High, from 125: Burglary "
        "Dwelling 176; Vehicle Crime 196; ABH s47 224. Medium, from 70: Robbery 90. "
        "Low, from 0: Noise 24."
    )


def test_a_band_may_hold_nothing() -> None:
    """One low theme: its band's lines lie beyond the drawing, and are left out."""
    one = matrix({"Noise": (8.0, 3.0)})

    assert "High, from 125: none. Medium, from 70: none." in described(one)
    assert not any("from" in text for text in words(drawn(one)))


def test_its_size_is_known_before_it_is_drawn() -> None:
    """As wide as the page's text."""
    assert size(matrix(PUBLISHED)) == (170, 100)


@pytest.mark.parametrize("shared", [True, False])
@settings(max_examples=10)
@given(
    numbers=st.lists(
        st.tuples(st.floats(6, 24), st.sampled_from([1, 2, 3, 5, 8, 11, 14, 17])),
        min_size=1,
        max_size=10,
    )
)
def test_names_stand_apart_and_inside(numbers: list[tuple[float, float]], *, shared: bool) -> None:
    """Wherever themes stand; also where two stand on one another."""
    names = ("Violence and sexual offences", "Robbery", "Criminal damage and arson", "Burglary")
    themes = {f"{names[at % 4]} {at}": pair for at, pair in enumerate(numbers)}
    if shared:
        themes["Another"] = numbers[0]
    figure = drawn(matrix(themes))

    assert outside(figure) == []
    assert collisions(figure) == []
