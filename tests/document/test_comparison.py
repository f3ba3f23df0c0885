"""The comparison of two editions in words: counts first, the largest difference first."""

import re
from datetime import date

import pytest

from report import words
from report.assessment import Assessment, Finding, Priority, Recommendation, Section
from report.diff import compare
from report.diff.changes import AssessmentDiff, FindingChange, Reason
from report.document import html
from report.document.binding import plain_text
from report.document.comparison import finding_row, name, reason, rows
from report.document.manuscript import paragraphs as bound
from report.periods import Period
from tests.pages import TEMPLATES
from tests.small import assessment, finding, section

Y22 = Period(date(2022, 4, 1), date(2023, 3, 31), "financial year")
Y23 = Y22.earlier(-1)


def year(period: Period, found: dict[str, float], text: str, **more: object) -> Assessment:
    """Make an edition: id -> value, and a chapter."""
    units = {"share": "%", "position": "position"}
    findings = tuple(
        finding(
            id_,
            id_.partition(".")[2].capitalize(),
            value,
            period=period,
            unit=units.get(id_.partition(".")[0], "offences"),
            of=15 if id_.startswith("position") else None,
        )
        for id_, value in found.items()
    )
    own = section("crime", text, findings=findings, title="Crime")
    label = period.label.replace("/", "-")
    return assessment(own, edition=f"middlemarch/{label}", period=period, **more)


OLD = year(
    Y22,
    {
        "share.asb": 28.6,
        "count.robbery": 40,
        "count.burglary": 200,
        "count.all": 1000,
        "position.all": 5,
        "count.arson": 7,
    },
    "Burglary fell.\n",
    priorities=(Priority(id="theft", title="Theft"),),
    recommendations=(Recommendation(id="plan", number=1, text="Write a plan.", because="x"),),
)
NEW = year(
    Y23,
    {
        "share.asb": 31.8,
        "count.robbery": 44,
        "count.burglary": 150,
        "count.all": 1100,
        "position.all": 4,
        "count.knives": 12,
    },
    "Burglary rose.\n",
    headlines=("count.all",),
    recommendations=(Recommendation(id="plan", number=2, text="Write a plan.", because="x"),),
)


def paragraphs(_: Assessment, one: Section) -> list[str]:
    """Give a chapter's one paragraph."""
    return [one.commentary.text.strip()] if one.commentary else []


@pytest.fixture(scope="module")
def found() -> AssessmentDiff:
    """Compare the pair above."""
    return compare(OLD, NEW, paragraphs, words.DECIMALS)


def test_rows_for_the_terminal(found: AssessmentDiff) -> None:
    """Counts, the largest first: 100 of 1,000 is 10 %; -50 of 200 is -25 %; 40 is a small base."""
    assert rows(found) == [
        ("All", "1,000", "1,100", "+100 (+10.0%)", "moved"),
        ("Burglary", "200", "150", "−50 (−25.0%)", "moved"),
        ("Robbery", "40", "44", "+4", "moved"),
        # 31.8 - 28.6, of percentages
        ("Asb, share", "28.6%", "31.8%", "+3.2 percentage points", "moved"),
        # 1 is the lowest rate, so from 5th to 4th is up
        ("All, position", "5th of 15", "4th of 15", "↑ up 1", "moved"),
        ("Knives", "", "12", "", "new"),
        ("Arson", "7", "", "", "gone"),
        ("Recommendation 2", "", "", "", "carried"),
    ]


def page(found: AssessmentDiff) -> str:
    """Compose the page without its style."""
    return html.comparison(TEMPLATES, "", found=found, old=OLD, new=NEW)


def test_the_page_tells_the_same_in_the_same_order(found: AssessmentDiff) -> None:
    """Headlines first; in the table of what moved counts come before shares and positions."""
    text = page(found)
    moved = text[text.index("<h2>What moved</h2>") : text.index("<h2>New in the later edition")]
    names = re.findall(r'<th scope="row">(.*?)</th>', moved)

    assert names == ["All", "Burglary", "Robbery", "Asb, share", "All, position"]
    assert text.index("<h2>Headlines</h2>") < text.index("<h2>What moved</h2>")
    assert "All 1,000 1,100 +100 (+10.0%)" in plain_text(text)


def test_what_did_not_occur_has_no_heading(found: AssessmentDiff) -> None:
    """Nothing was revised and no source changed, so neither is spoken of."""
    headings = re.findall(r"<h2>(.*?)</h2>", page(found))

    assert headings == [
        *("Headlines", "Priorities", "Recommendations", "What moved"),
        *("New in the later edition", "Gone since the earlier edition"),
        "What changed in the words",
    ]


def test_actions_name_both_numbers(found: AssessmentDiff) -> None:
    """The plan is recommendation 2 now and was 1; the priority of theft is closed."""
    text = plain_text(page(found))

    assert "Carried (number 1 before, 2 now): Write a plan." in text
    assert "Closed: Theft" in text
    assert "Knives 2023/24 12" in text
    assert "Arson 2022/23 7" in text


def test_changed_words_are_marked_by_more_than_colour(found: AssessmentDiff) -> None:
    """What went and what came are elements of their own."""
    text = page(found)

    assert '<del class="removed">fell.</del>' in text
    assert '<ins class="added">rose.</ins>' in text


def test_the_periods_of_both_editions_are_named(found: AssessmentDiff) -> None:
    """A reader knows which years are compared."""
    assert "What changed: 2022/23 and 2023/24" in plain_text(page(found))


def test_what_is_not_compared_says_so_and_why(found: AssessmentDiff) -> None:
    """A whole year against 249 days: no difference is given, and its place is not left empty."""
    change = FindingChange(
        kind="not comparable",
        id="count.all",
        old=finding("count.all", "all", 1000),
        new=finding("count.all", "all", 900),
        before=1000,
        after=900,
        reasons=(Reason(code="length", old=365, new=249),),
    )
    one = found.model_copy(update={"findings": (change,), "headlines": (change,)})
    numbers = ("All", "1,000", "900")

    assert rows(one)[0] == (*numbers, "length: 365 before, 249 now", "not comparable")
    assert "All 1,000 900 not comparable" in plain_text(page(one))
    assert "All 1,000 900 length: 365 before, 249 now" in plain_text(page(one))


def test_a_quoted_figure_is_shown_as_published() -> None:
    """It is printed text, and no difference is worked out."""
    old, new = (
        finding("quoted.trust", "trust", value, measure="quoted", printed=text, unit="%")
        for value, text in ((82, "82 per cent"), (84, "84 per cent"))
    )
    change = FindingChange(kind="moved", id=old.id, old=old, new=new, before=82, after=84)

    gone = FindingChange(kind="gone", id=old.id, old=old, before=82)

    assert finding_row(gone) == ("Trust", "82 per cent", "", "", "gone")
    assert finding_row(change) == ("Trust", "82 per cent", "84 per cent", "", "moved")


@pytest.mark.parametrize(
    ("why", "said"),
    [
        (
            Reason(code="unit", old="offences", new="incidents"),
            "unit: offences before, incidents now",
        ),
        (Reason(code="group size", old=15, new=14), "group size: 15 before, 14 now"),
        (
            Reason(code="denominator", old="", new="All Crime"),
            "denominator: none before, All Crime now",
        ),
        (Reason(code="break"), "break"),
    ],
)
def test_why_numbers_are_not_compared(why: Reason, said: str) -> None:
    """The difference that forbids it, and what it was in both editions."""
    assert reason(why) == said


def test_a_count_needs_no_measure_in_its_name() -> None:
    """What is not a count says what it measures."""
    assert name(finding("count.all", "All Crime")) == "All Crime"
    assert name(finding("share.robbery", "Robbery")) == "Robbery, share"
    one: Finding = finding("position.all", "All Crime", unit="position")
    assert name(one) == "All Crime, position"


def test_two_issues_of_one_edition_have_their_own_words() -> None:
    """A draft and the final one carry the same edition; each is asked for its own chapter."""
    draft, final = (assessment(section("crime", f"{t} fell.\n")) for t in ("Burglary", "Robbery"))
    (changed,) = compare(draft, final, bound(TEMPLATES), words.DECIMALS).text

    assert [[run.text for run in p.runs if run.kind != "same"] for p in changed.paragraphs] == [
        ["Burglary", "Robbery"]
    ]


def test_rates_among_peers_keep_their_decimal() -> None:
    """As the report prints them: a median of 6.03 and one of 6.35 are not both 6."""
    old, new = (
        finding("peer-median.x", "vehicle crime", value, measure="peer median", unit="per 1,000")
        for value in (6.03, 6.35)
    )
    change = FindingChange(
        kind="moved", id=old.id, old=old, new=new, before=6.03, after=6.35, difference=0.32, pct=5.3
    )

    assert finding_row(change)[1:] == ("6.0", "6.4", "+0.3 (+5.3%)", "moved")
