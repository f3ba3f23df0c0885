"""Diagrams that any section may hold."""

from pathlib import Path

import pytest

from report import disclosure
from report.diff.exhibits import exhibits
from tests.editions import CHAPTER, EDITION, problems_of, sections_of
from tests.made_up import altered, project
from tests.pages import assessed, chapter, page, read

ROUND = "{name: Planning cycle, kind: cycle, items: [Assess, Plan, Act], note: Once a year.}"


def planned(folder: Path, *diagrams: str) -> Path:
    """Give the made-up project with diagrams in its analysis, and its chapter where it is."""
    config = project(folder)
    keys = f"    diagrams: [{', '.join(diagrams)}]\n    tables: [visits]\n"
    altered(folder, EDITION, "    tables: [visits]\n", keys)
    return config


def test_a_diagram_is_an_exhibit_of_levels_and_labels(tmp_path: Path) -> None:
    """Its rows are its list, its kind says how it is drawn; it is for partners unless said."""
    config = planned(tmp_path, ROUND)
    drawn = sections_of(config)["analysis"].exhibits[1]

    assert (drawn.id, drawn.kind) == ("diagram.analysis.planning-cycle", "cycle")
    assert (drawn.family, drawn.audience) == ("diagram", "partner")
    assert drawn.values("label") == ["Assess", "Plan", "Act"]
    assert drawn.values("level") == [1, 1, 1]


def test_titles_that_stand_twice_have_rows_of_their_own(tmp_path: Path) -> None:
    """Two groups may each have a working group."""
    groups = "{name: who, kind: structure, items: [{A: [Working group]}, {B: [Working group]}]}"
    drawn = sections_of(planned(tmp_path, groups))["analysis"].exhibits[1]

    assert [row.key for row in drawn.rows] == ["a", "working-group", "b", "working-group-3"]


def test_it_is_placed_numbered_and_printed_as_a_list(tmp_path: Path) -> None:
    """A bracket on a line of its own places it, one in a sentence becomes its number."""
    config = planned(tmp_path, ROUND)
    (tmp_path / CHAPTER).write_text(
        "As [diagram: planning cycle] shows.\n\n[diagram: Planning cycle]\n", encoding="utf-8"
    )
    made = page(assessed(config))

    assert read(made, "analysis") == (
        "2 Analysis As Figure 2 shows. Figure 2: Planning cycle "
        "The same as a list: Assess Plan Act Once a year."
    )
    assert '<ol class="in-words">' in chapter(made, "analysis")


def test_without_a_chapter_it_follows_the_default_flow(tmp_path: Path) -> None:
    """As a partner's table does, behind it."""
    config = planned(tmp_path, ROUND)
    altered(tmp_path, EDITION, "    chapter: analysis.md\n", "")
    text = read(page(assessed(config)), "analysis")

    assert text.index("Visits to the drop-in") < text.index("Planning cycle") < text.index("2.1")


def test_what_stands_below_a_line_is_a_list_inside_of_it(tmp_path: Path) -> None:
    """The list of a structure has the drawing's levels."""
    groups = "{name: who, kind: structure, items: [{A: [{B: [C]}, D]}]}"
    config = planned(tmp_path, groups)
    (tmp_path / CHAPTER).write_text("[diagram: who]\n", encoding="utf-8")
    html = "".join(chapter(page(assessed(config)), "analysis").split("\n"))

    inner = "<li>B<ul><li>C</li></ul></li><li>D</li>"
    assert f'<ul class="in-words"><li>A<ul>{inner}</ul></li></ul>' in html


@pytest.mark.parametrize(("broad", "wide"), [(4, False), (5, True)])
def test_a_broad_structure_needs_a_landscape_page(
    tmp_path: Path, broad: int, *, wide: bool
) -> None:
    """Groups side by side that hold others are counted."""
    groups = ", ".join(f"{{G{at}: [W{at}]}}" for at in range(broad))
    config = planned(tmp_path, f"{{name: who, kind: structure, items: [{{A: [{groups}, x, y]}}]}}")

    assert sections_of(config)["analysis"].exhibits[1].wide is wide


def test_a_list_of_another_shape_is_a_problem(tmp_path: Path) -> None:
    """With the diagram's line."""
    config = planned(tmp_path, "{name: a, kind: cycle, items: [b]}")

    assert problems_of(config) == [
        f"{EDITION}:29: diagrams.0: a cycle has 3 to 8 stages, this one has 1"
    ]


def test_two_diagrams_of_a_section_have_two_names(tmp_path: Path) -> None:
    """Otherwise a chapter could place neither."""
    config = planned(tmp_path, ROUND, ROUND.replace("Planning", "planning"))

    assert problems_of(config) == [
        f"{EDITION}:29: another diagram of this section is called 'planning cycle' too; "
        "give each a name of its own"
    ]


def test_only_a_public_diagram_leaves(tmp_path: Path) -> None:
    """A diagram's own mark counts, not its section's."""
    public = ROUND.replace("Planning", "Public").replace("}", ", audience: public}")
    made = disclosure.public(assessed(planned(tmp_path, ROUND, public)))

    names = [e.name for e in made.exhibits().values() if e.family == "diagram"]
    assert names == ["Public cycle"]


def test_the_comparison_says_whether_a_diagram_changed(tmp_path: Path) -> None:
    """Its rows are what it shows."""
    old = assessed(planned(tmp_path / "old", ROUND))
    new = assessed(planned(tmp_path / "new", ROUND.replace("Act", "Act at once")))

    kinds = [
        [change.kind for change in exhibits(old, other) if change.name == "Planning cycle"]
        for other in (old, new)
    ]
    assert kinds == [["unchanged"], ["changed"]]
