"""The figures against each other: what contradicts itself, and what an edition may accept."""

import shutil
from pathlib import Path

import pytest

from report import pipeline
from report.errors import Problem
from tests.editions import COUNTS, EDITION, problems_of
from tests.made_up import altered, project
from tests.monthly import monthly

DATA = "data/middlemarch/2023-24"
FRICK = "All Crime,Frick,2023-04-01,2023-12-05,200\n"
FRICK_BEFORE = "All Crime,Frick,2022-04-01,2022-12-05,250\n"
ROBBERY = "Robbery,Middlemarch,2023-04-01,2023-12-05,12\n"
ROBBERY_BEFORE = "Robbery,Middlemarch,2022-04-01,2022-12-05,20\n"


def warnings(config: Path) -> list[Problem]:
    return pipeline.check(config).warnings


def test_figures_that_agree_raise_nothing(tmp_path: Path) -> None:
    """The made-up edition: 300, 400 and 200 in the beats, 920 in the district."""
    config = project(tmp_path)

    assert problems_of(config) == []
    assert warnings(config) == []


# file, text as it is, text that contradicts, the problem without its place, its line
ERRORS: dict[str, tuple[str, str, str, str]] = {
    "count twice": (
        "counts.csv",
        ROBBERY,
        ROBBERY + ROBBERY,
        f":5: Robbery, Middlemarch, 2023-04-01, 2023-12-05: stands twice, first in {COUNTS}:4;"
        " remove one of the rows",
    ),
    "count twice under two names": (
        "counts.csv",
        ROBBERY,
        ROBBERY + "robbery,E99000001,2023-04-01,2023-12-05,13\n",
        f":5: Robbery, Middlemarch, 2023-04-01, 2023-12-05: stands twice, first in {COUNTS}:4;"
        " remove one of the rows",
    ),
    "population twice": (
        "population.csv",
        "Lowick,2022,3000\n",
        "Lowick,2022,3000\nLowick,2022,3001\n",
        f":3: Lowick, 2022, residents: stands twice, first in {DATA}/population.csv:2;"
        " remove one of the rows",
    ),
    "population nought": (
        "population.csv",
        "Lowick,2022,3000\n",
        "Lowick,2022,0\n",
        ":2: nobody lives in Lowick; look the number up, or take the row out and set 'rate: false'",
    ),
    "position twice": (
        "peers.csv",
        "robbery,2023-10-31,1,3\n",
        "robbery,2023-10-31,1,3\nrobbery,2023-10-31,2,3\n",
        f":6: Robbery, 2023-10-31: stands twice, first in {DATA}/peers.csv:5;"
        " remove one of the rows",
    ),
    "period that ends first": (
        "counts.csv",
        "Robbery,Middlemarch,2023-04-01,2023-12-05",
        "Robbery,Middlemarch,2023-12-05,2023-04-01",
        ":4: the period ends (2023-04-01) before it starts (2023-12-05)",
    ),
    "position outside its group": (
        "peers.csv",
        "robbery,2023-10-31,1,3",
        "robbery,2023-10-31,4,3",
        ":5: position 4 in a group of 3; positions run from 1, the lowest rate",
    ),
    "position nought": (
        "peers.csv",
        "robbery,2023-10-31,1,3",
        "robbery,2023-10-31,0,3",
        ":5: position 0 in a group of 3; positions run from 1, the lowest rate",
    ),
    "part above its base": (
        "who.csv",
        "female,all,25,179",
        "female,all,179,25",
        ":2: the count, 179, is more than its base, 25; look whether the two were exchanged",
    ),
    "more than all": (
        "who.csv",
        "female,all,25,179,,",
        "female,all,,,140,",
        ":2: 140 per cent is more than all",
    ),
    "two recommendations of one id": (
        "recommendations.csv",
        "2,strategic-group",
        "2,retail-plan",
        f":3: retail-plan: stands twice, first in {DATA}/recommendations.csv:2;"
        " remove one of the rows",
    ),
    "numbers with a gap": (
        "recommendations.csv",
        "2,strategic-group",
        "3,strategic-group",
        ":3: recommendation 3 stands where 2 is next; number them 1, 2, 3 without gaps",
    ),
    "recommendation without a reason": (
        "recommendations.csv",
        "The plan has no owner.",
        "",
        ":3: recommendation 2 has neither evidence nor a reason; fill in 'evidence' or 'because'",
    ),
}


@pytest.mark.parametrize(("file", "right", "wrong", "problem"), ERRORS.values(), ids=ERRORS)
def test_what_cannot_be_true_stops_the_build(
    tmp_path: Path, file: str, right: str, wrong: str, problem: str
) -> None:
    """One contradiction gives one problem, on its row."""
    config = project(tmp_path)
    altered(tmp_path, f"{DATA}/{file}", right, wrong)

    assert problems_of(config) == [f"{DATA}/{file}{problem}"]


def test_a_category_larger_than_the_whole_of_its_overview(tmp_path: Path) -> None:
    """No part of it in categories.yaml; the overview says what the whole is."""
    config = project(tmp_path)
    altered(tmp_path, "config/categories.yaml", "      - robbery\n", "")
    altered(tmp_path, COUNTS, "2023-12-05,12\n", "2023-12-05,1200\n")
    (warning,) = pipeline.check(config).warnings

    assert str(warning) == (
        f"{COUNTS}:4: Robbery, 1 April to 5 December 2023: a part of All Crime counts 1,200, "
        "the whole is 920; find the cause, or accept it with a reason under "
        "'accept: excess.all-crime' [excess.all-crime]"
    )


def test_files_of_months_are_those_of_their_edition(tmp_path: Path) -> None:
    """No row is as long as the period, and each of its months has one."""
    assert problems_of(monthly(tmp_path)) == []


def test_the_files_of_another_edition_are_told_once(tmp_path: Path) -> None:
    """Last year's data in this year's folder: not one problem for each section."""
    config = project(tmp_path)
    altered(tmp_path, COUNTS, "2022-", "2021-")
    altered(tmp_path, COUNTS, "2023-", "2022-")

    assert problems_of(config) == [
        f"{COUNTS}: no row is for 1 April to 5 December 2023;"
        " the latest is for 1 April to 5 December 2022;"
        " put this edition's file here, or correct the dates"
    ]


def test_a_copy_with_last_years_dates_is_told(tmp_path: Path) -> None:
    """Copied for the next year, and its period left as it was."""
    config = project(tmp_path)
    copy = config.with_name("2024-25.yaml")
    shutil.copy(config, copy)
    shutil.copytree(config.with_suffix(""), copy.with_suffix(""))
    shutil.copytree(tmp_path / DATA, tmp_path / "data" / "middlemarch" / "2024-25")

    (kept,) = warnings(copy)
    assert (kept.id, str(kept.where)) == ("same-period", "config/middlemarch/2024-25.yaml:1")
    assert kept.what == "2023-24.yaml has the same period, 1 April to 5 December 2023"


def test_a_day_of_publication_within_the_period_is_told(tmp_path: Path) -> None:
    """Last year's, left standing: nobody publishes what is not yet recorded."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, "published: 2024-01-31", "published: 2023-06-30")

    (kept,) = warnings(config)
    assert (kept.id, str(kept.where)) == ("published", f"{EDITION}:3")
    assert kept.what == "published on 30 June 2023, before the period ends on 5 December 2023"


def test_a_count_that_a_section_needs_is_missing(tmp_path: Path) -> None:
    """A wrong date makes a row one of another period; the section that asks for it is named."""
    config = project(tmp_path)
    altered(tmp_path, COUNTS, ROBBERY, ROBBERY.replace("12-05", "12-06"))

    assert problems_of(config) == [
        f"{EDITION}:16: no source counts 'robbery' in Middlemarch for 1 April to 5 December 2023;"
        " add rows for it to a source, or take it out of the section"
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "line", "what", "id_"),
    [
        # 6 December for 5 December: the row would be left out without a word
        (
            *(ROBBERY_BEFORE, ROBBERY_BEFORE.replace("12-05", "12-06")),
            *(4, "Robbery in Middlemarch", "gap.robbery"),
        ),
        (FRICK_BEFORE, "", 12, "All Crime in Frick", "gap.all-crime.beat"),
    ],
    ids=["date", "row"],
)
def test_a_count_without_its_comparison_is_a_warning(
    tmp_path: Path, right: str, wrong: str, line: int, what: str, id_: str
) -> None:
    """Where there are counts of other periods, a missing one is told."""
    config = project(tmp_path)
    altered(tmp_path, COUNTS, right, wrong)

    (warning,) = warnings(config)
    assert str(warning.where) == f"{COUNTS}:{line}"
    assert warning.what == f"{what} has no row for 1 April to 5 December 2022"
    assert (warning.severity, warning.id) == ("warning", id_)


def test_a_category_that_is_new_lacks_no_comparison(tmp_path: Path) -> None:
    """What was counted in one period alone is compared with nothing."""
    config = project(tmp_path)
    altered(tmp_path, COUNTS, ROBBERY_BEFORE, "")

    assert warnings(config) == []


# 300 + 400 + 400 in the beats, 920 in the district
EXCESS = (COUNTS, FRICK, FRICK.replace("200", "400"))


def test_parts_larger_than_their_whole_are_a_warning(tmp_path: Path) -> None:
    """The first of the parts' rows is named, and the id to accept it by."""
    config = project(tmp_path)
    altered(tmp_path, *EXCESS)

    (warning,) = warnings(config)
    assert str(warning) == (
        f"{COUNTS}:8: All Crime, 1 April to 5 December 2023: the beats add up to 1,100,"
        " the whole is 920; find the cause,"
        " or accept it with a reason under 'accept: excess.all-crime.beat' [excess.all-crime.beat]"
    )


def test_parts_as_large_as_their_whole_are_fine(tmp_path: Path) -> None:
    """300 + 400 + 220 are 920."""
    config = project(tmp_path)
    altered(tmp_path, COUNTS, FRICK, FRICK.replace("200", "220"))

    assert warnings(config) == []


def test_categories_that_add_up_to_another_are_checked(tmp_path: Path) -> None:
    """Robbery and shoplifting as declared parts of all crime: 142 of 100."""
    config = project(tmp_path)
    altered(tmp_path, COUNTS, "2023-12-05,920", "2023-12-05,100")

    found = {warning.id: warning.what for warning in warnings(config)}
    what = "All Crime, 1 April to 5 December 2023: its parts add up to 142, the whole is 100"
    assert found["excess.all-crime"] == what


def test_a_warning_is_accepted_by_its_id_with_a_reason(tmp_path: Path) -> None:
    """The reason is printed with the sources and methods."""
    config = project(tmp_path)
    altered(tmp_path, *EXCESS)
    reason = "The beats count offences by the place of the report."
    altered(tmp_path, EDITION, "quoted:", f"accept: {{excess.all-crime.beat: {reason}}}\nquoted:")

    assert problems_of(config) == []
    assert warnings(config) == []
    folder = pipeline.build(config, pdf=False, strict=True).folder
    assert reason in (folder / "report.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("id_", "advice"),
    [
        ("excess.al-crime.beat", "did you mean 'excess.all-crime.beat'?"),
        ("window-length", "remove it"),
    ],
)
def test_what_accepts_nothing_is_told(tmp_path: Path, id_: str, advice: str) -> None:
    """A reason that outlived its warning would be printed for nothing."""
    config = project(tmp_path)
    altered(tmp_path, *EXCESS)
    altered(tmp_path, EDITION, "quoted:", f"accept: {{{id_}: known}}\nquoted:")

    lines = (tmp_path / EDITION).read_text(encoding="utf-8").splitlines()
    line = lines.index("quoted:")  # the line before it, counted from 1
    assert problems_of(config) == [f"{EDITION}:{line}: no warning '{id_}' was raised; {advice}"]


def test_windows_of_unequal_length_are_a_warning(tmp_path: Path) -> None:
    """29 February 2024 lies in one of the two: 275 days against 274."""
    config = project(tmp_path)
    for file in (EDITION, COUNTS):
        altered(tmp_path, file, "2023-04-01", "2023-06-01")
        altered(tmp_path, file, "2023-12-05", "2024-03-01")
    altered(tmp_path, COUNTS, "2022-04-01,2022-12-05", "2022-06-01,2023-03-01")
    altered(tmp_path, EDITION, "published: 2024-01-31", "published: 2024-06-30")

    found = [(w.id, w.what) for w in warnings(config)]
    assert found == [("window-length", "the period has 275 days, its comparison 274")]


def test_positions_in_groups_of_two_sizes_are_a_warning(tmp_path: Path) -> None:
    """3rd of 15 and 1st of 3 are no movement."""
    config = project(tmp_path)
    altered(tmp_path, f"{DATA}/peers.csv", "robbery,2023-10-31,1,3", "robbery,2023-10-31,1,15")

    (warning,) = warnings(config)
    assert warning.what == "Robbery has positions in groups of 3 and 15"
    assert (str(warning.where), warning.id) == (f"{DATA}/peers.csv:5", "group.robbery")


def test_positions_of_the_year_before_are_a_warning(tmp_path: Path) -> None:
    """Last year's file, copied and forgotten."""
    config = project(tmp_path)
    path = tmp_path / DATA / "peers.csv"
    text = path.read_text(encoding="utf-8")
    text = text.replace("2022-10-31", "2021-10-31").replace("2023-10-31", "2022-10-31")
    path.write_text(text, encoding="utf-8")

    (warning,) = warnings(config)
    assert warning.what == ("the latest position is for 31 October 2022, before the period begins")
    assert warning.id == "old-positions"
