"""Marks in tables: the sign of a change, the label of a status, shades, groups of rows, units."""

import re
from itertools import pairwise
from typing import Any

import pytest

from report import colours
from report.assessment import Cell, Column, Row
from report.document.binding import plain_text
from report.measures.shades import STEPS
from report.words import STATUS
from tests.charts.drawings import TOKENS
from tests.pages import chapter, page
from tests.small import assessment, section, table

CHANGE = Column(key="change", label="Change", unit="change %")
LABEL = Column(key="category", label="Crime type")


def printed(columns: tuple[Column, ...], *rows: Row, **more: Any) -> str:
    """Give the HTML of a chapter with one table."""
    exhibit = table("t", "found", columns=columns, rows=rows, form="overview", **more)
    return chapter(page(assessment(section("one", "[table: found]\n", exhibits=(exhibit,)))), "one")


def changed(value: float, polarity: str | None) -> Row:
    """Make a row of one change."""
    cells = (Cell(value="Robbery"), Cell(value=value))
    return Row.model_validate({"key": f"r{value}", "cells": cells, "polarity": polarity})


def test_a_sign_stands_before_a_change_and_is_explained() -> None:
    """A fall where lower is better, a rise, and one that means neither; numbers keep their own."""
    lower = "lower is better"
    rows = (changed(-6.2, lower), changed(8, lower), changed(3, "ambiguous"))
    html = printed((LABEL, CHANGE), *rows)

    assert '<span class="better">▽</span> −6.2%</td>' in html
    assert '<span class="worse">▲</span> +8.0%</td>' in html
    assert '<span class="neither">↑</span> +3.0%</td>' in html
    assert (
        "▽ a change for the better; ▲ a change for the worse; "
        "↑ a change that is neither good nor bad in itself."
    ) in plain_text(html)


def test_both_signs_of_a_meaning_are_explained_where_both_stand() -> None:
    """A rise is for the worse of robbery, a fall of detections; usual ones share a sign."""
    usual = Cell(value=2.0, usual=True)
    row = Row(key="u", cells=(Cell(value="Arson"), usual), polarity="lower is better")
    rows = (changed(8, "lower is better"), changed(-6.2, "higher is better"), row)
    text = plain_text(printed((LABEL, CHANGE), *rows))

    assert "▲ ▼ a change for the worse; ≈ a change within normal variation." in text


def test_a_row_of_an_older_file_has_no_sign() -> None:
    """Its polarity is not known; nothing is claimed, and nothing explained."""
    html = printed((LABEL, CHANGE), changed(-6.2, None))

    assert ">−6.2%</td>" in html
    assert "for the better" not in html


def test_a_movement_says_that_it_is_one_of_positions() -> None:
    """An arrow up is no rise in crime, and carries no colour."""
    column = Column(key="movement", label="Movement", unit="movement")
    row = Row(key="r", cells=(Cell(value="Robbery"), Cell(value=2)), polarity="lower is better")
    html = printed((LABEL, column), row)

    assert ">↑ up 2</td>" in html
    assert "↑ and ↓ show movement in the group" in plain_text(html)


@pytest.mark.parametrize("status", STATUS)
def test_a_status_is_a_label_with_shape_and_word(status: str) -> None:
    """Both are text; the style sheet knows the label's class."""
    column = Column(key="status", label="Status", unit="status")
    html = printed((LABEL, column), Row(key="r", cells=(Cell(value="1"), Cell(value=status))))
    name = status.replace(" ", "-")

    assert f'<span class="status {name}">{STATUS[status]}</span>' in html
    assert f".status.{name} {{" in TOKENS.with_name("page.css").read_text(encoding="utf-8")


def test_shades_have_a_legend_in_words() -> None:
    """The numbers stand in the cells; the legend says what the shades add."""
    columns = (LABEL, *(Column(key=f"y{n}", label=f"y{n}", unit="offences") for n in range(2)))
    row = Row(key="r", cells=(Cell(value="A"), Cell(value=3, shade=1), Cell(value=9, shade=5)))
    html = printed(columns, row)

    assert 'class="figure shade-1">3</td>' in html
    assert 'class="figure shade-5">9</td>' in html
    assert "from its lowest count" in html
    assert "Counts are of offences" in html


def test_units_stand_in_the_headers_where_they_differ() -> None:
    """A header that says it already does not say it twice."""
    columns = (
        LABEL,
        Column(key="a", label="2023/24", unit="offences"),
        Column(key="b", label="Fires", unit="fires"),
    )
    html = printed(columns, Row(key="r", cells=(Cell(value="A"), Cell(value=3), Cell(value=9))))

    assert '2023/24 <span class="unit">offences</span></th>' in html
    assert ">Fires</th>" in html
    assert "Counts are of" not in html


GROUPED = (Column(key="group", label="Classification"), Column(key="row", label="Type"), CHANGE)
ROWS = tuple(
    Row(key=f"{group} {name}", cells=(Cell(value=group), Cell(value=name), Cell(value=1.0)))
    for group, name in (("Home", "urban"), ("Home", "rural"), ("Age", "18"))
)


def test_a_group_of_rows_is_named_once() -> None:
    """Its header spans its rows, which keep headers and keys of their own."""
    html = printed(GROUPED, *ROWS)

    assert html.count(">Home</th>") == html.count(">Age</th>") == 1
    assert '<th scope="rowgroup" data-column="group" rowspan="2">Home</th>' in html
    assert '<th scope="rowgroup" data-column="group">Age</th>' in html
    assert re.findall(r'data-row="(.*?)"', html) == [row.key for row in ROWS]


def token(name: str) -> str:
    """Give a colour of the style sheet."""
    text = TOKENS.read_text(encoding="utf-8")
    found = re.search(rf"--{name}: (?:var\(--(.+?)\)|(#\w+));", text)
    assert found
    return found[2] or token(found[1])


def contrast(one: str, other: str) -> float:
    """Give the contrast of two tokens."""
    return colours.contrast(*(colours.luminance(token(name)) for name in (one, other)))


SHADES = [f"shade-{step}" for step in range(1, STEPS + 1)]


@pytest.mark.parametrize("ground", [*SHADES, "wash", "better-wash"])
def test_text_can_be_read_on_every_ground(ground: str) -> None:
    """Ink keeps the 4.5:1 of WCAG 1.4.3."""
    assert contrast("ink", ground) >= 4.5


@pytest.mark.parametrize("sign", ["better", "worse", "muted"])
def test_signs_and_labels_stand_out(sign: str) -> None:
    """As text on paper and on a box, and as the ground of white words."""
    assert min(contrast(sign, "paper"), contrast(sign, "wash")) >= 4.5


def test_shades_part_in_grey() -> None:
    """Each is darker than the one before, by a step that a print in grey keeps."""
    assert all(contrast(one, other) > 1.15 for one, other in pairwise(SHADES))
