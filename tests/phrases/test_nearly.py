"""A bracket that means nothing is told with the one that was probably meant."""

import pytest

from report import words
from report.names import Index, Unknown
from report.phrases.grammar import say
from tests.phrases.test_sets_in_words import over_areas
from tests.small import assessment, finding, section


@pytest.fixture(scope="module")
def index() -> Index:
    """Ten beats with All Crime and Robbery, three LSOAs with Burglary, and an overview."""
    return over_areas()


def fault(index: Index, text: str) -> Unknown:
    with pytest.raises(Unknown) as caught:
        say(index, text)
    return caught.value


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Robery change", "Robbery change"),
        ("Robbery changes", "Robbery change"),
        ("change in robbery", "Robbery change"),
        ("robbery's change", "Robbery change"),
        ("robberies change", "Robbery change"),
        ("Robbery percentage change", "Robbery change"),
        ("robbery decrease", "Robbery change"),
        ("shop lifting change", "Shoplifting change"),
        ("shop-lifting change", "Shoplifting change"),
        ("number of robberies", "Robbery count"),
        ("robbery offences", "Robbery count"),
        ("Robbery", "Robbery count"),
        ("All Crime in Beat 62", "All Crime count in Beat 62"),
        ("Beat 62 all crime change", "All Crime change in Beat 62"),
        ("highest beat for all crime", "beat with the most All Crime"),
        ("worst three beats for robbery", "top three beats for Robbery"),
        ("beats where robbery rose", "beats with a rise in Robbery"),
        ("how many beats saw robbery fall", "number of beats with a fall in Robbery"),
        ("lowest beat for all crime", "beat with the fewest All Crime"),
        ("robbery in the Beat 62 beat", "Robbery count in Beat 62"),
        ("robbery as a percentage of all crime", "Robbery share of All Crime"),
        ("percentage of all crime that is robbery", "Robbery share of All Crime"),
        ("robbery percentage", "Robbery share"),
        ("crime change", "All Crime change"),
    ],
)
def test_everyday_words_are_told_as_the_bracket_that_is_meant(
    index: Index, typed: str, meant: str
) -> None:
    """What is advised can be said as it stands."""
    told = fault(index, typed)

    assert told.do.startswith(f"did you mean '{meant}'?")
    assert told.near
    assert say(index, meant).text


@pytest.mark.parametrize(
    ("typed", "what", "do"),
    [
        # the LSOAs alone count Burglary, and the beats All Crime and Robbery
        ("burglary change in Beat 62", "Burglary is not counted in Beat 62", "counted there: All"),
        ("Beat 62 share", "names no category", "counted in Beat 62 are: All Crime, Robbery"),
        (
            "robbery in August",
            "no month of Robbery has a number of its own",
            "write 'Robbery count'",
        ),
        ("injury change", "unknown finding", "counted are: Violence with Injury"),
        ("bigamy change", "unknown finding", ""),
    ],
)
def test_what_is_not_counted_is_told_with_what_is(
    index: Index, typed: str, what: str, do: str
) -> None:
    """No other category's number is advised in its place."""
    told = fault(index, typed)

    assert what in told.what
    assert told.do.startswith(do)
    assert "did you mean" not in told.do


def test_own_words_are_told_what_is_read_with_a_true_example(index: Index) -> None:
    """Robbery fell from 57 to 40 (the borough's row): by 17 of 57, which is 29.8 %."""
    told = fault(index, "Robbery went down lots")

    assert "'rose', 'fell'" in told.do
    assert told.do.endswith("'Robbery [fell by 29.8%]'")


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("beats with an increase in all crime", "beats with a rise in all crime"),
        ("beats with increases in all crime", "beats with a rise in all crime"),
        ("number of beats with decreases in all crime", "number of beats with a fall in all crime"),
        ("beat with the biggest drop in robbery", "beat with the largest fall in robbery"),
        ("robbery change compared with last year", "robbery change since last year"),
        ("robbery change on the previous year", "robbery change since last year"),
        ("robbery a year ago", "robbery last year"),
    ],
)
def test_everyday_words_are_read_where_they_mean_one_thing(
    index: Index, typed: str, same: str
) -> None:
    """A rise is an increase, and last year the previous one."""
    assert say(index, typed) == say(index, same)


def test_own_words_of_what_has_no_earlier_number_are_told() -> None:
    """The change that they would mean is found, and cannot be said without an earlier count."""
    robbery = finding("count.robbery", "Robbery", 40, category="robbery")
    made = section("overview", findings=(robbery,))
    alone = assessment(made, categories={"robbery": "Robbery"})
    forms = {name: form.measures for name, form in words.FORMS.items()}

    told = fault(Index(alone, forms), "had the largest rise in Robbery")

    assert told.what
