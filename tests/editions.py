"""Take the made-up project some steps of the way, for tests that look at one of them."""

import os
import subprocess
import sys
from pathlib import Path

from report import pipeline
from report.assessment import Section
from report.config.edition import read_study
from report.config.study import Study
from report.errors import InputError
from report.sections import SECTIONS, assess_all
from report.sources.gazetteer import listing
from report.sources.reading import read_sources
from tests.made_up import ROOT

EDITIONS = (
    *("north-west-leicestershire/2011-12", "charnwood/2023-24", "charnwood/2022-23"),
    *("north-west-leicestershire/2017-18", "north-west-leicestershire/2024-26"),
    "middlemarch/2024-25",
)

COUNTS = "data/middlemarch/2023-24/counts.csv"
EDITION = "config/middlemarch/2023-24.yaml"
PARTNERSHIP = "config/middlemarch/partnership.yaml"
CHAPTER = "config/middlemarch/2023-24/analysis.md"


def study_of(config: Path) -> Study:
    """Read the YAML, and the areas that sources list."""
    return listing(read_study(config, {kind: plan for kind, (plan, _) in SECTIONS.items()}))


def sections_of(config: Path) -> dict[str, Section]:
    """Read the YAML and the sources, and give every section and part by its id."""
    study = study_of(config)
    tables, _ = read_sources(study)
    return {s.id: s for top in assess_all(study, tables) for s in top.walk()}


def problems_of(config: Path) -> list[str]:
    """Give the problems of the first pass that has any, as they are printed."""
    try:
        pipeline.check(config)
    except InputError as error:
        return [str(problem) for problem in error.problems]
    return []


def warnings_of(config: Path) -> list[str]:
    """Give the warnings of a sound edition, as they are printed."""
    return [str(problem) for problem in pipeline.check(config).warnings]


def psa(*arguments: object, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own, where every warning is an error."""
    code = "from report.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code, *map(str, arguments)],
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
