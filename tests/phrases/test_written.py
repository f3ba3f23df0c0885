"""What the reference says of brackets over years and areas is what they print."""

import pytest

from report.names import Index
from report.phrases.grammar import say
from tests.phrases.test_sets_in_words import over_areas
from tests.phrases.test_tables_in_words import over_tables
from tests.phrases.test_years_in_words import over_years
from tests.test_reference import table

INDEX = {
    "said of years": over_years,
    "said of areas": over_areas,
    "said of tables": over_tables,
}


@pytest.fixture(scope="module")
def indexes() -> dict[str, Index]:
    """The names that each table is about."""
    return {name: make() for name, make in INDEX.items()}


@pytest.mark.parametrize(
    ("name", "written", "printed"), [(name, *line) for name in INDEX for line in table(name)]
)
def test_a_phrase_prints_what_the_reference_says(
    indexes: dict[str, Index], name: str, written: str, printed: str
) -> None:
    """The right column is what stands in the document."""
    assert say(indexes[name], written.strip("`[]")).text == printed
