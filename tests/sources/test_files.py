"""Sources of many files: a glob, a folder or a zip as downloaded."""

import shutil
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest

from report.assessment import SourceRecord
from report.sources.reading import read_sources
from tests.editions import COUNTS, EDITION, problems_of, study_of
from tests.made_up import altered, project

MONTHS = ("2022-04/2022-04-counts.csv", "2023-04/2023-04-counts.csv")


def parted(root: Path, folder: Path) -> None:
    """Write the counts of the made-up edition as two files, one for each year, in folders."""
    header, *rows = (root / COUNTS).read_text(encoding="utf-8").splitlines(keepends=True)
    for name in MONTHS:
        path = folder / name
        path.parent.mkdir(parents=True)
        own = [row for row in rows if name[:7] in row]
        path.write_text("".join([header, *own]), encoding="utf-8")


def zipped(folder: Path, path: Path) -> None:
    """Put the CSVs of a folder into a zip, the last one first, with what macOS adds."""
    with ZipFile(path, "w") as archive:
        for name in sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*.csv"))[::-1]:
            archive.write(folder / name, name)
        archive.writestr("__MACOSX/2022-04/._2022-04-counts.csv", b"\x00\x05")
        archive.writestr("read me.txt", "About these files")


def read(config: Path, file: str) -> tuple[list[tuple[object, ...]], SourceRecord]:
    """Read the counts from another file; give the rows without their place, and the record."""
    altered(config.parents[2], EDITION, "file: counts.csv", f"file: '{file}'")
    tables, (record, *_) = read_sources(study_of(config))
    rows = tables.counts.drop(columns=["file", "line"])
    return sorted(rows.itertuples(index=False, name=None)), record


@pytest.mark.parametrize(
    "file",
    [
        "data/street",
        "data/street.zip",
        "data/street/*/*.csv",
        "data/**/*-counts.csv",
        "data/*.zip",
    ],
)
def test_every_csv_of_a_source_is_read(tmp_path: Path, file: str) -> None:
    """The rows are those of the one file they were parted from."""
    config = project(tmp_path)
    tables, (single, *_) = read_sources(study_of(config))
    before = sorted(tables.counts.drop(columns=["file", "line"]).itertuples(index=False, name=None))
    parted(tmp_path, tmp_path / "data" / "street")
    zipped(tmp_path / "data" / "street", tmp_path / "data" / "street.zip")

    rows, record = read(config, file)

    assert rows == before
    assert (record.file, record.files) == (file, 2)
    assert (record.rows_read, record.rows_used) == (single.rows_read, single.rows_used) == (15, 15)


def test_the_hash_is_that_of_the_list_of_hashes(tmp_path: Path) -> None:
    """A zip and the folder that it unpacks to are the same data."""
    config = project(tmp_path)
    folder = tmp_path / "data" / "street"
    parted(tmp_path, folder)
    zipped(folder, tmp_path / "data" / "street.zip")
    listed = [f"{sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in MONTHS]

    _, record = read(config, "data/street.zip")

    assert record.sha256 == sha256("".join(listed).encode()).hexdigest()
    altered(tmp_path, EDITION, "file: 'data/street.zip'", "file: data/street")
    assert read_sources(study_of(config))[1][0].sha256 == record.sha256


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("street", "street"),
        ("street.zip", "street.zip"),
        ("street/*/*.csv", "street/*/*.csv"),
    ],
)
def test_an_archive_may_lie_outside_the_project(tmp_path: Path, file: str, name: str) -> None:
    """No path of one machine is recorded."""
    root, outside = tmp_path / "project", tmp_path / "outside"
    config = project(root)
    parted(root, outside / "street")
    zipped(outside / "street", outside / "street.zip")

    _, record = read(config, f"{outside.as_posix()}/{file}")

    assert (record.file, record.files, record.rows_read) == (name, 2, 15)


def test_a_wildcard_in_the_name_of_a_folder_is_no_pattern(tmp_path: Path) -> None:
    """A path that is there is meant as it stands."""
    config = project(tmp_path)
    parted(tmp_path, tmp_path / "data" / "street [old]")

    _, record = read(config, "data/street [old]")

    assert (record.file, record.files) == ("data/street [old]", 2)


def test_a_problem_names_the_file_within(tmp_path: Path) -> None:
    """And its line."""
    config = project(tmp_path)
    folder = tmp_path / "data" / "street"
    parted(tmp_path, folder)
    altered(tmp_path, f"data/street/{MONTHS[1]}", "2023-12-05,920", "2023-12-05,many")
    zipped(folder, tmp_path / "data" / "street.zip")
    altered(tmp_path, EDITION, "file: counts.csv", "file: data/street.zip")

    (problem,) = problems_of(config)
    assert problem.startswith(f"data/street.zip/{MONTHS[1]}:2: count: 'many' is not a whole number")


def test_a_warning_names_the_file_within(tmp_path: Path) -> None:
    """Problems found when tables are checked have the same places."""
    config = project(tmp_path)
    folder = tmp_path / "data" / "street"
    parted(tmp_path, folder)
    with (folder / MONTHS[1]).open("a", encoding="utf-8") as file:
        file.write("All Crime,Middlemarch,2023-04-01,2023-12-05,921\n")
    altered(tmp_path, EDITION, "file: counts.csv", "file: data/street")

    (problem,) = problems_of(config)
    assert f"first in data/street/{MONTHS[1]}:2" in problem


def test_a_file_that_stands_twice_is_refused(tmp_path: Path) -> None:
    """Its rows would be counted twice."""
    config = project(tmp_path)
    folder = tmp_path / "data" / "street"
    parted(tmp_path, folder)
    shutil.copy(folder / MONTHS[0], folder / "copy.csv")
    altered(tmp_path, EDITION, "file: counts.csv", "file: data/street")

    assert problems_of(config) == [
        f"data/street/copy.csv: holds the same as data/street/{MONTHS[0]}; remove one of the two"
    ]


@pytest.mark.parametrize("file", ["data/street", "data/street/*.csv"])
def test_a_source_without_files_is_told(tmp_path: Path, file: str) -> None:
    """At the line that names it."""
    config = project(tmp_path)
    (tmp_path / "data" / "street").mkdir()
    altered(tmp_path, EDITION, "file: counts.csv", f"file: '{file}'")

    what = f"no CSV in '{file}'; put it there, or correct the path"
    assert problems_of(config) == [f"{EDITION}:7: {what}"]


def test_a_broken_zip_is_told(tmp_path: Path) -> None:
    """As after a download that stopped."""
    config = project(tmp_path)
    (tmp_path / "data" / "street.zip").write_bytes(b"PK\x03\x04")
    altered(tmp_path, EDITION, "file: counts.csv", "file: data/street.zip")

    assert problems_of(config) == [
        "data/street.zip: not a readable zip (File is not a zip file);"
        " download it again, or unpack it and name the folder"
    ]


def test_an_open_quote_that_swallows_lines_is_found(tmp_path: Path) -> None:
    """The next quotation mark closes it: the file can be read, and rows are lost."""
    config = project(tmp_path)
    path = tmp_path / "data" / "middlemarch" / "2023-24" / "visits.csv"
    path.write_text('A,B\n1,"x\n2,y\n3,"\n4,z\n', encoding="utf-8")

    assert problems_of(config) == [
        "data/middlemarch/2023-24/visits.csv:2: one row runs on to line 4;"
        " look for a quotation mark that is not closed"
    ]


def test_a_line_break_within_a_text_is_kept(tmp_path: Path) -> None:
    """Excel writes one where Alt and Enter were pressed."""
    config = project(tmp_path)
    path = tmp_path / "data" / "middlemarch" / "2023-24" / "visits.csv"
    path.write_text('A,B\n1,"x\ny"\n', encoding="utf-8")

    assert read_sources(study_of(config))[0].supplied["visits"].rows == (("1", "x\ny"),)


def test_partners_tables_of_one_source_have_one_header(tmp_path: Path) -> None:
    """Their rows stand in one table."""
    config = project(tmp_path)
    folder = tmp_path / "data" / "visits"
    folder.mkdir()
    (folder / "1.csv").write_text("A,B\n1,2\n", encoding="utf-8")
    (folder / "2.csv").write_text("A,C\n1,2\n", encoding="utf-8")
    altered(tmp_path, EDITION, "file: visits.csv", "file: data/visits")

    assert problems_of(config) == [
        "data/visits/2.csv:1: its header is another than that of data/visits/1.csv;"
        " give them the same columns"
    ]
