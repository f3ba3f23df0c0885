"""The whole assessment of one edition, and its file, assessment.json."""

from collections.abc import Iterator
from pathlib import Path

from report.assessment.document import Area, Brand, Document, Partnership, Priority, Recommendation
from report.assessment.exhibits import Exhibit
from report.assessment.findings import Finding
from report.assessment.records import Number, Record
from report.assessment.rules import SeriesRule, Wording
from report.assessment.sections import Section
from report.assessment.sources import Accepted, SourceRecord
from report.errors import InputError, Problem, Where, nearest_path
from report.periods import Period

FORMAT = 1


class Assessment(Record):
    """The strategic assessment of one edition, complete.

    edition: "<partnership>/<edition>". small_base: earlier values below it carry no percentage.
    series: None where the project has no rule for series of months. wording: how near numbers have
    to be to words.
    glossary: abbreviation -> meaning. lists: everyday name -> items, such as the partners.
    categories: id -> everyday name. aliases: another name of a category -> its id. gazetteer: the
    areas that the partnership knows by name, its own and the wider one among them. area_numbers:
    kind of area -> how many of it the partnership's own has, those included that are not named.
    public: whether this is the published part only.
    """

    format: int
    edition: str
    public: bool = False
    partnership: Partnership
    document: Document
    brand: Brand = Brand()
    period: Period
    comparison: Period
    small_base: Number
    series: SeriesRule | None = None
    wording: Wording = Wording()
    sources: tuple[SourceRecord, ...] = ()
    sections: tuple[Section, ...] = ()
    headlines: tuple[str, ...] = ()
    priorities: tuple[Priority, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    quoted: tuple[Finding, ...] = ()
    glossary: dict[str, str] = {}
    lists: dict[str, tuple[str, ...]] = {}
    categories: dict[str, str] = {}
    aliases: dict[str, str] = {}
    gazetteer: tuple[Area, ...] = ()
    area_numbers: dict[str, int] = {}
    disclosure: str = ""
    accepted: tuple[Accepted, ...] = ()

    def walk(self) -> Iterator[Section]:
        """Give every section and part, in print order."""
        for section in self.sections:
            yield from section.walk()

    def findings(self) -> dict[str, Finding]:
        """Give every finding by its id, quoted ones included, in print order."""
        found = {f.id: f for section in self.walk() for f in section.findings}
        return found | {f.id: f for f in self.quoted}

    def exhibits(self) -> dict[str, Exhibit]:
        """Give every exhibit by its id, in the order of the sections that made them."""
        return {e.id: e for section in self.walk() for e in section.exhibits}


def save(assessment: Assessment, path: Path) -> None:
    """Write the assessment as JSON: same content, same bytes; defaults are left out."""
    text = assessment.model_dump_json(indent=1, exclude_defaults=True)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def load(path: Path) -> Assessment:
    """Read `assessment.json`.

    Raises InputError when the file is missing, damaged or of another format.
    """
    where = Where(path.as_posix())
    if not path.is_file():
        advice = nearest_path(path, "build the edition first")
        raise InputError([Problem(where, "no such file", advice)])
    advice = "build that edition again with this version of psa"
    try:
        found = Assessment.model_validate_json(path.read_bytes())
    except ValueError as error:
        reason = str(error).splitlines()[0]
        raise InputError([Problem(where, f"cannot be read ({reason})", advice)]) from None
    if found.format != FORMAT:
        raise InputError([Problem(where, f"has format {found.format}, not {FORMAT}", advice)])
    return found
