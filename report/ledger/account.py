"""Make the ledger of an edition from its finished documents."""

from collections.abc import Iterator
from pathlib import Path

from report.assessment import Assessment
from report.finished import page, paper
from report.finished.document import Finished
from report.ledger import described, lists
from report.ledger.belonging import belongs
from report.ledger.entries import Entry, Ledger, ledger
from report.ledger.holdings import Holding
from report.ledger.house import house
from report.ledger.paired import of_paper
from report.ledger.pieces import Piece, is_number, pieces
from report.ledger.setting import Accounted, Setting
from report.ledger.worded import OWN

# What an author typed: its line is looked up.
TYPED = ("unknown", "cited")
# What a word is that was put into a finished page.
UNWRITTEN = "no author, template or exhibit says it here"


def of_edition(folder: Path, assessment: Assessment, public: Assessment, templates: Path) -> Ledger:
    """Account for the numbers of everything that was made for an edition in a folder.

    The pages (HTML) are accounted for; a PDF of the same name has its own numbers and pages.
    """
    entries: list[Entry] = []
    for one, name in ((public, "public/summary"), (assessment, "report")):
        file = f"{name}.html"
        known = setting(one, page.read(folder / file, file), templates)
        accounted = list(of_page(known))
        entries += [entry for _, mine in accounted for entry in mine]
        printed = folder / f"{name}.pdf"
        if printed.is_file():
            entries += of_paper(known, paper.read(printed.read_bytes(), f"{name}.pdf"), accounted)
    return ledger(assessment.edition, entries)


def setting(assessment: Assessment, document: Finished, templates: Path) -> Setting:
    """Put together what is known about a page."""
    rules = tuple(_rules(assessment))
    return Setting(assessment, document, house(templates, rules), lists.lengths(document.parts))


def of_page(setting: Setting) -> Iterator[Accounted]:
    """Account for the numbers of a page (HTML), text by text."""
    for piece in pieces(setting.document):
        yield piece, of_piece(setting, piece)


def of_piece(setting: Setting, piece: Piece) -> tuple[Entry, ...]:
    """Account for the numbers of a text, and for its words that nobody wrote."""
    return (*_entries(setting, piece), *_unwritten(setting, piece))


def _unwritten(setting: Setting, piece: Piece) -> Iterator[Entry]:
    """Give what is said in a text and was not written there."""
    for word in (*setting.written.lost(piece), *described.lost(setting, piece)):
        yield Entry(
            document=setting.document.file,
            place=piece.place,
            part=piece.part,
            text=word.number or word.text,
            at=word.at,
            kind="unknown",
            of=UNWRITTEN,
        )


def _entries(setting: Setting, piece: Piece) -> Iterator[Entry]:
    for figure in piece.figures:
        found = belongs(setting, piece, figure)
        if found.kind == "unknown" and not is_number(figure):
            continue
        yield Entry(
            document=setting.document.file,
            place=piece.place,
            part=piece.part,
            text=figure.text,
            at=figure.start,
            kind=found.kind,
            of=found.of,
            which=found.which,
            body=piece.body,
            line=setting.lines.typed(piece, figure)
            if found.kind in TYPED or found.of in OWN
            else "",
        )


def _rules(a: Assessment) -> Iterator[Holding]:
    """Give the numbers that an assessment goes by: what its methods name."""
    yield Holding("small base", a.small_base)
    for name, value in (a.series.model_dump() if a.series else {}).items():
        if isinstance(value, int | float) and not isinstance(value, bool):
            yield Holding(f"series: {name}", value)
            if 0 < value < 1:
                yield Holding(f"series: 1 less {name}", 1 - value)
    for finding in a.findings().values():
        if finding.variation:
            yield Holding("test of a change: level", finding.variation.level)
            yield Holding("test of a change: 100 less the level", 100 - finding.variation.level)
        if finding.interval:
            yield Holding("interval: level", finding.interval.level)
    for exhibit in a.exhibits().values():
        if exhibit.compared:
            yield Holding("marks: level", exhibit.compared.level)
            yield Holding("marks: fewest in a cell", exhibit.compared.cell)
        if exhibit.peers:
            yield Holding("peers: level", exhibit.peers.level)
