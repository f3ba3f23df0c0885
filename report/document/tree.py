"""The structure tree of a PDF while it is being made, and its writing into the file.

Knows PDF's structure types, not HTML: `roles.py` decides which node an HTML element becomes.
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
    """The sensitive rectangle of a link on a page."""

    page: int
    dictionary: Any


@dataclass(eq=False)
class Node:
    """One structure element.

    Attributes:
        tag: structure type of ISO 32000-1, 14.8.4, such as `P`.
        kids: what it holds, in reading order.
        page: index of the page it begins on.
        source: the HTML element whose loose text it holds, None for any other node.
        contents: whether it stands in a list of contents.
        scope: what a header cell heads, in HTML's words.
        entries: further keys of its dictionary, such as `Alt`.
        attributes: its attribute object, with the owner under `O`.
    """

    tag: str
    parent: "Node | None" = None
    kids: "list[Node | Mark | Annotation]" = field(default_factory=list)
    page: int = 0
    source: object = None
    contents: bool = False
    scope: str = ""
    entries: dict[str, Any] = field(default_factory=dict)
    attributes: dict[str, Any] = field(default_factory=dict)

    def add(self, tag: str, page: int, before: "Kid | None" = None) -> "Node":
        """Return a new child: the last one, or the one before another."""
        node = Node(tag, self, page=page, contents=self.contents)
        self.kids.insert(self.kids.index(before) if before else len(self.kids), node)
        return node

    def nodes(self) -> "list[Node]":
        """Return the children that are elements."""
        return [kid for kid in self.kids if isinstance(kid, Node)]

    def all(self, *tags: str) -> "Iterator[Node]":
        """Yield the elements of these types at any depth, in reading order."""
        for kid in self.nodes():
            if kid.tag in tags:
                yield kid
            yield from kid.all(*tags)


Kid = Node | Mark | Annotation

# Empty cells hold a table's grid together; any other element without content is noise to a reader.
MAY_BE_EMPTY = frozenset(("TD", "TH"))

# A table's parts in reading order: its foot is printed on the first page already, yet read last.
TABLE_ORDER = ("Caption", "THead", "TBody", "TFoot")


def tidy(node: Node) -> None:
    """Take out elements that hold nothing, or only stand around another one."""
    for kid in node.nodes():
        tidy(kid)
    node.kids = [kept for kid in node.kids for kept in _kept(kid)]
    if node.tag == "Table":
        node.kids.sort(key=_place_in_table)


def _kept(kid: Kid) -> list[Kid]:
    if not isinstance(kid, Node) or kid.tag in MAY_BE_EMPTY or kid.entries:
        return [kid]
    if _only_wraps(kid):
        return kid.kids
    return [kid] if kid.kids else []


def _only_wraps(node: Node) -> bool:
    if node.tag == "Div":
        return len(node.kids) == 1
    return node.tag == "P" and all(
        isinstance(kid, Node) and kid.tag == "Figure" for kid in node.kids
    )


def _place_in_table(kid: Kid) -> int:
    return TABLE_ORDER.index(kid.tag) if isinstance(kid, Node) and kid.tag in TABLE_ORDER else 2


class Writer:
    """Writes a tree of nodes into a PDF about to be saved.

    Attributes:
        pages: reference to each page.
        parents: for each page, the element that holds each of its marks.
        annotated: the element that holds each link rectangle, in the order of their numbers.
        named: the elements with an ID.
    """

    def __init__(self, pdf: Any) -> None:
        self.pdf = pdf
        # Asked once: pydyf builds this list anew at each question.
        self.pages = pdf.page_references
        self.parents: list[dict[int, bytes]] = [{} for _ in self.pages]
        self.annotated: list[bytes] = []
        self.named: dict[str, bytes] = {}

    def write(self, root: Node) -> None:
        """Add the tree from `root` on, with the ways from content and from IDs to its elements."""
        top = self._object(Type="/StructTreeRoot")
        top["K"] = pydyf.Array([self._element(root, top.reference)])
        top["ParentTree"] = self._object(Nums=self._numbers()).reference
        top["ParentTreeNextKey"] = len(self.pages) + len(self.annotated)
        if self.named:
            top["IDTree"] = self._object(Names=self._names()).reference
        self.pdf.catalog["StructTreeRoot"] = top.reference

    def _object(self, **entries: Any) -> Any:
        dictionary = pydyf.Dictionary(entries)
        self.pdf.add_object(dictionary)
        return dictionary

    def _element(self, node: Node, parent: bytes) -> bytes:
        entries = {key: _value(value) for key, value in node.entries.items()}
        element = self._object(Type="/StructElem", S=f"/{node.tag}", P=parent, **entries)
        reference: bytes = element.reference
        if "ID" in node.entries:
            self.named[node.entries["ID"]] = reference
        if len(node.attributes) > 1:
            element["A"] = _value(node.attributes)
        page = next((kid.page for kid in node.kids if not isinstance(kid, Node)), None)
        if page is not None:
            element["Pg"] = self.pages[page]
        element["K"] = pydyf.Array([self._kid(kid, reference, page) for kid in node.kids])
        return reference

    def _kid(self, kid: Kid, parent: bytes, page: int | None) -> Any:
        if isinstance(kid, Node):
            return self._element(kid, parent)
        if isinstance(kid, Annotation):
            return self._annotation(kid, parent)
        self.parents[kid.page][kid.mcid] = parent
        if kid.page == page:
            return kid.mcid
        entries = {"Type": "/MCR", "Pg": self.pages[kid.page], "MCID": kid.mcid}
        return pydyf.Dictionary(entries)

    def _annotation(self, kid: Annotation, parent: bytes) -> Any:
        kid.dictionary["StructParent"] = len(self.pages) + len(self.annotated)
        self.annotated.append(parent)
        reference = kid.dictionary.reference
        return pydyf.Dictionary({"Type": "/OBJR", "Pg": self.pages[kid.page], "Obj": reference})

    def _numbers(self) -> Any:
        numbers = pydyf.Array()
        for page, parents in enumerate(self.parents):
            marks = range(max(parents, default=-1) + 1)
            numbers += [page, pydyf.Array(parents.get(mark, b"null") for mark in marks)]
        for number, parent in enumerate(self.annotated, len(self.pages)):
            numbers += [number, parent]
        return numbers

    def _names(self) -> Any:
        names = sorted(self.named.items())
        return pydyf.Array(item for name, element in names for item in (_value(name), element))


def _value(value: Any) -> Any:
    """Turn Python's value into the PDF's: text after a `/` is a name, other text a string."""
    if isinstance(value, str) and not value.startswith("/"):
        return pydyf.String(value)
    if isinstance(value, list):
        return pydyf.Array(_value(item) for item in value)
    if isinstance(value, dict):
        return pydyf.Dictionary({key: _value(item) for key, item in value.items()})
    return value
