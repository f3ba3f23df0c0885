"""Evidence that says which way it points: it holds, has turned, or means nothing."""

import re

import pytest

from report.assessment import Finding
from report.document.citing import Turned, cited
from report.names import Index, Unknown
from report.periods import snapshot
from report.words import DIRECTIONS, FORMS
from tests.made_up import ROOT
from tests.small import PERIOD, assessment, finding, section

BEFORE = PERIOD.earlier()

SHOPLIFTING = finding(
    "count.shoplifting", "Shoplifting", 130, previous=100, change=30, change_pct=30.0
)
ROBBERY = finding("count.robbery", "Robbery", 40, previous=40, change=0, change_pct=0.0)
NEW = finding("count.drones", "Drones: by day", 4)
PLACE = finding(
    "position.robbery",
    "Robbery",
    13,
    unit="position",
    of=15,
    previous=14,
    change=1,
    previous_period=snapshot(BEFORE.last),
)
TREND = finding("trend.robbery", "Robbery", -1, unit="direction", of=3)


def index() -> Index:
    """Index the findings above."""
    found = (SHOPLIFTING, ROBBERY, NEW, PLACE, TREND)
    made = assessment(section("analysis", findings=found))
    return Index(made, {name: form.measures for name, form in FORMS.items()})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shoplifting change", SHOPLIFTING),
        ("Shoplifting change: rose", SHOPLIFTING),
        ("Shoplifting change : Rose", SHOPLIFTING),
        ("Robbery count: unchanged", ROBBERY),
        # from 14th to 13th of 15, nearer to the lowest rate
        ("Robbery position change: moved up", PLACE),
        ("Robbery trend: fell", TREND),
        # a name may hold a colon itself
        ("Drones: by day count", NEW),
    ],
)
def test_evidence_that_holds(text: str, expected: Finding) -> None:
    """The finding is cited, with or without the way that it points."""
    assert cited(text, index())[0] == expected


@pytest.mark.parametrize(
    ("text", "what", "do"),
    [
        (
            "Shoplifting change: fell",
            "'Shoplifting change' was cited as 'fell', "
            "but Shoplifting rose by 30.0%, from 100 to 130",
            "write 'Shoplifting change: rose'",
        ),
        (
            "Robbery change: rose",
            "'Robbery change' was cited as 'rose', but Robbery was unchanged at 40",
            "write 'Robbery change: unchanged'",
        ),
        (
            "Robbery position: moved down",
            "'Robbery position' was cited as 'moved down', "
            "but Robbery moved up from 14th to 13th of 15",
            "write 'Robbery position: moved up'",
        ),
        # no earlier count is there any more
        (
            "Drones: by day count: rose",
            "'Drones: by day count' was cited as 'rose', but Drones: by day: 4 offences",
            "write 'Drones: by day count' alone",
        ),
    ],
)
def test_evidence_that_has_turned(text: str, what: str, do: str) -> None:
    """Both figures are told, and what to write once the recommendation was looked at."""
    with pytest.raises(Turned) as found:
        cited(text, index())

    assert found.value.what == what
    assert found.value.do == f"look whether the recommendation still holds, and then {do}"


@pytest.mark.parametrize(
    ("text", "what", "do"),
    [
        (
            "Shop change: rose",
            "unknown finding 'Shop change'",
            "did you mean 'Shoplifting change'?",
        ),
        (
            "Shoplifting change: grew",
            "'Shoplifting change' never has the direction 'grew'",
            "use one of fell, rose, unchanged",
        ),
    ],
)
def test_evidence_that_means_nothing(text: str, what: str, do: str) -> None:
    """A misspelt name, and a word that is no direction of what the finding measures."""
    with pytest.raises(Unknown) as found:
        cited(text, index())

    assert (found.value.what, found.value.do) == (what, do)


def test_every_direction_stands_in_the_reference() -> None:
    """config/README.md names the words."""
    text = (ROOT / "config" / "README.md").read_text(encoding="utf-8")
    part = text.partition("<!-- directions -->")[2].partition("<!-- end -->")[0]

    assert re.findall("`(.+?)`", part) == [way for ways in DIRECTIONS.values() for way in ways]
