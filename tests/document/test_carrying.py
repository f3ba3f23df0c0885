"""What the passages of an edition rest on, as its pages print it."""

import pytest

from report.assessment import (
    Area,
    KeyFinding,
    NamedList,
    Recommendation,
    Section,
    SourceRecord,
)
from report.document.carrying import resting
from report.document.manuscript import Manuscript, manuscript
from report.document.passages import noted, passages
from report.errors import Where
from report.prose.confirmed import Carried
from tests.made_up import ROOT
from tests.small import assessment, finding, section, table

ROBBERY = finding(
    "count.robbery", "Robbery", 40, previous=57, change=-17, change_pct=-29.8, category="robbery"
)
CHAPTER = """\
Robbery [Robbery change]
in Middlemarch since 2022.

- **Lowick** has [number of falls].
- [table: beats] shows the rest,
  beat by beat.

[box: caution]
Few of them: [Robbery count].
[/box]

[table: beats]
"""


def made(*sections: Section, **more: object) -> Manuscript:
    """Cut an assessment that holds the finding, a list of it and a table."""
    parts = {
        "findings": (ROBBERY,),
        "lists": (NamedList(name="falls", form="change", findings=(ROBBERY.id,)),),
        "exhibits": (table("table.crime.beats", "beats", message="Tipton leads"),),
    }
    first = section("crime", CHAPTER, **parts | more)
    return manuscript(assessment(first, *sections), ROOT / "templates")


def rests(one: Manuscript) -> tuple[Carried, ...]:
    """Give what its paragraphs rest on; recommendation 1 stands in a file of its own."""
    places = {1: Where("data/recommendations.csv", 2)}
    yaml = Where("config/a.yaml", 1)
    found = passages(one.assessment, one.chapters, lambda *_: yaml, places)
    return resting(one, found, noted(one.assessment, at_key))


def at_key(*keys: object) -> Where:
    """Give a place that names its key."""
    return Where("config/" + ".".join(map(str, keys)), 1)


def by_place(found: tuple[Carried, ...]) -> dict[str, dict[str, str]]:
    return {str(c.paragraphs[0].where): {s.name: s.kept.text for s in c.said} for c in found}


def test_what_is_said_of_sources_tables_and_the_document_rests_on_its_years() -> None:
    """The period is of 2023, and is compared with 2022: a title or a note may be last year's."""
    source = SourceRecord(
        id="counts",
        title="Offences in 2023",
        layout="counts",
        file="a.csv",
        sha256="",
        rows_read=1,
        rows_used=1,
        note="That of 2022 is revised.",
    )
    noted_table = table("table.crime.beats", "beats", notes=("Recorded since 2019.",))
    crime = section("crime", exhibits=(noted_table,), place="config/a.yaml:9")
    whole = assessment(crime, sources=(source,), disclosure="It holds no count below 10.")
    found = rests(manuscript(whole, ROOT / "templates"))

    assert [(each.paragraphs[0].text, [s.kept.text for s in each.said]) for each in found] == [
        ("Assessment", []),
        ("Crime", []),
        ("It holds no count below 10.", []),
        ("Offences in 2023", ["in this period"]),
        ("That of 2022 is revised.", ["in the period compared with"]),
        ("Recorded since 2019.", ["past"]),
    ]
    assert [str(each.paragraphs[0].where) for each in found[3:]] == [
        *["config/sources.counts:1"] * 2,
        "config/a.yaml:9",
    ]


@pytest.fixture(scope="module")
def said() -> dict[str, dict[str, str]]:
    """Give what each paragraph rests on, by its place."""
    return by_place(rests(made()))


def test_every_paragraph_and_bullet_is_read_with_its_line(said: dict[str, dict[str, str]]) -> None:
    """Those of boxes too; lines that only place something are none."""
    assert [place for place in said if place.startswith("config/crime.md")] == [
        f"config/crime.md:{line}" for line in (1, 4, 5, 9)
    ]


def test_a_bracket_is_carried_as_it_is_printed(said: dict[str, dict[str, str]]) -> None:
    """With its test or caution, as a reader finds it; a year as what it is to the edition."""
    assert said["config/crime.md:1"] == {
        "[Robbery change]": "fell by 29.8%, from 57 to 40",
        "year 1": "in the period compared with",
    }


def test_a_bracket_of_several_findings_carries_their_order() -> None:
    """The two beats with most, each with its value."""
    beats = [
        finding(
            f"count.robbery.{name.casefold()}",
            f"Robbery in {name}",
            n,
            area=name,
            category="robbery",
        )
        for name, n in (("Lowick", 30), ("Tipton", 10))
    ]
    home = section("crime", "Most in [top 2 beats for robbery].\n", findings=(ROBBERY, *beats))
    gazetteer = tuple(Area(code=n.casefold(), name=n, kind="beat") for n in ("Lowick", "Tipton"))
    one = assessment(home, gazetteer=gazetteer, categories={"robbery": "Robbery"})
    found = [s for c in rests(manuscript(one, ROOT / "templates")) for s in c.said]

    assert [s.name for s in found] == ["[top 2 beats for robbery]"]
    assert found[0].kept.values.startswith("count.robbery.lowick: 30; count.robbery.tipton: 10")


def test_the_length_of_a_list_is_carried(said: dict[str, dict[str, str]]) -> None:
    """One falls."""
    assert said["config/crime.md:4"] == {"[number of falls]": "one"}


def test_an_exhibit_is_carried_by_its_shape_and_not_by_its_number(
    said: dict[str, dict[str, str]],
) -> None:
    """A table that becomes Table 2 is the same table."""
    assert said["config/crime.md:5"] == {"[table: beats]": "2 rows; 2 columns: Beat, n"}


def test_a_message_rests_on_its_chart() -> None:
    """Tipton has 1,400 of the made-up table, Lowick 300."""
    (message,) = (c for c in rests(made()) if c.paragraphs[0].text == "Tipton leads")

    assert [(s.name, s.kept.text) for s in message.said] == [("table.crime.beats", "most Tipton")]


def test_key_findings_and_recommendations_are_read() -> None:
    """A recommendation rests on the findings that it cites."""
    key = KeyFinding(text="Robbery [Robbery short change].", place="config/a.yaml:7")
    cited = Recommendation(id="plan", number=1, text="Write a plan.", evidence=("count.robbery",))
    one = made(key_findings=(key,), recommendations=("plan",))
    with_plan = one.assessment.model_copy(update={"recommendations": (cited,)})
    found = by_place(rests(manuscript(with_plan, ROOT / "templates")))

    assert found["config/a.yaml:7"] == {"[Robbery short change]": "fell by 29.8%"}
    assert found["data/recommendations.csv:2"] == {"count.robbery": "fell by 29.8%, from 57 to 40"}


def test_what_is_judged_without_a_figure_rests_on_where_it_stands() -> None:
    """Robbery moves from 57 to 40: words that call it a problem have to be read when it rises."""
    one = assessment(
        section("crime", "Robbery is a problem.\n", findings=(ROBBERY,)),
        categories={"robbery": "Robbery"},
    )
    (found,) = (c for c in rests(manuscript(one, ROOT / "templates")) if c.said)

    assert found.said[0].kept == ("fell by 29.8%, from 57 to 40", "count.robbery: fell")
