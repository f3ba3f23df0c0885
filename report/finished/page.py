"""A finished page (HTML) to the document that its reader meets.

How a page is written stands at the top of `report/document/structure.py`. An element that is hidden
from readers (`aria-hidden`, `hidden`, `role="tooltip"`, a style sheet, a script) is not read.
"""

from collections.abc import Mapping
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

from report.finished.document import Bound, Cell, Drawing, Finished, Kind, Link, Part, Text
from report.finished.drawings import drawn
from report.finished.elements import (
    ASIDE,
    EMPTY,
    HEADINGS,
    KINDS,
    NUMBERS,
    Growing,
    Opened,
    is_hidden,
    parts_text,
)
from report.finished.tables import Written, table


def read(file: Path, name: str = "") -> Finished:
    """Read a finished page, and the pictures beside it that it shows.

    name: the file as the user knows it; by default its own.
    """
    reader = _Reader(file.parent)
    reader.feed(file.read_text(encoding="utf-8"))
    reader.close()
    parts = tuple(replace(part, at=at) for at, part in enumerate(reader.parts))
    return Finished(name or file.name, reader.language, " ".join(reader.title.split()), parts)


class _Reader(HTMLParser):
    """Follows a page, element by element.

    Attributes:
        parts: what was read so far.
        opened: the elements around the place that is read.
        words: the text that is being read.
        starts: where each open span (link, bound number, number) began in it.
        names: ids that wait for the next part.
        headings: the headings above, with their levels.
        rows, cells: of the table that is being read.
        around: the text that a note beside it interrupts, with its open spans.
        beside: notes that wait for the end of their text.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.language = self.title = ""
        self.parts: list[Part] = []
        self.opened: list[Opened] = []
        self.words = Growing()
        self.starts: dict[int, int] = {}
        self.names: list[str] = []
        self.headings: list[tuple[int, str]] = []
        self.rows: list[Written] = []
        self.cells: list[Cell] = []
        self.lists = self.boxes = 0
        self.around: list[tuple[Growing, dict[int, int]]] = []
        self.beside: list[tuple[Text, frozenset[str]]] = []

    # what the parser meets

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        attributes = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = attributes.get("lang", "")
        if tag in EMPTY:
            self._empty(tag, attributes)
            return
        new = self._opened(tag, attributes)
        if not new.hidden:
            if ASIDE in new.styles:
                self.around.append((self.words, self.starts))
                self.words, self.starts = Growing(), {}
            elif parts_text(new) and not self._in("td", "th"):
                self._flush()
            self.names += [attributes[name] for name in ("id",) if attributes.get(name)]
            if tag == "table":
                self.rows = []
            elif tag == "tr":
                self.cells = []
            elif tag in ("td", "th"):
                self.words = Growing()
            self.starts[len(self.opened)] = len(self.words.text)
        self.opened.append(new)

    def handle_endtag(self, tag: str) -> None:
        """End an element, and what was left open in it."""
        if not any(one.tag == tag for one in self.opened):
            return
        while True:
            one = self.opened[-1]
            if not one.hidden:
                self._ended(one)
            self.opened.pop()
            if one.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        """Read characters."""
        if self.opened and self.opened[-1].tag == "title":
            self.title += data
        if self.opened and not self.opened[-1].hidden:
            self.words.add(data)

    def close(self) -> None:
        """End what was left open."""
        super().close()
        self._flush()

    # elements

    def _opened(self, tag: str, attributes: Mapping[str, str]) -> Opened:
        above = self.opened[-1] if self.opened else Opened("", {}, frozenset())
        styles = frozenset(attributes.get("class", "").split())
        new = Opened(tag, attributes, styles, above.hidden or is_hidden(tag, attributes))
        new.listed, new.entry, new.box = above.listed, above.entry, above.box
        if tag in ("ul", "ol"):
            self.lists += 1
            new.listed, new.entry = self.lists, 0
        elif tag == "li":
            above.entries += 1
            new.entry = above.entries
        elif "box" in styles:
            self.boxes += 1
            new.box = self.boxes
        return new

    def _empty(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self.opened and self.opened[-1].hidden:
            return
        if tag == "img" and attributes.get("alt"):
            self._flush()
            file = attributes.get("src", "")
            figure = Drawing(file, attributes["alt"], tuple(drawn(self.folder / file)))
            self._add(Text(), "figure", frozenset(attributes.get("class", "").split()), figure)
        elif tag == "br":
            self.words.add(" ")

    def _ended(self, one: Opened) -> None:
        start = self.starts.pop(len(self.opened) - 1, 0)
        words = self.words
        text = words.text[start:].strip()
        start = len(words.text) - len(words.text[start:].lstrip())
        span = (start, start + len(text))
        if one.tag == "a" and "href" in one.attributes:
            words.links.append(Link(one.attributes["href"], *span))
        elif "data-finding" in one.attributes and "aria-details" not in one.attributes:
            asked = one.attributes.get("data-phrase", "")
            ids = one.attributes["data-finding"].split()
            words.bound += [Bound(id_, *span, phrase=asked) for id_ in ids]
        elif "data-cell" in one.attributes:
            words.bound.append(Bound("", *span, cell=one.attributes["data-cell"]))
        elif one.styles & NUMBERS and not words.number:
            words.number = text.removesuffix(":")
        if ASIDE in one.styles:
            self.beside.append((words.made(), one.styles))
            self.words, self.starts = self.around.pop()
        elif one.tag in ("td", "th"):
            self._end_cell(one)
        elif one.tag == "tr":
            self._end_row(one)
        elif one.tag == "table":
            self._add(Text(), "table", one.styles)
        elif parts_text(one) and not self._in("td", "th"):
            self._flush()

    def _end_cell(self, one: Opened) -> None:
        text = self.words.made()
        at = one.attributes
        self.cells.append(
            Cell(
                *(text.text, text.number, text.links, text.bound),
                rows=int(at.get("rowspan", 1)),
                columns=int(at.get("colspan", 1)),
                header=one.tag == "th",
                key=at.get("data-column", ""),
            )
        )
        self.words = Growing()

    def _end_row(self, one: Opened) -> None:
        role = " ".join(sorted(one.styles))
        key = one.attributes.get("data-row", "")
        self.rows.append(Written(tuple(self.cells), self._in("thead"), key, role))

    # parts

    def _flush(self) -> None:
        """End the text that is being read; it is a part where it says anything."""
        text, self.words = self.words.made(), Growing()
        self.starts = dict.fromkeys(self.starts, 0)
        if text.text:
            kind = self._kind()
            block = next((o for o in reversed(self.opened) if parts_text(o)), None)
            self._add(text, kind, block.styles if block else frozenset())
        notes, self.beside = self.beside, []
        for note, styles in notes:
            self._add(note, "margin", styles)

    def _kind(self) -> Kind:
        tags = {one.tag for one in self.opened} | self._within()
        return next((kind for kind, signs in KINDS if tags & signs), "paragraph")

    def _add(
        self, text: Text, kind: Kind, styles: frozenset[str], figure: Drawing | None = None
    ) -> None:
        level = self._level(kind)
        if kind == "heading":
            self.headings = [above for above in self.headings if above[0] < level]
        last = self.opened[-1] if self.opened else Opened("", {}, frozenset())
        part = Part(
            *(text.text, text.number, text.links, text.bound),
            kind=kind,
            level=level,
            ids=tuple(self.names),
            styles=styles,
            within=self._within(),
            chapter=self._nearest("id", "section"),
            path=tuple(heading for _, heading in self.headings),
            exhibit=self._nearest("data-exhibit"),
            box=last.box,
            listed=last.listed,
            entry=last.entry,
            table=table(self.rows) if kind == "table" else None,
            figure=figure,
        )
        self.parts.append(part)
        self.names = []
        if kind == "heading":
            self.headings.append((level, text.text))

    def _level(self, kind: Kind) -> int:
        if kind == "heading":
            return next(int(o.tag[1]) for o in reversed(self.opened) if o.tag in HEADINGS)
        return sum(one.tag in ("ul", "ol") for one in self.opened)

    def _within(self) -> frozenset[str]:
        return frozenset().union(*(one.styles for one in self.opened))

    def _in(self, *tags: str) -> bool:
        return any(one.tag in tags for one in self.opened)

    def _nearest(self, name: str, tag: str = "") -> str:
        found = (o.attributes for o in reversed(self.opened) if not tag or o.tag == tag)
        return next((a[name] for a in found if name in a), "")
