"""Keys and values of the YAML: a mistake has its line, what was expected and what was found."""

from pathlib import Path

import pytest

from tests.config.mistakes import CATEGORIES, LAYOUT, Mistake, told
from tests.editions import EDITION, PARTNERSHIP, problems_of
from tests.made_up import altered, project

MISTAKES = {
    "unknown key": (
        EDITION,
        "status: final",
        "staus: final",
        "unknown key 'staus'; did you mean 'status'?",
    ),
    "unknown key in a part": (
        EDITION,
        "{title: Middle",
        "{titel: Middle",
        "unknown key 'titel'; did you mean 'title'?",
    ),
    "unknown key of a section": (
        EDITION,
        "whole: all-crime",
        "hole: all-crime",
        "unknown key 'hole'; did you mean 'whole'?",
    ),
    "unknown key of the partnership": (
        PARTNERSHIP,
        "short_name:",
        "shortname:",
        "unknown key 'shortname'; did you mean 'short_name'?",
    ),
    "unknown key of a category": (
        CATEGORIES,
        "label: Hate Crime\n    polarity",
        "label: Hate Crime\n    polarty",
        "unknown key 'polarty'; did you mean 'polarity'?",
    ),
    "unknown key of a layout": (
        LAYOUT,
        "{header: first",
        "{heder: first",
        "unknown key 'heder'; did you mean 'header'?",
    ),
    "text for a number": (
        EDITION,
        "history: 1",
        "history: many",
        "history: expected a whole number, but found 'many'",
    ),
    "yes for a number": (
        EDITION,
        "history: 1",
        "history: yes",
        "history: expected a whole number, but found 'yes'",
    ),
    "negative": (
        EDITION,
        "history: 1",
        "history: -1",
        "history: expected 0 or more, but found '-1'",
    ),
    "value for a list": (
        EDITION,
        "headlines: [All Crime change, Robbery position change]",
        "headlines: All Crime change",
        "headlines: expected a list, but found 'All Crime change'",
    ),
    "nothing for a list": (
        EDITION,
        "headlines: [All Crime change, Robbery position change]",
        "headlines:",
        "headlines: expected a list, but found nothing",
    ),
    "value for keys": (
        EDITION,
        ("document: {title: Middlemarch strategic assessment, description: A made-up assessment.}"),
        "document: Middlemarch",
        "document: expected 'key: value' below it, but found 'Middlemarch'",
    ),
    "nothing": (EDITION, "status: final", "status:", "status is empty; use one of draft, final"),
    "no for text": (
        PARTNERSHIP,
        "short_name: Middlemarch CSP",
        "short_name: no",
        "short_name: expected text, but found 'no'; put it in quotes",
    ),
    "on for text": (
        PARTNERSHIP,
        "ASB: anti-social behaviour",
        "ASB: on",
        "glossary.ASB: expected text, but found 'on'; put it in quotes",
    ),
    "number for text": (
        EDITION,
        "printed: 50 to 60",
        "printed: 1.10",
        "quoted.0.printed: expected text, but found '1.10'; put it in quotes",
    ),
    "time for text": (
        EDITION,
        "printed: 50 to 60",
        "printed: 22:30",
        "quoted.0.printed: expected text, but found '22:30'; put it in quotes",
    ),
    "date for text": (
        EDITION,
        "printed: 50 to 60",
        "printed: 2023-11-01",
        "quoted.0.printed: expected text, but found '2023-11-01'; put it in quotes",
    ),
    "word for a choice": (
        EDITION,
        "status: final",
        "status: finl",
        "status: 'finl' is not known; did you mean 'final'?",
    ),
    "audience": (
        EDITION,
        "audience: public\n    categories",
        "audience: publc\n    categories",
        "audience: 'publc' is not known; did you mean 'public'?",
    ),
    "day first": (
        EDITION,
        "published: 2024-01-31",
        "published: 31/01/2024",
        "published.date: expected a date such as 2023-12-05, but found '31/01/2024'",
    ),
    "year for a date": (
        EDITION,
        "published: 2024-01-31",
        "published: 2024",
        "published.date: expected a date such as 2023-12-05, but found '2024'",
    ),
    "date in words": (
        EDITION,
        "first: 2023-04-01",
        "first: 1 April 2023",
        "period.first: expected a date such as 2023-12-05, but found '1 April 2023'",
    ),
    "period ends first": (
        EDITION,
        "first: 2023-04-01",
        "first: 2024-04-01",
        "period: the period ends (2023-12-05) before it starts (2024-04-01)",
    ),
    "no financial year": (
        EDITION,
        "basis: year to date",
        "basis: financial year",
        (
            "period: a financial year runs from 1 April to 31 March, but this one runs from "
            "1 April 2023 to 5 December 2023"
        ),
    ),
    "calendar year called financial": (
        EDITION,
        "kind: theme",
        (
            "kind: theme\n        period: {first: 2023-01-01, last: 2023-12-31, basis: "
            "financial year}"
        ),
        (
            "period: a financial year runs from 1 April to 31 March, but this one runs from "
            "1 January 2023 to 31 December 2023"
        ),
    ),
    "unknown basis": (
        EDITION,
        "basis: year to date",
        "basis: fiscal year",
        "period.basis: 'fiscal year' is not known; did you mean 'financial year'?",
    ),
    "section without kind": (
        EDITION,
        "- {kind: front, id: front}",
        "- {id: front}",
        "a section without a kind; add 'kind:' and 'id:'",
    ),
    "section as a word": (
        EDITION,
        "- {kind: front, id: front}",
        "- front",
        "a section without a kind; add 'kind:' and 'id:'",
    ),
    "section id": (
        EDITION,
        "id: overview",
        "id: The Overview",
        "id: expected lower-case letters, digits and hyphens, but found 'The Overview'",
    ),
    "peers that do not add up": (
        PARTNERSHIP,
        "size: 3",
        "size: 4",
        "peer_group: size is 4, but the list gives 2 members and the partnership itself",
    ),
    "a peer listed twice": (
        PARTNERSHIP,
        "[Barchester, Cranford]",
        "[Barchester, Barchester]",
        "peer_group: 'Barchester' is listed twice; list each other member once",
    ),
    "the partnership among its peers": (
        PARTNERSHIP,
        "[Barchester, Cranford]",
        "[Barchester, Middlemarch]",
        "peer_group: 'Middlemarch' is listed twice; list each other member once",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_has_its_line_and_what_to_do(tmp_path: Path, mistake: Mistake) -> None:
    """One mistake gives one problem."""
    found, expected = told(tmp_path, mistake)

    assert found == expected


@pytest.mark.parametrize("key", ["published: 2024-01-31", "status: final"])
def test_what_cannot_be_guessed_has_to_be_given(tmp_path: Path, key: str) -> None:
    """A date of publication and a status have no default."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, f"{key}\n", "")

    name = key.partition(":")[0]
    assert problems_of(config) == [f"{EDITION}:1: the key '{name}' is missing; add '{name}:'"]
