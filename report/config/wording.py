"""The keys of config/wording.yaml: how near a number has to be to the words for it."""

from report.config.model import Strict, key


class SlipKeys(Strict):
    """When a number typed without brackets is near a finding."""

    per_cent: float = key("how far off a count or a rate may be, in per cent of it", ge=0)
    points: float = key("how far off a percentage may be, in percentage points", ge=0)
    one_off: float = key("above which count one more or less is near too", ge=0)


class WordingKeys(Strict):
    """The rule for words beside a number, and for slips in what is typed."""

    about: float = key(
        "how far off a figure behind 'about' may be, in per cent of it; and how large a change "
        "that 'almost unchanged' is said of",
        ge=0,
    )
    nearly: float = key(
        "how far below a figure behind 'nearly' a number may be, in per cent of it; and above one "
        "behind 'just over'",
        ge=0,
    )
    little: float = key(
        "at how many times the figure 'more than' says little; at one part in so many, 'less than'",
        ge=1,
    )
    slips: SlipKeys = key("when a typed number is near a finding, and probably a slip")
    distinct: float = key(
        "from which count on a number without two noughts at its end is no coincidence", ge=0
    )
    distinct_years: float = key("from which count on one is hardly that of another year", ge=0)
    ends: int = key(
        "how many places from either end of an order count for a sentence that judges an area",
        ge=0,
        strict=True,
    )
    alike: float = key(
        "how alike a word and a name are, in per cent of their letters, for it to be a slip",
        gt=0,
        le=100,
    )
    edited: float = key(
        "how alike a paragraph and one of last year's are, in per cent of their words, for it to "
        "be that one, edited",
        gt=0,
        le=100,
    )
