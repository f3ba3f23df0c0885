"""A text in sentences, each with its place."""

import pytest

from report.prose.sentences import sentences


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Write a plan. Keep it.", "Write a plan."),
        ("Meet Dr. Brooke, e.g. in May. Then act.", "Meet Dr. Brooke, e.g. in May."),
        ("Spend 1.5 million on No. 3 High Street", "Spend 1.5 million on No. 3 High Street"),
        ("Ask: who pays? The board.", "Ask: who pays?"),
        ("It fell. [source: Police, 2024]", "It fell. [source: Police, 2024]"),
        ("He wrote “stop.” They went on.", "He wrote “stop.”"),
    ],
)
def test_the_first_sentence_is_whole(text: str, first: str) -> None:
    """A dot of an abbreviation or of a number ends nothing."""
    assert next(sentences(text)).text == first


def test_bullets_and_empty_lines_part_sentences() -> None:
    """A bullet has no full stop and is a sentence of its own; a wrapped line is not."""
    text = "All Crime\nfell:\n\n- Robbery fell\n- Shoplifting rose\n\nThat is all."
    found = [(s.line, s.text) for s in sentences(text)]

    assert found == [
        (0, "All Crime\nfell:"),
        (3, "- Robbery fell"),
        (4, "- Shoplifting rose"),
        (6, "That is all."),
    ]
    assert all(text[s.start : s.end] == s.text for s in sentences(text))
