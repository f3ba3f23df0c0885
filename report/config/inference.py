"""The keys of config/inference.yaml: words that say more than counts do."""

from typing import Literal

from report.config.model import Strict, key

Carrier = Literal["a trend", "a run", "a verdict", "the test", "nothing"]


class GroupKeys(Strict):
    """Words that need the same to carry them."""

    name: str = key("what they claim", min_length=1)
    carried_by: Carrier = key("what has to be there for a sentence to use one of them")
    words: tuple[str, ...] = key("words and phrases, in lower case", min_length=1)
    why: str = key("why a sentence may not use them otherwise", min_length=1)
    do: str = key("what to write instead", min_length=1)


class InferenceKeys(Strict):
    """The rule for inference: which words say more than counts do, and what carries them."""

    attributed: tuple[str, ...] = key("words by which a sentence says whose view it gives")
    denied: tuple[str, ...] = key("words of a denial")
    reach: int = key("so many words before a word, at most, a denial denies it", ge=1, strict=True)
    steps: int = key("the fewest steps between years that make a trend", ge=1, strict=True)
    groups: tuple[GroupKeys, ...] = key("the words, by what they claim")
