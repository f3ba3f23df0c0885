"""`psa bind`: what is shown, what is written, and what stays as it was."""

from pathlib import Path

import pytest

from report import pipeline, rewriting
from report.errors import InputError
from tests.editions import psa
from tests.made_up import project

CHAPTER = "config/middlemarch/2023-24/analysis.md"
# All Crime of the made-up edition: 1,000 to 920. Shoplifting: 100 to 130.
TEXT = (
    "\ufeffAll Crime fell by 8%, from 1,000 to 920.  \r\n"
    "Shoplifting rose by 20%. Shoplifting rose by\r\n30 offences to 130.\r\n\r\n"
    "[recommendation 1]\r\n\r\n[part: shoplifting]\r\n\r\n[part: who]\u2028\n\n"
    "- ASB is not counted here.   "
)
BOUND = (
    "\ufeffAll Crime [fell by 8%, from 1,000 to 920].  \r\n"
    "Shoplifting rose by 20%. Shoplifting [rose by\r\n30 offences to 130].\r\n\r\n"
    "[recommendation 1]\r\n\r\n[part: shoplifting]\r\n\r\n[part: who]\u2028\n\n"
    "- ASB is not counted here.   "
)


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """The made-up edition with a chapter of plain sentences, as an editor on Windows writes it."""
    made = project(tmp_path)
    (tmp_path / CHAPTER).write_bytes(TEXT.encode("utf-8"))
    return made


def test_only_the_brackets_are_new(config: Path, tmp_path: Path) -> None:
    """Line ends, spaces and the mark at the beginning stay; what is false is not written."""
    found = pipeline.propose(config)

    assert pipeline.bind(config, rewriting.writable(found)) == [tmp_path / CHAPTER]
    assert (tmp_path / CHAPTER).read_bytes() == BOUND.encode("utf-8")
    assert rewriting.writable(pipeline.propose(config)) == ()


def test_each_proposal_is_shown_with_its_finding(config: Path) -> None:
    """Where it stands, the sentence, what it would become, whether it is true, the house's form."""
    found = pipeline.propose(config)
    first, false, _ = map(rewriting.shown, found)

    assert first.splitlines() == [
        f"{CHAPTER}:1",
        "  \ufeffAll Crime fell by 8%, from 1,000 to 920.".replace("\ufeff", ""),
        "  > All Crime [fell by 8%, from 1,000 to 920].",
        "  true of: All Crime fell by 8.0%, from 1,000 to 920 (within normal variation)",
        "  or write [All Crime change]",
    ]
    assert "  not true of: Shoplifting rose by 30.0%" in false
    assert "  mend it first; rose by 30.0%, from 100 to 130" in false


def test_a_file_that_was_changed_meanwhile_is_left_alone(config: Path, tmp_path: Path) -> None:
    """What was read is no longer what would be written over."""
    found = pipeline.propose(config)
    (tmp_path / CHAPTER).write_text("Something else.\n", encoding="utf-8")

    with pytest.raises(InputError, match="was changed while it was read"):
        pipeline.bind(config, rewriting.writable(found))
    assert (tmp_path / CHAPTER).read_text("utf-8") == "Something else.\n"


def test_without_a_terminal_proposals_are_listed_and_yes_writes_them(
    config: Path, tmp_path: Path
) -> None:
    """A program that runs the command changes nothing unless it says so."""
    listed = psa("bind", config, cwd=tmp_path)
    assert (tmp_path / CHAPTER).read_bytes() == TEXT.encode("utf-8")
    assert "2 proposals that can mean one thing, 1 other." in listed.stdout
    assert f"psa bind {config} --yes" in listed.stdout

    done = psa("bind", config, "--yes", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "2 proposals written, 1 left." in done.stdout
    assert (tmp_path / CHAPTER).read_bytes() == BOUND.encode("utf-8")


def test_check_says_how_many_sentences_could_be_bound(config: Path, tmp_path: Path) -> None:
    """One line, and no warning for each."""
    text = TEXT.replace("Shoplifting rose by 20%. ", "")
    (tmp_path / CHAPTER).write_bytes(text.encode("utf-8"))

    done = psa("check", config, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert f"2 sentences could be bound to findings: psa bind {config}" in done.stdout
    assert "bound" not in done.stderr
