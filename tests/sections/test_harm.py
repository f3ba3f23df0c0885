"""Section kind "harm": counts weighted by harm, by examples worked by hand."""

from csv import DictReader
from pathlib import Path

import pytest

from report.assessment import Exhibit, Finding, Section
from report.words import cell, phrase, statement
from tests.editions import EDITION, problems_of, sections_of
from tests.made_up import altered, project
from tests.pages import assessed, page, read
from tests.sources.test_extract import REAL, real

DATA = "data/middlemarch/2023-24"
# Robbery by code in two years, and shoplifting; drugs have no weight.
CODES = """\
code,area,first,last,count
34A,Middlemarch,2023-04-01,2023-12-05,3
34B,Middlemarch,2023-04-01,2023-12-05,9
46,Middlemarch,2023-04-01,2023-12-05,130
92E,Middlemarch,2023-04-01,2023-12-05,8
34A,Middlemarch,2022-04-01,2022-12-05,5
34B,Middlemarch,2022-04-01,2022-12-05,15
46,Middlemarch,2022-04-01,2022-12-05,100
"""
WEIGHTS = """\
code,offence,days
34A,Robbery of business property,300
34B,Robbery of personal property,200
46,Shoplifting,2
"""
YAML = """\
period: {first: 2023-04-01, last: 2023-12-05, basis: year to date}
history: 1
published: 2024-01-31
status: final
document: {title: Middlemarch strategic assessment}
sources:
  counts: {file: counts.csv, layout: counts, title: Offences}
  codes: {file: codes.csv, layout: offences, title: Offences by code}
  population: {file: population.csv, layout: population, title: Residents}
  weights: {file: weights.csv, layout: harm-index, title: Made-up index, values: {version: "2023"}}
sections:
  - kind: harm
    id: harm
    title: Harm
    weights: weights
    categories: [shoplifting, robbery, drug-offences]
    whole: all-crime
  - {kind: methods, id: methods, title: Sources and methods}
"""


def harmful(folder: Path) -> Path:
    """Lay out the made-up edition with offences by code and their weights."""
    config = project(folder)
    config.write_text(YAML, encoding="utf-8")
    (folder / DATA / "codes.csv").write_text(CODES, encoding="utf-8")
    (folder / DATA / "weights.csv").write_text(WEIGHTS, encoding="utf-8")
    return config


def section(config: Path) -> Section:
    """Assess the harm."""
    return sections_of(config)["harm"]


def finding(config: Path, id_: str) -> Finding:
    """Give one finding of it."""
    return next(f for f in section(config).findings if f.id == id_)


def shown(table: Exhibit) -> list[list[str]]:
    """Give the cells of a table as they are printed."""
    return [
        [cell(item, column) for item, column in zip(row.cells, table.columns, strict=True)]
        for row in table.rows
    ]


def test_the_ranking_by_harm_stands_beside_that_by_count(tmp_path: Path) -> None:
    """Robbery: 3 * 300 + 9 * 200 = 2,700 of 2,960, 91.2 %; shoplifting: 130 * 2 = 260, 8.8 %.

    Of 150 offences 12 are 8 %, 130 are 86.7 %. Drugs have no weight, and no place in a ranking.
    """
    table, _ = section(harmful(tmp_path)).exhibits

    assert [c.label for c in table.columns[1:]] == [
        *("Count", "Share", "Rank", "Harm", "Share", "Rank", "Places"),
    ]
    assert shown(table) == [
        ["Robbery", "12", "8.0%", "2", "2,700", "91.2%", "1", "↑ up 1"],
        ["Shoplifting", "130", "86.7%", "1", "260", "8.8%", "2", "↓ down 1"],
        ["Drug Offences", "8", "5.3%", "[z]", "[z]", "[z]", "[z]", "[z]"],
        ["All Crime", "150", "100.0%", "", "2,960", "100.0%", "", ""],
    ]


def test_the_chart_draws_the_shares(tmp_path: Path) -> None:
    """Those of the categories with a weight, as they stand in the table."""
    table, chart = section(harmful(tmp_path)).exhibits

    assert (chart.kind, chart.twin) == ("period_bars", table.id)
    assert shown(chart) == [["Robbery", "8.0%", "91.2%"], ["Shoplifting", "86.7%", "8.8%"]]


def test_harm_changes_by_the_same_weights(tmp_path: Path) -> None:
    """A year earlier robbery came to 5 * 300 + 15 * 200 = 4,500 from 20 offences.

    All came to 4,700 from 120: 2,960 is 37.0 % less. Robbery has no percentage, as 20 is below 50.
    """
    config = harmful(tmp_path)

    assert phrase(finding(config, "harm.robbery"), "harm change") == "fell from 4,500 to 2,700"
    every = finding(config, "harm.all-crime")
    assert phrase(every, "harm change") == "fell by 37.0%, from 4,700 to 2,960"
    assert statement(every) == "All Crime: harm fell by 37.0%, from 4,700 to 2,960"
    assert phrase(finding(config, "harm-share.robbery"), "harm share") == "91.2%"


def test_all_harm_has_a_rate(tmp_path: Path) -> None:
    """The three beats have 6,000 residents: 2,960 among them is 493 per 1,000."""
    rate = finding(harmful(tmp_path), "harm-rate.all-crime")

    assert rate.value == 1000 * 2960 / 6000
    assert phrase(rate, "harm rate") == "493 per 1,000 residents"


def test_scheme_version_and_what_has_no_weight_are_printed(tmp_path: Path) -> None:
    """8 of 150 offences have no weight: 5.3 %, all of the drug offences."""
    text = read(page(assessed(harmful(tmp_path))), "harm")

    assert "The harm of All Crime fell by 37.0%, from 4,700 to 2,960." in text
    assert "Harm came to 493 per 1,000 residents." in text
    assert "Weights: Made-up index, version 2023. In all 493 per 1,000 residents (2022)." in text
    assert (
        "5.3% of the offences have no weight and are not in any harm: of Drug Offences 100.0%."
        in text
    )


def test_a_category_is_weighted_whole_where_its_codes_share_a_weight(tmp_path: Path) -> None:
    """Without counts by code shoplifting, which is one code, can be weighted: 130 * 2 = 260.

    Robbery is business and personal; its two codes have two weights, and which of them the 12
    robberies were is not known. Of all 920 offences 790 have no weight, 85.9 %.
    """
    config = harmful(tmp_path)
    codes = "  codes: {file: codes.csv, layout: offences, title: Offences by code}\n"
    altered(tmp_path, EDITION, codes, "")
    altered(tmp_path, EDITION, "robbery, drug-offences]", "robbery]")
    table, _ = section(config).exhibits

    assert shown(table) == [
        ["Shoplifting", "130", "14.1%", "1", "260", "100.0%", "1", "↔ no change"],
        ["Robbery", "12", "1.3%", "[z]", "[z]", "[z]", "[z]", "[z]"],
        ["All Crime", "920", "100.0%", "", "260", "100.0%", "", ""],
    ]
    assert table.weighting
    assert table.weighting.unweighted == {"Robbery": 100}
    assert table.weighting.unweighted_pct == 100 * 790 / 920


def test_two_codes_counted_as_one_take_the_weight_they_share(tmp_path: Path) -> None:
    """The Home Office counts homicide as 1/4.1/4.10/4.2; each of them weighs 5,000 here."""
    config = harmful(tmp_path)
    altered(tmp_path, EDITION, "[shoplifting,", "[homicide, shoplifting,")
    with (tmp_path / DATA / "codes.csv").open("a", encoding="utf-8") as file:
        file.write("1/4.1/4.10/4.2,Middlemarch,2023-04-01,2023-12-05,1\n")
    with (tmp_path / DATA / "weights.csv").open("a", encoding="utf-8") as file:
        file.write("1,Murder,5000\n4.1,Manslaughter,5000\n")

    assert finding(config, "harm.homicide").value == 5000


@real
def test_the_weights_of_the_severity_score_can_be_used(tmp_path: Path) -> None:
    """The published list has one weight for each code; every code counted here has one."""
    config = harmful(tmp_path)
    file = REAL / "crime_codes" / "severity_codes.csv"
    found = "weights.csv, layout: harm-index"
    altered(tmp_path, EDITION, found, f"{file.as_posix()}, layout: severity-weights")
    with file.open(encoding="utf-8") as lines:
        weights = {row["code_original"]: float(row["weight"]) for row in DictReader(lines)}
    table, _ = section(config).exhibits

    robbery = 3 * weights["34A"] + 9 * weights["34B"]
    assert finding(config, "harm.robbery").value == pytest.approx(robbery)
    assert table.weighting
    assert table.weighting.unweighted == {}


TWICE = "34A,Robbery of business property,301\n"


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        (
            EDITION,
            "weights: weights\n",
            "weights: weight\n",
            "no source 'weight' of weights; did you mean 'weights'?",
        ),
        (
            EDITION,
            "weights: weights\n",
            "weights: people\n",
            "no source 'people' of weights; use one of weights",
        ),
        (
            EDITION,
            "weights: weights\n",
            'weights: weights\n    version: "2020"\n',
            "'weights' holds the versions 2023; choose one of them: versions are never mixed",
        ),
        (
            f"{DATA}/weights.csv",
            WEIGHTS,
            WEIGHTS + TWICE.replace("Robbery of", "Robbing"),
            "the code 34A has two weights, 300 and 301; keep the one of your choice in the file",
        ),
        (
            EDITION,
            "[shoplifting,",
            "[anti-social-behaviour, shoplifting,",
            "no source counts 'anti-social-behaviour' for 1 April to 5 December 2023",
        ),
    ],
)
def test_weights_that_do_not_say_what_is_meant_are_a_problem(
    tmp_path: Path, file: str, old: str, new: str, problem: str
) -> None:
    """Of another name, of another version, two for one code; and a category nobody counts."""
    config = harmful(tmp_path)
    altered(tmp_path, file, old, new)

    assert problem in problems_of(config)[0]


def test_small_counts_stay_inside(tmp_path: Path) -> None:
    """In a public section: 8 drug offences keep the table and every harm for partners."""
    config = harmful(tmp_path)
    altered(tmp_path, EDITION, "    title: Harm\n", "    title: Harm\n    audience: public\n")
    found = section(config)

    assert {f.audience for f in found.findings} == {"partner"}
    assert {e.audience for e in found.exhibits} == {"partner"}


# Of codes with weights of 300 and 200 days, of 2, of 7, and of none, in the period.
MANY = {"34A": 13, "34B": 19, "46": 130, "92D": 20, "92E": 20}


@pytest.mark.parametrize(
    ("few", "audience"),
    [
        ({}, "public"),
        # 8 * 7 days are 56, and 56 / 7 is 8
        ({"92D": 8, "92E": 12}, "partner"),
        # the unweighted share of 20 is 40%
        ({"92D": 12, "92E": 8}, "partner"),
        # 28 offences and 6,500 days: 300 a + 200 (28 - a) = 6,500, so that a is 9
        ({"34A": 9, "34B": 19}, "partner"),
    ],
)
def test_what_a_harm_can_be_worked_back_to_stays_inside(
    tmp_path: Path, few: dict[str, int], audience: str
) -> None:
    """In a public section, no count by weight that follows from harm and count is below 10."""
    config = harmful(tmp_path)
    altered(tmp_path, EDITION, "    title: Harm\n", "    title: Harm\n    audience: public\n")
    altered(tmp_path, f"{DATA}/weights.csv", WEIGHTS, f"{WEIGHTS}92D,Possession,7\n")
    lines = [f"{c},Middlemarch,2023-04-01,2023-12-05,{n}\n" for c, n in (MANY | few).items()]
    head = "code,area,first,last,count\n"
    (tmp_path / DATA / "codes.csv").write_text(head + "".join(lines), encoding="utf-8")
    found = section(config)

    assert {f.audience for f in found.findings} == {audience}
    assert {e.audience for e in found.exhibits} == {audience}


def test_a_year_without_counts_by_code_is_not_compared(tmp_path: Path) -> None:
    """Its counts by category would be weighted in another way."""
    config = harmful(tmp_path)
    altered(tmp_path, f"{DATA}/codes.csv", CODES, CODES[: CODES.index("34A,Middlemarch,2022")])

    assert finding(config, "harm.robbery").previous is None
    assert statement(finding(config, "harm.robbery")) == "Robbery: harm of 2,700"
