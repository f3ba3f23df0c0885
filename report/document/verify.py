"""Read the finished PDF and compare it with what was meant to be in it.

It runs after printing. It is no check of the figures, and no validator of PDF/UA: veraPDF is that.
"""

from report.document.manuscript import Manuscript


def verify(pdf: bytes, made: Manuscript) -> dict[str, object]:
    """Count the pages, and find every numbered exhibit once in the tagged text.

    Raises RuntimeError where an exhibit is missing: the page lost something, which is our mistake.
    """
    from report.document import tagged

    captions = [table.caption for table in tagged.tables(pdf)]
    text = [words for _, words in tagged.outline(pdf)]
    missing = [
        label
        for label in made.numbering.exhibits.values()
        if not any(t.startswith(f"{label}:") for t in (*captions, *text))
    ]
    if missing:
        raise RuntimeError("not found in the printed PDF: " + ", ".join(missing))
    return {"exhibits": len(made.numbering.exhibits), "tables": len(captions)}
