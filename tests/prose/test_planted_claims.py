"""Every finding of an edition put into words in brackets: true as it is, false once turned."""

from collections import Counter
from collections.abc import Iterator
from functools import cache

from report import words
from report.assessment import Finding
from report.prose.bracketed import Around, OwnWords
from tests.made_up import ROOT
from tests.pages import assessed
from tests.planting import plants
from tests.small import section

MEASURES = ("count", "share", "position")
# "makes up" tells no direction.
NOT_TURNED = ("up", "down")


@cache
def own_words() -> OwnWords:
    return OwnWords(assessed(ROOT / "config" / "charnwood" / "2023-24.yaml"))


def said(finding: Finding) -> str:
    """Word a finding as a person may: a share makes up so much of its whole."""
    text = words.headline(finding)
    return f"makes up {text}" if finding.measure == "share" else text


def truths(finding: Finding, inner: str) -> list[str]:
    """Check what a bracket behind the finding's name claims."""
    around = Around(
        f"{finding.label} [{inner}].", len(finding.label) + 2, section("none", title="")
    )
    return [verdict.truth for verdict in own_words().verdicts(inner, around)]


def findings() -> Iterator[Finding]:
    every = own_words().assessment.findings().values()
    return (f for f in every if f.measure in MEASURES and f.category and not f.small_base)


def test_what_the_program_says_itself_is_true() -> None:
    """No false alarm: each count, share and position in its own words."""
    assert [f.id for f in findings() if set(truths(f, said(f))) != {"true"}] == []


def test_a_digit_a_direction_or_a_place_that_is_turned_is_false() -> None:
    """At least 95 % of the falsehoods that can be planted; no year or reference is claimed."""
    caught = Counter(
        "false" in truths(finding, plant.into(said(finding)))
        for finding in findings()
        for plant in plants(said(finding))
        if plant.way in ("digit", "rank", "direction") and plant.words not in NOT_TURNED
    )
    assert caught.total() > 100
    assert caught[True] >= 0.95 * caught.total()
