"""`psa explain` tells of a number what stands behind it, from the folder of a build."""

import json
import re
import shutil
from pathlib import Path

import pytest

from report import pipeline
from report.errors import InputError
from tests.conftest import Built
from tests.editions import COUNTS, psa
from tests.made_up import altered


def told(folder: Path, what: str, which: int = 0) -> dict[str, list[str]]:
    """Give what is told, by its names."""
    found: dict[str, list[str]] = {}
    for name, text in pipeline.explain(folder, what, which):
        found.setdefault(name, []).append(text)
    return found


@pytest.fixture
def copied(built: Built, tmp_path: Path) -> Path:
    """Give a folder of the build that a test may change, in a project of its own."""
    for name in ("config", "data", "templates"):
        shutil.copytree(built.root / name, tmp_path / name)
    folder = tmp_path / "build/middlemarch/2023-24"
    shutil.copytree(built.folder, folder)
    record = json.loads((folder / "build.json").read_text(encoding="utf-8"))
    record["root"] = str(tmp_path)
    (folder / "build.json").write_text(json.dumps(record), encoding="utf-8")
    return folder


def test_a_change_has_its_sum_its_rows_its_method_and_its_places(built: Built) -> None:
    """All Crime fell from 1,000 to 920 (lines 2 and 3 of counts.csv): −80, −8% by hand."""
    found = told(built.folder, "All Crime change")

    assert found["Id"] == ["count.all-crime"]
    assert found["Change in %"] == ["(920 − 1,000) ÷ 1,000 × 100 = −8%"]
    assert found["Counted"][0].startswith("All Crime, in Middlemarch, dated 1 April 2023 to")
    assert f"{COUNTS}, line 2: All Crime,Middlemarch,2023-04-01,2023-12-05,920" in found[""]
    assert found["Rows"][1].endswith("says 1,000")
    assert len(found["Source"][0].rpartition("sha256 ")[2].partition(";")[0]) == 64
    assert [text.partition(".")[0] for text in found["Method"]] == [
        *("Counts", "Change", "Normal variation"),
    ]
    assert any(re.search(r"Table 1, All Crime, Change \(page \d", t) for t in found["Printed as"])
    assert found["For"] == ["anybody"]


def test_what_stands_in_a_drawing_is_printed_too(built: Built) -> None:
    """Figure 1 draws Robbery's two counts."""
    found = told(built.folder, "count.robbery")

    assert any(re.search(r"Figure 1 \(page \d", text) for text in found["Printed as"])


def test_a_cell_tells_its_row_and_column(built: Built) -> None:
    """Robbery's count a year earlier is 20, and the finding's value before."""
    found = told(built.folder, "table: overview, Robbery, previous")

    assert found["Cell"][0].endswith(": 20")
    assert found["Holds"] == ["the value before"]
    assert found["Id"] == ["count.robbery"]


def test_a_cell_without_a_finding_tells_how_it_is_made(built: Built) -> None:
    """154 of 179 are men: 86.03…% (who.csv), from the count beside it."""
    found = told(built.folder, "table: who offends, male, %")

    assert found["Value"][0].startswith("86.03351955307")
    assert "n: 154" in found["Row"][0]
    assert found["Method"][0].startswith("Shares.")


def test_several_that_may_be_meant_are_listed_and_one_is_chosen(built: Built) -> None:
    """Robbery has a count, a share of the whole, and a position among peers."""
    listed = told(built.folder, "Robbery")
    assert [name for name in listed if name] == ["1", "2", "3"]
    assert "--which" in listed[""][0]

    assert told(built.folder, "Robbery", which=3)["Id"] == ["position.robbery"]


@pytest.mark.parametrize(
    ("what", "which", "said"),
    [
        ("Robbery", 9, "--which is 9, and 'Robbery' may be any of 3; give a number from 1 to 3"),
        ("Robbery", -1, "--which is -1, and 'Robbery' may be any of 3"),
        ("Robbery change", 2, "--which is 2, and 'Robbery change' can mean one thing only"),
    ],
)
def test_a_choice_that_is_none_of_them_is_told(
    built: Built, what: str, which: int, said: str
) -> None:
    """Robbery has three findings, its change one."""
    with pytest.raises(InputError) as caught:
        pipeline.explain(built.folder, what, which)

    assert said in str(caught.value)


def test_a_changed_file_is_told_and_its_rows_are_not(copied: Path) -> None:
    """The hash is that of the file of today, and another one than at the build."""
    altered(copied.parents[2], COUNTS, "2023-12-05,920", "2023-12-05,921")

    found = told(copied, "count.all-crime")

    assert [text.partition(" ")[0] for text in found["Rows"]] == [COUNTS]
    assert "not the file any more" in found["Rows"][0]
    assert "" not in found


def test_rows_that_do_not_make_the_number_are_said_not_to(copied: Path) -> None:
    """The file is the same, and the project now counts other rows by that name."""
    text = (copied / "assessment.json").read_text(encoding="utf-8")
    (copied / "assessment.json").write_text(text.replace(": 920", ": 919"), encoding="utf-8")

    found = told(copied, "count.all-crime")

    assert "do not add up" in found["Rows"][-1]


def test_without_the_project_the_filter_is_told_in_words(copied: Path) -> None:
    """Next year the data may be gone."""
    shutil.rmtree(copied.parents[2] / "data")

    found = told(copied, "count.robbery")

    assert "Robbery, in Middlemarch" in found["Counted"][0]
    assert found["Rows"][0].startswith("cannot be shown: ")


def test_the_edition_before_gives_its_number(copied: Path) -> None:
    """A year earlier Robbery was 20 for 2022: the number moved."""
    before = copied.with_name("2022-23")
    before.mkdir()
    text = (copied / "assessment.json").read_text(encoding="utf-8")
    for old, new in (("2022-", "2021-"), ("2023-", "2022-"), ('"value": 12,', '"value": 20,')):
        text = text.replace(old, new)
    (before / "assessment.json").write_text(text, encoding="utf-8")

    found = told(copied, "count.robbery")

    assert any("20, 1 April 2022 to 5 December 2022; moved" in t for t in found["Last time"])


def test_the_public_part_tells_no_paths(built: Built) -> None:
    """The folder of the public part is a build of its own."""
    found = told(built.folder / "public", "count.all-crime")

    texts = " ".join(text for each in found.values() for text in each)
    assert "Offences, Exampleshire Police" in texts
    assert "sha256" not in texts
    assert "data/" not in texts


def test_a_folder_without_an_edition_is_one_message(built: Built) -> None:
    """No traceback, and one problem."""
    with pytest.raises(InputError) as caught:
        pipeline.explain(built.folder.with_name("2023-2"), "Robbery")

    assert "did you mean" in str(caught.value)
    assert len(caught.value.problems) == 1


def test_the_command_prints_names_beside_texts(built: Built) -> None:
    """A number that begins with a minus is no option."""
    done = psa("explain", built.folder, "-8.0%", cwd=built.root)

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Id           count.all-crime\n")
    assert "Change in %  (920 − 1,000) ÷ 1,000 × 100 = −8%\n" in done.stdout
