"""Numbers of headings, exhibits and appendices: without gap or double, and each reference right."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from report.errors import Problem
from report.finished.alarms import alarm, quoted
from report.finished.document import Finished, Kind, Link, Part
from report.finished.exhibits import shown

# A reference in words. Those to another document say which: "Table 13 of the assessment".
REFERENCE = re.compile(
    r"\b(?P<label>(?:Table|Figure|Chart|Map|Appendix|Recommendation) (?:\d+|[A-Z])\b(?!\.\d))"
    r"(?P<other>,? (?:of|in|from) (?:the|its|that|last|an?|20\d\d)\b|’s|\s\()?"
    r"(?: (?P<way>above|below)\b)?",
)
REPEATED = " (repeated)"
# Kinds of parts whose words are the author's, or say what an exhibit shows.
TEXTS: tuple[Kind, ...] = ("paragraph", "item", "note", "caption")


def numbers(document: Finished) -> Iterator[Problem]:
    """Tables, figures, headings and appendices are numbered from one, without gap or double."""
    for word, series in _series(document).items():
        known: dict[str, Part] = {}
        for part, number in series:
            label = f"{word} {number}".strip()
            if number in known:
                what = (
                    f"{label} stands twice, as {quoted(known[number].text)} and {quoted(part.text)}"
                )
                yield alarm(document, "number", part, what, "number them anew", f"{label} twice")
                continue
            wanted = _next(list(known))
            if number not in wanted:
                what = f"{label} ({quoted(part.text)}) stands where {' or '.join(wanted)} is next"
                yield alarm(document, "number", part, what, "number them anew", label)
            known[number] = part


def _series(document: Finished) -> dict[str, list[tuple[Part, str]]]:
    """Give what is numbered in one sequence each, by the word before the number."""
    series: dict[str, list[tuple[Part, str]]] = defaultdict(list)
    for part in document.of("caption", "heading"):
        if part.kind == "heading" and part.number:
            series[""].append((part, part.number))
        elif part.kind == "heading" and (found := re.match(r"(Appendix) ([A-Z])\b", part.text)):
            series[found[1]].append((part, found[2]))
        elif part.number and not part.number.endswith(REPEATED):
            word, _, number = part.number.rpartition(" ")
            series[word].append((part, number))
    return series


def _next(known: list[str]) -> tuple[str, ...]:
    """Give what may come next: the number after the last one, at its level or at one above."""
    if not known:
        return ("1", "A")
    if known[-1].isalpha():
        return (chr(ord(known[-1]) + 1),)
    levels = [int(level) for level in known[-1].split(".")]
    ups = [[*levels[:depth], levels[depth] + 1] for depth in range(len(levels))]
    return tuple(".".join(map(str, numbers)) for numbers in (*ups, [*levels, 1]))


def links(document: Finished) -> Iterator[Problem]:
    """A link leads to a place that there is, and to the one that its words name."""
    places = document.places()
    for part, text, link in _links(document):
        if not link.target.startswith("#"):
            continue
        target = places.get(link.target[1:])
        words = text[link.start : link.end]
        if target is None:
            what = f"the link {quoted(words)} leads nowhere"
            yield alarm(document, "link", part, what, "name what it leads to", link.target)
        elif (found := REFERENCE.match(words)) and not _is(target, found["label"]):
            what = f"the link {quoted(words)} leads to {quoted(target.text)}"
            yield alarm(document, "link", part, what, "name what it leads to", link.target)


def _links(document: Finished) -> Iterator[tuple[Part, str, Link]]:
    for part in document.parts:
        yield from ((part, part.text, link) for link in part.links)
        for cell in part.table.cells() if part.table else ():
            yield from ((part, cell.text, link) for link in cell.links)


def _is(part: Part, label: str) -> bool:
    return part.number.removesuffix(REPEATED) == label or bool(
        re.match(rf"{re.escape(label)}\b", part.text)
    )


def references(document: Finished) -> Iterator[Problem]:
    """What is referred to by its number is there, and above or below where that is said."""
    known = _labelled(document)
    for part in document.of(*TEXTS):
        for found in REFERENCE.finditer(part.text):
            label, places = found["label"], known.get(found["label"], ())
            if label.split()[0] == "Recommendation" and not any(
                one.startswith("Recommendation") for one in known
            ):
                continue
            if not places and not found["other"]:
                what = f"{label} is not in the document: {quoted(part.text, found.start())}"
                yield alarm(
                    document, "reference", part, what, "name another", f"{label} {part.text}"
                )
            elif places and found["way"] and not _stands(part, places, found["way"]):
                other = "below" if found["way"] == "above" else "above"
                what = f"{label} stands {other}: {quoted(part.text, found.start())}"
                yield alarm(
                    document, "reference", part, what, f"write '{other}'", f"{label} {part.text}"
                )


def _labelled(document: Finished) -> dict[str, tuple[int, ...]]:
    """Give the places at which each label stands."""
    places: dict[str, list[int]] = defaultdict(list)
    for part in document.parts:
        if part.kind == "caption" and part.number:
            places[part.number.removesuffix(REPEATED)].append(part.at)
        elif found := REFERENCE.match(part.text if _is_title(part) else ""):
            places[found["label"]].append(part.at)
    return {label: tuple(found) for label, found in places.items()}


def _is_title(part: Part) -> bool:
    return part.kind == "heading" or "box-title" in part.styles


def _stands(part: Part, places: Iterable[int], way: str) -> bool:
    return any(at < part.at if way == "above" else at > part.at for at in places)


def captions(document: Finished) -> Iterator[Problem]:
    """No two tables, and no two figures, have one caption."""
    known: dict[tuple[str, str, str], str] = {}
    for each in shown(document):
        if not each.captions[0].number or each.captions[0].number.endswith(REPEATED):
            continue
        text = (each.label.split()[0], each.title.casefold(), each.under.casefold())
        if text in known:
            what = f"{each.label} has the caption of {known[text]}: {quoted(each.title)}"
            yield alarm(document, "caption", each.part, what, "say what it shows", each.label)
        known.setdefault(text, each.label)


def contents(document: Finished) -> Iterator[Problem]:
    """The contents list what is there, by its words, in its order, and all of it."""
    entries = document.of("contents")
    if not entries:
        return
    places = document.places()
    listed = [(entry, places.get(entry.links[0].target[1:])) for entry in entries if entry.links]
    for entry, target in listed:
        if target and _words(target.text) != _words(entry.text):
            what = f"the contents say {quoted(entry.text)}, the page {quoted(target.text)}"
            yield alarm(document, "contents", entry, what, "build it again")
    there = {target.at for _, target in listed if target}
    for part in document.of("heading", "caption"):
        numbered = part.number and not part.number.endswith(REPEATED)
        if (numbered and part.level < 3) and part.at not in there:  # noqa: PLR2004
            what = f"{quoted(part.text)} is not in the contents"
            yield alarm(document, "contents", part, what, "build it again")
    yield from _disordered(document, listed)


def _disordered(document: Finished, listed: list[tuple[Part, Part | None]]) -> Iterator[Problem]:
    """Find entries that stand before one that is above theirs; each list has its own order."""
    last: dict[str, int] = {}
    for entry, target in listed:
        if target:
            of = target.number.split()[0] if target.kind == "caption" else ""
            if target.at < last.get(of, -1):
                what = f"the contents list {quoted(entry.text)} behind what stands below it"
                yield alarm(document, "contents", entry, what, "build it again")
            last[of] = target.at


def _words(text: str) -> str:
    return re.sub(r"^((?:Table|Figure) \d+):", r"\1", text)


RULES = (numbers, links, references, captions, contents)
