"""Canonical names found in a text."""

import pytest

from report.prose.mentions import figures_outside, mentions
from report.prose.vocabulary import Vocabulary
from tests.prose.passages import edition


def named(text: str) -> list[tuple[str, str]]:
    return [(m.text, m.id) for m in mentions(text, Vocabulary.of(edition()))]


@pytest.mark.parametrize(
    "text",
    [
        *("Burglary – Residential", "Burglary-Residential", "burglary (residential)"),
        *("Residential burglary", "residential burglaries", "BURGLARY - RESIDENTIAL"),
    ],
)
def test_a_category_is_found_however_it_is_written(text: str) -> None:
    """Case, dashes, order and number make no other category of it."""
    assert named(f"In 2023 {text} fell.") == [(text, "burglary-residential")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("thefts of motor vehicles", "theft-of-vehicles"),
        ("theft of a vehicle", "theft-of-vehicles"),
        ("theft from person", "theft-from-the-person"),
        ("robberies", "robbery"),
        ("antisocial behaviour", "anti-social-behaviour"),
        ("total crime", "all-crime"),
        ("burglary", "burglary"),
    ],
)
def test_everyday_variants_mean_the_category(text: str, found: str) -> None:
    """Plurals, articles, hyphens and aliases that people write."""
    assert named(f"There was less {text}.") == [(text, found)]


@pytest.mark.parametrize(
    "text",
    [
        "There was less violence, and less theft.",
        "No other theft rose more.",
        "Much of it was linked to alcohol.",
        "Every district in the county has one.",
        "They crossed the bridge, played rugby and heard noise.",
        # what a name is not, is another thing
        "There was less non-residential burglary, and non-robbery is all else.",
    ],
)
def test_ordinary_words_are_no_names(text: str) -> None:
    """What two categories share, or what is a name only with its capital letter, names nothing."""
    assert named(text) == []


def test_the_longest_name_wins() -> None:
    """A category inside a longer one's name, and an area inside a partner's, are not found."""
    text = "Violence without Injury, and Middlemarch District Council in Middlemarch"

    assert named(text) == [
        ("Violence without Injury", "violence-without-injury"),
        ("Middlemarch District Council", "Middlemarch District Council"),
        ("Middlemarch", "E07000999"),
    ]


def test_a_name_ends_with_its_line_of_a_list() -> None:
    """Two bullets are two names, an empty line parts too, and a line that goes on does not."""
    assert named("- Residential\n- Burglary") == [("Burglary", "burglary")]
    assert named("Violence with\n\nInjury") == []
    assert named("Violence with\nInjury") == [("Violence with\nInjury", "violence-with-injury")]


def test_a_row_of_numbered_areas_names_each() -> None:
    """The word stands once, in the plural, and the last number comes behind "and"."""
    text = "Beats 61, 62, 64 and 65, 63 offences more; beats 62 and 65"

    assert named(text) == [
        *(("Beats 61", "beat-61"), ("62", "beat-62"), ("64", "beat-64"), ("65", "beat-65")),
        *(("beats 62", "beat-62"), ("65", "beat-65")),
    ]


def test_areas_partners_and_priorities() -> None:
    """Names with "&" or "and", codes, the own area by its kind, and what lists hold."""
    text = (
        "In Castle Donington West and Freshitt (E01000001), Tipton's, and the district, The Bridge;"
        " safer roads"
    )

    assert named(text) == [
        ("Castle Donington West and Freshitt", "E01000001"),
        ("E01000001", "E01000001"),
        ("Tipton", "E01000002"),
        ("the district", "E07000999"),
        ("The Bridge", "The Bridge"),
        ("safer roads", "roads"),
    ]


def test_periods_mean_their_dates() -> None:
    """The edition's year is its own period; another year runs from April; last year is compared."""
    assert named("2023/24, 2023/2024, 2019-20 and last year") == [
        ("2023/24", "2023-04-01/2023-12-05"),
        ("2023/2024", "2023-04-01/2023-12-05"),
        ("2019-20", "2019-04-01/2020-03-31"),
        ("last year", "2022-04-01/2022-12-05"),
    ]


def test_the_own_area_is_known_by_its_short_forms() -> None:
    """A compass point may be shortened, and a name of three words or more to its letters."""
    own = edition().partnership.model_copy(update={"area_name": "North West Middlemarch"})
    words = Vocabulary.of(edition(partnership=own))

    found = [m.text for m in mentions("NW Middlemarch, NWM and North West Middlemarch", words)]

    assert found == ["NW Middlemarch", "NWM", "North West Middlemarch"]


def test_a_number_in_a_name_is_no_figure() -> None:
    """62 of "Beat 62" counts nothing, and 300 does; so does a rate that a category stands in."""
    text = "Beat 62 had 300 offences, 12 robberies per 1,000 residents, and beats 62 and 65 had 7"
    found = figures_outside(text, mentions(text, Vocabulary.of(edition())))

    assert [f.value for f in found] == [300, 12, 7]


def test_a_list_of_the_areas_of_a_kind_is_that_kind() -> None:
    """A list "lsoas" beside areas of the kind "LSOA" leaves "the 37 LSOAs" one name."""
    lists = {"lsoas": tuple(f"Tipton {n}" for n in range(37))}
    vocabulary = Vocabulary.of(edition(lists=lists))

    (found,) = mentions("all of the 37 LSOAs", vocabulary)

    assert (found.kind, found.text) == ("list", "LSOAs")
