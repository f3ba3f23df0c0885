"""The keys of config/intervals.yaml: how sure intervals are, and when figures differ."""

from report.config.model import Strict, key


class PeerKeys(Strict):
    """Limits about the average of the most similar group."""

    drawn_in: float = key(
        "how many per cent of the members at each end are drawn in, so that a few extreme ones do "
        "not widen the limits",
        ge=0,
        lt=50,
    )
    expected: float = key(
        "the fewest cases expected of a member that is called better or worse", gt=0
    )


class IntervalKeys(Strict):
    """How sure an interval is, and which cells are too small to be marked."""

    level: float = key("how sure an interval, a mark or a verdict is, in per cent", ge=50, lt=100)
    cell: int = key(
        "the fewest people in a cell of a table of shares, and out of it, for a mark",
        ge=1,
        strict=True,
    )
    peers: PeerKeys = key("limits about the average of the most similar group")
