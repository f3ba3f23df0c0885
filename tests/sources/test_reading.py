"""Files as they come from publishers and from Excel: what is read, and what is told."""

import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from report.sources.reading import read_sources
from tests.editions import COUNTS, EDITION, problems_of, study_of
from tests.made_up import altered, project

Change = Callable[[bytes], bytes]


@pytest.mark.parametrize(
    "change",
    [
        lambda raw: b"\xef\xbb\xbf" + raw,
        lambda raw: raw.replace(b"\n", b"\r\n"),
        lambda raw: raw.replace(b",All", b", All ").replace(b"920", b" 920 "),
        lambda raw: raw + b"\n,,,,\n\n",
        lambda raw: b"".join(row + b",,\n" for row in raw.splitlines()),
        lambda raw: raw.replace(b"All Crime,", b'"All Crime",'),
        lambda raw: raw.rstrip(b"\n"),
    ],
    ids=[
        "mark of order",
        "Windows line ends",
        "spaces",
        "blank rows",
        "blank columns",
        "quotes",
        "no last end",
    ],
)
def test_the_ways_of_excel_change_nothing(tmp_path: Path, change: Change) -> None:
    """The same rows are read, whatever program has saved the file."""
    config = project(tmp_path)
    before, records = read_sources(study_of(config))
    path = tmp_path / COUNTS
    path.write_bytes(change(path.read_bytes()))

    after, (changed, *_) = read_sources(study_of(config))

    assert after.counts.equals(before.counts)
    assert changed.rows_read == records[0].rows_read == 15
    assert changed.sha256 == sha256(path.read_bytes()).hexdigest()


# what is done to the counts -> the problem, without the name of the file
FILES: dict[str, tuple[Change, str]] = {
    "cp1252": (
        lambda raw: raw.replace(b"Robbery", b"Robbery \x96 all"),
        ":4: is not UTF-8 text, but probably Windows-1252;"
        " save it as 'CSV UTF-8' in Excel, or let the layout say 'encoding: cp1252'",
    ),
    "utf-16": (
        lambda raw: raw.decode().encode("utf-16"),
        ":1: is not UTF-8 text, but probably UTF-16;"
        " save it as 'CSV UTF-8' in Excel, or let the layout say 'encoding: utf-16'",
    ),
    "semicolons": (
        lambda raw: raw.replace(b",", b";"),
        ":1: has semicolons between its columns; save it as CSV with commas",
    ),
    "tabs": (
        lambda raw: raw.replace(b",", b"\t"),
        ":1: has tabs between its columns; save it as CSV with commas",
    ),
    "empty": (lambda raw: b"\r\n", ": is empty"),
    "no rows": (
        lambda raw: raw.splitlines()[0],
        ":1: holds a header and no rows; take the source out, or get the file again",
    ),
    "other case": (
        lambda raw: raw.replace(b"last,count", b"last,Count"),
        ":1: the column 'count' is missing; rename 'Count' to 'count'",
    ),
    "nearly": (
        lambda raw: raw.replace(b"last,count", b"last,counts"),
        ":1: the column 'count' is missing; rename 'counts' to 'count'",
    ),
    "extra column": (
        lambda raw: b"\n".join(row + b",x" for row in raw.splitlines()),
        ":1: unknown column 'x'; remove it, or use another layout",
    ),
    "column without a header": (
        lambda raw: b"\n".join(row + b",x" for row in raw.splitlines()).replace(
            b"count,x", b"count,"
        ),
        ":1: column 6 has no header; write it, or delete the column",
    ),
    "title above the header": (
        lambda raw: b"Recorded crime,,,,\n" + raw,
        ":1: none of the layout's columns is there: area, category, count, first, last;"
        " put the headers into the first line, or use another layout",
    ),
    "column twice": (
        lambda raw: b"\n".join(row + b"," + row.rpartition(b",")[2] for row in raw.splitlines()),
        ":1: the column 'count' stands twice; remove one",
    ),
    "comma in a name": (
        lambda raw: raw.replace(b"Robbery,Middlemarch,2023", b"Robbery, all,Middlemarch,2023"),
        ":4: the row has 6 cells, the header 5; put text that holds commas in quotes",
    ),
    "cell missing": (
        lambda raw: raw.replace(b"Robbery,Middlemarch,2023-04-01,", b"Robbery,Middlemarch,"),
        ":4: the row has 4 cells, the header 5; put text that holds commas in quotes",
    ),
    "open quote": (
        lambda raw: raw.replace(b"Robbery,Middlemarch,2023", b'"Robbery,Middlemarch,2023'),
        ":4: not a readable CSV (unexpected end of data);"
        " look for a quotation mark that is not closed",
    ),
    "another area": (
        lambda raw: raw.replace(b"Crime,Frick,2023", b"Crime,Barchester,2023"),
        ":12: area: unknown area 'Barchester';"
        " add it to the areas of partnership.yaml, or take the row out",
    ),
    "misspelt area": (
        lambda raw: raw.replace(b"Crime,Frick,2023", b"Crime,Frik,2023"),
        ":12: area: unknown area 'Frik'; did you mean 'Frick'?",
    ),
    "unknown category": (
        lambda raw: raw.replace(b"Robbery,Middlemarch,2023", b"Bigamy,Middlemarch,2023"),
        ":4: category: unknown category 'Bigamy';"
        " add it to config/categories.yaml, or take the row out",
    ),
    "misspelt category": (
        lambda raw: raw.replace(b"Robbery,Middlemarch,2023", b"Robery,Middlemarch,2023"),
        ":4: category: unknown category 'Robery'; did you mean 'Robbery'?",
    ),
    "total row": (
        lambda raw: raw + b"Total,Frick,2023-04-01,2023-12-05,230\n",
        ":17: category: 'Total' is no category; take rows of totals out",
    ),
    "day first": (
        lambda raw: raw.replace(b"Robbery,Middlemarch,2023-04-01", b"Robbery,Middlemarch,1/4/2023"),
        ":4: first: '1/4/2023' is not a date;"
        " write dates as 2023-12-05; in Excel, give the column the format yyyy-mm-dd",
    ),
    "withheld": (
        lambda raw: raw.replace(b"2023-12-05,12\n", b"2023-12-05,[c]\n"),
        ":4: count: '[c]' stands where no figure is given; take the row out",
    ),
}


@pytest.mark.parametrize(("change", "problem"), FILES.values(), ids=FILES)
def test_a_file_that_cannot_be_read_is_told_with_its_line(
    tmp_path: Path, change: Change, problem: str
) -> None:
    """The first thing told is the cause."""
    config = project(tmp_path)
    path = tmp_path / COUNTS
    path.write_bytes(change(path.read_bytes()))

    first, *more = problems_of(config)
    assert first == COUNTS + problem
    assert [told for told in more if told.partition(": ")[0] != first.partition(": ")[0]] == []


def test_every_cell_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    """Problems come in the order of files and lines."""
    config = project(tmp_path)
    altered(tmp_path, COUNTS, "2023-12-05,920", "2023-12-05,many")
    altered(tmp_path, COUNTS, "2023-12-05,12\n", "5/12/2023,12\n")
    altered(tmp_path, "data/middlemarch/2023-24/peers.csv", "robbery,2022", "robery,2022")

    assert [problem.partition(" ")[0] for problem in problems_of(config)] == [
        f"{COUNTS}:2:",
        f"{COUNTS}:4:",
        "data/middlemarch/2023-24/peers.csv:4:",
    ]


def test_a_partners_table_has_as_many_cells_as_its_header(tmp_path: Path) -> None:
    """A row with a cell too many would be printed askew."""
    config = project(tmp_path)
    altered(tmp_path, "data/middlemarch/2023-24/visits.csv", "50 to 60", "1,200")

    assert problems_of(config) == [
        "data/middlemarch/2023-24/visits.csv:2: the row has 3 cells, the header 2;"
        " put text that holds commas in quotes"
    ]


@pytest.mark.parametrize(
    ("name", "advice"),
    [("count.csv", "did you mean 'count.csv'?"), ("x.csv", "put it there")],
)
def test_a_missing_file_is_told_at_the_line_that_names_it(
    tmp_path: Path, name: str, advice: str
) -> None:
    """With the nearest name in its folder that no other source has, as recommendations.csv."""
    config = project(tmp_path)
    (tmp_path / COUNTS).rename(tmp_path / COUNTS.replace("counts.csv", name))

    what = "no file 'counts.csv' in data/middlemarch/2023-24"
    assert problems_of(config) == [f"{EDITION}:7: {what}; {advice}"]


@pytest.mark.parametrize(
    ("folder", "advice"),
    [
        ("2022-23", "did you mean 'data/middlemarch/2022-23'?"),
        ("figures", "make it, and put the files of the sources there"),
    ],
)
def test_a_missing_folder_is_told_once(tmp_path: Path, folder: str, advice: str) -> None:
    """Not once for each of its files."""
    config = project(tmp_path)
    data = tmp_path / "data" / "middlemarch" / "2023-24"
    shutil.move(data, data.with_name(folder))

    what = "no folder data/middlemarch/2023-24"
    assert problems_of(config) == [f"{EDITION}:6: {what}; {advice}"]


def test_a_file_outside_the_project_is_printed_without_its_folders(tmp_path: Path) -> None:
    """The path of one machine is nobody's business."""
    config = project(tmp_path / "here")
    (tmp_path / "here" / COUNTS).rename(tmp_path / "counts.csv")
    altered(tmp_path / "here", EDITION, "file: counts.csv", "file: ../counts.csv")

    _, records = read_sources(study_of(config))
    assert records[0].file == "counts.csv"


def test_a_path_from_the_root_is_a_file_that_editions_share(tmp_path: Path) -> None:
    """A file name with a folder is looked for from the project's root."""
    config = project(tmp_path)
    (tmp_path / COUNTS).rename(tmp_path / "data" / "shared.csv")
    altered(tmp_path, EDITION, "file: counts.csv", "file: data/shared.csv")

    _, (record, *_) = read_sources(study_of(config))
    assert (record.file, record.rows_used) == ("data/shared.csv", 15)
