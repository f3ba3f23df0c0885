"""Check a number of partners, areas, priorities or recommendations against all that there are."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from typing import NamedTuple

from report.assessment import Assessment
from report.errors import Problem
from report.prose.figures import Figure
from report.prose.mentions import mentions
from report.prose.passage import Passage
from report.prose.sentences import sentences
from report.prose.things import not_so_many, typed
from report.prose.vocabulary import Form, form, own_area, span, words
from report.words import as_word, plural

# Before a number, these say that there are no more.
WHOLE = re.compile(
    r"\b(?:all|made up of|consists? of|comprises?(?: of)?|composed of|divided into|split into"
    r"|brings? together|there are)(?: (?:the|its|representatives from|representatives of))? $",
    re.IGNORECASE,
)
# These say it of what they belong to, which is mostly the partnership.
OWNED = re.compile(r"(?:\b(?:has|have|makes|proposes|its|our)|['’]s) (?:the )?$", re.IGNORECASE)
THE = re.compile(r"(?<!of )\bthe $", re.IGNORECASE)
# Behind the counted, these say that only some are meant.
SOME = re.compile(
    r"\s*(?:with|where|that|which|whose|in|on|about|for|of|to|together|both|above|below)\b"
)
OF = re.compile(r"\s+of\s+(?:the\s+)?", re.IGNORECASE)
# Behind "the ten beats of Middlemarch": a part of it, or some of them.
PARTLY = re.compile(
    rf"{SOME.pattern}|\s+(?:(?-i:[A-Z])|town|city|north|south|east|west|cent)", re.I
)
# Words before the counted that say no more than the list does.
NEUTRAL = frozenset(
    (
        *("police", "policing", "statutory", "strategic", "current", "local", "agreed", "adopted"),
        *("neighbourhood", "partnership", "headline", "main", "overall", "geographical"),
    )
)
STATUTORY = tuple(f"statutory {n}" for n in ("partners", "agencies", "authorities", "bodies"))
AUTHORITIES = "responsible authorities"
PHRASE = 4  # words behind a number, in which the thing that is counted stands


class Length(NamedTuple):
    """How many things of a name there are, and what to write; areas: beats and such."""

    name: Form
    size: int
    bracket: str
    areas: bool = False


class Counted(NamedTuple):
    """A number of things of a list: the words between the two, and the text behind the thing."""

    length: Length
    between: Form
    behind: str


def wrong_lengths(passage: Passage) -> Iterator[Problem]:
    """Find "has nine police beats" where there are ten.

    A number of some things that a passage has given before is meant again where it stands again.
    """
    known, given = lengths(passage.assessment), set[tuple[Form, float | None]]()
    for sentence in sentences("" if passage.quoted else passage.text):
        for figure in typed(passage, sentence.text):
            found = _counted(sentence.text, figure, known)
            number = figure.of if figure.kind == "part" else figure.value
            if not found or number == found.length.size:
                continue
            said = _said(passage, sentence.text, figure, found)
            again = (found.length.name, number) in given
            given.add((found.length.name, number))
            if said and not again:
                what = f"are {found.length.size} in the list"
                do, false = f"write {found.length.bracket}", said == "false"
                yield not_so_many(
                    passage, sentence.text, sentence.start, figure, what, do, false=false
                )


def _said(passage: Passage, text: str, figure: Figure, found: Counted) -> str:
    """Tell "false" where a number is plainly of all there are, "doubtful" where it seems so."""
    before = text[: figure.start]
    if figure.kind == "part":
        return "false" if (figure.of or 0) > found.length.size else ""
    if found.length.areas and THE.search(before) and _of_own(passage, found.behind):
        return "doubtful"
    if SOME.match(found.behind) or _other_year(passage, text):
        return ""
    if WHOLE.search(before):
        return "false"
    owned = OWNED.search(before) and (not found.length.areas or _of_all(passage, before))
    whole = not found.length.areas or found.between
    return "doubtful" if owned or (whole and THE.search(before)) else ""


def _of_own(passage: Passage, behind: str) -> bool:
    """Say whether things are those "of" the partnership's own area, and not some of them."""
    led = OF.match(behind)
    named = mentions(behind, passage.vocabulary) if led else ()
    own = bool(named) and led is not None and named[0].start == led.end()
    after = behind[named[0].end :] if named else ""
    return own and named[0].id == own_area(passage.assessment) and not PARTLY.match(after)


def _of_all(passage: Passage, before: str) -> bool:
    """Say whether a text speaks of the partnership's own area, or of "it"."""
    own = own_area(passage.assessment)
    named = mentions(before, passage.vocabulary)
    return not named or any(m.id == own or m.kind == "partner" for m in named)


def _other_year(passage: Passage, text: str) -> bool:
    own = span(passage.assessment.period)
    return any(m.kind == "period" and m.id != own for m in mentions(text, passage.vocabulary))


def _counted(text: str, figure: Figure, known: list[Length]) -> Counted | None:
    """Find which list's things stand behind a number, with nothing but plain words between."""
    behind = [w for w in words(text[figure.end :])[: 2 * PHRASE] if w.plain != "the"]
    plain = tuple(w.plain for w in behind)
    for skipped in range(PHRASE):
        for length in known:
            end = skipped + len(length.name)
            if plain[skipped:end] == length.name and set(plain[:skipped]) <= NEUTRAL:
                after = text[figure.end + behind[end - 1].end :]
                return Counted(length, plain[:skipped], after)
    return None


def lengths(assessment: Assessment) -> list[Length]:
    """Give what the edition lists: its lists, priorities and recommendations.

    Not statistical areas, of which a partnership names only some, nor the group of peers, whose
    size is one more than its list holds.
    """
    kinds = {plural(a.kind).casefold(): a.kind.isupper() for a in assessment.gazetteer}
    sizes = {n: len(items) for n, items in assessment.lists.items() if not kinds.get(n)}
    sizes.pop("peer group", None)
    sizes |= _of_kinds(assessment, assessment.lists)
    sizes |= {"priorities": len(assessment.priorities)}
    sizes |= {"recommendations": len(assessment.recommendations)}
    named = [(name, name) for name, size in sizes.items() if size]
    named += [(each, AUTHORITIES) for each in STATUTORY if sizes.get(AUTHORITIES)]
    unlisted = _of_kinds(assessment, assessment.lists)
    said = {of: as_word(n) for of, n in unlisted.items()}
    return [
        Length(form(name), sizes[of], said.get(of, f"[number of {of}]"), name in kinds)
        for name, of in named
    ]


def _of_kinds(assessment: Assessment, listed: Collection[str]) -> dict[str, int]:
    """Count the areas of each kind that no list holds, but for statistical areas."""
    kinds = Counter(a.kind for a in assessment.gazetteer if a.kind and not a.kind.isupper())
    known = {plural(kind).casefold(): number for kind, number in kinds.items()}
    return {kind: n for kind, n in known.items() if n > 1 and kind not in listed}
