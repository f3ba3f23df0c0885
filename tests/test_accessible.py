"""Every PDF that the program prints is PDF/UA-1, as veraPDF judges it."""

from pathlib import Path

from tests import verapdf
from tests.conftest import Built


def test_the_reports_summaries_and_the_comparison_are_pdf_ua(editions: Path, built: Built) -> None:
    """Three editions, each with its summary, the Charnwood comparison and the made-up edition."""
    verapdf.needed()
    paths = [*sorted(editions.rglob("*.pdf")), *sorted(built.folder.rglob("*.pdf"))]
    assert [path.name for path in paths] == [
        *("summary.pdf", "report.pdf") * 2,
        "diff.pdf",
        *("summary.pdf", "report.pdf") * 2,
    ]
    assert {path: rules for path, rules in verapdf.failures(paths).items() if rules} == {}
