"""Exhibits that are kept whole leave no page half empty."""

from pathlib import Path

from report.document import sheets, tagged
from tests.document.compositor import COVER, chapter, chart, laid_out, lines, table


def pages(folder: Path, *parts: str) -> list[list[str]]:
    """Give the texts of each page after the cover, settled; a table by its caption and rows."""
    pdf = laid_out((COVER, *parts), folder, settle=True)
    return [[spot.text for spot in sheet.spots] for sheet in sheets.read(pdf)[1:]]


def words(number: int, word: str) -> list[str]:
    return [f"{word} {n}" for n in range(1, number + 1)]


def test_text_moves_up_before_an_exhibit_that_does_not_fit(tmp_path: Path) -> None:
    """In its order, and as much as there is room for; the exhibit comes first on its page."""
    first, second = pages(tmp_path, chapter(lines(6), table(10), lines(12, "After")))

    assert first == [*words(6, "Line"), *words(9, "After")]
    assert second[0] == "Table 1: Areas"
    assert second[-3:] == ["After 10", "After 11", "After 12"]


def test_what_is_read_aloud_has_the_same_order(tmp_path: Path) -> None:
    """The tags follow the pages."""
    pdf = laid_out((COVER, chapter(lines(6), chart(12), lines(12, "After"))), tmp_path, settle=True)
    texts = [text for _, text in tagged.outline(pdf)]

    assert texts.index("After 9") < texts.index("Figure 1: Areas") < texts.index("After 10")


def test_a_heading_goes_on_with_the_text(tmp_path: Path) -> None:
    """The heading that an exhibit took along stays where its section's text now begins."""
    parts = (lines(6), "<h2>Beats</h2>", chart(10), lines(12, "After"))
    first, second = pages(tmp_path, chapter(*parts))

    assert first[6:9] == ["Beats", "After 1", "After 2"]
    assert second[0] == "Figure 1: Areas"


def test_nothing_moves_out_of_its_section(tmp_path: Path) -> None:
    """A heading or another exhibit ends the text that may move."""
    first, second = pages(tmp_path, chapter(lines(10), chart(10), "<h2>Next</h2>", lines(3)))

    assert first == words(10, "Line")
    assert second == ["Figure 1: Areas", "A square", "Next", *words(3, "Line")]


def test_a_sentence_stays_with_what_it_announces(tmp_path: Path) -> None:
    """One that ends with a colon is parted neither from its exhibit nor from its list."""
    announced = chapter(lines(9), "<p>These are:</p>", chart(10), lines(3, "After"))
    assert "After 1" not in pages(tmp_path, announced)[0]

    listed = "<p>Where it rose:</p><ul>" + "<li>Beat</li>" * 6 + "</ul>"
    first, *_ = pages(tmp_path, chapter(lines(8), chart(10), "<p>After</p>", listed))
    assert first == [*words(8, "Line"), "After"]


def test_a_long_table_without_text_is_parted(tmp_path: Path) -> None:
    """Between its rows, three of them at least at either end, with its header on both pages."""
    first, second = pages(tmp_path, chapter(lines(6), table(10)))

    assert first[6:8] == ["Table 1: Areas", "Area Count"]
    assert min(len(first) - 8, len(second)) >= 3
    assert [*first[8:], *second] == [f"Area {n} {n}" for n in range(1, 11)]


def test_a_long_table_begins_where_it_may(tmp_path: Path) -> None:
    """However full the page before it is, if three rows fit; a caption is never left behind."""
    first, second = pages(tmp_path, chapter(lines(10), table(16)))
    assert first[10:] == ["Table 1: Areas", "Area Count", "Area 1 1", "Area 2 2", "Area 3 3"]
    assert len(second) == 13

    assert pages(tmp_path, chapter(lines(11), table(16)))[0] == words(11, "Line")


def test_a_page_that_the_author_ends_is_let_be(tmp_path: Path) -> None:
    """No text moves over a page break."""
    ended = "<div style='break-after: page'></div>"
    first, second = pages(tmp_path, chapter(lines(6), ended, table(8), lines(3, "After")))

    assert first == words(6, "Line")
    assert second[0] == "Table 1: Areas"


def test_a_short_table_stays_whole(tmp_path: Path) -> None:
    """And so does a longer one where the page before it is full enough."""
    assert pages(tmp_path, chapter(lines(8), table(7)))[0] == words(8, "Line")
    assert pages(tmp_path, chapter(lines(10), table(10)))[0] == words(10, "Line")


def test_full_pages_are_let_be(tmp_path: Path) -> None:
    """Text does not move to fill the last lines of a page."""
    assert pages(tmp_path, chapter(lines(13), chart(6), lines(4, "After")))[0] == words(13, "Line")


def test_one_mend_leads_to_the_next(tmp_path: Path) -> None:
    """Pages are laid out again after each, and twice come out the same."""
    parts = [lines(6), table(10), lines(12, "After"), chart(12), lines(9, "End")]
    settled = laid_out((COVER, chapter(*parts)), tmp_path, settle=True)

    full = [sheet.full for sheet in sheets.read(settled)[1:-1]]
    assert min(full) > 0.8
    assert settled == laid_out((COVER, chapter(*parts)), tmp_path, settle=True)
