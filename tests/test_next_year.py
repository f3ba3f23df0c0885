"""Last year's edition of Charnwood made into this year's: what has to be changed, what is flagged.

The figures are those of Table 1 (categories, positions) and Table 2 (All Crime by beat) of the
published assessment of 2023/24, which give both years. Worked by hand from Table 2: beats 62 and 65
have 3,852 and 3,498 offences, the four largest 6,833 and 6,255, all ten 10,220 and 9,601; All Crime
is 10,195 and 9,568.
"""

import re
import shutil
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from report import pipeline
from report.confirming import Answer
from report.prose.confirmed import Flag
from tests.made_up import ROOT, altered

# The lines of the YAML that name last year, or say what is not so this year.
CHANGES = (
    (
        "# Charnwood, strategic assessment 2022/23: the short",
        "# Charnwood, strategic assessment 2023/24: a short",
    ),
    (" edition that 2023/24 is compared with.\n#\n", " edition.\n"),
    ("# The assessment of 2022/23 itself was not at hand. Its figures are those that the ", "# "),
    ("# assessment of 2023/24\n", ""),
    ("# prints for the year before, so that there are counts without their change.\n", ""),
    ("first: 2022-04-01, last: 2022-12-05", "first: 2023-04-01, last: 2023-12-05"),
    ("2018/19 to 2021/22", "2019/20 to 2022/23"),
    ("date: 2023-01-31", "date: 2024-01-31"),
    ("Strategic Assessment 2022/23", "Strategic Assessment 2023/24"),
    (
        "Made from the figures for 2022/23 that the assessment of the following year prints.",
        "Made from the figures of the published assessment.",
    ),
    ("in the published assessment of 2023/24", "in the published assessment"),
    (
        "The earlier column of the published Table 1. The counts of the year before that are not",
        "Both columns of the published Table 1.",
    ),
    (" published,\n      so that no change can be given.\n", "\n"),
    ("Published Table 2, without its last column.", "Published Table 2."),
    (", and the positions of the year before, are not", " are not"),
    ("title: Recommendations of 2022/23", "title: Recommendations of 2023/24"),
    ("those that the assessment of 2023/24 lists", "the published ones"),
    ("        show: [count, position]\n", ""),
)

# Paragraphs of 2022/23 by how they begin, and what is said of them: those that are not true of
# 2023/24, or that say something else now, since more than figures differ.
TURNED = {
    "This assessment gives": "2022 was 'in this period'",
    "[table: overview] has the counts": "9 rows; 3 columns",  # it has changes now
    "- **Loughborough Central": "fell by 10.1%, from 2,183 to 1,963",  # rose by 0.8%
    "The partnership is asked": "2023/24 was 'ahead'",
    "This short edition": "2023 to 2026 was 'ahead'",
    "This chapter has the figures": "2022 was 'in this period'",
    "Every column of [table": "2021 was 'in the period compared with'",
    "Beat 61 recorded": "'94 fewer offences'",  # 273 more
    "In Charnwood [All Crime count]": "2022 was 'in this period'",
    "Make Beat 61 and Beat 64": "fell by 7.0%, from 1,340 to 1,246",  # of its evidence
    "For All Crime Charnwood was": "'2nd of 15'",  # robbery was 4th, business burglary 14th
    "In Beat 64 All Crime": "fell by 7.0%, from 1,340 to 1,246",  # rose by 25.6%
}
# Those whose words stay as they were, while their brackets print other figures.
RENEWED = {
    "- **Loughborough East": "fell by 8.0%, from 1,669 to 1,535",  # fell by 1.4%
    "Together they recorded": "'3,498 offences'",
    "- **Beat 61**": "'1,511 offences'",
    "- **Beat 64**": "'1,246 offences'",
    "The four beats recorded": "'65.1%'",  # 6,255 of 9,601
    "The beats add up to": "'33 more'",  # 9,601 less 9,568
    "Beat 62 and Beat 65 had the highest": "'36.4%'",  # 3,498 of 9,601
    "[All Crime count] were recorded": "'9,568 offences'",
    "Beat 62 and Beat 65 together": "'3,498 offences'",
    "All Crime rose in": "is '2' now",  # Beats 56 and 60 alone rose
}


@pytest.fixture(scope="module")
def next_year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy last year's YAML, chapters and lock, change the lines, and take this year's data."""
    root = tmp_path_factory.mktemp("next-year")
    for name in ("config", "templates"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copytree(ROOT / "data/charnwood/2023-24", root / "data/charnwood/2023-24")
    folder = root / "config" / "charnwood"
    shutil.rmtree(folder / "2023-24")
    shutil.copytree(folder / "2022-23", folder / "2023-24")
    text = (folder / "2022-23.yaml").read_text(encoding="utf-8")
    for old, new in CHANGES:
        assert old in text, old
        text = text.replace(old, new)
    made = folder / "2023-24.yaml"
    made.write_text(text, encoding="utf-8")
    return made


def changed(config: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Give the lines that differ from last year's, before and after."""
    before, after = (
        path.read_text(encoding="utf-8").splitlines()
        for path in (config.with_name("2022-23.yaml"), config)
    )
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield before[a:b], after[c:d]


def test_at_most_thirty_lines_change_outside_commentary(next_year: Path) -> None:
    """A line that is changed counts once, and so does one that is taken out or put in."""
    assert 0 < sum(max(len(old), len(new)) for old, new in changed(next_year)) <= 30


def test_no_number_is_typed(next_year: Path) -> None:
    """What is typed with a digit is a date, a year or a label."""
    known = re.compile(r"20\d\d-\d\d-\d\d|20\d\d[/-]\d\d|Table \d")
    typed = [known.sub("", line) for _, new in changed(next_year) for line in new]
    before = [known.sub("", line) for old, _ in changed(next_year) for line in old]

    digits = {number for line in typed for number in re.findall(r"\d[\d,.]*", line)}
    assert digits <= {number for line in before for number in re.findall(r"\d[\d,.]*", line)}


@pytest.fixture(scope="module")
def flags(next_year: Path) -> dict[str, Flag]:
    return flagged(next_year)


def flagged(config: Path) -> dict[str, Flag]:
    """Give every flag of an edition by the text of its paragraph."""
    found: dict[str, Flag] = {}

    def ask(flag: Flag, root: Path, left: int) -> Answer:
        found[" ".join(flag.carried.paragraphs[0].text.split())] = flag
        return "no"

    pipeline.confirm(config, ask)
    return found


@pytest.mark.parametrize(("expected", "renewed"), [(TURNED, False), (RENEWED, True)])
def test_every_paragraph_that_no_longer_holds_is_flagged_and_no_other(
    flags: dict[str, Flag], expected: dict[str, str], renewed: bool
) -> None:
    """What the hand finds in the two tables is what the build tells, with the new figures."""
    mine = {text: flag for text, flag in flags.items() if flag.renewed == renewed}
    told = {
        begin: "; ".join(map(str, flag.moved))
        for begin in expected
        for text, flag in mine.items()
        if text.startswith(begin.removeprefix("- "))
    }

    assert len(mine) == len(expected), "\n".join(sorted(mine))
    assert [begin for begin, words in expected.items() if words not in told.get(begin, "")] == []


def test_words_are_flagged_though_the_lock_was_not_copied_with_them(
    next_year: Path, flags: dict[str, Flag], tmp_path: Path
) -> None:
    """What last year's edition has confirmed tells of each paragraph that is taken from it."""
    shutil.copytree(next_year.parents[2], tmp_path, dirs_exist_ok=True)
    (tmp_path / "config/charnwood/2023-24/confirmed.lock").unlink()

    assert list(flagged(tmp_path / "config/charnwood/2023-24.yaml")) == list(flags)


def copied(next_year: Path, folder: Path) -> Path:
    """Copy the whole project once more, and give the folder of this year's chapters."""
    shutil.copytree(next_year.parents[2], folder, dirs_exist_ok=True)
    return folder / "config/charnwood/2023-24"


def told(config: Path) -> list[str]:
    """Give the last lines of a check."""
    return list(pipeline.check(config).told)


def test_words_are_flagged_though_they_were_moved_to_another_chapter(
    next_year: Path, flags: dict[str, Flag], tmp_path: Path
) -> None:
    """A record goes by the words: a paragraph of the first chapter stands in the second."""
    chapters = copied(next_year, tmp_path)
    first, second = sorted(chapters.glob("*.md"))[:2]
    texts = first.read_text("utf-8"), second.read_text("utf-8")
    paragraph = next(p for p in texts[0].split("\n\n") if p.startswith("The partnership is asked"))
    first.write_text(texts[0].replace(paragraph, "", 1), encoding="utf-8")
    second.write_text(f"{texts[1].rstrip()}\n\n{paragraph}\n", encoding="utf-8")

    assert set(flagged(chapters.with_suffix(".yaml"))) == set(flags)


@pytest.mark.parametrize("with_lock", [True, False])
def test_words_that_were_edited_a_little_on_their_way_are_flagged(
    next_year: Path, flags: dict[str, Flag], tmp_path: Path, *, with_lock: bool
) -> None:
    """To replace a word throughout is no reading. What was confirmed then stays so."""
    chapters = copied(next_year, tmp_path)
    (chapters / "confirmed.lock").unlink()
    if with_lock:
        shutil.copy(chapters.with_name("2022-23") / "confirmed.lock", chapters)
    for chapter in chapters.glob("*.md"):
        text = chapter.read_text("utf-8")
        chapter.write_text(text.replace("recorded", "counted"), encoding="utf-8")
    config = chapters.with_suffix(".yaml")
    edited = {text.replace("recorded", "counted") for text in flags}
    expected = {text for text in edited if text.startswith("Beat 61 counted")}

    assert expected
    assert expected <= set(flagged(config))
    assert pipeline.confirm(config, lambda flag, root, left: "yes").warnings == []
    assert flagged(config) == {}


def test_words_without_any_lock_are_said_to_be_taken_as_confirmed(
    next_year: Path, tmp_path: Path
) -> None:
    """Nothing tells what they rested on; the build writes a lock, and then it is said no more."""
    chapters = copied(next_year, tmp_path)
    config = chapters.with_suffix(".yaml")
    for name in ("2022-23", "2023-24"):
        (chapters.with_name(name) / "confirmed.lock").unlink()
    said = [line for line in told(config) if "confirmed.lock is new" in line]

    assert len(said) == 1
    assert f"psa confirm {config} --all" in said[0]
    assert pipeline.confirm(config, lambda flag, root, left: "no").warnings == []
    assert [line for line in told(config) if "confirmed.lock is new" in line] == []


def test_every_paragraph_is_asked_about_where_all_are_asked_for(next_year: Path) -> None:
    """Those that moved with both figures, the others with what they rest on; yes keeps them."""
    asked: list[Flag] = []

    def ask(flag: Flag, root: Path, left: int) -> Answer:
        asked.append(flag)
        return "no"

    pipeline.confirm(next_year, ask, every=True)

    assert len(asked) > len(TURNED) + len(RENEWED)
    assert sum(bool(flag.moved) for flag in asked) == len(TURNED) + len(RENEWED)
    assert all(flag.carried.said for flag in asked)


def test_a_title_that_still_names_last_year_is_flagged(next_year: Path, tmp_path: Path) -> None:
    """Titles and captions are read as paragraphs are."""
    shutil.copytree(next_year.parents[2], tmp_path, dirs_exist_ok=True)
    altered(tmp_path, "config/charnwood/2023-24.yaml", "Assessment 2023/24", "Assessment 2022/23")
    warnings = pipeline.check(tmp_path / "config" / "charnwood" / "2023-24.yaml").warnings

    line = "title: Charnwood Community Safety Partnership Strategic Assessment 2022/23"
    where = f"config/charnwood/2023-24.yaml:{_line_of(line, tmp_path)}"
    (found,) = (w for w in warnings if str(w.where) == where)
    assert found.what.startswith("2022/23 was 'in this period' when this was confirmed")


@pytest.mark.parametrize(
    ("this", "last", "said"),
    [
        ("title: Recommendations of 2023/24", "title: Recommendations of 2022/23", "2022/23 was"),
        ("Published Table 2.", "Published Table 2, without its last column.", "2022/23 was"),
    ],
)
def test_notes_on_sources_that_still_name_last_year_are_flagged(
    next_year: Path, tmp_path: Path, this: str, last: str, said: str
) -> None:
    """They are printed under the tables: "Recommendations of 2022/23" below this year's."""
    shutil.copytree(next_year.parents[2], tmp_path, dirs_exist_ok=True)
    known = {str(w) for w in pipeline.check(next_year).warnings}
    altered(tmp_path, "config/charnwood/2023-24.yaml", this, last)
    warnings = pipeline.check(tmp_path / "config" / "charnwood" / "2023-24.yaml").warnings

    (found,) = (w for w in warnings if str(w) not in known)
    assert found.what.startswith(f"{said} 'in this period' when this was confirmed")


def _line_of(text: str, root: Path) -> int:
    written = (root / "config" / "charnwood" / "2023-24.yaml").read_text(encoding="utf-8")
    return written[: written.index(text)].count("\n") + 1


def test_the_flags_are_gone_when_each_is_confirmed(next_year: Path, flags: dict[str, Flag]) -> None:
    """Then the edition says nothing that nobody has looked at."""
    assert flags
    left = pipeline.confirm(next_year, lambda flag, root, left: "yes").warnings

    assert left == []
