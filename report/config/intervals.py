"""The keys of config/intervals.yaml: how sure intervals are, and when figures differ."""

from report.config.model import Strict, key


class IntervalKeys(Strict):
    """How sure an interval is, and which cells are too small to be marked."""

    level: float = key("how sure an interval, a mark or a verdict is, in per cent", ge=50, lt=100)
    cell: int = key(
        "the fewest people in a cell of a table of shares, and out of it, for a mark",
        ge=1,
        strict=True,
    )
