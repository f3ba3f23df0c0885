"""Mistype one thing in the made-up project, and look what is told."""

from pathlib import Path

from tests.editions import problems_of
from tests.made_up import altered, project

CATEGORIES = "config/categories.yaml"
LAYOUT = "config/layouts/counts.yaml"

# file, text as it is, text as it is mistyped, the problem without its place
Mistake = tuple[str, str, str, str]


def told(folder: Path, mistake: Mistake) -> tuple[list[str], list[str]]:
    """Give what is told of a mistake, and what was expected: one problem on the mistyped line."""
    file, right, wrong, problem = mistake
    config = project(folder)
    line = _line((folder / file).read_text(encoding="utf-8"), right, wrong)
    altered(folder, file, right, wrong)
    return problems_of(config), [f"{file}:{line}: {problem}"]


def _line(text: str, right: str, wrong: str) -> int:
    """Give the line on which a mistyped text first differs from the right one."""
    pairs = enumerate(zip(right, wrong, strict=False))
    same = next((n for n, (a, b) in pairs if a != b), min(len(right), len(wrong) - 1))
    return text[: text.index(right) + same].count("\n") + 1 + (wrong[same] == "\n")
