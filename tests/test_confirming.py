"""Words that stand while figures move: the lock beside an edition, its flags, and `psa confirm`."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from report import pipeline
from report.confirming import Answer, Ask
from report.errors import InputError, Problem
from report.prose.confirmed import Flag
from tests.editions import EDITIONS, psa
from tests.made_up import ROOT, altered, project

CHAPTER = "config/middlemarch/2023-24/analysis.md"
COUNTS = "data/middlemarch/2023-24/counts.csv"
LOCK = "config/middlemarch/2023-24/confirmed.lock"
NOW, REVISED = "All Crime,Middlemarch,2023-04-01,2023-12-05,920", "2023-12-05,1010"


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """Lay out the made-up project and build it once, so that its words are recorded."""
    path = project(tmp_path)
    pipeline.build(path, pdf=False)
    return path


@pytest.fixture
def revised(config: Path, tmp_path: Path) -> Path:
    """Let all crime rise from 1,000 to 1,010, where it fell to 920."""
    altered(tmp_path, COUNTS, NOW, NOW.replace("920", "1010"))
    return config


def stale(config: Path) -> list[Problem]:
    return [p for p in pipeline.check(config).warnings if p.id.startswith("stale.")]


def typed(cwd: Path, text: str, *arguments: str) -> str:
    """Run a command at a terminal, type a text, and give what stands on the screen."""
    own, its = os.openpty()
    code = "from report.cli import main; main()"
    with subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdin=its,
        stdout=its,
        stderr=its,
    ):
        os.close(its)
        os.write(own, text.encode())
        said = b""
        with suppress(OSError):  # Linux's way to say that nobody is left at the other end
            while part := os.read(own, 1024):
                said += part
        os.close(own)
    return said.decode().replace("\r\n", "\n")


def answers(*given: Answer) -> tuple[list[Flag], Ask]:
    """Give what was asked, and one who answers in order and quits when there is no answer left."""
    asked: list[Flag] = []

    def ask(flag: Flag, root: Path, left: int) -> Answer:
        asked.append(flag)
        return given[len(asked) - 1] if len(asked) <= len(given) else "quit"

    return asked, ask


def test_a_build_records_new_words_and_flags_none(config: Path, tmp_path: Path) -> None:
    """They were written for these figures. A check writes nothing, nor does a second build."""
    before = (tmp_path / LOCK).read_bytes()

    assert stale(config) == []
    pipeline.build(config, pdf=False)
    assert (tmp_path / LOCK).read_bytes() == before


def test_words_are_flagged_where_their_figures_moved(revised: Path) -> None:
    """All crime fell by 8.0 per cent, (920 - 1,000) / 1,000, and rises by 1.0 now."""
    found = {str(p.where): p.what for p in stale(revised)}

    assert set(found) == {f"{CHAPTER}:1", "config/middlemarch/2023-24.yaml:24"}
    assert "was 'fell by 8.0%" in found[f"{CHAPTER}:1"]
    assert "is 'rose by 1.0%" in found[f"{CHAPTER}:1"]
    assert "'920 offences'" in found[f"{CHAPTER}:1"]
    assert "'1,010 offences'" in found[f"{CHAPTER}:1"]


def test_a_flag_outlives_a_build(revised: Path) -> None:
    """Only the author takes it away."""
    before = stale(revised)
    made = pipeline.build(revised, pdf=False)

    assert [w for w in made.warnings if w.id.startswith("stale.")] == before == stale(revised)


def test_a_strict_build_fails_and_no_reason_accepts_a_flag(revised: Path, tmp_path: Path) -> None:
    """Whether words hold is answered by reading them."""
    with pytest.raises(InputError, match=r"stale\."):
        pipeline.build(revised, pdf=False, strict=True)
    id_ = stale(revised)[0].id
    with revised.open("a", encoding="utf-8") as file:
        file.write(f"accept:\n  {id_}: It was read.\n")

    with pytest.raises(InputError, match="psa confirm asks whether a paragraph holds"):
        pipeline.check(revised)


@pytest.mark.parametrize("name", EDITIONS)
def test_the_locks_of_the_committed_editions_hold_their_words(editions: Path, name: str) -> None:
    """Whoever changes a chapter builds the edition, and commits the lock with it."""
    lock = f"config/{name}/confirmed.lock"

    assert (ROOT / lock).read_text("utf-8") == (editions.parent / lock).read_text("utf-8")


def test_edited_words_are_not_flagged(revised: Path, tmp_path: Path) -> None:
    """Who edits a paragraph has it before them; to wrap it anew is no edit."""
    altered(
        tmp_path,
        CHAPTER,
        "The CSP counted [All Crime count],",
        "The CSP counted\n[All Crime count],",
    )
    assert len(stale(revised)) == 2
    altered(tmp_path, CHAPTER, "The CSP counted", "The police counted")

    assert [p.where.file for p in stale(revised)] == ["config/middlemarch/2023-24.yaml"]


def test_yes_is_saved_at_once_and_no_leaves_the_flag(revised: Path) -> None:
    """Of two flags the first still holds, the second is left."""
    asked, ask = answers("yes", "no")
    left = pipeline.confirm(revised, ask).warnings

    assert [f.carried.paragraphs[0].where.file for f in asked] == [CHAPTER, left[0].where.file]
    assert stale(revised) == left
    assert len(left) == 1


def test_how_many_are_left_is_told(revised: Path) -> None:
    """Two flags: of the chapter, and of the key finding."""
    told: list[int] = []

    def ask(flag: Flag, root: Path, left: int) -> Answer:
        told.append(left)
        return "no"

    pipeline.confirm(revised, ask)

    assert told == [2, 1]


def test_quitting_keeps_the_answers_given(revised: Path) -> None:
    """The second flag is not answered."""
    pipeline.confirm(revised, answers("yes")[1])

    assert len(stale(revised)) == 1


def test_an_edited_paragraph_is_read_again(revised: Path, tmp_path: Path) -> None:
    """The walk goes on with the lines as they are then."""
    places: list[str] = []

    def ask(flag: Flag, root: Path, left: int) -> Answer:
        places.append(str(flag.carried.paragraphs[0].where))
        if len(places) > 1:
            return "yes"
        altered(root, CHAPTER, "The CSP counted", "The police and others counted")
        return "edit"

    assert pipeline.confirm(revised, ask).warnings == []
    assert places == [f"{CHAPTER}:1", "config/middlemarch/2023-24.yaml:24"]
    assert stale(revised) == []


def test_all_confirms_only_what_brackets_print_anew(revised: Path, tmp_path: Path) -> None:
    """Shoplifting moves from 130 to 131, in Tipton from 70 to 71; all crime turned.

    Neither the threat that holds the one is asked about nor are the two that hold the other agreed.
    """
    altered(tmp_path, COUNTS, "2023-12-05,130", "2023-12-05,131")
    altered(tmp_path, COUNTS, "2023-12-05,70", "2023-12-05,71")
    asked, ask = answers("no", "all", "no")
    left = pipeline.confirm(revised, ask).warnings

    assert [f.renewed for f in asked] == [False, True, False]
    assert [p.where for p in left] == [asked[n].carried.paragraphs[0].where for n in (2, 0)]
    assert all("All Crime" in p.what for p in left)


def test_nothing_is_half_written(
    revised: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the new lock cannot take its place, the old one stands and nothing lies beside it."""
    before = (tmp_path / LOCK).read_bytes()

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(InputError, match="cannot be replaced"):
        pipeline.confirm(revised, answers("yes")[1])

    assert (tmp_path / LOCK).read_bytes() == before
    assert {p.name for p in (tmp_path / LOCK).parent.iterdir()} == {"analysis.md", "confirmed.lock"}


def test_without_a_terminal_the_flags_are_listed(revised: Path, tmp_path: Path) -> None:
    """A program that runs the command is told how a person can answer."""
    done = psa("confirm", revised, cwd=tmp_path)

    assert done.returncode == 0
    assert f"{CHAPTER}:1" in done.stderr
    assert "type in a terminal: psa confirm" in done.stdout
    assert "2 paragraphs to confirm." in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminal")
def test_at_a_terminal_both_figures_are_shown_and_a_letter_answers(
    revised: Path, tmp_path: Path
) -> None:
    """The first paragraph is confirmed, at the second the author quits."""
    said = typed(tmp_path, "y\nq\n", "confirm", str(revised))

    assert "then: fell by 8.0%" in said
    assert "now:  rose by 1.0%" in said
    assert "1 paragraph to confirm; the answers given are kept." in said
