"""Section kind "risk": scored themes, their risk, its band, and how firmly the first stand."""

from pathlib import Path

import pytest

from report.assessment import Section
from report.words import cell, headline, phrase
from tests.editions import COUNTS, EDITION, problems_of, sections_of
from tests.made_up import ROOT, altered, project
from tests.monthly import monthly
from tests.pages import assessed, page, read
from tests.published_risk import NORTH_WEST_LEICESTERSHIRE
from tests.scored import MEETING_SCORES, SCORES, SECTION, scored

AGENCIES = ("NWLDC", "Police", "Fire", "Community safety", "UAVA")


def shown(section: Section, name: str) -> list[list[str]]:
    """Give a table's cells as they are printed."""
    table = next(e for e in section.exhibits if e.name == name)
    return [
        [cell(item, column) for item, column in zip(row.cells, table.columns, strict=True)]
        for row in table.rows
    ]


def headers(section: Section, name: str) -> list[str]:
    """Give a table's headers."""
    return [c.label for e in section.exhibits if e.name == name for c in e.columns]


def test_scores_stand_by_scorer(tmp_path: Path) -> None:
    """Each agency's six factors added up, their mean, and the highest less the lowest.

    Fire left out a factor that does not apply: no total of 5 taken for one of 6, and no 1.
    """
    section = sections_of(scored(tmp_path))["risk"]

    assert headers(section, "harm scores") == [
        *("Theme", "Police", "Council", "Fire", "Mean", "Range"),
    ]
    assert shown(section, "harm scores") == [
        ["Shop theft", "10", "12", "[x]", "11", "2"],
        ["Robbery", "16", "14", "[z]", "15", "2"],
        ["Road safety", "18", "[x]", "12", "15", "6"],
    ]


@pytest.mark.parametrize(
    ("how", "header", "expected"),
    [("mean", "Mean", "15.3"), ("median", "Median", "16"), ("max", "Highest", "18")],
)
def test_the_aggregator_is_declared_and_named(
    tmp_path: Path, how: str, header: str, expected: str
) -> None:
    """Police 16, council 12, Fire 18: 46 / 3 = 15.3, the middle one, the highest."""
    config = scored(tmp_path)
    altered(tmp_path, EDITION, "together: mean", f"together: {how}")
    altered(tmp_path, SCORES, "Road safety,Harm,Police,18", "Road safety,Harm,Police,16")
    altered(
        tmp_path, SCORES, "Road safety,,Fire,12,", "Road safety,,Fire,18,\nRoad safety,,Council,12,"
    )
    section = sections_of(config)["risk"]

    assert headers(section, "harm scores")[4] == header
    assert next(r[4] for r in shown(section, "harm scores") if r[0] == "Road safety") == expected


def test_an_aggregator_is_never_assumed(tmp_path: Path) -> None:
    """Leaving it out is a problem: a mean of five is not a sum of five divided by six."""
    config = scored(tmp_path)
    altered(tmp_path, EDITION, "    together: mean\n", "")

    assert problems_of(config) == [f"{EDITION}:17: the key 'together' is missing; add 'together:'"]


def test_risk_is_probability_times_harm(tmp_path: Path) -> None:
    """130 of 920 is 14.1%, which scores 17: 17 × 11 = 187; 12 of 920 is 1.3%: 3 × 15 = 45."""
    section = sections_of(scored(tmp_path))["risk"]

    assert shown(section, "risk") == [
        ["Shop theft", "14.1%", "↔ under control", "17", "11", "187", "High"],
        ["Robbery", "1.3%", "↔ under control", "3", "15", "45", "Low"],
        ["Road safety", "[x]", "[x]", "[x]", "15", "[x]", "[x]"],
    ]


@pytest.mark.parametrize(("state", "points"), [("reducing", "2"), ("uncontrolled", "4")])
def test_a_control_chart_moves_the_probability(tmp_path: Path, state: str, points: str) -> None:
    """One point less or more than the 3 of a share of 1.3%."""
    config = scored(tmp_path)
    altered(tmp_path, EDITION, "category: robbery}", f"category: robbery, state: {state}}}")

    assert shown(sections_of(config)["risk"], "risk")[1][3] == points


@pytest.mark.parametrize(
    ("last", "state", "points", "score"),
    [("40", "▲ out of control", "18", "180"), ("30", "↔ under control", "17", "170")],
)
def test_a_control_chart_is_read_where_there_are_months(
    tmp_path: Path, last: str, state: str, points: str, score: str
) -> None:
    """The mean of 24 months is 702 / 24 = 29.25, the mean step 40 / 23: usual are 24.6 to 33.9.

    January and February are 29, below the mean, which ends a run above it. A March of 40 is beyond
    what is usual, one of 30 is not.
    All burglaries of all burglaries are 100%, which scores 17 under control.
    """
    config = monthly(tmp_path)
    for month, day, count in (("01", 31, 35), ("02", 29, 27), ("03", 31, 40)):
        line = f"2024-{month}-01,2024-{month}-{day},"
        altered(tmp_path, COUNTS, f"{line}{count}", f"{line}{last if month == '03' else 29}")
    header = "category,area,first,last,count\n"
    year = "Burglary,Middlemarch,2023-04-01,2024-03-31,390\n"
    altered(tmp_path, COUNTS, header, header + year)
    (tmp_path / SCORES).write_text("theme,scorer,score\nBurglary,Police,10\n", encoding="utf-8")
    section = """\
  - kind: risk
    id: risk
    scheme: plem
    scores: harm
    together: mean
    whole: burglary
    themes: [{theme: Burglary, category: burglary}]
"""
    source = "  harm: {file: scores.csv, layout: scores, title: Scores}\n"
    altered(tmp_path, EDITION, "sections:\n", f"{source}sections:\n{section}")
    table = sections_of(config)["risk"]

    assert shown(table, "risk") == [["Burglary", "100.0%", state, points, "10", score, "High"]]
    assert "control_chart" in next(e for e in table.exhibits if e.name == "risk").methods


def test_a_state_that_was_assumed_is_said_to_be(tmp_path: Path) -> None:
    """Until somebody reads a chart, the page says that nobody did."""
    config = scored(tmp_path)
    told = "no control chart says how the counts stand"

    assert f"For Shop theft and Robbery {told}" in read(page(assessed(config)), "risk")
    altered(tmp_path, EDITION, "category: robbery}", "category: robbery, state: controlled}")
    assert f"For Shop theft {told}" in read(page(assessed(config)), "risk")


def test_bands_decide_what_is_a_priority(tmp_path: Path) -> None:
    """High is one, Low is none unless there is a reason."""
    config = scored(tmp_path)
    section = sections_of(config)["risk"]

    assert {each.name: each.findings for each in section.lists} == {
        "high": ("risk.shop-theft",),
        "medium": (),
        "low": ("risk.robbery",),
        "priorities": ("risk.shop-theft",),
    }
    altered(tmp_path, EDITION, "category: robbery}", "category: robbery, because: asked for}")
    section = sections_of(config)["risk"]
    assert section.lists[-1].findings == ("risk.shop-theft", "risk.robbery")
    assert [row[4:] for row in shown(section, "firmness")] == [
        ["★ priority", "[z]"],
        ["★ priority, for a reason", "asked for"],
    ]


def test_findings_are_worded_with_their_band(tmp_path: Path) -> None:
    """A risk is its score and its band; a score has a decimal where it needs one."""
    found = {f.id: f for f in sections_of(scored(tmp_path))["risk"].findings}

    assert headline(found["risk.shop-theft"]) == "187 (High)"
    assert phrase(found["score.harm.robbery"], "score") == "15"
    assert phrase(found["firmness.shop-theft"], "firmness") == "100.0%"
    assert headline(found["firmness.shop-theft"]) == "the first in 100.0% of cases"
    assert found["risk.robbery"].sources == ("harm", "counts")


def test_a_product_of_three_scored_parts(tmp_path: Path) -> None:
    """In the manner of MoRiLE: 12 × 2 × 2.5 = 60, and 6 × 3.7 × 1.5 = 33; labels are scores too."""
    section = sections_of(scored(tmp_path))["morile"]

    assert headers(section, "risk") == [
        *("Theme", "Harm", "Likelihood", "Organisational position", "Risk score", "Risk"),
    ]
    assert shown(section, "risk") == [
        ["Robbery", "12", "2.0", "2.5", "60", "High"],
        ["Shop theft", "6", "3.7", "1.5", "33", "Medium"],
    ]
    assert shown(section, "firmness")[1][4:] == ["★ priority, for a reason", "shops asked for it"]


def test_an_example_is_never_called_official(tmp_path: Path) -> None:
    """Under the tables stands whose numbers they are."""
    text = read(page(assessed(scored(tmp_path))), "morile")

    assert "an example of this program, not MoRiLE's own" in text


def test_two_sections_may_score_one_theme(tmp_path: Path) -> None:
    """What stands in `apart` parts their findings."""
    made = assessed(scored(tmp_path))

    assert made.findings()["risk.robbery"].value == 45
    assert made.findings()["risk.robbery.morile"].value == 60
    assert made.findings()["risk.robbery.morile"].label == "Robbery (MoRiLE)"


def test_old_scores_are_marked(tmp_path: Path) -> None:
    """The council's scores of robbery are of November 2020; 36 months later is before January 2024.

    The meeting's are of March 2022: harm is good for 36 months, likelihood for 12.
    """
    sections = sections_of(scored(tmp_path))

    ages = {(r[0], r[1]): r[-2:] for r in shown(sections["risk"], "every score")}
    assert ages["Robbery", "Council"] == ["2 November 2020", "▲ out of date"]
    assert ages["Robbery", "Police"] == ["2 November 2023", "● in date"]
    assert ages["Road safety", "Fire"] == ["[x]", "[x]"]
    assert [row[-1] for row in shown(sections["morile"], "every score")] == [
        *("▲ out of date", "● in date"),
    ]


def test_how_firmly_the_first_stand(tmp_path: Path) -> None:
    """By the meeting robbery is first with 60 against 33.

    One move of robbery: the least it can be is 11 × 2 × 2.5 = 55, 12 × 5/3 × 2.5 = 50 or 12 × 2 × 2
    = 48; the most that shop theft can be is 7 × 11/3 × 1.5 = 38.5, 6 × 4 × 1.5 = 36 or 6 × 11/3 × 2
    = 44. So no single move changes the first. All at once: robbery is 7 × 1 × 1.5 = 10.5, 60, or
    15 + 1 steps: physical, psychological and community to 4, financial to 3, environment to 2 = 17,
    × 3 × 3.5 = 178.5; shop theft is 0 + 0 + 2 + 0 + 0 = 2 × 8/3 × 0.5 = 2.7, 33, or
    2 + 2 + 4 + 2 + 1 = 11 × 4 × 2.5 = 110. Shop theft is above in 33 and 110 over 10.5 and in 110
    over 60: 3 of 9, so robbery is first in 6 of 9.
    """
    section = sections_of(scored(tmp_path))["morile"]

    assert [row[:4] for row in shown(section, "firmness")] == [
        ["1", "Robbery", "100.0%", "66.7%"],
        ["2", "Shop theft", "0.0%", "33.3%"],
    ]


def published(folder: Path) -> Path:
    """Lay out the made-up project with the harm scores published in North West Leicestershire."""
    config = project(folder)
    rows = [
        f"{theme},{who},{score}\n"
        for theme, (scores, total) in NORTH_WEST_LEICESTERSHIRE.items()
        for who, score in zip((*AGENCIES, "total"), (*scores, total), strict=True)
    ]
    (folder / SCORES).write_text("theme,scorer,score\n" + "".join(rows), encoding="utf-8")
    source = "  harm: {file: scores.csv, layout: scores, title: Harm scores, origin: given}\n"
    section = SECTION.partition("  - kind: risk\n    id: morile")[0].partition("    whole:")[0]
    altered(folder, EDITION, "sections:\n", f"{source}sections:\n{section}    published: total\n")
    return config


def test_scores_alone(tmp_path: Path) -> None:
    """Harm without a volume: the scores, their ranking and its firmness, and no risk.

    The 17 published rows; 67 / 5 = 13.4 stands beside the 11 that was printed.
    """
    section = sections_of(published(tmp_path))["risk"]

    assert [e.name for e in section.exhibits] == [
        "factors",
        "harm scores",
        "harm by theme",
        "firmness",
    ]
    assert len(shown(section, "harm scores")) == 17
    assert next(r for r in shown(section, "harm scores") if r[0] == "Alcohol Related Violence") == [
        *("Alcohol Related Violence", "15", "13", "6", "14", "19", "13.4", "13", "11"),
    ]
    assert section.lists == ()
    assert "Fire gave the lowest score that there is in 14 of 17 cases" in read(
        page(assessed(published(tmp_path / "again"))), "risk"
    )
    assert [row[1] for row in shown(section, "firmness")][:2] == [
        "Sexual Offences",
        "Domestic Abuse",
    ]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "Robbery,Physical – Individual,Police,3",
            "Robbery,Physical – Individual,Police,5",
            ":2: score: '5' is not on the scale; use one of 1, 2, 3, 4, or 'not applicable'",
        ),
        (
            "Shop theft,,Council,12",
            "Shop theft,,Council,25",
            ":26: score: '25' is not on the scale; a total of Harm lies between 6 and 24",
        ),
        (
            "Robbery,Physical – Individual,Police",
            "Robbery,Phisical – Individual,Police",
            ":2: factor: 'Phisical – Individual' is none of PLEM; "
            "did you mean 'Physical – Individual'?",
        ),
        (
            "Road safety,,Fire,12,",
            "Road safety,,Fire,12,\nRoad safety,Harm,Fire,13,",
            f":29: Fire scores Harm of Road safety twice, first in {SCORES}:28; "
            "remove one of the rows",
        ),
        (
            "Road safety,,Fire,12,",
            "Road safety,,Police,12,",
            f":28: Police scores Harm of Road safety twice, first in {SCORES}:27; "
            "remove one of the rows",
        ),
    ],
)
def test_what_is_wrong_with_a_score_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, problem: str
) -> None:
    """A score off the scale, a factor that is none, a theme that one agency scores twice."""
    config = scored(tmp_path)
    altered(tmp_path, SCORES, old, new)

    assert problems_of(config) == [SCORES + problem]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("Road safety,Harm,Police", "Road safety,Harm,police", "scorer: 'police' is 'Police'"),
        ("Road safety,,Fire", "road safety,,Fire", "theme: 'road safety' is 'Road safety'"),
    ],
)
def test_a_name_in_two_spellings_is_not_two(
    tmp_path: Path, old: str, new: str, problem: str
) -> None:
    """The mean would be of one agency too many, and the other's factors incomplete."""
    config = scored(tmp_path)
    altered(tmp_path, SCORES, old, new)
    (found,) = problems_of(config)

    assert found.startswith(f"{SCORES}:")
    assert found.endswith(f"{problem} in a row above; write it alike everywhere")


def test_a_file_without_scores(tmp_path: Path) -> None:
    """The column may be empty in a row; where it is in all, or missing, there is nothing to say."""
    config = scored(tmp_path)
    path = tmp_path / SCORES
    rows = [line.split(",") for line in path.read_text("utf-8").splitlines()]
    path.write_text("".join(",".join(row[:3]) + "\n" for row in rows), "utf-8")

    assert f"{SCORES}:2: no row holds a score; " in problems_of(config)[0]


def test_a_total_beside_its_factors_is_a_second_score(tmp_path: Path) -> None:
    """Nobody could know which of the two is meant."""
    config = scored(tmp_path)
    altered(tmp_path, SCORES, "Road safety,,Fire,12,", "Robbery,,Police,12,")

    assert problems_of(config) == [
        f"{SCORES}:28: Police scores Harm of Robbery twice, first in {SCORES}:2; "
        "remove one of the rows"
    ]


def test_a_label_of_the_scale_may_be_misspelt(tmp_path: Path) -> None:
    """The labels stand with their numbers."""
    config = scored(tmp_path)
    altered(tmp_path, MEETING_SCORES, ",Meeting,severe,", ",Meeting,sever,")

    assert problems_of(config) == [
        f"{MEETING_SCORES}:7: score: 'sever' is not on the scale; use one of none (0), low (1), "
        "moderate (2), substantial (3), severe (4), or 'not applicable'"
    ]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("scheme: plem", "scheme: plemm", "20: unknown scheme 'plemm'; did you mean 'plem'?"),
        (
            "scores: harm\n",
            "scores: harms\n",
            "21: no source with the layout 'scores' is called 'harms'; did you mean 'harm'?",
        ),
        (
            "{theme: Robbery, category: robbery}",
            "{theme: Robbry, category: robbery}",
            "25: the file of scores has no theme 'Robbry'; did you mean 'Robbery'?",
        ),
        (
            "{theme: Robbery, category: robbery}",
            "{theme: Robbery, category: robbery}, {theme: robbery}",
            "25: the theme 'robbery' is listed twice; keep one of the two",
        ),
        (
            "together: mean\n",
            "together: mean\n    published: Nobody\n",
            "23: nobody in the file of scores is called 'Nobody'; use one of Council, Fire, Police",
        ),
        (
            "{theme: Robbery, category: robbery}",
            "{theme: Robbery, category: robery}",
            "25: unknown category 'robery'; did you mean 'robbery'?",
        ),
        (
            "    whole: all-crime\n",
            "",
            "17: nothing says what Robbery is a share of; "
            "add 'whole:', the category of all offences or incidents",
        ),
    ],
)
def test_what_is_wrong_with_the_section_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, problem: str
) -> None:
    """A scheme, a source, a theme or a category that is not there."""
    config = scored(tmp_path)
    altered(tmp_path, EDITION, old, new)

    assert f"{EDITION}:{problem}" in problems_of(config)


def test_a_scheme_needs_its_paragraph(tmp_path: Path) -> None:
    """A partnership's own scheme is explained in the methods."""
    config = scored(tmp_path)
    altered(tmp_path, "config/schemes/plem.yaml", "method: plem", "method: ours")

    assert problems_of(config) == [
        "config/schemes/plem.yaml:18: there is no templates/methods/ours.md; "
        "write the paragraph, or name another"
    ]


def test_themes_are_drawn_by_the_parts_of_their_risk(tmp_path: Path) -> None:
    """Harm by the product of the other parts: 12 by 2 × 2.5, 6 by 11/3 × 1.5; bands highest first.

    A theme without a risk, such as road safety, has no place in it.
    """
    sections = sections_of(scored(tmp_path))

    assert headers(sections["morile"], "risk matrix") == [
        *("Theme", "Harm", "Likelihood × organisational position", "Risk score", "Risk"),
    ]
    assert shown(sections["morile"], "risk matrix")[:2] == [
        ["Robbery", "12", "5.0", "60", "High"],
        ["Shop theft", "6", "5.5", "33", "Medium"],
    ]
    assert [row[0] for row in shown(sections["risk"], "risk matrix")] == [
        *("Shop theft", "Robbery", "High", "Medium", "Low"),
    ]


def test_a_small_count_keeps_its_risk_from_the_public(tmp_path: Path) -> None:
    """5 robberies are not for the public, nor what could be worked back to them; scores may be."""
    config = scored(tmp_path)
    altered(tmp_path, EDITION, "title: Risk\n", "title: Risk\n    audience: public\n")
    altered(
        tmp_path,
        COUNTS,
        "Robbery,Middlemarch,2023-04-01,2023-12-05,12",
        "Robbery,Middlemarch,2023-04-01,2023-12-05,5",
    )
    section = sections_of(config)["risk"]

    kept = {f.id for f in section.findings if f.audience == "partner"}
    assert kept == {"share.robbery", "risk.robbery", "firmness.robbery"}
    closed = {e.name for e in section.exhibits if e.audience == "partner"}
    assert closed == {"risk", "risk by theme", "risk matrix", "firmness", "every score"}


def test_who_scored_what_and_when_is_for_the_partners(tmp_path: Path) -> None:
    """In a public section the scores leave, and the table of every score with its day does not."""
    config = scored(tmp_path)
    altered(tmp_path, EDITION, "title: Risk\n", "title: Risk\n    audience: public\n")
    section = sections_of(config)["risk"]

    assert {e.name for e in section.exhibits if e.audience == "partner"} == {"every score"}


def test_a_small_share_without_a_risk_is_not_public_either(tmp_path: Path) -> None:
    """5 of 920 are 0.5%: the table prints the share, though nobody scored all that risk takes."""
    config = scored(tmp_path)
    altered(tmp_path, EDITION, "title: Risk\n", "title: Risk\n    audience: public\n")
    altered(
        tmp_path,
        COUNTS,
        "Robbery,Middlemarch,2023-04-01,2023-12-05,12",
        "Robbery,Middlemarch,2023-04-01,2023-12-05,5",
    )
    lines = (tmp_path / SCORES).read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith("Robbery,Psychological")]
    (tmp_path / SCORES).write_text("\n".join(kept) + "\n", encoding="utf-8")
    section = sections_of(config)["risk"]

    assert "0.5%" in next(r for r in shown(section, "risk") if r[0] == "Robbery")
    assert "risk.robbery" not in {f.id for f in section.findings}
    assert next(e.audience for e in section.exhibits if e.name == "risk") == "partner"


def test_what_was_asked_is_printed(tmp_path: Path) -> None:
    """The six factors of harm; under the names of three parts, where a scheme has them."""
    sections = sections_of(scored(tmp_path))

    assert [row[0] for row in shown(sections["risk"], "factors")] == [
        *("Physical – Individual", "Psychological – Individual", "Psychological – Community"),
        *("Political – your organisation", "Economic – your organisation", "Economic – Social"),
    ]
    assert shown(sections["morile"], "factors")[5] == [
        "Likelihood",
        "Volume",
        "How many are there?",
    ]


def test_the_committed_schemes_are_those_of_the_tests() -> None:
    """The made-up project has the committed ones."""
    names = sorted(path.stem for path in (ROOT / "config" / "schemes").glob("*.yaml"))

    assert names == ["morile", "plem"]
