"""What a piece of a sentence claims, read from its words."""

import pytest

from report.prose.claims import Claim, claims, speaks


def short(claim: Claim) -> tuple[str, list[str]]:
    """Give a claim as its direction and its figures, the earlier ones with "before"."""
    said = [f"{s.role}{' before' * s.before} {s.figure.text}" for s in claim.said]
    return claim.direction, said


@pytest.mark.parametrize(
    ("text", "direction", "said"),
    [
        (
            "fell by 30%, from 57 to 40",
            "fell",
            ["change 30%", "count before 57", "count 40"],
        ),
        ("a reduction of 17 offences (30%)", "fell", ["difference 17", "change 30%"]),
        ("-10% reduction (220 less crimes)", "fell", ["change -10%", "difference 220"]),
        ("was unchanged at 57", "unchanged", ["count 57"]),
        (
            "halved, from 80 to 40",
            "fell",
            ["change halved", "count before 80", "count 40"],
        ),
        ("rose by 5 to 57", "rose", ["difference 5", "count 57"]),
        ("up 8.7% on last year", "rose", ["change 8.7%"]),
        ("-6.1%", "fell", ["change -6.1%"]),
        ("fell by nearly a third", "fell", ["change a third"]),
        ("moving from 4/15 to 2/15", "", ["position before 4/15", "position 2/15"]),
        ("to 13/15 from 15/15", "", ["position 13/15", "position before 15/15"]),
        (
            "moved up from 14th to 13th of 15",
            "rose",
            ["position before 14th", "position 13th of 15"],
        ),
        (
            "1,963 recorded crimes, which equates to 21% of All Crime",
            "",
            ["count 1,963", "share 21%"],
        ),
        ("makes up 21% of All Crime", "", ["share 21%"]),
        ("risen from 28.6% to 31.8%", "rose", ["share before 28.6%", "share 31.8%"]),
        (
            "fell by 3.2 percentage points to 28.6%",
            "fell",
            ["points 3.2 percentage points", "share 28.6%"],
        ),
        (
            "20.5 per 1,000 residents, up from 18.2",
            "rose",
            ["rate 20.5 per 1,000", "rate before 18.2"],
        ),
        ("rose in six of the ten beats", "rose", ["part six of the ten"]),
        ("______ of its five categories fell", "fell", []),
        ("two beats saw a rise", "rose", ["areas two"]),
        ("has 1.5 times the rate of the borough", "", ["ratio 1.5 times"]),
    ],
)
def test_what_a_claim_states(text: str, direction: str, said: list[str]) -> None:
    """The words around a figure tell whether it is a change, a count, a share, a place …"""
    (claim,) = claims(text)
    assert short(claim) == (direction, said)


def test_another_figure_of_one_role_begins_another_claim() -> None:
    """Two falls in one sentence are two claims, each with its own direction."""
    read = claims("a decrease of 1% in Cycle Theft and an increase of 43% in Shoplifting")
    assert [short(c) for c in read] == [("fell", ["change 1%"]), ("rose", ["change 43%"])]


def test_a_claim_ends_at_a_name_and_goes_on_with_which() -> None:
    """A new name is a new subject; behind "which is" the claim still speaks of the one before."""
    text = "Robbery fell by 30%, Shoplifting rose by 43%, which is 221 more offences"
    read = claims(text, [(0, 7), (21, 32)])
    assert [short(c) for c in read] == [
        ("fell", ["change 30%"]),
        ("rose", ["change 43%", "difference 221"]),
    ]


def test_a_number_within_a_name_claims_nothing() -> None:
    """The 62 of Beat 62 is no count."""
    assert claims("Beat 62 and its crimes", [(0, 7)]) == ()


@pytest.mark.parametrize(
    ("text", "place", "highest", "of", "time"),
    [
        ("the highest volume of crime", 1, True, "", False),
        ("is the joint 2nd highest of the ten beats", 2, True, "", False),
        ("the third lowest rate", 3, False, "rate", False),
        ("the largest reduction", 1, True, "fall", False),
        ("the most offences", 1, True, "", False),
        ("the highest count since 2018/19", 1, True, "", True),
    ],
)
def test_which_place_is_claimed(text: str, place: int, highest: bool, of: str, time: bool) -> None:
    """A superlative says from which end it counts, and of what; "since" sets it in time."""
    (claim,) = claims(text)
    assert claim.rank
    rank = claim.rank
    assert (rank.place, rank.highest, rank.of, rank.time) == (place, highest, of, time)
    assert rank.joint == ("joint" in text)


@pytest.mark.parametrize(
    ("text", "tested"),
    [
        ("fell clearly, by 6.2%", "clear"),
        ("was a clear fall", "clear"),
        ("a fall within normal variation", "usual"),
        ("fell, but not a clear fall", "usual"),
        ("fell by 6.2%; the reason is clear", ""),
    ],
)
def test_whether_a_change_is_called_clear(text: str, tested: str) -> None:
    """ "Clear" counts beside the word for the change; other things may be clear, too."""
    assert claims(text)[0].tested == tested


def test_a_figure_knows_the_year_written_behind_it() -> None:
    """ "57 in 2022/23 and 40 in 2023/24" are two counts, each of its year."""
    read = claims("57 in 2022/23 and 40 in 2023/24")
    assert [(s.role, s.figure.value, s.period) for c in read for s in c.said] == [
        ("count", 57, "2022/23"),
        ("count", 40, "2023/24"),
    ]


def test_a_sign_against_the_word_is_contrary() -> None:
    """ "A reduction of +3%" tells two directions; "a reduction of -3%" tells one twice."""
    assert claims("a reduction of +3%")[0].contrary
    assert not claims("a reduction of -3%")[0].contrary


def test_more_than_another_thing_is_no_change_over_time() -> None:
    """ "24 fewer than Beat 65" compares places; "than in 2022/23" compares years."""
    assert claims("24 fewer crimes than Beat 65")[0].than
    assert not claims("24 fewer crimes than in 2022/23")[0].than


@pytest.mark.parametrize(
    "text",
    [
        "Robbery change",
        "top 3 beats for robbery",
        "1",
        "made up of representatives from six partners",
        "sic",
        "areas with a rise in shoplifting",
        "Figure 9 highlights once more",
    ],
)
def test_names_and_asides_are_no_claims(text: str) -> None:
    """What holds no figure with a role, and does not begin with a direction, says nothing."""
    assert not speaks(text)


@pytest.mark.parametrize("text", ["fell", "was unchanged", "is the second highest", "21%"])
def test_short_claims_are_claims(text: str) -> None:
    """A direction alone is a claim, and so is a place or a share."""
    assert speaks(text)
