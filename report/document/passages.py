"""Gather what people wrote for an edition, with its places, for the checks of `report.prose`."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import zip_longest

from report.assessment import Assessment, Audience, Exhibit, Section
from report.document.binding import texts
from report.document.chapters import Block, Chapter
from report.errors import Where
from report.prose.inference import Rule
from report.prose.passage import Passage, PassageKind
from report.prose.vocabulary import Vocabulary

NOWHERE = Section(id="", kind="", title="")
KINDS: Mapping[str, PassageKind] = {"prose": "prose", "heading": "heading", "box": "heading"}


def passages(
    assessment: Assessment,
    chapters: tuple[Chapter, ...],
    place: Callable[..., Where],
    recommendations: Mapping[int, Where],
    rule: Rule | None = None,
) -> tuple[Passage, ...]:
    """Give the texts of the chapters in print order, then those of YAML and CSV files.

    place: of a key of the edition's YAML. recommendations: number -> its place. rule: which words
    say more than counts do. The default flow of a section kind is the house's and no passage.
    """
    vocabulary = Vocabulary.of(assessment)

    def passage(
        text: str,
        kind: PassageKind,
        where: Where,
        section: Section = NOWHERE,
        audience: Audience = "partner",
    ) -> Passage:
        made = Passage(text, kind, section, where, assessment, vocabulary, rule=rule)
        return replace(made, audience=audience)

    found = [
        *_flowing(chapters, passage),
        *(
            passage(text, "sentence", where, section, audience)
            for text, section, where, audience in texts(assessment)
        ),
        *_titles(assessment, place, passage),
        *(
            passage(text, "recommendation", recommendations[r.number], audience=r.audience)
            for r in assessment.recommendations
            for text in (r.text, r.because)
        ),
    ]
    return tuple(each for each in found if each.text.strip())


def tabled(
    assessment: Assessment, chapters: tuple[Chapter, ...], place: Callable[..., Where]
) -> tuple[Passage, ...]:
    """Give what else is printed that files and YAML say: placed tables, sources, quoted figures."""
    vocabulary = Vocabulary.of(assessment)
    blocks = [b for chapter in chapters for b in chapter.walk() if b.exhibit]
    found = [(_written(b.exhibit), _place(b.section.place), b.section) for b in blocks if b.exhibit]
    for source in assessment.sources:
        text = "\n".join((source.title, source.publisher, source.licence, source.note))
        found.append((text, place("sources", source.id), NOWHERE))
    for at, quoted in enumerate(assessment.quoted):
        found.append((f"{quoted.label}\n{quoted.note}", place("quoted", at), NOWHERE))
    return tuple(
        Passage(text, "title", section, where, assessment, vocabulary)
        for text, where, section in found
    )


def noted(assessment: Assessment, place: Callable[..., Where]) -> tuple[Passage, ...]:
    """Give what is said of the document, its sources and its tables, which is apt to be copied."""
    vocabulary = Vocabulary.of(assessment)
    details = assessment.document.details.values()
    found = [(text, place("document", "details"), NOWHERE) for text in details]
    found.append((assessment.disclosure, place("document", "disclosure"), NOWHERE))
    for s in assessment.sources:
        where = place("sources", s.id)
        found += [(text, where, NOWHERE) for text in (s.title, s.publisher, s.note)]
    for section in assessment.walk():
        notes = dict.fromkeys(note for exhibit in section.exhibits for note in exhibit.notes)
        found += [(text, _place(section.place), section) for text in notes]
    return tuple(
        Passage(text, "title", section, where, assessment, vocabulary)
        for text, where, section in found
        if text.strip()
    )


def _written(exhibit: Exhibit) -> str:
    """Give the words of a table: its headers, cells and notes, one in a line."""
    columns = (each for c in exhibit.columns for each in (c.group, c.label))
    cells = (cell.value for row in exhibit.printed() for cell in row.cells)
    texts = (*columns, *(v for v in cells if isinstance(v, str)), *exhibit.notes)
    return "\n".join(dict.fromkeys(filter(None, texts)))


Make = Callable[..., Passage]


def _flowing(chapters: tuple[Chapter, ...], passage: Make) -> Iterator[Passage]:
    """Give the author's own blocks; a section's title stands in the YAML."""
    for chapter in chapters:
        blocks = list(chapter.walk())
        for block, after in zip_longest(blocks, blocks[1:]):
            own, kind = block.section.commentary, KINDS.get(block.kind)
            if own and kind and block.where.file == own.file and block.text != block.section.title:
                made = passage(block.text, kind, block.where, block.section)
                yield replace(
                    made,
                    listed=_listed(after),
                    heading=block.heading,
                    quoted=block.where in chapter.quoted,
                )


def _listed(block: Block | None) -> int | None:
    """Count what a list holds that is placed by a bracket."""
    if block and block.kind == "items":
        return len(block.items)
    return len(block.listed.findings) if block and block.listed else None


def _titles(
    assessment: Assessment, place: Callable[..., Where], passage: Make
) -> Iterator[Passage]:
    """Give the titles of sections, captions and priorities, and the document's own."""
    document, anybody = assessment.document, {"audience": "public"}
    yield passage(document.title, "title", place("document", "title"), **anybody)
    yield passage(document.description, "sentence", place("document", "description"), **anybody)
    for at, priority in enumerate(assessment.priorities):
        own = {"audience": priority.audience}
        yield passage(priority.title, "title", place("priorities", at, "title"), **own)
        yield passage(priority.text, "sentence", place("priorities", at, "text"), **own)
    for section in assessment.walk():
        where = _place(section.place)
        yield passage(section.title, "title", where, section, section.audience)
        for exhibit in section.exhibits:
            yield passage(exhibit.title, "title", where, section, exhibit.audience)


def _place(text: str) -> Where:
    file, _, line = text.partition(":")
    return Where(file, int(line or 0))
