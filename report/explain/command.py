"""What `psa explain` reads beside the assessment, and how its words are taken from the template."""

import re
from html import unescape
from pathlib import Path

from report import finished
from report.assessment import Assessment, load
from report.errors import InputError
from report.explain.explained import Explainer
from report.explain.matching import Matching
from report.explain.places import drawn, numbers, paged, places
from report.ledger.entries import load as load_ledger
from report.names import Index

PAIR = re.compile(r"<dt>(.*?)</dt><dd>(.*?)</dd>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")


def matching(folder: Path, index: Index, explainer: Explainer) -> Matching:
    """Make what finds a meaning in a built edition; without its page nothing is printed."""
    public, labels = index.assessment.public, dict(explainer.labels)
    page = folder / ("summary.html" if public else "report.html")
    printed = places(finished.read(page), labels) if page.is_file() else ()
    ledger = folder / "ledger.json"
    if public or not ledger.is_file():
        return Matching(index, labels, printed)
    entries = load_ledger(ledger).entries
    on_screen, on_paper = (numbers(entries, name) for name in ("report.html", "report.pdf"))
    pictured = numbers(drawn(entries), "report.html")
    return Matching(index, labels, paged((*printed, *pictured), on_paper), on_screen)


def pairs(text: str) -> list[tuple[str, str]]:
    """Give the pairs of a name and a text that a template wrote, as plain text."""
    return [(_plain(name), _plain(told)) for name, told in PAIR.findall(text)]


def _plain(text: str) -> str:
    return " ".join(unescape(TAG.sub("", text)).split())


def edition_before(folder: Path, assessment: Assessment) -> Assessment | None:
    """Find the partnership's edition before this one among the builds beside it."""
    beside = folder.parent if not assessment.public else folder.parent.parent
    name = "public/assessment.json" if assessment.public else "assessment.json"
    found = [one for path in sorted(beside.glob(f"*/{name}")) if (one := _read(path))]
    before = [
        one
        for one in found
        if one.partnership.id == assessment.partnership.id
        and one.public == assessment.public
        and one.period.last < assessment.period.last
    ]
    return max(before, key=lambda one: one.period.last, default=None)


def _read(path: Path) -> Assessment | None:
    """Read an edition; None where it is of another format."""
    try:
        return load(path)
    except InputError:
        return None
