"""Findings and exhibits by the everyday names that authors use."""

import pytest

from report import words
from report.assessment import NamedList, Section
from report.names import Index, Unknown
from tests.small import assessment, finding, section, table

OVERVIEW = section(
    "overview",
    findings=(
        finding("count.all-crime", "All Crime", category="all-crime"),
        finding("position.all-crime", "All Crime", category="all-crime", unit="position"),
        finding(
            "count.all-crime.lowick", "All Crime in Lowick", area="Lowick", category="all-crime"
        ),
        finding(
            "share.all-crime.lowick", "All Crime in Lowick", area="Lowick", category="all-crime"
        ),
        finding("gap.all-crime", "All Crime gap between Lowick and Tipton", measure="gap"),
        finding("count.theft", "Theft from Vehicles", category="theft-from-vehicles"),
    ),
    exhibits=(table("table.overview.overview", "overview"),),
    lists=(NamedList(name="rises", form="change", findings=("count.theft",)),),
)
BEATS = section(
    "beats",
    title="By beat",
    exhibits=(
        table("table.beats.by-beat", "All Crime by beat"),
        table("chart.beats.by-beat", "All Crime by beat", kind="area_bars"),
        table("table.beats.visits", "Visits to the drop-in", file="visits.csv"),
    ),
    lists=(NamedList(name="rises", form="change", findings=()),),
)
TOWN = section(
    "town", exhibits=(table("table.town.by-beat", "All Crime by beat"),), title="The town"
)
ANALYSIS = section("analysis", parts=(BEATS,))
QUOTED = finding("quoted.visits", "visits a day", measure="quoted", printed="50 to 60")


@pytest.fixture
def index() -> Index:
    """Every name of a small assessment."""
    measures = {name: form.measures for name, form in words.FORMS.items()}
    aliases = {"Total Crime": "all-crime"}
    made = assessment(OVERVIEW, ANALYSIS, TOWN, quoted=(QUOTED,), aliases=aliases)
    return Index(made, measures)


@pytest.mark.parametrize(
    ("text", "id_", "form"),
    [
        ("All Crime count", "count.all-crime", "count"),
        ("all crime COUNT", "count.all-crime", "count"),
        # the longest form that fits, not "position" or "change" alone
        ("All Crime position change", "position.all-crime", "position change"),
        ("All Crime position", "position.all-crime", "position"),
        ("All Crime short change", "count.all-crime", "short change"),
        ("All Crime count in Lowick", "count.all-crime.lowick", "count"),
        ("All Crime in Lowick count", "count.all-crime.lowick", "count"),
        ("All Crime share in Lowick", "share.all-crime.lowick", "share"),
        ("Total Crime count in Lowick", "count.all-crime.lowick", "count"),
        ("Total Crime change", "count.all-crime", "change"),
        ("All Crime gap between Lowick and Tipton count", "gap.all-crime", "count"),
        ("Theft from Vehicles count", "count.theft", "count"),
    ],
)
def test_a_finding_is_called_by_label_and_form(
    index: Index, text: str, id_: str, form: str
) -> None:
    """Label, form and area in either order, any case, and the category's other names."""
    found, used = index.finding(text)

    assert (found.id, used) == (id_, form)


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("All Crimes count", "did you mean 'All Crime count'?"),
        ("All Crime change in Lowik", "did you mean 'All Crime change in Lowick'?"),
        ("Theft from Vehicle short change", "did you mean 'Theft from Vehicles short change'?"),
        # a label that is known, in a form that it has not
        ("Theft from Vehicles share", "use one of change, change in full, change with interval"),
        ("Bigamy count", ""),
    ],
)
def test_an_unknown_finding_gets_the_nearest_name(index: Index, text: str, advice: str) -> None:
    """The advice is written as it could be typed, and only names that can be said are advised."""
    with pytest.raises(Unknown, match=f"unknown finding '{text}'") as caught:
        index.finding(text)

    assert caught.value.do.startswith(advice)
    assert caught.value.do or not advice


def test_a_form_is_needed(index: Index) -> None:
    """A label alone does not say which of its numbers is meant."""
    with pytest.raises(Unknown, match="unknown finding 'Theft from Vehicles'") as caught:
        index.finding("Theft from Vehicles")

    assert caught.value.do == "did you mean 'Theft from Vehicles count'?"


@pytest.mark.parametrize(
    ("family", "text", "near", "id_"),
    [
        ("table", "overview", OVERVIEW, "table.overview.overview"),
        ("table", "All crime BY beat", ANALYSIS, "table.beats.by-beat"),
        ("chart", "All Crime by beat", ANALYSIS, "chart.beats.by-beat"),
        ("table", "visits.csv", ANALYSIS, "table.beats.visits"),
        ("table", "Visits to the drop-in", TOWN, "table.beats.visits"),
        # the section's own goes before another's of the same name
        ("table", "All Crime by beat", TOWN, "table.town.by-beat"),
        ("table", "All Crime by beat, town", ANALYSIS, "table.town.by-beat"),
        ("table", "All Crime by beat, beats", OVERVIEW, "table.beats.by-beat"),
    ],
)
def test_an_exhibit_is_called_by_its_name(
    index: Index, family: str, text: str, near: Section, id_: str
) -> None:
    """Name or file, any case; the nearest section first, or the section that is named."""
    assert index.exhibit(family, text, near).id == id_


def test_a_name_of_two_exhibits_is_refused(index: Index) -> None:
    """What could be either is not guessed; the advice names a section that tells them apart."""
    with pytest.raises(Unknown, match="'All Crime by beat' is the name of 2 tables") as caught:
        index.exhibit("table", "All Crime by beat", OVERVIEW)

    assert caught.value.do == "add the section: [table: All Crime by beat, beats]"
    assert index.exhibit("table", "All Crime by beat, beats", OVERVIEW) == BEATS.exhibits[0]


def test_an_unknown_exhibit_gets_the_nearest_name(index: Index) -> None:
    """Tables are advised for tables only."""
    with pytest.raises(Unknown, match="unknown table 'overwiew'") as caught:
        index.exhibit("table", "overwiew", OVERVIEW)
    assert caught.value.do == "did you mean 'overview'?"

    with pytest.raises(Unknown, match="unknown chart 'overview'") as caught:
        index.exhibit("chart", "overview", OVERVIEW)
    assert caught.value.do == ""


def test_a_list_is_called_by_its_name(index: Index) -> None:
    """The section's own list first; elsewhere the section has to be named."""
    assert index.named_list("Rises", OVERVIEW).findings == ("count.theft",)
    assert index.named_list("rises", BEATS).findings == ()
    assert index.named_list("rises, overview", TOWN).findings == ("count.theft",)

    with pytest.raises(Unknown, match="'rises' is the name of 2 lists") as caught:
        index.named_list("rises", TOWN)
    assert caught.value.do == "add the section: [list: rises, overview]"

    with pytest.raises(Unknown, match="unknown list 'risers'") as caught:
        index.named_list("risers", TOWN)
    assert caught.value.do == "did you mean 'rises'?"


def test_a_part_is_called_by_id_or_title(index: Index) -> None:
    """Only the parts of the chapter itself can be placed in it."""
    assert index.part("beats", ANALYSIS) == BEATS
    assert index.part("by beat", ANALYSIS) == BEATS

    with pytest.raises(Unknown, match="this chapter has no part 'town'"):
        index.part("town", ANALYSIS)
    with pytest.raises(Unknown, match="this chapter has no part 'beat'") as caught:
        index.part("beat", ANALYSIS)
    assert caught.value.do == "did you mean 'beats'?"


def test_a_chapter_is_no_part_of_itself(index: Index) -> None:
    """A chapter that placed itself would never end."""
    with pytest.raises(Unknown, match="this chapter has no part 'analysis'"):
        index.part("analysis", ANALYSIS)


def test_a_quoted_figure_is_called_by_its_label(index: Index) -> None:
    """Quoted figures are no findings that can be worded."""
    assert index.quoted("Visits a day").printed == "50 to 60"

    with pytest.raises(Unknown, match="nothing quoted under 'visits a week'") as caught:
        index.quoted("visits a week")
    assert caught.value.do == "did you mean 'visits a day'?"
    with pytest.raises(Unknown):
        index.finding("visits a day count")
