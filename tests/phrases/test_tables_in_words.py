"""What is said from the rows of tables: rates of areas, months, and any cell."""

from datetime import date

import pytest

from report.assessment import Caution, Cell, Column, Exhibit, Finding, Rates, Row
from report.measures.rates import per_1000
from report.names import Index, Unknown
from report.periods import Period
from report.phrases.grammar import say
from report.phrases.tables import cell
from report.words import Unsayable
from tests.phrased import YEAR, areas, gazetteer, of, series
from tests.small import section

# Offences and residents of four of the LSOAs with most crime in North West Leicestershire; the
# published rates are 280, 155, 148 and 113 per 1,000.
LSOAS = {
    "Coalville Centre": (417, 1489),
    "Castle Donington West": (241, 1555),
    "Snibston East": (219, 1480),
    "Hemington": (206, 1823),
}
COUNTS = areas("all-crime", "All Crime", {name: count for name, (count, _) in LSOAS.items()})
# Made-up thefts by month of a year; the mean of the years before as in a profile.
MONTHLY = {"January": (12, 10.5), "February": (4, 6.0), "March": (12, 9.0), "April": (30, 21.3)}


def by_lsoa() -> Exhibit:
    """Make the table of the LSOAs, with their rates."""
    rows = tuple(
        Row(
            key=name,
            cells=(Cell(value=name), Cell(value=count), Cell(value=per_1000(count, residents))),
        )
        for name, (count, residents) in LSOAS.items()
    )
    return Exhibit(
        id="table.found.all-crime-by-lsoa",
        name="All Crime by LSOA",
        kind="table",
        form="top areas",
        measure="All Crime",
        columns=(
            Column(key="area", label="LSOA"),
            Column(key="count", label="All Crime", unit="offences"),
            Column(key="rate", label="Rate per 1,000 residents", unit="per 1,000"),
        ),
        rows=rows,
        rates=Rates(of="residents", year=2011),
    )


def by_month() -> Exhibit:
    """Make the table of months with their mean."""
    return Exhibit(
        id="table.found.theft-by-month",
        name="Theft by month",
        kind="table",
        form="months",
        measure="Theft",
        columns=(
            Column(key="month", label="Month"),
            Column(key="mean", label="Mean", unit="offences", decimals=1, group="2019 to 2022"),
        ),
        rows=tuple(
            Row(key=name.casefold(), cells=(Cell(value=name), Cell(value=mean)))
            for name, (_, mean) in MONTHLY.items()
        ),
    )


def caseload() -> Exhibit:
    """Make a table of shares in groups: 89% (414) engaged, and the two sexes of two groups."""
    rows = (("Clients", "Male", 70), ("Clients", "Engaged", 89), ("Nation", "Male", 73))
    return Exhibit(
        id="table.found.caseload",
        name="caseload",
        kind="table",
        form="profile",
        columns=(
            Column(key="group", label="Group"),
            Column(key="row", label="Characteristic"),
            Column(key="c0", label="Share", unit="%", decimals=0),
        ),
        rows=tuple(
            Row(key=f"{group}-{name}", cells=tuple(Cell(value=v) for v in (group, name, value)))
            for group, name, value in rows
        ),
    )


def months() -> list[Finding]:
    """Make the counts of the months."""
    found = []
    for number, (name, (count, _)) in enumerate(MONTHLY.items(), start=1):
        month = Period(date(2023, number, 1), date(2023, number, 28))
        whole = next(m for m in month.months())
        one = series(f"theft.{name}", f"Theft in {name} 2023", count, period=whole)
        found.append(one.model_copy(update={"measure": "month", "category": "theft"}))
    return found


THEFT = series("theft", "Theft", 58)
PEERS = [
    THEFT.model_copy(
        update={"id": f"{m}.theft", "measure": f"peer {m}", "unit": "per 1,000", "value": value}
    )
    for m, value in (("rate", 88.04), ("median", 92.1))
]


def over_tables() -> Index:
    """Name all of it."""
    return of(
        series("all-crime", "All Crime", 4931),
        *COUNTS,
        THEFT,
        *months(),
        *PEERS,
        more=(section("tables", exhibits=(by_lsoa(), by_month(), caseload())),),
        gazetteer=gazetteer("LSOA", *LSOAS),
        area_numbers={"LSOA": 4},
        categories={"all-crime": "All Crime", "theft": "Theft"},
        period=YEAR,
    )


@pytest.fixture(scope="module")
def index() -> Index:
    """Name it once."""
    return over_tables()


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("all crime rate in Coalville Centre", "280 per 1,000 residents"),
        ("top 2 LSOAs by rate for all crime", "Coalville Centre and Castle Donington West"),
        (
            "top 3 LSOAs by rate for all crime with rates",
            "Coalville Centre (280 per 1,000), Castle Donington West (155) and Snibston East (148)",
        ),
        ("LSOA with the highest rate of all crime", "Coalville Centre"),
        ("theft busiest month", "April 2023 (30 offences)"),
        ("theft quietest month", "February 2023 (4 offences)"),
        ("theft usually busiest month", "April (21.3 on average, 2019 to 2022)"),
        ("theft usually quietest month", "February (6.0 on average, 2019 to 2022)"),
        ("theft against peers", "88.0 per 1,000, where the group's median is 92.1"),
    ],
)
def test_tables_are_said_in_words(index: Index, written: str, printed: str) -> None:
    """Rates with what they are of, months with their counts."""
    assert say(index, written).text == printed


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("caseload, Engaged, Share", 89),
        ("caseload, clients male, share", 70),
        ("caseload, Nation Male, Share", 73),
    ],
)
def test_a_cell_is_called_by_table_row_and_column(index: Index, written: str, printed: int) -> None:
    """Any case; a row of a group by both names, where its own is not enough."""
    near = index.assessment.sections[0]

    assert cell(index, written, near).cell.value == printed


@pytest.mark.parametrize(
    ("written", "what", "do"),
    [
        ("caseload, Engagd, Share", "has no row 'Engagd'", "did you mean 'Engaged'?"),
        ("caseload, Engaged, Shar", "has no column 'Shar'", "did you mean 'Share'?"),
        ("caseload, Male, Share", "has 2 rows 'Male'", "write the name of its group before it"),
        ("caseload", "has no column ''", ""),
    ],
)
def test_a_cell_that_is_not_there_is_told(index: Index, written: str, what: str, do: str) -> None:
    """Which of the three words is wrong."""
    with pytest.raises(Unknown) as caught:
        cell(index, written, index.assessment.sections[0])

    assert caught.value.what == f"the table 'caseload' {what}"
    assert caught.value.do == do


@pytest.mark.parametrize(
    ("written", "what"),
    [
        ("top 0 LSOAs by rate for all crime", "'0' names none of them"),
        ("theft rate in Hemington", "there is no count of 'theft in Hemington'"),
        ("all crime busiest month", "the months of All Crime are not counted"),
        ("all crime against peers", "there is no peer rate of 'all crime'"),
    ],
)
def test_what_no_table_holds_is_unknown(index: Index, written: str, what: str) -> None:
    """The words have the shape of a phrase."""
    with pytest.raises(Unknown) as caught:
        say(index, written)

    assert (caught.value.what, caught.value.shaped) == (what, True)


def test_an_area_may_lead_by_rate_that_is_not_among_those_with_most(index: Index) -> None:
    """The table has the rates of all; Hemington's count alone is no finding."""
    sections = tuple(
        s.model_copy(update={"findings": tuple(f for f in s.findings if f.area != "Hemington")})
        for s in index.assessment.sections
    )
    made = index.assessment.model_copy(update={"sections": sections})

    said = say(Index(made, index.measures), "top 4 LSOAs by rate for all crime")
    assert said.text.endswith("Snibston East and Hemington")
    assert len(said.findings) == 3


def test_a_ranking_by_rate_needs_the_rate_of_every_area(index: Index) -> None:
    """One whose rate is not known may have the highest."""
    made = index.assessment.model_copy(update={"area_numbers": {"LSOA": 5}})

    with pytest.raises(Unsayable, match="has rates of 4 of 5"):
        say(Index(made, index.measures), "top 2 LSOAs by rate for all crime")


@pytest.mark.parametrize(
    ("withheld", "printed"),
    [
        ("peer median", "88.0 per 1,000, where the group's median is not available"),
        ("peer rate", "not available"),
    ],
)
def test_a_rate_of_peers_that_the_guard_withholds_is_not_available(
    withheld: str, printed: str
) -> None:
    """A median that is not given is no median of 0.0."""
    lost = Caution(kind="missing month", id="m", count="withheld", period=YEAR)
    gone = {"value": None, "cautions": (lost,)}
    index = of(*(f.model_copy(update=gone) if f.measure == withheld else f for f in PEERS))

    assert say(index, "theft against peers").text == printed
