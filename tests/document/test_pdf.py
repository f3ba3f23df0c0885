"""What is printed differs from what was composed in nothing that a reader would notice."""

from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from report.document import pdf

WORDS = "There is a perception that many calls to the police are about nuisance motorbikes."


def test_a_line_is_full_before_a_link(tmp_path: Path) -> None:
    """At any width the line before a link ends where the same line of plain words does."""
    pdf.carry_fonts("Source Sans Pro", tmp_path)
    style = f"html {{ font: 11pt Source Sans Pro }} {pdf.font_faces('Source Sans Pro')}"

    def lines(link: str) -> list[str]:
        page = "".join(
            f'<p style="width: {tenths / 10}mm">{WORDS} {link} asks how many calls there are.</p>'
            for tenths in range(1250, 1350)
        )
        page = f'<html lang="en"><title>Lines</title><style>{style}</style>{page}</html>'
        return printed(pdf.print_pdf(page, tmp_path, 0))

    assert lines('<a href="https://example.org">Recommendation 4</a>') == lines("Recommendation 4")


def printed(made: bytes) -> list[str]:
    """Give the words of a page line by line."""
    pages = PdfReader(BytesIO(made)).pages
    return [line.strip() for page in pages for line in page.extract_text().splitlines()]
