"""Behind a cell stands the finding of its row that holds its very number."""

from report.assessment import Area, Cell, Column, Exhibit, Point, Row
from report.explain.cells import Behind, behind, counted, labelled
from tests.small import PERIOD, assessment, finding, table

ROBBERY = finding(
    *("count.robbery", "Robbery", 40),
    previous=57,
    previous_period=PERIOD.earlier(),
    change=-17,
    change_pct=-29.8,
)
AREA = finding(
    *("count.robbery.beat-1", "Robbery in Lowick", 5),
    previous=5,
    previous_period=PERIOD.earlier(),
    area="Lowick",
    change=0,
    change_pct=0,
    series=tuple(Point(label=f"20{y}", value=v) for y, v in (("20/21", 9), ("21/22", 5), ("a", 5))),
)


def overview(*numbers: float) -> Exhibit:
    """Make a row of an overview."""
    columns = (
        Column(key="category", label="Crime type"),
        Column(key="previous", label=PERIOD.earlier().label, unit="offences"),
        Column(key="count", label=PERIOD.label, unit="offences"),
        Column(key="change", label="Change", unit="change %"),
    )
    cells = (Cell(value="Robbery"), *(Cell(value=n) for n in numbers))
    return table("table.o.o", "o", columns=columns, rows=(Row(key="robbery", cells=cells),))


def found(exhibit: Exhibit, at: int) -> Behind | None:
    return behind(labelled([ROBBERY, AREA]), exhibit, exhibit.rows[0], at)


def test_each_column_shows_its_own_number_of_the_finding() -> None:
    """The counts of the two periods, and the change in per cent."""
    exhibit = overview(57, 40, -29.8)

    roles = [one.role if (one := found(exhibit, at)) else None for at in range(4)]
    assert roles == [None, "previous", "value", "change_pct"]


def test_a_cell_with_another_number_has_no_finding() -> None:
    """It is not enough that row and column fit."""
    assert found(overview(58, 40, -29.8), 1) is None


def test_an_areas_finding_is_named_by_what_the_table_measures() -> None:
    """Of two years with the same count the column's header says which is meant."""
    columns = (
        Column(key="area", label="Beat"),
        *(
            Column(key=f"y{n}", label=label, unit="offences")
            for n, label in enumerate(("2020/21", "2021/22", PERIOD.year_label))
        ),
    )
    cells = tuple(Cell(value=value) for value in ("Lowick", 9, 5, 5))
    row = Row(key="beat-1", cells=cells)
    exhibit = table("table.b.b", "b", measure="Robbery", columns=columns, rows=(row,))

    roles = [one.role if (one := found(exhibit, at)) else None for at in range(4)]
    assert roles == [None, "series", "series", "value"]
    every = (found(exhibit, at) for at in (1, 2, 3))
    assert {one.finding.id for one in every if one} == {AREA.id}


def test_the_count_of_an_earlier_year_is_found_by_its_row_and_its_header() -> None:
    """Robbery in Lowick in 2020/21: that category, that beat, and the same dates of that year."""
    columns = (
        Column(key="area", label="Beat"),
        Column(key="y0", label="2020/21", unit="offences"),
        Column(key="share", label="2020/21", unit="%"),
        Column(key="y1", label="May", unit="offences"),
    )
    row = Row(key="beat-1", cells=tuple(Cell(value=value) for value in ("Lowick", 9, 1, 2)))
    exhibit = table("table.b.b", "b", measure="Robbery", columns=columns, rows=(row,))
    made = assessment(
        categories={"robbery": "Robbery"},
        gazetteer=(Area(code="beat-1", name="Lowick", kind="beat"),),
    )

    nine = counted(made, exhibit, row, columns[1], 9)

    assert nine
    assert (nine.id, nine.area, nine.value) == ("count.robbery.beat-1", "Lowick", 9)
    assert nine.period == PERIOD.earlier(3)
    assert counted(made, exhibit, row, columns[2], 1) is None
    assert counted(made, exhibit, row, columns[3], 2) is None
