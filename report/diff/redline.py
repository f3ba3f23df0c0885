"""What changed in a text: paragraphs first, then the words of those that were altered.

Paragraphs are matched before words, so that one that was moved is said to be moved and nothing
more. Works on plain text, however it was marked up; which texts to compare is the year diff's.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

from report.assessment import Record

RunKind = Literal["same", "added", "removed", "cut"]
ParagraphKind = Literal["changed", "added", "removed", "moved"]

# Words of an unchanged stretch that are left on either side of a change, to show where it stands.
CONTEXT = 6
# Two paragraphs that share fewer of their words than this are two texts, not one that was edited.
ALIKE = 0.5


class Run(Record):
    """Some words of a text, in order.

    kind: "cut" stands for unchanged words that are left out here; its text is empty.
    text: words joined by single spaces, without one at either end.
    """

    kind: RunKind
    text: str = ""


class Paragraph(Record):
    """A paragraph that is not the same in both texts.

    runs: "changed" has runs of every kind; "added" and "removed" have one, the whole paragraph;
        "moved" has its first words.
    """

    kind: ParagraphKind
    runs: tuple[Run, ...]


def fold(text: str) -> str:
    """Give the text without the white space and punctuation that do not matter in a comparison.

    Keeps what stands between digits ("1.5", "2023/24") and the signs of per cent and currencies.
    """
    mark = r"[^\w\s%£$€]"
    bare = re.sub(r"['’]", "", text).replace("_", " ")
    return " ".join(re.sub(rf"(?<!\d){mark}|{mark}(?!\d)", " ", bare).split())


def redline(old: str, new: str) -> tuple[Run, ...]:
    """Compare two texts word by word.

    Gives: runs that read as the new text without the removed ones, and as the old text without the
    added ones. A single unchanged word between two replaced stretches is replaced with them, since
    "to" alone is no landmark to a reader.
    """
    before, after = old.split(), new.split()
    runs: list[Run] = []
    for same, group in groupby(_steps(before, after), key=lambda step: step[0]):
        steps = list(group)
        gone = " ".join(before[steps[0][1] : steps[-1][2]])
        come = " ".join(after[steps[0][3] : steps[-1][4]])
        if same:
            runs.append(Run(kind="same", text=come))
        else:
            runs += [Run(kind="removed", text=gone)] if gone else []
            runs += [Run(kind="added", text=come)] if come else []
    return tuple(runs)


def _steps(before: list[str], after: list[str]) -> Iterator[tuple[bool, int, int, int, int]]:
    """Give stretches: whether they are the same, and where they start and end in both texts."""
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for at, (tag, *span) in enumerate(steps):
        around = [step[0] for step in (*steps[max(at - 1, 0) : at], *steps[at + 1 : at + 2])]
        alone = span[1] - span[0] == 1 and around == ["replace", "replace"]
        yield tag == "equal" and not alone, span[0], span[1], span[2], span[3]


def shorten(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Leave only a few words of context in long unchanged stretches."""
    last = len(runs) - 1
    return tuple(
        piece
        for at, run in enumerate(runs)
        for piece in _shortened(run, head=at > 0 or last == 0, tail=at < last)
    )


def _shortened(run: Run, *, head: bool, tail: bool) -> tuple[Run, ...]:
    words = run.text.split()
    if run.kind != "same" or len(words) <= CONTEXT * (head + tail):
        return (run,)
    pieces = [Run(kind="same", text=" ".join(words[:CONTEXT]))] if head else []
    pieces.append(Run(kind="cut"))
    pieces += [Run(kind="same", text=" ".join(words[-CONTEXT:]))] if tail else []
    return tuple(pieces)


def paragraphs(old: Sequence[str], new: Sequence[str]) -> tuple[Paragraph, ...]:
    """Compare two texts given as paragraphs.

    Gives: what is not the same, in the order of the new text, removed paragraphs after the one they
    followed; unchanged paragraphs are left out. Two texts that are the same give ().
    """
    before, after = _tidy(old), _tidy(new)
    kept = _in_place(before, after)
    pairs = kept | _elsewhere(before, after, kept)
    missed = _missed(len(before), pairs)
    found: list[Paragraph] = []
    for at in range(-1, len(after)):
        if at >= 0 and at not in kept:
            found.append(_paragraph(before[pairs[at]] if at in pairs else "", after[at]))
        found += [_paragraph(before[i], "") for i, place in missed.items() if place == at]
    return tuple(found)


def _tidy(texts: Sequence[str]) -> list[str]:
    return [" ".join(text.split()) for text in texts if text.strip()]


def _in_place(before: list[str], after: list[str]) -> dict[int, int]:
    """Pair the paragraphs that are the same and stand in the same order: place in new -> in old."""
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    return {b.b + step: b.a + step for b in blocks for step in range(b.size)}


def _elsewhere(before: list[str], after: list[str], kept: Mapping[int, int]) -> dict[int, int]:
    """Pair the other paragraphs with what they were, likest first: place in new -> in old."""
    taken = set(kept.values())
    likeness = sorted(
        (-_alike(was, now), abs(i - j), j, i)
        for i, was in enumerate(before)
        if i not in taken
        for j, now in enumerate(after)
        if j not in kept
    )
    pairs: dict[int, int] = {}
    for alike, _, j, i in likeness:
        if -alike >= ALIKE and j not in pairs and i not in pairs.values():
            pairs[j] = i
    return pairs


def _alike(was: str, now: str) -> float:
    """Give the share of words two paragraphs have in common, in any order; 2 if they are equal."""
    if was == now:
        return 2
    return SequenceMatcher(None, was.split(), now.split(), autojunk=False).quick_ratio()


def _missed(number: int, pairs: Mapping[int, int]) -> dict[int, int]:
    """Find where the unpaired of `number` old paragraphs are missed: place in old -> in new.

    That is after the new place of the paragraph they followed; -1 before all others.
    """
    places = {was: at for at, was in pairs.items()}
    missed, place = {}, -1
    for i in range(number):
        place = places.get(i, place)
        if i not in places:
            missed[i] = place
    return missed


def _paragraph(was: str, now: str) -> Paragraph:
    if not was:
        return Paragraph(kind="added", runs=(Run(kind="added", text=now),))
    if not now:
        return Paragraph(kind="removed", runs=(Run(kind="removed", text=was),))
    if was == now:
        return Paragraph(kind="moved", runs=shorten([Run(kind="same", text=now)]))
    return Paragraph(kind="changed", runs=shorten(redline(was, now)))
