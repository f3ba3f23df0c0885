"""The areas that sources list: which of them belong to the edition, and what lies in what."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from report.assessment import SourceRecord
from report.config.study import Study
from report.errors import InputError
from report.sources.reading import read_sources
from report.sources.tables import Tables
from tests.editions import PARTNERSHIP, study_of
from tests.made_up import ROOT, altered, project

FIXTURES = ROOT / "tests" / "fixtures" / "layouts"
OWN, NEXT, COUNTY, WARD = "E99000001", "E99000002", "E10999901", "E05999901"

EDITION = """\
period: {first: 2023-10-01, last: 2023-11-30}
published: 2024-01-31
status: final
document: {title: Middlemarch strategic assessment}
sections:
  - {kind: front, id: front}
sources:
"""


def listed(
    root: Path, *layouts: str, county: bool = False, more: Mapping[str, str] | None = None
) -> Study:
    """Lay out the made-up project with the fixtures of some layouts as its only sources."""
    config = project(root)
    folder = root / "data" / "middlemarch" / "2023-24"
    lines = []
    for layout in layouts:
        shutil.copy(FIXTURES / f"{layout}.csv", folder)
        extra = (more or {}).get(layout, "")
        lines.append(
            f"  {layout}: {{file: {layout}.csv, layout: {layout}, title: A list{extra}}}\n"
        )
    config.write_text(EDITION + "".join(lines), encoding="utf-8")
    if county:
        line = f"county: {{code: {COUNTY}, name: Exampleshire, kind: county}}\nareas:\n"
        line += f"  - {{code: {NEXT}, name: Barchester, kind: district, inside: [{COUNTY}]}}\n"
        altered(root, PARTNERSHIP, "areas:\n", line)
    return study_of(config)


def read(study: Study) -> tuple[Tables, dict[str, SourceRecord]]:
    """Read the sources, with their records by id."""
    tables, records = read_sources(study)
    return tables, {record.id: record for record in records}


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
