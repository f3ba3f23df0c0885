"""Say what the sentence of a typed number names, and what it may be taken to speak of.

"Beat 62 had 220 fewer offences" names no category: it speaks of the one that its heading names, or
of all that the overview counts.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from report.assessment import Assessment, Finding
from report.prose.known import Known
from report.prose.nouns import CRIMES
from report.prose.subjects import Subject
from report.prose.typed import Typed

STEM = 5  # letters of a word that say which word it is, whatever its ending
# Words of a label that say nothing of its subject.
PLAIN = frozenset(
    (
        *("a", "an", "and", "at", "by", "for", "from", "in", "is", "its", "of", "on", "or"),
        *("since", "that", "the", "their", "to", "was", "were", "who", "with", "change", "count"),
        *("fall", "difference", "earlier", "latest", "less", "more", "rate", "rise", "share"),
        *("year", "years"),
    )
)
COUNTS_CRIME = re.compile(r"\b(?:offences?|crimes?|recorded)\b", re.IGNORECASE)
# Words behind a number that stand before its noun, and those that show that it has none.
FILLING = frozenset(
    (
        *("fewer", "more", "less", "of", "all", "the", "total", "recorded", "reported", "its"),
        *("their", "further", "extra"),
    )
)
NO_NOUN = frozenset(
    (
        *("", "a", "an", "across", "against", "and", "are", "as", "at", "between", "but", "by"),
        *(
            "change",
            "compared",
            "decrease",
            "down",
            "drop",
            "each",
            "fall",
            "for",
            "from",
            "higher",
        ),
        *("in", "increase", "is", "last", "lower", "on", "or", "rise", "since", "than", "this"),
        *("to", "up", "was", "were", "which", "while", "with", "year"),
    )
)


@dataclass(frozen=True)
class Naming:
    """Finds what the sentences of an edition name.

    own: the name of the partnership's own area. areas: every name of the gazetteer. whole: the
    category that shares are of, "" where there is none. stems: of each category, by its label.
    """

    known: Known
    own: str
    areas: tuple[str, ...]
    whole: str
    stems: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, assessment: Assessment) -> "Naming":
        """Gather the names of an assessment."""
        known = Known(assessment)
        labels = {id_: _in_full(each, assessment) for id_, each in assessment.categories.items()}
        return cls(
            known,
            assessment.partnership.area_name,
            tuple(a.name for a in assessment.gazetteer),
            next((f.category for f in known.wholes), ""),
            {id_: stems(label) for id_, label in labels.items()},
        )

    def names(self, typed: Typed, finding: Finding) -> bool:
        """Say whether a sentence names what a finding is about, and no other area."""
        named = finding.category in _said(typed) or self._written_small(typed, finding)
        return named and self._within(typed, finding)

    def _written_small(self, typed: Typed, finding: Finding) -> bool:
        """Say whether "other crime offences" stands near: a number equal to its count is that."""
        label = self.known.assessment.categories.get(finding.category, "")
        if not label.startswith("Other "):
            return False
        behind = "|".join(CRIMES)
        text = rf"\b{re.escape(label.casefold())}\s+(?:{behind})\b"
        return re.search(text, typed.near.casefold()) is not None

    def means(self, typed: Typed, finding: Finding) -> bool:
        """Say whether a sentence names a finding, or may be taken to speak of it."""
        return self._within(typed, finding) and finding.category in self.categories(typed)

    def inside(self, typed: Typed) -> tuple[str, ...]:
        """Give the areas that a sentence names, but for the partnership's own."""
        named = (m.name for m in typed.names if m.kind == "area")
        return tuple(dict.fromkeys(name for name in named if name != self.own))

    def categories(self, typed: Typed) -> frozenset[str]:
        """Give the categories that a sentence speaks of: named, a part of one, or supposed."""
        said = _said(typed)
        found = said | self._parts(typed, said)
        if typed.itself or not _of_crime(typed) or self._counted(said, typed):
            return found
        return found | (typed.above or frozenset(filter(None, (self.whole,))))

    def _parts(self, typed: Typed, said: frozenset[str]) -> frozenset[str]:
        """Give the categories whose label has every word near, and holds the one that is named."""
        near = stems(typed.near)
        named = [self.stems[each] for each in said if each in self.stems]
        return frozenset(
            id_
            for id_, label in self.stems.items()
            if label <= near and any(one < label for one in named)
        )

    def _counted(self, said: frozenset[str], typed: Typed) -> bool:
        """Say whether the category of the sentence before is counted in the areas of this one."""
        areas = self.inside(typed) or ("",)
        return any(self.known.of(Subject(each, a), "count") for each in said for a in areas)

    def _within(self, typed: Typed, finding: Finding) -> bool:
        inside = set(self.inside(typed))
        known = [a for a in self.areas if a != self.own and stands_in(a, finding.area)]
        # "Market Fields" speaks of no "Market"
        wanted = {a for a in known if not any(a != b and stands_in(a, b) for b in known)}
        if not finding.area or len(wanted) > 1:
            return wanted == inside
        return bool(wanted & inside)


def stems(text: str) -> frozenset[str]:
    """Give the first letters of the words that say what a text is about."""
    found = re.findall(r"[^\W\d_]+|\d+", text.casefold())
    return frozenset(word[:STEM] for word in found if word not in PLAIN)


def stands_in(name: str, label: str) -> bool:
    """Say whether a name stands in a label as words of its own."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", label) is not None


def _said(typed: Typed) -> frozenset[str]:
    return frozenset(m.id for m in typed.names if m.kind == "category")


def _in_full(label: str, assessment: Assessment) -> str:
    return " ".join(assessment.glossary.get(word, word) for word in label.split())


def _of_crime(typed: Typed) -> bool:
    """Say whether a number may count crimes: nothing else stands behind it, and a place or they."""
    words = [word for word in typed.figure.after.split() if word not in FILLING]
    noun = words[0] if words else ""
    if noun not in NO_NOUN and noun not in CRIMES:
        return False
    return bool(
        typed.above or any(m.kind == "area" for m in typed.names) or COUNTS_CRIME.search(typed.near)
    )
