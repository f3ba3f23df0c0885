"""Numbers that look like years."""

import pytest

from report.prose.figures import figures


@pytest.mark.parametrize(
    "text",
    [
        *("rose by 2000", "fell by about 2019", "a rise of 2000", "an increase of nearly 1950"),
        *("up 2000", "down by 2019", "fell to 1987", "was reduced to 2010"),
        *("from 2310 to 1987", "from 2,310 to 1987", "from 57 offences to 2019"),
        *("from 2019 to 57", "from 2019 offences to 1987", "fell from 2019 to 1987"),
    ],
)
def test_a_number_behind_a_direction_is_a_count(text: str) -> None:
    """So is one of two numbers that are not two years, one behind the other."""
    assert {f.kind for f in figures(text)} == {"count"}


@pytest.mark.parametrize(
    "text",
    [
        *("in 2019", "by 2030", "up to 2019", "the rise of 2019", "growth to 2030"),
        *("to fall by 2030", "will be reduced by 2030", "had fallen by 2019", "rose in 2019"),
        *("from 2019 to 2023", "rose from 2019 to 2023", "between 2019 and 2023", "from 2019"),
        "from April 2019 to 2020",
    ],
)
def test_a_year_is_a_period(text: str) -> None:
    """A year to come, and one year to a later one, are times, whatever the words before them."""
    assert {f.kind for f in figures(text)} <= {"period", "date"}


def test_a_number_with_its_noun_is_a_count() -> None:
    """ "2019 offences" counts; its interval is that of a whole number."""
    for text in ("2019 offences", "rose by 2019"):
        (found,) = figures(text)
        assert (found.kind, found.low, found.value, found.high) == ("count", 2018.5, 2019, 2019.5)
