"""What the years in a text are to an edition of 1 April to 5 December 2023."""

from datetime import date

import pytest

from report.periods import Period
from report.prose.dates import relations, undated

OWN = Period(date(2023, 4, 1), date(2023, 12, 5), "year to date")


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("from 1 April to 5 December 2023", "in this period"),
        ("the year 2023/24", "in this period"),
        ("the same dates of 2022", "in the period compared with"),
        ("recommendations of 2022/23", "in the period compared with"),
        ("a delivery group since 2016", "past"),
        ("the recommendations for 2024/25", "ahead"),
        ("a plan for 2023 to 2026", "in this period"),
        ("a plan for 2022-25", "in this period"),
        ("a plan for 2024–27", "ahead"),
        ("from 2018/19 to 2021/22", "past"),
    ],
)
def test_a_year_is_judged_by_what_it_is_to_the_edition(text: str, relation: str) -> None:
    """A plan that runs now is one of this period, whenever it began."""
    assert [how for _, how in relations(text, OWN, OWN.earlier())] == [relation]


def test_a_corrected_year_means_the_same_to_next_years_edition() -> None:
    """This year in this edition is what next year is in the next one."""
    later = Period(date(2024, 4, 1), date(2024, 12, 5), "year to date")
    now = relations("In 2023, and as in 2022", OWN, OWN.earlier())
    next_year = relations("In 2024, and as in 2023", later, later.earlier())

    assert [how for _, how in now] == [how for _, how in next_year]
    assert [shown for shown, _ in next_year] == ["2024", "2023"]


@pytest.mark.parametrize(
    "text", ["2,023 offences", "£2022", "12023 rows", "call 01632 960101", "Care Act 2023"]
)
def test_other_numbers_are_no_years(text: str) -> None:
    """Nor are four digits within another one, behind a pound sign, or in the name of a law."""
    assert relations(text, OWN, OWN.earlier()) == ()
    assert undated(text) == text
