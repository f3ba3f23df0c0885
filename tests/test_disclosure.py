"""What may leave the partnership, and that nothing else does."""

import types
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from report.assessment import (
    FORMAT,
    Accepted,
    Area,
    Assessment,
    Caution,
    Commentary,
    Document,
    Entry,
    Exhibit,
    Finding,
    KeyFinding,
    NamedList,
    Partnership,
    Point,
    Priority,
    Rates,
    Recommendation,
    Section,
    SourceRecord,
    Variation,
)
from report.disclosure import public
from report.periods import Period

YEAR = Period(date(2023, 4, 1), date(2024, 3, 31), "financial year")

# Fields that stay inside although their record leaves, each for the reason that `public` gives.
STAY = {
    (Assessment, "aliases"),
    (Assessment, "area_numbers"),
    (Assessment, "categories"),
    (Assessment, "gazetteer"),
    (Assessment, "glossary"),
    (Assessment, "lists"),
    (Document, "details"),
    (Document, "marking"),
    (Partnership, "contacts"),  # unless a public section prints them
    (Recommendation, "continues"),
    (Section, "commentary"),
    (SourceRecord, "by_file"),  # as set_aside, file by file
    (SourceRecord, "note"),
    (SourceRecord, "set_aside"),
    (Variation, "p"),
}
# What a section that is not public may still show, as the place of the public items in it; and a
# reference, which is set when all ids are known.
EITHER = {(Section, "id"), (Section, "kind"), (Exhibit, "twin")}
AUDIENCES = ("public", "partner", "restricted")


@dataclass
class Filling:
    """Fill every field of every record with a value met nowhere else.

    Fields are found by reflection, so that a new one is under test from its first day.
    hidden: whether the nearest marked record stays inside; None for a value that may go either way.
    secret, open: the values given out to what stays inside, and to what leaves.
    pools: ids of all records of a kind, public or not, for the references to them.
    """

    secret: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    pools: dict[type, list[str]] = field(default_factory=dict)
    number: int = 0

    def next(self) -> int:
        """Give the next number."""
        self.number += 1
        return self.number

    def text(self, hidden: bool | None) -> str:
        """Give a new text."""
        return self._note(f"t{self.next():06d}.", hidden)

    def count(self, hidden: bool | None) -> int:
        """Give a new number."""
        return int(self._note(f"7{self.next():08d}", hidden))

    def day(self, hidden: bool | None) -> date:
        """Give a new date."""
        value = date(2100, 1, 1) + timedelta(days=self.next())
        self._note(value.isoformat(), hidden)
        return value

    def _note(self, text: str, hidden: bool | None) -> str:
        if hidden is not None:
            (self.secret if hidden else self.open).append(text)
        return text

    def record(
        self, kind: type[BaseModel], hidden: bool | None, audience: str = "", deep: int = 0
    ) -> Any:
        """Make a record of a kind; `deep` counts the sections it stands in."""
        if audience:
            hidden = audience != "public"
        values = {
            name: audience
            if name == "audience"
            else self.value(info.annotation, self.fate(kind, name, hidden), name, deep)
            for name, info in kind.model_fields.items()
        }
        if kind in (Finding, Exhibit, Recommendation, SourceRecord):
            self.pools.setdefault(kind, []).append(values["id"])
        return kind(**values)

    def fate(self, kind: type, name: str, hidden: bool | None) -> bool | None:
        """Say whether a field of a record stays inside."""
        if (kind, name) in STAY:
            return True
        return None if (kind, name) in EITHER else hidden

    def value(self, annotation: Any, hidden: bool | None, name: str, deep: int) -> Any:
        """Make a value of a type."""
        args = get_args(annotation)
        made: dict[Any, Callable[[], Any]] = {
            Union: lambda: self.value(self.choice(args), hidden, name, deep),
            types.UnionType: lambda: self.value(self.choice(args), hidden, name, deep),
            Literal: lambda: args[0],
            tuple: lambda: self.items(args[0], hidden, name, deep),
            dict: lambda: {self.text(hidden): self.value(args[1], hidden, name, deep)},
            list: lambda: [self.value(args[0], hidden, name, deep)],
            Period: lambda: Period(self.day(hidden), self.day(hidden)),
            str: lambda: self.text(hidden),
            int: lambda: self.count(hidden),
            float: lambda: float(self.count(hidden)),
            date: lambda: self.day(hidden),
            bool: lambda: False,
        }
        make = made.get(get_origin(annotation) or annotation)
        return make() if make else self.record(annotation, hidden, "", deep)

    def choice(self, args: tuple[Any, ...]) -> Any:
        """Take turns between the members of a union that hold something."""
        held = [a for a in args if a not in (type(None), float)]
        return held[self.number % len(held)]

    def items(self, kind: Any, hidden: bool | None, name: str, deep: int) -> tuple[Any, ...]:
        """Make one item for every audience where items are marked, else two."""
        if kind is Section or kind == "Section":
            kind, deep = Section, deep + 1
            if deep > 2:
                return ()
        if isinstance(kind, type) and "audience" in getattr(kind, "model_fields", {}):
            return tuple(self.record(kind, hidden, audience, deep) for audience in AUDIENCES)
        if kind is str and name in REFERENCES:
            return ()
        return tuple(self.value(kind, hidden, name, deep) for _ in range(2))


REFERENCES = {
    "findings": Finding,
    "headlines": Finding,
    "evidence": Finding,
    "usual": Finding,
    "exhibits": Exhibit,
    "recommendations": Recommendation,
    "sources": SourceRecord,
}


def refer(item: Any, pools: dict[type, list[str]]) -> Any:
    """Let every reference of a record name every record of the kind it refers to."""
    if isinstance(item, tuple):
        return tuple(refer(one, pools) for one in item)
    if not isinstance(item, BaseModel):
        return item
    values = {name: refer(value, pools) for name, value in item}
    for name, info in type(item).model_fields.items():
        if name in REFERENCES and info.annotation == tuple[str, ...]:
            values[name] = tuple(pools[REFERENCES[name]])
        if name == "twin":
            values[name] = pools[Exhibit][1]  # a partner table, also for a public chart
    return item.model_copy(update=values)


def everything() -> tuple[Assessment, Filling]:
    """Make an assessment of every kind of part for every audience, two sections deep."""
    filling = Filling()
    return refer(filling.record(Assessment, False), filling.pools), filling


def test_nothing_marked_otherwise_leaves() -> None:
    """No text, number, date, key or id of a partner or restricted part is in the public part."""
    assessment, filling = everything()
    whole, cut = assessment.model_dump_json(), public(assessment).model_dump_json()

    assert len(filling.secret) > 1000
    assert all(text in whole for text in filling.secret)
    assert [text for text in filling.secret if text in cut] == []


def test_everything_public_leaves() -> None:
    """No text, number or date of a public part is lost on the way."""
    assessment, filling = everything()
    cut = public(assessment).model_dump_json()

    assert len(filling.open) > 500
    assert [text for text in filling.open if text not in cut] == []


class LaterFinding(Finding):
    """A finding with a field that nobody has let out."""

    later: str = "t-later"


class LaterExhibit(Exhibit):
    """An exhibit with one."""

    later: str = "t-later"


class LaterCaution(Caution):
    """A caution with one."""

    later: str = "t-later"


class LaterRates(Rates):
    """What rates are per 1,000 of, with one."""

    later: str = "t-later"


def test_a_field_added_later_stays() -> None:
    """Findings, exhibits and what is said of their numbers leave by named fields only."""
    said = (LaterCaution(kind="unlocated", id="unlocated", period=YEAR),)
    rates = LaterRates(of="residents")
    series = (Point(label="2022/23", value=9, cautions=said),)
    found = LaterFinding(**dict(finding("count.a")) | {"cautions": said, "series": series})
    shown = LaterExhibit(**dict(table("table.a", "public")) | {"cautions": said, "rates": rates})
    section = Section(id="a", kind="theme", title="A", findings=(found,), exhibits=(shown,))
    cut = public(edition(section))
    one, other = cut.findings()["count.a"], cut.exhibits()["table.a"]

    assert (type(one), type(other), type(other.rates)) == (Finding, Exhibit, Rates)
    told = (*one.cautions, *one.series[0].cautions, *other.cautions)
    assert [type(caution) for caution in told] == [Caution] * 3


def test_contacts_leave_where_a_public_section_prints_them() -> None:
    """Whom to ask is for everybody only when the chapter that says it is."""
    assessment = everything()[0]
    (first, *others) = assessment.sections

    def printed(audience: str) -> Assessment:
        section = first.model_copy(update={"kind": "contacts", "audience": audience})
        return public(assessment.model_copy(update={"sections": (section, *others)}))

    assert printed("public").partnership.contacts == assessment.partnership.contacts
    assert printed("partner").partnership.contacts == ()


def test_public_again() -> None:
    """The public part of a public part is itself."""
    once = public(everything()[0])

    assert public(once) == once


def test_marks() -> None:
    """The public part says that it is one, and keeps the rule that decided it."""
    cut = public(edition(disclosure="Counts under 5 are withheld."))

    assert (cut.public, cut.disclosure) == (True, "Counts under 5 are withheld.")


def finding(id_: str, audience: str = "public", *sources: str) -> Finding:
    """Make a finding of 12 offences."""
    return Finding.model_validate(
        {
            "id": id_,
            "label": id_,
            "measure": "count",
            "unit": "offences",
            "period": YEAR,
            "value": 12,
            "sources": sources,
            "audience": audience,
        }
    )


def table(id_: str, audience: str, twin: str = "") -> Exhibit:
    """Make an exhibit without rows."""
    return Exhibit.model_validate(
        {
            "id": id_,
            "name": id_,
            "kind": "table",
            "form": "overview",
            "columns": (),
            "rows": (),
            "audience": audience,
            "twin": twin,
        }
    )


def source(id_: str, audience: str = "public") -> SourceRecord:
    """Make a source with rows set aside."""
    return SourceRecord.model_validate(
        {
            "id": id_,
            "title": f"Title of {id_}",
            "file": f"{id_}.csv",
            "layout": "street",
            "sha256": "0" * 64,
            "rows_read": 10,
            "rows_used": 9,
            "set_aside": {"outside the borough": 1},
            "note": "extracted by hand",
            "audience": audience,
        }
    )


def edition(*sections: Section, **more: Any) -> Assessment:
    """Make an edition of some sections."""
    return Assessment(
        format=FORMAT,
        edition="harborough/2023-24",
        partnership=Partnership(
            id="harborough", name="", short_name="", area_name="", area_kind="district"
        ),
        document=Document(
            title="Strategic Assessment", published=date(2024, 6, 1), marking="OFFICIAL"
        ),
        period=YEAR,
        comparison=YEAR.earlier(),
        small_base=50,
        sections=sections,
        **more,
    )


def test_public_item_in_a_partner_section() -> None:
    """A public finding leaves a partner section, which stays as its nameless place."""
    hate = Section(
        id="hate-crime",
        kind="theme",
        title="Hate crime in the town centre",
        findings=(finding("count.hate"), finding("count.hate.beat-62", "partner")),
        entries=(Entry(title="A named estate"),),
        lists=(NamedList(name="rises", form="change", findings=("count.hate",)),),
    )
    place = Section(
        id="hate-crime", kind="theme", title="", numbered=False, findings=(finding("count.hate"),)
    )

    assert public(edition(hate)).sections == (place,)


def test_partner_section_without_public_items() -> None:
    """A partner section with nothing public in it leaves no trace, nor do its empty parts."""
    part = Section(id="cuckooing", kind="theme", title="Cuckooing")

    assert (
        public(edition(Section(id="drugs", kind="text", title="Drugs", parts=(part,)))).sections
        == ()
    )


def test_chapters_stay() -> None:
    """The author's chapter stays inside even where its section is public."""
    text = Commentary(file="config/harborough/burglary.md", text="Two families are behind it.")
    section = Section(
        id="burglary", kind="theme", title="Burglary", audience="public", commentary=text
    )

    assert public(edition(section)).sections == (section.model_copy(update={"commentary": None}),)


def test_lists_emptied() -> None:
    """A list that loses all its findings goes; one that was empty still says that none fell."""
    section = Section(
        id="summary",
        kind="summary",
        title="Summary",
        audience="public",
        findings=(finding("count.a"), finding("count.b", "restricted")),
        lists=(
            NamedList(name="rises", form="change", findings=("count.b",)),
            NamedList(name="all", form="change", findings=("count.a", "count.b")),
            NamedList(name="falls", form="change", findings=()),
        ),
    )
    kept = public(edition(section)).sections[0].lists

    assert [(one.name, one.findings) for one in kept] == [("all", ("count.a",)), ("falls", ())]


def test_references() -> None:
    """References to what stays inside are cut: twins, headlines, evidence, what is continued."""
    section = Section(
        id="burglary",
        kind="theme",
        title="Burglary",
        audience="public",
        findings=(finding("count.a"), finding("count.b", "partner")),
        exhibits=(table("chart.a", "public", "table.a"), table("table.a", "partner")),
        recommendations=("rec.locks", "rec.covert"),
    )
    locks = Recommendation(
        id="rec.locks",
        number=1,
        text="Fit locks.",
        evidence=("count.b", "count.a"),
        continues="rec.operation-x",
        audience="public",
    )
    covert = Recommendation(id="rec.covert", number=2, text="Watch the lock-ups.")
    cut = public(
        edition(section, headlines=("count.b", "count.a"), recommendations=(locks, covert))
    )

    assert cut.exhibits()["chart.a"].twin == ""
    assert cut.headlines == ("count.a",)
    assert cut.sections[0].recommendations == ("rec.locks",)
    assert [(r.id, r.evidence, r.continues) for r in cut.recommendations] == [
        ("rec.locks", ("count.a",), "")
    ]


def test_sources() -> None:
    """Only public sources that something public uses are named, without notes on their rows."""
    section = Section(
        id="burglary",
        kind="theme",
        title="Burglary",
        findings=(
            finding("count.a", "public", "street", "informants"),
            finding("b", "partner", "fire"),
        ),
    )
    cut = public(
        edition(
            section, sources=(source("street"), source("fire"), source("informants", "restricted"))
        )
    )

    assert cut.sources == (source("street").model_copy(update={"note": "", "set_aside": {}}),)
    assert cut.findings()["count.a"].sources == ("street",)


def test_accepted_warnings() -> None:
    """An accepted warning leaves with the public exhibits it is tied to, and names only those."""
    section = Section(
        id="burglary",
        kind="theme",
        title="Burglary",
        exhibits=(table("table.a", "public"), table("table.b", "partner")),
    )
    shared = Accepted(
        id="w1", what="2 rows lack a date", because="typo", exhibits=("table.a", "table.b")
    )
    hidden = Accepted(
        id="w2", what="3 rows lack a name", because="witnesses", exhibits=("table.b",)
    )
    cut = public(edition(section, accepted=(shared, hidden)))

    assert cut.accepted == (shared.model_copy(update={"exhibits": ("table.a",)}),)


def test_lists_and_other_names() -> None:
    """A list leaves when a public sentence asks for it, names with what the public part has."""
    section = Section(
        id="summary",
        kind="summary",
        title="Summary",
        audience="public",
        findings=(
            finding("count.a").model_copy(update={"category": "burglary", "area": "Lowick"}),
        ),
        key_findings=(
            KeyFinding(text="We are [list: Partners].", audience="public"),
            KeyFinding(text="They are [list: suspects]."),
        ),
    )
    lists = {"partners": ("the council", "the police"), "suspects": ("J. Doe",)}
    lowick, hayslope = (Area(code=n, name=n, kind="beat") for n in ("Lowick", "Hayslope"))
    names = {
        "categories": {"burglary": "Burglary", "drugs": "Drugs"},
        "aliases": {"break-ins": "burglary", "Op Net": "drugs"},
        "gazetteer": (lowick, hayslope),
        "area_numbers": {"beat": 2},
    }
    cut = public(edition(section, lists=lists, **names))

    assert cut.categories == {"burglary": "Burglary"}
    assert cut.gazetteer == (lowick,)
    assert cut.area_numbers == {"beat": 2}
    assert cut.lists == {"partners": ("the council", "the police")}
    assert cut.aliases == {"break-ins": "burglary"}


def test_areas_leave_by_their_whole_names() -> None:
    """Beat 62 lets out no Beat 6; a name in quotes is found; of no LSOA their number stays too."""
    names = ("Beat 6", "Beat 62", 'The "Mill"', "Mill")
    areas = (
        *(Area(code=n, name=n, kind="beat", covers=f"covered by {n}") for n in names),
        Area(code="E01000001", name="Tipton", kind="LSOA"),
    )
    findings = tuple(
        finding(f"count.{n}").model_copy(update={"area": name})
        for n, name in enumerate(("Beat 62", 'The "Mill"'))
    )
    section = Section(id="s", kind="areas", title="", audience="public", findings=findings)
    cut = public(edition(section, gazetteer=areas, area_numbers={"beat": 4, "LSOA": 1}))

    assert [area.name for area in cut.gazetteer] == ["Beat 62", 'The "Mill"']
    assert cut.area_numbers == {"beat": 4}


def test_priorities_and_glossary() -> None:
    """Priorities leave by their own mark; abbreviations leave where the public part uses them."""
    cut = public(
        edition(
            priorities=(
                Priority(id="asb", title="Reduce ASB", audience="public"),
                Priority(id="oc", title="Disrupt OCG 14"),
            ),
            glossary={"ASB": "anti-social behaviour", "OCG": "organised crime group"},
        )
    )

    assert [priority.id for priority in cut.priorities] == ["asb"]
    assert cut.glossary == {"ASB": "anti-social behaviour"}
    assert cut.document.marking == ""
