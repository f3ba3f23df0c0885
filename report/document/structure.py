"""Print a laid-out document as PDF/UA-1 whose structure tree says what the HTML said.

One call, after layout::

    document = weasyprint.HTML(string=html, base_url=..., url_fetcher=...).render(...)
    pdf = structure.finish(document)

WeasyPrint tags page by page, so a table over four pages becomes four tables (Kozea/WeasyPrint#2903), page furniture is
left neither content nor artifact, and contents lists are plain lists. Here the tags are made from the same boxes once
more, one structure element per HTML element. This module is the only one that reaches into WeasyPrint's printing;
`tree.py` holds the elements, `tagging.py` fills them, `headers.py` links table cells to their headers.

How the HTML must be written:

- `<html lang>` and `<title>`; headings `h1`-`h6`; sections in `<section>`; text in `p`, `li`, `td`, ... A `div` says nothing
  and leaves no trace: text standing straight in it becomes a paragraph.
- Tables: `<caption>`, `<thead>`, `<tbody>`, `<th>`. A `th` is a column header in the `thead` and a row header elsewhere,
  unless `scope` says otherwise: `col`, `colgroup`, `row`, `rowgroup` (heads the rows below it in its `tbody`);
  `scope="row"` in the `thead` is a corner that heads both its row and its column. A header over several columns carries
  `colspan`. Leave an empty corner a `td`.
- Figures: `<figure><img alt="..."><figcaption>`. `alt=""` or `aria-hidden="true"` makes an artifact.
- Lists of contents, tables or figures: `<nav role="doc-toc"><ol><li><a href="#...">`, nested at will; leader dots and page
  numbers by `a::after` in the style.
- Abbreviations: `<abbr title="...">`; words of another language: `<span lang="cy">`.
- Text under `opacity` or `mix-blend-mode` cannot be tagged: give a colour instead.
"""

from typing import Any

import weasyprint.pdf
from weasyprint import Document

from report.document import tagging


def finish(document: Document, **options: Any) -> bytes:
    """Return the document as tagged PDF; `options` are those of WeasyPrint's `write_pdf`.

    The bytes depend on the document alone: no date, no identifier unless `pdf_identifier` asks for one. The variant may be
    changed to another tagged one, such as `pdf/a-2a`.
    """
    # Set on each call and never taken back: printing in several threads at once must not meet WeasyPrint's own.
    weasyprint.pdf.add_tags = tagging.add_tags
    pdf = document.write_pdf(**{"pdf_variant": "pdf/ua-1", **options})
    assert isinstance(pdf, bytes)
    return pdf
