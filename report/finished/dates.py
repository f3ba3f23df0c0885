"""Dates and periods: possible ones, the same on every page, and in captions those of columns."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from report.errors import Problem
from report.finished.alarms import alarm, quoted
from report.finished.document import Finished, Part
from report.finished.exhibits import Shown, ShownTable, shown, tables
from report.finished.sheets import Sheet, named_years
from report.finished.wording import texts
from report.periods import A_YEAR, MONTHS, one_year
from report.prose.when import exists

_MONTH = "|".join(MONTHS)
DAY = re.compile(
    rf"(?<![\d/])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<month>{_MONTH})\b(?:,?\s(?P<year>\d{{4}})\b)?"
)
NUMERIC = re.compile(r"(?<![\d/])(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})(?!\d)")
# "2022/23" is one year; "2020/22" is none. A slash too many, or a digit too few, is no label.
YEARS = re.compile(rf"(?<![\d/.])(?P<first>{A_YEAR})/(?P<last>\d\d)(?![\d/])")
BROKEN = re.compile(rf"(?<![\d/.])(?:\d{{3}}/\d\d|{A_YEAR}//\d+|{A_YEAR}/\d)(?![\d/.])")
RANGE = re.compile(
    rf"\b(?:(?P<d1>\d{{1,2}}) )?(?P<m1>{_MONTH})(?: (?P<y1>\d{{4}}))? to "
    rf"(?:(?P<d2>\d{{1,2}}) )?(?P<m2>{_MONTH}) (?P<y2>\d{{4}})"
)
# A period, and the one that it is compared with.
AGAINST = re.compile(r"(?P<now>[^.;]{4,80}) compared with (?P<then>[^.;]{4,60})")


def possible(document: Finished) -> Iterator[Problem]:
    """Every date is one, every year label is of one year, and a period ends after it begins."""
    for part, text in texts(document):
        if not re.search(r"\d", text):
            continue
        wrong = [found[0] for found in DAY.finditer(text) if not exists(found[0])]
        wrong += [found[0] for found in NUMERIC.finditer(text) if not exists(found[0])]
        wrong += [found[0] for found in YEARS.finditer(text) if not _is_year(found)]
        wrong += [found[0] for found in BROKEN.finditer(text)]
        for one in wrong:
            what = f"{quoted(one)} is no date and no year: {quoted(text, text.index(one))}"
            yield alarm(document, "date", part, what, "look it up", f"{one} {text}")
        for found in RANGE.finditer(text):
            if found["y1"] and _months(found) < 0:
                what = f"{quoted(found[0])} ends before it begins"
                yield alarm(document, "date", part, what, "look it up", found[0])


def _months(found: re.Match[str]) -> int:
    """Count the months from the first to the last of a period; less than none where it is none."""
    first, last = (
        12 * int(found[f"y{n}"] or found["y2"]) + MONTHS.index(found[f"m{n}"]) for n in (1, 2)
    )
    return last - first if last != first or int(found["d2"] or 31) >= int(found["d1"] or 1) else -1


def _is_year(found: re.Match[str]) -> bool:
    return one_year(int(found["first"]), int(found["last"]))


def covered(document: Finished) -> Iterator[Problem]:
    """The cover, the page at a glance and the document details name one period."""
    said: list[tuple[Part, str]] = []
    for part in document.parts:
        if "cover-period" in part.styles:
            said.append((part, part.text))
        elif "glance-scope" in part.styles:
            said.append((part, part.text.partition(", compared with ")[0]))
        rows = part.table.rows if part.table and "details" in part.styles else ()
        said += [(part, row.cells[-1].text) for row in rows if row.key == "time-period"]
    for (_, first), (part, other) in pairwise(said):
        if first != other:
            what = f"the period is {quoted(other)} here, and {quoted(first)} before"
            yield alarm(document, "period", part, what, "build it again", "time-period")


def headed(document: Finished) -> Iterator[Problem]:
    """A caption's period is that of the columns, and columns of years follow one another."""
    for table in tables(document):
        yield from _captioned(document, table)
        sheet = Sheet(table)
        named = {old.header for change, old, _ in sheet.changes() if " on " in change.header}
        held = (c.header for c in sheet.columns if c.of("count", "position"))
        columns = [header for header in held if header not in named]
        for _, group in groupby(columns, key=lambda header: re.sub(r"\d", "0", header)):
            headers = list(group)
            years = [first for header in headers for first, _ in named_years(header)[:1]]
            steps = {after - before for before, after in pairwise(years)}
            if len(years) == len(headers) and (len(steps) > 1 or steps & {0}):
                what = f"{table.label}: the columns {', '.join(headers)} do not follow one another"
                yield alarm(
                    document, "period", table.part, what, "look it up", table.key("columns")
                )


def compared(document: Finished) -> Iterator[Problem]:
    """Two periods that a caption compares are as long, and a chart has the period of its table."""
    places = document.places()
    scope = [part.text for part in document.parts if "glance-scope" in part.styles]
    for each in shown(document):
        ranges = [found for found in RANGE.finditer(each.under) if found["m1"]]
        two = isinstance(each, ShownTable) and len(Sheet(each).periods()) == 2  # noqa: PLR2004
        unlike = two and len({_months(found) for found in ranges}) > 1
        if unlike and not _is_told(each, ranges, scope):
            what = f"{each.label} compares periods of unlike length: {quoted(each.under)}"
            yield alarm(document, "period", each.part, what, "look them up", each.key("compared"))
        linked = [link.target[1:] for note in each.notes for link in note.links]
        for twin in (places[id_] for id_ in linked if each.part.figure and id_ in places):
            under = next(iter(document.parts[twin.at + 1 :]), twin)
            if under.kind == "caption" and not _is_within(each.under, under.text):
                said = f"{each.label} is of {quoted(each.under)}"
                what = f"{said}, {twin.number} of {quoted(under.text)}"
                yield alarm(document, "period", each.part, what, "look both up", each.key("twin"))


def earlier(document: Finished) -> Iterator[Problem]:
    """What a period is compared with ends before it does."""
    for part, text in texts(document):
        for found in AGAINST.finditer(text):
            # a span of periods ends with its last one
            now = next(reversed([*RANGE.finditer(found["now"])]), None)
            then = RANGE.search(found["then"])
            if now and then and _end_month(then) >= _end_month(now):
                what = f"{quoted(then[0])} is not before {quoted(now[0])}"
                yield alarm(document, "period", part, what, "look both up", f"earlier {text}")


def _end_month(found: re.Match[str]) -> int:
    return 12 * int(found["y2"]) + MONTHS.index(found["m2"])


def lengths(document: Finished) -> Iterator[Problem]:
    """A table of one period, of the months that the document covers, is of as many of them."""
    covers = (part.text for part in document.parts if "cover-period" in part.styles)
    cover = next((found for text in covers if (found := RANGE.fullmatch(text))), None)
    for table in tables(document) if cover else ():
        ranges = list(RANGE.finditer(table.under))
        series = Sheet(table).periods() or Sheet(table).headed("month")
        if cover and len(ranges) == 1 and not series and _is_stretched(ranges[0], cover):
            what = f"{table.label} is of {quoted(ranges[0][0])}, the document of {quoted(cover[0])}"
            yield alarm(document, "period", table.part, what, "look it up", table.key("length"))


def _is_stretched(found: re.Match[str], cover: re.Match[str]) -> bool:
    alike = all(found[name] == cover[name] for name in ("d1", "m1", "d2", "m2"))
    return alike and _months(found) != _months(cover)


def _is_told(each: Shown, ranges: list[re.Match[str]], scope: list[str]) -> bool:
    """Say whether the two are what the document compares, or a note gives the days of each."""
    notes = [note.text for note in each.notes if " days, " in note.text]
    return any(all(found[0] in text for found in ranges) for text in scope) or any(
        ranges[-1][0] in note for note in notes
    )


def _is_within(text: str, other: str) -> bool:
    """Say whether the years of a text lie between those of another one."""
    years = [[first for first, _ in named_years(each)] for each in (text, other)]
    return not all(years) or min(years[1]) <= min(years[0]) <= max(years[0]) <= max(years[1])


def _captioned(document: Finished, table: ShownTable) -> Iterator[Problem]:
    """Find columns of periods that the caption does not name, or that it names otherwise."""
    caption = " ".join(c.text for c in table.captions)
    columns = [(c.header, c.years) for c in Sheet(table).periods() if c.years]
    if len(columns) > 1 and named_years(caption) and not _fits(caption, columns):
        shown = " and ".join((columns[0][0], columns[-1][0]))
        what = f"{table.label}: its caption is {quoted(caption)}, its columns are of {shown}"
        yield alarm(document, "period", table.part, what, "look both up", table.label)


def _fits(caption: str, columns: list[tuple[str, tuple[int, int]]]) -> bool:
    """Say whether a caption spans the years of the columns, and names both ends if it names one."""
    said = [end for years in named_years(caption) for end in years]
    ended = sorted(int(found["y2"]) for found in RANGE.finditer(caption))
    named = {header in caption for header, _ in (columns[0], columns[-1])}
    spanned = min(said) <= columns[0][1][1] and max(said) == columns[-1][1][1]
    if len(ended) == len(columns):
        return spanned and ended == sorted(years[1] for _, years in columns)
    return spanned and len(named) == 1


RULES = (possible, covered, headed, compared, earlier, lengths)
