"""Numbers found in a text, and what each may be after rounding."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report import words
from report.prose.figures import Figure, figures


def short(text: str) -> list[tuple[str, str, float | None]]:
    return [(f.text, f.kind, f.value) for f in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "fell by 29.8%, from 57 to 40",
            [("29.8%", "percent", 29.8), ("57", "count", 57), ("40", "count", 40)],
        ),
        (
            "−6.2% or -6.2 per cent",
            [("−6.2%", "percent", -6.2), ("-6.2 per cent", "percent", -6.2)],
        ),
        ("50-60 visits", [("50", "count", 50), ("60", "count", 60)]),
        ("a fall of 3.2 percentage points", [("3.2 percentage points", "points", 3.2)]),
        ("53 crimes per 1000 population", [("53 crimes per 1000", "rate", 53)]),
        ("13/15, then 2nd", [("13/15", "position", 13), ("2nd", "ordinal", 2)]),
        ("joint 12th of 15", [("joint 12th of 15", "ordinal", 12)]),
        ("5 out of the 10 beats", [("5 out of the 10", "part", 5)]),
        (
            "five areas, one third of all",
            [("five", "count", 5), ("one third", "fraction", 100 / 3)],
        ),
        ("double, or 2.0 times", [("double", "times", 2), ("2.0 times", "times", 2)]),
        ("£27 million", [("£27 million", "money", 27e6)]),
        (
            "1 April to 5th December 2023",
            [("1 April", "date", None), ("5th December 2023", "date", None)],
        ),
        (
            "in 2023/24 and 2019, 1609",
            [("2023/24", "period", None), ("2019", "period", None), ("1609", "count", 1609)],
        ),
        ("2019 offences", [("2019", "count", 2019)]),
        (
            "Table 3, SP1, E07000130",
            [("Table 3", "label", None), ("SP1", "label", None), ("E07000130", "label", None)],
        ),
        ("ring 0116 222 2222", [("0116 222 2222", "telephone", None)]),
    ],
)
def test_what_a_text_holds(text: str, expected: list[tuple[str, str, float | None]]) -> None:
    """Each number is found once, by what it is: no date, label or number of years is a count."""
    assert short(text) == expected


def test_a_hedge_and_the_words_behind_are_kept() -> None:
    """ "Nearly" makes a number less than exact; the noun says what is counted."""
    (found,) = figures("There were nearly 2,000 recorded offences in all.")

    assert (found.hedge, found.after) == ("nearly", "recorded offences in all")


@pytest.mark.parametrize(
    "hedge", ["no more than", "not more than", "no fewer than", "not less than", "more than"]
)
def test_the_whole_hedge_is_read(hedge: str) -> None:
    """ "No more than 40" is not "more than 40", also where a line ends within it."""
    assert [f.hedge for f in figures(f"There were {hedge} 40.")] == [hedge]
    assert [f.hedge for f in figures(f"There were {hedge.replace(' than', chr(10) + 'than')} 40.")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("nineteen", 19), ("twenty-five", 25), ("Twenty five", 25), ("a hundred", 100)),
        *(("two hundred", 200), ("two hundred and six", 206), ("nineteen\nhundred", 1900)),
        *(("five thousand", 5e3), ("a thousand and one", 1001), ("two and a half", 2.5)),
        *(("two million, three hundred thousand", 2.3e6), ("one hundred and two thousand", 102e3)),
        *(("5 thousand", 5e3), ("5 Million", 5e6), ("1.2bn", 1.2e9), ("2 hundred", 200)),
        *(
            ("2000 million", 2e9),
            ("two-thirds", 200 / 3),
            ("three quarters", 75),
            ("an eighth", 12.5),
        ),
        *(("£1.2M", 1.2e6), ("£3K", 3e3), ("£5 Thousand", 5e3)),
        *(("five per cent", 5), ("twenty-five percentage points", 25)),
    ],
)
def test_a_number_is_read_whole(text: str, value: float) -> None:
    """Number words and digits with a word of scale are one number, as English has them."""
    (found,) = figures(f"{text} of them")

    assert found.text == text
    assert found.value == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    [
        *("several hundred", "half a million", "a quarter of a million", "a few thousand"),
        *("half a dozen", "two dozen", "thousands of", "twenty-first", "twenty-five-year-old"),
        *(
            "between one hundred and two hundred",
            "one one one",
            "twenty twenty-four",
            "12m",
            "1.2m",
        ),
        *("nought", "9" * 400),
    ],
)
def test_what_cannot_be_read_for_certain_is_no_number(text: str) -> None:
    """No figure, or a label, rather than a wrong one: not the 5 of "twenty-five-year-old"."""
    assert [f.value for f in figures(f"saw {text} offences") if f.value is not None] == []


@pytest.mark.parametrize(
    "text", ["a third year", "a third offence", "the third year", "a fifth time"]
)
def test_the_next_of_its_kind_is_no_part(text: str) -> None:
    """ "A third year" is the one after the second; "a third of them" is a part."""
    assert [f.kind for f in figures(text)] == ["ordinal"]
    assert [f.kind for f in figures("a third of them, or a third fewer")] == ["fraction"] * 2


@pytest.mark.parametrize("text", ["1,Start", "2,radio", "1,1,1"])
def test_a_comma_without_thousands_parts_numbers(text: str) -> None:
    """The 1 of "1,Start" is a number of its own, not a name that goes on behind the comma."""
    assert figures(text)[0].text == text[0]


def test_five_thousand_is_rounded_to_a_thousand() -> None:
    """By its last unit 4,500 to 5,500 may be "five thousand", as "5 thousand"; 206 is 206."""
    letters, digits, exact = figures("five thousand, 5 thousand, two hundred and six")

    assert (letters.low, letters.high) == (digits.low, digits.high) == (4500, 5500)
    assert (exact.low, exact.high) == (206, 206)


@given(st.text(alphabet="1,. %of", max_size=60), st.sampled_from(["", "1 of ", "1" * 5000]))
def test_any_row_of_digits_can_be_read(text: str, before: str) -> None:
    """No number is too long, or too often parted, to be read or passed over."""
    assert all(f.value is None or abs(f.value) < float("inf") for f in figures(before + text))


def test_the_interval_of_a_printed_number() -> None:
    """ "29.8%" was between 29.75 and 29.85; (57 − 40) ÷ 57 is 29.82, (58 − 40) ÷ 58 is 31.03."""
    (found,) = figures("29.8%")

    assert found.may_be(100 * 17 / 57)
    assert not found.may_be(100 * 18 / 58)


def test_a_sign_has_to_agree() -> None:
    """ "+3%" is no fall of 3 per cent; "3%" says nothing of the way."""
    (signed,), (plain,) = figures("+3%"), figures("3%")

    assert not signed.may_be(-3)
    assert plain.may_be(-3)


@given(st.floats(-1e6, 1e6), st.sampled_from(["%", "change %", "offences"]))
def test_what_is_printed_is_read_again(value: float, unit: str) -> None:
    """Whatever `words` prints of a number may be that number."""
    (found,) = figures(words.number(value, unit))

    assert found.may_be(value)


@given(st.text(alphabet="0123456789 .,%/-–+£()aTth", max_size=40))
def test_no_two_overlap(text: str) -> None:
    """Figures stand one behind the other, and are what the text has there."""
    found: list[Figure] = list(figures(text))

    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(f.text == text[f.start : f.end] for f in found)
