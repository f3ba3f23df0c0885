"""Numbers, changes and cells as text: rounded once, half away from zero, signs and words agreed."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report import words
from report.assessment import Caution, Cell, Column, Finding, Interval, Polarity
from report.measures.change import change
from report.periods import Period, snapshot

PERIOD = Period(date(2023, 4, 1), date(2023, 12, 5), "year to date")


def found(value: float | None, previous: float | None = None, **more: Any) -> Finding:
    """Make a finding of offences; with a previous value, its change on a small base of 50."""
    moved = change(value, previous, 50) if value is not None and previous is not None else None
    fields: dict[str, Any] = {
        "id": "count.all-crime",
        "label": "All Crime",
        "measure": "count",
        "unit": "offences",
        "period": PERIOD,
        "value": value,
        "previous": previous,
        "change": moved.difference if moved else None,
        "change_pct": moved.percent if moved else None,
        "small_base": moved.small_base if moved else False,
    }
    return Finding(**fields | more)


@pytest.mark.parametrize(
    ("previous", "current", "shown"),
    [
        # -627 / 10195 = -6.15007 %: the field guide's fixture, printed as -6.1 by Charnwood
        (10195, 9568, "−6.2%"),
        # 1688 / 6846 = 24.656 %: the field guide's fixture, printed as 19.8
        (6846, 8534, "+24.7%"),
        # -41 / 537 = -7.635 %: theft from motor vehicles, printed as +12.7
        (537, 496, "−7.6%"),
        # 86 / 440 = 19.545 %
        (440, 526, "+19.5%"),
        # 221 / 515 = 42.913 %: shoplifting in Charnwood, printed as +43
        (515, 736, "+42.9%"),
        # no change has no sign
        (116, 116, "0.0%"),
        # -1 / 4000 = -0.025 % rounds to nothing, and nothing has no sign either
        (4000, 3999, "0.0%"),
        # 1 / 2000 = 0.05 %, half of the last place: away from zero in both directions
        (2000, 2001, "+0.1%"),
        (2000, 1999, "−0.1%"),
    ],
)
def test_changes_are_rounded_once(previous: int, current: int, shown: str) -> None:
    """A change in per cent has one decimal, a plus or a true minus, and is never "−0.0"."""
    percent = change(current, previous).percent

    assert percent is not None
    assert words.number(percent, "change %") == shown


@pytest.mark.parametrize(
    ("value", "decimals", "rounded"),
    [
        (0.5, 0, "1"),
        (2.5, 0, "3"),
        (-2.5, 0, "-3"),
        (2.4999, 0, "2"),
        (0.25, 1, "0.3"),
        # as a binary fraction 2.675 lies below 2.675: what the reader could type decides
        (2.675, 2, "2.68"),
        (1e-7, 1, "0.0"),
        (9568, 0, "9568"),
    ],
)
def test_rounding_is_half_away_from_zero(value: float, decimals: int, rounded: str) -> None:
    """Python's own `round` goes to the even neighbour; the field's goes away from zero."""
    assert words.rounded(value, decimals) == Decimal(rounded)


@given(st.floats(-1e9, 1e9), st.integers(0, 3))
def test_rounding_is_near_and_symmetric(value: float, decimals: int) -> None:
    """No number moves by more than half of the last place, and its sign changes nothing."""
    moved = abs(words.rounded(value, decimals) - Decimal(repr(value)))

    assert moved <= Decimal(1).scaleb(-decimals) / 2
    assert words.rounded(-value, decimals) == -words.rounded(value, decimals)


@given(st.floats(-1e9, 1e9), st.integers(0, 3), st.booleans())
def test_no_number_shows_a_signed_nothing(value: float, decimals: int, signed: bool) -> None:
    """Whatever rounds to nothing carries no sign, and no hyphen ever stands for a minus."""
    text = words.plain(value, decimals, signed=signed)

    assert "-" not in text
    if not text.strip("+−").strip("0,."):
        assert text[0] == "0"


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (9568, "offences", "9,568"),
        (1234567, "offences", "1,234,567"),
        (-33, "offences", "−33"),
        (-627, "difference", "−627"),
        (14, "difference", "+14"),
        (0, "difference", "0"),
        # 1963 / 9601
        (100 * 1963 / 9601, "%", "20.4%"),
        (100, "%", "100.0%"),
        # 128 offences among 1255 residents
        (1000 * 128 / 1255, "per 1,000", "102"),
        (-2, "number", "−2"),
    ],
)
def test_numbers_follow_their_unit(value: float, unit: str, shown: str) -> None:
    """Thousands have commas, differences a sign, percentages one decimal, rates none."""
    assert words.number(value, unit) == shown


def test_a_column_may_choose_its_decimals() -> None:
    """The column's own number of decimals goes before the unit's."""
    assert words.number(13.966, "%", 0) == "14%"
    assert words.number(8.44, "per 1,000", 1) == "8.4"


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (1, "offences", "1 offence"),
        (0, "offences", "0 offences"),
        (2, "offences", "2 offences"),
        (9568, "offences", "9,568 offences"),
        (1, "fires", "1 fire"),
        (1, "crimes and incidents", "1 crime or incident"),
        (1, "areas", "1 area"),
    ],
)
def test_counts_have_a_noun(value: int, unit: str, said: str) -> None:
    """What is counted is singular for one."""
    assert words.counted(value, unit) == said


@pytest.mark.parametrize(
    ("rank", "said"),
    [
        *[(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th")],
        *[(13, "13th"), (15, "15th"), (21, "21st"), (22, "22nd"), (101, "101st"), (111, "111th")],
    ],
)
def test_positions_are_ordinals(rank: int, said: str) -> None:
    """Ordinals as English forms them."""
    assert words.ordinal(rank) == said


def test_small_numbers_are_words() -> None:
    """Whole numbers up to twelve are written out."""
    assert [words.as_word(n) for n in (0, 1, 6, 12, 13, 1200)] == [
        *("no", "one", "six", "twelve", "13", "1,200")
    ]


@pytest.mark.parametrize(
    ("one", "many"),
    [
        *(("beat", "beats"), ("parish", "parishes"), ("community", "communities")),
        *(("LSOA", "LSOAs"), ("Business", "Businesses"), ("survey", "surveys")),
    ],
)
def test_nouns_have_a_singular_and_a_plural(one: str, many: str) -> None:
    """Each is made of the other, and stays what it is already."""
    assert (words.plural(one), words.singular(many)) == (many, one)
    assert (words.plural(many), words.singular(one)) == (many, one)


def test_small_numbers_are_read_again() -> None:
    """What is written out is read back, with a capital letter too; other words are no number."""
    assert [words.from_word(words.as_word(n)) for n in range(1000)] == list(range(1000))
    assert [words.from_word(word) for word in ("Three", "some", "1.5")] == [3, None, None]


@pytest.mark.parametrize(
    ("finding", "full", "short", "difference"),
    [
        (
            found(9568, 10195),
            "fell by 6.2%, from 10,195 to 9,568",
            "fell by 6.2%",
            "627 fewer offences",
        ),
        (
            found(372, 358),
            "rose by 3.9%, from 358 to 372",
            "rose by 3.9%",
            "14 more offences",
        ),
        (found(99, 100), "fell by 1.0%, from 100 to 99", "fell by 1.0%", "1 fewer offence"),
        (
            found(116, 116),
            "was unchanged at 116",
            "was unchanged at 116",
            "no more and no fewer",
        ),
        # below the small base of 50 no percentage is given
        (found(40, 49), "fell from 49 to 40", "fell from 49 to 40", "9 fewer offences"),
        (found(5, 0), "rose from 0 to 5", "rose from 0 to 5", "5 more offences"),
        # 1 / 4000 = 0.025 %
        (
            found(4001, 4000),
            "rose by less than 0.1%, from 4,000 to 4,001",
            "rose by less than 0.1%",
            "1 more offence",
        ),
    ],
)
def test_changes_in_words(finding: Finding, full: str, short: str, difference: str) -> None:
    """The direction is the verb's, so the number carries no sign; counts are fewer, not less."""
    assert words.phrase(finding, "change") == full
    assert words.phrase(finding, "short change") == short
    assert words.phrase(finding, "difference") == difference


@given(st.integers(0, 20000), st.integers(0, 20000))
def test_sign_and_words_agree(previous: int, current: int) -> None:
    """No change is worded with a sign; what rose is more, what fell is fewer."""
    finding = found(current, previous)
    full, short = words.change(finding), words.short_change(finding)
    direction = "rose" if current > previous else "fell" if current < previous else "was unchanged"

    assert full.startswith(direction)
    assert short.startswith(direction)
    assert not {"−", "+", "-"} & set(full + short)
    assert ("more" in words.difference(finding)) == (current >= previous)
    assert ("fewer" in words.difference(finding)) == (current <= previous)


@pytest.mark.parametrize("form", ["change", "short change", "difference", "position change"])
def test_a_change_without_an_earlier_figure_is_unsayable(form: str) -> None:
    """What has nothing to be compared with is refused, not called a rise."""
    with pytest.raises(words.Unsayable, match="has no earlier figure"):
        words.phrase(found(9568), form)


def test_what_has_no_value_is_unsayable() -> None:
    """A figure that is withheld is not printed as nothing."""
    for form in ("count", "number", "share", "rate"):
        with pytest.raises(words.Unsayable, match="has no value"):
            words.phrase(found(None), form)
    with pytest.raises(words.Unsayable, match="has no value"):
        words.phrase(found(None, measure="remainder"), "difference")
    for form in ("position", "trend"):
        with pytest.raises(words.Unsayable, match="has no value"):
            words.phrase(found(None, measure=form), form)


def test_a_remainder_and_a_gap_are_differences() -> None:
    """Areas against the whole, and one area against another, are worded by their own value."""
    assert words.difference(found(33, measure="remainder")) == "33 more"
    assert words.difference(found(-20, measure="remainder")) == "20 fewer"
    assert words.difference(found(-1, measure="gap")) == "1 fewer offence"


def test_positions_in_words() -> None:
    """1 is the lowest rate, so a smaller number is a move up."""
    one: dict[str, Any] = {"measure": "position", "unit": "position", "of": 15}

    assert words.position(found(12, **one)) == "12th of 15"
    assert words.position_change(found(13, 14, **one)) == "moved up from 14th to 13th of 15"
    assert words.position_change(found(14, 12, **one)) == "moved down from 12th to 14th of 15"
    assert words.position_change(found(12, 12, **one)) == "stayed 12th of 15"


@pytest.mark.parametrize(
    ("places", "shown"), [(2, "↑ up 2"), (-2, "↓ down 2"), (1, "↑ up 1"), (0, "↔ no change")]
)
def test_movements_have_arrow_and_words(places: int, shown: str) -> None:
    """A place gained points up, and the arrow is never alone."""
    assert words.movement(places) == shown


def test_a_trend_claims_no_more_than_the_years_shown() -> None:
    """A series is described by all of its steps."""
    said = [words.directed(found(way, measure="trend", unit="direction")) for way in (1, -1, 0)]

    assert said == [
        "rose in every year shown",
        "fell in every year shown",
        "neither rose nor fell in every year shown",
    ]


def test_a_peak_in_words() -> None:
    """The published form: "a peak in TFMV in April 2012 with 78 incidents", "double the usual"."""
    april, june = (Period(date(2012, m, 1), date(2012, m, 30)) for m in (4, 6))
    peak = found(78, measure="peak", unit="incidents", of=39, ratio=2, months=(april,))
    shared = peak.model_copy(update={"months": (april, june)})
    alone = peak.model_copy(update={"of": 0, "ratio": None})

    times = "2.0 times the mean of the other months"
    assert words.headline(peak) == f"78 incidents in April 2012, {times}"
    assert words.headline(shared) == f"78 incidents each in April 2012 and June 2012, {times}"
    assert words.headline(alone) == "78 incidents in April 2012 and none in the other months"
    assert words.figure(peak) == ("", words.headline(peak))
    with pytest.raises(words.Unsayable, match="against nothing, or against 0"):
        words.phrase(alone, "peak ratio")


def test_a_share_with_its_interval() -> None:
    """The level stands with the limits, which are rounded as the share is."""
    share = found(100 * 1963 / 9601, measure="share", unit="%")
    sure = share.model_copy(update={"interval": Interval(low=19.65, high=21.26, level=95)})
    surer = share.model_copy(update={"interval": Interval(low=19.19, high=21.75, level=99.8)})

    assert words.phrase(sure, "share with interval") == "20.4% (95% interval 19.7% to 21.3%)"
    assert words.phrase(surer, "share with interval") == "20.4% (99.8% interval 19.2% to 21.8%)"
    with pytest.raises(words.Unsayable, match="has no interval"):
        words.phrase(share, "share with interval")


@pytest.mark.parametrize(
    ("value", "way", "said"),
    [
        (0, "in line", "is in line with its peers"),
        (1, "worse", "is worse than its peers"),
        (-1, "better", "is better than its peers"),
        (2, "higher", "is higher than its peers"),
        (-2, "lower", "is lower than its peers"),
    ],
)
def test_a_verdict_against_peers(value: int, way: str, said: str) -> None:
    """Higher and lower where neither is good in itself; evidence cites it in a word."""
    verdict = found(value, measure="peer verdict", unit="direction")

    assert words.phrase(verdict, "peer verdict") == said
    assert words.statement(verdict).endswith(f" {said}")
    assert words.direction(verdict) == way


def test_a_rate_among_peers() -> None:
    """With a decimal, what it is of, and its interval where one is asked for."""
    rate = found(88.02, measure="peer rate", unit="per 1,000")
    sure = rate.model_copy(update={"interval": Interval(low=85.03, high=91.07, level=95)})

    assert words.headline(rate) == "88.0 per 1,000"
    assert words.phrase(sure, "peer rate with interval") == (
        "88.0 per 1,000 (95% interval 85.0 to 91.1)"
    )


def test_a_shared_position() -> None:
    """Joint in words, "=" in a cell."""
    joint = found(2, 4, measure="position", of=15, tied=True)

    assert words.phrase(joint, "position") == "joint 2nd of 15"
    assert words.phrase(joint, "position change") == "moved up from 4th to joint 2nd of 15"


def test_headlines_speak_by_measure() -> None:
    """Without a form asked for, a finding is worded by what it measures."""
    share = found(100 * 1963 / 9601, measure="share", unit="%")

    assert words.headline(found(9568, 10195)) == "fell by 6.2%, from 10,195 to 9,568"
    assert words.headline(found(9568)) == "9,568 offences"
    assert words.headline(share) == "20.4%"
    assert words.headline(found(12, measure="position", of=15)) == "12th of 15"
    assert words.headline(found(1, measure="trend")) == "rose in every year shown"
    assert words.headline(found(390, 360, measure="rolling")) == "rose by 8.3%, from 360 to 390"
    assert words.headline(found(60, 24, measure="month")) == "rose from 24 to 60"


def test_when_a_finding_was() -> None:
    """A count has its period, a position its day."""
    assert words.when(found(9568)) == "1 April to 5 December 2023"
    assert words.when(found(12, period=snapshot(date(2023, 10, 31)))) == "31 October 2023"


@pytest.mark.parametrize(
    ("cell", "unit", "shown"),
    [
        (Cell(value=9568), "offences", "9,568"),
        (Cell(value=-6.15007), "change %", "−6.2%"),
        # withheld because the base is small
        (Cell(markers=("u",)), "change %", "[u]"),
        (Cell(value=372, markers=("p", "r")), "offences", "372 [p] [r]"),
        (Cell(), "offences", ""),
        (Cell(value=2, tied=True), "rank", "2="),
        (Cell(value=1), "rank", "1"),
        (Cell(value=12, of=15), "position", "12/15"),
        (Cell(value=-2), "movement", "↓ down 2"),
        (Cell(value=2, of=15, tied=True), "position", "2=/15"),
        (Cell(value=3.234, of=7.381), "limits", "3 to 7"),
        (Cell(value=-1), "peers", "● better"),
        (Cell(value=2), "peers", "△ higher"),
        (Cell(value=1), "mark", "▲ significantly high"),
        (Cell(value="complete"), "status", "● Complete"),
        # a partner's text stays as it was written
        (Cell(value="50 to 60"), "supplied", "50 to 60"),
        (Cell(value="1,095"), "supplied", "1,095"),
    ],
)
def test_cells_of_tables(cell: Cell, unit: str, shown: str) -> None:
    """A cell is shown by its column's unit, its markers behind it."""
    assert words.cell(cell, Column(key="c", label="", unit=unit)) == shown


def test_every_status_has_words_and_a_shape() -> None:
    """The five statuses of a tracker differ in words and in shape, not by colour."""
    shapes = {shown[0] for shown in words.STATUS.values()}

    assert len(shapes) == len(words.STATUS) == 5


@pytest.mark.parametrize(("previous", "value", "arrow"), [(2, 1, "↓"), (1, 2, "↑"), (2, 2, "↔")])
def test_an_arrow_stands_before_a_change(previous: int, value: int, arrow: str) -> None:
    """It points the way of the verb."""
    assert words.arrow(found(value, previous)) == arrow


@pytest.mark.parametrize(
    ("finding", "shown"),
    [
        (found(9568), ("9,568", "offences")),
        (found(1), ("1", "offence")),
        (found(12, measure="position", unit="position", of=15), ("12th", "of 15")),
        (found(20.4, measure="share", unit="%", of_label="All Crime"), ("20.4%", "of All Crime")),
        (found(-1, measure="trend", unit="direction"), ("", "fell in every year shown")),
    ],
)
def test_a_figure_is_parted_from_its_words(finding: Finding, shown: tuple[str, str]) -> None:
    """A tile prints the figure large, and the noun beside it."""
    assert words.figure(finding) == shown


CHANGE = Column(key="change", label="Change", unit="change %")


@pytest.mark.parametrize(
    ("value", "polarity", "expected"),
    [
        (-6.2, "lower is better", ("better", "▽")),
        (6.2, "lower is better", ("worse", "▲")),
        (6.2, "higher is better", ("better", "△")),
        (-6.2, "higher is better", ("worse", "▼")),
        (-6.2, "ambiguous", ("neither", "↓")),
        (6.2, "ambiguous", ("neither", "↑")),
        (0, "lower is better", None),
        (-0.04, "lower is better", None),  # prints 0.0%
        (None, "lower is better", None),
        (-6.2, None, None),
    ],
)
def test_the_sign_of_a_change(
    value: float | None, polarity: Polarity | None, expected: tuple[str, str] | None
) -> None:
    """The direction and what it means: never where the polarity is ambiguous or not known."""
    assert words.way(Cell(value=value), CHANGE, polarity) == expected


def test_a_movement_in_the_group_is_no_change() -> None:
    """It shows places gained, which say nothing of the number of offences."""
    column = Column(key="movement", label="Movement", unit="movement")
    assert words.way(Cell(value=-2), column, "lower is better") is None


UNLOCATED = Caution(kind="unlocated", id="unlocated", change="labelled", period=PERIOD)


@pytest.mark.parametrize("form", [f for f in words.FORMS if f.split()[-1] in ("change", "trend")])
def test_every_form_that_compares_tells_of_the_change(form: str) -> None:
    """A caution about the change goes with it, and not with a count."""
    measure = words.FORMS[form].measures[0]
    counted = found(10, 12, measure=measure, cautions=(UNLOCATED,))

    assert words.cautions(counted, form) == (UNLOCATED,)
    assert words.cautions(found(10, 12, cautions=(UNLOCATED,)), "count") == ()
