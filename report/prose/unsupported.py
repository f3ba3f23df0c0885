"""Check that a passage infers nothing that its data does not carry."""

import re
from collections.abc import Iterator

from report import words
from report.assessment import Finding
from report.errors import Problem
from report.prose.brackets import BRACKET
from report.prose.directions import turns
from report.prose.figures import figures
from report.prose.inference import refused
from report.prose.mentions import mentions
from report.prose.passage import Passage, warning_name
from report.prose.sentences import sentences

# What a sentence may speak of without the name of a category.
OFFENCES = re.compile(r"\b(?:crimes?|offences?|incidents?|recorded)\b", re.IGNORECASE)
PARAGRAPHS = ("prose", "sentence")


def unsupported(passage: Passage) -> Iterator[Problem]:
    """Refuse words that claim a trend, a cause, an effect and the like of a change."""
    if passage.rule is None or passage.kind not in PARAGRAPHS:
        return
    for one in sentences(passage.text):
        spoken = _spoken(one.text, passage)
        for found in refused(BRACKET.sub(_own_words, one.text), spoken, passage.rule):
            id_ = warning_name("inference", passage.section, found.word)
            place = one.start + found.start
            yield passage.says(found.what, found.group.do, id_, place, false=True)


def _own_words(match: re.Match[str]) -> str:
    """Blank out a bracket whose words the program writes; keep the author's own."""
    own = turns(match[0]) or figures(match[0])
    return match[0] if own else " " * len(match[0])


def _spoken(sentence: str, passage: Passage) -> list[Finding]:
    """Give the findings that a sentence speaks of; none where it tells no change."""
    if not (turns(sentence) or any(_compares(m[0]) for m in BRACKET.finditer(sentence))):
        return []
    named = mentions(sentence, passage.vocabulary)
    categories = {m.id for m in named if m.kind == "category"}
    areas = {m.name for m in named if m.kind == "area"} - {passage.assessment.partnership.area_name}
    if not categories and not OFFENCES.search(sentence):
        return []
    return [
        finding
        for finding in passage.assessment.findings().values()
        if (finding.category in categories or not categories)
        and (finding.area in areas or (not finding.area and not areas))
    ]


def _compares(bracket: str) -> bool:
    """Say whether a bracket asks for a change."""
    forms = (name for name, form in words.FORMS.items() if form.compares)
    return any(re.search(rf"\b{name}(?:\]| in )", bracket, re.IGNORECASE) for name in forms)
