"""No figure of a committed edition moves unseen."""

from pathlib import Path

import pytest

from report.assessment import load
from tests import golden
from tests.editions import EDITIONS


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_finding_moves_unseen(editions: Path, edition: str) -> None:
    """Every finding has the value, the origin and the words that are committed for it."""
    found = golden.text(load(editions / edition / "assessment.json"))
    assert found == golden.file(edition).read_text(encoding="utf-8")
