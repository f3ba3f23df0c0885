"""The author's own wording in brackets, from the chapter to the pages."""

from pathlib import Path

import pytest

from report.document.binding import plain_text
from report.document.manuscript import paragraphs
from report.errors import Problem
from report.pipeline import build, check
from tests.made_up import altered, project

CONFIG, CHAPTER = "config/middlemarch/2023-24.yaml", "config/middlemarch/2023-24/analysis.md"
HELD = "- ASB is not counted here."


def edition(folder: Path, own: str, status: str = "draft") -> Path:
    """Lay out the made-up edition with a bullet of the author's own wording."""
    path = project(folder)
    altered(folder, CHAPTER, HELD, f"- {own}")
    altered(folder, CONFIG, "status: final", f"status: {status}")
    return path


def warned(folder: Path, own: str) -> list[Problem]:
    """Give the problems that a draft has with claims."""
    found = check(edition(folder, own)).warnings
    return [p for p in found if p.id.startswith("prose.claim")]


def report(folder: Path, own: str) -> str:
    """Build a draft and give its page."""
    made = build(edition(folder, own), pdf=False)
    return (made.folder / "report.html").read_text(encoding="utf-8")


def test_a_true_claim_is_printed_as_written_and_bound(tmp_path: Path) -> None:
    """20 robberies to 12; the page prints the author's words with the finding behind them."""
    page = report(tmp_path, "Robbery [fell from 20 to 12, 8 fewer offences].")

    assert 'class="bound claim" data-finding="count.robbery"' in page
    assert "Robbery fell from 20 to 12, 8 fewer offences." in plain_text(page)
    assert 'class="margin-note"' not in page


def test_a_false_claim_stands_in_the_margin_of_a_draft(tmp_path: Path) -> None:
    """All Crime fell from 1,000 to 920, which is 8 %: both figures and the true words are told."""
    page = report(tmp_path, "All Crime [fell by 9%].")
    note = page.partition('<span class="margin-note" role="note" id="note-1">')[2]
    told = plain_text(note.partition("</li>")[0])

    assert 'aria-details="note-1"' in page
    assert "“9%” where it is “8.0%”" in told
    assert "fell by 8.0%, from 1,000 to 920" in told


def test_a_false_plain_sentence_stands_in_the_margin_too(tmp_path: Path) -> None:
    """It is told as a bracket is, once, and the public summary does not hold it."""
    page = report(tmp_path, "All Crime fell by 9%. Robbery fell from 20 to 12.")
    notes = page.split('<span class="margin-note" role="note"')[1:]

    assert len(notes) == 1
    assert "“9%” where it is “8.0%”" in plain_text(notes[0].partition("</li>")[0])
    summary = tmp_path / "build/middlemarch/2023-24/public/summary.html"
    assert 'class="margin-note"' not in summary.read_text(encoding="utf-8")
    (problem,) = warned(tmp_path / "again", "All Crime fell by 9%.")
    assert str(problem.where) == f"{CHAPTER}:13"


def test_a_false_claim_is_a_warning_of_a_draft_with_its_line(tmp_path: Path) -> None:
    """The warning names file and line, what is false, and what to write."""
    (problem,) = warned(tmp_path, "Robbery [rose from 12 to 20].")

    assert str(problem.where) == f"{CHAPTER}:13"
    assert "'rose' where it is 'fell'" in problem.what
    assert problem.do == "write 'fell from 20 to 12 (within normal variation)'"


def test_a_false_claim_stops_a_final_edition(tmp_path: Path) -> None:
    """What is false is an error there, and none of a true one."""
    with pytest.raises(Exception, match=r"'9%' where it is '8\.0%'"):
        check(edition(tmp_path, "All Crime [fell by 9%].", "final"))


def test_a_final_edition_may_accept_a_claim_with_a_reason(tmp_path: Path) -> None:
    """The warning's id takes it, as of any other."""
    path = edition(tmp_path, "All Crime [fell by 9%].", "final")
    reason = "accept: {prose.claim.analysis.fell-by-9: It is rounded up on purpose.}\nsections:"
    altered(tmp_path, CONFIG, "sections:", reason)

    assert not [p for p in check(path).warnings if p.id.startswith("prose.claim")]


def test_what_is_no_name_and_no_claim_is_unknown(tmp_path: Path) -> None:
    """A misspelt name is refused with a suggestion, as it always was."""
    with pytest.raises(Exception, match="did you mean 'Robbery change'"):
        check(edition(tmp_path, "Robbery [Robery change]."))


def test_what_is_false_is_told_once(tmp_path: Path) -> None:
    """At its place in the chapter, and not of the finished pages again."""
    made = build(edition(tmp_path, "All Crime [fell by 9%]. Robbery rose."), pdf=False)

    assert [p.id.split(".")[:2] for p in made.warnings] == [["prose", "claim"]] * 2


def test_a_quotation_has_no_note_in_the_margin(tmp_path: Path) -> None:
    """What somebody else said is theirs: 8 % is true, and 9 % is told of outside the box only."""
    box = "[box: quotation: The Bridge, May 2023]\n\nAll Crime fell by 9%.\n\n[/box]"
    page = report(tmp_path, f"All Crime fell by 9%.\n\n{box}")

    assert plain_text(page).count("All Crime fell by 9%") == 2
    assert page.count('class="margin-note"') == 1


def test_a_claim_of_nothing_that_is_known_is_refused(tmp_path: Path) -> None:
    """No robbery is counted by beat, and of what the words speak has to be plain."""
    with pytest.raises(Exception, match=r"no finding tells what '.fell by 3%.' claims; write"):
        check(edition(tmp_path, "In Tipton robbery [fell by 3%]."))


def test_a_heading_and_the_sentence_before_tell_the_subject(tmp_path: Path) -> None:
    """Under "Shoplifting" the bracket speaks of shoplifting: 100 to 130."""
    text = "In short.\n\n## Shoplifting\n\nIt [rose by 30%, from 100 to 130]. It [rose by 40%]."
    (problem,) = warned(tmp_path, text)

    assert "'rose by 40%' is false of Shoplifting" in problem.what


def test_the_public_summary_shows_the_words_and_no_note(tmp_path: Path) -> None:
    """A public key finding is printed as written; what is false of it stays inside."""
    path = project(tmp_path)
    altered(tmp_path, CONFIG, '"All crime [All Crime change]."', '"All crime [fell by 9%]."')
    altered(tmp_path, CONFIG, "status: final", "status: draft")
    made = build(path, pdf=False)
    inside = (made.folder / "report.html").read_text(encoding="utf-8")
    outside = (made.folder / "public" / "summary.html").read_text(encoding="utf-8")

    assert 'class="margin-note"' in inside
    assert "fell by 9%" in plain_text(outside)
    assert 'class="margin-note"' not in outside
    assert "8.0%" not in plain_text(outside.partition("Key findings")[2])[:200]


def test_the_comparison_of_editions_reads_the_words_without_notes(tmp_path: Path) -> None:
    """A note is no part of the commentary."""
    from report.assessment import load

    made = build(edition(tmp_path, "All Crime [fell by 9%]."), pdf=False)
    found = load(made.folder / "assessment.json")
    section = next(s for s in found.walk() if s.id == "analysis")

    assert "All Crime fell by 9%." in paragraphs(tmp_path / "templates")(found, section)
