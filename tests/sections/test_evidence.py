"""Section kind "evidence": what is known of each category and area, and the verdict."""

from pathlib import Path

import pytest

from report.assessment import Exhibit, Section
from report.words import cell, phrase, statement
from tests.editions import COUNTS, EDITION, PARTNERSHIP, problems_of, sections_of
from tests.made_up import ROOT, altered, project
from tests.pages import assessed, page, read

PLAN = (
    "{kind: evidence, id: evidence, title: Evidence, areas: beat, "
    "categories: [all-crime, shoplifting]}"
)
STORE = "data/middlemarch/2023-24/recommendations.csv"
RULE = "config/evidence.yaml"


def evidence(config: Path) -> Section:
    """Assess the evidence of the made-up edition."""
    return sections_of(config)["evidence"]


def by_size(folder: Path) -> Path:
    """Lay out the made-up project with a rule that asks for the size of a change alone."""
    config = project(folder)
    altered(folder, RULE, ", beyond normal variation\n    clear: true\n", "\n")
    return config


def planned(folder: Path, keys: str) -> Path:
    """Give the section of the made-up edition other keys."""
    config = by_size(folder)
    altered(folder, EDITION, PLAN, f"{{kind: evidence, id: evidence, title: Evidence, {keys}}}")
    return config


def added(folder: Path, rows: str) -> None:
    """Add rows to the counts."""
    path = folder / COUNTS
    path.write_text(path.read_text(encoding="utf-8") + rows, encoding="utf-8")


def shown(table: Exhibit) -> list[list[str]]:
    """Give a table's cells as they are printed."""
    return [
        [cell(item, column) for item, column in zip(row.cells, table.columns, strict=True)]
        for row in table.rows
    ]


def test_each_category_has_its_evidence_and_its_verdict(tmp_path: Path) -> None:
    """By hand: 920 of 1,000 is 8% less, 130 of 100 is 30% more; 12 and 130 of 920 are shares.

    Robbery fell from 20 to 12: below the small base of 50 there is no percentage, so no condition.
    """
    config = planned(tmp_path, "whole: all-crime, categories: [all-crime, robbery, shoplifting]")
    table = evidence(config).exhibits[0]

    assert [c.label for c in table.columns] == [
        *("Crime type", "Count", "Change", "Difference", "In words", "Share"),
        *("Most Similar Group position, 31 October 2023", "Since 31 October 2022"),
        *("Verdict", "Because"),
    ]
    better, worse = (f"{way} by 5% or more, and 20 or more" for way in ("better", "worse"))
    usual, none = "within normal variation", "no condition is met"
    assert shown(table) == [
        [
            *("All Crime", "920", "−8.0%", "−80", usual, "[z]", "2/3", "↔ no change"),
            *("● Improving", better),
        ],
        ["Robbery", "12", "[u]", "−8", usual, "1.3%", "1/3", "↑ up 2", "○ Watch", none],
        [
            *("Shoplifting", "130", "+30.0%", "+30", usual, "14.1%", "2/3", "↓ down 1"),
            *("▲ Challenge", worse),
        ],
    ]


@pytest.mark.parametrize(("count", "expected"), [(130, 0), (150, 1)])
def test_a_change_within_normal_variation_is_no_challenge(
    tmp_path: Path, count: int, expected: int
) -> None:
    """Exact tests of 100 against 130 and 150: p = 0.055 and 0.002 (scipy's binomtest, by hand)."""
    config = project(tmp_path)
    altered(tmp_path, COUNTS, "2023-12-05,130", f"2023-12-05,{count}")
    found = {f.id: f for f in evidence(config).findings}

    assert found["verdict.shoplifting"].value == expected


def test_a_verdict_is_a_finding_with_its_reason(tmp_path: Path) -> None:
    """1 is a challenge, -1 improving; an author words it, and reads why."""
    found = {f.id: f for f in evidence(by_size(tmp_path)).findings}
    verdict = found["verdict.shoplifting"]

    assert (verdict.value, found["verdict.all-crime"].value) == (1, -1)
    assert phrase(verdict, "verdict") == "is a challenge"
    assert statement(verdict) == "Shoplifting is a challenge"
    assert verdict.note == "worse by 5% or more, and 20 or more"


def test_categories_are_listed_by_verdict(tmp_path: Path) -> None:
    """Each list holds the changes of its categories."""
    assert [(each.name, each.findings) for each in evidence(by_size(tmp_path)).lists] == [
        ("challenge", ("count.shoplifting",)),
        ("improving", ("count.all-crime",)),
        ("watch", ()),
    ]


@pytest.mark.parametrize(
    ("polarity", "expected"),
    [
        # 30 more, 30 per cent
        ("lower is better", (1, "worse by 5% or more, and 20 or more")),
        ("higher is better", (-1, "better by 5% or more, and 20 or more")),
        ("ambiguous", (0, "more reports may mean more confidence")),
    ],
)
def test_a_verdict_follows_the_polarity(
    tmp_path: Path, polarity: str, expected: tuple[int, str]
) -> None:
    """A rise is for the worse, for the better, or neither."""
    config = by_size(tmp_path)
    label = "    label: Shoplifting\n"
    altered(tmp_path, "config/categories.yaml", label, f"{label}    polarity: {polarity}\n")
    found = {f.id: f for f in evidence(config).findings}["verdict.shoplifting"]

    assert (found.value, found.note) == expected


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        # robbery went from 20 to 12; from 3rd to 1st of 3, whose middle is the 2nd; 12 of 920
        ("difference: 8", -1),
        ("difference: 9", 0),
        ("change: 5", 0),
        ("small_base: true", -1),
        ("small_base: true, difference: 9", 0),
        ("half: true", -1),
        ("moved: 2", -1),
        ("moved: 3", 0),
        ("share: 1.3", -1),
        ("share: 1.4", 0),
        # 30, 25, 20, 12: fewer in each of three years
        ("years: 3", -1),
        ("years: 4", 0),
        ("moved: 2, difference: 9", 0),
    ],
)
def test_each_condition_by_hand(tmp_path: Path, condition: str, expected: int) -> None:
    """What the rule asks for under 'improving'; nothing is asked of a challenge."""
    rule = (
        f"rule: {{challenge: [], improving: [{{because: it is so, {condition}}}], "
        "watch: {otherwise: it is not, ambiguous: who knows}}"
    )
    config = planned(tmp_path, f"whole: all-crime, categories: [robbery], {rule}")
    altered(tmp_path, EDITION, "history: 1", "history: 3")
    altered(tmp_path, EDITION, "trend: true", "trend: false")
    added(
        tmp_path,
        "Robbery,Middlemarch,2020-04-01,2020-12-05,30\n"
        "Robbery,Middlemarch,2021-04-01,2021-12-05,25\n",
    )
    found = {f.id: f for f in evidence(config).findings}["verdict.robbery"]

    assert found.value == expected
    assert found.note == ("it is so" if expected else "it is not")


def test_the_worse_half_is_a_challenge(tmp_path: Path) -> None:
    """3rd of 3 lies beyond the 2nd, the middle; 22 more is 2.2%, less than the first condition."""
    config = by_size(tmp_path)
    altered(tmp_path, COUNTS, "2023-12-05,920", "2023-12-05,1022")
    altered(
        tmp_path,
        "data/middlemarch/2023-24/peers.csv",
        "all-crime,2023-10-31,2,3",
        "all-crime,2023-10-31,3,3",
    )
    found = {f.id: f for f in evidence(config).findings}["verdict.all-crime"]

    assert (found.value, found.note) == (1, "worse by 20 or more, in the worse half of its group")


def test_years_with_a_rise_are_counted(tmp_path: Path) -> None:
    """90, 95, 100, 130: three rises; all crime lacks a year, robbery is not asked for."""
    config = by_size(tmp_path)
    altered(tmp_path, EDITION, "history: 1", "history: 3")
    added(
        tmp_path,
        "Shoplifting,Middlemarch,2020-04-01,2020-12-05,90\n"
        "Shoplifting,Middlemarch,2021-04-01,2021-12-05,95\n"
        "All Crime,Middlemarch,2021-04-01,2021-12-05,1100\n",
    )
    table = evidence(config).exhibits[0]
    at = [c.key for c in table.columns].index("rises")

    assert table.columns[at].label == "Years with a rise"
    assert [row[at] for row in shown(table)] == ["[x]", "3 of 3"]


def test_areas_stand_by_rank_now_and_before(tmp_path: Path) -> None:
    """All crime: 400, 300, 200 after 390, 310, 250. Shoplifting by beat has no earlier counts."""
    table = evidence(by_size(tmp_path)).exhibits[1]

    assert [c.label for c in table.columns] == [
        *("Category", "Beat", "Count", "Change", "Rank", "Rank a year earlier"),
    ]
    assert shown(table) == [
        ["All Crime", "Tipton", "400", "+2.6%", "1", "1"],
        ["All Crime", "Lowick", "300", "−3.2%", "2", "2"],
        ["All Crime", "Frick", "200", "−20.0%", "3", "3"],
        ["Shoplifting", "Tipton", "70", "[x]", "1", "[x]"],
        ["Shoplifting", "Frick", "30", "[x]", "2=", "[x]"],
        ["Shoplifting", "Lowick", "30", "[x]", "2=", "[x]"],
    ]


def test_areas_with_little_may_be_left_out(tmp_path: Path) -> None:
    """Of 400, 300 and 200 two are 300 or more; where no area has so many there is no table."""
    keys = "areas: beat, least: 300, categories: [all-crime]"
    config = planned(tmp_path, keys)

    assert [row[1] for row in shown(evidence(config).exhibits[1])] == ["Tipton", "Lowick"]

    altered(tmp_path, EDITION, "least: 300", "least: 500")
    assert problems_of(config) == [
        f"{EDITION}:50: no beat counts 500 or more of any category; "
        "take 'areas:' out, or set a lower 'least:'"
    ]


def test_offences_and_incidents_are_cases(tmp_path: Path) -> None:
    """Where a table counts several things, its caption says no more than holds for all."""
    config = planned(tmp_path, "categories: [all-crime, anti-social-behaviour]")
    added(tmp_path, "ASB,Middlemarch,2023-04-01,2023-12-05,60\n")

    assert "Counts are of cases" in read(page(assessed(config)), "evidence")


STREET = """\
period: {first: 2023-10-01, last: 2023-11-30}
history: 2
published: 2024-01-31
status: final
document: {title: Middlemarch strategic assessment}
sources:
  street: {file: data/middlemarch/street, layout: police-uk-street, title: Street-level crime}
sections:
  - {kind: evidence, id: evidence, title: Evidence, areas: LSOA, number: 1,
     categories: [burglary, shoplifting]}
"""
# Year -> rows of October in the LSOAs 001A and 001B; November holds nothing but a theft of a bike.
BURGLARIES = {2021: (1, 2), 2022: (3, 2), 2023: (4, 4)}
SHOPLIFTING = {2021: (0, 4), 2022: (0, 3), 2023: (0, 2)}


def street(folder: Path) -> Path:
    """Lay out the made-up project with rows of single offences in six months."""
    config = project(folder)
    config.write_text(STREET, encoding="utf-8")
    areas = "".join(
        f"  - {{code: E0199990{n}, name: Middlemarch 001{letter}, kind: LSOA}}\n"
        for n, letter in ((1, "A"), (2, "B"))
    )
    altered(folder, PARTNERSHIP, "areas:\n", f"areas:\n{areas}")
    header = (ROOT / "tests/fixtures/layouts/police-uk-street.csv").read_text().splitlines()[0]
    (folder / "data/middlemarch/street").mkdir()
    for year in BURGLARIES:
        rows = [
            f",{year}-10,,,,,,E0199990{area},,{kind},,"
            for kind, counts in (("Burglary", BURGLARIES), ("Shoplifting", SHOPLIFTING))
            for area, number in enumerate(counts[year], start=1)
            for _ in range(number)
        ]
        rows.append(f",{year}-11,,,,,,E01999901,,Bicycle theft,,")
        for month in ("10", "11"):
            held = [row for row in rows if row.startswith(f",{year}-{month}")]
            path = folder / f"data/middlemarch/street/{year}-{month}-exampleshire-street.csv"
            path.write_text("\n".join([header, *held, ""]), encoding="utf-8")
    return config


def test_evidence_from_rows_of_single_offences(tmp_path: Path) -> None:
    """By hand: 3, 5 and 8 burglaries rise twice, 4, 3 and 2 thefts from shops never do.

    Of burglaries 001B had most in 2021, 001A in 2022, and in 2023 both had 4. 001B had all of the
    shoplifting in all three years.
    """
    first, second = evidence(street(tmp_path)).exhibits

    assert [(row[0], row[1], row[3], row[5]) for row in shown(first)] == [
        ("Burglary", "8", "+3", "2 of 2"),
        ("Shoplifting", "2", "−1", "0 of 2"),
    ]
    assert shown(second) == [
        ["Burglary", "Middlemarch 001A", "4", "[u]", "1=", "1", "2 of 3"],
        ["Shoplifting", "Middlemarch 001B", "2", "[u]", "1", "1", "3 of 3"],
    ]


def test_areas_that_stay_at_the_top(tmp_path: Path) -> None:
    """The first two of three beats in three years.

    2021: Frick 330, Tipton 320, Lowick 310. 2022: 250, 390, 310. 2023: 200, 400, 300.
    """
    config = planned(tmp_path, "areas: beat, number: 2, categories: [all-crime]")
    altered(tmp_path, EDITION, "history: 1", "history: 2")
    altered(tmp_path, EDITION, "trend: true", "trend: false")
    added(
        tmp_path,
        "All Crime,Frick,2021-04-01,2021-12-05,330\n"
        "All Crime,Tipton,2021-04-01,2021-12-05,320\n"
        "All Crime,Lowick,2021-04-01,2021-12-05,310\n",
    )
    table = evidence(config).exhibits[1]

    assert table.columns[-1].label == "Years in the first 2"
    assert [(row[1], row[-1]) for row in shown(table)] == [
        ("Tipton", "3 of 3"),
        ("Lowick", "2 of 3"),
    ]


def test_a_sensitive_category_is_never_public_by_area(tmp_path: Path) -> None:
    """The table of areas stays inside, that of categories leaves."""
    config = planned(tmp_path, "areas: beat, audience: public, categories: [all-crime]")
    label = "    label: All Crime\n"
    altered(tmp_path, "config/categories.yaml", label, f"{label}    sensitive: true\n")

    assert [e.audience for e in evidence(config).exhibits] == ["public", "partner"]


def test_a_small_count_of_the_year_before_keeps_the_table_inside(tmp_path: Path) -> None:
    """130 and +125 would tell of 5, which may point at a person; the whole table stays."""
    config = planned(tmp_path, "audience: public, categories: [all-crime, shoplifting]")
    assert evidence(config).exhibits[0].audience == "public"

    altered(tmp_path, COUNTS, "2022-12-05,100\n", "2022-12-05,5\n")
    section = evidence(config)
    assert section.exhibits[0].audience == "partner"
    assert {f.audience for f in section.findings if f.measure != "position"} == {"partner"}


def test_a_recommendation_may_rest_on_a_verdict(tmp_path: Path) -> None:
    """It is printed with what the rule makes of it, and refused once that is another one."""
    config = by_size(tmp_path)
    altered(tmp_path, STORE, "Shoplifting change", "Shoplifting verdict: challenge")

    text = read(page(assessed(config)), "recommendations")
    assert "Evidence: Shoplifting is a challenge." in text

    altered(tmp_path, COUNTS, "2023-12-05,130", "2023-12-05,102")
    assert problems_of(config) == [
        f"{STORE}:2: 'Shoplifting verdict' was cited as 'challenge', but Shoplifting is one to "
        "watch (no condition is met); look whether the recommendation still holds, and then write "
        "'Shoplifting verdict: watch'"
    ]


def test_the_heading_stands_on_the_page_of_the_wide_table(tmp_path: Path) -> None:
    """A heading alone on an upright page would announce nothing."""
    assert 'class="chapter evidence wide"' in page(assessed(by_size(tmp_path)))


@pytest.mark.parametrize(
    ("keys", "problem"),
    [
        (
            "areas: beet, categories: [all-crime]",
            "the partnership has no areas of kind 'beet'; did you mean 'beat'?",
        ),
        (
            "areas: beat, categories: [robbery]",
            "no source counts 'robbery' by beat for 1 April to 5 December 2023; "
            "add rows for it, or leave it out of 'area_categories'",
        ),
        (
            "areas: beat, categories: [robbery], area_categories: [robery]",
            "unknown category 'robery'; did you mean 'robbery'?",
        ),
    ],
)
def test_mistakes_have_a_line(tmp_path: Path, keys: str, problem: str) -> None:
    """The place of the section is named."""
    assert problems_of(planned(tmp_path, keys)) == [f"{EDITION}:50: {problem}"]


def test_a_project_without_a_rule(tmp_path: Path) -> None:
    """The rule is never assumed."""
    config = by_size(tmp_path)
    (tmp_path / RULE).unlink()

    assert problems_of(config) == [
        f"{EDITION}:50: there is no rule for verdicts; "
        "copy config/evidence.yaml into the project, or write 'rule:'"
    ]


def test_a_rule_that_needs_a_test_of_changes(tmp_path: Path) -> None:
    """Without the test no change is clear: nothing is called one to watch for want of a file."""
    config = project(tmp_path)
    (tmp_path / "config/change.yaml").unlink()

    assert problems_of(config) == [
        f"{EDITION}:50: the rule for verdicts asks for a 'clear' change, and there is no rule for "
        "that; copy config/change.yaml into the project, or take 'clear' out"
    ]
