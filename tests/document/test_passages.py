"""What people wrote, gathered with its places, and what becomes of problems found in it."""

import json
from pathlib import Path

import pytest

from report import pipeline
from report.errors import Problem, Where
from report.prose import reading
from report.prose.passage import Passage
from tests.editions import CHAPTER, EDITION, problems_of, warnings_of
from tests.made_up import altered, project

WRONG = (
    CHAPTER,
    "- ASB is not",
    "Tipton is one of the four beats. There are four beats.\n\n- ASB is not",
)
ID = "prose.length.analysis.four-beats"
TOLD = f"'four beats' are 3 in the list; write [number of beats] [{ID}]"


def test_every_text_that_people_wrote_is_gathered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Chapters, headings, boxes, key findings, entries, titles, recommendations; no defaults."""
    found: list[Passage] = []

    def keep(passage: Passage) -> list[Problem]:
        found.append(passage)
        return []

    monkeypatch.setattr(reading, "CHECKS", (keep,))
    pipeline.check(project(tmp_path))

    known = {(p.kind, p.text.split("\n")[0]): p.where for p in found}
    csv, line = "data/middlemarch/2023-24/recommendations.csv", "The CSP counted [All Crime count]"
    begins = {(kind, text[: len(line)]): where for (kind, text), where in known.items()}
    assert begins["prose", line] == Where(CHAPTER, 1)
    assert known["heading", "Shops"] == Where(CHAPTER, 8)
    assert known["heading", "Good practice"] == Where(CHAPTER, 15)
    assert known["prose", "Shops share a radio."] == Where(CHAPTER, 16)
    assert known["sentence", "All crime [All Crime change]."] == Where(EDITION, 24)
    assert known["sentence", "Shoplifting [Shoplifting short change]."].file == EDITION
    assert known["sentence", "Work with shops."].file == EDITION
    assert known["title", "Retail crime"].file == EDITION
    assert known["recommendation", "Keep the strategic group."] == Where(csv, 3)
    assert known["recommendation", "The plan has no owner."] == Where(csv, 3)
    assert {where.file for where in known.values()} == {CHAPTER, EDITION, csv}


def test_what_is_false_stops_a_final_edition_and_no_draft(tmp_path: Path) -> None:
    """The made-up partnership has three beats; line 13 of the chapter says four."""
    config = project(tmp_path)
    altered(tmp_path, *WRONG)

    assert problems_of(config) == [f"{CHAPTER}:13: {TOLD}"]
    altered(tmp_path, EDITION, "status: final", "status: draft")
    assert warnings_of(config) == [f"{CHAPTER}:13: {TOLD}"]


def test_what_is_said_on_purpose_may_be_accepted(tmp_path: Path) -> None:
    """The reason goes into checks.json."""
    config = project(tmp_path)
    altered(tmp_path, *WRONG)
    altered(tmp_path, EDITION, "quoted:", f"accept: {{{ID}: A new beat begins in May.}}\nquoted:")

    folder = pipeline.build(config, pdf=False, strict=True).folder
    accepted = json.loads((folder / "checks.json").read_text(encoding="utf-8"))["accepted"]
    assert [(a["id"], a["because"]) for a in accepted] == [(ID, "A new beat begins in May.")]


def test_a_reason_that_accepts_nothing_is_a_warning(tmp_path: Path) -> None:
    """Texts change often: that a number was mended should not stop the build."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, "quoted:", f"accept: {{{ID}: It was so.}}\nquoted:")

    [told] = warnings_of(config)
    assert told.endswith(f"no warning '{ID}' was raised; remove it")
