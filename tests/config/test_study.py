"""Mistakes in the YAML: each has its line, and what to do about it."""

from datetime import date
from pathlib import Path

import pytest

from report.periods import Period
from tests.config.mistakes import CATEGORIES, LAYOUT, Mistake, told
from tests.editions import CHAPTER, EDITION, PARTNERSHIP, problems_of, sections_of, study_of
from tests.made_up import altered, project


def test_an_edition_without_mistakes_is_a_study(tmp_path: Path) -> None:
    """What the YAML says is what the rest of the program uses."""
    study = study_of(project(tmp_path))

    assert study.id == "middlemarch/2023-24"
    assert study.root == tmp_path
    assert study.period == Period(date(2023, 4, 1), date(2023, 12, 5), "year to date")
    assert study.comparison == Period(date(2022, 4, 1), date(2022, 12, 5), "year to date")
    assert list(study.areas()) == ["E99000001", "beat-1", "beat-2", "beat-3"]
    assert [plan.id for plan in study.walk()][:5] == [
        *("front", "overview", "analysis", "beats", "shoplifting")
    ]


def test_the_ending_of_the_file_name_may_be_left_out(tmp_path: Path) -> None:
    """As `psa check config/middlemarch/2023-24`."""
    assert study_of(project(tmp_path).with_suffix("")).id == "middlemarch/2023-24"


MISTAKES = {
    "section kind": (
        EDITION,
        "- kind: overview",
        "- kind: overveiw",
        "unknown section kind 'overveiw'; did you mean 'overview'?",
    ),
    "category": (
        EDITION,
        "categories: [all-crime, robbery, shoplifting]\n    whole",
        "categories: [all-crime, robery, shoplifting]\n    whole",
        "unknown category 'robery'; did you mean 'robbery'?",
    ),
    "category of a part": (
        EDITION,
        "category: shoplifting",
        "category: shop-lifting",
        "unknown category 'shop-lifting'; did you mean 'shoplifting'?",
    ),
    "category without a like": (
        EDITION,
        "whole: all-crime",
        "whole: bigamy",
        "unknown category 'bigamy'; add it to config/categories.yaml",
    ),
    "part of a category": (
        CATEGORIES,
        "parts: [asb-complaints-police,",
        "parts: [asb-complaint-police,",
        "unknown category 'asb-complaint-police'; did you mean 'asb-complaints-police'?",
    ),
    "part that counts something else": (
        CATEGORIES,
        "parts: [criminal-damage, arson]",
        "parts: [criminal-damage, anti-social-behaviour]",
        "'anti-social-behaviour' counts incidents, and 'criminal-damage-and-arson' offences;"
        " add up like with like",
    ),
    "circle of parts": (
        CATEGORIES,
        "parts: [criminal-damage, arson]",
        "parts: [criminal-damage-and-arson, arson]",
        "'criminal-damage-and-arson' is among its own parts, through 'criminal-damage-and-arson';"
        " take one of them out",
    ),
    "code in two categories": (
        CATEGORIES,
        "codes: [56A, 56B]",
        "codes: [56A, 056B, 058a]",
        "the offence code '058a' stands in 'criminal-damage' too;"
        " keep it in one category: it would count twice",
    ),
    "code of a category with parts": (
        CATEGORIES,
        "    label: Drug Offences\n",
        "    label: Drug Offences\n    codes: [92X]\n",
        "'drug-offences' has parts, and codes of its own;"
        " put the codes into a category that is one of its parts",
    ),
    "source": (
        EDITION,
        "tables: [visits]",
        "tables: [visit]",
        "unknown source 'visit'; did you mean 'visits'?",
    ),
    "source of a profile": (
        EDITION,
        "source: who,",
        "source: whom,",
        "'whom' is not a source with the layout 'profile'; did you mean 'who'?",
    ),
    "layout": (
        EDITION,
        "layout: counts",
        "layout: count",
        "unknown layout 'count'; did you mean 'counts'?",
    ),
    "areas": (
        EDITION,
        "category: all-crime, areas: beat",
        "category: all-crime, areas: beet",
        "the partnership has no areas of kind 'beet'; did you mean 'beat'?",
    ),
    "area": (
        EDITION,
        "category: all-crime, areas: beat}",
        "category: all-crime, areas: beat, only: [Lowik]}",
        "unknown area 'Lowik'; did you mean 'Lowick'?",
    ),
    "areas of definitions": (
        EDITION,
        "numbered: false, areas: beat",
        "numbered: false, areas: beet",
        "the partnership has no areas of kind 'beet'; did you mean 'beat'?",
    ),
    "chapter": (
        EDITION,
        "chapter: analysis.md",
        "chapter: analisys.md",
        "no file 'analisys.md' in config/middlemarch/2023-24; did you mean 'analysis.md'?",
    ),
    "chapter elsewhere": (
        EDITION,
        "chapter: analysis.md",
        "chapter: /etc/passwd",
        "'/etc/passwd' lies outside the project; put it into the folder of the edition",
    ),
    "finding of a headline": (
        EDITION,
        "headlines: [All Crime change",
        "headlines: [Al Crime change",
        "unknown finding 'Al Crime change'; did you mean 'All Crime change'?",
    ),
    "area code twice": (
        PARTNERSHIP,
        "code: beat-2",
        "code: beat-1",
        "another area is called 'beat-1' too; give each a name of its own",
    ),
    "area name twice": (
        PARTNERSHIP,
        "name: Tipton",
        "name: lowick",
        "another area is called 'lowick' too; give each a name of its own",
    ),
    "priority twice": (
        EDITION,
        "headlines: [",
        "  - {id: retail, title: Shops}\nheadlines: [",
        "the id 'retail' stands twice in 'priorities', first on line 57; rename one",
    ),
    "quoted label twice": (
        EDITION,
        'November 2023"}\n',
        'November 2023"}\n  - {label: Visits a day, printed: many, source: A report}\n',
        "the label 'Visits a day' stands twice in 'quoted', first on line 60; rename one",
    ),
    "category label twice": (
        CATEGORIES,
        "label: Shoplifting",
        "label: Robbery",
        "another category is called 'robbery' too; give each a name of its own",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_has_its_line_and_what_to_do(tmp_path: Path, mistake: Mistake) -> None:
    """One mistake gives one problem."""
    found, expected = told(tmp_path, mistake)

    assert found == expected


def test_every_mistake_of_the_three_files_is_told_at_once(tmp_path: Path) -> None:
    """An analyst mends all of them before the next run."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, "status: final", "status: finl")
    altered(tmp_path, EDITION, "kind: peers", "kind: piers")
    altered(tmp_path, PARTNERSHIP, "short_name:", "shortname:")
    altered(tmp_path, CATEGORIES, "label: All Crime\n", "lable: All Crime\n")

    told = [problem.partition("; ")[0] for problem in problems_of(config)]
    assert told == [
        "config/categories.yaml:6: unknown key 'lable'",
        "config/middlemarch/2023-24.yaml:4: status: 'finl' is not known",
        "config/middlemarch/2023-24.yaml:43: unknown section kind 'piers'",
        "config/middlemarch/partnership.yaml:2: unknown key 'shortname'",
    ]


def test_names_are_looked_up_once_the_keys_are_right(tmp_path: Path) -> None:
    """A pass begins when the one before it found nothing."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, "status: final", "status: finl")
    altered(tmp_path, EDITION, "layout: peers", "layout: piers")
    altered(tmp_path, EDITION, "file: who.csv", "file: whom.csv")
    shown = "config/middlemarch/2023-24.yaml"
    assert problems_of(config) == [f"{shown}:4: status: 'finl' is not known; did you mean 'final'?"]

    altered(tmp_path, EDITION, "status: finl", "status: final")
    assert problems_of(config) == [f"{shown}:8: unknown layout 'piers'; did you mean 'peers'?"]

    altered(tmp_path, EDITION, "layout: piers", "layout: peers")
    (problem,) = problems_of(config)
    assert problem.startswith(f"{shown}:10: no file 'whom.csv' in data/middlemarch/2023-24")


def test_two_sections_of_one_id_are_refused(tmp_path: Path) -> None:
    """Ids are how two years' editions are compared."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, "id: peers, title", "id: overview, title")

    assert problems_of(config) == [
        f"{EDITION}:43: the section id 'overview' stands twice, first on line 17; rename one"
    ]


def test_a_missing_partnership_is_said_so(tmp_path: Path) -> None:
    """Every partnership has its file beside its editions."""
    config = project(tmp_path)
    (tmp_path / PARTNERSHIP).unlink()

    (problem,) = problems_of(config)
    assert problem.startswith(f"{PARTNERSHIP}: no such file; copy one from another partnership")


def test_a_chapter_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    """Saved by an editor that writes Windows' own encoding."""
    config = project(tmp_path)
    (tmp_path / CHAPTER).write_bytes("One\n\nTwo – three\n".encode("cp1252"))

    assert problems_of(config) == [f"{CHAPTER}:3: is not UTF-8 text; save it as UTF-8"]


def test_two_mistakes_in_one_layout_are_told_once(tmp_path: Path) -> None:
    """A layout covers every column of its table, and no other."""
    config = project(tmp_path)
    altered(tmp_path, LAYOUT, "  first: {header: first, type: date}\n", "")

    assert problems_of(config) == [f"{LAYOUT}:1: columns missing: first; columns unknown: none"]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("  - Strategic Group:\n      - Joint Action Group\n", [("Joint Action Group", 2)]),
        ("  - Strategic Group: Joint Action Group\n", [("Joint Action Group", 2)]),
        ("  - Strategic Group:\n", []),
        ("  - Strategic Group\n  - Panel\n", [("Panel", 1)]),
        ("  - Strategic Group:\n    Panel:\n", [("Panel", 1)]),
    ],
    ids=["list", "one on the line", "none yet", "titles", "without a dash"],
)
def test_a_delivery_structure_loses_no_group(
    tmp_path: Path, text: str, levels: list[tuple[str, int]]
) -> None:
    """However its nested list is typed."""
    config = project(tmp_path)
    typed = "  - Strategic Group:\n      - Joint Action Group\n"
    altered(tmp_path, PARTNERSHIP, typed, text)

    rows = sections_of(config)["structure"].exhibits[-1].rows
    found = [(row.cells[1].value, row.cells[0].value) for row in rows]
    assert found == [("Strategic Group", 1), *levels]
