"""Section kind "contacts": whom to ask."""

from pathlib import Path

from tests.editions import PARTNERSHIP
from tests.made_up import altered, project
from tests.pages import assessed, page, read


def test_contacts_are_the_partnerships(tmp_path: Path) -> None:
    """Each with its details, named."""
    config = project(tmp_path)
    more = '{telephone: 01632 960001, email: "safety@example.org"}'
    altered(tmp_path, PARTNERSHIP, "{telephone: 01632 960001}", more)

    assert read(page(assessed(config)), "contacts").endswith(
        "Contacts Community Safety Team Telephone: 01632 960001 Email: safety@example.org"
    )
