"""Find the pages of the finished PDF that no compositor would let pass, and name them.

It runs when everything is printed, and reads what was printed (`sheets`), not what was meant to be.
A check is a function `(Printed) -> problems`; CHECKS at the foot lists them. Every finding is a
warning with an id that lasts as long as its exhibit or heading, so that an edition may accept it.
"""

from collections.abc import Callable, Iterator
from itertools import islice, pairwise, takewhile

from report.document import near, sheets
from report.document.printed import Meant, Printed
from report.document.sheets import Sheet
from report.errors import Problem
from report.words import number

# A page less full than this looks like the end of a chapter.
FULL = 0.4

# A page with more room than this had room for anything: what is kept whole is smaller, or fills it.
HALF = 0.5

# What may stick out by the reckoning alone, in CSS pixels.
SLACK = 2.0

# White space around what may stand together at the head of a page, in CSS pixels: none is drawn.
SPACE = 64.0

# Roles of what announces something and may not stand alone.
AHEAD = ("heading", "caption", "head")

# Brackets that fill a page of their own, under a heading of that name.
ALONE = ("at a glance",)

Check = Callable[[Printed], Iterator[Problem]]


def check(pdf: bytes, meant: Meant) -> list[Problem]:
    """Run every check. Gives warnings in the order of the checks, then of the pages."""
    printed = Printed(sheets.read(pdf), meant)
    return [problem for each in CHECKS for problem in each(printed)]


def empty_pages(printed: Printed) -> Iterator[Problem]:
    """A page under 40 % full that does not end a chapter; the cover may be."""
    for sheet, after in pairwise(printed.sheets[1:]):
        if not (sheet.spots and after.spots) or sheet.full >= FULL:
            continue
        if _alone(sheet) or _alone(after):
            continue
        last, first = sheet.spots[-1], after.spots[0]
        if last.chapter == first.chapter:
            share = number(100 * sheet.full, "%", 0)
            what = f"only {share} full, since {printed.name(first)} goes to the next page"
            do = "move its line up, so that text behind it in its section can fill the page"
            yield printed.problem("empty", first, what, do, page=last.page)


def lone_headings(printed: Printed) -> Iterator[Problem]:
    """A heading, a caption or a table's header that is the last thing on its page."""
    for sheet, after in pairwise(printed.sheets):
        last = sheet.spots[-1] if sheet.spots else None
        if last and last.role in AHEAD and after.spots:
            kind = "a heading" if last.role == "heading" else "a caption"
            what = f"{printed.name(last)} stands at the foot, {kind} without what it announces"
            do = "put a paragraph above it, or take one away"
            yield printed.problem("foot", last, what, do)


def overflows(printed: Printed) -> Iterator[Problem]:
    """Something that sticks out of the part of the page that is for content, or is cut off."""
    for sheet in printed.sheets:
        for spot in sheet.spots:
            if spot.cut or sheet.over(spot) > SLACK:
                what = f"{printed.name(spot)} sticks out of the page or of its box"
                do = "use shorter words or fewer columns, or a wide page"
                yield printed.problem("over", spot, what, do)
                break


def chapters_within(printed: Printed) -> Iterator[Problem]:
    """A chapter that begins below something else."""
    for sheet in printed.sheets:
        for one, next_ in pairwise(sheet.spots):
            if one.chapter != next_.chapter:
                what = f"the chapter {printed.name(next_)} begins within the page"
                yield printed.problem("chapter", next_, what, "let the style begin a page for it")


def forced_pages(printed: Printed) -> Iterator[Problem]:
    """A heading or exhibit below a chapter that begins a page though the one before had room."""
    for before, sheet in pairwise(printed.sheets[1:]):
        if not (before.spots and sheet.spots) or before.turned != sheet.turned:
            continue
        if _alone(before) or _alone(sheet):
            continue
        first = sheet.spots[0]
        names = {first.text, printed.labels.get(first.exhibit, "")}
        if first.chapter != before.spots[-1].chapter or first.role not in AHEAD:
            continue
        if before.room > _together(sheet, printed) + SPACE and not printed.meant.breaks & names:
            what = f"{printed.name(first)} begins a page though there is room before it"
            yield printed.problem("start", first, what, "let only chapters start a page")


def _alone(sheet: Sheet) -> bool:
    return sheet.spots[0].text.casefold() in ALONE


def _together(sheet: Sheet, printed: Printed) -> float:
    """Give the height that may have to stay together at the head of a page, at most.

    That is all up to the next heading or exhibit. Without an exhibit it is half a page or less: no
    more is kept whole.
    """
    spots = iter(sheet.spots)
    group = [*takewhile(lambda s: s.role == "heading", sheet.spots)]
    own = {s.exhibit for s in sheet.spots[: len(group) + 1]} - {-1}
    for spot in islice(spots, len(group), None):
        if spot.role == "heading" or (spot.exhibit in printed.labels and spot.exhibit not in own):
            break
        group.append(spot)
    tall = max(s.box.bottom for s in group) - group[0].box.top
    return tall if own else min(tall, HALF * (sheet.box.bottom - sheet.box.top))


CHECKS: tuple[Check, ...] = (
    *(empty_pages, lone_headings, near.split, near.parted_twins, near.late_exhibits),
    *(overflows, chapters_within, forced_pages),
)
