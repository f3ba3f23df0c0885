"""Counts added up to one finding, for brackets and for the sentences that are held against them."""

from collections.abc import Sequence

from report.assessment import Finding, Number
from report.measures.change import change
from report.words import Unsayable


def alike(parts: Sequence[Finding], done: str) -> None:
    """Refuse counts of several units or periods; done: "adds up". Raises Unsayable."""
    for kind, every in (("unit", {f.unit for f in parts}), ("period", {f.period for f in parts})):
        if len(every) > 1:
            raise Unsayable(f"{done} counts of more than one {kind}", f"name counts of one {kind}")


def distinct(parts: Sequence[Finding]) -> None:
    """Refuse a finding that is named twice. Raises Unsayable."""
    twice = [f for at, f in enumerate(parts) if f.id in {one.id for one in parts[:at]}]
    if twice:
        raise Unsayable(f"names {twice[0].label} twice", "take one out, or it counts twice")


def summed(parts: Sequence[Finding], small_base: Number) -> Finding:
    """Add up counts to a finding of their sum, with its change; what one lacks the sum lacks too.

    No percentage from a sum below small_base. Raises Unsayable where they are of several units or
    periods, or one is named twice.
    """
    alike(parts, "adds up")
    distinct(parts)
    now, then = _sum([f.value for f in parts]), _sum([f.previous for f in parts])
    made = None if now is None or then is None else change(now, then, small_base)
    cautions = {(c.id, c.label): c for f in parts for c in f.cautions}
    return parts[0].model_copy(
        update={
            "label": " and ".join(f.label for f in parts),
            "value": now,
            "previous": then,
            "change": made and made.difference,
            "change_pct": made and made.percent,
            "small_base": bool(made and made.small_base),
            "variation": None,
            "cautions": tuple(cautions.values()),
            "series": (),
        }
    )


def _sum(numbers: Sequence[Number | None]) -> Number | None:
    found = [number for number in numbers if number is not None]
    return sum(found) if len(found) == len(numbers) else None
