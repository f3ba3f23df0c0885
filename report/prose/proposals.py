"""Propose to bind plain sentences to findings, in the author's own words.

`Robbery fell by 30%, from 57 to 40` becomes `Robbery [fell by 30%, from 57 to 40]`. What is
proposed is read again as a bracket, and has to be true of the same findings there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from report.assessment import Finding
from report.errors import Where
from report.names import Unknown
from report.prose.bracketed import Around, OwnWords
from report.prose.directions import turns
from report.prose.passage import Passage
from report.prose.plain import Plain, plain

# What belongs to the last figure of a claim: its noun, and the bracket that it closes.
NOUN = re.compile(r"[ \t]+(?:recorded[ \t]+)?(?:crimes?|offences?|incidents?|complaints?)\b", re.I)
CLOSING = re.compile(r"[^\n()\[\]]{0,40}\)")
FROM = re.compile(r"\bfrom\s+$")
NEAR = len(" by about ")  # letters between a direction and its figure
# A place that is named so is no coincidence: "12/15".
PLACE = re.compile(r"\d+=?/\d+")


@dataclass(frozen=True)
class Proposal:
    """A plain claim that could be bound.

    Attributes:
        start, end: the letters of the passage that would stand in brackets.
        sentence: as it is. becomes: the same with the brackets.
        findings: that it would be bound to. sure: whether it can mean nothing else.
        house: the bracket that prints it in the house's words.
        false: whether it is not true now; it is shown, and never written.
        instead: the words that would be true.
    """

    passage: Passage
    start: int
    end: int
    sentence: str
    becomes: str
    findings: tuple[Finding, ...]
    sure: bool
    house: str
    false: bool
    instead: str

    @property
    def where(self) -> Where:
        """The line of its first letter."""
        return self.passage.at(self.start)


def proposals(passages: Sequence[Passage]) -> Iterator[Proposal]:
    """Find the plain claims with a figure that a finding tells, and those it contradicts."""
    own = OwnWords(passages[0].assessment) if passages else None
    for each in plain(passages):
        told = each.false or (each.verdict.truth == "true" and each.held)
        if own and told and each.claim.said and each.verdict.findings:
            found = (_proposal(each, span, own) for span in (_trimmed(each), _whole(each)))
            yield from [made for made in found if made][:1]


def _proposal(each: Plain, span: tuple[int, int], own: OwnWords) -> Proposal | None:
    text, (start, end) = each.passage.text, span
    inner = text[start:end]
    if "[" in inner or inner.count("*") % 2 or "\n\n" in inner or _alone(text, start, end):
        return None
    findings = each.verdict.findings
    if not each.false:
        findings = _read(own, each, span)
        if not findings:
            return None
    return Proposal(
        *(each.passage, start, end, each.sentence.text, _becomes(each, span), findings),
        sure=each.sure or len(each.held) > 1 or _rare(each),
        house=_house(each, findings[0]),
        false=each.false,
        instead=each.verdict.instead,
    )


def _house(each: Plain, finding: Finding) -> str:
    """Give the bracket that says the same in the house's words."""
    name, within, area = finding.label.partition(" in ")
    return f"[{name} {_form(each, finding)}{within}{area}]"


def _form(each: Plain, finding: Finding) -> str:
    roles = {said.role for said in each.claim.said}
    if finding.measure == "position" and any(said.before for said in each.claim.said):
        return "position change"
    if finding.measure in ("share", "rate", "position"):
        return finding.measure
    if roles == {"difference"}:
        return "difference"
    return "change" if each.claim.direction or "change" in roles else "count"


def _becomes(each: Plain, span: tuple[int, int]) -> str:
    """Give the sentence with the bracket in it."""
    text, (start, end), around = each.passage.text, span, each.sentence
    begins, ends = min(around.start, start), max(around.end, end)
    return f"{text[begins:start]}[{text[start:end]}]{text[end:ends]}"


def _whole(each: Plain) -> tuple[int, int]:
    return _closed(each.passage.text, each.claim.start, each.claim.end)


def _trimmed(each: Plain) -> tuple[int, int]:
    """Keep the figures of a claim, with the words for a direction right before and behind them."""
    text, figures = each.passage.text, [said.figure for said in each.claim.said]
    start, end = min(f.start for f in figures), max(f.end for f in figures)
    for turn in turns(text):
        if turn.end <= start <= turn.end + NEAR and each.claim.start <= turn.start:
            start = turn.start
        elif end < turn.start <= end + 1:
            end = turn.end
    since = FROM.search(text[:start])
    return _closed(text, since.start() if since else start, end)


def _closed(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in the noun behind the last figure, and close a bracket that was opened."""
    noun = NOUN.match(text, end)
    end = noun.end() if noun else end
    if text.count("(", start, end) > text.count(")", start, end):
        closing = CLOSING.match(text, end)
        end = closing.end() if closing else end
    return start, end


def _alone(text: str, start: int, end: int) -> bool:
    """Say whether nothing else stands on its line, where a bracket would place something."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    behind = text[end:].partition("\n")[0]
    return not (before.strip() or behind.strip())


def _rare(each: Plain) -> bool:
    """Say whether a figure is right that hits no other finding by chance."""
    counts = [s.figure for s in each.claim.said if s.role in ("count", "difference")]
    distinct = each.passage.assessment.wording.distinct
    many = any(0 < distinct <= (figure.value or 0) for figure in counts)
    return many or PLACE.search(each.claim.text) is not None


def _read(own: OwnWords, each: Plain, span: tuple[int, int]) -> tuple[Finding, ...]:
    """Give the findings that the bracket would be bound to, all known to the sentence already."""
    text, (start, end) = each.passage.text, span
    bound = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    around = Around(bound, start + 1, each.passage.section, each.passage.heading)
    try:
        verdicts = own.verdicts(text[start:end], around)
    except Unknown:
        return ()
    if not all(v.truth == "true" for v in verdicts):
        return ()
    found = {f.id: f for v in verdicts for f in v.findings}
    known = {f.id for f in each.verdict.findings}
    named = {f.id: f.label for f in own.assessment.findings().values()}
    whole = all(named.get(f.id) == f.label for f in found.values())  # and no sum of several
    return tuple(found.values()) if whole and found.keys() <= known else ()
