"""Words right before a place, and how much of a text is read for them."""

import re
from dataclasses import dataclass

import pytest

from report.prose import claims, directions, hedges, lookback, ranks, tokens

BACK = (
    *((hedges, "HEDGED"), (directions, "WANTED"), (directions, "NUMBER_BEFORE")),
    *((tokens, "COMPARES"), (ranks, "AMONG")),
)
SENTENCE = "robbery fell by 3 from nearly 57 to the second highest of 40 more and "


def test_words_end_right_before_the_place() -> None:
    """What stands behind the place, or further back than the reach, is not seen."""
    over = re.compile(r"\bover\s*$")

    assert lookback.right_before(over, "well over 40", 10)
    assert not lookback.right_before(over, "over there 40", 11)
    assert not lookback.right_before(over, "moreover 40", 9)


@dataclass
class Counting:
    """A pattern that notes how many letters each search may look at."""

    pattern: re.Pattern[str]
    seen: list[int]

    def search(self, text: str, begin: int = 0, end: int | None = None) -> re.Match[str] | None:
        end = len(text) if end is None else end
        self.seen.append(end - begin)
        return self.pattern.search(text, begin, end)


@pytest.mark.parametrize(
    ("text", "letters"), [(SENTENCE, 200_000), ("1,", 20_000), ("one, ", 20_000), ("up 3 ", 20_000)]
)
def test_a_long_text_is_not_read_again_for_each_number(
    text: str, letters: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a full stop in 200 kB, each search back looks at 40 letters, not at all before."""
    seen: list[int] = []
    for module, name in BACK:
        monkeypatch.setattr(module, name, Counting(getattr(module, name), seen))

    claims.claims(text * (letters // len(text)))

    assert len(seen) >= letters // len(text)
    assert max(seen) <= 40
