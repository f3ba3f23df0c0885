"""Who publishes an assessment, how it looks, and what it is about and asks for."""

from datetime import date
from typing import Literal

from report.assessment.compared import Picture
from report.assessment.records import Audience, Record
from report.assessment.sections import Entry


class Area(Record):
    """A geographical unit: code, display name, kind ("beat", "LSOA"), and what it covers."""

    code: str
    name: str
    kind: str
    covers: str = ""


class Priority(Record):
    """A theme the partnership adopts."""

    id: str
    title: str
    text: str = ""
    audience: Audience = "partner"


class Recommendation(Record):
    """A proposed action.

    number: printed number, unique in the edition. id: stable between editions.
    evidence: finding ids; because: the reason where no finding carries it.
    usual: the evidence again, where it is changes within normal variation and nothing else.
    continues: id of the recommendation of an earlier edition that it carries on.
    """

    id: str
    number: int
    text: str
    owner: str = ""
    due: str = ""
    evidence: tuple[str, ...] = ()
    because: str = ""
    usual: tuple[str, ...] = ()
    continues: str = ""
    status: str = "new"
    audience: Audience = "partner"


class Partnership(Record):
    """Who writes the assessment: names only, all of them fit for the cover."""

    id: str
    name: str
    short_name: str
    area_name: str
    area_kind: str
    contacts: tuple[Entry, ...] = ()


class Brand(Record):
    """The partnership's looks; a colour or typeface left empty is the style sheet's."""

    main: str = ""
    accent: str = ""
    typeface: str = ""
    logo: Picture | None = None
    partner_logos: tuple[Picture, ...] = ()
    cover: Picture | None = None

    def pictures(self) -> tuple[Picture, ...]:
        """Give every picture, in the order of the cover."""
        one = [picture for picture in (self.logo, self.cover) if picture]
        return (*one, *self.partner_logos)


class Document(Record):
    """The document's own particulars, as the cover and the details table print them."""

    title: str
    description: str = ""
    version: str = "1.0"
    status: Literal["draft", "final"] = "draft"
    published: date
    published_assumed: bool = False
    marking: str = ""
    produced_by: str = ""
    copyright: str = ""
    accessibility: str = ""
    details: dict[str, str] = {}
