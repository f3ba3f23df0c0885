"""What each paragraph rests on: its brackets as printed, its years, the exhibits it names."""

import re
from collections.abc import Iterable, Iterator

from report import words
from report.assessment import Finding
from report.document.binding import BRACKET, Binder, plain_text
from report.document.manuscript import Manuscript
from report.prose.bracketed import Around
from report.prose.confirmed import Carried, Kept, Resting, carried
from report.prose.dates import relations, undated
from report.prose.judged import Judge
from report.prose.paragraphs import Paragraph, parted
from report.prose.passage import Passage
from report.prose.shapes import leaders, shape, values

# The findings that words are bound to.
BOUND = re.compile(r'data-finding="(?P<ids>[^"]+)"')
# Where a bracket that names an exhibit or a recommendation leads.
TARGET = re.compile(r'<a href="#(?P<id>[^"]+)">')


def resting(
    made: Manuscript, found: Iterable[Passage], noted: Iterable[Passage]
) -> tuple[Carried, ...]:
    """Give what every paragraph of the passages rests on; notes on the years that they name."""
    binder, findings = made.binder(), made.assessment.findings()
    judge = Judge.of(made.assessment)
    every = [(each, cited) for p in found for cited in [_cited(p)] for each in parted(p)]
    resting = (
        (
            paragraph,
            [
                *_brackets(paragraph, binder),
                *_years(paragraph, made),
                *_messages(paragraph),
                *(_stated(findings[id_], renews=True) for id_ in cited),
                *_judged(paragraph, judge),
            ],
        )
        for paragraph, cited in every
    )
    notes = ((each, _years(each, made)) for note in noted for each in parted(note))
    return (*carried(resting), *carried(notes, "note:"))


def _cited(passage: Passage) -> tuple[str, ...]:
    """Give the findings that a recommendation rests on, which are printed with it as they are."""
    if passage.kind != "recommendation":
        return ()
    every = passage.assessment.recommendations
    return next((r.evidence for r in every if passage.text == r.text), ())


def _brackets(paragraph: Paragraph, binder: Binder) -> Iterator[Resting]:
    """Give each bracket as it is printed, of an exhibit its shape, of a recommendation its id.

    Of the author's own words in brackets, the findings that they are bound to.
    """
    findings = binder.assessment.findings()
    for match in BRACKET.finditer(paragraph.text):
        inner = " ".join(match["inner"].split())
        section, heading = paragraph.section, paragraph.heading
        around = Around(paragraph.text, match.start("inner"), section, heading)
        page = binder.bracket(match, around, paragraph.where)
        target = TARGET.search(page)
        bound = [findings[id_] for ids in BOUND.findall(page) for id_ in ids.split()]
        name = undated(f"[{inner}]")
        if target:
            yield Resting(name, Kept(_led_to(target["id"], binder)), f"[{inner}]")
        elif plain_text(page) == inner:
            yield from map(_stated, bound)
        else:
            kept = Kept(plain_text(page), "; ".join(map(values, bound)))
            yield Resting(name, kept, f"[{inner}]", renews=True)


def _led_to(id_: str, binder: Binder) -> str:
    """Give the shape of an exhibit, or the id of the recommendation that has this number."""
    exhibit = binder.assessment.exhibits().get(id_)
    if exhibit:
        return shape(exhibit)
    numbered = {f"recommendation-{r.number}": r.id for r in binder.assessment.recommendations}
    return numbered.get(id_, id_)


def _years(paragraph: Paragraph, made: Manuscript) -> Iterator[Resting]:
    text = BRACKET.sub("", paragraph.text)
    found = relations(text, made.assessment.period, made.assessment.comparison)
    for number, (shown, relation) in enumerate(found, 1):
        yield Resting(f"year {number}", Kept(relation), shown)


def _messages(paragraph: Paragraph) -> Iterator[Resting]:
    """Give what the message of a chart says of its rows."""
    for exhibit in paragraph.section.exhibits:
        if exhibit.message and exhibit.message == paragraph.text:
            shown = f"the {exhibit.family} '{exhibit.name}'"
            yield Resting(exhibit.id, Kept(leaders(exhibit)), shown)


def _judged(paragraph: Paragraph, judge: Judge) -> Iterator[Resting]:
    """Give what is judged without a figure, which moves when the judgement's ground turns."""
    for finding in judge.judged(paragraph.text):
        kept = Kept(words.headline(finding), judge.standing(finding))
        yield Resting(f"{finding.id} as judged", kept, finding.label, of=finding.id)


def _stated(finding: Finding, *, renews: bool = False) -> Resting:
    kept = Kept(words.headline(finding), values(finding))
    return Resting(finding.id, kept, finding.label, renews, of=finding.id)
