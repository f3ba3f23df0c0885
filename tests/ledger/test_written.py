"""A word of a finished page that nobody wrote is told; what was written is not."""

from pathlib import Path

import pytest

from report.assessment import load
from report.finished import page
from report.ledger import account
from tests import small
from tests.conftest import Built
from tests.made_up import ROOT

TEXT = """\
ASB rose in the *five* beats of the town. In [table: beats] is where.

[box: law | Crime and Disorder Act 1998, section 17]
A duty of 1998, section 17 of the Act, adds up to more than the two of Tipton.
Tipton [has the most](https://example.org) offences, [Robbery count] of them robberies.
[/box]
"""
ALL = small.assessment(
    small.section("beats", TEXT), glossary={"ASB": "anti-social behaviour"}, small_base=50
)


def lost(tmp_path: Path, body: str) -> list[str]:
    """Give the words of a page with this body that nobody wrote."""
    file = tmp_path / "report.html"
    file.write_text(f"<html><body>{body}", encoding="utf-8")
    known = account.setting(ALL, page.read(file), ROOT / "templates")
    return [word.text for piece, _ in account.of_page(known) for word in known.written.lost(piece)]


@pytest.mark.parametrize(
    "written",
    [
        "<p>ASB rose in the five beats of the town. In Table 1 is where.</p>",
        "<p>Anti-social behaviour (ASB) rose in the five beats of the town.</p>",
        "<p>Tipton <a href='#x'>has the most</a> offences, 40 of them robberies.</p>",
        "<p>Crime and Disorder Act 1998, section 17</p>",
        "<p>A duty of 1998, section 17 of the Act, adds up to more than the two of Tipton.</p>",
        # templates/exhibits.html
        "<p>▲ ▼ a change for the worse; ≈ a change within normal variation.</p>",
    ],
)
def test_words_of_chapters_and_templates_are_written(tmp_path: Path, written: str) -> None:
    """Brackets, links, emphasis and numbers are openings, and a page spells out an abbreviation."""
    assert lost(tmp_path, written) == []


@pytest.mark.parametrize(
    "spoilt",
    [
        "<p>ASB fell in the five beats of the town.</p>",
        "<p>Anti-social behaviour (ASB) fell in the five beats of the town.</p>",
        "<p>Crime and Order Act 1998, section 17</p>",
        "<h2>ASB rose in every beat</h2>",
        "<p>A duty of 1998, section 17 of the Act, adds up to fewer than the two of Tipton.</p>",
        "<p>A duty of 1989, section 17 of the Act, adds up to more than the two of Tipton.</p>",
        "<p>A duty of 1998, section 71 of the Act, adds up to more than the two of Tipton.</p>",
        "<table><tr><td>ASB fell in the five beats of the town</td></table>",
        "<p>▲ ▼ a change for the better; ≈ a change beyond normal variation.</p>",
        "<p>ASB rose in the four beats of the town.</p>",
        # templates/methods: "in fewer than"; "in more than" stands elsewhere
        "<p>Counts of one unchanged risk would be so far apart, or further, in more than 5.</p>",
    ],
)
def test_a_word_that_stands_between_others_is_told_once(tmp_path: Path, spoilt: str) -> None:
    """Each is a text of above with a word changed; its neighbours are told with it."""
    assert len(lost(tmp_path, spoilt)) == 1


# What stands in the made-up report, what is put there instead, and which word is told.
SPOILT = [
    # templates/exhibits.html
    ("a change within normal variation.", "a rise within normal variation.", "rise"),
    # of the chapter
    ("Shops share a radio.", "Shops lack a radio.", "lack"),
    # the words that stand for a chart, said anew from its exhibit
    ("Highest: 130", "Lowest: 130", "Lowest:"),
    ("130 (Shoplifting,", "130 (Robbery,", "(Robbery,"),
    ("From first to last: Lowick 310 to", "From first to last: Lowick 300 to", "300"),
]


@pytest.mark.parametrize(("was", "instead", "word"), SPOILT)
def test_a_word_changed_in_a_finished_report_belongs_to_nothing(
    tmp_path: Path, built: Built, was: str, instead: str, word: str
) -> None:
    """The report of the made-up edition has only what was written; one word changed is told."""
    raw = (built.folder / "report.html").read_text(encoding="utf-8")
    made = load(built.folder / "assessment.json")
    told = []
    for text in (raw, raw.replace(was, instead, 1)):
        file = tmp_path / "report.html"
        file.write_text(text, encoding="utf-8")
        known = account.setting(made, page.read(file), ROOT / "templates")
        entries = [entry for _, own in account.of_page(known) for entry in own]
        told.append([e.text for e in entries if e.of == account.UNWRITTEN])

    assert was in raw
    assert told[0] == []
    assert word in told[1]
