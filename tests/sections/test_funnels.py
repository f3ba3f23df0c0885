"""The funnel of a table's areas: rows, limits as the labels use them, and what is left out."""

from pathlib import Path

import pytest

from report.assessment import Exhibit
from tests.editions import EDITION, problems_of, sections_of
from tests.labelled import PEOPLE, labelled
from tests.made_up import altered
from tests.pages import assessed, page, read


def funnel(folder: Path, method: str) -> Exhibit:
    """Give the funnel of shoplifting by beat."""
    config = labelled(folder, f"labels: {method}\n          funnel: true")
    found = sections_of(config)["shoplifting"].exhibits
    return next(exhibit for exhibit in found if exhibit.kind == "funnel")


def cells(found: Exhibit, key: str) -> dict[str, object]:
    """Give the values of a row by the keys of their columns."""
    row = next(row for row in found.rows if row.key == key)
    return {c.key: one.value for c, one in zip(found.columns, row.cells, strict=True)}


def test_all_areas_of_the_county_are_in_it(tmp_path: Path) -> None:
    """The own ones first, the county as a total, nine others, and the points of the limits."""
    found = funnel(tmp_path, "poisson funnel")

    roles = [row.role for row in found.rows]
    assert (roles.count("row"), roles.count("total"), roles.count("rest")) == (3, 1, 9)
    assert cells(found, "county")["rate"] == pytest.approx(1000 * 215 / 15000)
    assert cells(found, "tipton") | {"count": 70, "people": 2000, "rate": 35.0} == cells(
        found, "tipton"
    )


def test_the_furthest_out_stands_first(tmp_path: Path) -> None:
    """Tipton is 3.7 times as far out as its limit, Frick just beyond; all three are beyond."""
    found = funnel(tmp_path, "poisson funnel")

    assert [row.key for row in found.rows if row.role == "row"] == ["tipton", "frick", "lowick"]
    assert found.shown == 3


@pytest.mark.parametrize("method", ["poisson funnel", "overdispersed funnel"])
def test_what_is_beyond_the_limits_is_labelled_so(tmp_path: Path, method: str) -> None:
    """Of every area of the county: high above the upper limit, low below the lower one."""
    found = funnel(tmp_path, method)
    for row in found.rows:
        if row.role not in ("row", "rest"):
            continue
        one = cells(found, row.key)
        rate, label = float(str(one["rate"])), str(one["label"])
        assert (rate > float(str(one["high"]))) == label.endswith("Significantly High")
        assert (rate > float(str(one["highest"]))) == (label == "Very Significantly High")
        assert (rate < float(str(one["low"]))) == (label == "Significantly Low")


def test_limits_by_hand(tmp_path: Path) -> None:
    """Tipton: 28.67 expected, the spread of test_labelling: 1.96 √(0.00872 + 0.01689) = 0.3137.

    28.67 × (1 ± 0.3137)² is 13.5 and 49.5 of 2,000 people: 6.75 and 24.73 per 1,000.
    """
    one = cells(funnel(tmp_path, "default"), "tipton")

    assert one["low"] == pytest.approx(6.75, abs=0.01)
    assert one["high"] == pytest.approx(24.73, abs=0.01)


@pytest.mark.parametrize(
    ("method", "names"),
    [
        ("poisson funnel", ["95% limits"] * 2 + ["99.8% limits"] * 2),
        # how many areas lie within depends on how they differ, which nobody knows
        ("default", ["limits at 1.96"] * 2 + ["limits at 3.09"] * 2),
    ],
)
def test_limits_are_called_by_what_they_are(tmp_path: Path, method: str, names: list[str]) -> None:
    """Intervals of chance hold so many per cent; others are so many deviations away."""
    assert [c.group for c in funnel(tmp_path, method).columns if c.group] == names


def test_an_area_of_which_too_few_are_expected_has_no_place(tmp_path: Path) -> None:
    """Of Frick's 300 people 4.5 are expected: it is named below the chart instead."""
    config = labelled(tmp_path, "labels: default\n          funnel: true")
    altered(tmp_path, PEOPLE, "Frick,2022,1000", "Frick,2022,300")
    text = read(page(assessed(config)), "analysis")

    assert "Too few are expected of Frick to be shown here." in text
    assert "the dashed ones its limits at 1.96, the others its limits at 3.09." in text


def test_the_page_has_the_figures_of_those_beyond(tmp_path: Path) -> None:
    """And the county's; the other beats' are in assessment.json."""
    config = labelled(tmp_path, "labels: poisson funnel\n          funnel: true")
    text = read(page(assessed(config)), "analysis")

    assert "Areas of Middlemarch beyond the limits of Figure" in text
    assert "Exampleshire 215 15,000 14.3" in text
    assert "Other-1" not in text


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        ("labels: counts above the mean", "labels by 'counts above the mean' have no funnel"),
        ("labels: none", "labels by 'none' have no funnel to draw"),
        ("rate: true", "'funnel' draws the limits of labels; add 'labels: default'"),
    ],
)
def test_labels_without_a_funnel_are_told(tmp_path: Path, labels: str, said: str) -> None:
    """A chart with other limits than the table's labels would contradict it."""
    config = labelled(tmp_path, f"{labels}\n          funnel: true")
    found = problems_of(config)

    assert any(said in problem for problem in found), found


def test_a_funnel_of_nothing_is_told(tmp_path: Path) -> None:
    """Where fewer than five are expected everywhere there is nothing to draw."""
    config = labelled(tmp_path, "labels: default\n          funnel: true")
    altered(tmp_path, "config/classification.yaml", "least: 5\n\n  # The same", "least: 500\n\n#")

    assert "too few are expected of every beat to draw a funnel" in problems_of(config)[0]
    assert EDITION in problems_of(config)[0]


@pytest.mark.parametrize(("others", "audience"), [(10, "public"), (9, "partner")])
def test_small_counts_of_the_county_keep_a_funnel_from_the_public(
    tmp_path: Path, others: int, audience: str
) -> None:
    """The table holds the own areas alone, none of them small; the funnel holds all."""
    config = labelled(tmp_path, "labels: default\n          funnel: true", others)
    altered(
        tmp_path, EDITION, "title: Shoplifting\n", "title: Shoplifting\n        audience: public\n"
    )
    found = {e.kind: e.audience for e in sections_of(config)["shoplifting"].exhibits}

    assert found["table"] == "public"
    assert found["funnel"] == audience
