"""The keys of an edition but its sections: <edition>.yaml."""

from datetime import date
from typing import Any, Literal

from pydantic import field_validator

from report.config.model import Audience, ComparisonKeys, Day, PeriodKeys, Slug, Strict, key


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
