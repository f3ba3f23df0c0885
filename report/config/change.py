"""The keys of config/change.yaml: when a change is more than normal variation."""

from report.config.model import Strict, key


class WordKeys(Strict):
    """The words for a change, in tables and in sentences."""

    within: str = key("where it is within normal variation", min_length=1)
    rise: str = key("where it is more, and a rise", min_length=1)
    fall: str = key("where it is more, and a fall", min_length=1)


class ChangeKeys(Strict):
    """How a change between two counts is tested."""

    level: float = key("how sure a clear change has to be, in per cent", ge=50, lt=100)
    together: bool = key(
        "whether all changes for the same dates are tested together: few are clear by chance then"
    )
    months: int = key(
        "the fewest months in each of two years from which a category's own variation is measured",
        ge=2,
        strict=True,
    )
    words: WordKeys = key("the words for it")
