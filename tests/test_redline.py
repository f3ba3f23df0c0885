"""The words of a text: what was added, removed, moved, and what does not matter."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.diff.redline import CONTEXT, Paragraph, Run, fold, paragraphs, redline, shorten


def marked(runs: tuple[Run, ...]) -> str:
    """Write runs as text: [-removed-], {+added+} and … for a cut."""
    forms = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}", "cut": "…"}
    return " ".join(forms[run.kind].format(run.text) for run in runs)


def told(found: tuple[Paragraph, ...]) -> list[tuple[str, str]]:
    """Write paragraphs as (kind, text)."""
    return [(one.kind, marked(one.runs)) for one in found]


def test_words() -> None:
    """A replaced word shows as removed, then added."""
    runs = redline("There were 79 fires in 2022.", "There were 83 fires in 2023.")

    assert marked(runs) == ("There were [-79-] {+83+} fires in [-2022.-] {+2023.+}")


def test_lone_word() -> None:
    """A single word that survives between two replaced ones is replaced with them."""
    assert marked(redline("rose by 12 to 40 here", "fell by 9 to 31 here")) == (
        "[-rose by 12 to 40-] {+fell by 9 to 31+} here"
    )


def test_context() -> None:
    """Of a long unchanged stretch six words are left on each side that has a change."""
    words = [f"w{number}" for number in range(20)]
    old, new = " ".join(["a", *words, "b", *words]), " ".join(["c", *words, "d", *words])

    assert CONTEXT == 6
    assert marked(shorten(redline(old, new))) == (
        "[-a-] {+c+} w0 w1 w2 w3 w4 w5 … w14 w15 w16 w17 w18 w19 [-b-] {+d+} w0 w1 w2 w3 w4 w5 …"
    )


def test_paragraph_moved() -> None:
    """A paragraph that stands elsewhere is moved, and spoils none that it passed."""
    old = ["Sheds come first.", "Patrols help.", "So do wardens."]
    new = ["Patrols help.", "So do wardens.", "Sheds come first."]

    assert told(paragraphs(old, new)) == [("moved", "Sheds come first.")]


def test_paragraph_moved_or_rewritten() -> None:
    """A paragraph is taken for the one it equals before one with the same words elsewhere."""
    old = ["locks fit sheds", "sheds fit locks", "Patrols help.", "So do wardens."]
    new = ["Patrols help.", "So do wardens.", "locks fit sheds"]

    assert told(paragraphs(old, new)) == [
        ("moved", "locks fit sheds"),
        ("removed", "[-sheds fit locks-]"),
    ]


def test_paragraph_edited() -> None:
    """A paragraph that keeps half of its words was edited; one that keeps fewer is another."""
    old = ["Patrols help in the town.", "Mopeds are stolen at night."]
    new = ["Patrols help in the villages.", "Vapes are on sale everywhere now."]

    assert told(paragraphs(old, new)) == [
        ("changed", "Patrols help in the [-town.-] {+villages.+}"),
        ("removed", "[-Mopeds are stolen at night.-]"),
        ("added", "{+Vapes are on sale everywhere now.+}"),
    ]


def test_paragraph_removed_where_it_stood() -> None:
    """A removed paragraph is told after the one it followed."""
    assert told(paragraphs(["a", "b", "c"], ["a", "c", "d"])) == [
        ("removed", "[-b-]"),
        ("added", "{+d+}"),
    ]


def test_blank_space() -> None:
    """Line breaks and empty paragraphs are no change."""
    assert paragraphs(["Patrols\nhelp.", ""], ["Patrols  help."]) == ()


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Fit  locks,\nto sheds.", "Fit locks to sheds"),
        ("the victims’ high-risk list", "the victims high risk list"),
        ("down 1.5% on 2023/24", "down 1.5% on 2023/24"),
        ("*£1,000* each_year", "£1,000 each year"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    """White space and punctuation fold; what belongs to a number stays."""
    assert fold(text) == folded


TEXT = st.lists(st.sampled_from(["a", "b", "c", "to"]), max_size=30).map(" ".join)


@settings(deadline=None)
@given(TEXT, TEXT)
def test_reads_as_both(old: str, new: str) -> None:
    """The runs read as the old text without the added ones, as the new without the removed."""
    runs = redline(old, new)

    assert " ".join(run.text for run in runs if run.kind != "added") == old
    assert " ".join(run.text for run in runs if run.kind != "removed") == new


@settings(deadline=None)
@given(st.lists(TEXT, max_size=6), st.lists(TEXT, max_size=6))
def test_paragraphs_balance(old: list[str], new: list[str]) -> None:
    """Every paragraph that was added or removed is told once: the numbers add up."""
    kinds = [one.kind for one in paragraphs(old, new)]
    before, after = (sum(1 for text in texts if text) for texts in (old, new))

    assert after - before == kinds.count("added") - kinds.count("removed")
