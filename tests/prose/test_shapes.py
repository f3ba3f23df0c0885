"""What a sentence about an exhibit rests on."""

from report.assessment import Cell, Column, Row
from report.prose.shapes import leaders, shape, values
from tests.small import finding, table

BEATS = (
    Column(key="area", label="Beat"),
    *(Column(key=k, label=k) for k in ("2022/23", "2023/24")),
)


def row(name: str, *numbers: int | None) -> Row:
    return Row(key=name.casefold(), cells=tuple(Cell(value=value) for value in (name, *numbers)))


def test_a_table_has_rows_and_columns_whatever_years_they_are_of() -> None:
    """Next year's table of the same shape is the same to a sentence about it."""
    now = table("t", "beats", columns=BEATS, rows=(row("Lowick", 3, 4), row("Tipton", 9, 8)))
    later = tuple(c.model_copy(update={"label": c.label.replace("3", "4")}) for c in BEATS)

    assert shape(now) == "2 rows; 3 columns: Beat, …"
    assert shape(now.model_copy(update={"columns": later})) == shape(now)


def test_a_ranking_has_its_first_rows() -> None:
    """Their order is what a sentence speaks of."""
    columns = (Column(key="rank", label="Rank", unit="rank"), Column(key="area", label="Beat"))
    rows = tuple(
        Row(key=name, cells=(Cell(value=rank), Cell(value=name)))
        for rank, name in ((1, "Tipton"), (2, "Frick"))
    )

    assert shape(table("t", "x", columns=columns, rows=rows)).endswith("first Tipton, Frick")


def test_a_chart_has_what_is_most_and_between_two_columns_what_moved_most() -> None:
    """Tipton has most in both years, with 9 and 8; Lowick moved by 4, Tipton by 1."""
    rows = (row("Lowick", 3, 7), row("Tipton", 9, 8), row("Frick", None, 2))
    chart = table("c", "beats", kind="area_bars", columns=BEATS, rows=rows)

    assert leaders(chart) == "most Tipton; moved most Lowick"


def test_a_finding_has_all_the_values_that_words_may_tell() -> None:
    """A position of two years, shared with another member."""
    robbery = finding("position.robbery", "Robbery", 2, previous=4, of=15, tied=True)

    assert values(robbery) == "position.robbery: 2 from 4 of 15 tied"
