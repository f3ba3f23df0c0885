"""Changes between two counts as text: a sign or a direction word, never both."""

from report.assessment import Finding
from report.words.known import UNAVAILABLE, Unsayable, known, pair, unavailable
from report.words.numbers import noun, number, plain, sized


def change(finding: Finding) -> str:
    """Word a change in full: "fell by 6.2%, from 10,195 to 9,568 (a clear fall)".

    Raises Unsayable where there is no earlier figure and no caution says why.
    """
    if unavailable(finding):
        return f"is {UNAVAILABLE}"
    if any(caution.change == "withheld" for caution in finding.cautions):
        return f"was {plain(known(finding))}; no change is given"
    previous, value = pair(finding)
    if value == previous:
        return f"was unchanged at {plain(value)}"
    span = f"from {plain(previous)} to {plain(value)}"
    if finding.change_pct is None:
        return tested(finding, f"{'rose' if value > previous else 'fell'} {span}")
    return tested(finding, f"{moved(finding)}, {span}")


def tested(finding: Finding, text: str) -> str:
    """Put behind a change in words what the test says of it; cautions follow in brackets."""
    if not finding.variation:
        return text
    said = finding.variation.words
    return f"{text}, {said}" if finding.cautions else f"{text} ({said})"


def full_change(finding: Finding) -> str:
    """Word a change by all its numbers: "fell by 29.8%, from 57 to 40, 17 fewer (a clear fall)"."""
    if finding.change is None or finding.change == 0:
        return change(finding)
    bare = change(finding.model_copy(update={"variation": None}))
    more = f"{plain(abs(finding.change))} {'more' if finding.change > 0 else 'fewer'}"
    return tested(finding, f"{bare}, {more}")


def from_to(finding: Finding) -> str:
    """Word a change by its two numbers alone: "from 13 to 20"."""
    if unavailable(finding):
        return UNAVAILABLE
    previous, value = pair(finding)
    return f"from {plain(previous)} to {plain(value)}"


def short_change(finding: Finding) -> str:
    """Word a change in brief: "fell by 6.2% (a clear fall)"; in counts where no percentage is."""
    if finding.change_pct is None or finding.change == 0:
        return change(finding)
    return tested(finding, moved(finding))


def moved(finding: Finding) -> str:
    """Word a change without its test: "fell by 6.2%"; in counts where it has no percentage."""
    if finding.change_pct is not None and finding.change:
        return f"{'rose' if finding.change_pct > 0 else 'fell'} by {sized(finding.change_pct)}"
    return change(finding.model_copy(update={"variation": None}))


def arrow(finding: Finding) -> str:
    """Give the arrow that stands before a change in words: up, down, or both ways for none."""
    previous, value = pair(finding)
    return "↔" if value == previous else "↑" if value > previous else "↓"


def difference(finding: Finding) -> str:
    """Word a difference: "627 fewer offences", "1 more offence"; a remainder without a noun."""
    if unavailable(finding) or any(c.change == "withheld" for c in finding.cautions):
        return UNAVAILABLE
    if finding.measure in ("remainder", "gap"):
        value = known(finding)
    else:
        previous, current = pair(finding)
        value = current - previous
    word = "more" if value > 0 else "fewer"
    if value == 0:
        return "no more and no fewer"
    if finding.measure == "remainder":
        return f"{plain(abs(value))} {word}"
    return f"{plain(abs(value))} {word} {noun(abs(value), finding.unit)}"


def change_with_interval(finding: Finding) -> str:
    """Word a change with its interval: "fell by 29.8% (95% interval −53.2% to +5.1%)".

    Raises Unsayable where it is not tested, or from or to 0.
    """
    between = finding.variation.interval if finding.variation else None
    if between is None:
        raise Unsayable("has no interval", "use the form 'change'")
    low, high = (number(limit, "change %", 1) for limit in (between.low, between.high))
    return f"{moved(finding)} ({between.level:g}% interval {low} to {high})"
