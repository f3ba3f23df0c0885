"""Drawings as files: their bytes, their texts and their size."""

import re
import subprocess
import sys
from xml.etree import ElementTree as ET

import matplotlib as mpl
import pytest

from report.assessment import Exhibit
from report.charts import CHARTS, size
from report.charts.svg import svg
from tests.charts.drawings import LOOK, TOKENS, diagram, drawn, exhibit

KINDS: dict[str, Exhibit] = {
    kind: exhibit(
        kind, ["2022/23", "2023/24"], {"Arson & fire": ["[c]", 1], "Cost of 5$ to 9$": [7, 1234]}
    )
    for kind in ("lines", "area_bars", "period_bars", "ranked_bars", "spark")
} | {
    "structure": diagram("structure", "[Arson & fire: [Cost of 5$ to 9$, '1,234']]"),
    "cycle": diagram("cycle", "[Arson & fire, Cost of 5$ to 9$, '1,234']"),
    "stages": diagram("stages", "[Arson & fire: [Cost of 5$ to 9$, '1,234', Most]]"),
    "formula": diagram("formula", "['Arson & fire = Cost of 5$ to 9$ × 1,234']"),
}
HEX = re.compile(rb"#[0-9a-fA-F]{6}")


def texts(drawing: bytes) -> set[str]:
    """List the texts of an SVG file."""
    root = ET.fromstring(drawing)
    return {"".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text")}


def test_every_kind_is_tried_here() -> None:
    """A new kind of chart joins these tests; texts of some kinds are in tests of their own."""
    own = {"area_map", "control_chart", "funnel", "risk_matrix"}
    assert set(CHARTS) - own == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_text_stays_text(kind: str) -> None:
    """Labels can be searched and selected, with whatever signs are in them."""
    found = " ".join(texts(svg(drawn(KINDS[kind]))))

    if kind == "spark":  # its tile names it
        assert set(found.split()) == {"1", "2023/24"}
        return
    assert "Arson & fire" in found
    assert "Cost of 5$ to 9$" in found
    assert "1,234" in found


@pytest.mark.parametrize("kind", KINDS)
def test_the_user_s_own_style_changes_nothing(kind: str) -> None:
    """The same exhibit gives the same bytes, whatever Matplotlib's settings are."""
    expected = svg(drawn(KINDS[kind]))

    with mpl.rc_context({"font.size": 30, "svg.fonttype": "path", "axes.grid.axis": "both"}):
        assert expected == svg(drawn(KINDS[kind]))


def test_another_process_writes_the_same_bytes() -> None:
    """Neither the hash seed nor the time of day is in a file."""
    code = (
        "import sys; from tests.charts.test_svg import KINDS, drawn, svg\n"
        "for exhibit in KINDS.values(): sys.stdout.buffer.write(svg(drawn(exhibit)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        cwd=TOKENS.parents[2],
        env={"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"},
    )

    assert b"".join(svg(drawn(exhibit)) for exhibit in KINDS.values()) == done.stdout


@pytest.mark.parametrize("kind", KINDS)
def test_every_colour_is_one_of_the_tokens(kind: str) -> None:
    """No colour is written in a chart: each in the file is the style sheet's."""
    named = {LOOK.paper, LOOK.ink, LOOK.muted, LOOK.rule, LOOK.strong, LOOK.earlier, *LOOK.series}

    assert {colour.decode().upper() for colour in HEX.findall(svg(drawn(KINDS[kind])))} <= named


@pytest.mark.parametrize("kind", KINDS)
def test_the_size_is_known_before_the_drawing(kind: str) -> None:
    """A page can be laid out by the millimetres that `size` gives; the drawing keeps to them."""
    across, up = drawn(KINDS[kind]).get_size_inches() * 25.4

    assert size(KINDS[kind]) == pytest.approx((across, up))
    assert across == pytest.approx(46 if kind == "spark" else 170)
