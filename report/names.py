"""Find findings and exhibits by the everyday names that authors use.

Third of the three passes: names in chapters, key findings, headlines and evidence against what the
assessment holds. It decides what a name means, never how it is worded.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from report.assessment import Assessment, Exhibit, Finding, NamedList, Section
from report.errors import nearest, one_of, suggestion

# What an author calls an exhibit by, before the colon.
FAMILIES = ("table", "chart", "map", "diagram", "picture")

# What stands before the colon of a bracket.
BEFORE_COLON = (*FAMILIES, "list", "part", "box", "quote", "source", "cell")

# Measures of a category alone, or of it in an area: they go by each of the category's names.
NAMED_BY_CATEGORY = (
    *("count", "share", "rate", "position", "trend", "verdict", "peak", "rolling"),
    *("concentration", "stability", "lasting", "control", "season", "growth"),
    *("harm", "harm share", "harm rate"),
    *("peer rate", "peer median", "peer verdict"),
)


class Unknown(Exception):
    """A name that means nothing here, or more than one thing: what is wrong, and what to do.

    shaped: whether the words are a phrase's, with a name in them that is not known; words that are
    none may be the author's own. near: whether it is said what was probably meant.
    """

    def __init__(
        self, what: str, do: str = "", *, shaped: bool = False, near: bool = False
    ) -> None:
        super().__init__(what)
        self.what, self.do, self.shaped, self.near = what, do, shaped, near


@dataclass(frozen=True)
class Index:
    """Every name of an assessment.

    measures: form in brackets -> measures it may speak of.
    """

    assessment: Assessment
    measures: Mapping[str, tuple[str, ...]]

    def finding(self, text: str) -> tuple[Finding, str]:
        """Find what "All Crime change in Beat 61" means: the finding and the form.

        Raises Unknown.
        """
        found = self.read(text, self.measures)
        if found:
            return found
        near = self._sayable(text)
        advice = f"did you mean '{near}'?" if near else self._forms(text)
        raise Unknown(f"unknown finding '{text}'", advice)

    def read(
        self, text: str, measures: Mapping[str, tuple[str, ...]]
    ) -> tuple[Finding, str] | None:
        """Find what a text means in one of some forms; None where it means nothing."""
        for label, form in _readings(text, measures):
            for measure in measures[form]:
                found = self._by_label.get((measure, label.casefold()))
                if found:
                    return found, form
        return None

    def measured(self, measure: str, name: str) -> Finding:
        """Find a measure of what goes by a name: a category, or one in an area. Raises Unknown."""
        found = self._by_label.get((measure, name.casefold()))
        if found:
            return found
        findings = self.assessment.findings().values()
        said = [each for f in findings if f.measure == measure for each in self._labels(f)]
        raise Unknown(f"there is no {measure} of '{name}'", suggestion(name, said))

    def category(self, name: str) -> tuple[str, str]:
        """Find the category of a name: its id and its label. Raises Unknown."""
        labels = self.assessment.categories
        known = {a.casefold(): id_ for a, id_ in self.assessment.aliases.items() if id_ in labels}
        known |= {label.casefold(): id_ for id_, label in labels.items()}
        if name.casefold() not in known:
            every = [*labels.values(), *self.assessment.aliases]
            raise Unknown(f"unknown category '{name}'", suggestion(name, every))
        id_ = known[name.casefold()]
        return id_, labels[id_]

    @cached_property
    def _by_label(self) -> dict[tuple[str, str], Finding]:
        found: dict[tuple[str, str], Finding] = {}
        for finding in self.assessment.findings().values():
            for label in self._labels(finding):
                found.setdefault((finding.measure, label.casefold()), finding)
        return found

    def _labels(self, finding: Finding) -> list[str]:
        aliases = [a for a, id_ in self.assessment.aliases.items() if id_ == finding.category]
        own = [label for label in (finding.label,) if label]
        where = f" in {finding.area}" if finding.area else ""
        if finding.measure in NAMED_BY_CATEGORY:
            own += [alias + where for alias in aliases]
        return own

    def _sayable(self, text: str) -> str:
        """Give what is spelt most like a text among what can be said; "" where nothing is near."""
        readings = _readings(text, self.measures)
        for label, form in readings or [(text, "count"), (text, "change")]:
            known = self._said_of(self.measures[form])
            begun = [each for each in known if each.casefold().startswith(label.casefold())]
            near = nearest(label, known) or next(iter(begun), "")
            if near:
                name, within, area = near.partition(" in ")
                return f"{name} {form}{within}{area}"
        return ""

    def _said_of(self, measures: tuple[str, ...]) -> list[str]:
        every = self.assessment.findings().values()
        return [label for f in every if f.measure in measures for label in self._labels(f)]

    def _forms(self, text: str) -> str:
        """Advise the forms of a label that is known, but not in the form asked for."""
        known = self._by_label
        labels = {label.casefold() for label, _ in _readings(text, self.measures)} | {
            text.casefold()
        }
        forms = [
            form
            for form, measures in self.measures.items()
            if any((measure, label) in known for measure in measures for label in labels)
        ]
        return one_of(forms) if forms else ""

    def quoted(self, text: str) -> Finding:
        """Find a quoted figure by its label. Raises Unknown."""
        known = {f.label.casefold(): f for f in self.assessment.quoted}
        if text.casefold() not in known:
            labels = [f.label for f in self.assessment.quoted]
            raise Unknown(f"nothing quoted under '{text}'", suggestion(text, labels))
        return known[text.casefold()]

    def exhibit(self, family: str, text: str, near: Section) -> Exhibit:
        """Find an exhibit of a family by name, in the section first. Raises Unknown."""
        for sections in (list(near.walk()), list(self.assessment.walk())):
            name, wanted = _qualified(text, sections)
            found = [
                e
                for section in wanted
                for e in section.exhibits
                if e.family == family and name in _names(e)
            ]
            if len(found) > 1:
                advice = f"add the section: [{family}: {text}, {found[0].id.split('.')[1]}]"
                raise Unknown(f"'{text}' is the name of {len(found)} {family}s", advice)
            if found:
                return found[0]
        every = self.assessment.exhibits().values()
        names = [e.name for e in every if e.family == family]
        raise Unknown(f"unknown {family} '{text}'", suggestion(text, names))

    def named_list(self, text: str, near: Section) -> NamedList:
        """Find a list of findings by name, in the section first. Raises Unknown."""
        for sections in (list(near.walk()), list(self.assessment.walk())):
            name, wanted = _qualified(text, sections)
            found = [(s, n) for s in wanted for n in s.lists if n.name.casefold() == name]
            if len(found) > 1:
                advice = f"add the section: [list: {text}, {found[0][0].id}]"
                raise Unknown(f"'{text}' is the name of {len(found)} lists", advice)
            if found:
                return found[0][1]
        names = [n.name for s in self.assessment.walk() for n in s.lists]
        raise Unknown(f"unknown list '{text}'", suggestion(text, [*names, *self.assessment.lists]))

    def part(self, text: str, near: Section) -> Section:
        """Find a part of a chapter by id or title. Raises Unknown."""
        parts = [p for own in near.parts for p in own.walk()]
        known = {name.casefold(): p for p in parts for name in (p.id, p.title) if name}
        if text.casefold() not in known:
            raise Unknown(f"this chapter has no part '{text}'", suggestion(text, known))
        return known[text.casefold()]


def called(text: str) -> str:
    """Advise what was meant by "sourse: X"; "" where nothing is near, or it is spelt right."""
    word, colon, name = (part.strip() for part in text.partition(":"))
    near = nearest(word, BEFORE_COLON) if colon else ""
    return f"did you mean '[{near}: {name}]'?" if near and near != word.casefold() else ""


def _readings(text: str, forms: Iterable[str]) -> list[tuple[str, str]]:
    """Split a text into label and form in every way it may be read, longest form first."""
    readings, lowered = list[tuple[str, str]](), text.casefold()
    for form in sorted(forms, key=len, reverse=True):
        words = f" {form}"
        if lowered.endswith(words):
            readings.append((text[: -len(words)], form))
        at = lowered.find(f"{words} in ")
        if at > 0:
            readings.append((text[:at] + text[at + len(words) :], form))
    return readings


def _names(exhibit: Exhibit) -> tuple[str, ...]:
    return (exhibit.name.casefold(), exhibit.file.casefold())


def _qualified(text: str, sections: list[Section]) -> tuple[str, list[Section]]:
    """Split "name, section" where a section of that id is there."""
    name, _, id_ = text.casefold().rpartition(",")
    wanted = [s for s in sections if s.id == id_.strip()]
    return (name.strip(), wanted) if name and wanted else (text.casefold(), sections)
