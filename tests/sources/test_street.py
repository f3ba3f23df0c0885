"""What is wrong with real files of data.police.uk, each ill in a made-up file.

The list is that of the folder of real data; the coverage of months, and codes of another census,
are for the guard.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from report.sources.layouts import read_layout
from tests.editions import problems_of
from tests.made_up import ROOT
from tests.sources.test_counting import BOTH, HEADER, OCTOBER, OWN, ROWS, STREET, read, street

FILE = f"{STREET}/2023-10/2023-10-exampleshire-street.csv"

# How the crime types were called: six in December 2010, eleven from September 2011, fourteen since
# May 2013 (the field guide's section on data).
SIX = {
    "Anti-social behaviour": "anti-social-behaviour",
    "Burglary": "burglary",
    "Other crime": "other-crime",
    "Robbery": "robbery",
    "Vehicle crime": "vehicle-crime",
    "Violent crime": "violent-crime",
}
ELEVEN = SIX | {
    "Criminal damage and arson": "criminal-damage-and-arson",
    "Drugs": "drug-offences",
    "Other theft": "other-theft",
    "Public disorder and weapons": "public-disorder-and-weapons",
    "Shoplifting": "shoplifting",
}
FOURTEEN = {
    **{k: v for k, v in ELEVEN.items() if not k.startswith(("Violent", "Public"))},
    "Bicycle theft": "cycle-theft",
    "Possession of weapons": "possession-of-weapons",
    "Public order": "public-order",
    "Theft from the person": "theft-from-the-person",
    "Violence and sexual offences": "violence-and-sexual-offences",
}


@pytest.mark.parametrize("written", [str, str.upper, str.lower, str.title])
@pytest.mark.parametrize("types", [SIX, ELEVEN, FOURTEEN], ids=["2010", "2011", "2013"])
def test_every_crime_type_is_a_category(
    tmp_path: Path, types: dict[str, str], written: Callable[[str], str]
) -> None:
    """In both letter cases, as forces write them; all but anti-social behaviour add up."""
    rows = [ROWS[0].replace("Burglary", written(name)) for name in types]
    tables, record = read(street(tmp_path, rows))

    assert (record.rows_used, record.set_aside) == (len(types), {})
    assert [tables.count(id_, OWN, *OCTOBER) for id_ in types.values()] == [1] * len(types)
    assert tables.count("all-recorded-crime", OWN, *OCTOBER) == len(types) - 1


def test_types_of_another_time_are_not_compared() -> None:
    """Since May 2013 the crime types are the same: only from then on is what lacks 0."""
    assert read_layout("police-uk-street", ROOT).complete_from == date(2013, 5, 1)


@pytest.mark.parametrize(
    "location",
    [
        '"On or near Asda, Thurmaston"',
        "On or near Ffordd y Môr",
        "On or near ",
        "No Location",
        "",
        '"On or near ""The Bell"""',
    ],
)
def test_whatever_stands_in_a_location_the_row_counts(tmp_path: Path, location: str) -> None:
    """Commas and marks in quotes, accents, and nothing at all."""
    row = ROWS[1].replace("On or near ", location)
    tables, record = read(street(tmp_path, [*ROWS, row]))

    assert (record.rows_read, record.rows_used) == (6, 6)
    assert tables.count("drug-offences", OWN, *OCTOBER) == 2


def test_lines_may_end_in_two_ways_in_one_source(tmp_path: Path) -> None:
    """A third of the real files has the ends of Windows; here one month has."""
    config = street(tmp_path)
    path = tmp_path / FILE
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert read(config)[1].rows_used == 5


def test_a_file_that_breaks_off_loses_one_row(tmp_path: Path) -> None:
    """As after a download that stopped: the last row is malformed, and told with its line."""
    config = street(tmp_path)
    path = tmp_path / FILE
    path.write_bytes(path.read_bytes().rstrip()[:-30])
    tables, record = read(config)

    assert (record.rows_read, record.set_aside) == (5, {"malformed": 1})
    (doubt,) = tables.doubts
    assert str(doubt).startswith(f"{FILE}:4: rows are set aside: 1 (malformed)")


def test_a_file_that_breaks_off_within_a_quote_is_refused(tmp_path: Path) -> None:
    """What follows the open mark may have been many rows."""
    config = street(tmp_path)
    path = tmp_path / FILE
    path.write_text(HEADER + ROWS[1] + ROWS[0][:150], encoding="utf-8")

    assert problems_of(config) == [
        f"{FILE}:3: not a readable CSV (unexpected end of data);"
        " look for a quotation mark that is not closed"
    ]


def test_a_number_may_stand_in_two_months_and_with_two_types(tmp_path: Path) -> None:
    """In one force 6,792 rows are surplus: each row counts, and the warning says how many."""
    again = ROWS[0].replace("2023-10", "2023-11")
    other = ROWS[0].replace("Burglary", "Robbery")
    tables, record = read(street(tmp_path, [*ROWS, other, again]))

    assert (record.rows_read, record.rows_used) == (7, 7)
    assert tables.count("burglary", OWN, *BOTH) == 3
    assert tables.count("robbery", OWN, *BOTH) == 1
    assert "'Crime ID' that stands more than once: 1, in 3 rows" in str(tables.doubts[0])


def test_a_file_with_a_header_alone_counts_nothing(tmp_path: Path) -> None:
    """The month was not reported: it is not 0."""
    config = street(tmp_path)
    (tmp_path / FILE).write_text(HEADER, encoding="utf-8")
    tables, record = read(config)

    assert (record.files, record.rows_read) == (2, 2)
    assert tables.count("burglary", OWN, *OCTOBER) is None


def test_places_of_the_time_before_areas_are_refused(tmp_path: Path) -> None:
    """Files of 2010 to 2012 had Easting and Northing, and no LSOA: the message says what lacks."""
    config = street(tmp_path)
    header = HEADER.replace("Longitude,Latitude", "Easting,Northing").replace("LSOA code,", "")
    (tmp_path / FILE).write_text(header + ROWS[0], encoding="utf-8")

    assert f"{FILE}:1: the column 'LSOA code' is missing; add it" in problems_of(config)


def test_stray_spaces_around_cells_and_headers_do_not_matter(tmp_path: Path) -> None:
    """As where a file went through another program."""
    config = street(tmp_path)
    path = tmp_path / FILE
    path.write_text(path.read_text(encoding="utf-8").replace(",", " , ", 11), encoding="utf-8")
    text = path.read_text(encoding="utf-8").replace("Burglary", " Burglary ")
    path.write_text(text.replace("E01999901", " E01999901 "), encoding="utf-8")

    tables, record = read(config)
    assert record.rows_used == 5
    assert tables.count("burglary", "E01999901", *OCTOBER) == 1
