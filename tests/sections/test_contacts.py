"""Section kind "contacts": whom to ask."""

from pathlib import Path

from tests.editions import EDITION, PARTNERSHIP
from tests.made_up import altered, project
from tests.pages import assessed, page, read


def test_contacts_are_the_partnerships(tmp_path: Path) -> None:
    """Each with its details, named."""
    config = project(tmp_path)
    more = '{telephone: 01632 960001, email: "safety@example.org"}'
    altered(tmp_path, PARTNERSHIP, "{telephone: 01632 960001}", more)

    text = read(page(assessed(config)), "contacts")
    found, _, behind = text.partition(" About this document ")
    assert found.endswith(
        "Contacts Community Safety Team Telephone: 01632 960001 Email: safety@example.org"
    )
    assert behind.startswith("Accessibility.")


def test_the_last_page_says_what_may_be_done_with_the_document(tmp_path: Path) -> None:
    """Copyright and help are the author's words; licences come with the publishers of sources."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, "description: A", "copyright: Crown copyright 2024., description: A")
    altered(
        tmp_path, EDITION, "publisher: Exampleshire Police", "publisher: E. Police, licence: OGL"
    )

    text = read(page(assessed(config)), "contacts")
    assert "Copyright. Crown copyright 2024." in text
    assert "Data. The figures come from these publishers: E. Police. OGL." in text
