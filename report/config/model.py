"""The keys of the YAML files: each attribute is a key, and its text is the reference's line.

Plans of section kinds build on `Plan` and stand with their section. Nothing here knows a CSV.
"""

from datetime import date
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator, model_validator

from report.config.outlines import outline, undrawable
from report.periods import Basis, Period, fault

Audience = Literal["public", "partner", "restricted"]
Polarity = Literal["lower is better", "higher is better", "ambiguous"]
Slug = str
# What a rate is per 1,000 of.
Heads = Literal["residents", "households", "workday"]
Day = date  # where the key itself is called "date"


def key(text: str, **more: Any) -> Any:
    """Declare a key with the text that stands in the config reference."""
    return Field(description=text, **more)


class Strict(BaseModel):
    """A part of a YAML file: unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class PeriodKeys(Strict):
    """A closed date interval as it is typed."""

    first: date = key("first day, YYYY-MM-DD")
    last: date = key("last day, included")
    basis: Basis = key("why it was chosen; the dates have to agree with it", default="dates")

    @model_validator(mode="after")
    def _holds(self) -> Self:
        wrong = fault(self.period)
        if wrong:
            raise ValueError(wrong)
        return self

    @property
    def period(self) -> Period:
        """The interval as the rest of the program uses it."""
        return Period(self.first, self.last, self.basis)


class ComparisonKeys(Strict):
    """What the period is compared with."""

    period: PeriodKeys | None = key(
        "another interval than the same dates a year earlier", default=None
    )
    small_base: int = key(
        "earlier values below it get counts but no percentage", default=50, ge=0, strict=True
    )


class PublishedKeys(Strict):
    """The date of publication, where it has to be marked as assumed."""

    date: Day = key("the day, YYYY-MM-DD")
    assumed: bool = key("true when the document itself does not give the date", default=False)


class SourceKeys(Strict):
    """One file of figures, or several of a folder or an archive."""

    file: str = key(
        "CSV in data/<partnership>/<edition>/, or a path from the project's root; a zip, a folder "
        "or a pattern such as street/*.csv stands for every CSV in it"
    )
    layout: str = key("name of a layout in config/layouts/")
    title: str = key("what it is, in words")
    publisher: str = key("who published or supplied it", default="")
    licence: str = key("licence or terms of use", default="")
    retrieved: date | None = key("when it was obtained", default=None)
    origin: Literal["computed", "given", "reconstructed"] = key(
        "counts to compute with; published without their inputs; implied by published figures, "
        "used as an input and never printed",
        default="computed",
    )
    note: str = key("printed with the source", default="")
    values: dict[str, str | int] = key(
        "columns that the file does not have, such as the year, and their value in every row",
        default={},
    )
    audience: Audience = key("who may see that the source exists", default="partner")


class KeyFindingKeys(Strict):
    """A key finding with its audience."""

    text: str = key("a sentence with findings in brackets")
    audience: Audience = key("who may read it", default="partner")


class PriorityKeys(Strict):
    """A priority of the partnership."""

    id: Slug = key("stable name, the same in every edition")
    title: str = key("what it is called")
    text: str = key("a sentence about it", default="")
    audience: Audience = key("who may read it", default="partner")


class QuotedKeys(Strict):
    """A figure published without its inputs: printed as published, never computed with."""

    label: str = key("everyday name, used in [quote: ...]")
    printed: str = key("the text as published")
    value: float | None = key("the number in it, for the comparison of years", default=None)
    unit: str = key(
        "what the number counts or measures: offences, %, change %, difference ...", default="text"
    )
    period: PeriodKeys | None = key("the figure's own period, if not the edition's", default=None)
    source: str = key("document and line or page")
    audience: Audience = key("who may read it", default="partner")


class DocumentKeys(Strict):
    """What the cover and the document details say."""

    title: str = key("title on the cover and at the head of every page")
    description: str = key("what the document is about, in a sentence or two", default="")
    version: str = key("version, in quotes", default="1.0")
    produced_by: str = key("who wrote it", default="")
    copyright: str = key("whose copyright it is and on what terms it may be used", default="")
    accessibility: str = key("whom to ask for the document in another form", default="")
    details: dict[str, str] = key("further rows of the details table", default={})
    disclosure: str = key(
        "the rule that decided what is public, printed in the methods", default=""
    )


class DiagramKeys(Strict):
    """An indented list, drawn and printed as a list."""

    name: str = key("everyday name, used in [diagram: ...]")
    kind: Literal["structure", "cycle", "stages", "formula"] = key(
        "what is drawn: groups within groups; a ring of stages; stages round a centre, "
        "which is the first line; a formula, with its terms below it and what they mean below these"
    )
    items: tuple[Any, ...] = key("the indented list")
    lines: bool = key(
        "draw a structure with lines from each group to those below it; "
        "only where it is known who reports to whom",
        default=False,
    )
    caption: str = key("caption, instead of the name", default="")
    note: str = key("printed under it", default="")
    audience: Audience = key("who may see it", default="partner")

    @model_validator(mode="after")
    def _can_be_drawn(self) -> Self:
        wrong = undrawable(self.kind, list(outline(self.items)))
        if wrong:
            raise ValueError(wrong)
        return self


class PictureKeys(Strict):
    """A picture of the author's."""

    name: str = key("everyday name, used in [picture: ...]")
    file: str = key("PNG or JPEG beside the edition, such as 2023-24/park-watch.jpg")
    caption: str = key("caption", min_length=1)
    alt: str = key(
        "what can be seen, for those who cannot see it; not the caption again", min_length=1
    )
    credit: str = key("who took it, or owns it; printed under it", min_length=1)
    consent_until: date | None = key(
        "last day on which those whom it shows have agreed to its publication", default=None
    )
    audience: Audience = key("who may see it", default="partner")

    @field_validator("alt")
    @classmethod
    def _says_what_is_seen(cls, value: str, info: ValidationInfo) -> str:
        said, caption = (
            "".join(filter(str.isalnum, text.casefold()))
            for text in (value, info.data.get("caption", ""))
        )
        if not said:
            raise ValueError("says nothing; say what can be seen")
        if said == caption:
            raise ValueError("says what the caption says; say what can be seen")
        return value


class Plan(Strict):
    """What every section takes; each kind adds its own keys."""

    kind: str = key("section kind")
    id: Slug = key(
        "stable name: lower-case letters, digits, hyphens", pattern=r"^[a-z0-9][a-z0-9-]*$"
    )
    title: str = key("heading; a part without one continues its chapter", default="")
    audience: Audience = key("who may read it", default="partner")
    numbered: bool = key("false for front matter and appendices", default=True)
    chapter: str = key(
        "Markdown file of the edition's folder that replaces the usual flow, such as analysis.md",
        default="",
    )
    key_findings: tuple[KeyFindingKeys, ...] = key(
        "sentences with findings in brackets; a sentence alone is for partners", default=()
    )
    tables: tuple[str, ...] = key("partners' tables printed as supplied: source ids", default=())
    diagrams: tuple[DiagramKeys, ...] = key("drawings of indented lists", default=())
    pictures: tuple[PictureKeys, ...] = key("pictures that chapters may place", default=())
    parts: tuple["Plan", ...] = key("sections inside this chapter", default=())
    at: tuple[str | int, ...] = Field(default=(), exclude=True)

    def compares(self) -> tuple[str, ...]:
        """Give the categories whose change in the partnership's own area the section finds."""
        return ()

    @field_validator(
        "key_findings", mode="before", json_schema_input_type=tuple[str | KeyFindingKeys, ...]
    )
    @classmethod
    def _plain_text(cls, value: Any) -> Any:
        if isinstance(value, list):
            return [{"text": item} if isinstance(item, str) else item for item in value]
        return value


class RatesKeys(Strict):
    """Which rates are marked with [u], because their population cannot carry them."""

    residents: int = key(
        "fewer residents, or people at work, than this", default=1000, ge=0, strict=True
    )
    households: int = key("fewer households than this", default=400, ge=0, strict=True)
    workday: float = key(
        "at least so many people by day for each resident, where a source has both",
        default=2,
        gt=0,
    )


class GeographyKeys(Strict):
    """How areas whose codes changed between two censuses are reported."""

    codes: Literal[2011, 2021] | None = key(
        "the census whose codes the areas have; by default that of the areas listed", default=None
    )
    bridge: Literal["common parents", "by population"] = key(
        "where a source of the table bridge tells of changes: areas that share ground become one "
        "area; or whole counts are shared out by residents, which makes them estimates",
        default="common parents",
    )


class EditionKeys(Strict):
    """Everything in <edition>.yaml but the sections, which are checked kind by kind."""

    period: PeriodKeys = key("the interval assessed: first, last, basis")
    comparison: ComparisonKeys = key("what it is compared with", default=ComparisonKeys())
    history: int = key(
        "how many earlier years tables and charts show", default=5, ge=0, strict=True
    )
    published: PublishedKeys = key(
        "date of publication; {date: …, assumed: true} if not known for sure"
    )
    status: Literal["draft", "final"] = key("how far the document is")
    marking: str = key("protective marking, printed on every page", default="")
    document: DocumentKeys = key("title, description, version, details")
    sources: dict[str, SourceKeys] = key("files of figures, by id", default={})
    geography: GeographyKeys = key(
        "areas whose codes changed between two censuses", default=GeographyKeys()
    )
    rates: RatesKeys = key(
        "which rates are marked, because few people live in an area or many visit it",
        default=RatesKeys(),
    )
    sections: tuple[Any, ...] = key("the chapters, in order")
    priorities: tuple[PriorityKeys, ...] = key("the partnership's priorities", default=())
    headlines: tuple[str, ...] = key(
        "findings chosen for the summary, by everyday name", default=()
    )
    quoted: tuple[QuotedKeys, ...] = key("figures published without their inputs", default=())
    accept: dict[str, str] = key(
        "warning id: the reason why it is accepted; printed, but for a page's", default={}
    )

    @field_validator("published", mode="before", json_schema_input_type=date | PublishedKeys)
    @classmethod
    def _plain_date(cls, value: Any) -> Any:
        return value if isinstance(value, dict) else {"date": value}


class AreaKeys(Strict):
    """An area the partnership names."""

    code: str = key("its code, or a name of your own without spaces; one for each area")
    name: str = key("display name")
    kind: str = key("what sort of area: beat, LSOA, ward, district")
    covers: str = key("places it covers, for the definitions", default="")
    inside: tuple[str, ...] = key(
        "codes of the wider areas it lies in; by default the partnership's own", default=()
    )


class EntryKeys(Strict):
    """An item of a list with some details."""

    title: str = key("what it is called")
    text: str = key("a sentence or a paragraph about it", default="")
    details: dict[str, str] = key("further lines, such as a telephone number", default={})


class PolicingBodyKeys(Strict):
    """The elected local policing body."""

    name: str = key("full name; not printed yet")
    kind: str = key("police and crime commissioner, mayor, ...; not printed yet")
    plan: str = key("title of its plan; not printed yet", default="")
    objectives: tuple[str, ...] = key(
        "objectives of that plan: chapters print them with [list: objectives]", default=()
    )


class PeerGroupKeys(Strict):
    """The most similar group."""

    name: str = key("what the group is called", default="Most Similar Group")
    version: str = key("date or number of the member list", default="")
    own: str = key(
        "what a source of members' counts calls the partnership, if not by its area's name",
        default="",
    )
    size: int = key("members with the partnership itself", gt=1, strict=True)
    members: tuple[str, ...] = key("the other members", default=())

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if self.members and len(self.members) + 1 != self.size:
            given = f"{len(self.members)} members and the partnership itself"
            raise ValueError(f"size is {self.size}, but the list gives {given}")
        return self


class BreakKeys(Strict):
    """A break in recording, across which counts are not like for like."""

    category: str = key("the category, and all that add up to it; empty for all", default="")
    date: Day = key("the first day recorded in the new way")
    what: str = key("what changed, in words that can stand behind a semicolon", min_length=1)


class PartnershipKeys(Strict):
    """Everything in partnership.yaml."""

    name: str = key("full name of the partnership")
    short_name: str = key("short name; not printed yet")
    area: AreaKeys = key("the partnership's own area")
    county: AreaKeys | None = key(
        "the wider area that areas are compared with; its districts stand under 'areas'",
        default=None,
    )
    areas: tuple[AreaKeys, ...] = key(
        "beats, LSOAs, wards with display names; many may come from a source instead", default=()
    )
    visitor_driven: tuple[str, ...] = key(
        "codes of areas that many people visit and few live in, such as a town centre or an "
        "airport: their rates are marked",
        default=(),
    )
    responsible_authorities: tuple[str, ...] = key("statutory members", default=())
    other_partners: tuple[str, ...] = key("other members", default=())
    policing_body: PolicingBodyKeys | None = key("local policing body", default=None)
    peer_group: PeerGroupKeys | None = key("most similar group", default=None)
    contacts: tuple[EntryKeys, ...] = key("whom to ask", default=())
    breaks: tuple[BreakKeys, ...] = key("breaks in the recording of offences", default=())
    glossary: dict[str, str] = key("abbreviation: meaning", default={})
    well_known: tuple[str, ...] = key(
        "abbreviations that every reader knows, besides the glossary's",
        default=("BBC", "CCTV", "GB", "GP", "ID", "IT", "NHS", "OS", "PDF", "UK"),
    )
    meetings: tuple[dict[str, str], ...] = key("meeting structure, one mapping a row", default=())
    structure: tuple[Any, ...] = key("delivery structure as a nested list", default=())
    lists: dict[str, tuple[str, ...]] = key("further lists for chapters: [list: name]", default={})

    @field_validator("peer_group")
    @classmethod
    def _each_once(cls, value: PeerGroupKeys | None, info: ValidationInfo) -> PeerGroupKeys | None:
        area = info.data.get("area")
        if value and area:
            names = (value.own or area.name, *value.members)
            for number, name in enumerate(names):
                if name in names[:number]:
                    raise ValueError(f"'{name}' is listed twice; list each other member once")
        return value


class CategoryKeys(Strict):
    """A grouping of offences or incidents."""

    label: str = key("everyday name in tables and brackets")
    unit: str = key(
        "what is counted: offences, incidents, searches, fires, complaints, clients",
        default="offences",
    )
    polarity: Polarity = key(
        "which direction is good; ambiguous where more reports may mean more confidence",
        default="lower is better",
    )
    parts: tuple[str, ...] = key("categories that add up to this one", default=())
    codes: tuple[str, ...] = key(
        "Home Office offence codes that are counted in it, in quotes; each stands in one category, "
        "which has no parts",
        default=(),
    )
    aliases: tuple[str, ...] = key("other names for it in files and brackets", default=())
    denominator: Heads = key(
        "what its rate is per 1,000 of, where a source has it; residents where none does",
        default="residents",
    )
    sensitive: bool = key("by area it never leaves the partnership", default=False)


class CategoriesKeys(Strict):
    """Everything in categories.yaml."""

    categories: dict[str, CategoryKeys] = key("the categories, by id")
