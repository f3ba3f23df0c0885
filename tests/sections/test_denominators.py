"""What rates are per 1,000 of, and which of them must be read with care."""

import re
from pathlib import Path

import pytest

from report import pipeline
from report.assessment import Exhibit
from tests.editions import EDITION, PARTNERSHIP, problems_of, sections_of
from tests.made_up import altered, project

POPULATION = "data/middlemarch/2023-24/population.csv"
HEADS = "of: {header: of, type: choice, choices: [residents, households, workday]}"


def table(config: Path) -> Exhibit:
    """The table of the areas with most shoplifting: Tipton 70, Lowick and Frick 30."""
    return sections_of(config)["shoplifting"].exhibits[1]


def heads(root: Path, *rows: str) -> Path:
    """Lay out the made-up project with populations of several kinds."""
    config = project(root)
    altered(root, "config/layouts/population.yaml", "of: {always: residents}", HEADS)
    residents = ("Lowick,2022,3000", "Tipton,2022,2000", "Frick,2022,1000")
    lines = [*(f"{row},residents" for row in residents), *rows]
    text = "\n".join(["area,year,population,of", *lines, ""])
    (root / POPULATION).write_text(text, encoding="utf-8")
    return config


def rates(made: Exhibit) -> list[object]:
    """The rates of a table, and their markers."""
    at = [column.key for column in made.columns].index("rate")
    return [(row.cells[at].value, *row.cells[at].markers) for row in made.rows]


def test_a_rate_names_its_people_and_their_year(tmp_path: Path) -> None:
    """By hand: 70 of 2,000, 30 of 1,000 and 30 of 3,000."""
    made = table(heads(tmp_path))

    assert "Rate per 1,000 residents (2022)" in [column.label for column in made.columns]
    assert rates(made) == [(35.0,), (30.0,), (10.0,)]


def test_the_latest_year_of_each_kind_is_taken(tmp_path: Path) -> None:
    """Up to the year in which the period ends; areas of different years have none in the header."""
    made = table(heads(tmp_path, "Tipton,2023,2500,residents", "Tipton,2024,9999,residents"))

    assert "Rate per 1,000 residents" in [column.label for column in made.columns]
    assert rates(made)[0] == (28.0,)


def test_a_category_may_be_held_against_households(tmp_path: Path) -> None:
    """Where every area has some: 70 of 1,000, 30 of 400, 30 of 1,500; else against residents."""
    rows = ["Lowick,2021,1500,households", "Tipton,2021,1000,households"]
    config = heads(tmp_path, *rows)
    where = "  shoplifting:\n    label: Shoplifting\n"
    altered(tmp_path, "config/categories.yaml", where, f"{where}    denominator: households\n")
    assert rates(table(config)) == [(35.0,), (30.0,), (10.0,)]

    with (tmp_path / POPULATION).open("a", encoding="utf-8") as file:
        file.write("Frick,2021,400,households\n")
    made = table(config)
    assert "Rate per 1,000 households (2021)" in [column.label for column in made.columns]
    assert rates(made) == [(70.0,), (75.0,), (20.0,)]


def test_few_people_are_marked(tmp_path: Path) -> None:
    """Fewer than the edition says, here 1,500."""
    config = heads(tmp_path)
    altered(tmp_path, EDITION, "history: 1\n", "history: 1\nrates: {residents: 1500}\n")
    made = table(config)

    assert rates(made) == [(35.0,), (30.0, "u"), (10.0,)]
    assert made.rates
    assert (made.rates.few, made.rates.visited) == (("Frick",), ())


def test_where_many_visit_is_marked(tmp_path: Path) -> None:
    """Tipton has 4,000 by day and 2,000 residents; Lowick is declared."""
    config = heads(tmp_path, "Tipton,2022,4000,workday", "Frick,2022,1999,workday")
    assert rates(table(config)) == [(35.0, "u"), (30.0,), (10.0,)]

    altered(tmp_path, PARTNERSHIP, "responsible_a", "visitor_driven: [beat-1]\nresponsible_a")
    made = table(config)
    assert rates(made) == [(35.0, "u"), (30.0,), (10.0, "u")]
    assert made.rates
    assert made.rates.visited == ("Tipton",)  # Lowick does not stand on the page


def test_the_reader_is_told(tmp_path: Path) -> None:
    """Under the table, in words; and that eight months are no year."""
    config = heads(tmp_path, "Tipton,2022,4000,workday")
    altered(tmp_path, EDITION, "history: 1\n", "history: 1\nrates: {residents: 1500}\n")
    page = (pipeline.build(config, pdf=False).folder / "report.html").read_text(encoding="utf-8")

    text = re.sub("<[^>]+>", "", page)
    assert "The rates are for 1 April to 5 December 2023, not for a whole year." in text
    assert "Few people are in Frick: one case more or less moves the rate a great deal." in text
    assert "Many who are in Tipton do not live there: the rate does not tell the risk to" in text
    assert "[u] a rate to be read with care." in text


def test_an_unknown_area_of_visitors_is_told(tmp_path: Path) -> None:
    """With the code that was meant."""
    config = project(tmp_path)
    altered(tmp_path, PARTNERSHIP, "responsible_a", "visitor_driven: [beet-1]\nresponsible_a")

    assert problems_of(config) == [
        f"{PARTNERSHIP}: visitor_driven: 'beet-1' is no area's code; did you mean 'beat-1'?"
    ]


@pytest.mark.parametrize(
    ("rate", "told"),
    [
        ("10", []),
        (
            "12",
            [
                "data/middlemarch/2023-24/rates.csv:2:"
                " rates in Lowick are of different populations:"
                " 300 at 100 per 1,000 of 2,986 to 3,015 and 30 at 12 per 1,000 of 2,400 to 2,608;"
                " ask the publisher, or accept it with a reason under 'accept: implied.rates'"
                " [implied.rates]"
            ],
        ),
    ],
)
def test_published_rates_of_different_populations_are_told(
    tmp_path: Path, rate: str, told: list[str]
) -> None:
    """By hand: 300,000 / 100.5 to 99.5 people; 30,000 / 12.5 to 11.5 are others."""
    config = project(tmp_path)
    source = "  rates: {file: rates.csv, layout: rates, title: Rates, origin: given}\n"
    altered(tmp_path, EDITION, "sources:\n", f"sources:\n{source}")
    (tmp_path / "data" / "middlemarch" / "2023-24" / "rates.csv").write_text(
        "category,area,first,last,count,rate\n"
        "All Crime,Lowick,2023-04-01,2023-12-05,300,100\n"
        f"Shoplifting,Lowick,2023-04-01,2023-12-05,30,{rate}\n"
    )

    assert [w for w in map(str, pipeline.check(config).warnings) if "implied" in w] == told
