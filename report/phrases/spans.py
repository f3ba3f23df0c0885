"""What is said of one finding over its years: changes since, averages, runs, turns, extremes."""

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from report import words
from report.assessment import Finding, Number
from report.errors import one_of
from report.measures import spans
from report.periods import Period
from report.phrases.spoken import Spoken, of_one, spoken
from report.phrases.years import Year, alone, before, between, dated, during, since, years
from report.words import Unsayable

VERBS = {1: "rose", -1: "fell", 0: "was unchanged"}

# Fewer years than these are a change, and have no run, no turn and no extremes.
FEWEST = 3


class YearSpan(NamedTuple):
    """A finding over some of its years, oldest first; no per cent of a count below small_base."""

    finding: Finding
    years: tuple[Year, ...]
    small_base: Number

    @property
    def ends(self) -> Finding:
        """The finding as it changed from the first of the years to the last."""
        return between(self.finding, self.years[0], self.years[-1], self.small_base)

    @property
    def steps(self) -> list[Finding]:
        """The finding as it changed from each of the years to the next."""
        return [
            between(self.finding, then, now, self.small_base) for then, now in pairwise(self.years)
        ]

    @property
    def number(self) -> int:
        """How many years lie between the first and the last."""
        return self.years[-1].period.first.year - self.years[0].period.first.year


def changed(span: YearSpan, form: str) -> Spoken:
    """Word the change between two years: "rose by 24.7%, from 6,846 in 2019 to 8,534".

    The last one is named too where it is not the finding's own.
    """
    found = span.ends
    if found is span.finding:
        return of_one(found, form)
    if _lost(found):
        return spoken(
            f"has no change {since(_then(found))} that may be given", [found], compares=True
        )
    text = CHANGED[form](found)
    own = found.period == span.finding.period
    return spoken(text if own else f"{text} {during(found.period)}", [found], compares=True)


def _in_full(found: Finding) -> str:
    if not found.change:
        return _briefly(found)
    return f"{_from(found)}, {words.plain(abs(found.change))} {_more(found)}"


def _from(found: Finding) -> str:
    if not found.change:
        return _briefly(found)
    lead = f"{words.moved(found)}," if found.change_pct is not None else _verb(found)
    then = f"{words.plain(found.previous or 0)} {during(_then(found))}"
    return f"{lead} from {then} to {words.plain(found.value or 0)}"


def _briefly(found: Finding) -> str:
    """Word a change by its per cent and the year it is since: "rose by 24.7% since 2019"."""
    return words.tested(found, f"{words.moved(found)} {since(_then(found))}")


def _differently(found: Finding) -> str:
    return f"{words.difference(found)} than {during(_then(found))}"


CHANGED: Mapping[str, Callable[[Finding], str]] = {
    "change": _from,
    "change in full": _in_full,
    "short change": _briefly,
    "difference": _differently,
}


def two_baselines(first: Finding, second: Finding) -> Spoken:
    """Word a change against two years, "but" where one is a rise and the other a fall."""
    if _lost(first) or _lost(second):
        return spoken("has no change that may be given", [first, second], compares=True)
    contrast = (first.change or 0) * (second.change or 0) < 0
    text = f"{_briefly(first)}{', but' if contrast else ' and'} {_briefly(second)}"
    return spoken(text, [first, second], compares=True)


def short_and_long(span: YearSpan) -> Spoken:
    """Word the last change beside that since the first year: "but" where they differ in sign."""
    _long(span)
    return two_baselines(span.steps[-1], span.ends)


def average(span: YearSpan) -> Spoken:
    """Word the steady growth a year: "rose by 5.7% a year on average since 2019"."""
    return _average(span, spans.compound_pct, "")


def simple_average(span: YearSpan) -> Spoken:
    """Word the change by the year as per cent of the first year's count."""
    return _average(span, spans.simple_pct, " of the first year's count")


def _average(
    span: YearSpan, measure: Callable[[float, float, int], float | None], of: str
) -> Spoken:
    found = span.ends
    if found.change_pct is None or not found.change:
        return average_difference(span)
    percent = measure(found.previous or 0, found.value or 0, span.number) or 0
    text = f"{_verb(found)} by {words.sized(percent)}{of} a year on average"
    return _since_first(text, found)


def average_difference(span: YearSpan) -> Spoken:
    """Word the change by the year in counts: "rose by 422 a year on average since 2019"."""
    found = span.ends
    if _lost(found) or not found.change:
        return changed(span, "short change")
    each = abs(spans.a_year(found.previous or 0, found.value or 0, span.number) or 0)
    size = words.plain(each, 0 if float(each).is_integer() or each >= TEN else 1)
    size = size if words.rounded(each, 1) else "less than 0.1"
    return _since_first(f"{_verb(found)} by {size} a year on average", found)


def _since_first(text: str, found: Finding) -> Spoken:
    text = f"{text} since {_short(_then(found))}"
    return spoken(dated(text, found), [found], "span", compares=True)


# Averages from here on are shown whole.
TEN = 10


def annual(span: YearSpan) -> Spoken:
    """Word each year's change: "rose by 2.7% in 2020 and by 16.7% in 2021, then fell by …"."""
    _long(span)
    runs = [list(run) for _, run in groupby(span.steps, key=_way)]
    text = ", then ".join(words.listed(_run(run)) for run in runs)
    return spoken(dated(text, span.finding), span.steps, compares=True)


def _run(run: Sequence[Finding]) -> list[str]:
    """Word changes of one direction, the verb before the first of them alone."""
    said = [f"{words.moved(one)} {_in(one)}" for one in run]
    verb = f"{_verb(run[0])} " if _way(run[0]) else f"{words.moved(run[0])} "
    return [said[0], *(each.removeprefix(verb) for each in said[1:])]


def _in(found: Finding) -> str:
    """Say in which year a change ended: "in 2019/20"."""
    return f"in {_short(found.period)}"


def turning_point(span: YearSpan) -> Spoken:
    """Word the last change by what came before it: "rose in 2023, after three falls in a row"."""
    _long(span)
    *earlier, last = span.steps
    way, before_it = _way(last), _way(earlier[-1])
    run = next((n for n, e in enumerate(reversed(earlier)) if _way(e) != before_it), len(earlier))
    said = words.tested(last, f"{VERBS[way]} {_in(last)}")
    if way == before_it:
        text = f"{said}, as in the {'year' if run == 1 else f'{words.as_word(run)} years'} before"
    else:
        text = f"{said}, after {NOUNS[before_it]}"
        text += "" if run == 1 else f" in each of the {words.as_word(run)} years before"
    return spoken(dated(text, span.finding), [last], compares=True)


NOUNS = {1: "a rise", -1: "a fall", 0: "no change"}


def largest_rise(span: YearSpan) -> Spoken:
    """Word the year with the largest rise: "in 2022 (16.7%, from 7,500 to 8,753)"."""
    return _largest(span, 1)


def largest_fall(span: YearSpan) -> Spoken:
    """Word the year with the largest fall."""
    return _largest(span, -1)


def _largest(span: YearSpan, way: int) -> Spoken:
    _long(span)
    steps = [one for one in span.steps if _way(one) == way]
    if not steps:
        return spoken("in none of the years shown", [span.finding], compares=True)
    most = max(abs(one.change or 0) for one in steps)
    found = [one for one in steps if abs(one.change or 0) == most]
    text = words.listed(f"{_in(one)} ({_size(one)})" for one in found)
    return spoken(dated(text, span.finding), found, compares=True)


def _size(found: Finding) -> str:
    span = f"from {words.plain(found.previous or 0)} to {words.plain(found.value or 0)}"
    known = found.change_pct is not None
    return f"{words.sized(found.change_pct or 0)}, {span}" if known else span


def highest_year(span: YearSpan) -> Spoken:
    """Name the year with most: "2022 (8,753 offences)"; the years that tie."""
    return _extreme(span, max)


def lowest_year(span: YearSpan) -> Spoken:
    """Name the year with fewest."""
    return _extreme(span, min)


def _extreme(span: YearSpan, choose: Callable[..., Number]) -> Spoken:
    _long(span)
    value = choose(year.value for year in span.years)
    labels = [year.period.year_label for year in span.years if year.value == value]
    count = words.counted(value, span.finding.unit)
    each = " each" if len(labels) > 1 else ""
    text = dated(f"{words.listed(labels)} ({count}{each})", span.finding)
    return spoken(text, [span.finding])


def counted(span: YearSpan, form: str) -> Spoken:
    """Word the count of one year with its year: "7,031 offences in 2020"."""
    found = alone(span.finding, span.years[-1])
    if found is span.finding:
        return of_one(found, form)
    return spoken(f"{words.phrase(found, form)} {during(found.period)}", [found])


def in_a_year(span: YearSpan, form: str) -> Spoken:
    """Word the change of one year on the year before it: "rose by 16.7%, from … in 2022"."""
    then = before(span.finding, span.years[-1])
    return changed(span._replace(years=(then, span.years[-1])), form)


def _long(span: YearSpan) -> None:
    """Refuse fewer years than a run has. Raises Unsayable."""
    if len(span.years) < FEWEST:
        known = [year.period.year_label for year in years(span.finding)]
        advice = one_of(known[: 1 - FEWEST]) if len(known) >= FEWEST else "show more years of it"
        raise Unsayable(f"is known for too few years: {len(span.years)}, not {FEWEST}", advice)


def _lost(found: Finding) -> bool:
    return any(caution.change == "withheld" for caution in found.cautions)


def _then(found: Finding) -> Period:
    assert found.previous_period, "a change has the period that it is from"
    return found.previous_period


def _way(found: Finding) -> int:
    return ((found.change or 0) > 0) - ((found.change or 0) < 0)


def _verb(found: Finding) -> str:
    return VERBS[_way(found)]


def _more(found: Finding) -> str:
    return "more" if (found.change or 0) > 0 else "fewer"


def _short(period: Period) -> str:
    label = period.year_label
    return f"the y{label[1:]}" if label.startswith("Year to") else label


# Form in brackets -> what it says of a finding's years, or of those since one that is named.
SPANS: Mapping[str, Callable[[YearSpan], Spoken]] = {
    "average change a year": average,
    "simple average change a year": simple_average,
    "average difference a year": average_difference,
    "annual changes": annual,
    "turning point": turning_point,
    "short and long run": short_and_long,
    "largest rise": largest_rise,
    "largest fall": largest_fall,
    "highest year": highest_year,
    "lowest year": lowest_year,
}
