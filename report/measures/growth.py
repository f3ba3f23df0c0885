"""The trend of a series of months: how much it grew by the year, and whether that is noise.

A short series of years is described by its steps instead (`series.direction`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import expm1, inf

import numpy as np
from scipy.optimize import minimize
from scipy.stats import t as student

from report.measures.control import Count
from report.measures.months import A_YEAR

# A slope whose exponential is still a number.
STEEPEST = 700


@dataclass(frozen=True)
class Trend:
    """How much a series grew by the year, in per cent; negative where it shrank.

    lower, upper: the interval at the level asked for. p: how probable a trend so steep, either way,
    is in a series without one. dispersion: variance over mean of what the fit leaves, 1 at least.
    """

    yearly: float
    lower: float
    upper: float
    p: float
    dispersion: float


def trend(
    counts: Sequence[Count],
    days: Sequence[int],
    least: int,
    *,
    seasons: bool = False,
    level: float = 0.95,
) -> Trend | None:
    """Fit a steady growth to monthly counts: log(mean) = a + b x years + log(days) (quasi-Poisson).

    Takes: counts of months in a row and their days; the fewest months with a case that are enough;
    whether each calendar month has a level of its own, for which two years are needed.
    Gives: the trend; None where too few months have a case, or a calendar month never has one.
    Source: P. McCullagh and J. A. Nelder, Generalized Linear Models (1989), 6.2. The dispersion is
    Pearson's chi-squared by the degrees of freedom, never below 1; the interval is Student's.
    """
    places = [at for at, count in enumerate(counts) if count is not None]
    y = np.array([counts[at] for at in places], dtype=float)
    x = _design(places, seasons=seasons)
    free = len(y) - x.shape[1]
    if np.count_nonzero(y) < least or free < 1 or not (y @ x).all():
        return None
    slope, error, dispersion = _fitted(y, x, np.array([days[at] for at in places], dtype=float))
    reach = float(student.ppf((1 + level) / 2, free)) * error
    return Trend(
        yearly=_percent(slope),
        lower=_percent(slope - reach),
        upper=_percent(slope + reach),
        p=float(2 * student.sf(abs(slope) / error, free)),
        dispersion=dispersion,
    )


def _design(places: Sequence[int], *, seasons: bool) -> np.ndarray:
    """Give a column of years since the first month, then one for each level."""
    years = np.array(places, dtype=float)[:, None] / A_YEAR
    if not seasons:
        return np.hstack([years, np.ones((len(places), 1))])
    months = np.array(places) % A_YEAR
    return np.hstack([years, (months[:, None] == np.unique(months)).astype(float)])


def _fitted(y: np.ndarray, x: np.ndarray, days: np.ndarray) -> tuple[float, float, float]:
    """Fit by greatest likelihood: the slope, its standard error, and the dispersion."""

    def mean(at: np.ndarray) -> np.ndarray:
        made: np.ndarray = days * np.exp(x @ at)
        return made

    # Likelihood, slopes and curvature are divided by the cases, so that one tolerance suits all.
    cases, start = y.sum(), np.zeros(x.shape[1])
    start[1:] = np.log(cases / days.sum())
    found = minimize(  # type: ignore[call-overload]  # the stubs want known shapes
        lambda at: float((mean(at) - y * (x @ at)).sum()) / cases,
        start,
        jac=lambda at: x.T @ (mean(at) - y) / cases,
        hess=lambda at: x.T @ (x * mean(at)[:, None]) / cases,
        method="trust-exact",
        tol=1e-9,
    ).x
    fitted = mean(found)
    dispersion = max(1.0, float(((y - fitted) ** 2 / fitted).sum() / (len(y) - x.shape[1])))
    spread = np.linalg.inv(x.T @ (x * fitted[:, None]))
    return float(found[0]), float(np.sqrt(dispersion * spread[0, 0])), dispersion


def _percent(slope: float) -> float:
    return 100 * expm1(slope) if slope < STEEPEST else inf
