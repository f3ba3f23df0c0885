"""What makes a count less than safe is told where the count stands, in words, and only then."""

import re
from collections import Counter
from csv import DictReader
from dataclasses import dataclass
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import get_args
from zipfile import ZipFile

import pytest

from report import pipeline
from report.assessment import Assessment, Effect, Finding, load
from report.config.guard import Effect as Chosen
from report.document.binding import plain_text
from report.periods import Period
from tests.editions import EDITION, PARTNERSHIP, problems_of
from tests.made_up import altered, project
from tests.sources.test_counting import HEADER, REAL, real

STREET = "data/middlemarch/street"
NOW = Period(date(2022, 10, 1), date(2023, 9, 30))
THEN = NOW.earlier()
APRIL, MAY_BEFORE = "2023-04", "2022-05"

YAML = """\
period: {first: 2022-10-01, last: 2023-09-30}
history: 1
published: 2024-01-31
status: final
document: {title: Middlemarch strategic assessment}
sources:
  street: {file: data/middlemarch/street, layout: police-uk-street, title: Street crime}
sections:
  - {kind: front, id: front}
  - kind: overview
    id: overview
    title: Overview
    audience: public
    categories: [all-recorded-crime, burglary, shoplifting]
    whole: all-recorded-crime
    show: [previous, count, difference, change]
    chart: true
    years: true
    key_findings:
      - {text: "Of [Burglary count]: burglary [Burglary change].", audience: public}
  - kind: theme
    id: burglary
    title: Burglary
    category: burglary
    trend: true
    key_findings: ["In Lowick burglary [Burglary short change in Lowick]."]
    top: {areas: LSOA, rate: false, share: true, rest: true, earlier: true}
  - {kind: places, id: places, title: Burglary by area, category: burglary, areas: LSOA,
     sets: [{name: both, areas: [Lowick, Tipton]}], gaps: [[Lowick, Tipton]]}
  - {kind: methods, id: methods, title: Sources and methods}
headlines: [Burglary change]
"""

AREAS = """\
areas:
  - {code: E01999901, name: Lowick, kind: LSOA}
  - {code: E01999902, name: Tipton, kind: LSOA}
"""

# Crime type, code of the area, rows in each month of the year before, and of the year.
# In Middlemarch: 30 and 33 burglaries a month, 20 thefts from shops in both years.
ROWS = (
    ("Burglary", "E01999901", 20, 22),
    ("Burglary", "E01999902", 10, 11),
    ("Shoplifting", "E01999901", 20, 20),
    ("Shoplifting", "E01999950", 100, 100),
    ("Anti-social behaviour", "E01999950", 40, 40),
)


def rows(month: date, since: date) -> list[str]:
    """Make the rows of a month, located all."""
    found: list[str] = []
    for kind, code, before, now in ROWS:
        for _ in range(now if month >= since else before):
            number = "" if kind.startswith("Anti") else f"{month:%y%m}{len(found):060d}"
            place = "-1.37,52.72,On or near Main Street"
            found.append(
                f"{number},{month:%Y-%m},Exampleshire Police,Exampleshire Police,{place},"
                f"{code},Middlemarch 001,{kind},,\n"
            )
    return found


def street(root: Path) -> Path:
    """Lay out two complete years of a made-up force, and give the path of the edition."""
    config = project(root)
    config.write_text(YAML, encoding="utf-8")
    partnership = root / PARTNERSHIP
    text = re.sub(r"areas:\n(  - .*\n)+", AREAS, partnership.read_text(encoding="utf-8"), count=1)
    partnership.write_text(text, encoding="utf-8")
    for month in (*THEN.months(), *NOW.months()):
        path = file(root, f"{month.first:%Y-%m}")
        path.parent.mkdir(parents=True)
        path.write_text(HEADER + "".join(rows(month.first, NOW.first)), encoding="utf-8")
    short = "glossary: {ASB: anti-social behaviour"
    lsoa = "LSOA: lower-layer super output area"
    altered(root, "config/middlemarch/partnership.yaml", short, f"{short}, {lsoa}")
    return config


def file(root: Path, month: str) -> Path:
    return root / STREET / month / f"{month}-exampleshire-street.csv"


def lose(root: Path) -> None:
    """Remove the file of a month of the period."""
    file(root, APRIL).unlink()


def lose_before(root: Path) -> None:
    """Remove the file of a month of the comparison."""
    file(root, MAY_BEFORE).unlink()


def cut(root: Path) -> None:
    """Truncate a file by half: 96 of 193 rows are left."""
    path = file(root, APRIL)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[: len(lines) // 2]), encoding="utf-8")


def recode(root: Path) -> None:
    """Give Tipton another code from April on, as files of another census have."""
    for path in sorted((root / STREET).rglob("*.csv")):
        if path.name >= APRIL:
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace("E01999902", "E01999972"), encoding="utf-8")


def unplace(root: Path) -> None:
    """Take the place from 9 burglaries in Tipton of each month from October on: 108 of 396."""
    for path in sorted((root / STREET).rglob("*.csv")):
        if path.name >= "2022-10":
            text = path.read_text(encoding="utf-8")
            old = "E01999902,Middlemarch 001,Burglary"
            path.write_text(text.replace(old, ",,Burglary", 9), encoding="utf-8")


def built(config: Path) -> tuple[Assessment, str, list[str]]:
    """Build, and give the assessment, the report's text, and the ids of its warnings."""
    made = pipeline.build(config, pdf=False)
    page = (made.folder / "report.html").read_text(encoding="utf-8")
    body = page[page.index("<body>") :]
    return load(made.folder / "assessment.json"), body, [w.id for w in made.warnings]


def under(page: str, exhibit: str) -> str:
    """Give the plain text of an exhibit with the notes under it."""
    after_ = page[page.index(f'data-exhibit="{exhibit}"') :]
    return plain_text(after_[: after_.find("data-exhibit=", 20)])


def finding(assessment: Assessment, id_: str) -> Finding:
    return assessment.findings()[id_]


def test_files_that_are_whole_raise_nothing(tmp_path: Path) -> None:
    """33 burglaries a month after 30: the count rose by a tenth, and nothing is to be said."""
    assessment, page, warnings = built(street(tmp_path))

    found = finding(assessment, "count.burglary")
    assert (found.value, found.previous, found.change_pct) == (396, 360, 10)
    assert warnings == []
    assert "Caution" not in page
    assert not any(f.cautions for f in assessment.findings().values())


LOST = "April 2023 is missing: the files hold no row of Exampleshire Police for it. Counts of a"
EVERY = ("table.overview.overview", "chart.overview.overview", "table.overview.by-year")
OF_BURGLARY = ("chart.burglary.burglary", "table.places.burglary-by-lsoa")


def test_a_missing_month_withholds_what_would_need_it(tmp_path: Path) -> None:
    """The report is built; 360 burglaries of the year before are all that can be said."""
    config = street(tmp_path)
    lose(tmp_path)
    assessment, page, warnings = built(config)

    found = finding(assessment, "count.burglary")
    assert (found.value, found.previous, found.change, found.markers) == (None, None, None, ("x",))
    assert warnings == ["coverage.2023-04"]
    for exhibit in (*EVERY, *OF_BURGLARY, "table.burglary.burglary-by-lsoa"):
        assert LOST in under(page, exhibit)
    assert "Burglary 360 [x] [x] [x] Shoplifting 240 [x] [x] [x] Caution" in under(page, EVERY[0])
    assert "Burglary 360 [x]" in under(page, EVERY[2])
    said = "burglary is not available (April 2023 is missing)."
    assert said in plain_text(page)
    assert f"In Lowick {said}" in plain_text(page)


def test_a_month_that_the_comparison_lacks_withholds_the_change(tmp_path: Path) -> None:
    """The count is whole, and printed."""
    config = street(tmp_path)
    lose_before(tmp_path)
    assessment, page, warnings = built(config)

    found = finding(assessment, "count.burglary")
    assert (found.value, found.previous, found.change) == (396, None, None)
    assert warnings == ["coverage.2022-05"]
    assert "Burglary [x] 396 [x] [x]" in under(page, EVERY[0])
    assert "Caution: May 2022 is missing" in under(page, EVERY[0])
    assert "burglary was 396; no change is given (May 2022 is missing)" in plain_text(page)
    assert "Caution" not in under(page, "table.burglary.burglary-by-lsoa")


def test_a_missing_month_that_is_accepted_leaves_a_label(tmp_path: Path) -> None:
    """Eleven months of 33 burglaries are 363, which are not compared with twelve of 30."""
    config = street(tmp_path)
    lose(tmp_path)
    accept = "accept: {coverage.2023-04: The force sent no file for it.}\n"
    config.write_text(config.read_text(encoding="utf-8") + accept, encoding="utf-8")
    assessment, page, warnings = built(config)

    found = finding(assessment, "count.burglary")
    assert (found.value, found.previous, found.change) == (363, None, None)
    assert warnings == []
    table = under(page, EVERY[0])
    assert "Burglary 360 363 [n] [x] [x]" in table
    assert (
        "Counts marked [n] are of the other months alone, and no change from or to them is given."
        " This is accepted: The force sent no file for it."
    ) in table
    assert "burglary was 363; no change is given (April 2023 is missing)" in plain_text(page)


def test_a_month_that_the_comparison_lacks_is_accepted_likewise(tmp_path: Path) -> None:
    """Twelve months of 33 burglaries are 396, against eleven of 30; both are printed."""
    config = street(tmp_path)
    lose_before(tmp_path)
    accept = "accept: {coverage.2022-05: The force sent no file for it.}\n"
    config.write_text(config.read_text(encoding="utf-8") + accept, encoding="utf-8")
    assessment, page, warnings = built(config)

    found = finding(assessment, "count.burglary")
    assert (found.value, found.change, warnings) == (396, None, [])
    assert "Burglary 330 [n] 396 [x] [x]" in under(page, EVERY[0])


def test_a_partial_month_withholds_the_change_and_labels_the_count(tmp_path: Path) -> None:
    """96 rows are left of 193: 190 and 193 are usual, whose median without April is 190."""
    config = street(tmp_path)
    cut(tmp_path)
    assessment, page, warnings = built(config)

    found = finding(assessment, "count.burglary")
    assert (found.value, found.previous, found.change) == (396, None, None)
    assert warnings == ["partial.2023-04"]
    for exhibit in (*EVERY, *OF_BURGLARY):
        assert (
            "April 2023 is incomplete: the files hold 96 rows of Exampleshire Police for it, where"
            " 190 are usual." in under(page, exhibit)
        )
    assert "Burglary 360 396 [n] [x] [x]" in under(page, EVERY[0])
    assert "1 Lowick 264 [n]" in under(page, "table.burglary.burglary-by-lsoa")
    assert "Of 396 offences (April 2023 is incomplete): burglary was 396; no change is given" in (
        plain_text(page)
    )


def test_a_partial_month_that_is_accepted_leaves_labels(tmp_path: Path) -> None:
    """The change is printed with its marker, and the reason under it."""
    config = street(tmp_path)
    cut(tmp_path)
    accept = "accept: {partial.2023-04: The rest came on paper.}\n"
    config.write_text(config.read_text(encoding="utf-8") + accept, encoding="utf-8")
    _, page, warnings = built(config)

    assert warnings == []
    assert "Burglary 360 396 [n] +36 [n] +10.0% [n]" in under(page, EVERY[0])
    assert "This is accepted: The rest came on paper." in under(page, EVERY[0])


def test_a_month_that_lacks_the_own_area_alone_is_partial(tmp_path: Path) -> None:
    """Of 193 rows a month 140 are a neighbour's and stay; none of 53 does, where 50 are usual.

    Without April twelve months have 50 rows in the area and eleven 53: their median is 50.
    """
    config = street(tmp_path)
    path = file(tmp_path, APRIL)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    far = [line for line in lines if "E01999950" in line]
    path.write_text("".join([HEADER, *far]), encoding="utf-8")
    assessment, page, warnings = built(config)

    found = finding(assessment, "count.burglary")
    assert (found.value, found.previous, found.change) == (363, None, None)
    assert warnings == ["partial.2023-04"]
    said = "April 2023 is incomplete: the files hold 0 rows of Middlemarch for it, where 50 are"
    for exhibit in (*EVERY, *OF_BURGLARY):
        assert said in under(page, exhibit)
    assert "Burglary 360 363 [n] [x] [x]" in under(page, EVERY[0])
    assert "burglary was 363; no change is given (April 2023 is incomplete)" in plain_text(page)


def test_an_own_area_of_few_rows_is_not_judged(tmp_path: Path) -> None:
    """At 50 rows in the median month it is judged only where the guard asks for no more."""
    config = street(tmp_path)
    altered(tmp_path, "config/guard.yaml", "area_volume: 50", "area_volume: 51")
    path = file(tmp_path, APRIL)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join([HEADER, *lines[54:]]), encoding="utf-8")

    assert built(config)[2] == []


def test_a_category_alone_may_be_partial(tmp_path: Path) -> None:
    """Of 120 thefts from shops a month 20 are left in April: 17 in 100, below 25."""
    config = street(tmp_path)
    path = file(tmp_path, APRIL)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    far = [line for line in lines if "E01999950,Middlemarch 001,Shop" in line]
    path.write_text("".join(line for line in lines if line not in far), encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8") + ASB * 100, encoding="utf-8")
    assessment, page, _ = built(config)

    assert finding(assessment, "count.burglary").change == 36
    assert finding(assessment, "count.shoplifting").change is None
    assert "hold 20 rows of Shoplifting for it, where 120 are usual" in under(page, EVERY[0])


ASB = (
    ",2023-04,Exampleshire Police,Exampleshire Police,-1.37,52.72,On or near Main Street,"
    "E01999950,Middlemarch 001,Anti-social behaviour,,\n"
)


def test_codes_of_another_census_are_told(tmp_path: Path) -> None:
    """Tipton's 10 and 11 rows a month end after 18 months, 186; 66 of another code begin."""
    config = street(tmp_path)
    recode(tmp_path)
    assessment, page, warnings = built(config)

    found = finding(assessment, "count.burglary")
    assert (found.value, found.change) == (330, None)
    assert warnings == ["vintage"]
    for exhibit in (*EVERY, *OF_BURGLARY):
        assert (
            "From April 2023 on the files carry other area codes: 186 rows have codes that end"
            " before it, 66 rows codes that begin with it." in under(page, exhibit)
        )
    assert "Burglary 360 [b] 330 [b] [x] [x]" in under(page, EVERY[0])
    assert "burglary was 330; no change is given (area codes change in April 2023)" in (
        plain_text(page)
    )


def test_rows_without_a_location_show_the_change_both_ways(tmp_path: Path) -> None:
    """288 located burglaries and 108 without a place are 396 after 360: 10 per cent more.

    So are all crimes: 288 and 240 located, and the 108; 636 after 600 are 6 per cent more.
    """
    config = street(tmp_path)
    unplace(tmp_path)
    assessment, page, warnings = built(config)

    found = finding(assessment, "count.burglary")
    (caution,) = found.cautions
    assert (found.change_pct, found.markers) == (-20, ("n",))
    assert caution.numbers["change_pct"] == pytest.approx(10)
    assert warnings == ["unlocated"]
    for exhibit in EVERY[:2]:
        assert (
            "0 of 2,280 rows of the files have no location in October 2021 to September 2022"
            " (0.0%), and 108 of 2,316 in October 2022 to September 2023 (4.7%)."
            in under(page, exhibit)
        )
    assert "the change would be: All Recorded Crime +6.0%; Burglary +10.0%." in (
        under(page, EVERY[0])
    )
    assert "Only rows with a location are counted here." in under(page, EVERY[1])
    assert "Burglary 360 288 −72 [n] −20.0% [n]" in under(page, EVERY[0])
    assert "Shoplifting 240 240 0 0.0% Caution" in under(page, EVERY[0])
    assert (
        "burglary fell by 20.0%, from 360 to 288, within normal variation"
        " (as located; with the rows without a location shared out, +10.0%)"
    ) in plain_text(page)
    assert "rows without a location moved from 0.0% to 4.7%" in plain_text(page)


def test_a_verdict_is_not_given_on_an_unsafe_change(tmp_path: Path) -> None:
    """A fall of located rows is no change for the better where all rows rose."""
    config = street(tmp_path)
    unplace(tmp_path)
    _, page, _ = built(config)

    assert "Better" not in page[: page.index("Document details")]
    assert "a change for the better" not in under(page, EVERY[0])


def test_the_public_summary_says_it_too(tmp_path: Path) -> None:
    """And when it is made again from its own file alone."""
    config = street(tmp_path)
    unplace(tmp_path)
    folder = pipeline.build(config, pdf=False).folder
    first = (folder / "public" / "summary.html").read_text(encoding="utf-8")
    pipeline.summary(folder, pdf=False)
    again = (folder / "public" / "summary.html").read_text(encoding="utf-8")

    assert first == again
    assert "shared out, +10.0%" in plain_text(again)
    assert "the change would be: All Recorded Crime +6.0%; Burglary +10.0%." in (
        under(again, EVERY[0])
    )


BREAK = """\
breaks:
  - {category: burglary, date: 2022-04-01, what: sheds count as homes}
"""


def test_a_declared_break_labels_what_it_lies_in(tmp_path: Path) -> None:
    """Of its category alone: shoplifting is recorded as before."""
    config = street(tmp_path)
    path = tmp_path / PARTNERSHIP
    path.write_text(path.read_text(encoding="utf-8") + BREAK, encoding="utf-8")
    assessment, page, warnings = built(config)

    assert warnings == ["break.burglary"]
    table = under(page, EVERY[0])
    assert "Burglary 360 [b] 396 +36 [b] +10.0% [b]" in table
    assert "Shoplifting 240 240 0 0.0%" in table
    assert "The recording of Burglary changed on 1 April 2022: sheds count as homes." in table
    assert "(recording changed on 1 April 2022: sheds count as homes)" in plain_text(page)
    assert finding(assessment, "count.burglary").markers == ("b",)


def test_a_break_of_no_category_is_a_mistake(tmp_path: Path) -> None:
    """It would never be met."""
    config = street(tmp_path)
    path = tmp_path / PARTNERSHIP
    text = BREAK.replace("burglary", "burglery")
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")

    (problem,) = problems_of(config)
    assert problem.endswith("unknown category 'burglery'; did you mean 'burglary'?")


def test_windows_of_unequal_length_label_the_change(tmp_path: Path) -> None:
    """Eleven months against twelve: 334 days and 365."""
    config = street(tmp_path)
    altered(
        tmp_path,
        EDITION,
        "period: {first: 2022-10-01, last: 2023-09-30}\n",
        "period: {first: 2022-11-01, last: 2023-09-30}\n"
        "comparison: {period: {first: 2021-10-01, last: 2022-09-30}}\n",
    )
    _, page, warnings = built(config)

    assert warnings == ["window-length"]
    assert "The period has 334 days, October 2021 to September 2022 has 365." in (
        under(page, EVERY[0])
    )
    assert "from 360 to 363, within normal variation (334 days against 365)" in plain_text(page)
    assert "334 days" not in under(page, EVERY[2])
    # 20 burglaries a month in twelve months, 20 in eleven, 22 in eleven: 100 * 2 / 240 = 0.8
    assert "Lowick 240 220 242 +0.8% [n]" in under(page, "table.places.burglary-by-lsoa")


def test_a_category_that_begins_between_the_periods_has_no_change(tmp_path: Path) -> None:
    """In files from before the crime types of today a category begins when it was made."""
    config = street(tmp_path)
    layout = "config/layouts/police-uk-street.yaml"
    altered(tmp_path, layout, "complete_from: 2013-05-01", "complete_from: 2023-10-01")
    altered(tmp_path, EDITION, "    years: true\n", "")
    for path in (tmp_path / STREET).rglob("*.csv"):
        if path.name < "2022-10":
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace(",Shoplifting,", ",Other theft,"), encoding="utf-8")
    _, page, _ = built(config)

    assert "Shoplifting [x] 240 [x] [x]" in under(page, EVERY[0])
    assert "Shoplifting is counted in the files from October 2022 on, so that there is no" in (
        under(page, EVERY[0])
    )


def test_months_of_another_force_do_not_matter(tmp_path: Path) -> None:
    """A neighbour's one row in the area says nothing of the months without one."""
    config = street(tmp_path)
    path = file(tmp_path, "2022-01")
    text = path.read_text(encoding="utf-8")
    other = text.splitlines(keepends=True)[1].replace("Exampleshire", "Barsetshire")
    path.write_text(text + other.replace("2201000", "2201999", 1), encoding="utf-8")

    assert built(config)[2] == []


def test_a_history_that_the_files_do_not_reach_is_not_missed(tmp_path: Path) -> None:
    """Two years of files hold nothing of a third one, and lack no month of it."""
    config = street(tmp_path)
    altered(tmp_path, EDITION, "history: 1", "history: 2")
    altered(tmp_path, EDITION, "    years: true\n", "")
    altered(tmp_path, EDITION, "    trend: true\n", "")

    _, page, warnings = built(config)
    assert warnings == []
    assert "Caution" not in page


def test_a_month_that_an_earlier_year_lacks_is_told(tmp_path: Path) -> None:
    """Files from November 2020 on: of the first of three years a month is missing."""
    config = street(tmp_path)
    altered(tmp_path, EDITION, "history: 1", "history: 2")
    for month in THEN.earlier().months()[1:]:
        path = file(tmp_path, f"{month.first:%Y-%m}")
        path.parent.mkdir(parents=True)
        path.write_text(HEADER + "".join(rows(month.first, NOW.first)), encoding="utf-8")
    assessment, page, warnings = built(config)

    assert warnings == ["coverage.2020-10"]
    assert finding(assessment, "count.burglary").change == 36
    assert "Burglary [x] 360 396" in under(page, EVERY[2])
    assert "October 2020 is missing" in under(page, EVERY[2])
    assert "Caution" not in under(page, EVERY[0])


OLD = """\
sources:
  old: {file: data/middlemarch/old.csv, layout: counts, title: Published totals}
"""
TOTAL = "category,area,first,last,count\nAll Recorded Crime,Middlemarch,2021-10-01,2022-09-30,600\n"


def test_files_of_one_period_say_nothing_of_locations_in_another(tmp_path: Path) -> None:
    """Last year's 600 are a published total, this year's 528 are counted; no two are mixed."""
    config = street(tmp_path)
    unplace(tmp_path)
    for month in THEN.months():
        file(tmp_path, f"{month.first:%Y-%m}").unlink()
    (tmp_path / "data/middlemarch/old.csv").write_text(TOTAL, encoding="utf-8")
    text = config.read_text(encoding="utf-8")
    start, end = text.index("    categories: ["), text.index("  - {kind: methods")
    plan = "    categories: [all-recorded-crime]\n"
    text = f"{text[:start]}{plan}{text[end:]}".replace("headlines: [Burglary change]\n", "")
    config.write_text(text.replace("sources:\n", OLD), encoding="utf-8")
    assessment, _, warnings = built(config)

    found = finding(assessment, "count.all-recorded-crime")
    # 240 thefts from shops and 396 burglaries, of which 108 have no place
    assert (found.value, found.previous, found.cautions) == (528, 600, ())
    assert "unlocated" not in warnings


def test_what_the_configuration_chooses_is_what_a_caution_may_do() -> None:
    """config/ and the record each name the effects, since neither may import the other."""
    assert {"", *get_args(Chosen)} == set(get_args(Effect))


@real
def test_a_real_county_shows_the_change_both_ways(tmp_path: Path) -> None:
    """Leicestershire: 452 rows without an LSOA in a year, 3,123 in the next.

    The shares are worked out here from the same files: each category of the district grows by the
    county's rows of that category over those that have a location.
    """
    archive = REAL / "street" / "leicestershire_2020-11_2022-10.zip"
    district = named("E07000134")
    now, then = (
        expected(archive, set(district), "2021-11"),
        expected(archive, set(district), "2020-11"),
    )
    config = street(tmp_path)
    lines = "".join(f"  - {{code: {c}, name: {n}, kind: LSOA}}\n" for c, n in district.items())
    altered(tmp_path, PARTNERSHIP, AREAS, f"areas:\n{lines}")
    altered(tmp_path, EDITION, "data/middlemarch/street", archive.as_posix())
    altered(tmp_path, EDITION, "2022-10-01, last: 2023-09-30", "2021-11-01, last: 2022-10-31")
    text = config.read_text(encoding="utf-8")
    start = text.index("  - kind: theme")
    config.write_text(text[:start] + "headlines: [Burglary change]\n", encoding="utf-8")
    assessment, page, warnings = built(config)

    whole = finding(assessment, "count.all-recorded-crime")
    (caution,) = whole.cautions
    assert (caution.numbers["unlocated_before"], caution.numbers["unlocated"]) == (452, 3123)
    assert (whole.value, whole.previous) == (now.counted, then.counted)
    assert caution.numbers["shared"] == pytest.approx(now.shared)
    assert caution.numbers["change_pct"] == pytest.approx(100 * (now.shared / then.shared - 1))
    assert "unlocated" in warnings
    assert "452 of " in under(page, EVERY[0])
    assert "3,123 of " in under(page, EVERY[0])


@dataclass(frozen=True)
class Expected:
    """Recorded crimes of a district, and with their part of those without a location."""

    counted: int
    shared: float


def named(district: str) -> dict[str, str]:
    """Give the LSOAs of 2011 of a district, by code."""
    lookup = REAL / "lookups" / "lsoa11_to_lsoa21_exact.csv"
    with lookup.open(encoding="utf-8-sig", newline="") as text:
        rows = [row for row in DictReader(text) if row["LAD22CD"] == district]
    return {row["LSOA11CD"]: row["LSOA11NM"] for row in rows}


def expected(archive: Path, inside: set[str], since: str) -> Expected:
    """Count a year of an archive by itself."""
    here, every, nowhere = Counter[str](), Counter[str](), Counter[str]()
    with ZipFile(archive) as zipped:
        for name in zipped.namelist():
            if not since <= name[:7] < f"{int(since[:4]) + 1}{since[4:]}":
                continue
            for row in DictReader(TextIOWrapper(zipped.open(name), "utf-8", newline="")):
                kind, code = row["Crime type"], row["LSOA code"]
                every[kind] += 1
                nowhere[kind] += not code
                here[kind] += code in inside
    del here["Anti-social behaviour"]
    parts = (n * every[k] / (every[k] - nowhere[k]) for k, n in here.items())
    return Expected(here.total(), sum(parts))
