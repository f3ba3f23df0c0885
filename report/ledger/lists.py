"""Bind a number to the things that are counted: a list behind it, names in its sentence."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from report.assessment import Assessment
from report.finished.document import Part
from report.prose.directions import turns
from report.prose.figures import Figure
from report.prose.mentions import mentions
from report.prose.sentences import sentences
from report.prose.vocabulary import Vocabulary
from report.words import plural, singular

# Name of a list of findings -> the direction that a sentence tells which speaks of it.
WAYS = {"reductions": -1, "falls": -1, "challenges": 1, "rises": 1}
# Words behind a number that say what of such a list is counted, or that areas are.
CATEGORIES = ("categories", "of", "recorded")
AREAS = ("areas", "beats", "lsoas", "wards")
# Words behind a number in which the noun of what it counts stands, and what stands for a noun.
NOUNS = 2
THEY = {"them", "these", "ones"}
# What is listed: behind a colon, to the end of the sentence, or in brackets.
LISTED = re.compile(
    r"[^.:()]*(?:\((?P<inside>[^()]*)\)|:\s(?P<rest>.*?)(?=\.\s[A-Z]|\.?$))", re.DOTALL
)
# What parts the things that are listed behind a colon.
MARKS = (r";\s+(?:and\s+)?", r",\s+and\s+", r",\s+(?:and\s+)?", r",\s+(?:and\s+)?|\s+and\s+")
ENUMERATED = re.compile(r",\s+(?:and\s+)?|\s+and\s+")


def lengths(parts: Sequence[Part]) -> dict[int, int]:
    """Count the items of each list of a document, by its number."""
    found: dict[int, int] = {}
    for part in parts:
        if part.kind == "item":
            found[part.listed] = max(found.get(part.listed, 0), part.entry)
    return found


def behind(parts: Sequence[Part], part: Part, items: dict[int, int], figure: Figure) -> str:
    """Say of which list a number is the length, where the list stands right behind its text."""
    later = parts[part.at + 1] if part.at + 1 < len(parts) else part
    if not part.text.endswith(":") or later.kind != "item" or later.listed == part.listed:
        return ""
    is_length = figure.value == items[later.listed]
    return f"the list behind it, from '{later.text[:30]}'" if is_length else ""


@dataclass(frozen=True)
class Lists:
    """What an assessment holds several of, by the words that call them."""

    assessment: Assessment
    vocabulary: Vocabulary

    @cached_property
    def lengths(self) -> dict[str, int]:
        """The length of each list, by its name in lower case, in the plural."""
        a = self.assessment
        found = {"recommendations": len(a.recommendations)}
        found |= {name: len(a.priorities) for name in ("priorities", "strategic priorities")}
        found |= {name.casefold(): len(items) for name, items in a.lists.items()}
        return found | {kind: len(names) for kind, names in self.kinds.items()}

    @cached_property
    def kinds(self) -> dict[str, set[str]]:
        """The names of the areas of each kind, by the kind in the plural, as "beats"."""
        found: dict[str, set[str]] = {}
        for exhibit in self.assessment.exhibits().values():
            for at, column in enumerate(exhibit.columns):
                if column.key == "area" and column.label:
                    names = {str(r.cells[at].value) for r in exhibit.rows if r.role == "row"}
                    found.setdefault(plural(column.label.casefold()), set()).update(names)
        return found

    @cached_property
    def groups(self) -> dict[str, int]:
        """Areas that a finding is of together, and how many they are."""
        every = {f.area for f in self.assessment.findings().values() if " and " in f.area}
        return {area: len(ENUMERATED.split(area)) for area in every}

    def of(self, name: str, figure: Figure) -> str:
        """Say whether a number is the length of the list that an author asked for by name."""
        wanted = name.casefold().partition(",")[0].strip()
        lengths = [length for known, length in self.lengths.items() if known == wanted]
        for section in self.assessment.walk():
            named = (one for one in section.lists if one.name.casefold() == wanted)
            lengths += [len(one.findings) for one in named]
        return name if figure.value in lengths else ""

    def listed(self, text: str, figure: Figure) -> str:
        """Say which list of findings has so many, by its name or the words for its direction."""
        noun = figure.after.partition(" ")[0]
        said = {turn.way for turn in turns(text)}
        for section in self.assessment.walk():
            for one in section.lists:
                named = one.name in text and noun in AREAS
                told = noun in CATEGORIES and WAYS.get(one.name) in said
                if figure.value == len(one.findings) and (named or told):
                    return f"{one.name} of {section.id}"
            both = sum(len(one.findings) for one in section.lists if one.name in WAYS)
            whole = section.kind == "overview" and noun == "categories"
            if whole and figure.value == both:
                return f"categories of {section.id}"
        return ""

    def spelled(self, text: str, figure: Figure) -> str:
        """Give what is listed behind a number, where it is how many things that is."""
        behind = LISTED.match(text[figure.end :])
        listed = (behind["inside"] or behind["rest"]) if behind else ""
        for mark in MARKS:
            parts = [part for part in re.split(mark, listed) if part.strip()]
            if len(parts) == figure.value and len(parts) > 1:
                return listed.strip()
        return ""

    def named(self, text: str, figure: Figure) -> str:
        """Say of which list a number is the length, by the words behind it."""
        for name, length in self.lengths.items():
            one = singular(name)
            if figure.value == length and (name in figure.after or one in figure.after):
                return name
        return ""

    def placed(self, figure: Figure) -> str:
        """Say what has a place in a list: "the first strategic priority"."""
        for name, length in self.lengths.items():
            one = singular(name)
            if figure.after.startswith(one) and 0 < (figure.value or 0) <= length:
                return f"{one} {figure.value:g}"
        return ""

    def enumerated(self, text: str, figure: Figure) -> str:
        """Say which names a sentence lists, where a number is how many they are."""
        found = next((s for s in sentences(text) if s.start <= figure.start < s.end), None)
        if found is None:
            return ""
        nouns = set(figure.after.casefold().split()[:NOUNS])
        own = self.assessment.partnership.area_name
        names = [m for m in mentions(found.text, self.vocabulary) if m.name != own]
        bare = re.findall(r"\d+", _bare(found.text, self.kinds))
        areas = [*dict.fromkeys(m.name for m in names if m.kind == "area")]
        categories = [*dict.fromkeys(m.name for m in names if m.kind == "category")]
        for listed, things in (
            (areas, {*AREAS, *self.kinds}),
            (bare, {*AREAS, *self.kinds}),
            (categories, {"categories"}),
        ):
            if len(listed) > 1 and figure.value == len(listed) and nouns & (things | THEY):
                return ", ".join(listed)
        return ""

    def together(self, figure: Figure) -> str:
        """Say which areas "the two beats" are: the only group of so many of that kind."""
        kinds = [kind for kind in self.kinds if figure.after.startswith(kind)]
        groups = [area for area, size in self.groups.items() if size == figure.value]
        return groups[0] if kinds and len(groups) == 1 else ""

    def one_of_kind(self, text: str, figure: Figure) -> str:
        """Name the area that a bare number is: the 65 of "Beats 62 and 65"."""
        for kind, names in self.kinds.items():
            word = singular(kind)
            name = f"{word} {figure.text}"
            listed = _listed(text[: figure.start], word)
            if listed and name in {each.casefold() for each in names}:
                return name
        return ""


def _listed(before: str, word: str) -> bool:
    """Say whether a text ends in the word for a kind, or in numbers behind it."""
    return bool(re.search(rf"\b{word}s?,?(?: (?:\d+,?|and|or))* $", before, re.IGNORECASE))


def _bare(text: str, kinds: Iterable[str]) -> str:
    """Give the numbers behind a kind in the plural: "62, 65, 61 and 64"."""
    for kind in kinds:
        found = re.search(rf"\b{kind},? (\d+(?:(?:, | and |, and )\d+)+)", text, re.IGNORECASE)
        if found:
            return found[1]
    return ""
