"""Whether a claim is true of the findings that it speaks of."""

from datetime import date

import pytest

from report.assessment import Finding
from report.prose.checking import Verdict
from report.prose.claims import claims
from report.prose.known import Known
from report.prose.when import spanned
from tests.prose.small_facts import count, edition, verdicts


def verdict(text: str, **more: object) -> Verdict:
    (only,) = verdicts(text, **more)  # type: ignore[arg-type]
    return only


@pytest.mark.parametrize(
    "text",
    [
        # 57 to 40: 17 fewer, 17/57 = 29.82 %.
        "Robbery fell by 30%, from 57 to 40.",
        "Robbery fell by 29.8%, which is 17 less crimes.",
        "Robbery (-29.8%)",
        "Robbery was reduced by nearly a third.",
        "Robbery fell by about 31%.",
        "Robbery fell to 40, moving from 4/15 to 2/15.",
        # 515 to 736: 221 more, 42.91 %; 736/9,568 = 7.69 %.
        "Shoplifting rose by more than 40%, a clear rise.",
        "The borough has seen an increase of +43% in reported Shoplifting.",
        "Shoplifting makes up 7.7% of All Crime.",
        "Shoplifting was 1.4 times as high as the year before: it rose 1.4 times.",
        # 1,963 + 1,511 = 3,474; of 9,568 36.3 %. 2,183 to 1,963 is −10.1 %.
        "Beat 62 and Beat 61 had 3,474 offences of All Crime.",
        "Beat 62 and Beat 61 account for 36% of All Crime.",
        "In Beat 62 All Crime fell by 10%. It rose by 8.7% in Beat 56.",
        # 1,963 less 1,511 is 452.
        "In Beat 61 All Crime was 1,511 offences, 452 fewer crimes than Beat 62.",
        # All Crime rose in Beat 56 and fell in two; Shoplifting alone rose of the four categories.
        "All Crime fell in two of the three beats.",
        "Beat 62 has the highest count of All Crime.",
        "Beat 61 has the second highest volume of All Crime.",
        "Shoplifting had the largest rise.",
        "Robbery had the largest fall.",
        # Of the three that fell, by 17, 5 and 3; Shoplifting is the only one that rose.
        "Cycle Theft had the smallest fall.",
        "Arson had the second smallest fall.",
        "Shoplifting had the smallest rise.",
        # True, if it tells little.
        "Robbery had fewer than 500 offences.",
        # 20 + 57 = 77, 15 + 40 = 55: 22 fewer, 28.57 %.
        "Arson and Robbery fell by 28.6%, from 77 to 55.",
        "Both Robbery and Cycle Theft fell.",
        "Robbery fell within normal variation.",
        "Cycle Theft was almost unchanged, at 294.",
        # 515/10,195 = 5.05 %; 7.69 less 5.05 is 2.64 points.
        "The share of Shoplifting in All Crime rose from 5.1% to 7.7%.",
        "The share of Shoplifting in All Crime rose by 2.6 percentage points.",
        "Shoplifting accounts for 7.7% of All Crime, up from 5.1%.",
        "In 2022/23 Robbery stood at 57 offences.",
        "Robbery went down 17 offences, or 30%.",
        # 10,195 less 9,568 is 627, or 6.15 %.
        "Robbery plummeted by 29.8%.",
        "Shoplifting soared by 43%.",
        "All Crime fell by 6%, or 627 offences.",
        "All Crime is 627 offences below its earlier level.",
        "All Crime fell by 6.2%, and Robbery by 17.",
        "All Crime fell by 6.2%, Robbery by nearly 30% and Arson by 5.",
        # In all that were not Beat 56; which beats are rural nobody tells.
        "All Crime fell in every beat except Beat 56.",
        "All Crime fell in all the beats but one.",
        "All Crime fell in all rural beats.",
        "Beat 61 recorded fewer All Crime offences than Beat 62.",
        "There were 9,568 All Crime offences in Middlemarch, fewer than the 10,195 of last year.",
        # 1,963 of Beat 62, 1,511 of Beat 61 and 627 of Beat 56; only Beat 56 rose, by 50.
        "Beat 62 recorded more All Crime than any other beat.",
        "The beats with the most All Crime were Beat 62 and Beat 61.",
        "Beat 56 had the largest rise in All Crime, of 50 offences.",
        "All Crime in Beat 61 ↓ 7.9%.",
        "Robbery saw a dip of 17 offences.",
        # Names that stand behind other words of the clause.
        "There were 1,963 offences of All Crime recorded in Beat 62.",
        "3,474 All Crime offences were recorded in Beats 61 and 62.",
        "Police recorded 3,474 All Crime offences in Beats 61 and 62, down from 3,824.",
        "Robbery stood at 40, fewer than the 57 recorded the year before.",
        "Between 1 April and 5 December 2023, 40 robberies were recorded.",
        "57 robberies were recorded in 2022/23, and Robbery stood at 40 offences in 2023/24.",
    ],
)
def test_what_holds_is_true(text: str) -> None:
    """Figures hold by their printed precision, directions and places by the findings."""
    found = verdicts(text)
    assert found
    assert [v.truth for v in found] == ["true"] * len(found)


@pytest.mark.parametrize(
    ("text", "said", "holds"),
    [
        ("Robbery rose by 29.8%.", "rose", "fell"),
        ("Robbery fell by 25%.", "25%", "29.8%"),
        # A share of 0.4 % is no fall of 0.4 %.
        ("Robbery plummeted by 0.4%.", "0.4%", "29.8%"),
        ("All Crime fell by 6%, or 527 offences.", "527", "627"),
        # All Crime rose in Beat 56, and fell in 61 and 62.
        ("All Crime fell in every beat.", "fell in every beat", "fell in two of three"),
        ("All Crime fell in all three beats.", "fell in all three beats", "fell in two of three"),
        ("Robbery fell from 57 to 41.", "41", "40"),
        ("Robbery fell by 27 offences.", "27", "17"),
        ("Robbery fell, 2nd of 15, from 5/15 to 2/15.", "5/15", "4th of 15"),
        ("Shoplifting makes up 8.7% of All Crime.", "8.7%", "7.7%"),
        ("Shoplifting fell clearly.", "fell", "rose"),
        ("Robbery fell clearly.", "clear", "within normal variation"),
        ("All Crime rose in two of the three beats.", "two of the three", "one of three"),
        ("Beat 61 has the highest count of All Crime.", "highest", "second highest"),
        ("Cycle Theft had the largest fall.", "largest fall", "third highest fall"),
        ("Robbery had the smallest fall.", "smallest fall", "third lowest fall"),
        ("Robbery had the smallest rise.", "smallest rise", "no rise"),
        ("Shoplifting had the largest fall.", "largest fall", "no fall"),
        ("Robbery had fewer than 30 offences.", "30", "40"),
        ("Robbery more than halved.", "halved", "29.8%"),
        ("Robbery was unchanged.", "unchanged", "fell"),
        (
            "Beat 61 recorded more All Crime than any other beat.",
            "more All Crime than any other",
            "second highest",
        ),
        ("Beat 61 recorded more All Crime offences than Beat 62.", "rose", "fell"),
        (
            "There were 9,568 All Crime offences in Middlemarch, more than the 10,195 before.",
            "rose",
            "fell",
        ),
        # One beat besides Beat 62 has more than Beat 56.
        ("The beats with the most All Crime were Beat 62 and Beat 56.", "most", "second highest"),
        (
            "Beat 62 had the lowest count of All Crime in every year shown.",
            "lowest",
            "third lowest",
        ),
        ("All Crime in Beat 61 ↑ 7.9%.", "rose", "fell"),
        # Of the categories shown only All Crime has more; others may not be counted.
        ("Cycle Theft was the most common crime type.", "most common", "second highest"),
        ("6,963 All Crime offences were recorded in Beat 62.", "6,963", "1,963"),
        # 9,568 is the count of 2023/24, and no other year is known.
        (
            "In 2020/21 All Crime stood at 9,568.",
            "9,568 in 2020/21",
            "in 1 April to 5 December 2023",
        ),
        (
            "Between 1 April 2023 and 5 May 2024, 9,568 offences of All Crime were recorded.",
            "9,568 in 1 April 2023 and 5 May 2024",
            "in 1 April to 5 December 2023",
        ),
    ],
)
def test_what_does_not_hold_is_false_with_what_does(text: str, said: str, holds: str) -> None:
    """A false part is named, with what is true instead; both figures stand in the verdict."""
    (found,) = [v for v in verdicts(text) if v.truth == "false"]
    assert (said, holds) in [(f.said, f.holds) for f in found.faults]
    assert found.grade == "wrong"
    assert found.stops


def test_a_percentage_cut_off_is_a_fault_of_rounding() -> None:
    """627/10,195 is 6.1501 %: 6.1 % is cut off, not rounded; the published Table 1 prints it."""
    found = verdict("All Crime fell by 6.1%.")
    assert (found.truth, found.grade) == ("false", "rounding")
    assert found.instead == "fell by 6.2%, from 10,195 to 9,568 (a clear fall)"


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("Robbery rose by 30%.", "fell by 29.8%, from 57 to 40 (within normal variation)"),
        ("Robbery had 41 offences.", "40 offences"),
        ("Robbery moved from 4/15 to 3/15.", "moved up from 4th to 2nd of 15"),
        ("Shoplifting makes up 9% of All Crime.", "7.7%"),
        ("Beat 61 has the highest count of All Crime.", "second highest"),
    ],
)
def test_the_words_that_would_be_true(text: str, instead: str) -> None:
    """They are those that a bracket would print."""
    assert verdict(text).instead == instead


def test_nothing_may_be_said_of_a_number_that_is_withheld() -> None:
    """The guard withholds Beat 65: neither a rise nor a number of it is true or false."""
    found = verdict("In Beat 65 All Crime rose by 3%.")
    assert (found.truth, found.why, found.stops) == ("unsaid", "withheld", True)


def test_a_right_percentage_on_a_small_base_is_not_said() -> None:
    """20 to 15 is −25 %, but from fewer than 50 no percentage is given; the counts may be."""
    found = verdict("Arson fell by 25%.")
    assert (found.truth, found.grade, found.why) == ("unsaid", "holds", "small base")
    assert found.instead == "fell from 20 to 15"
    assert verdict("Arson fell from 20 to 15.").truth == "true"


def test_another_time_than_the_findings_is_not_judged() -> None:
    """Nothing is known of 2015, so nothing is false of it."""
    assert verdict("Since 2015 Robbery rose by 90%.").truth == "unsaid"


@pytest.mark.parametrize(
    "text",
    ["In 2019 the scheme began, and Robbery now stands at 40.", "Since 2019 Robbery fell to 40."],
)
def test_a_year_that_something_else_began_in_is_not_that_of_the_count(text: str) -> None:
    """The number is right, and the sentence does not give it for 2019."""
    assert verdict(text).truth != "false"


def test_a_place_among_crime_types_that_are_not_all_counted_is_not_judged() -> None:
    """Cycle Theft is second of those shown: it may be third where another one is not counted."""
    text = "Cycle Theft was the third most common crime type."
    assert verdict(text).truth == "unsaid"


def test_a_share_of_something_else_is_not_judged_in_a_plain_sentence() -> None:
    """30 % of robberies, by whom they were committed, is no share of robbery in all crime."""
    text = "30% of Robbery was committed by young people."
    assert verdict(text, asserted=False).truth == "unsaid"


def test_the_whole_is_not_ranked_among_its_areas() -> None:
    """ "The highest of all beats" is said of a beat; the borough is none."""
    assert verdict("Robbery has the highest count of the three beats.").truth == "unsaid"


def test_a_list_speaks_for_itself() -> None:
    """ "All Crime rose in these beats:" says nothing of the borough, where it fell."""
    assert verdict("All Crime rose in these:", asserted=False).truth == "unsaid"


def test_a_heading_tells_the_category() -> None:
    """Under "Robbery", "fell by 30 %" speaks of robbery."""
    assert verdict("It fell by 30%.", heading="Robbery").truth == "true"


def test_a_month_that_is_named_is_meant() -> None:
    """A year's total and a month's count are two things: "in May 2023" speaks of May."""
    assert spanned("May 2023") == (date(2023, 5, 1), date(2023, 5, 31))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023/24", date(2023, 4, 1), date(2024, 3, 31)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("5th December 2023", date(2023, 12, 5), date(2023, 12, 5)),
        ("2023-04-01/2023-12-05", date(2023, 4, 1), date(2023, 12, 5)),
        ("April 2022 to March 2023", date(2022, 4, 1), date(2023, 3, 31)),
        ("1 April and 5 December 2023", date(2023, 4, 1), date(2023, 12, 5)),
    ],
)
def test_what_time_is_written(text: str, first: date, last: date) -> None:
    """A financial year begins in April; a day is itself."""
    assert spanned(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "Robbery did not rise by 50%.",
        "Robbery didn't rise by 50%.",
        "Robbery didn’t rise by 50%.",
        "Robbery did not, however, rise by 50%.",
        "Robbery cannot have risen by 50%.",
        "There was no rise of 50% in Robbery.",
        "Robbery ended the year without a rise of 50%.",
        "Neither a rise of 50% nor anything like it came about in Robbery.",
        "Beat 61 does not have the highest count of All Crime.",
        "All Crime was not down in all of the three beats.",
    ],
)
def test_what_a_sentence_denies_is_not_judged(text: str) -> None:
    """Robbery fell by 29.8 %; that it did not rise by 50 % is true, whatever is read of it."""
    assert {v.truth for v in verdicts(text)} <= {"unsaid"}


@pytest.mark.parametrize(
    "text",
    [
        "Robbery has not only fallen by 25%, it is rarer than ever.",
        "There is no doubt that Robbery fell by 25%.",
        "Robbery did not rise but fell by 25%.",
        "There was no clear change: Robbery fell by 25%.",
        "There were not more than 30 offences of Robbery.",
        "There were no fewer than 50 offences of Robbery.",
    ],
)
def test_what_no_denial_reaches_is_judged(text: str) -> None:
    """ "Not only" and "no doubt" deny nothing, and a denial ends with its clause."""
    assert "false" in [v.truth for v in verdicts(text)]


def summed(*parts: Finding) -> Finding | None:
    return next(iter(Known(edition().model_copy(update={"small_base": 50})).summed(parts)), None)


def test_a_sum_from_nothing_has_no_percentage() -> None:
    """0 to 3 and 0 to 2: nothing to divide 5 by."""
    found = summed(count("count.a", "A", 0, 3), count("count.b", "B", 0, 2))
    assert found
    assert (found.previous, found.value, found.change, found.change_pct) == (0, 5, 5, None)
    assert found.small_base


def test_a_sum_has_a_percentage_where_it_is_not_small_itself() -> None:
    """20 + 25 is below 50; 20 + 30 is not, and to 15 + 25 = 40 a fall of 20 %."""
    small = summed(count("count.a", "A", 20, 15), count("count.b", "B", 25, 25))
    enough = summed(count("count.a", "A", 20, 15), count("count.b", "B", 30, 25))
    assert small
    assert enough
    assert (small.change_pct, small.small_base) == (None, True)
    assert (enough.change_pct, enough.small_base) == (-20, False)


def test_counts_of_several_units_have_no_sum() -> None:
    """Fires and offences add up to nothing, as in a bracket."""
    fires = count("count.b", "B", 60, 70, unit="fires")
    assert summed(count("count.a", "A", 60, 70), fires) is None


def test_an_unknown_verb_claims_no_share() -> None:
    """What goes "by" so much is no share, though 40 of 9,568 is 0.4 %."""
    assert verdicts("Robbery zonked by 0.4%.") == []


def test_a_direction_goes_no_further_than_its_sentence() -> None:
    """Only a name right before "by" takes over a direction told in the same sentence."""
    found = verdicts("All Crime fell by 6.2%. It was told to 30 officers, and Robbery by 12.")
    assert [v.claim.text for v in found] == ["fell by 6.2%"]


def test_each_verb_has_its_own_clause() -> None:
    """Behind both counts "and trebled" begins another claim, of other counts."""
    text = "Burglary doubled, from 11 to 25, and more than trebled next door, from 16 to 53."
    first, second = claims(text)
    assert first.text == "doubled, from 11 to 25"
    assert second.text == "trebled next door, from 16 to 53"


def test_an_unchanged_position_is_no_unchanged_count() -> None:
    """Robbery fell and moved from 4th to 2nd: its place is not unchanged."""
    assert verdict("Robbery is 2nd of 15, unchanged from October 2022.").truth != "true"


def test_a_count_of_one_year_is_not_that_of_another() -> None:
    """57 is the count before; of 2009/10 nothing is known, and a small count may be the same."""
    wrong = verdict("Robbery fell from 57 in 2009/10 to 40.")
    assert (wrong.truth, wrong.faults[0].said) == ("false", "57 in 2009/10")
    assert verdict("Robbery fell from 3 in 2009/10 to 40.").truth != "false"
