"""Categories weighted by the harm they do, now and in the comparison, by the same weights."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from report.assessment import Audience
from report.measures import harm, places, rates
from report.measures.harm import Harm
from report.sections.desk import Desk, guarded
from report.sections.weights import Weights


@dataclass(frozen=True)
class Weighed:
    """What a section of harm works with.

    whole: the category that the others are parts of, "" for none. now, before: category -> its
    harm, `before` without those that have no earlier count. total: of the whole, or of all
    categories together.
    """

    desk: Desk
    weights: Weights
    whole: str
    now: Mapping[str, Harm]
    before: Mapping[str, Harm]
    total: Harm

    @classmethod
    def of(cls, desk: Desk, weights: Weights, categories: Sequence[str], whole: str) -> "Weighed":
        """Weight the categories. Raises InputError where no source counts one in the period."""

        def weigh(category: str) -> Harm:
            found = weights.weigh(category, desk.own, desk.period)
            if found is None:
                what = f"no source counts '{category}' for {desk.period.label}"
                do = "add rows for it to a source of counts or of offence codes, or take it out"
                raise desk.missing(what, do, "categories")
            return found

        now = {c: weigh(c) for c in categories}
        total = weigh(whole) if whole else harm.added(now.values())
        every = [*categories, *([whole] if whole else [])]
        then = {c: weights.weigh(c, desk.own, desk.comparison) for c in every if _safe(desk, c)}
        before = {c: each for c, each in then.items() if each is not None}
        return cls(desk, weights, whole, now, before, total)

    @cached_property
    def ranked(self) -> list[str]:
        """The categories that have a weight, with most harm first."""
        found = {c: each.total for c, each in self.now.items() if each.weighted}
        return [c for c, _, _ in places.ranked(found)]

    @cached_property
    def audience(self) -> Audience:
        """Keep all of it as close as the smallest count: a harm can be divided by its weight.

        The counts of two weights follow from their harm and their sum.
        """
        every = (*self.now.values(), *self.before.values(), self.total)
        counts = (
            (*each.apart, each.weighted, each.counted - each.weighted, each.counted)
            for each in every
        )
        return guarded(self.desk, chain.from_iterable(counts))

    def label(self, category: str) -> str:
        """Give a category's name."""
        return self.desk.category(category).label

    def count_share(self, category: str) -> float | None:
        """Give a category's share of all that was counted, in %."""
        return rates.share_pct(self.now[category].counted, self.total.counted)

    def harm_share(self, category: str) -> float | None:
        """Give a category's share of all harm, in %."""
        return rates.share_pct(self.now[category].total, self.total.total)

    def sources(self, *categories: str) -> tuple[str, ...]:
        """Give the sources of the counts of some categories, and of the weights."""
        offences = self.desk.tables.offences
        by_code = offences.loc[offences["area"] == self.desk.own, "source"]
        counted = [*by_code] or self.desk.sources(*categories)
        return tuple(dict.fromkeys((*counted, self.weights.source)))


def _safe(desk: Desk, category: str) -> bool:
    return not any(caution.change == "withheld" for caution in desk.cautions(category))
