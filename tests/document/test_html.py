"""The pages as HTML: well formed, links and tables sound, each number traced to its finding."""

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from report.assessment import Cell, Column, Entry, Exhibit, Priority, Row, load
from tests.conftest import Built
from tests.pages import chapter, page
from tests.small import assessment, finding, section, table

VOID = frozenset(("meta", "img", "br", "hr", "link"))
PAGES = ("report.html", "public/summary.html")


@dataclass
class Node:
    """An element: its tag, attributes, what stands in it, and the text straight in it."""

    tag: str
    attrs: dict[str, str]
    parent: "Node | None" = None
    inside: list["Node"] = field(default_factory=list)
    text: str = ""

    def walk(self) -> list["Node"]:
        """Give this element and all below it, in order."""
        return [self, *(node for child in self.inside for node in child.walk())]

    def all(self, *tags: str) -> list["Node"]:
        """Give the elements of these tags."""
        return [node for node in self.walk() if node.tag in tags]

    def within(self, attribute: str) -> bool:
        """Say whether this or an element around it carries an attribute."""
        here: Node | None = self
        while here:
            if attribute in here.attrs:
                return True
            here = here.parent
        return False


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.here = Node("", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.inside.append(node)
        if tag not in VOID:
            self.here = node

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.here.tag, f"</{tag}> closes <{self.here.tag}>"
        assert self.here.parent
        self.here = self.here.parent

    def handle_data(self, data: str) -> None:
        self.here.text += data


def parsed(text: str) -> Node:
    """Parse a page; every element must be closed in its turn."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    assert reader.here is reader.root, f"<{reader.here.tag}> is not closed"
    return reader.root


@pytest.fixture(params=PAGES)
def document(request: pytest.FixtureRequest, built: Built) -> Node:
    """Give a page of the made-up edition as the command built it."""
    return parsed((built.folder / request.param).read_text(encoding="utf-8"))


def faults(root: Node) -> list[str]:
    """Find ids that stand twice and links that lead nowhere."""
    ids = Counter(node.attrs["id"] for node in root.walk() if "id" in node.attrs)
    links = [node.attrs.get("href", "") for node in root.all("a")]
    dangling = [link for link in links if link.startswith("#") and link[1:] not in ids]
    return [id_ for id_, number in ids.items() if number > 1] + dangling


def test_ids_are_unique_and_links_resolve(document: Node) -> None:
    """Contents, references and notes lead somewhere, and to one place."""
    assert faults(document) == []


def test_the_page_names_its_language_and_itself(document: Node) -> None:
    """What a screen reader says first."""
    (html,) = document.all("html")
    (title,) = document.all("title")

    assert html.attrs["lang"] == "en-GB"
    assert title.text.startswith("Middlemarch strategic assessment")


def test_every_table_has_a_caption_and_headers(document: Node) -> None:
    """Each header says what it heads, each row has one, and no table is empty."""
    for found in document.all("table"):
        assert found.inside[0].tag == "caption"
        assert all(th.attrs.get("scope") for th in found.all("th"))
        for body in found.all("tbody"):
            assert body.inside
            for at, row in enumerate(body.inside):
                scopes = [cell.attrs["scope"] for cell in row.inside if cell.tag == "th"]
                group = at == 0 and body.attrs.get("class") == "group"
                assert scopes == (["rowgroup", "row"] if group else ["row"])


def test_every_figure_has_a_text_of_its_own(document: Node) -> None:
    """The alternative text tells the data, not the caption again."""
    figures = document.all("figure")
    assert figures

    for found in figures:
        (image,), (caption,) = found.all("img"), found.all("figcaption")
        words = " ".join(node.text for node in caption.walk())
        assert image.attrs["alt"].strip()
        assert image.attrs["alt"] not in words
        assert re.search(r"\d", image.attrs["alt"])


def test_headings_skip_no_level(document: Node) -> None:
    """Each heading is at most one level below the one before it."""
    levels = [int(node.tag[1]) for node in document.walk() if re.fullmatch(r"h\d", node.tag)]

    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_no_list_is_empty(document: Node) -> None:
    """A list without items is announced and says nothing."""
    assert [node.attrs for node in document.all("ul", "ol") if not node.inside] == []


def test_bound_numbers_are_findings(document: Node, built: Built) -> None:
    """Each span names a finding of the assessment."""
    known = load(built.folder / "assessment.json").findings()
    marked = [n.attrs["data-finding"] for n in document.walk() if "data-finding" in n.attrs]
    bound = [id_ for ids in marked for id_ in ids.split()]

    assert bound
    assert set(bound) <= set(known)


def test_every_number_of_a_finding_can_be_traced(document: Node) -> None:
    """920, 130, 310, 390 and 8.0 % stand in cells of exhibits, bound spans and notes."""
    loose = [
        node.text.strip()
        for node in document.all("body")[0].walk()
        if re.search(r"\b(920|130|310|390|8\.0%)", node.text)
        and not node.within("data-finding")
        and not node.within("data-told")
        and not (node.within("data-exhibit") and node.within("data-row"))
    ]

    assert loose == []


def test_every_cell_is_at_an_exhibit_row_and_column(built: Built) -> None:
    """Exhibit, row and column of a cell lead to one value of assessment.json."""
    root = parsed((built.folder / "report.html").read_text(encoding="utf-8"))
    known = load(built.folder / "assessment.json").exhibits()
    exhibits = [node for node in root.walk() if "data-exhibit" in node.attrs]
    assert exhibits

    for node in exhibits:
        exhibit = known[node.attrs["data-exhibit"]]
        cells = [n for n in node.walk() if "data-column" in n.attrs]
        assert all(cell.within("data-row") for cell in cells)
        printed = [row.attrs["data-row"] for row in node.walk() if "data-row" in row.attrs]
        assert printed in ([row.key for row in exhibit.printed()], [])
        assert {c.attrs["data-column"] for c in cells} <= {c.key for c in exhibit.columns}


BEAT = Exhibit(
    id="chart.beats",
    name="beats",
    kind="area_bars",
    form="areas by year",
    measure="All Crime",
    columns=(Column(key="area", label="Beat"), Column(key="n", label="n", unit="offences")),
    rows=(Row(key="lowick", cells=(Cell(value="Lowick"), Cell(value=300))),),
)


def test_a_chart_without_its_table_prints_its_data() -> None:
    """The numbers behind the drawing are on the page, each at its row and column."""
    html = chapter(page(assessment(section("one", "[chart: beats]\n", exhibits=(BEAT,)))), "one")

    assert "<caption>Data of Figure 1</caption>" in html
    assert '<tr data-row="lowick"><th scope="row" data-column="area">Lowick</th>' in html


def test_a_chart_with_its_table_refers_to_it() -> None:
    """The table is not printed twice."""
    twin = BEAT.model_copy(update={"twin": "table.beats"})
    own = section(
        "one", "[chart: beats]\n\n[table: beats]\n", exhibits=(twin, table("table.beats", "beats"))
    )
    html = chapter(page(assessment(own)), "one")

    assert 'The figures are in <a href="#table.beats">Table 1</a>.' in html
    assert "Data of Figure 1" not in html


def test_what_is_printed_twice_has_one_id() -> None:
    """Headings in boxes, repeated tables and recommendations do not clash."""
    text = "## A\n\n[box: B]\n## C\n[/box]\n\n[table: beats]\n\n[table: beats]\n\n## D\n"
    own = section("one", text, exhibits=(table("table.beats", "beats"),))

    assert faults(parsed(page(assessment(own)))) == []


def test_columns_of_one_group_share_a_header() -> None:
    """The group spans its columns; a column without one spans both rows of headers."""
    grouped = table(
        "t",
        "ages",
        columns=(
            Column(key="row", label="Age"),
            Column(key="a", label="Here", unit="%", group="Share"),
            Column(key="b", label="County", unit="%", group="Share"),
        ),
        rows=(Row(key="r", cells=(Cell(value="18"), Cell(value=14.0), Cell(value=21.5))),),
    )
    html = chapter(page(assessment(section("one", "[table: ages]\n", exhibits=(grouped,)))), "one")

    assert re.search(r'<th scope="col" rowspan="2"[^>]*>Age</th>', html)
    assert '<th scope="colgroup" colspan="2">Share</th>' in html


def test_names_cannot_become_tags() -> None:
    """Text from files is printed as text wherever it stands."""
    bad = '<img src="x" onerror="y">'
    own = section(
        "one",
        "[table: beats]\n\n[list: partners]\n\n[priorities]\n",
        title=bad,
        exhibits=(table("t", "beats", title=bad, notes=(bad,), geography=bad, period=bad),),
        findings=(finding("count.a", bad),),
        entries=(Entry(title=bad),),
    )
    priority = Priority(id="p", title=bad, text=bad)
    made = assessment(own, lists={"partners": (bad,)}, priorities=(priority,))
    root = parsed(page(made))

    assert root.all("img") == []


def test_empty_parts_leave_nothing_behind() -> None:
    """Without headlines, priorities or items there is no list to announce."""
    text = "[headlines]\n\n[priorities]\n\n[list: partners]\n"
    root = parsed(page(assessment(section("one", text), lists={"partners": ()})))

    assert root.all("ul", "ol") == []


def test_the_pages_draw_on_nothing_outside(built: Built) -> None:
    """Every picture is a file beside the page that stands there."""
    for name in PAGES:
        path: Path = built.folder / name
        sources = [n.attrs["src"] for n in parsed(path.read_text("utf-8")).all("img")]
        assert sources
        assert all((path.parent / source).is_file() for source in sources)
