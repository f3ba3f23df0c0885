"""The grammar of brackets: which words ask for which phrase.

A name with a form of `words` comes first, then years in words, then the patterns below. Capital
letters do not matter. A text that is none of these raises `Unknown`, as a name that means nothing
does, so that a caller may read it as the author's own words.
"""

from report import words
from report.names import Index, Unknown
from report.phrases import nearly
from report.phrases.patterns import PATTERNS
from report.phrases.spoken import Spoken, of_one
from report.phrases.windows import windowed


def say(index: Index, text: str) -> Spoken:
    """Say what stands in a bracket.

    Raises Unknown for a name or a form that means nothing, words.Unsayable for words that would say
    what the findings do not hold.
    """
    said = _said(index, text)
    if said:
        return said
    raise nearly.unknown(index, text, lambda each: _sayable(index, each))


def _said(index: Index, text: str) -> Spoken | None:
    found = index.read(text, index.measures)
    if found:
        return of_one(*found)
    return windowed(index, text) or _matched(index, text)


def _sayable(index: Index, text: str) -> bool:
    try:
        return _said(index, text) is not None
    except (Unknown, words.Unsayable):
        return False


def _matched(index: Index, text: str) -> Spoken | None:
    """Say the first pattern that the text has the shape of; the fault of the first that fails."""
    faults: list[Unknown] = []
    for pattern in PATTERNS:
        match = pattern.shape.fullmatch(text)
        if match:
            try:
                return _cased(pattern.say(index, match), text)
            except Unknown as fault:
                faults.append(fault)
    if faults:
        raise Unknown(faults[0].what, faults[0].do, shaped=True)
    return None


# First words of phrases that begin with no name. With a capital letter they begin a sentence.
OPENING = ("How", "Number", "The", "Those", "Top", "Total", "Sum", "Gap", "Difference")


def _cased(said: Spoken, text: str) -> Spoken:
    """Begin with a capital letter what was asked for with one: "[How many beats …] fell"."""
    capital = text.split(maxsplit=1)[0] in OPENING
    return said._replace(text=said.text[:1].upper() + said.text[1:]) if capital else said
