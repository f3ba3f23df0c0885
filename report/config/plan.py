"""The keys that every section takes.

Plans of section kinds build on `Plan` and stand with their section.
"""

from datetime import date
from typing import Any, Literal, Self

from pydantic import Field, ValidationInfo, field_validator, model_validator

from report.config.model import Audience, Slug, Strict, key
from report.config.outlines import outline, undrawable


class KeyFindingKeys(Strict):
    """A key finding with its audience."""

    text: str = key("a sentence with findings in brackets")
    audience: Audience = key("who may read it", default="partner")


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
