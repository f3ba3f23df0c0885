"""Make the structure tree from the boxes of a laid-out document, one element per HTML element.

Takes the place of WeasyPrint's `add_tags` while a document is printed (see `structure.py`). The
boxes of one HTML element on several pages all carry that element: by it, a table, list or paragraph
broken over pages is found again and goes on.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.logger import LOGGER

from report.document import headers
from report.document.roles import POINTS, Sheet, is_decoration, open_element
from report.document.tree import Annotation, Mark, Node, Writer, tidy

# Types that hold elements but no text of their own (ISO 32000-1, 14.8.4.2).
GROUPING = frozenset(("Document", "Sect", "Art", "Div", "BlockQuote"))

# Types that are printed again on each page their table runs over.
REPEATED = frozenset(("THead", "TFoot"))

LAYOUT = {"Type": "/Layout"}


def add_tags(pdf: Any, document: Any, pdf_version: str | None, page_streams: list[Any]) -> None:
    """Add the structure tree and what else a tagged PDF must declare; called by WeasyPrint."""
    tagger = _Tagger(pdf)
    for number, (page, stream) in enumerate(zip(document.pages, page_streams, strict=True)):
        tagger.read(number, page, stream)
    tagger.describe_links()
    tidy(tagger.root)
    _identify(tagger.root)
    Writer(pdf).write(tagger.root)
    _declare(pdf)


def _identify(root: Node) -> None:
    for number, table in enumerate(root.all("Table"), 1):
        headers.link(table, f"t{number}")
    for number, note in enumerate(root.all("Note"), 1):
        note.entries["ID"] = f"n{number}"  # PDF/UA-1, 7.9


def _declare(pdf: Any) -> None:
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
    if "Lang" not in pdf.catalog:
        LOGGER.error('Missing required "lang" attribute at the root of the document')


class _Tagger:
    """Reads pages one after the other into one tree.

    Attributes:
        root: the tree so far.
        found: the node that takes the content of an HTML element, by the element and its tag.
        words: the text of each Link so far.
        sheet: the page being read.
        marks: the page's boxes with marked content that has no place in the tree yet.
        stream: the page's operators and operands.
        places: where in the stream the properties of each marked content stand.
    """

    def __init__(self, pdf: Any) -> None:
        self.pdf = pdf
        self.root = Node("Document")
        self.found: dict[tuple[Any, str], Node] = {}
        self.words: dict[Node, list[str]] = defaultdict(list)

    def read(self, number: int, page: Any, stream: Any) -> None:
        """Read one page and leave none of its content without a place."""
        self.sheet = Sheet(number, page.height)
        self.marks, self.stream = stream._tags, stream.stream
        self.places = {item["MCID"]: at for at, item in enumerate(self.stream) if _is_mark(item)}
        if len(self.places) < len(self.marks):
            raise ValueError(f"page {number + 1}: {UNTAGGABLE}")
        self._walk(page._page_box, self.root, None)
        assert not self.marks
        self._page()["ArtBox"] = _content_box(page._page_box)

    def describe_links(self) -> None:
        """Describe links by their text (PDF/UA-1, 7.18.5); WeasyPrint gives the bare target."""
        for link, words in self.words.items():
            text = " ".join("".join(words).split())
            for kid in link.kids:
                if text and isinstance(kid, Annotation):
                    kid.dictionary["Contents"] = pydyf.String(text)

    def _walk(self, box: Any, node: Node, link: Node | None) -> None:
        """Put a box and all within it into the tree; `link` is the link it stands in."""
        box = _laid_out(box)
        if box.is_leader:
            self._lead(box, node, link)
        if properties := self._artifact(box):
            self._set_aside(box, properties)
            return
        node = self._open(box, node)
        link = self._link(box, node, link)
        self._place(box, node, link)
        for child in getattr(box, "children", ()):
            self._walk(child, node, link)

    def _open(self, box: Any, parent: Node) -> Node:
        """Return the node for the content of a box: one of an earlier page, a new one, `parent`."""
        if isinstance(box, boxes.LineBox):
            return self._paragraph(box, parent)
        if box.element is None or isinstance(box, boxes.TextBox):
            return parent
        key = (box.element, box.element_tag)
        if node := self.found.get(key):
            return node
        node = self._note(box) or open_element(box, parent, self.sheet)
        if node is not parent:
            self.found[key] = node
        return node

    def _paragraph(self, line: Any, parent: Node) -> Node:
        """Give text that stands straight in a section or div a paragraph of its own."""
        if parent.tag not in GROUPING:
            return parent
        last = parent.kids[-1] if parent.kids else None
        if isinstance(last, Node) and last.source is line.element:
            return last
        node = parent.add("P", self.sheet.number)
        node.source = line.element
        return node

    def _note(self, box: Any) -> Node | None:
        """Put a footnote where it is called, not where it is printed."""
        call = self.found.get((box.element, f"{box.element_tag}::footnote-call"))
        return call.parent.add("Note", self.sheet.number) if call and call.parent else None

    def _place(self, box: Any, node: Node, link: Node | None, actual: str = "") -> None:
        """Put the content of a box itself into its node, to be read as `actual` if given."""
        if box not in self.marks:
            return
        if _is_space(box) and not node.kids:
            self._set_aside(box, LAYOUT)
            return
        mcid = self.marks.pop(box)["mcid"]
        node.kids.append(Mark(self.sheet.number, mcid))
        actual = actual or _actual_text(box)
        if actual:
            self.stream[self.places[mcid]]["ActualText"] = pydyf.String(actual)
        self._say(link, actual or getattr(box, "text", node.entries.get("Alt", "")))

    def _lead(self, leader: Any, node: Node, link: Node | None) -> None:
        """Let the first of the dots be read as the space before a page number; the rest go."""
        dots = (box for box in _inside(leader) if box in self.marks)
        for dot in islice(dots, 1):
            self._place(dot, node, link, " ")

    def _artifact(self, box: Any) -> dict[str, str] | None:
        """Return the properties of a box that is no content, None for one that is."""
        if isinstance(box, boxes.MarginBox):
            return _furniture(box.at_keyword)
        return LAYOUT if box.is_leader or is_decoration(box) or self._is_again(box) else None

    def _is_again(self, box: Any) -> bool:
        node = self.found.get((box.element, box.element_tag))
        return bool(node and node.tag in REPEATED and node.page < self.sheet.number)

    def _set_aside(self, box: Any, properties: dict[str, str]) -> None:
        """Turn all content of a box into artifacts (PDF/UA-1, 7.1), and take away its links."""
        for inner in _inside(box):
            if inner.link_annotation:
                self._take_away(inner.link_annotation)
            if mark := self.marks.pop(inner, None):
                at = self.places[mark["mcid"]]
                self.stream[at - 1 : at + 1] = ["/Artifact", pydyf.Dictionary(properties)]

    def _link(self, box: Any, node: Node, link: Node | None) -> Node | None:
        """Note a link's rectangle, once: WeasyPrint makes one more for each element inside it."""
        if not box.link_annotation:
            return link
        if link or node.tag != "Link":
            self._take_away(box.link_annotation)
            return link
        node.kids.append(Annotation(self.sheet.number, box.link_annotation))
        self._say(node, " ")
        return node

    def _take_away(self, annotation: Any) -> None:
        page = self._page()
        page["Annots"].remove(annotation.reference)
        if not page["Annots"]:
            del page["Annots"]

    def _page(self) -> Any:
        return self.pdf.objects[self.pdf.pages["Kids"][3 * self.sheet.number]]

    def _say(self, link: Node | None, text: str) -> None:
        if link:
            self.words[link].append(text)


UNTAGGABLE = "content under opacity or a blend mode cannot be tagged; use a plain colour"


def _content_box(page: Any) -> Any:
    """Return the page without its margins, where all content has to be (ISO 32000-1, 14.11.2)."""
    left, top = page.content_box_x(), page.margin_height() - page.content_box_y()
    corners = (left, top - page.height, left + page.width, top)
    return pydyf.Array(round(POINTS * corner, 3) for corner in corners)


def _laid_out(box: Any) -> Any:
    return box._box if isinstance(box, AbsolutePlaceholder) else box


def _inside(box: Any) -> Iterator[Any]:
    box = _laid_out(box)
    yield box
    for child in getattr(box, "children", ()):
        yield from _inside(child)


def _is_mark(item: object) -> bool:
    return isinstance(item, pydyf.Dictionary) and "MCID" in item


def _is_space(box: Any) -> bool:
    return isinstance(box, boxes.TextBox) and not box.text.strip()


def _furniture(place: str) -> dict[str, str]:
    """Return the properties of a margin box, such as `@top-left` (ISO 32000-1, 14.8.2.2)."""
    for edge, subtype in (("Top", "Header"), ("Bottom", "Footer")):
        if place.startswith(f"@{edge.lower()}"):
            return {"Type": "/Pagination", "Subtype": f"/{subtype}", "Attached": f"[/{edge}]"}
    return {"Type": "/Pagination"}


def _actual_text(box: Any) -> str:
    """Return what text is to be read as where its glyphs do not say it, '' where they do.

    A lone space is not drawn at all; a hyphen at the end of a line only divides a word
    (ISO 32000-1, 14.8.2.2.3).
    """
    if not isinstance(box, boxes.TextBox):
        return ""
    hyphen = box.style["hyphenate_character"]
    if box.style["hyphens"] != "none" and box.text.endswith(hyphen):
        return str(box.text.removesuffix(hyphen)) + "\N{SOFT HYPHEN}"
    return " " if _is_space(box) else ""
