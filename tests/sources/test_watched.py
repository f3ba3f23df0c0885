"""What a source of single offences holds, and which of its categories add up to one."""

from datetime import date

import pytest

from report.config.categories import CategoryKeys
from report.config.guard import read_guard
from report.measures.coverage import Short
from report.sources.coverage import Coverage
from report.sources.tallies import Fate
from report.sources.watched import Watched
from tests.made_up import ROOT

APRIL = date(2023, 4, 1)
CATEGORIES = {
    "crime": CategoryKeys(label="Crime", parts=("burglary", "knife")),
    "burglary": CategoryKeys(label="Burglary"),
    "knife": CategoryKeys(label="Knife Crime"),
}


def held() -> Watched:
    """Watch a file of one burglary, flagged as knife crime."""
    made = Coverage()
    made.add(Fate("", day=APRIL, categories=("burglary", "knife"), place="E01999901"))
    return Watched(made, read_guard(ROOT), CATEGORIES, frozenset(("knife",)))


def test_what_is_flagged_is_part_of_no_sum() -> None:
    """The burglary is one crime, not two; and knife crime is itself."""
    assert held().parts("crime") == ("burglary",)
    assert held().parts("knife") == ("knife",)


def test_partial_months_are_found_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sections ask for the same category time and again."""
    asked = []

    def counted(*_: object) -> tuple[Short, ...]:
        asked.append(1)
        return ()

    monkeypatch.setattr("report.measures.coverage.partial", counted)
    file = held()
    file.short("burglary")
    first = len(asked)
    file.short("burglary")

    assert len(asked) == first
