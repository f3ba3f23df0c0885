"""The brackets of a text as it was written."""

import pytest

from report.prose.brackets import BRACKET, SOURCE


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("Robbery [robbery change] here", "robbery change"),
        ("See [the plan](https://example.org/2024), please", "the plan"),
        ("Nothing []", ""),
    ],
)
def test_a_bracket_is_found_with_the_address_of_its_link(text: str, inner: str) -> None:
    """What stands inside is known by itself, and no digit of an address is left over."""
    found = BRACKET.search(text)

    assert found is not None
    assert found["inner"] == inner
    assert not any(letter in BRACKET.sub("", text) for letter in "[]()0123456789")


@pytest.mark.parametrize("text", ["[source: Police, 2024]", "[ Source : Police]", "[SOURCE: x]"])
def test_a_source_is_known_however_it_is_spaced(text: str) -> None:
    """Capital letters and spaces before the colon cite as well."""
    assert SOURCE.fullmatch(text)


def test_another_bracket_cites_nothing() -> None:
    """A bracket that only begins with the letters is none."""
    assert not SOURCE.search("[sources of income: fines]")
