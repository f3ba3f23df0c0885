"""What is typed to `psa explain` is a finding, a number as printed, or a cell."""

import pytest

from report import words
from report.assessment import Assessment, Cell, Column, Row
from report.errors import InputError, Where
from report.explain.matching import Matching, Question
from report.explain.places import Place, paged
from report.names import Index
from tests.small import PERIOD, assessment, finding, section, table

ROBBERY = finding(
    *("count.robbery", "Robbery", 40),
    category="robbery",
    previous=57,
    previous_period=PERIOD.earlier(),
    change=-17,
    change_pct=-29.82456140350877,
)
SHARE = finding("share.robbery", "Robbery", 29.8, unit="%", of=134, of_label="All Crime")
COLUMNS = (
    Column(key="category", label="Crime type"),
    Column(key="count", label="2023/24", unit="offences"),
    Column(key="change", label="Change", unit="change %"),
    Column(key="rate", label="Rate", unit="per 1,000"),
)
ROW = Row(key="robbery", cells=tuple(Cell(value=v) for v in ("Robbery", 40, ROBBERY.change_pct, 3)))
OVERVIEW = table("table.overview.overview", "overview", columns=COLUMNS, rows=(ROW,))
BEATS = table("table.beats.beats", "beats")
PLACES = (
    Place("fell by 29.8%, from 57 to 40", ("1.2 What was found",), finding="count.robbery"),
    Place("29.8%", ("3 Shares",), finding="share.robbery"),
    Place("≈ −29.8%", ("Table 1", "Robbery", "Change"), "", OVERVIEW.id, "robbery", "change"),
    Place("3", ("Table 1", "Robbery", "Rate"), "", OVERVIEW.id, "robbery", "rate"),
    Place("There were 1,234 of them.", ("4 Typed",)),
)


def matching(made: Assessment | None = None) -> Matching:
    made = made or assessment(
        section("overview", findings=(ROBBERY, SHARE), exhibits=(OVERVIEW,)),
        section("beats", exhibits=(BEATS,)),
    )
    index = Index(made, {name: form.measures for name, form in words.FORMS.items()})
    return Matching(index, {OVERVIEW.id: "Table 1", BEATS.id: "Table 2"}, PLACES)


def told(subject: Question) -> tuple[str, str]:
    """Give the ids of a subject's finding and of its exhibit's column."""
    column = subject.exhibit.columns[subject.at].key if subject.exhibit else ""
    return subject.finding.id if subject.finding else "", column


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("count.robbery", [("count.robbery", "")]),
        ("robbery change", [("count.robbery", "")]),
        ("Robbery", [("count.robbery", ""), ("share.robbery", "")]),
        ("29.8%", [("count.robbery", ""), ("share.robbery", "")]),
        ("29.8 %", [("count.robbery", ""), ("share.robbery", "")]),
        ("-29.8%", [("count.robbery", "")]),
        ("fell by 29.8%", [("count.robbery", "")]),
        ("57", [("count.robbery", "")]),
        ("3", [("", "rate")]),
        ("Table 1, Robbery, Change", [("count.robbery", "change")]),
        ("table: overview, robbery, 2023/24", [("count.robbery", "count")]),
        (
            "Table 1, Robbery",
            [("count.robbery", "count"), ("count.robbery", "change"), ("", "rate")],
        ),
        ("Table 2, Lowick, n", [("", "n")]),
    ],
)
def test_what_is_typed_is_understood(typed: str, meant: list[tuple[str, str]]) -> None:
    """A number without a sign is any of that size; one with a sign is that one alone."""
    assert [told(subject) for subject in matching().subjects(typed)] == meant


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("count.robery", "did you mean 'count.robbery'?"),
        ("Robery", "did you mean 'Robbery'?"),
        ("Table 2, Robbery, Change", "did you mean 'Table 1, Robbery, Change'?"),
        ("Table 1, Roberry, Change", "did you mean 'Table 1, Robbery, Change'?"),
        ("Table 9, Robbery, Change", "there is no 'Table 9'; use one of Table 1, Table 2"),
        ("", "nothing is asked for; write a finding's id"),
        ("99.9%", "is printed nowhere"),
        ("9.8%", "is printed nowhere"),
        ("1234", "belongs to no finding, and stands in 4 Typed"),
    ],
)
def test_what_is_not_there_is_told_with_what_is_near(typed: str, said: str) -> None:
    """A number is not found within another one; one that was typed is told with its place."""
    with pytest.raises(InputError, match=r"^build/x: ") as caught:
        matching().meant(typed, Where("build/x"))

    assert said in str(caught.value)


def test_a_ledger_tells_each_number_of_a_sentence_apart() -> None:
    """From 57 to 40: 57 is Robbery's; 40 is another's in the same words, and 2/3 a position."""
    whole = matching()
    numbers = (
        Place("57", ("1.2 What was found",), finding="count.robbery", pages=(3,)),
        Place("40", ("1.2 What was found",), finding="share.robbery", pages=(3,)),
        Place("2/3", ("1.2 What was found",), finding="share.robbery"),
        Place("12 May 2040", ("2 Dates",), kind="date"),
    )
    known = Matching(whole.index, whole.labels, paged(whole.places, numbers), numbers)

    (robbery,) = known.subjects("57")
    assert told(robbery) == ("count.robbery", "")
    assert str(robbery.places[0]) == "1.2 What was found (page 3)"
    assert [told(subject) for subject in known.subjects("40")] == [("share.robbery", "")]
    assert [told(subject) for subject in known.subjects("2/3")] == [("share.robbery", "")]
    with pytest.raises(InputError, match="is printed nowhere"):
        known.meant("12", Where("build/x"))
    with pytest.raises(InputError, match="belongs to no finding, and stands in 2 Dates, as a date"):
        known.meant("12 May 2040", Where("build/x"))


def test_a_finding_has_all_places_where_its_numbers_stand() -> None:
    """In sentences, and in the cells that hold them."""
    (subject,) = matching().subjects("count.robbery")

    assert [str(place) for place in subject.places] == [
        "1.2 What was found",
        "Table 1, Robbery, Change",
    ]
