"""Abbreviations: expanded at their first use, and only there."""

import pytest

from report.document.abbreviations import Abbreviations
from tests.pages import page, read
from tests.small import assessment, section

GLOSSARY = {
    "ASB": "anti-social behaviour",
    "CSP": "Community Safety Partnership",
    "IDVA": "independent domestic violence adviser",
    "DV": "domestic violence",
}


@pytest.mark.parametrize(
    ("text", "expanded"),
    [
        ("The CSP met.", "The Community Safety Partnership (CSP) met."),
        # a second use stays short
        ("A CSP is a CSP.", "A Community Safety Partnership (CSP) is a CSP."),
        # a sentence begins with a capital
        ("ASB fell.", "Anti-social behaviour (ASB) fell."),
        ("It fell. ASB too.", "It fell. Anti-social behaviour (ASB) too."),
        # plural and genitive
        ("All CSPs met.", "All Community Safety Partnerships (CSPs) met."),
        ("The CSP’s plan.", "The Community Safety Partnership’s (CSP’s) plan."),
        # the author has done it
        ("Much anti-social behaviour (ASB).", "Much anti-social behaviour (ASB)."),
        (
            "Community Safety Partnerships (CSPs) met; one CSP did not.",
            "Community Safety Partnerships (CSPs) met; one CSP did not.",
        ),
        # part of another word, or in other letters
        ("The CSPX and the csp.", "The CSPX and the csp."),
        # an expansion is not expanded again
        ("An IDVA.", "An independent domestic violence adviser (IDVA)."),
        ("ASB/CSP", "Anti-social behaviour (ASB)/Community Safety Partnership (CSP)"),
    ],
)
def test_the_first_use_is_expanded(text: str, expanded: str) -> None:
    """The meaning comes first and the short form behind it in brackets."""
    assert Abbreviations(GLOSSARY).expand(text) == expanded


def test_entries_are_those_used_in_alphabetical_order() -> None:
    """Uses that are only noted, as in tables, count as well."""
    abbreviations = Abbreviations(GLOSSARY)
    abbreviations.expand("The CSP met about DV.")
    abbreviations.note("ASBs by beat")

    assert abbreviations.entries() == [
        ("ASB", "anti-social behaviour"),
        ("CSP", "Community Safety Partnership"),
        ("DV", "domestic violence"),
    ]


def test_what_is_noted_is_still_expanded_later() -> None:
    """A table before the text does not take the meaning from its first sentence."""
    abbreviations = Abbreviations(GLOSSARY)
    abbreviations.note("ASB by beat")

    assert abbreviations.expand("Of ASB.") == "Of anti-social behaviour (ASB)."


def test_no_glossary_changes_nothing() -> None:
    """A partnership without abbreviations gets its text back."""
    assert Abbreviations({}).expand("ASB fell.") == "ASB fell."


def test_the_first_use_is_the_first_in_print() -> None:
    """Over chapters, lines and emphasis; a heading is left as it is."""
    one = section("one", "## About ASB\n\nThe *town* has\nASB, and **ASB** it is.\n")
    two = section("two", "- ASB again\n")
    html = page(assessment(one, two, glossary=GLOSSARY))

    assert read(html, "one") == (
        "1 One 1.1 About ASB The town has anti-social behaviour (ASB), and ASB it is."
    )
    assert read(html, "two") == "2 Two ASB again"
