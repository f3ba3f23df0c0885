"""The ledgers of the committed editions hold every number, and bind it as a reader would."""

import re
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from report.assessment import load
from report.document import marked
from report.finished import page
from report.ledger import account, entries
from report.ledger.setting import Accounted
from tests.conftest import Built
from tests.editions import EDITIONS
from tests.made_up import ROOT

DIGITS = re.compile(r"\d+")
SEED, PICKED = 6, 50

# Sentences as they are printed, and the finding that a person who reads them would name for each
# number in turn: read by hand, in the order of the pages. "" is for a number of no finding.
READINGS = {
    "Shoplifting rose by 42.9%, from 515 to 736 (a clear rise). That is 221 more offences": (
        *("count.shoplifting", "count.shoplifting", "count.shoplifting", "count.shoplifting"),
    ),
    "Robbery fell by 29.8%, from 57 to 40 (within normal variation). There were 17 fewer": (
        *("count.robbery", "count.robbery", "count.robbery", "count.robbery"),
    ),
    "Residential burglary rose by 3.9%, from 358 to 372 (within normal variation). Theft of "
    "vehicles rose by 2.5%, from 243 to 249": (
        *("count.burglary-residential", "count.burglary-residential"),
        *("count.burglary-residential", "count.theft-of-vehicles", "count.theft-of-vehicles"),
        "count.theft-of-vehicles",
    ),
    "For All Crime Charnwood stayed 12th of 15": ("position.all-crime",),
    "Robbery moved up from 4th to 2nd of 15; residential burglary moved down from 13th to 15th of "
    "15": (
        *("position.robbery", "position.robbery"),
        *("position.burglary-residential", "position.burglary-residential"),
    ),
    "Beat 62 and Beat 65 together recorded 3,498 offences, 36.4% of all": (
        *("", "", "count.all-crime.beat-62-and-beat-65", "share.all-crime.beat-62-and-beat-65"),
    ),
    "Beat 61 recorded 24 fewer offences than Beat 65": (
        *("", "gap.all-crime.beat-65.beat-61", ""),
    ),
    "recorded 65.1% of all that the beats recorded": ("share.all-crime.beats-62-65-61-and-64",),
    "Beat 60 rose by 19.5%, from 440 to 526": (
        *("", "count.all-crime.beat-60", "count.all-crime.beat-60", "count.all-crime.beat-60"),
    ),
    "Beat 56 rose by 8.7%, from 577 to 627": (
        *("", "count.all-crime.beat-56", "count.all-crime.beat-56", "count.all-crime.beat-56"),
    ),
    "Complaints of anti-social behaviour fell by 6.2%, from 1,593 to 1,495": (
        *("count.asb-complaints", "count.asb-complaints", "count.asb-complaints"),
    ),
    "hate crime fell by 33.5%, from 212 to 141": (
        *("count.hate-crime", "count.hate-crime", "count.hate-crime"),
    ),
    "Burglary – Business fell by 2.1%, from 189 to 185": (
        *("count.burglary-business", "count.burglary-business", "count.burglary-business"),
    ),
    "Cycle Theft fell by 1.0%, from 297 to 294": (
        *("count.cycle-theft", "count.cycle-theft", "count.cycle-theft"),
    ),
    "East Delivery Group, Beat 65: All Crime fell by 8.0%, from 1,669 to 1,535 (within "
    "normal variation). That is 16.0%": (
        *("", "count.all-crime.beat-65", "count.all-crime.beat-65", "count.all-crime.beat-65"),
        "share.all-crime.beat-65",
    ),
    "Beat 61, with Syston and Thurmaston: 1,511 offences": ("", "count.all-crime.beat-61"),
    "Beat 64, with Shepshed and Hathern: 1,246 offences": ("", "count.all-crime.beat-64"),
    "Burglary – Business moved up from 14th to 13th of 15": (
        *("position.burglary-business", "position.burglary-business"),
    ),
    "Violence with Injury moved down from 12th to 14th of 15": (
        *("position.violence-with-injury", "position.violence-with-injury"),
    ),
    "The beats add up to 33 more than the borough's own count": ("remainder.all-crime.beat",),
    "In Beat 62 it fell by 9.6%, from 73 to 66 (within normal variation), which is 7 fewer": (
        *("", "count.burglary-residential.beat-62", "count.burglary-residential.beat-62"),
        *("count.burglary-residential.beat-62", "count.burglary-residential.beat-62"),
    ),
    "In Beat 63 it rose from 16 to 53 (a clear rise), which is 37 more offences": (
        *("", "count.burglary-residential.beat-63", "count.burglary-residential.beat-63"),
        "count.burglary-residential.beat-63",
    ),
    "Beat 65 (16.0%, 1,535), Beat 61 (15.7%, 1,511) and Beat 64 (13.0%, 1,246)": (
        *("", "share.all-crime.beat-65", "count.all-crime.beat-65"),
        *("", "share.all-crime.beat-61", "count.all-crime.beat-61"),
        *("", "share.all-crime.beat-64", "count.all-crime.beat-64"),
    ),
    "Violence with injury fell by 4.4%, from 1,185 to 1,133": (
        *("count.violence-with-injury", "count.violence-with-injury"),
        "count.violence-with-injury",
    ),
    "which is 39 fewer offences. In its most similar group Charnwood stayed 11th of 15": (
        *("count.theft-from-vehicles", "position.theft-from-vehicles"),
    ),
}


@pytest.fixture(scope="module")
def charnwood(editions: Path) -> list[Accounted]:
    folder = editions / "charnwood" / "2023-24"
    known = account.setting(
        load(folder / "assessment.json"), page.read(folder / "report.html"), ROOT / "templates"
    )
    return list(account.of_page(known))


def bound(charnwood: list[Accounted], sentence: str) -> list[str]:
    """Give the finding of each number in a sentence of a chapter, "" for other numbers."""
    piece, found = next((p, e) for p, e in charnwood if p.body and sentence in p.text)
    start = piece.text.index(sentence)
    mine = [e for e in found if start <= e.at < start + len(sentence)]
    return [e.of if e.kind == "finding" else "" for e in mine]


def test_fifty_numbers_are_bound_to_the_finding_that_a_person_would_name(
    charnwood: list[Accounted],
) -> None:
    """Picked by chance among those that were read by hand."""
    read = [(s, n) for s, ids in READINGS.items() for n, id_ in enumerate(ids) if id_]
    picked = Random(SEED).sample(read, PICKED)

    wrong = [(s, n) for s, n in picked if bound(charnwood, s)[n] != READINGS[s][n]]
    assert wrong == []


def test_most_numbers_of_the_chapters_are_computed(charnwood: list[Accounted]) -> None:
    """At least 70% of those that say how much or how many, and are no name, date or reference."""
    found = entries.tally(e for _, mine in charnwood for e in mine if e.body)

    assert found.computed >= 70


@pytest.mark.parametrize("name", EDITIONS)
def test_every_number_of_an_edition_belongs_to_something(editions: Path, name: str) -> None:
    """Nothing is left over in any of its documents."""
    found = entries.load(editions / name / "ledger.json")

    lost = [(e.document, e.page, e.place, e.text) for e in found.entries if e.kind == "unknown"]
    assert lost == []


@pytest.mark.parametrize("name", EDITIONS)
def test_every_digit_of_an_edition_is_in_the_ledger(editions: Path, name: str) -> None:
    """By a plain count of the digits on each page, beside the texts that stand for drawings."""
    counted(editions / name)


def test_every_digit_of_a_pdf_is_in_the_ledger(built: Built) -> None:
    """The same of the made-up edition, with tables that go on and a list of contents."""
    counted(built.folder)


def counted(folder: Path) -> None:
    """Hold the digits on each page against those of the ledger."""
    found = entries.load(folder / "ledger.json").entries
    for document in ("report.pdf", "public/summary.pdf"):
        mine = [e for e in found if e.document == document and e.part != "alt"]
        for number, said in enumerate(texts((folder / document).read_bytes()), start=1):
            listed = " ".join(e.text for e in mine if e.page == number)
            assert Counter(DIGITS.findall(listed)) == Counter(DIGITS.findall(said)), number


def texts(pdf: bytes) -> list[str]:
    """Give all that is drawn on each page, piece by piece."""
    return [
        " ".join((*(t for m in p.marks.values() for t in m.drawn or (m.text,)), *p.artifacts))
        for p in marked.pages(pdf)
    ]
