"""A section: its findings, exhibits and key findings, and the chapter that an author wrote."""

from collections.abc import Iterator

from report.assessment.exhibits import Exhibit
from report.assessment.findings import Finding
from report.assessment.records import Audience, Record


class KeyFinding(Record):
    """A sentence of the author's with findings in brackets, and who may read it."""

    text: str
    audience: Audience = "partner"
    place: str = ""


class NamedList(Record):
    """Findings that belong together, in order, such as the measures that fell.

    form: how the templates word each of them: "change", "position", "count", "share".
    """

    name: str
    form: str
    findings: tuple[str, ...]


class Entry(Record):
    """One item of a list that config holds: a partner, a threat, a contact, a definition."""

    title: str
    text: str = ""
    details: dict[str, str] = {}


class Commentary(Record):
    """The author's chapter: Markdown with exhibits and findings in brackets.

    file: relative to the project's root; text: as written.
    """

    file: str
    text: str


class Section(Record):
    """A chapter, or a part of one, and everything that may stand in it.

    place: where it is planned, file and line of the edition's YAML, for problems found in its text.
    """

    id: str
    kind: str
    title: str = ""
    place: str = ""
    audience: Audience = "partner"
    numbered: bool = True
    findings: tuple[Finding, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    key_findings: tuple[KeyFinding, ...] = ()
    lists: tuple[NamedList, ...] = ()
    entries: tuple[Entry, ...] = ()
    recommendations: tuple[str, ...] = ()
    commentary: Commentary | None = None
    parts: tuple["Section", ...] = ()

    def walk(self) -> Iterator["Section"]:
        """Give this section and its parts, in print order."""
        yield self
        for part in self.parts:
            yield from part.walk()
