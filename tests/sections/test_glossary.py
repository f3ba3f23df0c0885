"""Section kind "glossary": the abbreviations that the document uses, and no others."""

from pathlib import Path

from tests.editions import CHAPTER, PARTNERSHIP
from tests.made_up import altered, project
from tests.pages import assessed, chapter, page, read

GLOSSARY = "glossary: {ASB: anti-social behaviour, CSP: Community Safety Partnership}"
PSPO = GLOSSARY.replace("{", "{PSPO: public spaces protection order, ")


def test_abbreviations_of_the_text_are_listed(tmp_path: Path) -> None:
    """In the order of the alphabet, each with its meaning."""
    text = read(page(assessed(project(tmp_path))), "glossary")

    assert text.endswith(
        "Abbreviation Meaning ASB anti-social behaviour CSP Community Safety Partnership"
    )


def test_an_abbreviation_that_is_not_used_is_left_out(tmp_path: Path) -> None:
    """The list is of this document, not of the partnership's file; PSPOA is another word."""
    config = project(tmp_path)
    altered(tmp_path, PARTNERSHIP, GLOSSARY, PSPO)
    altered(tmp_path, CHAPTER, "authorities met.", "authorities met about the PSPOA.")

    assert "PSPO" not in read(page(assessed(config)), "glossary")


def test_tables_and_headings_and_recommendations_use_abbreviations_too(tmp_path: Path) -> None:
    """A reader meets them there as well, before or after the glossary."""
    config = project(tmp_path)
    altered(tmp_path, PARTNERSHIP, GLOSSARY, PSPO)
    meeting = "{Meeting: PSPO Group, Frequency: Monthly}"
    altered(tmp_path, PARTNERSHIP, "{Meeting: Joint Action Group, Frequency: Monthly}", meeting)
    made = page(assessed(config))

    assert "PSPO public spaces protection order" in read(made, "glossary")
    assert "PSPO Group" in chapter(made, "structure")


def test_an_empty_glossary_prints_no_table(tmp_path: Path) -> None:
    """Without any abbreviation there is nothing to list."""
    config = project(tmp_path)
    altered(tmp_path, PARTNERSHIP, f"{GLOSSARY}\n", "")

    assert "Abbreviations used" not in page(assessed(config))
