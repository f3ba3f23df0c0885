"""What a map costs: seconds and bytes that a page with it takes more than a page without it.

The ground is made up: a county of 600 areas whose borders have a point about every 30 metres, as
boundaries of the full extent have. A map drawn from outlines as print can show them is measured by
turns with one drawn from all the points of the file.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from math import hypot, sin
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import shapely

from report.assessment import Cell, Column, Exhibit, Row
from report.charts import area_map, look, size
from report.charts.svg import svg
from report.document.pdf import print_pdf
from report.sources import outlines

TOKENS = Path(__file__).parent.parent / "templates" / "style" / "tokens.css"

ACROSS, DOWN, SIDE, EVERY = 30, 20, 2_000, 30
TURNS = 5
AIM = (0.3, 150)

Point = tuple[float, float]


@dataclass(frozen=True)
class Cost:
    """Seconds and kilobytes of one run."""

    outline: float
    draw: float
    pdf: float
    size: float


def bent(point: Point) -> Point:
    """Move a point of a straight grid, so that borders wind as real ones do."""
    x, y = point
    east = 300 * sin(x / 900 + y / 500) + 60 * sin(y / 120) + 15 * sin(y / 41)
    north = 300 * sin(y / 800 - x / 700) + 60 * sin(x / 130) + 15 * sin(x / 37)
    return 430_000 + x + east, 290_000 + y + north


def county() -> dict[str, shapely.Polygon]:
    """Lay out areas that share their borders."""
    found = {}
    for at in range(ACROSS * DOWN):
        x, y = at % ACROSS * SIDE, at // ACROSS * SIDE
        corners = [(x, y), (x + SIDE, y), (x + SIDE, y + SIDE), (x, y + SIDE), (x, y)]
        ring = [bent(point) for a, b in pairwise(corners) for point in between(a, b)]
        found[f"A{at:03}"] = shapely.Polygon(ring)
    return found


def between(a: Point, b: Point) -> list[Point]:
    """Give points of a straight line, the same ones in either direction."""
    steps = round(hypot(b[0] - a[0], b[1] - a[1]) / EVERY)
    parts = (step / steps for step in range(steps))
    return [(round(a[0] + (b[0] - a[0]) * p, 3), round(a[1] + (b[1] - a[1]) * p, 3)) for p in parts]


def exhibit(texts: dict[str, str], decimals: int) -> Exhibit:
    """Make a map of five classes."""
    units = {"area": "text", "value": "offences", "class": "class"}
    units |= {"from": "offences", "to": "offences", "outline": "outline"}
    rows = []
    for at, (code, text) in enumerate(texts.items()):
        step = at * 7 % 5 + 1
        values = (f"Area {code}", 10 * step, step, 10 * step, 10 * step, text)
        rows.append(Row(key=code, cells=tuple(Cell(value=value) for value in values)))
    return Exhibit(
        id="map",
        name="map",
        kind="area_map",
        form="map",
        measure="Made-up crime",
        columns=tuple(
            Column(key=k, label=k, unit=u, decimals=decimals if k == "outline" else None)
            for k, u in units.items()
        ),
        rows=tuple(rows),
        marks={"label": "area", "values": "value", **{k: k for k in list(units)[2:]}},
    )


def page(folder: Path, drawing: bytes, across: float, up: float) -> tuple[float, float]:
    """Print a page with a drawing, and give seconds and kilobytes."""
    (folder / "map.svg").write_bytes(drawing)
    style = f"width: {across}mm; height: {up}mm"
    head = '<!DOCTYPE html><html lang="en"><head><title>Map</title></head>'
    html = f'{head}<body><h1>Map</h1><img src="map.svg" alt="A map" style="{style}"></body></html>'
    start = perf_counter()
    made = print_pdf(html, folder, 0)
    return perf_counter() - start, len(made) / 1000


def measured(folder: Path, outlined: Callable[[], tuple[dict[str, str], int]]) -> Cost:
    """Measure one map against an empty drawing of its size."""
    start = perf_counter()
    shown = exhibit(*outlined())
    outline = perf_counter()
    drawing = svg(area_map.draw(shown, look.read(TOKENS)))
    drawn = perf_counter()
    empty = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
    seconds, kilobytes = page(folder, drawing, *size(shown))
    without, least = page(folder, empty, *size(shown))
    return Cost(outline - start, drawn - outline, seconds - without, kilobytes - least)


def main() -> None:
    """Measure by turns, and print the medians and their ratios."""
    areas = county()
    parts = {code: [code] for code in areas}
    ways: dict[str, Callable[[], tuple[dict[str, str], int]]] = {
        "as print can show": lambda: outlines.drawn(areas, parts, {}),
        "as fine as the file": lambda: ({c: outlines.text(a, 0, 100) for c, a in areas.items()}, 0),
    }
    costs: dict[str, list[Cost]] = {name: [] for name in ways}
    with TemporaryDirectory() as folder:
        for turn in range(TURNS + 1):
            for name, outlined in ways.items():
                cost = measured(Path(folder), outlined)
                costs[name] += [cost] if turn else []  # the first turn loads the libraries
    points = sum(len(shapely.get_coordinates(area)) for area in areas.values())
    title = f"A map of {len(areas)} areas, {points:,} points in the file; medians of {TURNS} turns"
    print_table(title, {name: middle(found) for name, found in costs.items()})


def middle(costs: list[Cost]) -> list[float]:
    """Give the medians of some runs, column by column."""
    return [
        median(cost.outline for cost in costs),
        median(cost.draw for cost in costs),
        median(cost.pdf for cost in costs),
        median(cost.draw + cost.pdf for cost in costs),
        median(cost.size for cost in costs),
    ]


def print_table(title: str, rows: dict[str, list[float]]) -> None:
    """Print the two rows, and the second one's ratios to the first."""
    heads = ("outlines", "drawing", "PDF", "each map", "size")
    out = [title, f"{'':20}" + "".join(f"{head:>11}" for head in heads)]
    for name, (*seconds, kilobytes) in rows.items():
        out.append(f"{name:20}{''.join(f'{s:9.2f} s' for s in seconds)}{kilobytes:8.0f} kB")
    one, other = rows.values()
    ratios = "".join(f"{b / a:10.1f}×" for a, b in zip(one, other, strict=True))
    out += [f"{'ratio':20}{ratios}", f"{'aim':20}{'':33}{AIM[0]:9.2f} s{AIM[1]:8.0f} kB"]
    out.append("Outlines are made once for all maps of the same areas.")
    sys.stdout.write("\n".join(out) + "\n")


if __name__ == "__main__":
    main()
