"""Words of the edition before that were edited a little on their way into this one.

Whoever edits a paragraph of their own edition has read it. To replace a name throughout last
year's chapters is no reading: such a paragraph rests on what it rested on then, until it is
confirmed.
"""

from collections.abc import Iterable
from difflib import get_close_matches

from report.prose.confirmed import WORD, Carried, Lock, key
from report.prose.dates import undated


def inherited(lock: Lock, carried: Iterable[Carried], before: Iterable[str], alike: float) -> Lock:
    """Give each paragraph that the lock does not know what its like of the year before rested on.

    before: the paragraphs of the edition before. alike: the share of their words, of 1, that two
    paragraphs have alike which are one, edited.
    """
    old = {key(text): _words(text) for text in before}
    known = {words: lock[name] for name, words in old.items() if name in lock}
    found = {}
    for one in carried:
        near = [] if one.key in lock or not one.said else _near(one, known, alike)
        names = {said.name for said in one.said}
        kept = {
            name: what for words in near for name, what in known[words].items() if name in names
        }
        if kept:
            found[one.key] = kept
    return found


def _near(one: Carried, known: Iterable[tuple[str, ...]], alike: float) -> list[tuple[str, ...]]:
    words = _words(one.paragraphs[0].text)
    return [tuple(near) for near in get_close_matches(words, list(known), n=1, cutoff=alike)]


def _words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(undated(text).casefold()))
