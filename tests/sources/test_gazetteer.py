"""The areas that sources list: which of them belong to the edition, and what lies in what."""

from pathlib import Path

import pytest

from report.errors import InputError
from report.sources.reading import read_sources
from tests.editions import study_of
from tests.listed import COUNTY, FIXTURES, NEXT, OWN, WARD, listed, read


def test_the_areas_of_a_district_come_from_a_list(tmp_path: Path) -> None:
    """Joined by code; those of other districts are set aside."""
    study = listed(tmp_path, "ons-lsoa21-districts")

    assert study.within(OWN, "LSOA") == ["E01999901", "E01999902", "E01999906"]
    assert study.areas()["E01999901"].name == "Middlemarch 001A"
    assert "E01999903" not in study.areas()
    record = read(study)[1]["ons-lsoa21-districts"]
    assert (record.rows_read, record.rows_used) == (5, 3)
    assert record.set_aside == {"outside the area": 2}


def test_the_districts_of_a_county_have_their_areas_too(tmp_path: Path) -> None:
    """The county holds what its districts hold; an area is compared within it."""
    study = listed(tmp_path, "ons-lsoa21-districts", county=True)

    assert study.within(NEXT) == ["E01999903"]
    assert [*study.within(COUNTY, "district")] == [NEXT, OWN]
    assert len(study.within(COUNTY, "LSOA")) == 4
    assert study.around("E01999903") == {NEXT, COUNTY}


def test_wards_are_known_by_the_areas_in_them(tmp_path: Path) -> None:
    """A ward lies in the district that holds all of it, whichever list is read first."""
    study = listed(tmp_path, "ons-lsoa21-wards", "ons-lsoa21-districts")

    assert study.within(OWN, "ward") == [WARD, "E05999902"]
    assert study.within(WARD) == ["E01999901", "E01999902"]
    assert read(study)[1]["ons-lsoa21-wards"].rows_used == 3


def test_a_list_of_the_partnerships_own_is_as_good(tmp_path: Path) -> None:
    """With names that people use, where somebody has collected them."""
    study = listed(tmp_path, "areas", "local-names")

    assert [study.areas()[c].name for c in study.within(WARD)] == ["Market Place", "Station Road"]
    assert study.within(OWN, "ward") == [WARD]


def test_an_area_that_was_split_stands_once(tmp_path: Path) -> None:
    """The ONS lists an LSOA of 2011 once for each LSOA of 2021 it became."""
    study = listed(tmp_path, "ons-lsoa11-districts")

    assert study.within(OWN, "LSOA") == ["E01999901", "E01999902"]


def test_police_force_areas_hold_districts(tmp_path: Path) -> None:
    """Other districts of the force are not added by that."""
    study = listed(tmp_path, "ons-districts-forces", county=True)

    assert study.within("E23999901", "district") == [NEXT, OWN]
    assert "E99000003" not in study.areas()


def test_changes_of_areas_are_kept_where_they_touch_the_partnership(tmp_path: Path) -> None:
    """Whatever the LSOA is called today."""
    study = listed(tmp_path, "ons-lsoa11-districts", "ons-lsoa11-lsoa21")
    bridge = read(study)[0].bridge

    pairs = list(zip(bridge["old"], bridge["new"], bridge["change"], strict=True))
    assert pairs == [
        ("E01999901", "E01999901", "U"),
        ("E01999902", "E01999907", "S"),
        ("E01999902", "E01999908", "S"),
    ]


@pytest.mark.parametrize(
    ("vintage", "residents"), [("21", {1600, 1500}), ("11", {1590, 1480})], ids=["2021", "2011"]
)
def test_a_population_has_its_year_from_the_edition(
    tmp_path: Path, vintage: str, residents: set[int]
) -> None:
    """The file of the whole country does not say of which year it is."""
    layout = f"ons-lsoa{vintage}-population"
    study = listed(tmp_path, "areas", layout, more={layout: ", values: {year: 2022}"})
    population = read(study)[0].population

    assert set(population["population"]) == residents
    assert set(population["year"]) == {2022}
    assert set(population["vintage"]) == {f"20{vintage}"}
    assert set(population["of"]) == {"residents"}


def test_households_and_people_on_a_working_day_are_denominators(tmp_path: Path) -> None:
    """Each row says what it counts; areas elsewhere are set aside."""
    tables, records = read(listed(tmp_path, "areas", "denominators"))
    found = tables.population[["area", "of", "vintage", "population"]]

    assert list(found.itertuples(index=False, name=None)) == [
        ("E01999901", "households", "2021", 690),
        ("E01999901", "workday", "2021", 940),
        ("E01999902", "households", "2021", 640),
        ("E01999902", "workday", "2021", 8200),
    ]
    assert records["denominators"].set_aside == {"outside the area": 1}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("", "the file has no column for 'year'; add 'values: {year: ...}'"),
        (
            ", values: {year: 2022, yaer: 2021}",
            "the layout asks for no value of 'yaer'; did you mean 'year'?",
        ),
    ],
)
def test_a_value_too_few_or_too_many_is_told(tmp_path: Path, given: str, told: str) -> None:
    """With the line of the source."""
    layout = "ons-lsoa21-population"
    study = listed(tmp_path, "areas", layout, more={layout: given})

    with pytest.raises(InputError) as caught:
        read_sources(study)
    (problem,) = caught.value.problems
    assert str(problem) == f"config/middlemarch/2023-24.yaml:9: {told}"


def test_files_of_another_census_than_the_list_are_refused(tmp_path: Path) -> None:
    """Nine of 109 rows carry a code that no list knows: the district would count too few."""
    study = listed(tmp_path, "ons-lsoa21-districts")
    row = ",2023-10,X Police,X Police,,,On or near Lowick Gate,{},{},Burglary,,\n"
    codes = ["E01999901"] * 90 + ["E01999903"] * 10 + ["E01999902"] * 9
    head = (FIXTURES / "police-uk-street.csv").read_text(encoding="utf-8").splitlines(True)[0]
    street = tmp_path / "data" / "middlemarch" / "2023-24" / "2023-10-x-street.csv"
    source = "  street: {file: 2023-10-x-street.csv, layout: police-uk-street, title: Street}\n"
    with study.path.open("a", encoding="utf-8") as file:
        file.write(source)

    street.write_text(head + "".join(row.format(c, c) for c in codes), encoding="utf-8")
    assert read(study_of(study.path))[1]["street"].rows_used == 99

    strange = [c.replace("E01999902", "E01999777") for c in codes]
    street.write_text(head + "".join(row.format(c, c) for c in strange), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read(study_of(study.path))
    (problem,) = caught.value.problems
    assert str(problem).startswith(
        "config/middlemarch/2023-24.yaml:9: 8% of its rows carry area codes that no list of areas"
        " knows: 'E01999777', …; list the areas of the census that the files use"
    )
