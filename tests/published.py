"""Walk the tables of published assessments cell by cell through the finished documents.

Every cell of a published table is found in the HTML by exhibit, row and column, and in the same
table of the PDF's tagged text. Its class says how the printed text stands to the published one:

equal      the same at the published precision
corrected  recomputed from published figures, and different; the reason stands in tests/walks.py
withheld   no percentage on a base below the small base
tie        equal counts share the lowest rank
given      printed as published: its inputs were not published
reworded   a sentence, in our own words

`python -m tests.published` writes the list of all but "equal" to data/published-cells.csv and the
counts of every class into data/README.md.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from pathlib import Path

from report.document import tagged
from report.words import rounded
from tests.walks import AGAIN, CORRECTED, EDITIONS, REWORDED, WALKS, Record, Walk

ROOT = Path(__file__).parent.parent
SEEDS = ROOT.parent / "shared" / "seeds" / "data"
LISTED = ROOT / "data" / "published-cells.csv"
HEADER = ("table", "row", "column", "published", "printed", "class", "reason")

# Stands before a percentage change, and says whether it is for the better.
SIGN = re.compile(r"^[△▽▲▼↑↓≈] (?=[+−])")


@dataclass(frozen=True)
class Printed:
    """A cell of a finished document."""

    text: str
    origin: str = "computed"


@dataclass(frozen=True, order=True)
class Cell:
    """A published cell and what became of it."""

    table: str
    row: str
    column: str
    published: str
    printed: str
    kind: str
    reason: str = ""


# Where the three printings of the recommendations stand: section ids of their chapters.
PLACES = {
    "executive-summary": "executive_summary",
    "introduction": "body",
    "analysis": "body",
    "conclusion": "conclusion",
}


class _Page(HTMLParser):
    """Collects the tables of a finished page, each printing: exhibit -> rows of {column: cell}."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: dict[str, list[dict[str, Printed]]] = {}
        self.labels: dict[str, str] = {}
        self._exhibit = ""
        self._row: dict[str, Printed] | None = None
        self._cell: tuple[str, str, list[str]] | None = None
        self._label: list[str] | None = None
        self._chapter = ""
        self._hidden = False
        self._open: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self._hidden = "aria-hidden" in found
        if tag == "section":
            self._chapter = found.get("id", "").removeprefix("section-")
        elif tag == "li" or (tag == "div" and "recommendation" in found.get("class", "")):
            self._open = []
        elif "data-exhibit" in found:
            again = found["data-exhibit"] in self.tables
            self._exhibit = found["data-exhibit"] + (AGAIN if again else "")
            self.tables[self._exhibit] = []
        elif tag == "tr" and "data-row" in found:
            self._row = {}
            self.tables[self._exhibit].append(self._row)
        elif "data-column" in found:
            self._cell = (found["data-column"], found.get("data-origin", "computed"), [])
        elif tag == "caption":
            self._label = []

    def handle_data(self, data: str) -> None:
        if self._hidden:  # an icon, which is not read
            return
        if self._open is not None:
            self._open.append(data)
        if self._cell:
            self._cell[2].append(data)
        if self._label is not None:
            self._label.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._hidden = False
        if tag in ("td", "th") and self._cell and self._row is not None:
            column, origin, parts = self._cell
            self._row[column] = Printed(" ".join("".join(parts).split()), origin)
        if tag in ("li", "div") and self._open is not None:
            self._loose(" ".join("".join(self._open).split()))
            self._open = None
        if tag in ("td", "th"):
            self._cell = None
        if tag == "tr":
            self._row = None
        if tag == "caption" and self._label is not None:
            self.labels.setdefault(self._exhibit, " ".join("".join(self._label).split()))
            self._label = None

    def _loose(self, text: str) -> None:
        """Keep a member of the peer group, or a printed recommendation, as a row of a table."""
        member = re.fullmatch(r"(.+) \((.+)\)", text)
        if member:
            row = {"csp": Printed(member[1]), "force_area": Printed(member[2])}
            self.tables.setdefault("list:peer group", []).append(row)
        box = re.match(r"Recommendation (\d+) (.+?)(?: (?:Owner|Due|Evidence|Reason):|$)", text)
        if box and self._chapter in PLACES:
            names = {"place": PLACES[self._chapter], "number": box[1], "text": box[2]}
            row = {name: Printed(value) for name, value in names.items()}
            self.tables.setdefault("boxes", []).append(row)


def page(html: str) -> tuple[dict[str, list[dict[str, Printed]]], dict[str, str]]:
    """Give the tables of a finished page, and the caption of each."""
    reader = _Page()
    reader.feed(html)
    return reader.tables, reader.labels


def walk(tables: dict[str, list[dict[str, Printed]]], edition: str) -> Iterator[Cell]:
    """Walk every published table of an edition through the tables of its page."""
    for each in WALKS:
        if each.edition != edition:
            continue
        found = tables.get(each.exhibit, [])
        rows = {key(tuple(row[c].text for c in each.by)): row for row in found}
        for record in records(each):
            name = tuple(each.names.get(record[c], record[c]) for c in each.row)
            row = rows.get(key(name), {})
            for column, ours in each.cells(record).items():
                yield judged(each, record, column, row.get(ours))


def records(each: Walk) -> list[Record]:
    """Read a published table."""
    with (SEEDS / f"{each.file}.csv").open(encoding="utf-8", newline="") as file:
        return [record for record in csv.DictReader(file) if each.keep(record)]


def key(names: tuple[str, ...]) -> tuple[str, ...]:
    """Fold names for matching: case, dashes and spaces do not matter."""
    return tuple(re.sub(r"[\s–-]+", " ", name.casefold()).strip() for name in names)


def judged(each: Walk, record: Record, column: str, cell: Printed | None) -> Cell:
    """Class one published cell by what is printed for it."""
    row = " / ".join(record[c] for c in (*each.row, *_more(record)))
    place = (each.file, row, column)
    cell = replace(cell, text=SIGN.sub("", cell.text)) if cell else None
    published, printed = record[column], cell.text if cell else ""
    kind, reason = _class(each, place, published, cell)
    return Cell(*place, published, printed, kind, reason)


def _more(record: Record) -> Iterable[str]:
    """Name the further columns that tell records of one row apart."""
    return [
        c
        for c in ("year_label", "year", "as_at", "offender_group", "geography", "agency")
        if c in record
    ]


def _class(
    each: Walk, place: tuple[str, str, str], published: str, cell: Printed | None
) -> tuple[str, str]:
    """Give the class and the reason; "missing" and "different" are faults."""
    file, row, column = place
    if cell is None:
        return ("missing", "no such row or column") if published else EQUAL
    if reason := REWORDED.get((file, column)) or REWORDED.get((file, row)):
        return "reworded", reason
    if same_text(published, cell.text, each.names):
        return ("given", "published without its inputs") if cell.origin == "given" else EQUAL
    return _difference(place, cell.text)


def _difference(place: tuple[str, str, str], printed: str) -> tuple[str, str]:
    if reason := CORRECTED.get(place):
        return "corrected", reason
    if "[u]" in printed:
        return "withheld", "the earlier count is below the small base of 50"
    if place[2] == "rank" and printed.endswith("="):
        return "tie", "equal counts share the lowest rank"
    return "different", ""


EQUAL = ("equal", "")


def same_text(published: str, printed: str, names: dict[str, str]) -> bool:
    """Compare at the published precision; arrows by their shape, names without case and dashes."""
    published = re.sub(r"(?<=\d/\d\d) ?[↑↓↔]$", "", published)
    if not published or published == "-":
        return printed in ("", "[z]")
    if published[0] in "↑↓↔▲▼":
        return printed[:1] == published
    numbers = [_number(text) for text in (published, printed)]
    if None in numbers:
        return key((names.get(published, published),)) == key((printed,))
    decimals = len(published.rstrip("%").partition(".")[2])
    return rounded(numbers[0] or 0, decimals) == rounded(numbers[1] or 0, decimals)


def _number(text: str) -> float | None:
    plain = text.replace(",", "").replace("−", "-").rstrip("%").lstrip("+").strip()
    return float(plain) if re.fullmatch(r"-?\d+(\.\d+)?", plain) else None


def listed(cells: Iterable[Cell]) -> list[tuple[str, ...]]:
    """Give the rows of data/published-cells.csv: every cell that is not simply equal."""
    return [
        (c.table, c.row, c.column, *_texts(c), c.kind, c.reason) for c in cells if c.kind != "equal"
    ]


def _texts(cell: Cell) -> tuple[str, str]:
    """Give what was published and what is printed; a published sentence is not ours to repeat."""
    if cell.kind == "reworded":
        return ("(a sentence)", "(a sentence)")
    return cell.published, cell.printed


def pdf_rows(pdf: bytes) -> dict[str, list[list[str]]]:
    """Give the rows of every table of a PDF by its caption."""
    return {
        " ".join(table.caption.split()): [[" ".join(t.split()) for t in row] for row in table.rows]
        for table in tagged.tables(pdf)
    }


def counted(cells: Iterable[Cell]) -> str:
    """Give the table of data/README.md: for each published table, cells by class."""
    kinds = ("equal", "corrected", "withheld", "tie", "given", "reworded")
    found: dict[str, Counter[str]] = {}
    for cell in cells:
        found.setdefault(cell.table, Counter())[cell.kind] += 1
    lines = ["| published table | " + " | ".join(kinds) + " |", "| --- |" + " ---: |" * len(kinds)]
    rows = [*found.items(), ("**all**", sum(found.values(), Counter()))]
    lines += [f"| {t} | " + " | ".join(str(n[kind]) for kind in kinds) + " |" for t, n in rows]
    return "\n".join(lines)


BEGIN, END = "<!-- published cells: begin -->", "<!-- published cells: end -->"


def marked(text: str, table: str) -> str:
    """Put the table between the two marks of data/README.md."""
    before, _, rest = text.partition(BEGIN)
    return f"{before}{BEGIN}\n{table}\n{END}{rest.partition(END)[2]}"


def main() -> None:
    """Write the list and the counts. Refuses cells that are missing or differ without a reason."""
    cells: list[Cell] = []
    for edition in EDITIONS:
        html = (ROOT / "build" / edition / "report.html").read_text(encoding="utf-8")
        cells += walk(page(html)[0], edition)
    wrong = [c for c in cells if c.kind in ("missing", "different")]
    if wrong:
        raise SystemExit("\n".join(map(str, wrong)))
    with LISTED.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([HEADER, *listed(cells)])
    readme = ROOT / "data" / "README.md"
    text = marked(readme.read_text(encoding="utf-8"), counted(cells))
    readme.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
