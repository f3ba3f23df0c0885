"""Make the structure tree from the boxes of a laid-out document, one element per HTML element.

Takes the place of WeasyPrint's `add_tags` while a document is printed (see `structure.py`). The boxes of one HTML element on
several pages all carry that element: by it a table, list or paragraph broken over pages is found again and goes on.
"""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.logger import LOGGER

from report.document import headers
from report.document.tree import Annotation, Mark, Node, Writer, tidy

SVG = "{http://www.w3.org/2000/svg}"

# HTML element -> structure type. An element neither here nor in OPENERS (div, main, strong...) leaves no trace.
TAGS = {
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
    **dict.fromkeys(("p", "pre", "address"), "P"),
    **dict.fromkeys(("aside", "figure"), "Div"),
    **dict.fromkeys(("caption", "figcaption"), "Caption"),
    **{"section": "Sect", "article": "Art", "blockquote": "BlockQuote", "dl": "L"},
    **{"table": "Table", "thead": "THead", "tbody": "TBody", "tfoot": "TFoot", "tr": "TR"},
}

# Types that may hold elements but no text of their own (ISO 32000-1, 14.8.4.2).
GROUPING = frozenset(("Document", "Sect", "Art", "Div", "BlockQuote"))

# CSS list style -> attribute ListNumbering (PDF/UA-1, 7.6).
NUMBERINGS = {
    **{"none": "/None", "disc": "/Disc", "circle": "/Circle", "square": "/Square", "decimal": "/Decimal"},
    **{"lower-roman": "/LowerRoman", "upper-roman": "/UpperRoman"},
    **{"lower-alpha": "/LowerAlpha", "upper-alpha": "/UpperAlpha"},
}

# PDF points per CSS pixel.
SCALE = 0.75

Properties = dict[str, Any]


def add_tags(pdf: Any, document: Any, pdf_version: str | None, page_streams: list[Any]) -> None:
    """Add the structure tree and what else a tagged PDF must declare; called by WeasyPrint."""
    root = Node("Document")
    tagger = _Tagger(pdf)
    for number, (page, stream) in enumerate(zip(document.pages, page_streams, strict=True)):
        tagger.read(number, page, stream, root)
    tagger.describe_links()
    tidy(root)
    for number, table in enumerate(node for node in root.descendants() if node.tag == "Table"):
        headers.link(table, f"t{number + 1}")
    Writer(pdf).write(root)
    _declare(pdf)


def _declare(pdf: Any) -> None:
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
    if "Lang" not in pdf.catalog:
        LOGGER.error('Missing required "lang" attribute at the root of the document')


class _Tagger:
    """Reads pages one after the other into one tree.

    Attributes:
        found: the node that takes the content of an HTML element, by the element and its tag.
        words: the text of each Link so far.
        page: index of the page being read.
        marks: the page's boxes with marked content not yet placed in the tree.
        places: where in the page's stream the properties of each marked content stand.
    """

    def __init__(self, pdf: Any) -> None:
        self.pdf = pdf
        self.found: dict[tuple[Any, str], Node] = {}
        self.words: dict[Node, list[str]] = {}

    def read(self, number: int, page: Any, stream: Any, root: Node) -> None:
        self.page = number
        self.height = page.height
        self.marks = stream._tags
        self.stream = stream.stream
        self.places = {item["MCID"]: place for place, item in enumerate(self.stream) if _has_mark(item)}
        if len(self.places) < len(self.marks):
            raise ValueError(f"page {number + 1}: content under opacity or a blend mode cannot be tagged; use a plain colour")
        self._walk(page._page_box, root, None)
        assert not self.marks

    def describe_links(self) -> None:
        """Give each link's rectangles its text as description (PDF/UA-1, 7.18.5), where WeasyPrint gives the bare target."""
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

    def _artifact(self, box: Any) -> Properties | None:
        """Return the properties of what is no content: page furniture, decoration, a header printed once more."""
        if isinstance(box, boxes.MarginBox):
            return _furniture(box.at_keyword)
        if box.is_leader or _is_decoration(box) or self._is_repeated(box):
            return {"Type": "/Layout"}
        return None

    def _is_repeated(self, box: Any) -> bool:
        earlier = self.found.get((box.element, box.element_tag))
        return earlier is not None and earlier.tag in ("THead", "TFoot") and earlier.page < self.page

    def _set_aside(self, box: Any, properties: Properties) -> None:
        """Turn the content of a box into an artifact (PDF/UA-1, 7.1), and take away its links."""
        for inner in _inside(box):
            if inner.link_annotation:
                self._forget(inner.link_annotation)
            if mark := self.marks.pop(inner, None):
                place = self.places[mark["mcid"]]
                self.stream[place - 1 : place + 1] = ["/Artifact", pydyf.Dictionary(properties)]

    def _lead(self, leader: Any, node: Node, link: Node | None) -> None:
        """Let the first of the leader's dots be read as the space between an entry and its page number."""
        dots = (box for box in _inside(leader) if box in self.marks)
        for dot in islice(dots, 1):
            self._place(dot, node, link, " ")

    def _place(self, box: Any, node: Node, link: Node | None, actual: str = "") -> None:
        """Put the content of a box itself into its node; `actual` is what it is read as, where its glyphs do not say it."""
        mark = self.marks.pop(box, None)
        if mark is None:
            return
        node.kids.append(Mark(self.page, mark["mcid"]))
        if isinstance(box, boxes.TextBox) and (actual := actual or _actual_text(box)):
            self.stream[self.places[mark["mcid"]]]["ActualText"] = pydyf.String(actual)
        self._say(link, actual or getattr(box, "text", ""))

    def _say(self, link: Node | None, text: str) -> None:
        if link:
            self.words[link].append(text)

    def _link(self, box: Any, node: Node, link: Node | None) -> Node | None:
        """Note the rectangle of a link, once: WeasyPrint makes one more for each element inside it."""
        if not box.link_annotation:
            return link
        if link or node.tag != "Link":
            self._forget(box.link_annotation)
            return link
        node.kids.append(Annotation(self.page, box.link_annotation))
        self._say(node, " ")
        return node

    def _forget(self, annotation: Any) -> None:
        page = self.pdf.objects[self.pdf.pages["Kids"][3 * self.page]]
        page["Annots"].remove(annotation.reference)
        if not page["Annots"]:
            del page["Annots"]

    def _open(self, box: Any, parent: Node) -> Node:
        """Return the node that takes the content of a box: that of an earlier page, a new one, or the parent's."""
        if isinstance(box, boxes.LineBox):
            return self._paragraph(box, parent)
        if box.element is None or isinstance(box, boxes.TextBox):
            return parent
        key = (box.element, box.element_tag)
        if key not in self.found:
            node = OPENERS.get(box.element_tag, _Tagger._plain)(self, box, parent)
            if node is parent:
                return parent
            self.found[key] = node
        return self.found[key]

    def _paragraph(self, line: Any, parent: Node) -> Node:
        """Give text that stands straight in a section or div a paragraph of its own."""
        if parent.tag not in GROUPING:
            return parent
        last = parent.kids[-1] if parent.kids else None
        if isinstance(last, Node) and last.source is line.element:
            return last
        return self._add(parent, "P", source=line.element)

    def _add(self, parent: Node, tag: str, source: object = None, at: int | None = None) -> Node:
        return parent.add(tag, source, self.page, at)

    def _plain(self, box: Any, parent: Node) -> Node:
        lang = box.element.get("lang") if "::" not in box.element_tag else None
        unnamed = ("Span" if isinstance(box, boxes.InlineLevelBox) else "Div") if lang else None
        tag = TAGS.get(box.element_tag, unnamed)
        node = self._add(parent, tag) if tag else parent
        if tag and lang:
            node.entries["Lang"] = lang
        return node

    def _root(self, box: Any, parent: Node) -> Node:
        return parent

    def _nav(self, box: Any, parent: Node) -> Node:
        node = self._add(parent, "Sect")
        node.contents = box.element.get("role") == "doc-toc"
        return node

    def _list(self, box: Any, parent: Node) -> Node:
        if parent.contents:
            return self._add(parent, "TOC")
        node = self._add(parent, "L")
        fallback = "/Disc" if box.element_tag == "ul" else "/Decimal"
        numbering = NUMBERINGS.get(str(box.style["list_style_type"]), fallback)
        node.attributes = {"O": "/List", "ListNumbering": numbering}
        return node

    def _item(self, box: Any, parent: Node) -> Node:
        if parent.tag == "TOC":
            return self._add(parent, "TOCI")
        return self._add(self._add(parent, "LI"), "LBody")

    def _marker(self, box: Any, parent: Node) -> Node:
        item = parent.parent if parent.tag == "LBody" and parent.parent else parent
        return self._add(item, "Lbl", at=0)

    def _term(self, box: Any, parent: Node) -> Node:
        return self._add(self._add(parent, "LI"), "Lbl")

    def _definition(self, box: Any, parent: Node) -> Node:
        items = parent.nodes() or [self._add(parent, "LI")]
        return self._add(items[-1], "LBody")

    def _cell(self, box: Any, parent: Node) -> Node:
        node = self._add(parent, box.element_tag.upper())
        node.scope = box.element.get("scope", "")
        spans = {"ColSpan": box.colspan, "RowSpan": box.rowspan}
        node.attributes = {"O": "/Table", **{key: span for key, span in spans.items() if span != 1}}
        return node

    def _anchor(self, box: Any, parent: Node) -> Node:
        if "href" not in box.element.attrib:
            return parent
        node = self._add(self._add(parent, "Reference") if parent.contents else parent, "Link")
        self.words[node] = []
        return node

    def _abbreviation(self, box: Any, parent: Node) -> Node:
        if "title" not in box.element.attrib:
            return parent
        node = self._add(parent, "Span")
        node.entries["E"] = box.element.get("title")
        return node

    def _figure(self, box: Any, parent: Node) -> Node:
        node = self._add(parent, "Figure")
        node.entries["Alt"] = _description(box.element)
        left, top = box.content_box_x(), self.height - box.content_box_y()
        corners = (left, top - box.height, left + box.width, top)
        node.attributes = {"O": "/Layout", "BBox": [SCALE * corner for corner in corners]}
        return node


Opener = Callable[[_Tagger, Any, Node], Node]

OPENERS: dict[str, Opener] = {
    **dict.fromkeys(("html", "body"), _Tagger._root),
    **dict.fromkeys(("ul", "ol"), _Tagger._list),
    **dict.fromkeys(("th", "td"), _Tagger._cell),
    **dict.fromkeys(("img", f"{SVG}svg"), _Tagger._figure),
    **{"nav": _Tagger._nav, "li": _Tagger._item, "li::marker": _Tagger._marker},
    **{"dt": _Tagger._term, "dd": _Tagger._definition},
    **{"a": _Tagger._anchor, "abbr": _Tagger._abbreviation},
}


def _laid_out(box: Any) -> Any:
    return box._box if isinstance(box, AbsolutePlaceholder) else box


def _inside(box: Any) -> Iterator[Any]:
    box = _laid_out(box)
    yield box
    for child in getattr(box, "children", ()):
        yield from _inside(child)


def _has_mark(item: Any) -> bool:
    return isinstance(item, pydyf.Dictionary) and "MCID" in item


def _furniture(place: str) -> Properties:
    """Return the properties of a margin box's artifact (ISO 32000-1, 14.8.2.2)."""
    if place.startswith("@top"):
        return {"Type": "/Pagination", "Subtype": "/Header", "Attached": "[/Top]"}
    if place.startswith("@bottom"):
        return {"Type": "/Pagination", "Subtype": "/Footer", "Attached": "[/Bottom]"}
    return {"Type": "/Pagination"}


def _is_decoration(box: Any) -> bool:
    if box.element is None or isinstance(box, boxes.TextBox):
        return False
    hidden = box.element.get("aria-hidden") == "true"
    return hidden or (box.element_tag == "img" and box.element.get("alt") == "")


def _description(element: Any) -> str:
    """Return the text that stands for an image: the title of an SVG, the `alt` of any other."""
    title = element.findtext(f"{SVG}title") if element.tag == f"{SVG}svg" else element.get("alt")
    if not title:
        LOGGER.error('Image "%s" has no required alt description', element.get("src", "unknown"))
    return title or ""


def _actual_text(box: Any) -> str:
    """Return what a line's text should be read as where its glyphs do not say it, '' where they do.

    A lone space is not drawn at all; a hyphen at the end of a line only divides the word (ISO 32000-1, 14.8.2.2.3).
    """
    if not box.text.strip():
        return " "
    hyphen = box.style["hyphenate_character"]
    divided = box.style["hyphens"] != "none" and box.text.endswith(hyphen)
    return box.text.removesuffix(hyphen) + "\u00ad" if divided else ""
