"""Asking the author: what is shown, which letters answer, and which editor opens where."""

from pathlib import Path

import pytest
import typer

from report import interview
from report.errors import Spot, Where
from report.prose.confirmed import Carried, Flag, Kept, Moved, Resting
from report.prose.paragraphs import Paragraph
from tests.small import section

ROOT = Path("project")
PLACE = Where("config/a/2023-24/robbery.md", 19)
TEXT = "Robbery\n[Robbery count]."
PARAGRAPH = Paragraph(TEXT, section("robbery"), PLACE, Spot(TEXT))


def flag(*, turned: bool = False) -> Flag:
    """Make a flag of one paragraph, of which 57 became 40, or a fall a rise."""
    then, now = ("fell", "rose") if turned else ("57", "40")
    moved = Moved("[Robbery count]", then, now, renews=True)
    return Flag(Carried("0a", (PARAGRAPH,), ()), (moved,))


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the list of what the author types, one item at each question."""
    given: list[str] = []
    monkeypatch.setattr(typer, "prompt", lambda *_, **__: given.pop(0))
    return given


def test_the_paragraph_is_shown_with_both_figures(
    typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Its place comes first, so that a terminal can open it."""
    typed.append("y")

    assert interview.ask(flag(), ROOT, 2) == "yes"
    assert capsys.readouterr().out.splitlines()[1:] == [
        "config/a/2023-24/robbery.md:19 (2 left)",
        "Robbery [Robbery count].",
        "",
        "[Robbery count]",
        "    then: 57",
        "    now:  40",
        "",
    ]


@pytest.mark.parametrize(
    ("letters", "turned", "answer"),
    [
        (["Y"], True, "yes"),
        (["no"], True, "no"),
        (["x", "", "q"], True, "quit"),
        (["a"], False, "all"),
        (["a", "n"], True, "no"),
    ],
)
def test_only_a_letter_that_is_offered_answers(
    typed: list[str], letters: list[str], turned: bool, answer: str
) -> None:
    """All is offered only where brackets print the new figures and nothing turned."""
    typed.extend(letters)

    assert interview.ask(flag(turned=turned), ROOT, 2) == answer
    assert typed == []


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("vim", "vim +19 FILE"),
        ("emacs -nw", "emacs -nw +19 FILE"),
        ("code", "code --goto --wait FILE:19"),
        ("notepad.exe", "notepad.exe FILE"),
    ],
)
def test_the_authors_editor_opens_at_the_line(
    typed: list[str], monkeypatch: pytest.MonkeyPatch, editor: str, command: str
) -> None:
    """Where it can be told one."""
    ran: list[list[str]] = []
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", editor)
    monkeypatch.setattr("subprocess.run", lambda given, **_: ran.append(given))
    typed.append("e")

    assert interview.ask(flag(), ROOT, 2) == "edit"
    assert ran == [command.replace("FILE", str(ROOT / PLACE.file)).split()]


def test_without_an_editor_the_place_is_shown_and_waited_for(
    typed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The author edits wherever they like, and says when it is done."""
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    typed.extend(["e", ""])

    assert interview.ask(flag(), ROOT, 2) == "edit"
    assert typed == []


def test_an_editor_that_is_not_there_is_told(
    typed: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The author goes to the line by hand."""
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "no-such-editor")
    typed.extend(["e", ""])

    assert interview.ask(flag(), ROOT, 1) == "edit"
    assert "The editor 'no-such-editor' does not start" in capsys.readouterr().out


def test_who_goes_away_has_quit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C and the end of the input; what was answered before is saved."""

    def gone(*_: object, **__: object) -> str:
        raise typer.Abort

    monkeypatch.setattr(typer, "prompt", gone)

    assert interview.ask(flag(), ROOT, 1) == "quit"


def test_a_paragraph_that_stands_is_shown_with_what_it_rests_on(
    typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Where every paragraph is asked about."""
    rests = (Resting("[Robbery count]", Kept("40"), "[Robbery count]", renews=True),)
    typed.append("y")

    assert interview.ask(Flag(Carried("0a", (PARAGRAPH,), rests), ()), ROOT, 1) == "yes"
    assert "[Robbery count]\n    now:  40" in capsys.readouterr().out
