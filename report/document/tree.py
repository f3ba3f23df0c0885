"""The structure tree of a PDF while it is being made, and its writing into the file.

Knows PDF's structure types, not HTML: `tagging.py` decides which node an HTML element becomes.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pydyf


class Mark(NamedTuple):
    """A marked piece of a page's content: text of one line, or an image."""

    page: int
    mcid: int


class Annotation(NamedTuple):
    """A link's sensitive rectangle on a page."""

    page: int
    dictionary: Any


@dataclass(eq=False)
class Node:
    """One structure element.

    Attributes:
        tag: structure type of ISO 32000-1, 14.8.4, such as `P`.
        kids: what it holds, in reading order.
        page: index of the page it begins on.
        source: what it was made from, to be found again on the next page.
        contents: whether it stands in a list of contents.
        scope: what a header cell heads, in HTML's words.
        entries: further keys of its dictionary, such as `Alt`.
        attributes: its attribute object, with the owner under `O`.
    """

    tag: str
    parent: "Node | None" = None
    kids: list["Node | Mark | Annotation"] = field(default_factory=list)
    page: int = 0
    source: object = None
    contents: bool = False
    scope: str = ""
    entries: dict[str, Any] = field(default_factory=dict)
    attributes: dict[str, Any] = field(default_factory=dict)

    def add(self, tag: str, source: object = None, page: int = 0, at: int | None = None) -> "Node":
        """Return a new last child, or one before the child `at`."""
        node = Node(tag, self, page=page, source=source, contents=self.contents)
        self.kids.insert(len(self.kids) if at is None else at, node)
        return node

    def nodes(self) -> list["Node"]:
        """Return the children that are elements."""
        return [kid for kid in self.kids if isinstance(kid, Node)]

    def descendants(self) -> Iterator["Node"]:
        """Yield the elements below this one, in reading order."""
        for kid in self.nodes():
            yield kid
            yield from kid.descendants()


# Empty cells hold a table's grid together; any other element without content is noise to a reader.
MAY_BE_EMPTY = frozenset(("TD", "TH"))

# A table's repeated parts in reading order: a foot is printed on the first page already, yet read last.
TABLE_ORDER = ("Caption", "THead", "TBody", "TFoot")


def tidy(node: Node) -> None:
    """Take out elements that hold nothing, or only stand around another one."""
    for kid in node.nodes():
        tidy(kid)
    node.kids = [kept for kid in node.kids for kept in _kept(kid)]
    if node.tag == "Table":
        node.kids.sort(key=_place_in_table)


def _kept(kid: Node | Mark | Annotation) -> list[Node | Mark | Annotation]:
    if not isinstance(kid, Node) or kid.tag in MAY_BE_EMPTY:
        return [kid]
    if not kid.entries and ((kid.tag == "P" and _all_figures(kid)) or (kid.tag == "Div" and len(kid.kids) == 1)):
        return kid.kids
    return [kid] if kid.kids else []


def _all_figures(node: Node) -> bool:
    return all(isinstance(kid, Node) and kid.tag == "Figure" for kid in node.kids)


def _place_in_table(kid: Node | Mark | Annotation) -> int:
    return TABLE_ORDER.index(kid.tag) if isinstance(kid, Node) and kid.tag in TABLE_ORDER else 2


class Writer:
    """Writes a tree of nodes into a PDF about to be saved."""

    def __init__(self, pdf: Any) -> None:
        self.pdf = pdf
        # Asked once: pydyf builds this list anew at each question.
        self.pages = pdf.page_references
        self.marks: list[dict[int, bytes]] = [{} for _ in self.pages]
        self.annotations: list[bytes] = []
        self.identifiers: dict[str, bytes] = {}

    def write(self, root: Node) -> None:
        """Add the tree below `root`, the parent tree and the tree of identifiers."""
        top = self._object(Type="/StructTreeRoot")
        top["K"] = pydyf.Array([self._element(root, top.reference)])
        top["ParentTree"] = self._object(Nums=self._parents()).reference
        top["ParentTreeNextKey"] = len(self.pages) + len(self.annotations)
        if self.identifiers:
            top["IDTree"] = self._object(Names=self._names()).reference
        self.pdf.catalog["StructTreeRoot"] = top.reference

    def _object(self, **entries: Any) -> Any:
        dictionary = pydyf.Dictionary(entries)
        self.pdf.add_object(dictionary)
        return dictionary

    def _element(self, node: Node, parent: bytes) -> bytes:
        element = self._object(Type="/StructElem", S=f"/{node.tag}", P=parent, **_values(node.entries))
        reference: bytes = element.reference
        if len(node.attributes) > 1:
            element["A"] = pydyf.Dictionary(_values(node.attributes))
        if "ID" in node.entries:
            self.identifiers[node.entries["ID"]] = reference
        page = next((kid.page for kid in node.kids if not isinstance(kid, Node)), None)
        if page is not None:
            element["Pg"] = self.pages[page]
        element["K"] = pydyf.Array([self._kid(kid, reference, page) for kid in node.kids])
        return reference

    def _kid(self, kid: Node | Mark | Annotation, parent: bytes, page: int | None) -> Any:
        if isinstance(kid, Node):
            return self._element(kid, parent)
        if isinstance(kid, Annotation):
            return self._annotation(kid, parent)
        self.marks[kid.page][kid.mcid] = parent
        if kid.page == page:
            return kid.mcid
        return pydyf.Dictionary({"Type": "/MCR", "Pg": self.pages[kid.page], "MCID": kid.mcid})

    def _annotation(self, kid: Annotation, parent: bytes) -> Any:
        kid.dictionary["StructParent"] = len(self.pages) + len(self.annotations)
        self.annotations.append(parent)
        return pydyf.Dictionary({"Type": "/OBJR", "Pg": self.pages[kid.page], "Obj": kid.dictionary.reference})

    def _parents(self) -> Any:
        numbers = pydyf.Array()
        for page, marks in enumerate(self.marks):
            length = max(marks, default=-1) + 1
            numbers += [page, pydyf.Array(marks.get(mcid, b"null") for mcid in range(length))]
        for number, parent in enumerate(self.annotations, len(self.pages)):
            numbers += [number, parent]
        return numbers

    def _names(self) -> Any:
        ordered = sorted(self.identifiers.items())
        return pydyf.Array(item for name, element in ordered for item in (pydyf.String(name), element))


def _values(entries: dict[str, Any]) -> dict[str, Any]:
    """Turn Python's values into the PDF's: text starting with `/` is a name, other text a string."""
    return {key: _value(value) for key, value in entries.items()}


def _value(value: Any) -> Any:
    if isinstance(value, str) and not value.startswith("/"):
        return pydyf.String(value)
    if isinstance(value, list):
        return pydyf.Array(_value(item) for item in value)
    return value
