"""Months, totals and verdicts carry the cautions of what they are about, and of nothing else."""

from pathlib import Path

import pytest

from report.assessment import Assessment, Exhibit, Finding
from report.document.binding import plain_text
from report.words import phrase, statement
from tests.editions import EDITION, problems_of
from tests.made_up import altered
from tests.pages import assessed, page
from tests.sections.test_evidence import RULE, shown
from tests.sources.test_counting import HEADER
from tests.sources.test_guard import (
    NOW,
    THEN,
    cut,
    file,
    lose,
    lose_before,
    recode,
    rows,
    street,
    unplace,
)

MONTHS = "{kind: months, id: months, title: Months, category: burglary, rolling: true"
EVIDENCE = (
    "{kind: evidence, id: evidence, title: Evidence, areas: LSOA,"
    " categories: [burglary, shoplifting]"
)
ACCEPT = "accept: {partial.2023-04: The rest came on paper.}\n"


def planned(root: Path, plan: str, said: str = "") -> Path:
    """Lay out two years of a made-up force for an edition with one section."""
    config = street(root)
    text = config.read_text(encoding="utf-8")
    key = f', key_findings: ["{said}"]' if said else ""
    start, end = text.index("  - kind: overview"), text.index("  - {kind: methods")
    text = f"{text[:start]}  - {plan}{key}}}\n{text[end:]}"
    config.write_text(text.replace("headlines: [Burglary change]\n", ""), encoding="utf-8")
    return config


def told(made: Assessment) -> str:
    return plain_text(page(made))


def kinds(found: Finding | Exhibit) -> list[tuple[str, str]]:
    """Give what is to be said of a finding or an exhibit: its kind, and the month."""
    return [(caution.kind, caution.period.label) for caution in found.cautions]


def test_a_month_is_judged_by_itself(tmp_path: Path) -> None:
    """April is incomplete: September, 33 burglaries after 30, has its change, and April none."""
    config = planned(tmp_path, MONTHS, "So [Burglary change in September 2023].")
    cut(tmp_path)
    made = assessed(config)
    september, april, total = (
        made.findings()[id_]
        for id_ in ("month.burglary.september", "month.burglary.april", "rolling.burglary")
    )

    assert (september.change, september.cautions) == (3, ())
    assert "So rose from 30 to 33." in told(made)
    assert (april.change, kinds(april)) == (None, [("partial month", "April 2023")])
    assert (total.change, kinds(total)) == (None, [("partial month", "April 2023")])


def test_a_month_whose_earlier_one_is_missing_has_no_change(tmp_path: Path) -> None:
    """May 2022 is missing: May 2023 has 33 burglaries, and nothing to compare them with."""
    config = planned(tmp_path, MONTHS, "So [Burglary change in May 2023].")
    lose_before(tmp_path)

    assert "So was 33; no change is given (May 2022 is missing)." in told(assessed(config))


def test_a_missing_month_is_not_available(tmp_path: Path) -> None:
    """What is said of it says so, and a total over it too; September stays."""
    said = "So [Burglary change in April 2023]. Then [Burglary rolling change]."
    config = planned(tmp_path, MONTHS, said)
    lose(tmp_path)
    made = assessed(config)

    assert "So is not available (April 2023 is missing). Then is not available (April" in told(made)
    assert made.findings()["month.burglary.september"].change == 3


def test_a_total_of_twelve_months_is_judged_by_its_own_months(tmp_path: Path) -> None:
    """From April on: the total reaches back to October, and November 2022 is cut to a fifth."""
    config = planned(tmp_path, MONTHS, "So [Burglary rolling change].")
    altered(tmp_path, EDITION, "first: 2022-10-01", "first: 2023-04-01")
    path = file(tmp_path, "2022-11")
    head, *lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join([head, *lines[::5]]), encoding="utf-8")
    made = assessed(config)
    total = made.findings()["rolling.burglary"]

    assert (total.change, kinds(total)) == (None, [("partial month", "November 2022")])
    assert "no change is given (November 2022 is incomplete)" in told(made)
    table = made.exhibits()["table.months.burglary-over-twelve-months"]
    assert kinds(table) == [("partial month", "November 2022")]


def test_a_rolling_change_says_what_a_change_says(tmp_path: Path) -> None:
    """288 located burglaries after 360, and with those that have no place 396."""
    config = planned(tmp_path, MONTHS, "So [Burglary rolling change].")
    unplace(tmp_path)

    assert (
        "So fell by 20.0%, from 360 to 288, within normal variation"
        " (as located; with the rows without a location shared out, +10.0%)."
    ) in told(assessed(config))


@pytest.mark.parametrize("accepted", [False, True])
def test_there_is_no_verdict_on_a_withheld_change(tmp_path: Path, *, accepted: bool) -> None:
    """396 burglaries after 360 would be a challenge, and are one where the warning is accepted."""
    config = planned(tmp_path, EVIDENCE, "So [Burglary verdict].")
    altered(tmp_path, RULE, ", beyond normal variation\n    clear: true\n", "\n")
    cut(tmp_path)
    if accepted:
        config.write_text(config.read_text(encoding="utf-8") + ACCEPT, encoding="utf-8")
    made = assessed(config)
    found, table = made.findings()["verdict.burglary"], made.exhibits()["table.evidence.evidence"]

    assert kinds(found) == [("partial month", "April 2023")]
    if accepted:
        assert (found.value, phrase(found, "verdict")) == (1, "is a challenge")
        assert "So is a challenge (with April 2023, which is incomplete)." in told(made)
    else:
        assert (found.value, found.note, found.markers) == (None, "", ("x",))
        assert statement(found) == "Burglary is given no verdict"
        assert shown(table)[0][-2:] == ["[x]", "[z]"]
        assert "So is given no verdict (April 2023 is incomplete)." in told(made)


STORE = """\
number,id,text,owner,due,evidence,because,continues,audience
1,plan,Write a plan.,,,{},,,partner
"""
KEYS = """\
sources:
  recommendations:
    {file: data/middlemarch/own.csv, layout: recommendations, title: Recommendations}
"""


@pytest.mark.parametrize("evidence", ["Burglary verdict", "Burglary verdict: challenge"])
def test_a_verdict_that_is_not_given_is_no_evidence(tmp_path: Path, evidence: str) -> None:
    """The problem names the warning that could be accepted."""
    config = planned(tmp_path, EVIDENCE)
    altered(tmp_path, EDITION, "sources:\n", KEYS)
    path = tmp_path / "data/middlemarch/own.csv"
    path.write_text(STORE.format(evidence), encoding="utf-8")
    cut(tmp_path)

    problem = (
        "data/middlemarch/own.csv:2: 'Burglary verdict' carries nothing: Burglary is given no"
        " verdict, since its change is withheld; cite something else, or accept the warning with a"
        " reason: 'accept: partial.2023-04'"
    )
    assert problem in problems_of(config)


def test_to_accept_a_missing_month_gives_no_verdict_and_is_not_advised(tmp_path: Path) -> None:
    """Eleven months are not compared with twelve, whoever accepts it."""
    config = planned(tmp_path, EVIDENCE)
    accept = "accept: {coverage.2023-04: The force sent no file for it.}\n"
    config.write_text(config.read_text(encoding="utf-8") + accept, encoding="utf-8")
    altered(tmp_path, EDITION, "sources:\n", KEYS)
    path = tmp_path / "data/middlemarch/own.csv"
    path.write_text(STORE.format("Burglary verdict"), encoding="utf-8")
    lose(tmp_path)

    problem = (
        "data/middlemarch/own.csv:2: 'Burglary verdict' carries nothing: Burglary is given no"
        " verdict, since its change is withheld; cite something else"
    )
    assert problem in problems_of(config)


@pytest.mark.parametrize("whole", [True, False])
def test_years_that_are_not_whole_are_not_counted_with(tmp_path: Path, *, whole: bool) -> None:
    """Of a third year March 2021 is cut: how often burglary rose is not said, and why is."""
    config = planned(tmp_path, EVIDENCE)
    altered(tmp_path, EDITION, "history: 1", "history: 2")
    for month in THEN.earlier().months():
        path = file(tmp_path, f"{month.first:%Y-%m}")
        path.parent.mkdir(parents=True)
        held = rows(month.first, NOW.first)
        short = not whole and month.first.month == 3
        path.write_text(HEADER + "".join(held[:4] if short else held), encoding="utf-8")
    exhibits = assessed(config).exhibits()
    categories, areas = (
        exhibits[f"table.evidence.{id_}"] for id_ in ("evidence", "evidence-by-area")
    )

    assert ("Years with a rise" in [c.label for c in categories.columns]) is whole
    assert ("Years in the first 10" in [c.label for c in areas.columns]) is whole
    expected = [] if whole else [("partial month", "March 2021")]
    assert kinds(categories) == kinds(areas) == expected


USUAL = "{kind: months, id: months, title: Months, category: burglary, control_chart: true"


@pytest.mark.parametrize("accepted", [False, True])
def test_an_incomplete_month_is_not_set_against_what_is_usual(
    tmp_path: Path, *, accepted: bool
) -> None:
    """30 a month, then 33: all above, April too where its warning is accepted, else left out."""
    config = planned(tmp_path, USUAL)
    cut(tmp_path)
    if accepted:
        config.write_text(config.read_text(encoding="utf-8") + ACCEPT, encoding="utf-8")
    made = assessed(config)
    chart = made.exhibits()["chart.months.burglary-usual-range"]

    assert chart.values("count")[18] == (33 if accepted else None)
    months = (
        "October 2022 to September 2023"
        if accepted
        else "October 2022 to March 2023 and May to September 2023"
    )
    said = made.findings()["control.burglary"].note
    assert said == f"was above its usual range in {months}"
    assert kinds(chart) == [("partial month", "April 2023")]


def test_a_missing_month_is_said_beside_the_usual_range(tmp_path: Path) -> None:
    """The range goes without it, and the sentence says which month lacks."""
    config = planned(tmp_path, USUAL, "So it [Burglary usual range].")
    lose(tmp_path)

    assert "and May to September 2023 (April 2023 is missing)." in told(assessed(config))


def test_codes_of_another_census_part_the_months(tmp_path: Path) -> None:
    """From April on a third of the burglaries has codes that no list knows: six months are left."""
    config = planned(tmp_path, USUAL)
    recode(tmp_path)
    made = assessed(config)

    assert made.findings()["control.burglary"].value is None
    assert "Burglary has too few months that were recorded alike for a usual range." in told(made)
