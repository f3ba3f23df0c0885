"""Notes in the margin of a draft: what would stop a final edition, beside the words it is of."""

import re
from pathlib import Path

import pytest

from report.document.binding import plain_text
from report.document.templating import environment_of
from report.errors import Problem, Where
from report.pipeline import build, check
from tests.made_up import ROOT, altered, project

CONFIG, CHAPTER = "config/middlemarch/2023-24.yaml", "config/middlemarch/2023-24/analysis.md"
COUNTS = "data/middlemarch/2023-24/counts.csv"
RECOMMENDATIONS = "data/middlemarch/2023-24/recommendations.csv"
HELD = "- ASB is not counted here."
NOTE = re.compile(
    r'<span class="margin-note" role="note" id="[^"]*">(.*?)(?=</p>|</li>|<span class="m)'
)
# What config/inference.yaml says of the words of a trend, and of those of a cause.
TREND = "claims a trend: two periods make no trend"
CAUSE = "claims a cause: counts do not say why they moved"


def draft(folder: Path, *changes: tuple[str, str, str]) -> Path:
    """Lay out the made-up edition as a draft with some of its texts altered."""
    path = project(folder)
    altered(folder, CONFIG, "status: final", "status: draft")
    for change in changes:
        altered(folder, *change)
    return path


def page(folder: Path, *changes: tuple[str, str, str], name: str = "report.html") -> str:
    made = build(draft(folder, *changes), pdf=False)
    return (made.folder / name).read_text(encoding="utf-8")


def notes(text: str) -> list[str]:
    return [plain_text(told) for told in NOTE.findall(text)]


# Where a text is typed -> what is written there, and what is told of it.
TYPED = {
    "chapter": ((CHAPTER, HELD, "- Robbery fell because of patrols."), CAUSE),
    "key finding": (
        (CONFIG, "All crime [All Crime change].", "All crime fell because of patrols."),
        CAUSE,
    ),
    "priority": (
        (CONFIG, "text: Work with shops.", "text: The trend is that robbery fell."),
        TREND,
    ),
    "entry": (
        (CONFIG, "Shoplifting [Shoplifting short change].", "Shoplifting rose due to prices."),
        CAUSE,
    ),
}


@pytest.mark.parametrize("name", TYPED)
def test_a_word_that_no_count_carries_stands_beside_its_text(tmp_path: Path, name: str) -> None:
    """At the end of the paragraph or the bullet that the words stand in, wherever it is printed."""
    change, told = TYPED[name]
    found = page(tmp_path, change, (CHAPTER, "[part: who]", "[part: who]\n\n[priorities]"))
    words = change[2].partition(": ")[2] if name == "priority" else change[2].removeprefix("- ")
    beside = re.findall(rf"{re.escape(words)}(?:</span>)?<span class=\"margin-note\"", found)

    assert beside
    assert len(notes(found)) == len(beside)
    assert all(told in note for note in notes(found))


@pytest.mark.parametrize(
    ("do", "end"), [("did you mean 'Beat 59'?", "”?</span>"), ("write 'fell'", "”.</span>")]
)
def test_a_note_that_asks_ends_with_its_question(do: str, end: str) -> None:
    """No full stop stands behind "did you mean …?"."""
    note = environment_of(ROOT / "templates").get_template("margin.html").module.note  # type: ignore[attr-defined]
    told = note(Problem(Where("a.md", 1), "there is no 'Beat 99'", do), "note-1")

    assert str(told).endswith(end)


def test_a_recommendation_and_its_reason_have_notes(tmp_path: Path) -> None:
    """All Crime is 920; one more is close to it, and no finding."""
    found = page(
        tmp_path,
        (RECOMMENDATIONS, "Shops ask for it.", "All Crime fell to 921 offences."),
    )

    assert any("921" in note for note in notes(found.partition("Reason:")[2]))


def test_a_false_length_stands_in_the_margin(tmp_path: Path) -> None:
    """Three beats follow."""
    found = page(tmp_path, (CHAPTER, HELD, "These four beats:\n\n- Lowick\n- Tipton\n- Frick"))
    (note,) = notes(found)

    assert "stands above a list of 3" in note


def test_a_note_of_the_second_paragraph_stands_at_its_end(tmp_path: Path) -> None:
    """A bracket that was wrapped moves no note into the paragraph behind."""
    text = "Robbery [fell by\n30%], as hoped.\n\nShoplifting rose."
    found = page(tmp_path, (CHAPTER, HELD, text))
    (note,) = notes(found)

    assert "“30%” where it is “40.0%”" in note
    assert found.index("as hoped.") < found.index("30%” where") < found.index("Shoplifting rose.")


def test_what_moved_since_it_was_confirmed_stands_in_the_margin(tmp_path: Path) -> None:
    """All crime fell from 1,000 to 920, and rises to 1,010."""
    path = draft(tmp_path)
    build(path, pdf=False)
    altered(tmp_path, COUNTS, "2023-12-05,920", "2023-12-05,1010")
    made = build(path, pdf=False)
    found = (made.folder / "report.html").read_text(encoding="utf-8")

    outside = (made.folder / "public" / "summary.html").read_text(encoding="utf-8")
    beside = found.partition("is where.")[2]

    assert beside.startswith('<span class="margin-note"')
    assert "was “920 offences” when this was confirmed, is “1,010 offences” now" in notes(beside)[0]
    assert notes(outside) == []


def test_a_claim_that_became_false_is_told_once(tmp_path: Path) -> None:
    """As false, and not as a paragraph to be confirmed as well."""
    path = draft(tmp_path, (CHAPTER, HELD, "- Robbery [fell from 20 to 12]."))
    build(path, pdf=False)
    altered(tmp_path, COUNTS, "Robbery,Middlemarch,2023-04-01,2023-12-05,12", COUNT_OF_13)
    (found,) = [w for w in check(path).warnings if w.where.file == CHAPTER]

    assert "'12' where it is '13'" in found.what


COUNT_OF_13 = "Robbery,Middlemarch,2023-04-01,2023-12-05,13"


def test_what_is_accepted_has_no_note(tmp_path: Path) -> None:
    """A reason was given for it."""
    reason = "accept: {prose.inference.analysis.because: It is said so.}\nsections:"
    cause = (CHAPTER, HELD, "- Robbery fell because of patrols.")

    assert notes(page(tmp_path, cause, (CONFIG, "sections:", reason))) == []


def test_no_note_reaches_the_public_part_of_a_draft(tmp_path: Path) -> None:
    """The key finding is public, what is said of it is the partners'."""
    change = TYPED["key finding"][0]
    found = page(tmp_path, change, name="public/summary.html")

    assert "All crime fell because of patrols." in plain_text(found)
    assert notes(found) == []
    kept = (tmp_path / "build/middlemarch/2023-24/public/assessment.json").read_text("utf-8")
    assert "claims a cause" not in kept


def test_problems_of_one_line_stand_in_the_order_of_its_words(tmp_path: Path) -> None:
    """The number, the cause and the number behind it are found by three checks."""
    line = "- Some 77 robberies fell because of patrols, and shoplifting rose by 99%."
    path = draft(tmp_path, (CHAPTER, HELD, line))
    found = [w.what for w in check(path).warnings if str(w.where) == f"{CHAPTER}:13"]
    told = [next(w for w in ("77", "because", "99%") if w in what) for what in found]

    assert told == ["77", "because", "99%"]


def test_a_number_is_told_of_once(tmp_path: Path) -> None:
    """The group has three members, whose size two checks hold against the number."""
    path = draft(tmp_path, (CHAPTER, HELD, "- Positions are in the most similar group of 16."))
    found = [w for w in check(path).warnings if str(w.where) == f"{CHAPTER}:13"]

    assert len(found) == 1
