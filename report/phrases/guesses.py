"""Brackets that everyday words may mean, put together from the names and the words in them."""

import re
from collections.abc import Iterator, Sequence

from report import words
from report.names import Index
from report.periods import MONTHS
from report.phrases import sets
from report.phrases.heard import HeardName, category_in, counted, in_one, within

# What people write -> the form that is meant, the likeliest first.
MEANT: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"\b(?:{said})", re.IGNORECASE), form)
    for said, form in (
        (r"share\b|proportion|percentage\b(?! change)|how much of", "share"),
        (r"rate\b|per (?:1,?000|thousand|head|capita)", "rate"),
        (r"rank|plac(?:e|ing)\b", "rank"),
        (r"position|peer\b|family\b", "position"),
        (r"trend", "trend"),
        (r"harm", "harm"),
        (r"risk", "risk"),
        (r"rolling|(?:12|twelve) month", "rolling total"),
        (r"peak|busiest", "peak"),
        (
            r"chang|increas|decreas|ris(?:e|en|ing)\b|rose\b|f[ae]ll|drop|reduc|grew|grow|went"
            r"|up\b|down\b|mov(?:e|ed|ing)\b|per ?cent|percentage|%|compar|since|vs\b|versus"
            r"|year on year",
            "change",
        ),
        (r"differen", "difference"),
        (
            r"(?:last|previous|prior|earlier|preceding) year|year (?:ago|before|earlier)",
            "last year",
        ),
        (r"number\b|count\b|total\b|how many|offence|crime|volume|level", "count"),
    )
)

# What people write of several areas or categories -> the pick that is meant.
PICKED: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"\b(?:{said})", re.IGNORECASE), shape)
    for said, shape in (
        (r"no change|unchanged|same\b", "{nouns} with no change in {category}"),
        (
            r"increas|ris(?:e|en|ing)\b|rose\b|up\b|grew|grow|worse\b",
            "{nouns} with a rise in {category}",
        ),
        (
            r"decreas|f[ae]ll|drop|reduc|down\b|better\b",
            "{nouns} with a fall in {category}",
        ),
        (r"lowest|least|fewest|best\b|bottom|quietest", "{noun} with the fewest {category}"),
        (r"", "top {number} {nouns} for {category}"),
        (r"", "{noun} with the most {category}"),
    )
)

MANY = re.compile(r"\b(?:how many|number)\b")


def shares(index: Index, said: Sequence[str], category: HeardName | None) -> Iterator[str]:
    """Put a share of one category in another together, where words name both."""
    if category and MEANT[0][0].search(" ".join(said)):
        other = category_in(index, [w for at, w in enumerate(said) if not within(at, category)])
        if other:
            yield f"{category.name} share of {other.name}"
            yield f"{other.name} share of {category.name}"


def whole_in(index: Index, said: Sequence[str]) -> HeardName | None:
    """Take "crime" alone for the whole that shares are of."""
    wholes = (f.of_label for f in index.assessment.findings().values() if f.measure == "share")
    label = next((each for each in wholes if each in counted(index)), "")
    return (
        HeardName(label, said.index("crime"), said.index("crime") + 1)
        if label and "crime" in said
        else None
    )


def picked(index: Index, category: HeardName | None, rest: str) -> Iterator[str]:
    """Put brackets over several areas or categories together, where words name their kind."""
    kinds = sets.nouns(index).items()
    kind = next((k for k in kinds if in_one(k[0].casefold()) in rest.split()), None)
    number = next((w for w in rest.split() if w.isdecimal() or w in words.SMALL[1:]), "")
    name = category.name if category else _of_kind(index, kind[0] if kind else "")
    for shape in (shape for said, shape in PICKED if kind and said.search(rest)):
        if number or "{number}" not in shape:
            noun, nouns = kind or ("", "")
            made = shape.format(noun=noun, nouns=nouns, category=name, number=number)
            made = re.sub(r" (?:for|in) $", "", made)
            yield f"number of {made}" if MANY.search(rest) and "{nouns} with" in shape else made


def _of_kind(index: Index, kind: str) -> str:
    """Give a category that areas of a kind are counted by; "" for none, as of categories."""
    area = next((a.name for a in index.assessment.gazetteer if a.kind == kind), "")
    return next(iter(counted(index, area)), "") if area else ""


def of_one(
    index: Index, category: HeardName | None, area: HeardName | None, rest: str
) -> Iterator[str]:
    """Put brackets of one finding together, the likeliest first."""
    meant = [rest] if rest in words.FORMS else [form for said, form in MEANT if said.search(rest)]
    for form in (meant or ["count", "change"]) if category else ():
        for where in _wheres(index, area, rest):
            yield f"{category.name if category else ''} {form}{where}"


def _wheres(index: Index, area: HeardName | None, rest: str) -> list[str]:
    """Give the area that is named, or a month of the period; else nothing."""
    month = month_in(rest)
    period = index.assessment.period
    years = range(period.first.year, period.last.year + 1) if month else ()
    return [f" in {month} {year}" for year in years] or [f" in {area.name}" if area else ""]


def month_in(rest: str) -> str:
    """Give the month that words name, "" for none."""
    return next((m for m in MONTHS if re.search(rf"\b{m}\b", rest, re.IGNORECASE)), "")
