"""The made-up partnership with a source of months: three financial years of burglary."""

from pathlib import Path

from tests.editions import COUNTS, EDITION
from tests.made_up import altered, project

# From April to March. The last year has 60 in June, against 330 in the other eleven months.
MONTHS = {
    2021: (20, 22, 24, 26, 28, 30, 32, 34, 36, 34, 32, 30),
    2022: (24, 24, 24, 30, 30, 30, 30, 30, 30, 36, 36, 36),
    2023: (22, 23, 60, 28, 29, 30, 31, 32, 33, 35, 27, 40),
}

# Of an average month of the year from April, in per cent; they add up to 1,200.
YEAR = (90, 80, 90, 100, 110, 120, 130, 120, 100, 90, 90, 80)

SERIES = "config/series.yaml"

YAML = """\
period: {first: 2023-04-01, last: 2024-03-31, basis: financial year}
history: 2
published: 2024-06-30
status: final
document: {title: Middlemarch strategic assessment}
sources:
  counts: {file: counts.csv, layout: counts, title: Offences by month}
sections:
  - kind: months
    id: burglary
    title: Burglary by month
    category: burglary
    rolling: true
    profile: true
  - {kind: methods, id: methods, title: Sources and methods}
"""


def row(year: int, month: int, count: int) -> str:
    """Give the line of a month, the financial year's first being 1 and April."""
    number, calendar_year = (month + 2) % 12 + 1, year + (month > 9)
    days = {2: 29 if calendar_year % 4 == 0 else 28, 4: 30, 6: 30, 9: 30, 11: 30}.get(number, 31)
    dates = f"{calendar_year}-{number:02d}-01,{calendar_year}-{number:02d}-{days}"
    return f"Burglary,Middlemarch,{dates},{count}\n"


def monthly(folder: Path) -> Path:
    """Lay out the project in a folder, and give the path of its edition."""
    config = project(folder)
    config.write_text(YAML, encoding="utf-8")
    lines = [row(y, at, n) for y, counts in MONTHS.items() for at, n in enumerate(counts, start=1)]
    text = "category,area,first,last,count\n" + "".join(lines)
    (folder / COUNTS).write_text(text, encoding="utf-8")
    assert config == folder / EDITION
    return config


def watched(folder: Path, keys: str = "control_chart: true") -> Path:
    """Lay it out with keys for what is usual instead of totals and profile."""
    config = monthly(folder)
    lines = "".join(f"    {key}\n" for key in keys.split("\n"))
    altered(folder, EDITION, "    rolling: true\n    profile: true\n", lines)
    return config


def everything(folder: Path, keys: str) -> Path:
    """Ask for the season of all months: the pandemic's are not left out."""
    config = watched(folder, keys)
    span = "\n    - {first: 2020-04, last: 2021-07, what: the restrictions of the pandemic}"
    altered(folder, SERIES, span, " []")
    return config


def seasonal(folder: Path, keys: str = "season: true\ntrend: true", growth: float = 1.1) -> Path:
    """Let the made-up months have a season, and grow by a factor from year to year."""
    config = everything(folder, keys)
    for back, (year, counts) in enumerate(MONTHS.items()):
        for at, count in enumerate(counts, start=1):
            new = round(2 * YEAR[at - 1] * growth**back) + (at + back) % 3
            altered(folder, COUNTS, row(year, at, count), row(year, at, new))
    return config
