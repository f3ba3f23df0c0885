"""Files of scores, read as the program reads them."""

import shutil
from datetime import date
from pathlib import Path

from report.sources.reading import read_sources
from tests.editions import study_of
from tests.made_up import ROOT
from tests.scored import SCORES, scored


def test_scores_are_read_as_they_were_given(tmp_path: Path) -> None:
    """ "n/a" and an empty cell differ; a factor and a day may be missing."""
    config = scored(tmp_path)
    shutil.copy(ROOT / "tests/fixtures/layouts/scores.csv", tmp_path / SCORES)
    tables, records = read_sources(study_of(config))

    rows = tables.scores[tables.scores["source"] == "harm"]
    columns = ["theme", "factor", "scorer", "score", "scored"]
    physical, march = "Physical – Individual", date(2025, 3, 4)
    assert list(rows[columns].itertuples(index=False, name=None)) == [
        ("Burglary", physical, "Police", "2", march),
        ("Burglary", physical, "Fire and Rescue", "not applicable", march),
        ("Burglary", "Economic – Social", "Police", "3", march),
        ("Road safety", None, "Police", "10", None),
        ("Road safety", None, "Fire and Rescue", None, date(2022, 1, 31)),
    ]
    assert next(r.rows_used for r in records if r.id == "harm") == 5
