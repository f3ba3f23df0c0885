"""The labels of areas by last year's method and this year's."""

from pathlib import Path

import pytest

from report.assessment import Exhibit
from report.words import cell
from tests.editions import sections_of
from tests.labelled import DECLARED, labelled, last_year
from tests.pages import assessed, page, read


def tables(config: Path) -> list[Exhibit]:
    """Give the tables of both labels."""
    found = sections_of(config)["shoplifting"].exhibits
    return [exhibit for exhibit in found if exhibit.form == "labels side by side"]


def test_both_labels_stand_side_by_side(tmp_path: Path) -> None:
    """Of this year's figures: Lowick and Frick move, from declared counts to a funnel."""
    config = labelled(tmp_path, "labels: poisson funnel")
    last_year(tmp_path, DECLARED.replace("High", "Significantly High").replace("60", "25"))
    found = tables(config)[0]

    assert [(c.group, c.label) for c in found.columns] == [
        *(("", "Beat"), ("", "Shoplifting")),
        *(("Label by", "2022-23: declared counts"), ("Label by", "this year: poisson funnel")),
        ("", "Moves"),
    ]
    printed = [
        [cell(one, column) for one, column in zip(row.cells, found.columns, strict=True)]
        for row in found.printed()
    ]
    assert printed == [
        [
            "Tipton",
            "70",
            "Significantly High",
            "Very Significantly High",
            "◆\N{NO-BREAK SPACE}moves",
        ],
        ["Lowick", "30", "Significantly High", "Significantly Low", "◆\N{NO-BREAK SPACE}moves"],
        ["Frick", "25", "Significantly High", "Significantly High", "stays"],
    ]
    assert found.classified[1].moved == ("Tipton", "Lowick")


def test_the_areas_whose_label_moves_are_named(tmp_path: Path) -> None:
    """In a sentence under the table, after what each method is."""
    config = labelled(tmp_path, "labels: poisson funnel")
    last_year(tmp_path, "labels: counts above the mean")
    text = read(page(assessed(config)), "analysis")

    assert (
        "Last year's method: Labels compare each beat with all 12 beats in Exampleshire, those of "
        'Middlemarch among them, by the method of 2022-23, "counts above the mean": its count with '
        "17.9"
    ) in text
    assert (
        "By this year's method another label stands beside Lowick and Frick. These labels move "
        "because the method has changed; both are of the figures of 1 April to 5 December 2023."
    ) in text


@pytest.mark.parametrize(
    ("now", "before"),
    [
        # the same method
        ("labels: poisson funnel", "labels: poisson funnel"),
        ("labels: default", "labels: overdispersed funnel"),
        ("labels: as last year", "labels: poisson funnel"),
        (DECLARED, DECLARED),
        # no labels, then or now
        ("labels: poisson funnel", "rate: false"),
        ("rate: false", "labels: poisson funnel"),
        # not wanted
        ("labels: poisson funnel\n          side_by_side: false", DECLARED),
    ],
)
def test_without_a_change_of_method_there_is_no_table(
    tmp_path: Path, now: str, before: str
) -> None:
    """The one table of labels says it all."""
    config = labelled(tmp_path, now)
    last_year(tmp_path, before)

    assert tables(config) == []


def test_the_first_edition_has_nothing_to_set_beside(tmp_path: Path) -> None:
    """Without an edition before there is no second method."""
    assert tables(labelled(tmp_path)) == []


def test_declared_counts_that_differ_are_two_methods(tmp_path: Path) -> None:
    """Moved goalposts are a change of method: Lowick's 30 and Frick's 25 part."""
    config = labelled(tmp_path, DECLARED)
    last_year(tmp_path, DECLARED.replace("60", "28"))

    assert tables(config)[0].classified[1].moved == ("Lowick",)
