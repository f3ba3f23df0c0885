"""Words of the edition before that were edited a little on their way into this one.

Whoever edits a paragraph of their own edition has read it. To replace a name throughout last
year's chapters is no reading: such a paragraph rests on what it rested on then, until it is
confirmed.
"""

from collections.abc import Iterable
from difflib import get_close_matches

from report.prose.confirmed import WORD, Carried, Lock, key
from report.prose.dates import undated

# How alike the words of two paragraphs are that are one, edited: one word of five is another.
ALIKE = 0.8


def inherited(lock: Lock, carried: Iterable[Carried], before: Iterable[str]) -> Lock:
    """Give each paragraph that the lock does not know what its like of the year before rested on.

    before: the paragraphs of the edition before.
    """
    old = {key(text): _words(text) for text in before}
    known = {words: lock[name] for name, words in old.items() if name in lock}
    found = {}
    for one in carried:
        near = [] if one.key in lock or not one.said else _near(one, known)
        names = {said.name for said in one.said}
        kept = {
            name: what for words in near for name, what in known[words].items() if name in names
        }
        if kept:
            found[one.key] = kept
    return found


def _near(one: Carried, known: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    words = _words(one.paragraphs[0].text)
    return [tuple(near) for near in get_close_matches(words, list(known), n=1, cutoff=ALIKE)]


def _words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(undated(text).casefold()))
