"""The house's rules that travel with an assessment, so that its readers need no other file."""

from typing import Literal

from report.assessment.records import Number, Record
from report.assessment.sources import LeftOut


class SeriesRule(Record):
    """How series of months are judged: the choices of config/series.yaml that the methods name.

    baseline: months before the period that tell what is usual, where a section declares none.
    screened: whether outlying steps between months are left out; equal_months: whether months are
    judged as if all had the same length. run, direction, near, among: months that make a signal.
    weight: of the newest month in a smoothed series. season_months, trend_months: the fewest that
    tell a season and a trend. season_level: how sure a season has to be, in per cent.
    """

    baseline: int
    centre: Literal["mean", "median"]
    screened: bool
    equal_months: bool
    run: int
    direction: int
    near: int
    among: int
    weight: Number
    season_months: int
    season_level: Number
    left_out: tuple[LeftOut, ...] = ()
    trend_months: int


class Slips(Record):
    """When a typed number is near a finding: see config/wording.yaml."""

    per_cent: Number = 0
    points: Number = 0
    one_off: Number = 0


class Wording(Record):
    """How near a number has to be to the words for it: see config/wording.yaml.

    about, nearly: per cent. little: times. distinct, distinct_years: counts. ends: places. alike:
    per cent of letters. edited: per cent of words. Left out, words give no leeway; 0 is a count
    that none has.
    """

    about: Number = 0
    nearly: Number = 0
    little: Number = 1
    slips: Slips = Slips()
    distinct: Number = 0
    distinct_years: Number = 0
    ends: int = 0
    alike: Number = 100
    edited: Number = 100
