"""The author's own wording in brackets, and the text that it stands in."""

from report.errors import Where
from report.prose.bracketed import Around, OwnWords
from report.prose.checking import Verdict
from tests.prose.small_facts import edition
from tests.small import section

OWN = OwnWords(edition())


def verdicts(text: str) -> tuple[Verdict, ...]:
    """Check the last bracket of a text."""
    start = text.rindex("[") + 1
    return OWN.verdicts(text[start : text.rindex("]")], Around(text, start, section("none")))


def told(text: str) -> list[str]:
    """Say what is told of the last bracket of a text."""
    found = (OWN.problem(v, Where("a.md"), section("none"), text, 0) for v in verdicts(text))
    return [problem.what for problem in found if problem]


def test_a_verb_left_out_is_the_one_before() -> None:
    """All Crime fell by 6.15 %; Robbery, 57 to 40, by 29.82 %; Shoplifting rose."""
    assert [v.truth for v in verdicts("All Crime fell by 6.2%, and Robbery [by 29.8%].")] == [
        "true"
    ]
    assert [v.truth for v in verdicts("All Crime [fell by 6.2%], [Robbery by 29.8%].")] == ["true"]
    assert told("All Crime fell by 6.2%, and Shoplifting [by 42.9%].")


def test_a_name_that_is_nothing_ends_the_checking() -> None:
    """That there is no Beat 66 is told by the spelling; a fall of 10 % is held against nothing."""
    assert [v.truth for v in verdicts("In Beat 66 All Crime [fell by 10%].")] == ["unsaid"]
    assert told("In Beat 66 All Crime [fell by 10%].") == []


def test_a_number_of_areas_is_false_of_no_area() -> None:
    """All Crime fell in two of the three beats."""
    (what,) = told("All Crime [fell in one of the three beats].")
    assert "false of All Crime:" in what
