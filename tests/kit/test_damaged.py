"""Files with what goes wrong with real ones: a first edition says so where the numbers stand."""

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from data.exampleshire import variants
from data.exampleshire.published import street_files
from report.document.binding import plain_text
from tests.kit.test_starter import DISTRICTS, RESIDENTS, begun

Files = dict[str, str]

# What is done to the files; the warning; what stands under the overview, and behind a number.
DAMAGES: dict[str, tuple[Callable[[Files], Files], str, str, str]] = {
    "a month is lost": (
        lambda files: variants.without_month(files, "2024-11"),
        "coverage.2024-11",
        "November 2024 is missing: the files hold no row of Exampleshire Police for it.",
        "All Recorded Crime is not available (November 2024 is missing)",
    ),
    "a month is cut by half": (
        lambda files: variants.cut_by_half(files, "2024-11"),
        "partial.2024-11",
        "November 2024 is incomplete: the files hold 766 rows of Exampleshire Police for it",
        "no change is given (November 2024 is incomplete)",
    ),
    "codes of two censuses": (
        lambda files: variants.in_2011_codes(files, "2024-03"),
        "vintage",
        "From April 2024 on the files carry other area codes",
        "no change is given (area codes change in April 2024)",
    ),
    "locations are lost": (
        lambda files: variants.without_places(files, "2024-04", 300),
        "unlocated",
        "228 of 18,122 rows of the files have no location in April 2023 to March 2024 (1.3%), and",
        "(as located; with the rows without a location shared out, ",
    ),
}


def streets(root: Path, damage: Callable[[Files], Files]) -> Path:
    """Write the made-up county's street files as an archive, damaged."""
    path = root / "street.zip"
    with ZipFile(path, "w") as archive:
        for name, text in damage(street_files()).items():
            archive.writestr(name, text)
    return path


def built(root: Path, damage: Callable[[Files], Files]) -> tuple[str, list[str]]:
    """Begin and build an edition with these files: the report as printed, and the warnings."""
    street = ("--district", "E07900005", "--street", streets(root, damage))
    lists = ("--population", RESIDENTS, "--lookup", DISTRICTS)
    made = begun(root, "middlemarch/2024-25", "Middlemarch", *street, *lists)
    page = root / "build" / "middlemarch" / "2024-25" / "report.html"
    warnings = made.checks["warnings"]
    assert isinstance(warnings, list)
    printed, _, _ = page.read_text(encoding="utf-8").partition('<div class="told"')
    return printed, warnings


def test_whole_files_are_told_nothing_of(tmp_path: Path) -> None:
    """Three years with a festival, a rise, two falls, and chance."""
    page, warnings = built(tmp_path, lambda files: files)

    assert "Caution" not in page
    assert [warning for warning in warnings if "[repeats.street]" not in warning] == []


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_told_where_the_numbers_stand(tmp_path: Path, damage: str) -> None:
    """Under the table, behind the words, and on the terminal; the report is built."""
    done, id_, under, behind = DAMAGES[damage]
    page, warnings = built(tmp_path, done)

    table = plain_text(page[page.index('id="table.overview.overview"') :])
    assert under in table[: table.index("Source:")]
    assert behind in plain_text(page)
    assert [warning for warning in warnings if f"[{id_}]" in warning]
