"""Schemes of scores: what a file of config/schemes/ may say, told with its line."""

from pathlib import Path

import pytest

from report.config.schemes import read_scheme
from report.measures import risk
from tests.editions import problems_of
from tests.made_up import ROOT, altered
from tests.published_risk import LEICESTER
from tests.scored import scored

PLEM = "config/schemes/plem.yaml"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("- {least: 0, score: 1}", "- {least: 0.1, score: 1}", "'shares' have to rise"),
        ("least: 0.95,", "least: 0.5,", "'shares' have to rise, from a share of 0"),
        ("name: Low, least: 0", "name: Low, least: 1", "no band begins at 0"),
        ("name: Medium, least: 70", "name: Medium, least: 125", "two bands have the same 'least'"),
        ("combined: sum", "combined: total", "'total' is not known"),
        ("then: discuss", "then: discus", "did you mean 'discuss'?"),
        (
            "    states: {reducing: -1",
            "    factors: [{name: Volume}]\n    states: {reducing: -1",
            "give it either 'factors' or 'shares'",
        ),
    ],
)
def test_a_scheme_that_cannot_hold_is_refused(
    tmp_path: Path, old: str, new: str, problem: str
) -> None:
    """Before any score is read, with the file and the line."""
    config = scored(tmp_path)
    altered(tmp_path, PLEM, old, new)

    (found,) = problems_of(config)
    assert found.startswith(f"{PLEM}:")
    assert problem in found


def test_no_committed_scheme_claims_to_be_official() -> None:
    """Each says whose numbers it holds: a cut-off of ours is not the model's."""
    for path in (ROOT / "config" / "schemes").glob("*.yaml"):
        standing = read_scheme(path.stem, ROOT).standing
        assert "this program" in standing


def test_the_cut_offs_of_3_plem_lie_where_a_published_matrix_leaves_room() -> None:
    """Leicester 2010/11: the highest Low is 55, the Medium 90, the lowest High 165."""
    least = {band.name: band.least for band in read_scheme("plem", ROOT).bands}

    assert 55 < least["Medium"] <= 90 < least["High"] <= 165


@pytest.mark.parametrize("row", LEICESTER, ids=[row[0] for row in LEICESTER])
def test_the_committed_scheme_gives_the_published_matrix(row: tuple[object, ...]) -> None:
    """All 22 legible rows of Leicester 2010/11: probability, risk and band."""
    _, _, share, points, harm, score, grade = row
    scheme = read_scheme("plem", ROOT)
    (part,) = (part for part in scheme.parts if part.shares)
    assert isinstance(share, float)
    assert isinstance(harm, int)

    found = risk.probability(share, [(each.least, each.score) for each in part.shares])
    value = risk.risk([found, harm])
    assert (found, value) == (points, score)
    assert value is not None
    assert risk.band(value, {band.name: band.least for band in scheme.bands}) == grade
