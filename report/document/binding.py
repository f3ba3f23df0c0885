"""Bind the brackets inside sentences: findings become words, exhibits become links.

It decides what stands in a bracket's place; the words themselves are made in `report.words`.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from html import escape, unescape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from report import words
from report.assessment import Assessment, Audience, Caution, Finding, Section
from report.document.abbreviations import Abbreviations
from report.document.margin import Margin, Note
from report.document.numbering import Numbering
from report.errors import Problem, Spot, Where, one_of, suggestion
from report.names import FAMILIES, Index, Unknown, called
from report.periods import A_YEAR
from report.phrases import tables
from report.phrases.grammar import say
from report.prose.bracketed import Around, OwnWords

# A bracket that Markdown does not use itself: no image, no link behind it, not written \[so\].
BRACKET = re.compile(r"(?<![!\\])\[(?P<inner>[^\[\]]+)\](?!\()")
# What is left of a bracket that was not closed or not opened; and what may stand beside it: a
# bracket that is only text, the words of a link or an image.
LONE = re.compile(r"(?<!\\)[\[\]]")
ASIDE = re.compile(r"\\\[[^\[\]]*\]|!?\[[^\[\]]*\](?=\()")
SHOWN = 30  # letters of a lone bracket's line that its problem shows
# Brackets are replaced by these marks before Markdown is read, and come back as HTML after it.
OPEN = re.compile(r"(?<!\\)\[[^\[\]]*$")
MARK = "\ue000{}\ue001"
MARKED = re.compile("\ue000(\\d+)\ue001")

# What makes a source findable again.
YEAR = re.compile(rf"\b{A_YEAR}\b")

# Tags of rendered prose: those within a line, and all.
INLINE = re.compile(r"</?(?:a|abbr|code|em|s|span|strong)\b[^>]*>")
TAG = re.compile(r"<[^>]+>")


@dataclass
class Binder:
    """Turns Markdown with brackets into HTML, and collects brackets that mean nothing.

    aside: words the cautions of a finding, as HTML that stands behind its own words.
    cite: words the source of a typed number, as HTML that stands behind its sentence.
    own_words: reads the author's own wording in brackets. margin: what stands beside the texts.
    methods: what the words say more than the findings' own methods make, in order.
    """

    assessment: Assessment
    index: Index
    numbering: Numbering
    abbreviations: Abbreviations
    aside: Callable[[tuple[Caution, ...], Finding], str]
    cite: Callable[[str], str]
    own_words: OwnWords
    margin: Margin
    problems: list[Problem] = field(default_factory=list)
    methods: dict[str, None] = field(default_factory=dict)
    _markdown: MarkdownIt = field(default_factory=lambda: _markdown())  # noqa: PLW0108  defined below

    def html(self, text: str, section: Section, where: Where, heading: str = "") -> str:
        """Render paragraphs, bullets and links, with every bracket bound.

        heading: the one that the text stands under.
        """
        return self._rendered(text, section, where, self._markdown.parse, heading)

    def inline(self, text: str, section: Section, where: Where) -> str:
        """Render one line of text without a paragraph around it."""
        return self._rendered(text, section, where, self._markdown.parseInline)

    def _rendered(
        self,
        text: str,
        section: Section,
        where: Where,
        parse: Callable[[str], list[Token]],
        heading: str = "",
    ) -> str:
        notes = self.margin.of(text)
        bound: list[str] = []

        def stand_in(match: re.Match[str]) -> str:
            at = Where(where.file, where.line + text[: match.start()].count("\n"))
            place = match.start("inner")
            beside = " ".join(note.id for note in notes if note.place == place)
            bound.append(self.bracket(match, Around(text, place, section, heading), at, beside))
            return MARK.format(len(bound) - 1)

        self.problems.extend(_lone(text, where))
        tokens = parse(BRACKET.sub(stand_in, text))
        self._refuse_lost(tokens, where)
        self._abbreviate(tokens)
        _set_beside(tokens, notes, text)
        out = self._markdown.renderer.render(tokens, self._markdown.options, {})
        return MARKED.sub(lambda m: bound[int(m[1])], out)

    def _refuse_lost(self, tokens: list[Token], where: Where) -> None:
        """Refuse what the page would lose: pictures, and links to a place within it."""
        for token in tokens:
            place = Where(where.file, where.line + (token.map or [0])[0])
            for child in token.children or ():
                target = str(child.attrs.get("src") or child.attrs.get("href"))
                if child.type == "image":
                    advice = (
                        "name it under 'pictures:' of the section, and place it with [picture: ...]"
                    )
                    self.problems.append(Problem(place, f"the picture '{target}'", advice))
                elif target.startswith("#"):
                    advice = "name a table, a chart or a recommendation in brackets"
                    what = f"the link to '{target}' leads nowhere"
                    self.problems.append(Problem(place, what, advice))

    def _abbreviate(self, tokens: list[Token]) -> None:
        for token in tokens:
            said = ""
            for child in token.children or ():
                if child.type == "text":
                    child.content = self.abbreviations.expand(child.content, said)
                said += child.content or " "

    def bracket(self, match: re.Match[str], around: Around, where: Where, beside: str = "") -> str:
        """Bind one bracket of a text, a match of BRACKET.

        beside: ids of its notes in the margin.
        """
        inner = " ".join(match["inner"].split())
        try:
            try:
                return self._meaning(inner, around.section)
            except Unknown as no_name:
                return self._claimed(match["inner"], around, where, no_name, beside)
        except Unknown as fault:
            self._problem(around, where, fault.what, fault.do)
        except words.Unsayable as fault:
            self._problem(around, where, f"'[{inner}]' {fault.what}", fault.do)
        return escape(f"[{inner}]")

    def _problem(self, around: Around, where: Where, what: str, do: str) -> None:
        spot = Spot(around.text, around.start)
        self.problems.append(Problem(where, what, do, spot=spot))

    def _claimed(
        self, inner: str, around: Around, where: Where, no_name: Unknown, beside: str
    ) -> str:
        """Print the author's own wording as written. Raises Unknown where it is none."""
        verdicts = self.own_words.verdicts(inner, around)
        if not verdicts:
            raise no_name
        place = (where, around.section, around.text, around.start)
        told = [self.own_words.problem(v, *place) for v in verdicts]
        self.problems += [problem for problem in told if problem]
        ids = " ".join(dict.fromkeys(f.id for v in verdicts for f in v.findings))
        return _span(ids, inner, "bound claim", beside)

    def _meaning(self, inner: str, section: Section) -> str:
        word, colon, name = (part.strip() for part in inner.partition(":"))
        lowered, named = inner.casefold(), word.casefold()
        if colon and named in FAMILIES:
            return self._link(named, name, section)
        called = {"quote": self._quoted, "source": self._cited, "cell": self._cell}
        if colon and named in called:
            return called[named](name, section)
        for lead, said in {"names of ": self._names_of, "number of ": self._number_of}.items():
            if lowered.startswith(lead):
                return said(inner, section)
        if lowered.startswith("recommendation ") and lowered.split()[-1].isdigit():
            return self._recommendation(lowered.split()[-1])
        return self._phrase(inner)

    def _quoted(self, name: str, _: Section) -> str:
        finding = self.index.quoted(name)
        return _span(finding.id, finding.printed)

    def _cited(self, name: str, _: Section) -> str:
        return self.cite(_source(name))

    def _phrase(self, inner: str) -> str:
        try:
            said = say(self.index, inner)
        except Unknown as fault:
            text = f"write \\[{inner}\\] for a bracket that is only text"
            advice = called(inner) or fault.do or text
            raise Unknown(fault.what, advice, shaped=fault.shaped, near=fault.near) from None
        self.methods.update(dict.fromkeys(said.methods))
        ids = " ".join(finding.id for finding in said.findings)
        asked = "" if self.index.read(inner, self.index.measures) else inner
        return f"{_span(ids, said.text, asked=asked)}{self.aside(said.cautions, said.findings[0])}"

    def _link(self, family: str, name: str, section: Section) -> str:
        found = self.index.exhibit(family, name, section)
        label = self.numbering.exhibits.get(found.id)
        if not label:
            advice = f"place it with [{family}: {found.name}] on a line of its own"
            raise Unknown(f"the {family} '{name}' stands nowhere in the document", advice)
        return f'<a href="#{found.id}">{label}</a>'

    def _cell(self, name: str, section: Section) -> str:
        """Print a cell of a table as the table does. Raises Unknown."""
        found = tables.cell(self.index, name, section)
        place = f"{found.table.id} {found.row.key} {found.column.key}"
        text = escape(words.cell(found.cell, found.column))
        return f'<span class="bound" data-cell="{escape(place)}">{text}</span>'

    def _names_of(self, inner: str, section: Section) -> str:
        """List in a sentence what a list holds. Raises Unknown."""
        name = inner[len("names of ") :].strip()
        known = {listed.casefold(): items for listed, items in self.assessment.lists.items()}
        if name.casefold() in known:
            return escape(words.listed(known[name.casefold()]))
        findings = self.assessment.findings()
        ids = [i for i in self.index.named_list(name, section).findings if i in findings]
        names = [findings[i].area or findings[i].label for i in ids]
        return _span(" ".join(ids), words.listed(names)) if names else "none"

    def _number_of(self, inner: str, section: Section) -> str:
        """Count a list, or what a phrase picks. Raises Unknown."""
        try:
            return self._length(inner[len("number of ") :].strip(), section)
        except Unknown as no_list:
            try:
                return self._phrase(inner)
            except Unknown as no_phrase:
                told = no_phrase.shaped or no_phrase.near
                raise (no_phrase if told else no_list) from None

    def _length(self, name: str, section: Section) -> str:
        own = {"priorities": len(self.assessment.priorities)}
        own["recommendations"] = len(self.assessment.recommendations)
        own |= {listed: len(items) for listed, items in self.assessment.lists.items()}
        if name.casefold() in own:
            return words.as_word(own[name.casefold()])
        try:
            return words.as_word(len(self.index.named_list(name, section).findings))
        except Unknown as fault:
            raise Unknown(fault.what, fault.do or suggestion(name, own)) from None

    def _recommendation(self, number: str) -> str:
        known = {str(r.number): r for r in self.assessment.recommendations}
        if number not in known:
            raise Unknown(f"there is no recommendation {number}", one_of(known))
        if known[number].id not in self.numbering.recommendations:
            advice = f"place it with [recommendation {number}] on a line of its own"
            raise Unknown(f"recommendation {number} stands nowhere in the document", advice)
        return f'<a href="#recommendation-{number}">Recommendation {number}</a>'


def _source(name: str) -> str:
    """Give a source as it is printed. Raises Unknown where it says nothing, or not of when."""
    if not YEAR.search(name):
        what = f"the source '{name}' has no date" if name else "the source is empty"
        advice = "write who published the figure and when, as in [source: Turning Point, May 2023]"
        raise Unknown(what, advice)
    return name


def _lone(text: str, where: Where) -> Iterator[Problem]:
    """Find brackets that were not closed or not opened: they would be printed as they are."""
    left = ASIDE.sub(_blank, BRACKET.sub(_blank, text))
    for match in LONE.finditer(left):
        start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.start())
        line = text[start : end if end >= 0 else None]
        at = match.start() - start
        shown = line[at : at + SHOWN] if match[0] == "[" else line[max(0, at + 1 - SHOWN) : at + 1]
        done = "closed" if match[0] == "[" else "opened"
        what = f"the bracket in '{shown.strip()}' is not {done}"
        place = Where(where.file, where.line + text[: match.start()].count("\n"))
        yield Problem(
            place, what, f"write its other half, or \\{match[0]} for a bracket in the text"
        )


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"\S", " ", match[0])


def _markdown() -> MarkdownIt:
    # Headings are the chapter's, which numbers them; a line of --- is no heading of what is above.
    return MarkdownIt("commonmark", {"html": False}).disable(["heading", "lheading"])


def _span(ids: str, text: str, kind: str = "bound", note: str = "", asked: str = "") -> str:
    """Mark words by the findings that they show; asked: the words that asked for a phrase."""
    more = f' aria-details="{note}"' if note else ""
    more += f' data-phrase="{escape(asked)}"' if asked else ""
    return (
        f'<span class="{kind}" data-finding="{escape(ids)}"{more}>'
        f"{escape(' '.join(text.split()))}</span>"
    )


def _set_beside(tokens: list[Token], notes: Iterable[Note], text: str) -> None:
    """Put each note at the end of the paragraph or the bullet that its words stand in."""
    paragraphs = [token for token in tokens if token.type == "inline"]
    for note in notes:
        # a bracket is one mark in the tokens, however many lines it was written in
        before = OPEN.sub("", BRACKET.sub("", text[: note.place]))
        begun = [p for p in paragraphs if (p.map or [0])[0] <= before.count("\n")]
        if begun:
            begun[-1].children = [*(begun[-1].children or ()), Token("html_inline", "", 0)]
            begun[-1].children[-1].content = note.html


def plain_text(html: str) -> str:
    """Give rendered prose as plain text, one space between words."""
    return " ".join(unescape(TAG.sub(" ", INLINE.sub("", html))).split())


def texts(assessment: Assessment) -> Iterable[tuple[str, Section, Where, Audience]]:
    """Give every bracketed text outside chapters: key findings, entries, messages of charts.

    Each with its section, its place and who may read it.
    """
    for section in assessment.walk():
        for found in section.key_findings:
            file, _, line = found.place.partition(":")
            yield found.text, section, Where(file, int(line or 0)), found.audience
        own, _, line = section.place.partition(":")
        place = Where(own, int(line or 0))
        for entry in section.entries:
            yield entry.text, section, place, section.audience
        for exhibit in section.exhibits:
            yield exhibit.message, section, place, exhibit.audience
