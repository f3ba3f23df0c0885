"""Groups as boxes within boxes, or on lines."""

import pytest
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from report.charts import size
from tests.charts.drawings import collisions, described, diagram, drawn, outside, words

# The groups that Charnwood's assessment of 2023/24 names.
GROUPS = """
- Charnwood Community Safety Partnership:
    - Joint Action Group
    - Loughborough Central Delivery Group (Beat 62)
    - Loughborough East Delivery Group (Beat 65)
    - Leads of the three strategic priorities
"""

DEEP = """
- Strategic Group:
    - Delivery Group: [Joint Action Group: [Beat meetings, Case reviews], Retail Group]
    - Prevent Board
    - Domestic Abuse Forum: [Survivors' panel]
- Scrutiny Panel
"""


def patches(figure: Figure) -> list[tuple[float, float, float, float]]:
    """List left, right, top and bottom of every box, in millimetres, as they were drawn."""
    found = figure.axes[0].patches
    return [
        (p.get_x(), p.get_x() + p.get_width(), p.get_y(), p.get_y() + p.get_height())
        for p in found
        if isinstance(p, FancyBboxPatch)
    ]


@pytest.mark.parametrize("lines", [False, True])
@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("text", [GROUPS, DEEP, "[Alone]", "[A, B, C, D, E, F]"])
def test_texts_keep_to_the_figure_and_apart(text: str, *, wide: bool, lines: bool) -> None:
    """Upright and across, one level or four."""
    figure = drawn(diagram("structure", text, wide=wide, lines=lines))

    assert outside(figure) == []
    assert collisions(figure) == []


def test_a_group_stands_inside_the_one_that_it_belongs_to() -> None:
    """The first box, with its full head, holds all the others; no line claims who reports."""
    figure = drawn(diagram("structure", GROUPS))
    whole, _, *inner = patches(figure)

    assert len(inner) == 4
    assert all(
        whole[0] < left < right < whole[1] and whole[2] < top < bottom < whole[3]
        for left, right, top, bottom in inner
    )
    assert len(figure.axes[0].lines) == 0


def test_lines_are_drawn_where_they_are_asked_for() -> None:
    """A line down from each group to those below it: no box holds another one then."""
    figure = drawn(diagram("structure", DEEP, lines=True))

    assert len(figure.axes[0].lines) > 0
    assert len(patches(figure)) == 10


def test_every_group_is_written_once() -> None:
    """None is lost, whatever its level."""
    written = " ".join(words(drawn(diagram("structure", DEEP)))).split()

    names = [str(value) for value in diagram("structure", DEEP).values("n")]
    assert sorted(written) == sorted(" ".join(names).split())


def test_alt_text_names_the_groups() -> None:
    """Two levels, and that the list has more."""
    assert described(diagram("structure", GROUPS)) == (
        "Diagram of 5 groups. Charnwood Community Safety Partnership: Joint Action Group; "
        "Loughborough Central Delivery Group (Beat 62); "
        "Loughborough East Delivery Group (Beat 65); Leads of the three strategic priorities."
    )
    assert described(diagram("structure", DEEP, lines=True)) == (
        "Diagram of 10 groups, with lines from each to those below it. "
        "Strategic Group: Delivery Group; Prevent Board; Domestic Abuse Forum. Scrutiny Panel. "
        "The list below names those inside of these."
    )


def test_a_landscape_page_has_its_width() -> None:
    """The size follows from the data."""
    assert size(diagram("structure", GROUPS))[0] == 170
    assert size(diagram("structure", GROUPS, wide=True))[0] == 247
