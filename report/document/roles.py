"""Say which structure element an HTML element becomes.

Each function below opens one kind of element: it takes a box, the node that holds its surroundings
and the sheet it lies on, adds the nodes it needs, and returns the one that takes the box's content.
Returning the parent leaves no trace of the element. `ELEMENTS` and `PSEUDO` at the foot list them.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from weasyprint.formatting_structure import boxes
from weasyprint.logger import LOGGER

from report.document.tree import Node

SVG = "{http://www.w3.org/2000/svg}"

# HTML element -> structure type, where that is all there is to say.
TAGS = {
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
    **dict.fromkeys(("p", "pre", "address"), "P"),
    **dict.fromkeys(("aside", "figure"), "Div"),
    **dict.fromkeys(("caption", "figcaption"), "Caption"),
    **{"section": "Sect", "article": "Art", "blockquote": "BlockQuote", "dl": "L"},
    **{"table": "Table", "thead": "THead", "tbody": "TBody", "tfoot": "TFoot", "tr": "TR"},
}

# CSS list style -> attribute ListNumbering (PDF/UA-1, 7.6).
NUMBERINGS = {
    **{"none": "/None", "disc": "/Disc", "circle": "/Circle", "square": "/Square"},
    **{"decimal": "/Decimal", "lower-roman": "/LowerRoman", "upper-roman": "/UpperRoman"},
    **{"lower-alpha": "/LowerAlpha", "upper-alpha": "/UpperAlpha"},
}

# PDF points per CSS pixel.
POINTS = 0.75


class Sheet(NamedTuple):
    """A page being read: its index, and its height in CSS pixels."""

    number: int
    height: float


def open_element(box: Any, parent: Node, sheet: Sheet) -> Node:
    """Return the node that takes the content of a box whose HTML element is met the first time."""
    name, _, pseudo = box.element_tag.partition("::")
    opener = PSEUDO.get(pseudo, _nothing) if pseudo else ELEMENTS.get(name, _plain)
    return opener(box, parent, sheet)


def is_decoration(box: Any) -> bool:
    """Say whether the HTML tells readers to pass over a box."""
    if box.element is None or isinstance(box, boxes.TextBox):
        return False
    if box.element_tag == "img" and box.element.get("alt") == "":
        return True
    return bool(box.element.get("aria-hidden") == "true")


def _nothing(box: Any, parent: Node, sheet: Sheet) -> Node:
    return parent


def _plain(box: Any, parent: Node, sheet: Sheet) -> Node:
    language = box.element.get("lang")
    unnamed = "Span" if isinstance(box, boxes.InlineLevelBox) else "Div"
    tag = TAGS.get(box.element_tag, unnamed if language else None)
    if tag is None:
        return parent
    node = parent.add(tag, sheet.number)
    if language:
        node.entries["Lang"] = language
    return node


def _nav(box: Any, parent: Node, sheet: Sheet) -> Node:
    node = parent.add("Sect", sheet.number)
    node.contents = box.element.get("role") == "doc-toc"
    return node


def _list(box: Any, parent: Node, sheet: Sheet) -> Node:
    if parent.contents:
        return parent.add("TOC", sheet.number)
    node = parent.add("L", sheet.number)
    fallback = "/Disc" if box.element_tag == "ul" else "/Decimal"
    numbering = NUMBERINGS.get(str(box.style["list_style_type"]), fallback)
    node.attributes = {"O": "/List", "ListNumbering": numbering}
    return node


def _item(box: Any, parent: Node, sheet: Sheet) -> Node:
    if parent.tag == "TOC":
        return parent.add("TOCI", sheet.number)
    return parent.add("LI", sheet.number).add("LBody", sheet.number)


def _marker(box: Any, parent: Node, sheet: Sheet) -> Node:
    item = parent.parent if parent.tag == "LBody" and parent.parent else parent
    return item.add("Lbl", sheet.number, before=next(iter(item.kids), None))


def _term(box: Any, parent: Node, sheet: Sheet) -> Node:
    return parent.add("LI", sheet.number).add("Lbl", sheet.number)


def _definition(box: Any, parent: Node, sheet: Sheet) -> Node:
    items = parent.nodes() or [parent.add("LI", sheet.number)]
    return items[-1].add("LBody", sheet.number)


def _cell(box: Any, parent: Node, sheet: Sheet) -> Node:
    node = parent.add(box.element_tag.upper(), sheet.number)
    node.scope = box.element.get("scope", "")
    spans = {"ColSpan": box.colspan, "RowSpan": box.rowspan}
    node.attributes = {"O": "/Table", **{key: span for key, span in spans.items() if span != 1}}
    return node


def _anchor(box: Any, parent: Node, sheet: Sheet) -> Node:
    if "href" not in box.element.attrib:
        return parent
    place = parent.add("Reference", sheet.number) if parent.contents else parent
    return place.add("Link", sheet.number)


def _abbreviation(box: Any, parent: Node, sheet: Sheet) -> Node:
    if "title" not in box.element.attrib:
        return parent
    node = parent.add("Span", sheet.number)
    node.entries["E"] = box.element.get("title")
    return node


def _figure(box: Any, parent: Node, sheet: Sheet) -> Node:
    node = parent.add("Figure", sheet.number)
    node.entries["Alt"] = _description(box.element)
    left, top = box.content_box_x(), sheet.height - box.content_box_y()
    corners = (left, top - box.height, left + box.width, top)
    node.attributes = {"O": "/Layout", "BBox": [POINTS * corner for corner in corners]}
    return node


def _description(element: Any) -> str:
    """Return the words that stand for an image: the title of an SVG, the `alt` of any other."""
    svg = element.tag == f"{SVG}svg"
    words = element.findtext(f"{SVG}title") if svg else element.get("alt")
    if not words:
        LOGGER.error("An image without words for it (alt): %s", element.get("src", "an svg"))
    return words or ""


def _footnote_call(box: Any, parent: Node, sheet: Sheet) -> Node:
    return parent.add("Reference", sheet.number)


def _label(box: Any, parent: Node, sheet: Sheet) -> Node:
    return parent.add("Lbl", sheet.number)


Opener = Callable[[Any, Node, Sheet], Node]

ELEMENTS: dict[str, Opener] = {
    **dict.fromkeys(("html", "body"), _nothing),
    **dict.fromkeys(("ul", "ol"), _list),
    **dict.fromkeys(("th", "td"), _cell),
    **dict.fromkeys(("img", f"{SVG}svg"), _figure),
    **{"nav": _nav, "li": _item, "dt": _term, "dd": _definition, "a": _anchor},
    "abbr": _abbreviation,
}

PSEUDO: dict[str, Opener] = {
    "marker": _marker,
    "footnote-call": _footnote_call,
    "footnote-marker": _label,
}
