"""One cell of a publisher's file: what it may hold, and what is told when it may not."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from report.sources.faults import Unreadable
from report.sources.layouts import LayoutColumn
from report.sources.values import Names, Value, convert
from tests.editions import study_of
from tests.made_up import project

NAMES = Names(
    categories={"robbery": "robbery", "all crime": "all-crime", "total crime": "all-crime"},
    areas={"beat-1": "beat-1", "lowick": "beat-1"},
    spelt={
        **{"robbery": "Robbery", "all crime": "All Crime", "total crime": "Total Crime"},
        **{"beat-1": "beat-1", "lowick": "Lowick"},
    },
    codes=frozenset(["beat-1"]),
    offences={"8N": "violence-with-injury"},
)

DIGITS = "write it with digits only, such as 10195; in Excel, give the column the format 0"
POINT = "write it with digits and a point, such as 6.2"
ISO = "write dates as 2023-12-05; in Excel, give the column the format yyyy-mm-dd"


def column(kind: str, **more: Any) -> LayoutColumn:
    return LayoutColumn.model_validate({"header": "x", "type": kind, **more})


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("text", " a – b ", "a – b"),
        ("whole number", "1234", 1234),
        ("whole number", " 0 ", 0),
        ("whole number", "007", 7),
        ("number", "6.2", 6.2),
        ("number", "6", 6.0),
        ("date", "2023-12-05", date(2023, 12, 5)),
        ("category", "Robbery", "robbery"),
        ("category", "TOTAL CRIME", "all-crime"),
        ("area", "Lowick", "beat-1"),
        ("area", "BEAT-1", "beat-1"),
    ],
)
def test_a_cell_becomes_a_value(kind: str, text: str, value: Value) -> None:
    """Spaces around it and the case of names do not matter."""
    found = convert(text, column(kind), NAMES)

    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("kind", "text", "what", "do"),
    [
        ("whole number", "1e3", "'1e3' is not a whole number", DIGITS),
        ("whole number", "5%", "'5%' is not a whole number", DIGITS),
        ("whole number", "12 p", "'12 p' is not a whole number", DIGITS),
        ("whole number", "many", "'many' is not a whole number", DIGITS),
        ("whole number", "#REF!", "'#REF!' is not a whole number", DIGITS),
        # digits of another script, which Python would read
        ("whole number", "٣", "'٣' is not a whole number", DIGITS),
        ("number", "4.7%", "'4.7%' is not a number", POINT),
        ("number", "4,7", "'4,7' is not a number", POINT),
        ("number", "nan", "'nan' is not a number", POINT),
        ("number", "inf", "'inf' is not a number", POINT),
        ("date", "05/12/2023", "'05/12/2023' is not a date", ISO),
        ("date", "5 December 2023", "'5 December 2023' is not a date", ISO),
        ("date", "2023-02-30", "'2023-02-30' is not a date", ISO),
        ("date", "2023-12", "'2023-12' is not a date", ISO),
        ("date", "45265", "'45265' is not a date", ISO),
        ("category", "Robery", "unknown category 'Robery'", "did you mean 'Robbery'?"),
        ("area", "Lowik", "unknown area 'Lowik'", "did you mean 'Lowick'?"),
    ],
)
def test_what_does_not_fit_is_shown_with_what_to_do(
    kind: str, text: str, what: str, do: str
) -> None:
    """Nothing is mended by guessing: a thousands comma may be a decimal one."""
    with pytest.raises(Unreadable) as caught:
        convert(text, column(kind), NAMES)

    assert (caught.value.what, caught.value.do) == (what, do)


WAYS = [
    ("whole number", "thousands commas", "1,234", "1234", 1234),
    ("whole number", "thousands commas", "12,345,678", "12345678", 12_345_678),
    ("number", "thousands commas", "1,234.5", "1234.5", 1234.5),
    ("whole number", "-00 for 0", "-00 ", "0", 0),
    ("whole number", "point and 0", "9.0", "9", 9),
    ("first of month", "months by name", "Apr-21", "2021-04", date(2021, 4, 1)),
    ("last of month", "months by name", "April 2021", "2021-04", date(2021, 4, 30)),
]


@pytest.mark.parametrize(("kind", "way", "text", "plain", "value"), WAYS)
def test_a_way_of_writing_is_allowed_where_the_layout_says_so(
    kind: str, way: str, text: str, plain: str, value: Value
) -> None:
    """And where it does not, the message says what the layout could declare."""
    assert convert(text, column(kind, tolerates=[way]), NAMES) == value
    assert convert(plain, column(kind, tolerates=[way]), NAMES) == value

    with pytest.raises(Unreadable) as caught:
        convert(text, column(kind), NAMES)
    declared = f"or let the column of the layout say 'tolerates: [{way}]'"
    assert caught.value.do == f"write it as {plain}, {declared}"


@pytest.mark.parametrize("text", ["1,23", "1,2345", ",123", "1 234"])
def test_a_comma_that_parts_no_thousands_is_never_read(text: str) -> None:
    """It may be a decimal one."""
    with pytest.raises(Unreadable):
        convert(text, column("whole number", tolerates=["thousands commas"]), NAMES)


def test_a_number_below_nought_may_be_declared() -> None:
    """As where crimes of an earlier quarter are taken back."""
    assert convert("-5 ", column("whole number", tolerates=["less than 0"]), NAMES) == -5


def test_a_quarter_is_named_by_two_cells() -> None:
    """The rows' reader puts the second one behind the first."""
    assert convert("2017/18 2", column("first of quarter"), NAMES) == date(2017, 7, 1)
    assert convert("2017/18 2", column("last of quarter"), NAMES) == date(2017, 9, 30)
    assert convert("2017/18", column("last of financial year"), NAMES) == date(2018, 3, 31)

    with pytest.raises(Unreadable) as caught:
        convert("2017/18 5", column("first of quarter"), NAMES)
    assert caught.value.what == "'2017/18 5' is not a quarter"
    assert caught.value.do == "write quarters as 2023/24 Q3"


@pytest.mark.parametrize("text", ["-", "–", "..", "[c]", "[x]", "*", "n/a", "N/A"])
def test_a_mark_for_no_figure_is_no_nought(text: str) -> None:
    """A withheld count is not 0 and not unknown: its row goes, or its cell is left empty."""
    with pytest.raises(Unreadable) as needed:
        convert(text, column("whole number"), NAMES)
    with pytest.raises(Unreadable) as optional:
        convert(text, column("number", required=False), NAMES)

    assert needed.value.what == f"'{text}' stands where no figure is given"
    assert needed.value.do == "take the row out"
    assert optional.value.do == "leave the cell empty"


@pytest.mark.parametrize(("kind", "text"), [("whole number", "-5"), ("number", "-0.5")])
def test_nothing_is_counted_below_nought(kind: str, text: str) -> None:
    """Counts, positions, populations and shares are 0 or more."""
    with pytest.raises(Unreadable, match=f"'{text}' is less than 0"):
        convert(text, column(kind), NAMES)


@pytest.mark.parametrize("text", ["", "  "])
def test_an_empty_cell_is_missing_where_it_may_be(text: str) -> None:
    """Else it has to be filled in."""
    assert convert(text, column("whole number", required=False), NAMES) is None

    with pytest.raises(Unreadable, match="is empty") as caught:
        convert(text, column("whole number"), NAMES)
    assert caught.value.do == "fill it in"


def test_a_choice_is_one_of_those_declared() -> None:
    """As they are spelt."""
    status = column("choice", choices=["complete", "in progress"])

    assert convert("complete", status, NAMES) == "complete"
    with pytest.raises(Unreadable) as near:
        convert("completed", status, NAMES)
    with pytest.raises(Unreadable) as far:
        convert("abandoned", status, NAMES)
    assert near.value.do == "did you mean 'complete'?"
    assert far.value.do == "use one of complete, in progress"


def test_a_layout_renames_values() -> None:
    """A publisher's word becomes ours before it is read."""
    renamed = column("category", values={"Robbery offences": "Robbery"})

    assert convert("Robbery offences", renamed, NAMES) == "robbery"


def test_names_are_all_that_the_yaml_gives(tmp_path: Path) -> None:
    """Ids, labels and other names of categories; codes and names of areas."""
    names = Names.of(study_of(project(tmp_path)))

    assert names.categories["total crime"] == "all-crime"
    assert names.categories["all-crime"] == "all-crime"
    assert names.areas["middlemarch"] == names.areas["e99000001"] == "E99000001"
