"""Print a laid-out document as PDF/UA-1 whose structure tree says what the HTML said.

One call, after layout::

    document = weasyprint.HTML(string=html, base_url=..., url_fetcher=...).render(...)
    pdf = structure.finish(document)

WeasyPrint tags page by page: a table over four pages becomes four tables (Kozea/WeasyPrint#2903),
its header is content on each of them, page furniture is neither content nor artifact, and a list of
contents is a plain list. Here the tags are made from the same boxes, one structure element per HTML
element. The rooms: `tagging` walks the boxes, `roles` says what each becomes, `headers` links
table cells to their headers, `tree` holds the elements and writes them. `tagged` reads them back.

How the HTML must be written:

- `<html lang>` and `<title>`; the first heading an `h1`, no level skipped; `<section>`, `<p>`,
  `<ul>`, `<dl>`, `<blockquote>` as usual. A `div` leaves no trace; text standing straight in it
  becomes a paragraph.
- Tables: `<caption>`, `<thead>`, `<tbody>`, `<th>`. A `th` heads its column in the `thead` and its
  row elsewhere, unless `scope` says otherwise: `col`, `colgroup`, `row`, or `rowgroup`, which heads
  the rows below it in its `tbody`. `scope="row"` in the `thead` is a corner that heads both its row
  and its column. A header over several columns carries `colspan`. An empty corner is a `td`.
- Figures: `<figure><img alt="..."><figcaption>`. `alt=""` and `aria-hidden="true"` make artifacts.
- Lists of contents, of tables, of figures: `<nav role="doc-toc"><ol><li><a href="#id">`, nested at
  will, with leader dots and page numbers in `a::after`.
- `<abbr title="...">` for an abbreviation, `<span lang="cy">` for words of another language,
  `float: footnote` for a footnote.

Not possible: content under `opacity` or `mix-blend-mode` (an error says so), form fields, and
links in page margins or in a table header printed once more (they are words only).
"""

from typing import Any

import weasyprint.pdf
from weasyprint import Document

from report.document import tagging


def finish(document: Document, **options: Any) -> bytes:
    """Return the document as a tagged PDF; `options` are those of WeasyPrint's `write_pdf`.

    The bytes depend on the document alone: there is no date, and no identifier unless
    `pdf_identifier` asks for one. `pdf_variant` may name another tagged variant below PDF 2.0.
    """
    # Set at each call, never taken back: a thread that prints must not meet WeasyPrint's own.
    weasyprint.pdf.add_tags = tagging.add_tags
    pdf = document.write_pdf(**{"pdf_variant": "pdf/ua-1", **options})
    assert isinstance(pdf, bytes)
    return pdf
