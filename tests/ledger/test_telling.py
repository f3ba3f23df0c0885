"""What is told of a ledger: each number that belongs to nothing, once."""

from typing import Any

from report.document import html
from report.ledger.entries import Entry, Ledger, ledger
from report.ledger.telling import coverage, problems
from tests.made_up import ROOT


def entry(document: str, part: str = "note", **more: Any) -> Entry:
    """Make a number that belongs to nothing."""
    fields: dict[str, Any] = {"place": "2 Crime > Table 1", "text": "9%", "at": 12}
    return Entry(document=document, part=part, **{"kind": "unknown"} | fields | more)


EIGHT = ("structure",) * 7 + ("unknown",)


def told(*entries: Entry) -> list[tuple[str, str]]:
    return [(p.id, str(p.where)) for p in problems(ledger("middlemarch/2023-24", entries))]


def test_a_build_without_pdf_gives_a_problem_the_id_that_one_with_it_does() -> None:
    """What was accepted of the one is accepted of the other; the page of the PDF is named."""
    page, paper = entry("report.html"), entry("report.pdf", page=7, at=14)

    assert told(page) == [("page.number.0.12.9", "report.html")]
    assert told(page, paper) == [("page.number.0.12.9", "report.pdf")]


def test_what_the_margin_of_a_draft_says_is_told_where_it_was_typed() -> None:
    """So is what an author typed, whose line is known."""
    typed = entry("report.html", "item", line="config/middlemarch/2023-24/analysis.md:12")

    assert told(entry("report.html", "margin"), typed) == []


def counted(kinds: tuple[str, ...]) -> str:
    """Give the first line at the end of a build whose numbers are of these kinds."""
    return ended(ledger("middlemarch/2023-24", [entry("report.html", kind=k) for k in kinds]))[0]


def ended(found: Ledger) -> list[str]:
    """Give the lines at the end of a build."""
    return html.filled(ROOT / "templates", "accounted.txt", **coverage(found)).splitlines()


def test_the_end_of_a_build_names_the_first_numbers_that_belong_to_nothing() -> None:
    """By the line where one was typed, else by its place; one on two pages is named once."""
    typed = entry(
        "report.html", "item", text="31", line="config/middlemarch/2023-24/analysis.md:12"
    )
    lost = (entry("report.html"), entry("report.pdf"), typed)

    *_, last = ended(ledger("middlemarch/2023-24", lost))
    assert last == (
        "belong to nothing known: '9%' in 2 Crime > Table 1; "
        "'31' in config/middlemarch/2023-24/analysis.md:12; "
        'all of them are the lines of ledger.json with "unknown"'
    )
    known = ledger("middlemarch/2023-24", [entry("report.html", kind="structure")])
    assert len(ended(known)) == 2


def test_shares_are_rounded_half_away_from_zero() -> None:
    """One of eight is 12.5%, and is told as 13%: as every other number is."""
    found = ledger("middlemarch/2023-24", [entry("report.html", kind=k) for k in EIGHT])

    report, body, _ = ended(found)
    assert report == (
        "1 of 8 numbers belong to nothing known: 8 in report.html, "
        "88% numbering and methods, 13% unknown"
    )
    assert body == "in the sentences of the chapters: 0, of which 0 say how much or how many, none"


def test_a_share_that_rounds_to_nothing_is_less_than_1_per_cent() -> None:
    """One length of time of 201 numbers is 0.4975% and one of 200 is 0.5%, which rounds to 1%."""
    few, more = (("date",) * dates + ("span",) for dates in (200, 199))

    assert counted(few).endswith("100% in dates, less than 1% lengths of time")
    assert counted(more).endswith("100% in dates, 1% lengths of time")
