"""Phrases that no line breaks: which ones, and that nothing but the text is touched."""

import re

import pytest

from report.document.binding import plain_text
from report.document.together import kept_together
from tests.conftest import Built
from tests.pages import loose


def kept(text: str) -> list[str]:
    """Give the phrases of a text that are kept together."""
    return re.findall(r'<span class="together">(.*?)</span>', kept_together(text))


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("1 April to 5 December 2023", ["1 April", "5 December"]),
        ("From 1 April on", ["1 April"]),
        ("see Table 4.", ["Table 4"]),
        ("in Figure 12, below", ["Figure 12"]),
        ("Beats 62, 65", ["Beats 62"]),
        ("1,133 offences, 627 fewer offences", ["1,133 offences", "627 fewer offences"]),
        ("9 crimes and incidents", ["9 crimes and incidents"]),
        ("more than £3 billion for", ["£3 billion"]),
        ("was 12th of 15 and", ["12th of 15"]),
        ("from 14th to", ["14th"]),
        ("in 2022/23.", ["2022/23"]),
        ("section 17 of the Act", ["section 17"]),
        ("rate per 1,000", ["per 1,000"]),
        ("Appendix A sets", ["Appendix A"]),
        ("In 2023 the Act 1998", []),
        ("a total of 1,963", []),
        ("Total 1,963", []),
        ("Chapter 3.1.2 says", ["Chapter 3.1.2"]),
    ],
)
def test_what_is_kept_together(text: str, phrases: list[str]) -> None:
    """A day and its month, a name and its number, a number and what it counts; never a year."""
    assert kept(text) == phrases


@pytest.mark.parametrize(
    "page",
    [
        '<img alt="Table 4: 5 December">',
        "<style>p { content: 'Table 4' }</style>",
        "<title>Assessment to 5 December</title>",
    ],
)
def test_what_is_no_text_is_left_alone(page: str) -> None:
    """Alternative texts, the style sheet and the title hold no spans."""
    assert kept_together(page) == page


def test_the_words_of_a_page_stay_the_same(built: Built) -> None:
    """No letter is added: a search for "5 December" finds it with its plain space."""
    text = (built.folder / "report.html").read_text(encoding="utf-8")
    page, _, _ = text.partition('<div class="notes">')
    bare = loose(page)

    assert "5 December" in plain_text(page)
    assert plain_text(page) == plain_text(bare)
    assert kept_together(bare) == page
