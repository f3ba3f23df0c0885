"""Find sentences that claim more than the data carries: a trend, a cause, an effect, a run.

Arithmetic is never refused. A word of `config/inference.yaml` is, where a sentence speaks of a
figure and nothing that was computed carries the word; not where it says whose view it gives.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Protocol

from report.assessment import Finding
from report.prose.brackets import CITES
from report.prose.directions import turns
from report.prose.numerals import CARDINALS, ORDINALS, whole

SOURCE = re.compile(CITES)
# Years that a run is said to last: "third year running", "for four consecutive years".
LASTS = re.compile(
    rf"\b({'|'.join([*ORDINALS, *CARDINALS])}|\d+)(?:st|nd|rd|th)?\s+(?:\w+\s+){{0,2}}years?\b",
    re.IGNORECASE,
)
TREND_MEASURES = ("trend", "growth")
TESTED = ("count", "month", "harm")


class Group(Protocol):
    """Words that need the same to carry them; see `config/inference.yaml`."""

    @property
    def name(self) -> str:
        """What they claim."""

    @property
    def carried_by(self) -> str:
        """What has to be there for a sentence to use one of them: a key of CARRIED."""

    @property
    def words(self) -> tuple[str, ...]:
        """Words and phrases, in lower case."""

    @property
    def why(self) -> str:
        """Why a sentence may not use them otherwise."""

    @property
    def do(self) -> str:
        """What to write instead."""


class Rule(Protocol):
    """Which words say more than counts do, and what lets a sentence use them all the same."""

    @property
    def attributed(self) -> tuple[str, ...]:
        """Words by which a sentence says whose view it gives."""

    @property
    def denied(self) -> tuple[str, ...]:
        """Words of a denial."""

    @property
    def reach(self) -> int:
        """So many words before a word, at most, a denial denies it."""

    @property
    def steps(self) -> int:
        """The fewest steps between years that make a trend."""

    @property
    def groups(self) -> Sequence[Group]:
        """The words, by what they claim."""


@dataclass(frozen=True)
class Refused:
    """A word that nothing carries, its letters in the sentence, and the group it belongs to."""

    start: int
    end: int
    word: str
    group: Group

    @property
    def what(self) -> str:
        """Say what is wrong."""
        return f"'{self.word}' claims {self.group.name}: {self.group.why}"


def refused(sentence: str, spoken: Sequence[Finding], rule: Rule) -> Iterator[Refused]:
    """Find the words of a sentence that claim what its data does not carry.

    spoken: every finding of the categories and areas that the sentence speaks of; a sentence that
    speaks of none claims nothing of the data.
    """
    if not spoken or SOURCE.search(sentence) or _any(rule.attributed).search(sentence):
        return
    for group in rule.groups:
        for match in _any(group.words).finditer(sentence):
            if _denied(sentence[: match.start()], rule) or CARRIED[group.carried_by](
                sentence, spoken, rule
            ):
                continue
            yield Refused(match.start(), match.end(), match[0], group)
            break


@cache
def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(words, key=len, reverse=True)
    patterns = [re.escape(word).replace(r"\ ", r"\s+") for word in longest]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})(?![\w-])", re.IGNORECASE)


def _denied(before: str, rule: Rule) -> bool:
    near = re.split(r"[.;]", " ".join(before.split()[-rule.reach :]))[-1]
    return bool(_any(rule.denied).search(near))


def _ways(sentence: str) -> set[int]:
    return {turn.way for turn in turns(sentence)}


def _agrees(sentence: str, way: float) -> bool:
    """Say whether a direction is the sentence's, or the sentence tells none."""
    said = _ways(sentence) - {0}
    return way != 0 and (not said or (1 if way > 0 else -1) in said)


def _trend(sentence: str, spoken: Sequence[Finding], rule: Rule) -> bool:
    every = (f for f in spoken if f.measure in TREND_MEASURES)
    ways = [*map(_steady, every), *(_before(finding, rule.steps) for finding in spoken)]
    return any(_agrees(sentence, way) for way in ways)


def _before(finding: Finding, fewest: int) -> int:
    """Give the way that every year shown before the last one went; 0 where they differ."""
    steps = [b.value - a.value for a, b in pairwise(finding.series[:-1])]
    ways = {(step > 0) - (step < 0) for step in steps}
    return ways.pop() if len(ways) == 1 and len(steps) >= fewest else 0


def _steady(finding: Finding) -> float:
    """Give the way of a trend: of the years, or of the months where their interval leaves out 0."""
    between = finding.interval
    if finding.measure == "growth" and (between is None or between.low <= 0 <= between.high):
        return 0
    return finding.value or 0


def _run(sentence: str, spoken: Sequence[Finding], rule: Rule) -> bool:
    years = [int(whole(found[1]) or 0) for found in LASTS.finditer(sentence)]
    steps = [[b.value - a.value for a, b in pairwise(f.series)] for f in spoken if f.series]
    return any(
        len(own) >= asked > 1 and all(_agrees(sentence, step) for step in own[-asked:])
        for asked in years
        for own in steps
        if len({step > 0 for step in own[-asked:]}) == 1
    )


def _verdict(sentence: str, spoken: Sequence[Finding], rule: Rule) -> bool:
    better = re.search(r"\bimprov", sentence, re.IGNORECASE) is not None
    sign = -1 if better else 1
    verdicts = [f for f in spoken if f.measure == "verdict" and f.value is not None]
    moves = [f for f in spoken if f.measure == "position" and f.change and "position" in sentence]
    return any(f.value == sign for f in verdicts) or any(
        ((f.change or 0) > 0) == better for f in moves
    )


def _tested(sentence: str, spoken: Sequence[Finding], rule: Rule) -> bool:
    """A change that is clear; nothing else is looked at where none is said to have changed."""
    if not _ways(sentence) - {0}:
        return True
    clear = [f for f in spoken if f.measure in TESTED and f.variation and f.variation.clear]
    return any(_agrees(sentence, f.change or 0) for f in clear)


# What has to carry a word -> whether it does.
CARRIED: Mapping[str, Callable[[str, Sequence[Finding], Rule], bool]] = {
    "a trend": _trend,
    "a run": _run,
    "a verdict": _verdict,
    "the test": _tested,
    "nothing": lambda sentence, spoken, rule: False,
}
