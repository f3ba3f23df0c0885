"""What became of the chapters, and of the author's words in them."""

from collections.abc import Callable

from report.assessment import Assessment, Section
from report.diff.changes import SectionChange, TextKind
from report.diff.matching import pairs
from report.diff.redline import fold, paragraphs

# Gives a section's commentary as paragraphs of plain text.
Plain = Callable[[Assessment, Section], list[str]]


def chapters(old: Assessment, new: Assessment, plain: Plain) -> tuple[SectionChange, ...]:
    """Compare all sections and their parts, unchanged ones included.

    plain: asked only for sections that have a commentary.
    """

    def text(assessment: Assessment, section: Section | None) -> list[str]:
        return plain(assessment, section) if section and section.commentary else []

    return tuple(
        _chapter(was, now, text(old, was), text(new, now))
        for was, now in pairs(old.walk(), new.walk())
    )


def _chapter(
    was: Section | None, now: Section | None, before: list[str], after: list[str]
) -> SectionChange:
    section = now or was
    assert section
    both = bool(was and now)
    found = paragraphs(before, after) if both else ()
    old_title, new_title = was.title if was else "", now.title if now else ""
    kind: TextKind = "changed" if found or fold(old_title) != fold(new_title) else "unchanged"
    return SectionChange(
        kind=kind if both else "new" if now else "gone",
        id=section.id,
        old_title=old_title,
        new_title=new_title,
        paragraphs=found,
    )
