"""A finished page is read as its reader meets it."""

from pathlib import Path

from report.finished import read
from report.finished.document import Bound, Finished, Link

TABLE = """
<div class="exhibit" id="t" data-exhibit="t">
<table class="overview"><caption><span class="number">Table 1:</span> Crime
<span class="caption-under">Ashby, 2012</span></caption>
<thead><tr><th scope="col" rowspan="2">Type</th><th scope="colgroup" colspan="2">Count</th></tr>
<tr><th scope="col">2011</th><th scope="col">2012</th></tr></thead>
<tbody><tr class="row" data-row="robbery"><th scope="rowgroup" rowspan="2">Robbery</th>
<td data-column="y2011">5</td><td data-column="y2012"><b>1,2</b>00</td></tr>
<tr class="total" data-row="other"><td>6</td><td>7</td></tr></tbody></table>
</div>
"""


def page(tmp_path: Path, body: str) -> Finished:
    file = tmp_path / "report.html"
    head = "<head><title>A  title</title><style>p {}</style></head>"
    file.write_text(f'<html lang="en-GB">{head}<body>{body}</body></html>', encoding="utf-8")
    return read(file)


def test_parts_stand_in_reading_order_beneath_their_headings(tmp_path: Path) -> None:
    """A heading's path is what stands above it; a paragraph's holds its own heading too."""
    body = "<h1>One</h1><p>a</p><h2 id='two'><span class='number'>1.1</span> Two</h2><p>b</p>"
    found = page(tmp_path, body + "<h1>Three</h1><p>c</p>")
    assert [(p.kind, p.level, p.text, p.path) for p in found.parts] == [
        ("heading", 1, "One", ()),
        ("paragraph", 0, "a", ("One",)),
        ("heading", 2, "1.1 Two", ("One",)),
        ("paragraph", 0, "b", ("One", "1.1 Two")),
        ("heading", 1, "Three", ()),
        ("paragraph", 0, "c", ("Three",)),
    ]
    assert found.places()["two"].number == "1.1"
    assert (found.language, found.title) == ("en-GB", "A title")


def test_links_and_findings_keep_their_place_in_the_text(tmp_path: Path) -> None:
    """Offsets are those of the text with its single spaces."""
    body = """<p>  See <a href="#t"><span class="together">Table 1</span></a>:
      it <span class="bound" data-finding="count.robbery">fell by 2%</span>.</p>"""
    (part,) = page(tmp_path, body).parts
    assert part.text == "See Table 1: it fell by 2%."
    assert part.links == (Link("#t", 4, 11),)
    assert part.bound == (Bound("count.robbery", 16, 26),)
    assert part.text[16:26] == "fell by 2%"


def test_what_is_hidden_is_not_read(tmp_path: Path) -> None:
    """Icons, tips, scripts and styles say nothing to a reader."""
    body = """<p><span aria-hidden="true">★</span> Seen<span role="tooltip">tip <b>x</b></span></p>
      <p hidden>no</p><script>1</script>"""
    assert [part.text for part in page(tmp_path, body).parts] == ["Seen"]


def test_a_note_beside_a_text_stands_behind_it(tmp_path: Path) -> None:
    """The text goes on as if the note were not there, and its spans keep their places."""
    note = '<span class="margin-note" role="note"><b>To be checked:</b> “fell”.</span>'
    body = (
        f'<p>It <span data-finding="f">fell</span>.{note} Then <a href="#x">more</a>.</p><p>b</p>'
    )
    found = page(tmp_path, body).parts
    assert [(part.kind, part.text) for part in found] == [
        ("paragraph", "It fell. Then more."),
        ("margin", "To be checked: “fell”."),
        ("paragraph", "b"),
    ]
    assert found[0].bound == (Bound("f", 3, 7),)
    assert found[0].links == (Link("#x", 14, 18),)


def test_items_know_their_list_and_their_place_in_it(tmp_path: Path) -> None:
    """The first list has two items, the second of which holds a list of one."""
    body = "<ul><li>a</li><li>b<ul><li><p>c</p></li></ul></li></ul><ol><li>d</li></ol>"
    found = page(tmp_path, body).parts
    assert [(p.kind, p.text, p.listed, p.entry, p.level) for p in found] == [
        ("item", "a", 1, 1, 1),
        ("item", "b", 1, 2, 1),
        ("item", "c", 2, 1, 2),
        ("item", "d", 3, 1, 1),
    ]


def test_a_caption_comes_before_its_table_line_by_line(tmp_path: Path) -> None:
    """The link to the exhibit leads to its caption; what stands below it has its own part."""
    found = page(tmp_path, TABLE)
    assert [(p.kind, p.text, p.number) for p in found.parts] == [
        ("caption", "Table 1: Crime", "Table 1"),
        ("caption", "Ashby, 2012", ""),
        ("table", "", ""),
    ]
    assert found.places()["t"].text == "Table 1: Crime"
    assert {part.exhibit for part in found.parts} == {"t"}


def test_a_cell_that_covers_places_stands_at_each_and_heads_each(tmp_path: Path) -> None:
    """Read by hand: two head rows of three columns, two rows under one row header."""
    table = page(tmp_path, TABLE).parts[2].table
    assert table
    assert [[cell.text for cell in row.cells] for row in (*table.head, *table.rows)] == [
        ["Type", "Count", "Count"],
        ["Type", "2011", "2012"],
        ["Robbery", "5", "1,200"],
        ["Robbery", "6", "7"],
    ]
    last = table.rows[1].cells[2]
    assert (last.above, last.beside) == (("Count", "2012"), ("Robbery",))
    assert (table.rows[0].cells[2].key, table.rows[1].role) == ("y2012", "total")
    assert [cell.text for cell in table.column(0)] == ["Robbery", "Robbery"]
    assert [cell.text for cell in table.cells()][:3] == ["Type", "Count", "2011"]


def test_a_figure_has_its_alternative_text_and_what_is_drawn_in_it(tmp_path: Path) -> None:
    """Titles of a drawing are tips, not texts of it."""
    drawn = '<svg xmlns="http://www.w3.org/2000/svg"><title>t</title><text>1,185</text></svg>'
    (tmp_path / "a.svg").write_text(drawn, encoding="utf-8")
    body = '<figure><figcaption>C</figcaption><img src="a.svg" alt="Bars"></figure>'
    figure = page(tmp_path, body).parts[1].figure
    assert figure
    assert (figure.file, figure.alt, figure.texts) == ("a.svg", "Bars", ("1,185",))


def test_contents_furniture_notes_and_margins_are_told_apart(tmp_path: Path) -> None:
    """What a paragraph is stands in what is around it."""
    body = """<div class="furniture running">Title</div>
      <nav><ol><li><a href="#a"><span class="number">2</span> Two</a></li></ol></nav>
      <p class="note">n</p><p class="source">s</p><aside><p>m</p></aside>"""
    found = page(tmp_path, body).parts
    kinds = [(part.kind, part.number) for part in found]
    assert kinds == [
        ("furniture", ""),
        ("contents", "2"),
        ("note", ""),
        ("source", ""),
        ("margin", ""),
    ]
    assert [link.target for link in found[1].links] == ["#a"]


def test_what_stands_in_one_box_has_one_number(tmp_path: Path) -> None:
    """A box's title and text go together; its id leads to its title."""
    body = '<div class="box recommendation" id="r"><p>R 1</p><p>Do.</p></div><p>x</p>'
    found = page(tmp_path, body)
    assert [part.box for part in found.parts] == [1, 1, 0]
    assert found.places()["r"].text == "R 1"
