"""Rates per head."""


def per_1000(count: float, population: float) -> float:
    """Give a count per 1,000 of a population. Raises ValueError for a population of 0 or less."""
    if population <= 0:
        raise ValueError(f"a rate needs a population above 0, not {population}")
    return 1000 * count / population


def share_pct(part: float, whole: float) -> float | None:
    """Give a part as per cent of its whole; None where the whole is 0."""
    return 100 * part / whole if whole else None
