"""Maps of a theme: which areas, which class, which outline, and what the public may see."""

from pathlib import Path

import shapely

from report import pipeline
from report.assessment import Exhibit, load
from report.disclosure import public
from tests.editions import EDITION, PARTNERSHIP, problems_of, sections_of
from tests.made_up import altered
from tests.pages import assessed
from tests.squares import THEIRS, mapped, rings, write

ALL = "[county, district, districts]"
PUBLIC = ("title: Shoplifting\n", "title: Shoplifting\n        audience: public\n")
RATE = "          rate: false\n"
LABELS = "          labels: [{label: High, from_count: 25}, {label: Usual, from_count: 0}]\n"
DATA = "data/middlemarch/2023-24"


def maps(config: Path) -> list[Exhibit]:
    """Give the maps of shoplifting."""
    exhibits = sections_of(config)["shoplifting"].exhibits
    return [exhibit for exhibit in exhibits if exhibit.kind == "area_map"]


def column(exhibit: Exhibit, key: str, role: str = "row") -> dict[str, object]:
    """Give the values of a column by row, a marker where there is none."""
    at = [column.key for column in exhibit.columns].index(key)
    cells = {row.key: row.cells[at] for row in exhibit.rows if row.role == role}
    return {k: "".join(c.markers) if c.value is None else c.value for k, c in cells.items()}


def test_the_county_is_mapped_by_class_within_its_districts(tmp_path: Path) -> None:
    """Five areas with a count are two classes, of 5, 12 and 25 and of 30 and 40; 0 is neither."""
    found = maps(mapped(tmp_path, "[county]"))[0]

    steps = {"west-1": 2, "east-1": 2, "west-2": 1, "mid-1": 1, "east-2": 1, "mid-2": 0}
    assert column(found, "class") == steps
    assert column(found, "outline", "group").keys() == {"E99000001", "E99000002"}
    assert found.marks["strong"] == "E99000001"
    assert (found.geography, found.measure) == ("Exampleshire", "Shoplifting")
    assert found.notes == ("Made up",)
    assert found.sources == ("counts", "ground")


def test_the_district_carries_the_ranks_of_its_table(tmp_path: Path) -> None:
    """The table lists two areas: the map numbers these, and leads to the table."""
    found = maps(mapped(tmp_path))[0]

    assert column(found, "rank") == {"west-1": 1, "west-2": 2, "mid-1": "", "mid-2": ""}
    assert found.twin == "table.shoplifting.shoplifting-by-lsoa"
    assert "strong" not in found.marks


def test_tied_areas_are_numbered_as_their_table_lists_them(tmp_path: Path) -> None:
    """Mid-1 and west-2 share the first rank; they come as in the table that the map leads to."""
    config = mapped(tmp_path, counted={"west-1": 7, "west-2": 25, "mid-1": 25})
    shown = sections_of(config)["shoplifting"].exhibits
    (found,) = (exhibit for exhibit in shown if exhibit.kind == "area_map")
    (table,) = (exhibit for exhibit in shown if exhibit.id == found.twin)

    ranked = [code for code, rank in column(found, "rank").items() if rank]
    assert ranked == [*column(table, "rank")][:2]
    assert set(ranked) == {"west-2", "mid-1"}


def test_districts_are_mapped_by_rate_as_the_areas_inside_them(tmp_path: Path) -> None:
    """130 among 4,000 residents are 32.5 per 1,000; 35 among 2,000 are 17.5."""
    found = maps(mapped(tmp_path, "[districts]"))[0]

    assert column(found, "value") == {"E99000001": 32.5, "E99000002": 17.5}
    (east,) = rings(str(column(found, "outline")["E99000002"]), 0)
    assert shapely.equals(shapely.Polygon(east), shapely.box(452_000, 310_000, 453_000, 312_000))


def test_declared_labels_are_the_classes(tmp_path: Path) -> None:
    """From 25 on an area is High, below Usual; the legend's ends are those of the counts."""
    config = mapped(tmp_path)
    altered(tmp_path, EDITION, RATE, RATE + LABELS)
    found = maps(config)[0]

    assert column(found, "label") == {
        **{"west-1": "High", "west-2": "High"},
        **{"mid-1": "Usual", "mid-2": ""},
    }
    assert column(found, "from")["west-1"] == 25
    assert "equal_counts" not in found.methods


def test_an_area_without_a_count_is_no_zero(tmp_path: Path) -> None:
    """Without a row in the source there is no figure: its marker is [x]."""
    config = mapped(tmp_path)
    altered(tmp_path, f"{DATA}/counts.csv", "Shoplifting,mid-1,2023-04-01,2023-12-05,12\n", "")

    assert column(maps(config)[0], "class")["mid-1"] == "x"


def public_map(
    folder: Path, maps_: str = "[county]", counted: dict[str, int] | None = None
) -> Path:
    """Lay out the made-up project with maps for the public."""
    config = mapped(folder, maps_, counted)
    altered(folder, EDITION, *PUBLIC)
    return config


def test_the_public_map_holds_no_number(tmp_path: Path) -> None:
    """East-2 has 5: it is not shown, and the others keep their class without their count."""
    found = maps(public_map(tmp_path))[0]

    assert found.audience == "public"
    assert column(found, "class")["east-2"] == "c"
    assert set(column(found, "value").values()) == {"c"}


def test_the_ends_of_public_classes_are_round(tmp_path: Path) -> None:
    """12 and 25, 30 and 40 are the classes: exact ends would give the 5 that is withheld away."""
    found = maps(public_map(tmp_path))[0]

    ends = zip(column(found, "from").values(), column(found, "to").values(), strict=True)
    assert set(ends) == {(30, 49), (10, 29), (0, 0), ("", "")}


def test_public_classes_with_labels_have_no_ends(tmp_path: Path) -> None:
    """The label says what was declared, and nothing of the areas' counts."""
    config = public_map(tmp_path)
    altered(tmp_path, EDITION, RATE, RATE + LABELS)
    found = maps(config)[0]

    assert column(found, "label")["west-1"] == "High"
    named = {code for code, label in column(found, "label").items() if label}
    assert {column(found, "from")[code] for code in named} == {""}
    assert column(found, "from")["mid-2"] == 0


def test_a_map_of_rates_with_a_small_count_is_for_partners(tmp_path: Path) -> None:
    """5 among 2,000 would be 2.5 per 1,000."""
    config = public_map(tmp_path, "[districts]", {THEIRS: 5})

    assert maps(config)[0].audience == "partner"


def test_a_public_map_without_small_counts_is_exact(tmp_path: Path) -> None:
    """Nothing is withheld in the district, where 12 is the lowest count above 0."""
    found = maps(public_map(tmp_path, "[district]"))[0]

    assert column(found, "value") == {"west-1": 40, "west-2": 25, "mid-1": 12, "mid-2": 0}


def test_no_value_of_a_suppressed_area_reaches_the_public(tmp_path: Path) -> None:
    """A count of 7 stands nowhere in the public files, and its area is hatched."""
    config = public_map(tmp_path, ALL, {"east-2": 7, "mid-1": 9})
    pipeline.build(config, pdf=False)

    folder = tmp_path / "build" / "middlemarch" / "2023-24" / "public"
    exhibits = load(folder / "assessment.json").exhibits().values()
    held = [e for e in exhibits if e.kind == "area_map"]
    assert [column(e, "value").get("east-2", "c") for e in held] == ["c"] * len(held)
    assert len(held) >= 2
    numbers = {cell.value for e in held for row in e.rows for cell in row.cells}
    assert not numbers & {7, 9}
    for e in held:
        svg = (folder / "exhibits" / f"{e.id}.svg").read_text(encoding="utf-8")
        assert ">7<" not in svg
        assert ">9<" not in svg


def test_the_public_assessment_keeps_the_map_whole(tmp_path: Path) -> None:
    """Outlines and classes leave, so that the summary can draw it."""
    config = public_map(tmp_path)
    found = public(assessed(config)).exhibits()

    (shown,) = [e for e in found.values() if e.kind == "area_map"]
    assert all(column(shown, "outline").values())


def place(folder: Path) -> str:
    """Give file and line of the key `maps`."""
    lines = (folder / EDITION).read_text(encoding="utf-8").splitlines()
    return f"{EDITION}:{next(n for n, line in enumerate(lines, 1) if ' maps:' in line)}"


def test_a_map_of_a_county_needs_one(tmp_path: Path) -> None:
    """The YAML's line, what is missing, what to do."""
    config = mapped(tmp_path, "[county]")
    altered(tmp_path, PARTNERSHIP, "county: {code: C1, name: Exampleshire, kind: county}\n", "")
    altered(tmp_path, PARTNERSHIP, ", inside: [C1]", "")

    assert problems_of(config) == [
        f"{place(tmp_path)}: partnership.yaml names no county to map; add 'county:' to"
        " partnership.yaml, or take the map out"
    ]


def test_a_counted_area_without_a_boundary_is_told(tmp_path: Path) -> None:
    """As when the boundaries are of another census than the counts."""
    config = mapped(tmp_path)
    write(tmp_path / DATA / "ground.gpkg", codes=["west-1", "mid-1", "mid-2"])

    assert problems_of(config) == [
        f"{place(tmp_path)}: 1 of 4 areas of kind 'LSOA' have a count and no boundary, the first is"
        " West-2 (west-2); are the boundaries of another year than the counts?"
    ]


def test_a_map_without_boundaries_is_told(tmp_path: Path) -> None:
    """Boundaries of another district alone are none."""
    config = mapped(tmp_path)
    write(tmp_path / DATA / "ground.gpkg", codes=["east-1"])

    assert problems_of(config) == [
        f"{place(tmp_path)}: no source holds the boundaries of any LSOA in Middlemarch; add a"
        " source of boundaries, or take the map out"
    ]


def test_a_map_without_a_table_is_told(tmp_path: Path) -> None:
    """The table says which areas, how many of them are numbered, and how they are labelled."""
    config = mapped(tmp_path)
    top = "        top:\n          areas: LSOA\n          number: 2\n          rate: false\n"
    altered(tmp_path, EDITION, top, "")

    assert problems_of(config) == [
        f"{place(tmp_path)}: maps show the areas of a table; add 'top:', or take 'maps:' out"
    ]
