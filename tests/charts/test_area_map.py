"""Areas filled by class: what is drawn, what the legend says, what is told in words."""

from collections.abc import Mapping
from itertools import pairwise
from math import hypot

import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, PathPatch, Rectangle

from report import colours
from report.assessment import Cell, Column, Exhibit, Row
from report.charts import area_map as areas
from report.charts import size
from report.charts.boxes import Box
from report.charts.compass import LONGEST, METRES, bar
from report.charts.labels import apart, around
from report.charts.svg import svg
from tests.charts.drawings import LOOK, collisions, described, drawn, outside, words
from tests.charts.drawings import cell as marker

SIDE = 1_000
PLACES = {"A": (0, 1), "B": (1, 1), "C": (2, 1), "D": (0, 0), "E": (1, 0), "F": (2, 0)}

# Name of an area -> its value, or a marker.
Values = Mapping[str, float | str]

FIVE: Values = {"A": 50, "B": 40, "C": 30, "D": 20, "E": 10, "F": 0}


def outline(column: int, row: int) -> str:
    """Write a square of a kilometre as `assessment.Column` says, in metres."""
    east, north = 450_000 + column * SIDE, 310_000 + row * SIDE
    middle = f"{east + SIDE // 2} {north + SIDE // 2}"
    return f"{middle};{east} {north} 0 {SIDE} {SIDE} 0 0 -{SIDE}"


# Three areas far from the others, so that those are small.
FAR = [outline(column, 0) for column in (20, 30, 40)]


def area_map(
    values: Values,
    *,
    labels: Mapping[int, str] | None = None,
    ranks: int = 0,
    wider: bool = False,
    twin: str = "",
) -> Exhibit:
    """Make a map of squares: a class for each value, the first ones with their rank."""
    columns = [("area", "text"), ("value", "offences"), ("rank", "rank"), ("class", "class")]
    columns += [
        ("label", "label"),
        ("from", "offences"),
        ("to", "offences"),
        ("outline", "outline"),
    ]
    numbers = {v for v in values.values() if not isinstance(v, str) and v}
    steps = {number: step for step, number in enumerate(sorted(numbers), start=1)}
    rows = []
    for at, (name, value) in enumerate(values.items()):
        step = None if isinstance(value, str) else steps.get(value, 0)
        marked = marker(value) if isinstance(value, str) else None
        cells = [
            Cell(value=f"Ward {name}"),
            marked or Cell(value=value),
            Cell(value=at + 1 if at < ranks else None),
            marked or Cell(value=step),
            Cell(value=(labels or {}).get(step or 0)),
            Cell(value=None if marked else value),
            Cell(value=None if marked else value),
            Cell(value=outline(*PLACES[name])),
        ]
        rows.append(Row(key=name, cells=tuple(cells)))
    if wider:
        nothing = [Cell()] * 6
        around_all = "451500 311000;450000 310000 0 2000 3000 0 0 -2000"
        cells = [Cell(value="All"), *nothing, Cell(value=around_all)]
        rows.append(Row(key="all", cells=tuple(cells), role="group"))
    marks = {key: key for key, _ in columns if key not in ("area", "value", "label")}
    return Exhibit(
        id="map.made.up",
        name="made up",
        kind="area_map",
        form="map",
        measure="Burglary",
        geography="Middlemarch",
        columns=tuple(
            Column(key=key, label="Ward" if key == "area" else "Offences", unit=unit)
            for key, unit in columns
        ),
        rows=tuple(rows),
        marks={"label": "area", "values": "value", "class label": "label", **marks},
        twin=twin,
    )


def filled(figure: Figure) -> dict[str, int]:
    """Give the colour, or the hatching, of each class drawn, and how many areas it fills."""
    patches = [p for p in figure.axes[0].patches if isinstance(p, PathPatch)]
    return {
        p.get_hatch() or to_hex(p.get_facecolor()).upper(): np.asarray(p.get_path().codes)
        .tolist()
        .count(1)
        for p in patches
        if p.get_fill()
    }


def test_every_class_has_its_colour_the_darker_the_higher() -> None:
    """Five classes from the lightest to the darkest token; nothing counted is paper."""
    found = filled(drawn(area_map(FIVE)))

    assert found == dict.fromkeys((LOOK.paper, *LOOK.classes), 1)


@pytest.mark.parametrize(
    ("values", "shades"),
    [({"A": 9}, [4]), ({"A": 9, "B": 4}, [0, 4]), ({"A": 9, "B": 4, "C": 2}, [0, 2, 4])],
)
def test_fewer_classes_are_spread_over_the_shades(values: Values, shades: list[int]) -> None:
    """One class is the darkest; two are the lightest and the darkest."""
    found = filled(drawn(area_map(values)))

    assert list(found) == [LOOK.classes[at] for at in shades]


def test_shades_are_told_apart_in_grey_print() -> None:
    """Each is 1.5 times as dark as the next lighter one, the lightest than the paper."""
    lights = [colours.luminance(c) for c in (LOOK.paper, *LOOK.classes)]

    assert all(colours.contrast(a, b) > 1.5 for a, b in pairwise(lights))


def test_what_has_no_figure_differs_by_its_hatching_not_by_colour() -> None:
    """Nothing counted, not shown and no figure are all on paper: plain, crossed, striped."""
    figure = drawn(area_map({"A": 9, "B": 0, "C": "[c]", "D": "[x]"}))

    hatches = [key for key in filled(figure) if not key.startswith("#")]
    assert len(set(hatches)) == len(hatches) == 2
    assert LOOK.paper in filled(figure)
    assert words(figure)[:5] == ["Offences", "9", "0", "not shown [c]", "no figure [x]"]


def test_the_legend_holds_the_classes_in_use_the_highest_first() -> None:
    """With the lowest and the highest value of each, and the names of declared classes."""
    text = words(drawn(area_map({"A": 9, "B": 4}, labels={1: "Usual", 2: "High"})))

    assert text[:3] == ["Offences", "High: 9", "Usual: 4"]
    assert "not shown [c]" not in text


def test_an_area_is_as_large_as_it_is_and_north_is_up() -> None:
    """Squares of a kilometre are squares; A, in the north-west, is the upper left one."""
    figure = drawn(area_map({"A": 9, "D": 4, "F": 2}))
    boxes = {}
    for patch in figure.axes[0].patches:
        if isinstance(patch, PathPatch):
            points = np.asarray(patch.get_path().vertices)
            boxes[to_hex(patch.get_facecolor()).upper()] = (points.min(axis=0), points.max(axis=0))
    (a0, a1), (d0, _), (f0, f1) = (boxes[LOOK.classes[at]] for at in (4, 2, 0))

    assert (a1 - a0)[0] == pytest.approx((a1 - a0)[1], abs=0.05)
    assert a0[0] == d0[0]
    assert a0[1] < d0[1]  # y runs down
    assert f0[0] > d0[0]
    assert (f1 - f0)[0] == pytest.approx((a1 - a0)[0], abs=0.05)


def test_a_wider_area_is_a_line_without_a_class() -> None:
    """It is no entry of the legend, and fills nothing."""
    figure = drawn(area_map(FIVE, wider=True))

    assert len([p for p in figure.axes[0].patches if isinstance(p, PathPatch)]) == 7
    assert filled(figure) == filled(drawn(area_map(FIVE)))
    assert "1 area" in described(area_map({"A": 1}, wider=True))


def test_the_area_set_apart_has_the_thickest_line_and_a_field() -> None:
    """It is thicker than the line around wider areas, and the legend names it last."""
    exhibit = area_map(FIVE, wider=True)
    figure = drawn(exhibit.model_copy(update={"marks": exhibit.marks | {"strong": "B"}}))

    patches = figure.axes[0].patches
    lines = [p.get_linewidth() for p in patches if isinstance(p, PathPatch) and not p.get_fill()]
    fields = [p.get_linewidth() for p in patches if isinstance(p, Rectangle)]
    assert lines == sorted(lines)
    assert lines[0] < lines[1] == fields[6]
    assert words(figure)[:8] == ["Offences", "50", "40", "30", "20", "10", "0", "Ward B"]


def test_many_areas_of_one_colour_run_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Their line is of their colour, as grey ones would make a town a knot; hatching keeps its."""
    values: Values = {"A": 9, "B": 4, "C": "[c]"}
    few = [p for p in drawn(area_map(values)).axes[0].patches if isinstance(p, PathPatch)]
    monkeypatch.setattr(areas, "MANY", 2)
    many = [p for p in drawn(area_map(values)).axes[0].patches if isinstance(p, PathPatch)]

    assert {to_hex(p.get_edgecolor()).upper() for p in few} == {LOOK.earlier}
    for patch in many:
        own = LOOK.earlier if patch.get_hatch() else to_hex(patch.get_facecolor()).upper()
        assert to_hex(patch.get_edgecolor()).upper() == own


def test_ranks_stand_on_discs_and_in_the_legend_with_the_names() -> None:
    """Values are in the table that the map leads to, or else behind the names."""
    exhibit = area_map(FIVE, ranks=3)
    figure = drawn(exhibit)

    assert len([p for p in figure.axes[0].patches if isinstance(p, Circle)]) == 3
    assert {"Ward A 50", "Ward B 40", "Ward C 30"} <= set(words(figure))
    assert "Ward A" in words(drawn(area_map(FIVE, ranks=3, twin="table.x")))


def test_areas_that_share_a_rank_have_numbers_of_their_own() -> None:
    """A second and a third area, both "2=", are 2 and 3: a number is of one disc and one name."""
    exhibit = area_map(FIVE, ranks=3)
    at = [column.key for column in exhibit.columns].index("rank")
    tied = Cell(value=2, tied=True)
    rows = [
        row.model_copy(update={"cells": (*row.cells[:at], tied, *row.cells[at + 1 :])})
        for row in exhibit.rows[1:3]
    ]
    changed = (exhibit.rows[0], *rows, *exhibit.rows[3:])
    figure = drawn(exhibit.model_copy(update={"rows": changed}))

    found = [text for text in words(figure) if text.rstrip("=") in {"1", "2", "3"}]
    assert sorted(found) == ["1", "1", "2", "2", "3", "3"]


def test_leaders_end_at_the_rim_below_all_discs() -> None:
    """Three discs for three areas smaller than a disc: no line crosses a number."""
    exhibit = area_map(FIVE, ranks=3)
    at = [column.key for column in exhibit.columns].index("outline")
    small = [
        row.model_copy(update={"cells": (*row.cells[:at], Cell(value=place))})
        for row, place in zip(
            exhibit.rows,
            [*(f"{450_000 + 9 * n} 311000;450000 311000 0 9 9 0 0 -9" for n in range(3)), *FAR],
            strict=True,
        )
    ]
    axes = drawn(exhibit.model_copy(update={"rows": tuple(small)})).axes[0]
    drawings = axes.get_children()
    leaders = [
        at
        for at, each in enumerate(drawings)
        if isinstance(each, Line2D) and each.get_linewidth() == areas.LEADER
    ]
    discs = [
        (at, each)
        for at, each in enumerate(drawings)
        if isinstance(each, Circle) and each.radius == areas.DISC / 2
    ]

    assert leaders
    assert max(leaders) < min(at for at, _ in discs)
    assert {drawings[at].get_zorder() for at in leaders} == {each.get_zorder() for _, each in discs}
    ends = [np.asarray(drawings[at].get_xydata())[1] for at in leaders]  # type: ignore[attr-defined]
    reach = [min(hypot(*(end - each.center)) for _, each in discs) for end in ends]
    assert reach == pytest.approx([areas.DISC / 2] * len(leaders))


def test_labels_that_would_meet_move_apart_and_stay_in_the_room() -> None:
    """Ten discs at one point; none is nearer to another than its own width."""
    room = Box(0, 0, 100, 100)
    found = apart([around((1, 50 + at / 100), 4, 4) for at in range(10)], room)

    assert not [(a, b) for n, a in enumerate(found) for b in found[n + 1 :] if a.meets(b, 0)]
    assert all(0 <= box.x <= 96 and 0 <= box.y <= 96 for box in found)
    assert max(hypot(b.middle[0] - 1, b.middle[1] - 50) for b in found) < 30


@pytest.mark.parametrize("scale", [130 / 80_000, 130 / 20_000, 130 / 2_500, 130 / 700_000])
def test_the_bar_is_a_round_length_that_has_room(scale: float) -> None:
    """From the City of London to the whole country; 1 mile is 1,609.344 m."""
    for unit, metres in METRES.items():
        length, text = bar(unit, scale)
        number = float(text.split()[0])
        assert length == pytest.approx(number * metres * scale)
        assert LONGEST / 2.6 < length <= LONGEST
        assert text.lstrip("0.").rstrip(" kmiles0")[0] in "125"


@pytest.mark.parametrize("ranks", [0, 6])
def test_texts_keep_to_the_figure_and_apart(ranks: int) -> None:
    """Legend, discs, north and scale."""
    figure = drawn(area_map(FIVE, ranks=ranks, wider=True))

    assert outside(figure) == []
    assert collisions(figure) == []


def test_the_size_is_known_before_it_is_drawn() -> None:
    """Six squares, three across: two thirds as high as wide, unless the legend needs more."""
    wide, high = size(area_map(FIVE))

    assert wide == 170
    assert 65 < high < 75  # two thirds of what the legend leaves of 170


def test_the_same_map_is_the_same_bytes() -> None:
    """Hatching too has a name that is no lot."""
    exhibit = area_map({"A": 9, "B": "[c]"}, ranks=1)

    assert svg(drawn(exhibit)) == svg(drawn(exhibit))


def test_alt_text_names_the_top_areas_and_the_classes() -> None:
    """With values, with ranks, and where values are withheld."""
    assert described(area_map(FIVE)) == (
        "Map of Burglary by ward in Middlemarch, offences: 6 areas."
        " Areas with most: Ward A 50; Ward B 40; Ward C 30; Ward D 20; Ward E 10."
        " Classes: 50: 1 area; 40: 1 area; 30: 1 area; 20: 1 area; 10: 1 area; 0: 1 area."
    )
    assert "Areas with most: 1 Ward A 50; 2 Ward B 40. " in described(area_map(FIVE, ranks=2))
    assert described(area_map({"A": "[c]", "B": "[c]"})) == (
        "Map of Burglary by ward in Middlemarch, offences: 2 areas."
        " Classes: not shown [c]: 2 areas."
    )
