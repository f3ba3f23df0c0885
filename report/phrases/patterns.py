"""The shapes of words that ask for a phrase over several findings, and what says each."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from report import words
from report.assessment import Finding
from report.names import Index, Unknown
from report.phrases import pace, parts, picks, sets, shares, tables
from report.phrases.picks import Pick
from report.phrases.spoken import Spoken, of_one, spoken
from report.phrases.years import YEAR
from report.words import Unsayable


class Pattern(NamedTuple):
    """A shape of words, and what says it."""

    shape: re.Pattern[str]
    say: Callable[[Index, re.Match[str]], Spoken]


def _pattern(shape: str, say_: Callable[[Index, re.Match[str]], Spoken]) -> Pattern:
    return Pattern(re.compile(shape, re.IGNORECASE), say_)


def _number(word: str) -> int:
    """Read "3" or "three". Raises Unknown for another word."""
    number = words.from_word(word)
    if number is None:
        raise Unknown(f"'{word}' is no number", "write it in digits")
    return number


def _places(word: str) -> int:
    """Read how many of a set are meant. Raises Unknown for none of them."""
    number = _number(word)
    if not number:
        raise Unknown(f"'{word}' names none of them", "write 1 or more")
    return number


def _set(index: Index, match: re.Match[str]) -> sets.Set:
    """Find the set that a match names. Raises Unknown."""
    noun = match["kind"].casefold()
    if noun not in _nouns(index):
        raise Unknown(f"unknown kind of area '{match['kind']}'", words_for(index))
    return sets.set_of(index, noun, (match["category"] or "").strip())


def _nouns(index: Index) -> set[str]:
    known = sets.nouns(index).items()
    return {each.casefold() for pair in known for each in pair} | {"area", "areas"}


def words_for(index: Index) -> str:
    """Advise the kinds of sets that there are."""
    return "use one of " + ", ".join(sets.nouns(index).values())


def _picked(pick: Callable[[sets.Set, re.Match[str]], Pick]) -> Callable[..., Spoken]:
    """Make what says a pick from a set: its number, or its names with what stands behind them."""

    def said(index: Index, match: re.Match[str]) -> Spoken:
        found = _set(index, match)
        if found.lost:
            return spoken(words.UNAVAILABLE, found.lost, compares=True)
        return _told(index, pick(found, match), match)

    return said


def _told(index: Index, picked: Pick, match: re.Match[str]) -> Spoken:
    lead = (match["lead"] or "").strip().casefold()
    if lead.startswith("how many"):
        return picks.how_many(picked)
    if lead.endswith("number of"):
        return picks.number(picked)
    return picks.names(picked, index, (match["detail"] or "").casefold())


def _top(found: sets.Set, match: re.Match[str]) -> Pick:
    return picks.top(found, _places(match["number"]))


def _most(found: sets.Set, match: re.Match[str]) -> Pick:
    if match["superlative"].casefold() in ("fewest", "least", "lowest"):
        return picks.fewest(found)
    return picks.most(found, words.NTH.index((match["ordinal"] or "first").strip().casefold()) + 1)


def _moved(found: sets.Set, match: re.Match[str]) -> Pick:
    way = WAYS[match["way"].casefold()]
    return picks.moved(found, way, clear=bool(match["clear"]))


def _largest(found: sets.Set, match: re.Match[str]) -> Pick:
    return picks.largest(found, WAYS[match["way"].casefold()], _places(match["number"] or "1"))


def _at_least(found: sets.Set, match: re.Match[str]) -> Pick:
    return picks.at_least(found, _number(match["number"]))


def _fewer_than(found: sets.Set, match: re.Match[str]) -> Pick:
    return picks.fewer_than(found, _number(match["number"]))


def _among(index: Index, match: re.Match[str]) -> Spoken:
    """Say which of those that are named rose or fell."""
    names = _names(index, match["names"], "")
    members = tuple(index.measured("count", name) for name in names)
    found = sets.Set("", "", members, len(members), "them", lost=_withheld(members))
    if found.lost:
        return spoken(words.UNAVAILABLE, found.lost, compares=True)
    return _told(index, _moved(found, match), match)


def _withheld(members: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(f for f in members if words.unavailable(f))


def _overlap(index: Index, match: re.Match[str]) -> Spoken:
    """Say what is among the first of two sets."""
    number, noun = _places(match["number"]), match["kind"].casefold()
    if noun not in _nouns(index):
        raise Unknown(f"unknown kind of area '{match['kind']}'", words_for(index))
    one, other = (
        picks.top(sets.set_of(index, noun, match[name]), number) for name in ("one", "other")
    )
    both = picks.shared(one, other)
    if (match["lead"] or "").casefold().startswith("how many"):
        return picks.how_many(both._replace(found=both.found._replace(size=number)))
    said = _told(index, both, match)
    return said._replace(findings=tuple({f.id: f for f in (*one.picked, *other.picked)}.values()))


def _rank(index: Index, match: re.Match[str]) -> Spoken:
    """Say the rank of an area among those of its kind, or of a category in its overview."""
    area = (match["area"] or "").strip()
    if not area:
        finding = index.measured("count", match["category"])
        return picks.rank(sets.set_of(index, "category", ""), finding)
    kinds = {a.name.casefold(): a.kind for a in index.assessment.gazetteer}
    finding = index.measured("count", f"{match['category']} in {area}")
    if area.casefold() not in kinds:
        raise Unsayable(f"ranks {area}, which is no area by itself", "name one area")
    found = sets.set_of(index, kinds[area.casefold()].casefold(), match["category"])
    return picks.rank(found, finding)


def _gap(index: Index, match: re.Match[str]) -> Spoken:
    say_ = parts.gap if match["word"].casefold() == "gap" else parts.difference
    areas = (match["one"], match["other"])
    return say_(index, (match["category"] or "").strip(), areas, match["year"] or "")


def _share(index: Index, match: re.Match[str]) -> Spoken:
    form = (match["form"] or "").strip().casefold()
    say_ = {"": shares.share, "with count": shares.share_and_count, "change": shares.share_change}
    return say_[form](index, match["part"], match["whole"])


def _total(index: Index, match: re.Match[str]) -> Spoken:
    """Say the sum of categories, or of a category over areas."""
    category = (match["category"] or "").strip()
    names = _names(index, match["parts"], category)
    if match["share"]:
        return parts.total_share(index, names)
    return parts.total(index, names, (match["form"] or "count").strip().casefold())


def _names(index: Index, text: str, category: str) -> Sequence[str]:
    counts = [f for f in index.assessment.findings().values() if f.measure == "count"]
    if not category:
        aliases = [*index.assessment.aliases, *index.assessment.categories.values()]
        known = {name.casefold(): name for name in [*(f.label for f in counts), *aliases]}
        return parts.split(text, known)
    index.category(category)
    areas = {f.area.casefold(): f.area for f in counts if f.area}
    return [f"{category} in {area}" for area in parts.split(_spelt_out(index, text), areas)]


def _spelt_out(index: Index, text: str) -> str:
    """Give "Beats 62, 65 and 61" as "Beat 62, Beat 65 and Beat 61"."""
    for noun, many in sets.nouns(index).items():
        if re.match(rf"{re.escape(many)} \d", text, re.IGNORECASE):
            return re.sub(r"\b(\d+)\b", rf"{noun} \1", text[len(many) :]).strip()
    return text


def _contribution(index: Index, match: re.Match[str]) -> Spoken:
    return shares.contribution(index, match["part"], match["whole"])


def _pace(index: Index, match: re.Match[str]) -> Spoken:
    say_ = pace.per_day if match["form"].casefold() == "per day" else pace.one_every
    name = match["name"] + (match["where"] or "")
    return say_(index.measured("count", name))


def _last_years(index: Index, match: re.Match[str]) -> Spoken:
    return shares.last_years(index, match["name"], _number(match["number"]))


def _top_by_rate(index: Index, match: re.Match[str]) -> Spoken:
    found = _set(index, match)
    if found.lost:
        return spoken(words.UNAVAILABLE, found.lost)
    number, detailed = _places(match["number"] or "1"), bool(match["rates"])
    return tables.top_by_rate(index, found, number, detailed=detailed)


def _month(index: Index, match: re.Match[str]) -> Spoken:
    usual, most = bool(match["usual"]), match["which"].casefold() == "busiest"
    return MONTHS[usual, most](index, match["name"])


MONTHS = {
    (False, True): tables.busiest,
    (False, False): tables.quietest,
    (True, True): tables.usually_busiest,
    (True, False): tables.usually_quietest,
}


def _peers(index: Index, match: re.Match[str]) -> Spoken:
    """Say a position among peers, and the verdict against them where one is known."""
    position = index.measured("position", match["name"])
    form = "position change" if position.previous is not None else "position"
    verdict = index.read(f"{match['name']} peer verdict", {"peer verdict": ("peer verdict",)})
    said = of_one(position, form)
    text = said.text if form == "position change" else f"is {said.text}"
    if not verdict:
        return said._replace(text=text)
    other = of_one(*verdict)
    return spoken(f"{text} and {other.text}", [position, verdict[0]], compares=True)


WAYS = {
    **{f"{each}{s}": 1 for each in words.RISE for s in ("", "s")},
    **{f"{each}{s}": -1 for each in words.FALL for s in ("", "s")},
    "no change": 0,
}

LEAD = r"(?P<lead>(?:the )?number of |how many (?:of )?)?"
DETAIL = r"(?: with (?P<detail>counts|shares|changes))?"
RATES = r"(?P<rates> with rates)?"
WAY = rf"(?:an? )?(?P<clear>clear )?(?P<way>{'|'.join(WAYS)})"
NUMBER = r"(?P<number>\d+|\w+)"
KIND = r"(?:the )?(?P<kind>\w[\w -]*?)"
FOR = r"(?: (?:for|in|of) (?P<category>.+?))?"

# In the order in which they are tried.
PATTERNS: tuple[Pattern, ...] = (
    _pattern(rf"(?:the )?top {NUMBER} {KIND} by rate{FOR}{RATES}", _top_by_rate),
    _pattern(rf"(?P<number>){KIND} with the highest rate{FOR}{RATES}", _top_by_rate),
    _pattern(rf"{LEAD}(?:the )?top {NUMBER} {KIND}{FOR}{DETAIL}", _picked(_top)),
    _pattern(
        rf"{LEAD}{KIND} in the top {NUMBER} for (?P<one>.+?) and (?:for )?(?P<other>.+?){DETAIL}",
        _overlap,
    ),
    _pattern(
        rf"{LEAD}{KIND} with (?:the )?(?P<ordinal>(?:{'|'.join(words.NTH[1:])}) )?"
        rf"(?P<superlative>most|highest|fewest|least|lowest) (?P<category>.+?){DETAIL}",
        _picked(_most),
    ),
    _pattern(
        rf"{LEAD}those with {WAY} among (?P<names>.+?){DETAIL}",
        _among,
    ),
    _pattern(
        rf"{LEAD}{KIND} with {WAY}{FOR}{DETAIL}",
        _picked(_moved),
    ),
    _pattern(
        rf"{LEAD}(?:the )?(?:(?P<number>\d+|{'|'.join(words.SMALL[2:])}) )?{KIND}"
        rf" with the (?:largest|biggest) (?P<way>{'|'.join(WAYS)}){FOR}{DETAIL}",
        _picked(_largest),
    ),
    _pattern(
        rf"{LEAD}{KIND} with {NUMBER} or more(?: \w+ of)? (?P<category>.+?){DETAIL}",
        _picked(_at_least),
    ),
    _pattern(
        rf"{LEAD}{KIND} with fewer than {NUMBER}(?: \w+ of)? (?P<category>.+?){DETAIL}",
        _picked(_fewer_than),
    ),
    _pattern(r"(?P<category>.+) rank(?: in (?P<area>.+))?", _rank),
    _pattern(
        r"(?:the )?(?P<word>gap|difference) between (?P<one>.+?) and (?P<other>.+?)"
        rf"(?: (?:for|in|of) (?P<category>(?!{YEAR}).+?))?(?: (?:in )?(?P<year>{YEAR}))?",
        _gap,
    ),
    _pattern(
        r"(?:total|sum)(?: (?P<share>share)| (?P<form>number|change|short change|difference))?"
        r" of (?P<parts>.+?)(?: for (?P<category>.+))?",
        _total,
    ),
    _pattern(rf"(?P<name>.+) share of the last {NUMBER} years", _last_years),
    _pattern(
        r"(?P<name>.+) share with count(?P<where> in .+)?",
        lambda index, match: shares.own_share_and_count(
            index, match["name"] + (match["where"] or "")
        ),
    ),
    _pattern(r"(?P<part>.+) share of (?P<whole>.+?)(?P<form> with count| change)?", _share),
    _pattern(
        r"(?P<part>.+) contribution to (?:the (?:change|rise|fall) in )?(?P<whole>.+)",
        _contribution,
    ),
    _pattern(r"(?P<name>.+?) (?P<form>per day|one every)(?P<where> in .+)?", _pace),
    _pattern(
        r"(?P<name>.+) rate in (?P<area>.+)",
        lambda index, match: tables.rate_of_area(index, match["name"], match["area"]),
    ),
    _pattern(r"(?P<name>.+?) (?P<usual>usually )?(?P<which>busiest|quietest) month", _month),
    _pattern(
        r"(?P<name>.+) against peers",
        lambda index, match: parts.against_peers(index, match["name"]),
    ),
    _pattern(r"(?P<name>.+) peers", _peers),
)
