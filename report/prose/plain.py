"""Read the sentences that stand in no bracket: what they claim, and whether it is true.

A plain sentence may speak of something that only its writer knows. It counts as false where it
names its subject itself, or where another figure of it holds; what is said of a part of the
subject, of another time or of a wider area is left alone.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from report.assessment import Assessment
from report.errors import Problem
from report.prose.bracketed import OwnWords
from report.prose.brackets import BRACKET, SOURCE
from report.prose.checking import Verdict, check
from report.prose.claims import Claim, Said, claims
from report.prose.directions import COMPARED, FALL, FELL, RISE, ROSE
from report.prose.elsewhere import elsewhere
from report.prose.figures import Figure
from report.prose.nouns import COUNTED
from report.prose.passage import Passage
from report.prose.sentences import APART, Sentence, sentence_at, unwrapped
from report.prose.standing import Facts
from report.prose.subjects import Spoken
from report.prose.typed import blanked, typed

# Verbs that say by themselves that something went a way; nouns where a sentence says there was one.
MOVED = frozenset(
    (
        *(*ROSE, *FELL, "climbed", "dropped"),
        *(
            f"{verb} {way}"
            for verb in ("went", "is", "are", "was", "were")
            for way in ("up", "down")
        ),
    )
)
THERE_WAS = re.compile(
    r"\b(?:there\s+(?:was|has\s+been|is)|saw|seen|recorded|experienced|shows?|showed|had)\s+an?\s+"
    r"(?:(?:clear|further|slight|small|large|significant|marked|sharp|overall|net)\s+)*$",
    re.IGNORECASE,
)
THAN_BEFORE = re.compile(
    r"\s+than\s+(?:in\s+)?(?:last\s+year|(?:an?|the)\s+(?:previous\s+)?year)\b", re.IGNORECASE
)
# Behind a superlative: what findings put in order.
RANKED = re.compile(
    r"\s+(?:category|(?:crime|offence)\s+type)(?=\s+(?:is|was|remains|remained)\b)"
    r"|\s+(?:recorded\s+|reported\s+)?(?:counts?|numbers?|volumes?|totals?|offences|crimes?|incidents)\b",
    re.IGNORECASE,
)
# Behind a count: what is no offence.
OTHERS = re.compile(
    r"(?:people|residents|areas?|officers|days|hours|times|groups?|partners|members|young|referrals"
    r"|clients|households|homes|vehicles|addresses)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Plain:
    """A claim that stands in no bracket.

    Attributes:
        claim: with its places in the text of the passage. sentence: that it stands in.
        apart: whether its sentence may be about something else than its subject: a wider area,
            a part of it, another time.
        sure: whether its sentence, or the one before in its paragraph, tells what it speaks of.
        held: where its figures begin that are right.
    """

    passage: Passage
    claim: Claim
    spoken: Spoken
    verdict: Verdict
    sentence: Sentence
    sure: bool
    held: frozenset[int]
    apart: bool = False

    @property
    def false(self) -> bool:
        """Whether it contradicts a finding that it surely speaks of."""
        itself = self.spoken.others and self.spoken.others == self.spoken.readings[0]
        if self.verdict.truth != "false" or itself or self.elsewhere:
            return False
        if not self.claim.said:
            return self.sure and self._plainly
        return self.sure or bool(self.held) or self.verdict.grade == "rounding"

    @property
    def asserts(self) -> bool:
        """Whether it says something of what its sentence names, and of nothing else."""
        held = self.spoken.denied or self.spoken.leads or self.elsewhere
        return self.spoken.certain and not held and not self.spoken.others

    @property
    def moved(self) -> bool:
        """Whether it says without a figure that something went a way."""
        return not self.claim.said and not self.claim.rank and self._plainly

    @property
    def _plainly(self) -> bool:
        """Whether a claim without a figure says of a count that it moved, or that it is first."""
        if self.claim.rank:
            behind = self.passage.text[self.claim.rank.end :]
            rank = self.claim.rank
            return bool(rank.of) or rank.counts or RANKED.match(behind) is not None
        if BRACKET.search(self.sentence.text):
            return False
        before = unwrapped(self.passage.text)[: self.claim.start]
        said = self.claim.text.casefold()
        if said in COMPARED:
            earlier = THAN_BEFORE.match(self.passage.text, self.claim.end)
            return earlier is not None or bool(self.claim.than and self.spoken.others)
        return said in MOVED or (said in (*RISE, *FALL) and THERE_WAS.search(before) is not None)

    @property
    def elsewhere(self) -> bool:
        """Whether it may be about something else: a wider area, a part of it, another time."""
        if self.held or self.verdict.grade == "rounding":
            return False
        counts = [said.figure for said in self.claim.said if said.role in ("count", "difference")]
        roles = {said.role for said in self.claim.said}
        bound = BRACKET.search(self.sentence.text) is not None
        return (
            self.apart
            or any(_of_others(figure) for figure in counts)
            or ("share" in roles and not self.spoken.whole)
            or (bound and bool(roles) and roles <= {"part", "areas"})
        )


def _of_others(figure: Figure) -> bool:
    """Say whether a number counts no offences: it is none of a count, or of something else."""
    noun = figure.after.partition(" ")[0]
    if figure.word and noun not in COUNTED:
        return True
    return OTHERS.match(noun) is not None or (figure.value or 0) % 1 != 0


@dataclass(frozen=True)
class PlainText:
    """Reads the plain sentences of one edition."""

    own: OwnWords
    facts: Facts

    @classmethod
    def of(cls, assessment: Assessment) -> "PlainText":
        """Make the reader of an edition."""
        return cls(OwnWords(assessment), Facts.of(assessment))

    def claims(self, passage: Passage) -> Iterator[Plain]:
        """Read every claim of a text that stands in no bracket and is not cited."""
        text = unwrapped(blanked(passage.text))
        names = [(m.start, m.end) for m in self.own.reader.names(text) if m.kind != "period"]
        vouched = set(self._vouched(passage))
        last: Plain | None = None
        for claim in claims(text, names):
            known = vouched & {said.figure.start for said in claim.said}
            cited = SOURCE.search(sentence_at(passage.text, claim.start).text)
            found = None if known or cited else self._plain(passage, claim, last)
            if found:
                yield found
                last = found

    def cited(self, passage: Passage) -> Iterator[Plain]:
        """Read every claim of a text a figure of which has a source behind it.

        The passages of what is read are without the sources, whose words and years are theirs.
        """
        without = SOURCE.sub(lambda m: re.sub(r"\S", " ", m[0]), passage.text)
        bare = replace(passage, text=without)
        text = unwrapped(blanked(without))
        names = [(m.start, m.end) for m in self.own.reader.names(text) if m.kind != "period"]
        places = {each.place for each in typed(passage.text, passage.vocabulary) if each.cited}
        for claim in claims(text, names) if places else ():
            if places & {said.figure.start for said in claim.said}:
                found = self._plain(bare, claim, None)
                yield from [found] if found else ()

    def _vouched(self, passage: Passage) -> Iterator[int]:
        """Give the places of the figures that are cited or quoted."""
        for each in typed(passage.text, passage.vocabulary):
            if each.cited or self.facts.nearest(each).standing == "quoted":
                yield each.place

    def _plain(self, passage: Passage, claim: Claim, last: Plain | None) -> Plain | None:
        text = unwrapped(passage.text)
        sentence = sentence_at(passage.text, claim.start)
        spoken = self.own.reader.spoken(text, claim, passage.section, passage.heading)
        nothing = self.own.names_nothing(text, claim.start)
        if spoken is None or nothing:
            return None
        verdict = self._checked(claim, spoken)
        sure = spoken.certain or bool(last and _goes_on(last, verdict, text, claim))
        held = frozenset(
            said.figure.start for said in claim.said if self._holds(claim, said, spoken)
        )
        names = self.own.reader.names(sentence.text)
        rank = claim.rank.text if claim.rank else ""
        other = elsewhere(sentence.text, names, verdict.findings, rank)
        return Plain(passage, claim, spoken, verdict, sentence, sure, held, other)

    def _holds(self, claim: Claim, said: Said, spoken: Spoken) -> bool:
        """Say whether one figure of a claim is right for itself, and says something."""
        way = claim.direction if said.role in ("part", "areas") else ""
        alone = replace(claim, direction=way, contrary=False, said=(said,), rank=None, tested="")
        verdict = self._checked(alone, spoken)
        return (verdict.truth, verdict.grade) == ("true", "holds")

    def _checked(self, claim: Claim, spoken: Spoken) -> Verdict:
        return check(claim, spoken, self.own.known, asserted=False)


def plain(passages: Sequence[Passage]) -> Iterator[Plain]:
    """Read every claim of the passages that stands in no bracket and is not cited."""
    if not passages:
        return
    reading = PlainText.of(passages[0].assessment)
    for passage in passages:
        if passage.kind in ("prose", "sentence") and not passage.quoted:
            yield from reading.claims(passage)


def false(read: Iterable[Plain], own: OwnWords) -> Iterator[Problem]:
    """Tell of plain claims that contradict a finding; in a final edition they are errors.

    Each stands where its first figure or word does.
    """
    for each in read:
        passage, claim = each.passage, each.claim
        at = min((said.figure.start for said in claim.said), default=claim.start)
        told = (passage.at(claim.start), passage.section, passage.text, at)
        problem = own.problem(each.verdict, *told) if each.false else None
        if problem:
            yield problem


def _goes_on(last: Plain, verdict: Verdict, text: str, claim: Claim) -> bool:
    """Say whether a claim goes on with a finding that the one before it is right about."""
    same = {f.id for f in last.verdict.findings} & {f.id for f in verdict.findings}
    apart = APART.search(text[last.claim.end : claim.start])
    return bool(same) and apart is None and (last.sure or bool(last.held))
