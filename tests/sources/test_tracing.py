"""The rows that a count was made of are found again, and add up to it."""

from pathlib import Path

import pytest

from report.assessment import SourceRecord
from report.sources.reading import read_sources
from report.sources.tracing import SHOWN, Evidence, evidence
from tests.editions import COUNTS, EDITION, sections_of, study_of
from tests.made_up import ROOT, altered, project


class Again:
    """An edition whose sources are read again."""

    def __init__(self, config: Path) -> None:
        sections = sections_of(config).values()
        self.findings = {f.id: f for s in sections for f in s.findings}
        self.study = study_of(config)
        self.tables, self.records = read_sources(self.study)

    def evidence(self, id_: str, then: tuple[SourceRecord, ...] = ()) -> Evidence:
        """Find the rows behind a finding."""
        given = (self.study, self.tables, self.records, then or self.records)
        return evidence(*given, self.findings[id_])


def test_a_typed_count_is_its_rows_of_both_periods(tmp_path: Path) -> None:
    """Robbery: line 4 of counts.csv says 12, line 5 says 20 a year earlier."""
    now, before = Again(project(tmp_path)).evidence("count.robbery").rows

    assert now.header == "category,area,first,last,count"
    assert now.rows == ((COUNTS, 4, "Robbery,Middlemarch,2023-04-01,2023-12-05,12"),)
    assert before.rows == ((COUNTS, 5, "Robbery,Middlemarch,2022-04-01,2022-12-05,20"),)
    assert (now.total, before.total) == (12, 20)


def test_an_area_has_its_own_rows(tmp_path: Path) -> None:
    """Shoplifting in Tipton is line 15 alone: 70."""
    (rows,) = Again(project(tmp_path)).evidence("count.shoplifting.beat-2").rows

    assert rows.rows == ((COUNTS, 15, "Shoplifting,Tipton,2023-04-01,2023-12-05,70"),)


def test_a_position_is_a_row_of_its_file(tmp_path: Path) -> None:
    """Robbery was 1st on 31 October 2023 (line 5 of peers.csv), 3rd a year before (line 4)."""
    now, before = Again(project(tmp_path)).evidence("position.robbery").rows

    peers = "data/middlemarch/2023-24/peers.csv"
    assert now.rows == ((peers, 5, "robbery,2023-10-31,1,3"),)
    assert before.rows == ((peers, 4, "robbery,2022-10-31,3,3"),)


@pytest.fixture(scope="module")
def middlemarch() -> Again:
    """The committed edition with harm, peers and scores."""
    return Again(ROOT / "config/middlemarch/2024-25.yaml")


def test_harm_is_the_counts_of_its_codes_times_their_weights(middlemarch: Again) -> None:
    """The rows found, multiplied here, come to the finding."""
    found = middlemarch.findings["harm.violence-with-injury"]
    counts, weights, before = middlemarch.evidence(found.id).rows

    days = {text.split(",")[0]: float(text.split(",")[-1]) for _, _, text in weights.rows}
    for value, traced in ((found.value, counts), (found.previous, before)):
        rows = [text.split(",") for _, _, text in traced.rows]
        assert sum(days[row[0]] * int(row[-1]) for row in rows) == value
    assert (counts.total, weights.total, weights.period) == (None, None, None)


def test_a_rate_among_peers_rests_on_the_months_of_every_member(middlemarch: Again) -> None:
    """Fifteen partnerships, twelve months: 180 rows."""
    (rows,) = middlemarch.evidence("peer-rate.shoplifting").rows

    assert rows.number == 15 * 12


def test_a_risk_rests_on_the_scores_of_its_theme(middlemarch: Again) -> None:
    """No other theme's scores are shown, and the district's among them."""
    found = middlemarch.evidence("score.harm.vehicle-crime").rows

    assert {one.source for one in found} == {"harm-scores"}
    path = ROOT / "data/middlemarch/2024-25/harm-scores.csv"
    own = [
        line for line in path.read_text("utf-8").splitlines() if line.startswith("Vehicle crime,")
    ]
    assert found[0].number == len(own)


def test_a_set_of_areas_has_the_rows_of_all(tmp_path: Path) -> None:
    """Lowick and Tipton together: 300 + 400 = 700, after 310 + 390 = 700."""
    config = project(tmp_path)
    old = "{kind: places, id: beats, title: By beat, category: all-crime, areas: beat}"
    new = old[:-1] + ", sets: [{name: the west, areas: [Lowick, Tipton]}]}"
    altered(tmp_path, EDITION, old, new)

    rows = Again(config).evidence("count.all-crime.the-west").rows

    assert [(one.number, one.total) for one in rows] == [(2, 700), (2, 700)]


def test_a_file_that_was_changed_since_has_no_rows(tmp_path: Path) -> None:
    """Its rows would be those of another number."""
    config = project(tmp_path)
    then = Again(config).records
    altered(tmp_path, COUNTS, "2023-12-05,12", "2023-12-05,13")

    again = Again(config).evidence("count.robbery", then)

    assert again.rows == ()
    assert [record.id for record in again.changed] == ["counts"]


def test_rows_of_single_offences_add_up_to_the_counts() -> None:
    """The made-up district's counts are those of rows read again: whole, in areas, of months."""
    again = Again(ROOT / "config/middlemarch/2024-25.yaml")
    for start in ("count.", "share.", "rolling.", "month."):
        chosen = [f for f in again.findings.values() if f.id.startswith(start) and f.value]
        for finding in chosen[:: max(1, len(chosen) // 3)]:
            rows = again.evidence(finding.id).rows
            value = finding.value or 0
            if finding.measure == "share":
                value = value * (finding.of or 0) / 100
            own = [r.total or 0 for r in rows if r.period == finding.period]
            assert sum(own) == pytest.approx(value)
            assert {r.columns for r in rows} == {("Month", "LSOA code", "Crime type")}
            assert all(len(r.rows) == (r.number if r.number <= SHOWN else 0) for r in rows)


def test_few_single_offences_are_shown_as_they_stand() -> None:
    """Each is a line of a file of its month, in the category of the publisher."""
    again = Again(ROOT / "config/middlemarch/2024-25.yaml")
    small = [f for f in again.findings.values() if f.measure == "count" and f.value]
    least = min(small, key=lambda f: f.value or 0)

    rows = again.evidence(least.id).rows[0]

    assert rows.number == least.value
    assert "Crime type" in rows.header
    assert all(text.count(",") == rows.header.count(",") for _, _, text in rows.rows)
