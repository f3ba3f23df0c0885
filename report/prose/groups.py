"""Check how many members a text says the group of peers has."""

import re
from collections.abc import Iterator

from report.assessment import Assessment
from report.errors import Problem
from report.prose.mentions import mentions
from report.prose.passage import Passage
from report.prose.sentences import sentences
from report.prose.things import not_so_many, typed
from report.words import as_word

# Behind a number of members, the partnership itself counted, and without it.
MEMBERS = re.compile(r"\s+(?:members|partnerships|areas|CSPs|districts)\b", re.IGNORECASE)
OTHERS = re.compile(r"\s+(?:other|further)\s+(?:members|partnerships|areas|CSPs|districts)\b")
# Before such a number: "a group of 15", "consisting of 15 partnerships".
GROUP = re.compile(r"\bgroup of $", re.IGNORECASE)
WHOLE = re.compile(r"\b(?:consist\w* of|compris\w*(?: of)?|made up of|all) $", re.IGNORECASE)


def wrong_groups(passage: Passage) -> Iterator[Problem]:
    """Find "a most similar group of 16" where positions are of 15."""
    size = _size(passage.assessment)
    for sentence in sentences("" if passage.quoted or not size else passage.text):
        text = sentence.text
        if not any(m.kind == "peer group" for m in mentions(text, passage.vocabulary)):
            continue
        for figure in typed(passage, text):
            before, behind = text[: figure.start], text[figure.end :]
            others = OTHERS.match(behind)
            whole = GROUP.search(before) or (WHOLE.search(before) and MEMBERS.match(behind))
            right = size - 1 if others else size
            if figure.kind == "count" and (others or whole) and figure.value != right:
                what, do = f"are {right}: positions are of {size}", f"write {as_word(right)}"
                yield not_so_many(passage, text, sentence.start, figure, what, do, false=True)


def _size(assessment: Assessment) -> int:
    """Give the size of the group that all positions stand in; 0 where they differ, or are none."""
    sizes = {f.of for f in assessment.findings().values() if f.measure == "position" and f.of}
    return int(sizes.pop()) if len(sizes) == 1 else 0
