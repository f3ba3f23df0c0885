"""What a paragraph rested on when it was confirmed, against what it rests on now."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.errors import InputError, Problem, Spot, Where
from report.prose.confirmed import (
    Carried,
    Kept,
    Resting,
    carried,
    confirmed,
    flags,
    key,
    problems,
    read,
    recorded,
    written,
)
from report.prose.paragraphs import Paragraph
from tests.small import section

HOME = section("robbery")
FELL = "fell by 29.8%, from 57 to 40 (within normal variation)"
ROSE = "rose by 30.0%, from 40 to 52 (within normal variation)"


def _paragraph(text: str, where: Where) -> Paragraph:
    return Paragraph(text, HOME, where, Spot(text))


def one(text: str, line: int = 3, **said: str) -> tuple[Carried, ...]:
    """Give a paragraph of a chapter that rests on brackets: change="fell …" is [change]."""
    paragraph = _paragraph(text, Where("config/robbery.md", line))
    rests = [
        Resting(f"[{name}]", Kept(words), f"[{name}]", renews=True) for name, words in said.items()
    ]
    return carried([(paragraph, rests)])


def test_what_moved_is_told_with_file_line_and_both_figures() -> None:
    """The words still say what was true of other figures."""
    lock = recorded({}, one("Robbery [change]: our work pays.", change=FELL))
    (found,) = problems(
        flags(lock, one("Robbery [change]: our work pays.", change=ROSE)), "config/a.yaml"
    )

    assert str(found.where) == "config/robbery.md:3"
    assert found.what == f"[change] was '{FELL}' when this was confirmed, is '{ROSE}' now"
    assert "psa confirm config/a.yaml" in found.do
    assert (found.severity, found.id.rpartition(".")[0]) == ("warning", "stale.robbery")


def test_nothing_is_flagged_while_the_printed_words_stay() -> None:
    """Below the precision that is printed nothing moves."""
    same = one("Robbery [change].", change=FELL)

    assert flags(recorded({}, same), same) == ()


@pytest.mark.parametrize(
    ("now", "moved"),
    [
        (Kept("fell by 29.8%, 17 fewer", "count.robbery: 40 from 57"), False),
        (Kept("fell by 29.8%", "count.robbery: 40.0001 from 57"), False),
        (Kept("fell by 28.1%", "count.robbery: 41 from 57"), True),
    ],
)
def test_words_of_the_house_and_what_is_not_printed_move_nothing(now: Kept, moved: bool) -> None:
    """A new version of the program may word the same values otherwise."""
    then = Kept("fell by 29.8%", "count.robbery: 40 from 57")

    assert now.moved(then) == moved


@pytest.mark.parametrize(
    ("then", "now"),
    [
        (FELL, ROSE),
        ("fell by 6.2% (a clear fall)", "fell by 6.1% (within normal variation)"),
        ("12th of 15", "13th of 15"),
        ("12th of 15", "joint 12th of 15"),
        ("Beat 62 (40), Beat 65 (30)", "Beat 65 (40), Beat 62 (30)"),
        ("six", "five"),
        ("is improving", "is one to watch"),
        ("24", "−46"),  # "[x] fewer" was right of the one
    ],
)
def test_directions_tests_ranks_orders_lengths_and_verdicts_turn(then: str, now: str) -> None:
    """A paragraph about them has to be read again, whoever prints the figures."""
    (flag,) = flags(recorded({}, one("It [x].", x=then)), one("It [x].", x=now))

    assert not flag.renewed


@pytest.mark.parametrize(("then", "now"), [("57", "56"), ("37.7%", "36.4%"), ("−1.2%", "−3.0%")])
def test_figures_alone_are_printed_anew_by_their_brackets(then: str, now: str) -> None:
    """It is a flag all the same, and one that can be confirmed together with its like."""
    (flag,) = flags(recorded({}, one("It [x].", x=then)), one("It [x].", x=now))

    assert flag.renewed


def test_figures_without_a_bracket_are_not_printed_anew() -> None:
    """A recommendation cites 57 in the author's words."""
    paragraph = _paragraph("Robbery is high.", Where("recommendations.csv", 2))
    then, now = (
        carried([(paragraph, [Resting("count.robbery", Kept(n), "Robbery")])]) for n in ("57", "56")
    )
    (flag,) = flags(recorded({}, then), now)

    assert not flag.renewed


def test_what_turned_is_told_before_what_moved() -> None:
    """Two are told, and how many more there are."""
    lock = recorded({}, one("It.", a="1", b="2", c="3", d="rose"))
    (found,) = problems(flags(lock, one("It.", a="9", b="8", c="7", d="fell")), "a.yaml")

    assert found.what.startswith("[d] was 'rose'")
    assert found.what.endswith("; and 2 more")


def test_what_moved_alike_is_told_once() -> None:
    """Two years of a paragraph, each named 2023, were both in the period and are both past it."""
    said = (Resting("year 1", Kept("now"), "2023"), Resting("year 2", Kept("now"), "2023"))
    paragraph = _paragraph("In 2023, and late in 2023.", Where("a.md", 1))
    later = [each._replace(kept=Kept("past")) for each in said]
    lock = recorded({}, carried([(paragraph, said)]))
    (found,) = problems(flags(lock, carried([(paragraph, later)])), "a.yaml")

    assert found.what == "2023 was 'now' when this was confirmed, is 'past' now"


def test_what_is_gone_is_told() -> None:
    """Words about a finding that the edition no longer makes rest on nothing."""
    paragraph = _paragraph("Robbery is rare.", Where("a.md", 1))
    lock = recorded(
        {}, carried([(paragraph, [Resting("count.robbery", Kept("40 offences"), "Robbery")])])
    )
    (flag,) = flags(lock, carried([(paragraph, [])]))

    assert [m.now for m in flag.moved] == ["not there"]


def test_what_is_told_as_false_is_not_told_as_moved() -> None:
    """The author's own "fell" beside a rise: to mend it is to have read it; the rest stays told."""
    text = "Robbery [fell], and thefts [change]."
    paragraph = _paragraph(text, Where("a.md", 3))

    def carrying(robbery: str, thefts: str) -> tuple[Carried, ...]:
        own = Resting("count.robbery", Kept(robbery), "Robbery", of="count.robbery")
        return carried([(paragraph, [own, Resting("[change]", Kept(thefts), "[change]")])])

    lock, now = recorded({}, carrying("57 to 40", "rose")), carrying("57 to 60", "fell")
    false = Problem(Where("a.md", 3), "", spot=Spot(text, 9, findings=("count.robbery",)))
    (flag,) = flags(lock, now, [false])

    assert [m.shown for m in flag.moved] == ["[change]"]
    assert len(flags(lock, now)[0].moved) == 2


def test_edited_words_have_been_looked_at() -> None:
    """They are recorded with the figures of the day; of the old words nothing is left."""
    lock = recorded({}, one("Robbery [change], as hoped.", change=FELL))
    edited = one("Robbery [change], against our hope.", change=ROSE)

    assert flags(lock, edited) == ()
    assert list(recorded(lock, edited)) == [edited[0].key]


def test_a_flag_stays_until_the_words_are_confirmed() -> None:
    """Recording what is new does not touch what was confirmed."""
    lock = recorded({}, one("Robbery [change].", change=FELL))
    now = one("Robbery [change].", change=ROSE)

    assert flags(recorded(lock, now), now)
    assert flags(confirmed(lock, now[0]), now) == ()


def test_a_paragraph_keeps_its_record_where_it_is_wrapped_moved_or_given_the_new_year() -> None:
    """Only other words are other words."""
    text = "From 1 April to 5 December 2022 robbery [change]."

    assert key(text) == key("From 1 April to 5 December\n2023 robbery  [change].")
    assert key(text) != key("From 1 April to 5 January 2022 robbery [change].")


@given(st.lists(st.sampled_from(["robbery", "fell", "[change]", "2022/23"]), min_size=1))
def test_white_space_is_no_word(words: list[str]) -> None:
    """However lines are broken."""
    assert key(" ".join(words)) == key("\n  ".join(words))


def test_the_same_words_in_two_places_are_one_record_with_two_flags() -> None:
    """They are confirmed together, and told one by one."""
    places = [_paragraph("It [x].", Where("a.md", line)) for line in (1, 9)]
    then, now = (
        carried([(p, [Resting("[x]", Kept(n), "[x]")]) for p in places]) for n in ("1", "2")
    )

    assert [p.where.line for p in problems(flags(recorded({}, then), now), "a.yaml")] == [1, 9]


TEXT = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1)
KEPT = st.builds(Kept, st.just("") | TEXT, st.just("") | TEXT)


@given(
    st.dictionaries(
        st.from_regex(r"[0-9a-f]{12}", fullmatch=True), st.dictionaries(TEXT, KEPT, min_size=1)
    )
)
def test_a_lock_is_read_as_it_was_written(lock: dict[str, dict[str, Kept]]) -> None:
    """Each thing that a paragraph rests on stands on a line of its own."""
    text = written(lock, "a/2023-24")

    assert read(text, "confirmed.lock") == lock
    assert len(text.splitlines()) == 1 + sum(map(len, lock.values()))


@pytest.mark.parametrize("text", ["Visits\na day", "Visits\ta day", "Visits\u2028a day"])
def test_a_line_break_in_a_header_moves_nothing(text: str) -> None:
    """What is read from the lock is what was carried."""
    now = one("As [table] shows.", table=text)
    lock = read(written(recorded({}, now), "a/2023-24"), "confirmed.lock")

    assert flags(lock, now) == ()
    assert lock[now[0].key] == {"[table]": Kept("Visits a day")}


def test_what_a_merge_left_is_told() -> None:
    """File and line, and what to do."""
    with pytest.raises(InputError) as caught:
        read("# head\n0a\t[x]\t1\n=======\n", "config/a/confirmed.lock")

    (problem,) = caught.value.problems
    assert str(problem.where) == "config/a/confirmed.lock:3"
    assert "'======='" in problem.what
