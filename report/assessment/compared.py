"""What an exhibit says beside its rows: rates, comparisons, grades, groups of peers."""

from report.assessment.records import Number, Record


class Picture(Record):
    """A picture: its file as a page finds it, alternative text, and who made it."""

    file: str
    alt: str
    credit: str = ""


class Rates(Record):
    """What the rates of an exhibit are per 1,000 of.

    of: "residents", "households" or "workday". year: of the population; None where areas differ or
    it is implied by published figures. part_year: whether the period is shorter than a year. few:
    areas with so few people that one case moves the rate a great deal. visited: areas where many of
    those at risk do not live.
    """

    of: str
    year: int | None = None
    part_year: bool = False
    few: tuple[str, ...] = ()
    visited: tuple[str, ...] = ()


class Compared(Record):
    """How the marks of a table were made.

    level: in per cent. cell: the fewest in a cell, and out of it, that carry a mark. rest: whether
    those compared were taken out of the others first, among whom they are.
    """

    level: Number
    cell: int
    rest: bool = False


class Spread(Record):
    """What a table of areas over several years goes by.

    The areas with most are `percent` of those of a place, which makes them `areas` of `among`.
    often: in how many of `windows` years an area has to be one of them; 0 where each year stands
    for itself.
    """

    where: str
    percent: Number
    areas: int
    among: int
    often: int = 0
    windows: int


class Grade(Record):
    """A label in use, and what it takes.

    grade: "very high", "high", "above", "average", "low", "too few"; "" for declared counts.
    cut: from where, in the method's unit: standard deviations, per cent, a percentile, a count.
    value: the same in what is compared, a rate per 1,000 or a count, where it is one for all areas.
    """

    label: str
    grade: str = ""
    cut: Number | None = None
    value: Number | None = None


class Classified(Record):
    """How the areas of an exhibit are labelled.

    method: the computation; name: what the house calls it, "" for declared counts. edition: the
    one whose method is taken over. by: "rate" or "count". kind, areas, within: so many areas of a
    kind in a wider area, the own ones included, are compared; areas 0 where counts are declared.
    middle: the wider area's rate per 1,000, or the areas' mean or median. of, year: of rates, as in
    `Rates`. spread: how much more than by chance areas differ. grades: in use, highest first.
    moved: areas listed whose label is another one than by last year's method. left_out: own areas
    that a funnel has no place for, since too few are expected of them.
    """

    method: str
    name: str = ""
    edition: str = ""
    by: str = ""
    kind: str = ""
    areas: int = 0
    within: str = ""
    middle: Number | None = None
    of: str = ""
    year: int | None = None
    spread: Number | None = None
    grades: tuple[Grade, ...] = ()
    moved: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


class Weighting(Record):
    """What counts were weighted by.

    scheme: what the weights are called; version: never two in one table. unweighted_pct: offences
    without a weight, in % of all. unweighted: category -> the same of it, of those that have some.
    rate: the weighted total per 1,000 residents of `year`, None where they are not known.
    """

    scheme: str
    version: str
    unweighted_pct: Number
    unweighted: dict[str, Number] = {}
    rate: Number | None = None
    year: int | None = None


class PeerGroup(Record):
    """The group that an exhibit ranks.

    version: of its list of members; size: their number with the partnership itself. level: how sure
    limits and intervals are, in per cent. absent: members without figures for the period.
    """

    name: str
    version: str = ""
    size: int
    level: Number
    absent: tuple[str, ...] = ()
