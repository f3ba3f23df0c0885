"""What every record of an assessment is, and the words that many of them use."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

Number = int | float
Audience = Literal["public", "partner", "restricted"]
Polarity = Literal["lower is better", "higher is better", "ambiguous"]

# computed: made here from a source's counts; given: published without its inputs and passed on;
# reconstructed: implied by published figures, used as an input and never printed;
# quoted: printed as published elsewhere, never computed with.
Origin = Literal["computed", "given", "reconstructed", "quoted"]

# Shorthand of the Government Statistical Service: confidential, not available, provisional,
# revised, break in series, low reliability, not applicable; "n" refers to a note under the table.
Marker = Literal["c", "x", "p", "r", "b", "u", "z", "n"]

# What becomes of a number that is not safe as it stands; "" where it is.
Effect = Literal["", "labelled", "withheld"]


class Record(BaseModel):
    """A frozen record that refuses unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def slug(name: str) -> str:
    """Give a name as part of an id: lower case, letters and digits joined by hyphens."""
    kept = "".join(c if c.isalnum() else " " for c in name.casefold())
    return "-".join(kept.split())
