"""Section kind "threats": emerging trends and threats."""

from pathlib import Path

from tests.editions import EDITION, problems_of
from tests.made_up import altered, project
from tests.pages import assessed, page, read


def test_each_threat_is_a_title_and_a_paragraph(tmp_path: Path) -> None:
    """Brackets in it are bound: 30 more than 100 is a rise by 30 %."""
    text = read(page(assessed(project(tmp_path))), "threats")

    assert text.endswith(
        "Emerging threats Retail Shoplifting rose by 30.0% (within normal variation)."
    )


def test_a_wrong_name_in_a_threat_has_its_place(tmp_path: Path) -> None:
    """The section's line of the YAML is named."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, "[Shoplifting short change].", "[Shop-lifting short change].")

    assert problems_of(config) == [
        f"{EDITION}:46: unknown finding 'Shop-lifting short change'; "
        "did you mean 'Shoplifting short change'?"
    ]


def test_a_public_threat_may_name_public_findings_only(tmp_path: Path) -> None:
    """The finding is there and stays inside, so the advice is another than for a wrong name."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, "    id: threats\n", "    id: threats\n    audience: public\n")
    altered(tmp_path, EDITION, "[Shoplifting short change].", "[Shoplifting count in Tipton].")

    (problem,) = problems_of(config)

    assert problem.startswith(
        f"{EDITION}:46: 'Shoplifting count in Tipton': Shoplifting is not counted in Tipton"
    )
    assert problem.endswith(
        " in the public summary; mark what it names as public, where it may be, "
        "or the sentence as partner"
    )
