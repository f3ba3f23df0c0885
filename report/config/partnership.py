"""The keys of a partnership: partnership.yaml."""

from typing import Any, Self

from pydantic import ValidationInfo, field_validator, model_validator

from report.config.model import Day, Strict, key


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
