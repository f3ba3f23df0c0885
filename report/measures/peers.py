"""Positions in the most similar group."""


def places_gained(position: int, previous: int) -> int:
    """Give the places gained since the earlier date: above 0 is nearer to 1, the lowest rate."""
    return previous - position
