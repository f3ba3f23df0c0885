"""Section kind "recommendations": one store, numbered once, each with evidence or a reason."""

from pathlib import Path

from tests.editions import COUNTS, EDITION, problems_of, sections_of, warnings_of
from tests.made_up import altered, project
from tests.pages import assessed, page, read

STORE = "data/middlemarch/2023-24/recommendations.csv"
PLAN = "{kind: recommendations, id: recommendations, title: Recommendations}"


def test_all_are_printed_with_evidence_owner_and_reason(tmp_path: Path) -> None:
    """Evidence is a finding in words; a reason stands where no finding carries it."""
    text = read(page(assessed(project(tmp_path))), "recommendations")

    assert (
        "Recommendation 1 Write a plan for shops. Owner: Joint Action Group. Due: June 2024. "
        "Evidence: Shoplifting rose by 30.0%, from 100 to 130 (within normal variation)." in text
    )
    assert "Recommendation 2 Keep the strategic group. Reason: The plan has no owner." in text


def test_some_are_chosen_by_number(tmp_path: Path) -> None:
    """A chapter may print one of them; its number stays."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, PLAN, PLAN.replace("}", ", numbers: [2]}"))
    made = assessed(config)

    assert sections_of(config)["recommendations"].recommendations == ("strategic-group",)
    assert "Recommendation 1" not in read(page(made), "recommendations")
    # the chapter on analysis prints it
    assert "Recommendation 1 Write a plan for shops." in read(page(made), "analysis")


def test_the_order_of_the_file_is_free(tmp_path: Path) -> None:
    """Recommendations stand in the order of their numbers."""
    config = project(tmp_path)
    header, first, second = (tmp_path / STORE).read_text(encoding="utf-8").splitlines()
    (tmp_path / STORE).write_text("\n".join([header, second, first, ""]), encoding="utf-8")

    assert [r.number for r in assessed(config).recommendations] == [1, 2]


def test_unknown_evidence_is_a_problem_at_its_line(tmp_path: Path) -> None:
    """Evidence is never invented: what no section found is refused."""
    config = project(tmp_path)
    altered(tmp_path, STORE, "Shoplifting change", "Shop-lifting change; Robbery count")

    assert problems_of(config) == [
        f"{STORE}:2: unknown finding 'Shop-lifting change'; did you mean 'Shoplifting change'?"
    ]


def test_evidence_that_has_turned_is_a_problem_at_its_line(tmp_path: Path) -> None:
    """Shoplifting rose from 100 to 130: a recommendation that says so stands, another does not."""
    config = project(tmp_path)
    altered(tmp_path, STORE, "Shoplifting change", "Shoplifting change: rose")

    assert assessed(config).recommendations[0].evidence == ("count.shoplifting",)

    altered(tmp_path, STORE, "Shoplifting change: rose", "Shoplifting change: fell")

    assert problems_of(config) == [
        f"{STORE}:2: 'Shoplifting change' was cited as 'fell', "
        "but Shoplifting rose by 30.0%, from 100 to 130 (within normal variation); look whether "
        "the recommendation still holds, and then write 'Shoplifting change: rose'"
    ]


def test_evidence_or_a_reason_is_needed(tmp_path: Path) -> None:
    """A recommendation with neither is refused."""
    config = project(tmp_path)
    altered(tmp_path, STORE, "The plan has no owner.", "")

    assert problems_of(config) == [
        f"{STORE}:3: recommendation 2 has neither evidence nor a reason; "
        "fill in 'evidence' or 'because'"
    ]


def test_a_number_that_is_not_in_the_store(tmp_path: Path) -> None:
    """The YAML's line is named."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, PLAN, PLAN.replace("}", ", numbers: [3]}"))

    assert problems_of(config) == [
        f"{EDITION}:45: there is no recommendation 3; "
        "add it to the source with the layout 'recommendations'"
    ]


def test_each_number_stands_once(tmp_path: Path) -> None:
    """Two recommendations of one number could not be told apart."""
    config = project(tmp_path)
    altered(tmp_path, STORE, "2,strategic-group", "1,strategic-group")

    assert any(
        "recommendation 1 stands where 2 is next" in problem for problem in problems_of(config)
    )


def test_changes_within_normal_variation_are_flagged(tmp_path: Path) -> None:
    """130 after 100 has p = 0.055 (scipy's binomtest): the reader is told, and the author warned.

    With 150 after 100 (p = 0.002) nothing is said.
    """
    config = project(tmp_path)
    altered(tmp_path, STORE, "Shops ask for it.", "")
    made = assessed(config)
    (found,) = warnings_of(config)

    assert made.recommendations[0].usual == ("count.shoplifting",)
    assert (
        "Caution: the change in its evidence is within normal variation. The counts are as stated, "
        "but chance alone moves counts as much."
    ) in read(page(made), "recommendations")
    assert found.startswith(
        f"{STORE}:2: recommendation 1 rests on changes within normal variation alone: Shoplifting"
    )

    altered(tmp_path, COUNTS, "2023-12-05,130", "2023-12-05,150")
    assert assessed(config).recommendations[0].usual == ()
    assert warnings_of(config) == []


def test_evidence_that_claims_no_change_is_not_flagged(tmp_path: Path) -> None:
    """Who cites a count says that there are many, not that there are more."""
    config = project(tmp_path)
    altered(tmp_path, STORE, "Shoplifting change", "Shoplifting count")

    assert assessed(config).recommendations[0].usual == ()
