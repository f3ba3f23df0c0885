"""A made-up county of twelve beats, three of them Middlemarch's, for labels against the county.

Shoplifting, April to 5 December 2023, and residents of 2022:

    Tipton 70 of 2,000, Frick 25 of 1,000, Lowick 30 of 3,000, and nine beats with 10 of 1,000 each:
    215 of 15,000, which is 14.33 per 1,000
"""

from pathlib import Path

from tests.editions import COUNTS, EDITION, PARTNERSHIP
from tests.made_up import EDITION as YAML
from tests.made_up import altered, project

DATES = "2023-04-01,2023-12-05"
PEOPLE = "data/middlemarch/2023-24/population.csv"
OTHERS = [f"other-{number}" for number in range(1, 10)]

DECLARED = "labels: [{label: High, from_count: 60}, {label: Usual, from_count: 0}]"
NAMED = ("overdispersed funnel", "poisson funnel", "counts above the mean", "highest fifth")


def labelled(folder: Path, labels: str = "labels: default", others: int = 10) -> Path:
    """Lay out the project with labels; others: how many are counted in each of the other beats."""
    config = project(folder)
    county = "county: {code: C1, name: Exampleshire, kind: county}\nareas:\n"
    lines = "  - {code: D2, name: Barchester, kind: district, inside: [C1]}\n" + "".join(
        f"  - {{code: {code}, name: {code.title()}, kind: beat, inside: [D2]}}\n" for code in OTHERS
    )
    altered(folder, PARTNERSHIP, "areas:\n", county + lines)
    rows = "".join(f"Shoplifting,{code},{DATES},{others}\n" for code in OTHERS)
    altered(folder, COUNTS, f"Frick,{DATES},30\n", f"Frick,{DATES},25\n" + rows)
    people = "".join(f"{code},2022,1000\n" for code in OTHERS)
    altered(folder, PEOPLE, "Frick,2022,1000\n", "Frick,2022,1000\n" + people)
    altered(folder, EDITION, "number: 2\n", "number: 3\n")
    altered(folder, EDITION, DECLARED, labels)
    return config


def by_every_method(folder: Path) -> Path:
    """Lay out a theme for each method, with intervals."""
    config = labelled(folder)
    themes = "".join(
        f"  - {{kind: theme, id: {name.replace(' ', '-')}, title: {name}, category: shoplifting,"
        f" top: {{areas: beat, name: {name}, labels: {name}, interval: true}}}}\n"
        for name in NAMED
    )
    altered(folder, EDITION, "priorities:\n", themes + "priorities:\n")
    return config


def last_year(folder: Path, labels: str, edition: str = "2022-23") -> None:
    """Lay out an edition of an earlier year with other labels."""
    year = edition[:4]
    text = YAML.replace("2023-04-01", f"{year}-04-01").replace("2023-12-05", f"{year}-12-05")
    assert DECLARED in text
    path = folder / "config" / "middlemarch" / f"{edition}.yaml"
    path.write_text(text.replace(DECLARED, labels), encoding="utf-8")
