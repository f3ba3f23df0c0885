"""Section kind "tracker": what became of last year's recommendations."""

from pathlib import Path

from report.words import cell, phrase
from tests.editions import EDITION, problems_of, sections_of
from tests.made_up import altered, project

TRACKER = "data/middlemarch/2023-24/tracker.csv"


def test_each_recommendation_has_a_status_in_words_and_mark(tmp_path: Path) -> None:
    """A status is never a colour alone; one that was not published is said to be so."""
    table = sections_of(project(tmp_path))["tracker"].exhibits[0]

    assert [
        [cell(item, column) for item, column in zip(row.cells, table.columns, strict=True)]
        for row in table.rows
    ] == [
        ["1", "Set up a strategic group.", "It met in June.", "● Complete"],
        ["2", "Review the plan.", "", "– Not published"],
    ]


def test_rows_stand_in_order_of_number(tmp_path: Path) -> None:
    """The order of the file is free; 10 comes after 2."""
    config = project(tmp_path)
    altered(tmp_path, TRACKER, "1,Set up", "10,Set up")

    assert sections_of(config)["tracker"].exhibits[0].values("number") == [2, 10]


def test_statuses_are_counted(tmp_path: Path) -> None:
    """One of two is complete; the count is singular for one."""
    found = {f.id: f for f in sections_of(project(tmp_path))["tracker"].findings}

    assert sorted(found) == ["tracker.complete", "tracker.not-published"]
    assert phrase(found["tracker.complete"], "count") == "1 recommendation"
    assert found["tracker.complete"].of == 2


def test_an_unknown_status_is_a_problem(tmp_path: Path) -> None:
    """The line of the file is named, with the nearest status."""
    config = project(tmp_path)
    altered(tmp_path, TRACKER, ",complete", ",completed")

    assert problems_of(config) == [
        f"{TRACKER}:2: status: 'completed' is not known; did you mean 'complete'?"
    ]


def test_a_tracker_needs_a_source(tmp_path: Path) -> None:
    """Without last year's recommendations there is nothing to track."""
    config = project(tmp_path)
    line = "  before: {file: tracker.csv, layout: tracker, title: Recommendations of 2022/23}\n"
    altered(tmp_path, EDITION, line, "")

    assert problems_of(config) == [
        f"{EDITION}:43: no source has the layout 'tracker'; "
        "add the recommendations of the edition before as a source"
    ]
