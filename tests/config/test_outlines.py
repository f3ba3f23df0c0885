"""Indented lists: their levels, and what can be drawn of them."""

import pytest
import yaml

from report.config.outlines import is_sign, outline, parts, undrawable

FIVE = "[a, b, c, d, e]"


@pytest.mark.parametrize(
    "text",
    [
        "- a:\n  - b\n  - c: d\n- e",
        "- a: [b, {c: [d]}]\n- e",
        "a: {b: , c: d}\ne:",
        "- a: {b: [], c: d}\n- null\n- e",
    ],
)
def test_a_list_may_be_written_in_many_ways(text: str) -> None:
    """What stands below a line is a list, one title, or more titles with a colon."""
    expected = [(1, "a"), (2, "b"), (2, "c"), (3, "d"), (1, "e")]

    assert list(outline(yaml.safe_load(text))) == expected


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("Risk = Impact × Likelihood", ["Risk", "=", "Impact", "×", "Likelihood"]),
        ("Rate = (a ÷ b) × 1000", ["Rate", "=", "(", "a", "÷", "b", ")", "×", "1000"]),
        ("Anti-social behaviour", ["Anti-social behaviour"]),
    ],
)
def test_a_formula_has_terms_and_signs(formula: str, expected: list[str]) -> None:
    """A sign stands between spaces, so that a hyphen parts no word."""
    assert parts(formula) == expected
    assert [part for part in expected if is_sign(part)] == [p for p in expected if p in "=×÷()"]


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("structure", "[a]", ""),
        ("structure", "[]", "the list is empty"),
        ("cycle", "[a, b, c]", ""),
        ("cycle", "[a, b]", "a cycle has 3 to 8 stages, this one has 2"),
        ("stages", f"[m: {FIVE}]", ""),
        ("stages", "[m: [a, b]]", "a diagram of stages has 3 to 8 stages, this one has 2"),
        (
            *("stages", FIVE),
            "the first line is the centre, the stages stand below it; found 5 first lines",
        ),
        ("formula", "[a = b × c: {B: its meaning}]", ""),
        ("formula", "[a = b × c: {d: its meaning}]", "'d' is no term of 'a = b × c'"),
        ("formula", "[a b c]", "'a b c' is no formula; write 2 to 6 terms, a sign between them"),
        (
            *("formula", "[a = b, c]"),
            "the first line is the formula, its terms stand below it; found 2",
        ),
    ],
)
def test_what_cannot_be_drawn_is_said(kind: str, text: str, expected: str) -> None:
    """Each kind of diagram has its shape of list."""
    assert undrawable(kind, list(outline(yaml.safe_load(text)))) == expected
