"""Which method labels the areas of a table, and what stands under it."""

import re
from pathlib import Path

import pytest

from report.assessment import Exhibit
from report.words import cell
from tests.editions import COUNTS, EDITION, PARTNERSHIP, problems_of, sections_of
from tests.labelled import DATES, DECLARED, OTHERS, PEOPLE, by_every_method, labelled, last_year
from tests.made_up import altered
from tests.pages import assessed, page, read

RULES = "config/classification.yaml"


def table(config: Path) -> Exhibit:
    """Give the table of the beats with most shoplifting."""
    return next(e for e in sections_of(config)["shoplifting"].exhibits if e.form == "top areas")


def labels(config: Path) -> list[str]:
    """Give the labels of Tipton, Lowick and Frick, who have 70, 30 and 25."""
    found = table(config)
    at = [column.key for column in found.columns].index("label")
    return [str(row.cells[at].value) for row in found.printed()]


HIGH, VERY, LOW = "Significantly High", "Very Significantly High", "Significantly Low"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        # 70, 30, 25 where 28.7, 43 and 14.3 are expected: of 25 the 95 % interval begins at 16.174,
        # that of 99.8 % at 12.304 (method-oracles.json); of 30 the 95 % one ends at 42.83
        ("poisson funnel", [VERY, LOW, HIGH]),
        # mean 215/12 = 17.9; squares 146.0 + 2,712.7 + 50.2 + 9 × 62.7 = 3,473, √(3,473/11) = 17.8:
        # 35.7 and 53.5
        ("counts above the mean", [VERY, "Above Average", "Above Average"]),
        # rates 35, 25 and ten times 10: the 80th percentile is 10, the 90th 10 + 0.9 × 15 = 23.5
        ("highest fifth", ["Highest tenth", "Below the median", "Highest tenth"]),
        # scores by chance 2 (√n - √E): 6.03, -2.16, 2.43 and nine times -1.25; a tenth at each end
        # drawn in to 2.06 and -1.25: φ = (10 × 1.555 + 2 × 4.246) / 12 = 2.00; w = 4 E, so that
        # τ² = (24.04 - 11) / (860 - 87.9) = 0.01689; z = 0.5626 / √(0.00872 + 0.01689) = 3.52,
        # -0.1647 / √(0.00581 + 0.01689) = -1.09 and 0.3207 / √(0.01744 + 0.01689) = 1.73
        ("default", [VERY, "Average", "Above Average"]),
    ],
)
def test_a_method_of_the_house_by_its_name(tmp_path: Path, name: str, expected: list[str]) -> None:
    """The areas are held against all twelve of the county."""
    assert labels(labelled(tmp_path, f"labels: {name}")) == expected


def test_declared_counts_are_as_they_were(tmp_path: Path) -> None:
    """A list under `labels:` asks nothing of a county."""
    found = table(labelled(tmp_path, DECLARED))

    assert labels(labelled(tmp_path / "again", DECLARED)) == ["High", "Usual", "Usual"]
    assert [(g.label, g.cut) for g in found.classified[0].grades] == [("High", 60), ("Usual", 0)]


def test_no_labels_by_name(tmp_path: Path) -> None:
    """`labels: none` says that it was meant."""
    found = table(labelled(tmp_path, "labels: none"))

    assert "label" not in [column.key for column in found.columns]
    assert found.classified == ()


def test_what_is_compared_stands_under_the_table(tmp_path: Path) -> None:
    """Method, comparator with the own areas, denominator, and the labels in use with their ends."""
    text = read(page(assessed(labelled(tmp_path, "labels: poisson funnel"))), "analysis")

    said = (
        "Labels compare each beat with all 12 beats in Exampleshire, those of Middlemarch among "
        'them, by the method "poisson funnel": its rate with 14.3 per 1,000 residents (2022), the '
        "rate of all of them together. Very Significantly High: the 99.8% interval of the area's "
        "own rate lies above it; Significantly High: the 95% interval of the area's own rate lies "
        "above it; Significantly Low: the 95% interval of the area's own rate lies below it."
    )
    assert said in text


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("default", "Above Average: above it, by less; Average: not above it, and not far below."),
        (
            "counts above the mean",
            "its count with 17.9, the mean of their counts; the number of people is not considered."
            " Very Significantly High: above 53.5, 2 standard deviations above it;",
        ),
        (
            "highest fifth",
            "its rate with 10.0 per 1,000 residents (2022), the median of their rates. "
            "Highest tenth: above 23.5 per 1,000, higher than 90% of the areas;",
        ),
    ],
)
def test_each_method_says_what_a_label_takes(tmp_path: Path, name: str, said: str) -> None:
    """In the terms of the method."""
    text = read(page(assessed(labelled(tmp_path, f"labels: {name}"))), "analysis")

    assert said in text


def test_the_methods_are_explained(tmp_path: Path) -> None:
    """Each method used has its paragraph."""
    text = read(page(assessed(by_every_method(tmp_path))), "methods")

    for name in ("overdispersed funnel", "Poisson funnel", "sd_band", "quantile", "Intervals"):
        assert name in text


def test_too_few_to_classify(tmp_path: Path) -> None:
    """Of 300 residents 4.4 are expected at 210 of 14,300: no label, however many there are."""
    config = labelled(tmp_path, "labels: poisson funnel")
    altered(tmp_path, PEOPLE, "Frick,2022,1000", "Frick,2022,300")

    assert labels(config)[2] == "Too few to classify"
    text = read(page(assessed(config)), "analysis")
    assert "Too few to classify: fewer than 5 expected at that rate." in text


def test_a_label_lists_its_areas(tmp_path: Path) -> None:
    """Chapters may list the areas of a label."""
    section = sections_of(labelled(tmp_path, "labels: poisson funnel"))["shoplifting"]

    found = {named.name: named.findings for named in section.lists}
    assert found[VERY] == ("count.shoplifting.beat-2",)
    assert [*found] == ["areas with most", VERY, HIGH, LOW]


def test_the_house_names_the_labels(tmp_path: Path) -> None:
    """What grades are called stands in config/classification.yaml."""
    config = labelled(tmp_path, "labels: poisson funnel")
    altered(tmp_path, RULES, "very_high: Very Significantly High", "very_high: Far above")

    assert labels(config) == ["Far above", LOW, HIGH]


def test_limits_of_rates(tmp_path: Path) -> None:
    """25 among 1,000: 16.174 to 36.906 (method-oracles.json); 95 % by config/intervals.yaml."""
    found = table(labelled(tmp_path, "labels: default\n          interval: true"))
    frick = next(row for row in found.rows if row.key == "frick")
    cells = {c.key: one for c, one in zip(found.columns, frick.cells, strict=True)}

    assert [cells["interval"].value, cells["interval"].of] == pytest.approx(
        [16.174, 36.906], abs=5e-4
    )
    columns = {c.key: c for c in found.columns}
    assert [cell(cells[key], columns[key]) for key in ("rate", "interval")] == ["25", "16 to 37"]
    assert columns["interval"].label == "95% interval"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            (EDITION, "labels: default", "labels: overdispersed funel"),
            "no method of labels is called 'overdispersed funel'; "
            "did you mean 'overdispersed funnel'?",
        ),
        (
            (EDITION, "labels: default", "labels: as last year"),
            "no edition of Middlemarch Community Safety Partnership is from before 1 April to "
            "5 December 2023; use one of",
        ),
        (
            (EDITION, "labels: default", "labels: 3"),
            "labels: expected a name such as 'default', or a list, but found '3'",
        ),
        (
            (PARTNERSHIP, "county: {code: C1, name: Exampleshire, kind: county}\n", ""),
            "partnership.yaml names no county to compare areas with",
        ),
        (
            (PARTNERSHIP, "kind: beat, inside: [D2]", "kind: patch, inside: [D2]"),
            "no beat in Exampleshire is known but Middlemarch's",
        ),
        (
            (COUNTS, f"Shoplifting,{OTHERS[3]},{DATES},10\n", ""),
            "no source counts 'shoplifting' in 1 of 12 areas of kind 'beat' in Exampleshire, the "
            "first is Other-4 (other-4)",
        ),
        (
            (PEOPLE, f"{OTHERS[3]},2022,1000\n", ""),
            "no population for Other-4 up to 2023; add it to a source of populations, or choose "
            "labels that compare counts",
        ),
        (
            (
                EDITION,
                "labels: default",
                "labels: default\n          rate: false\n          interval: true",
            ),
            "'interval' is of the rate; take out 'rate: false'",
        ),
    ],
)
def test_what_cannot_be_labelled_is_said(
    tmp_path: Path, change: tuple[str, str, str], said: str
) -> None:
    """With the place, and what to do."""
    config = labelled(tmp_path)
    altered(tmp_path, *change)
    found = problems_of(config)

    assert any(said in problem for problem in found), found
    assert re.match(r"config/middlemarch/\S+:\d+: ", found[0])


def test_last_years_method_is_taken_over(tmp_path: Path) -> None:
    """Of the section with the same id in the edition whose period ends next before."""
    config = labelled(tmp_path, "labels: as last year")
    last_year(tmp_path, "labels: counts above the mean", "2021-22")
    last_year(tmp_path, "labels: poisson funnel", "2022-23")

    assert labels(config) == [VERY, LOW, HIGH]
    facts = table(config).classified[0]
    assert (facts.name, facts.edition) == ("poisson funnel", "2022-23")
    assert 'by the method of 2022-23, "poisson funnel"' in read(page(assessed(config)), "analysis")


def test_last_year_may_have_followed_the_year_before(tmp_path: Path) -> None:
    """The method is that of the edition that chose it."""
    config = labelled(tmp_path, "labels: as last year")
    last_year(tmp_path, "labels: counts above the mean", "2021-22")
    last_year(tmp_path, "labels: as last year", "2022-23")

    assert labels(config) == [VERY, "Above Average", "Above Average"]


def test_last_years_declared_counts_are_taken_over(tmp_path: Path) -> None:
    """They grade counts; whether those of another year do is for the analyst to say."""
    config = labelled(tmp_path, "labels: as last year")
    last_year(tmp_path, DECLARED)

    assert labels(config) == ["High", "Usual", "Usual"]


@pytest.mark.parametrize(
    ("earlier", "said"),
    [
        (
            "rate: false",
            "config/middlemarch/2022-23.yaml, the edition before this one, labels no areas in a "
            "section with the id 'shoplifting'; use one of",
        ),
        (
            "labels: gone",
            "no method of labels is called 'gone'",
        ),
        (
            "labels: [{label: High}]",
            "the key 'from_count' is missing",
        ),
    ],
)
def test_a_last_year_that_cannot_be_followed(tmp_path: Path, earlier: str, said: str) -> None:
    """The problem is told at its place: this year's labels, or last year's."""
    config = labelled(tmp_path, "labels: as last year")
    last_year(tmp_path, earlier)
    found = problems_of(config)

    assert any(said in problem for problem in found), found


def test_a_mistake_in_the_house_rule_has_its_place(tmp_path: Path) -> None:
    """File, line, and what is wrong."""
    config = labelled(tmp_path)
    altered(tmp_path, RULES, "high: 1.96", "high: 3.96")

    assert problems_of(config) == [
        "config/classification.yaml:26: methods.overdispersed funnel: very_high is 3.09, not above "
        "high, 3.96"
    ]
