"""The published risk matrices that tests rest on are those of the folder of test data."""

import csv
import json

import pytest

from tests.made_up import ROOT
from tests.published_risk import LEICESTER, NORTH_WEST_LEICESTERSHIRE

SHARED = ROOT.parent / "shared"
AGENCIES = ("NWLDC", "Police", "Fire", "Community safety", "UAVA", "total")


def test_leicester_is_copied_cell_by_cell() -> None:
    """All 22 legible rows; the document writes "Med" for Medium."""
    path = SHARED / "reference" / "plem-leicester-2010-11.json"
    if not path.is_file():
        pytest.skip("../shared/reference is not there")
    rows = json.loads(path.read_text(encoding="utf-8"))

    keys = ("type", "count", "pct", "probability", "harm", "risk")
    assert [
        (*(r[key] for key in keys), {"Med": "Medium"}.get(r["band"], r["band"])) for r in rows
    ] == (list(LEICESTER))
    assert {r["control"] for r in rows} == {"C"}


def test_north_west_leicestershire_is_copied_cell_by_cell() -> None:
    """Seventeen themes, five agencies and the printed total; the asterisk of one leads nowhere."""
    path = SHARED / "seeds" / "data" / "004_t03_individual_harm_scores.csv"
    if not path.is_file():
        pytest.skip("../shared/seeds is not there")
    with path.open(encoding="utf-8", newline="") as file:
        found = {(r["crime_type"], r["agency"]): int(r["value"]) for r in csv.DictReader(file)}

    assert found == {
        (theme, agency): value
        for theme, (scores, total) in NORTH_WEST_LEICESTERSHIRE.items()
        for agency, value in zip(AGENCIES, (*scores, total), strict=True)
    }
