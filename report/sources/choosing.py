"""The rows of a table that a number rests on, where the table holds no counts of a category.

A rate among peers rests on each member's counts, harm on the counts of the codes and their weights,
a score on what each scorer gave.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from report.assessment import slug
from report.config.groupings import below, plain
from report.config.study import Study
from report.periods import Period

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Wanted:
    """What is counted: a category, by its id, in areas, by their codes, over a period.

    theme: the last word of the id of what is scored.
    """

    category: str
    areas: tuple[str, ...]
    period: Period
    theme: str = ""


def _of_category(rows: "pd.DataFrame", wanted: Wanted, _: Study) -> "pd.DataFrame":
    return rows[rows["category"] == wanted.category]


def _positions(rows: "pd.DataFrame", wanted: Wanted, study: Study) -> "pd.DataFrame":
    found = _of_category(rows, wanted, study)
    return found[found["as_at"] == wanted.period.last]


def _rates(rows: "pd.DataFrame", wanted: Wanted, study: Study) -> "pd.DataFrame":
    found = _of_category(rows, wanted, study)
    return _during(found[found["area"].isin(wanted.areas)], wanted)


def _members(rows: "pd.DataFrame", wanted: Wanted, study: Study) -> "pd.DataFrame":
    """Choose the months, or the whole period, of every member."""
    found = _of_category(rows, wanted, study)
    return found[(found["first"] >= wanted.period.first) & (found["last"] <= wanted.period.last)]


def _coded(rows: "pd.DataFrame", wanted: Wanted, study: Study) -> "pd.DataFrame":
    return _during(_of_codes(rows[rows["area"].isin(wanted.areas)], wanted, study), wanted)


def _of_codes(rows: "pd.DataFrame", wanted: Wanted, study: Study) -> "pd.DataFrame":
    inside = below(study.categories, wanted.category)
    codes = {plain(code) for each in inside for code in study.categories[each].codes}
    return rows[[plain(code) in codes for code in rows["code"]]]


def _scored(rows: "pd.DataFrame", wanted: Wanted, _: Study) -> "pd.DataFrame":
    return rows[[slug(theme) == wanted.theme for theme in rows["theme"]]]


def _during(rows: "pd.DataFrame", wanted: Wanted) -> "pd.DataFrame":
    return rows[(rows["first"] == wanted.period.first) & (rows["last"] == wanted.period.last)]


Choose = Callable[["pd.DataFrame", Wanted, Study], "pd.DataFrame"]

# Table -> how its rows are chosen, and the column that adds up to the number, if one does.
CHOSEN: Mapping[str, tuple[Choose, str]] = {
    "peers": (_positions, "position"),
    "rates": (_rates, "rate"),
    "peer_counts": (_members, ""),
    "offences": (_coded, ""),
    "weights": (_of_codes, ""),
    "scores": (_scored, ""),
}
# Tables whose rows are of no period.
TIMELESS = ("weights", "scores")
