"""What stands around a claim: the names before and behind it that tell what it speaks of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from report.assessment import Section
from report.prose.claims import Claim
from report.prose.clauses import BREAK
from report.prose.figures import figures
from report.prose.mentions import Mention
from report.prose.parting import WHEN
from report.prose.ranks import CRIME
from report.prose.sentences import Sentence, sentence_at, sentences
from report.prose.spoken import Spoken, Subject, Subjects

if TYPE_CHECKING:
    from report.prose.subjects import Reader

# What stands between a claim and a name that it is about: "… of 1% in reported Shoplifting".
ATTACHED = re.compile(
    r"[\s*_'’\"”)\]]*(?:(?:more|fewer|less|crimes?|offences?|recorded|reported|volumes?|numbers?)\s+)*"
    r"(?:in\s+respect\s+of|in|for|of|within|across|on)\s+"
    r"(?:(?:both|the|all|reported|recorded|crime\s+domain:?)\s+)*[*_'‘\"“]*",
    re.IGNORECASE,
)

WHOLE = re.compile(
    r"\s*\)?\s*(?:\([\d,]+\)\s*)?of\s+(?:all\s+|the\s+|recorded\s+|reported\s+)*[*_'‘\"“]*", re.I
)

OF_ALL = re.compile(
    r"\s*\)?\s*(?:\([\d,]+\)\s*)?of\s+(?:all|the|total)\s+(?:\w+\s+)?(?:crimes?|offences|total)\b",
    re.IGNORECASE,
)

# Between an area and its share of a whole, and the other way round.
HAS_SHARE = re.compile(
    r"[*_]*\s+(?:alone\s+)?(?:(?:accounts?|accounted)\s+for|(?:makes|made)\s+up|has|had|recorded|saw)"
    r"\s+(?:\w+\s+){0,2}?",
    re.IGNORECASE,
)
IN_AREA = re.compile(
    r"[*_'’\"”]*\s+(?:(?:was|were|is|are)\s+)?(?:(?:recorded|reported|committed|occurred|happened)\s+)?"
    r"(?:in|within)\s+(?:the\s+)?[*_'‘\"“]*",
    re.IGNORECASE,
)

LEADING = re.compile(
    r"\W*(?:(?:in|during|for|throughout|between|from)\s+(?:\w+\s+){0,3})?", re.IGNORECASE
)
NOW = re.compile(r"\b(?:now|since|today|currently|still)\b", re.IGNORECASE)

# "No fewer than 57" is a hedge and "not only" no denial; "no more than last year" is one.
HEDGE = r"(?:fewer|less|more)\s+than\s+(?!(?:in|an?|the|last)\b)"

# Words that deny what follows them in their clause.
DENIED = re.compile(
    rf"""(?:\b(?:neither|nor|never|without|cannot
      |(?:can|could|did|do|does|had|has|have|is|are|was|were|will|would)\s+not(?!\s+(?:only\b|{HEDGE}))
      |not\s+(?:one|any|all|a\s+single)
      |no(?!\s+(?:longer\s+than|doubt|surprise|(?:\w+\s+)?(?:change|difference)|{HEDGE})))
      |n['’]t(?!\s+(?:only\b|{HEDGE})))\b
    (?:,\s*however\s*,|(?!\b(?:but|while|whilst|whereas|although|though|because)\b)[^.;:,])*$""",
    re.IGNORECASE | re.VERBOSE,
)
SHARE_OF = re.compile(r"\b(?:share|proportion|percentage)\s+of\s+(?:\w+\s+)?$", re.IGNORECASE)

# What joins two names to one subject: "Beat 62 (the town centre) and Beat 65", and not "Beat 60 (up
# 86) and Beat 56 (up 50)".
JOINS = re.compile(
    r"[*_'’\"”]*\s*(?:\((?![^)]*\b(?:up|down|from|by)\b)[^)]*\))?[*_'’\"”]*\s*"
    r"(?:,|and|&|,\s*and|as\s+well\s+as)\s*"
    r"(?:both\s+|the\s+|in\s+)?[*_'‘\"“]*",
    re.IGNORECASE,
)

# What leads to the area of a clause behind other words: "44 offences were recorded in Beat 56".
PLACED_IN = re.compile(
    r"[^,:()]*\b(?:in|at|across|within|for)\s+(?:(?:both|the)\s+)*[*_'‘\"“]*", re.IGNORECASE
)

# "The highest count of robbery was that of Beat 62", "the beats with most robbery are …".
IS = re.compile(
    r"[^,:()]*\b(?:was|were|is|are)(?:\s+(?:in|that\s+of|those\s+of))?\s+[*_'‘\"“]*", re.I
)
THAN = re.compile(r"[^.;]{0,60}?\bthan\s+(?:in\s+|the\s+)?[*_'‘\"“]*", re.IGNORECASE)


@dataclass(frozen=True)
class Surroundings:
    """A claim and what stands around it."""

    reader: "Reader"
    text: str
    claim: Claim
    section: Section
    heading: str
    offset: int

    @property
    def start(self) -> int:
        """Where the claim begins in the text."""
        return self.claim.start + self.offset

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.claim.end + self.offset

    def spoken(self) -> Spoken | None:
        """Find what it speaks of; None where nothing tells a category."""
        every = self.reader.names(self.text)
        sentence = sentence_at(self.text, self.start)
        own = [m for m in every if sentence.start <= m.start < sentence.end]
        before = [m for m in every if m.start < sentence.start]
        whole = self._whole(own)
        of = whole.id if whole else self._of_all()
        categories = self._nearest("category", [m for m in own if m is not whole])
        if not categories and self.claim.rank and CRIME.match(self.text, self.end):
            categories = tuple(filter(None, (self.reader.whole,)))
        told = categories or self._told(before, of)
        if not told:
            return None
        areas = self._areas(own, before, inherited=not categories)
        shared = self._shares_out(own, whole)
        areas = areas[:1] if shared else areas
        return Spoken(
            readings=tuple(
                tuple(Subject(category, area) for category in told for area in each)
                for each in areas
            ),
            others=self._set_against(own, told[0], areas[0][0]),
            whole=of,
            named=tuple(self._named(own, told)),
            certain=bool(categories) or shared,
            behind=bool(self._attached("category", own)),
            denied=DENIED.search(self.text[sentence.start : self.start]) is not None,
            leads=sentence.text.endswith(":") or "following" in sentence.text,
            leading=self._leading(own, sentence),
            periods=tuple(m for m in own if m.kind == "period"),
            dates=tuple(f.text for f in figures(sentence.text) if f.kind in WHEN),
            local=any(m.id == self.reader.own for m in own),
        )

    def _told(self, before: Sequence[Mention], whole: str) -> tuple[str, ...]:
        """Give the categories that are meant where the sentence names none."""
        return self._earlier("category", before) or ((whole,) if whole else ()) or self._ambient()

    def _set_against(self, own: Sequence[Mention], category: str, area: str) -> Subjects:
        """Give what stands behind "than": the category in other areas, or others in the area."""
        others = self._others(own)
        areas = tuple(Subject(category, self._area(m)) for m in others if m.kind == "area")
        return areas or tuple(Subject(m.id, area) for m in others)

    def _leading(self, own: Sequence[Mention], sentence: Sentence) -> str:
        spans = ((m.start, m.text) for m in own if m.kind == "period")
        dates = (
            (sentence.start + f.start, f.text) for f in figures(sentence.text) if f.kind in WHEN
        )
        at, text = min((*spans, *dates), key=lambda each: each[0], default=(0, ""))
        leads = text and LEADING.fullmatch(self.text[sentence.start : at])
        return text if leads and not NOW.search(self.text[at : self.start]) else ""

    def _whole(self, own: Sequence[Mention]) -> Mention | None:
        """Find the category that a share is of: the All Crime of "21% of All Crime"."""
        shares = [s.figure.end + self.offset for s in self.claim.said if s.role == "share"]
        return next(
            (
                m
                for m in own
                for end in shares
                if m.kind == "category"
                and m.start >= end
                and WHOLE.fullmatch(self.text[end : m.start])
            ),
            None,
        )

    def _shares_out(self, own: Sequence[Mention], whole: Mention | None) -> bool:
        """Say whether an area is the part of a whole: "Beat 62 accounts for 21% of All Crime"."""
        areas = [m for m in own if m.kind == "area"]
        if whole is None or len(areas) != 1:
            return False
        (area,), sentence = areas, sentence_at(self.text, self.start)
        opens = area.end <= self.start and HAS_SHARE.fullmatch(self.text[area.end : self.start])
        led = self.text[sentence.start : area.start].strip(" -*+•_")
        behind = area.start >= whole.end and IN_AREA.fullmatch(self.text[whole.end : area.start])
        return bool(opens and not led) or bool(behind)

    def _of_all(self) -> str:
        """Take "of all reported crime" for the whole that the edition's shares are of."""
        shares = [s.figure.end + self.offset for s in self.claim.said if s.role == "share"]
        return self.reader.whole if any(OF_ALL.match(self.text, end) for end in shares) else ""

    def _nearest(self, kind: str, own: Sequence[Mention]) -> tuple[str, ...]:
        """Give the names of a kind that the sentence has for the claim, as ids."""
        before, after = self._run(kind, own), self._attached(kind, own)
        if self._whole(own) and before:  # "in Beat 62 … 21% of All Crime in Charnwood"
            after = []
        found = after or self._inside(kind, own) or before
        if not found and kind == "category":
            rest = self._behind(kind, own)
            found = rest if len({m.id for m in rest}) == 1 else []
        return tuple(dict.fromkeys(m.id for m in found))

    def _behind(self, kind: str, own: Sequence[Mention]) -> list[Mention]:
        """Find the names behind the claim, no further than its clause goes."""
        rest = [m for m in own if m.kind == kind and m.start >= self.end]
        return [m for m in rest if not BREAK.search(self.text[self.end : m.start])]

    def _placed(self, own: Sequence[Mention]) -> tuple[str, ...]:
        """Give the area that the clause goes on to: "44 robberies were recorded in Beat 56"."""
        rest = self._behind("area", own)
        forms = (PLACED_IN, IS) if self.claim.rank else (PLACED_IN,)
        leads = rest and any(f.fullmatch(self.text[self.end : rest[0].start]) for f in forms)
        run = self._joined(rest) if leads else []
        return tuple(dict.fromkeys(self._name(m.id) for m in run))

    def _attached(self, kind: str, own: Sequence[Mention]) -> list[Mention]:
        """Find names that follow the claim with "in" or "of", one behind another."""
        at, found = self.end, list[Mention]()
        for each in (m for m in own if m.start >= self.end and m.kind != "period"):
            between = self.text[at : each.start]
            joined = bool(found) and JOINS.fullmatch(between)
            if not (ATTACHED.fullmatch(between) or joined):
                break
            found.append(each)
            at = each.end
        return [m for m in found if m.kind == kind]

    def _inside(self, kind: str, own: Sequence[Mention]) -> list[Mention]:
        return self._joined([m for m in own if m.kind == kind and self.start <= m.start < self.end])

    def _joined(self, names: Sequence[Mention]) -> list[Mention]:
        """Give the first of some names, with those that follow it joined by "and"."""
        run = list(names[:1])
        for each in names[1:]:
            if not JOINS.fullmatch(self.text[run[-1].end : each.start]):
                break
            run.append(each)
        return run

    def _run(self, kind: str, own: Sequence[Mention]) -> list[Mention]:
        """Find the last name before the claim, with those that "and" joins to it."""
        before = [m for m in own if m.kind == kind and m.end <= self.start]
        shares = [m for m in before if SHARE_OF.search(self.text[: m.start])]
        if shares:  # "the share of shoplifting in All Crime"
            return shares[-1:]
        run = before[-1:]
        for each in reversed(before[:-1]):
            if not JOINS.fullmatch(self.text[each.end : run[0].start]):
                break
            run.insert(0, each)
        return run

    def _earlier(self, kind: str, before: Sequence[Mention]) -> tuple[str, ...]:
        """Give the last name in the sentences before, else in the heading."""
        last = [m for m in before if m.kind == kind][-1:]
        above = [m for m in self.reader.names(self.heading) if m.kind == kind][-1:]
        return tuple(m.id for m in last or above)

    def _ambient(self) -> tuple[str, ...]:
        """Give the category of the section's title, or the only one that it counts."""
        titled = [m.id for m in self.reader.names(self.section.title) if m.kind == "category"]
        counted = {f.category for f in self.section.findings if f.category and f.measure == "count"}
        return tuple(titled[-1:]) or (tuple(counted) if len(counted) == 1 else ())

    def _areas(
        self, own: Sequence[Mention], before: Sequence[Mention], *, inherited: bool
    ) -> tuple[tuple[str, ...], ...]:
        """Give the areas that may be meant, the likeliest first, "" for the partnership's own."""
        others = self._others(own)
        told = self._nearest("area", [m for m in own if m not in others])
        if told:
            first = tuple(self._name(code) for code in told)
            return (first, ("",)) if first != ("",) and self._parted(own) else (first,)
        placed = self._placed([m for m in own if m not in others])
        if placed and placed != ("",):
            return (placed, ("",))
        above = [m for m in self.reader.names(self.heading) if m.kind == "area"]
        near = self._led(before) or ([m for m in before if m.kind == "area"] if inherited else [])
        strong = tuple((self._area(m),) for m in (near or above)[-1:])
        return tuple(dict.fromkeys((*strong, ("",))))

    def _led(self, before: Sequence[Mention]) -> list[Mention]:
        """Find the areas of the sentence that leads into the list in which the claim stands."""
        above = sentences(self.text[: sentence_at(self.text, self.start).start])
        leads = [s for s in above if s.text.endswith(":")][-1:]
        return [m for s in leads for m in before if m.kind == "area" and m.start >= s.start]

    def _parted(self, own: Sequence[Mention]) -> bool:
        """Say whether a clause with a category of its own parts the claim from the area."""
        areas = [m for m in own if m.kind == "area" and m.end <= self.start]
        between = self.text[areas[-1].end : self.start] if areas else ""
        return BREAK.search(between) is not None

    def _others(self, own: Sequence[Mention]) -> list[Mention]:
        """Find what stands behind "than"."""
        if not self.claim.than:
            return []
        after = [m for m in own if m.start >= self.end and m.kind != "period"]
        return [m for m in after if THAN.fullmatch(self.text[self.end : m.start])][:1]

    def _named(self, own: Sequence[Mention], told: Sequence[str]) -> Iterator[Subject]:
        categories = dict.fromkeys([m.id for m in own if m.kind == "category"] or told)
        areas = dict.fromkeys([self._area(m) for m in own if m.kind == "area"] or [""])
        yield from (Subject(category, area) for category in categories for area in areas)

    def _area(self, mention: Mention) -> str:
        return "" if mention.id == self.reader.own else mention.name

    def _name(self, code: str) -> str:
        if code == self.reader.own:
            return ""
        return next(n.name for n in self.reader.vocabulary.names.values() if n.id == code)
