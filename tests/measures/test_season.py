"""The season of a series, against a published decomposition."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.measures.season import season

YEAR = [0.9, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.2, 1.0, 0.9, 0.9, 0.8]

# G. E. P. Box and G. M. Jenkins, Time Series Analysis (1976), series G: airline passengers.
AIRLINE = """
112 118 132 129 121 135 148 148 136 119 104 118 115 126 141 135 125 149 170 170 158 133 114 140
145 150 178 163 172 178 199 199 184 162 146 166 171 180 193 181 183 218 230 242 209 191 172 194
196 196 236 235 229 243 264 272 237 211 180 201 204 188 235 227 234 264 302 293 259 229 203 229
242 233 267 269 270 315 364 347 312 274 237 278 284 277 317 313 318 374 413 405 355 306 271 306
315 301 356 348 355 422 465 467 404 347 305 336 340 318 362 348 363 435 491 505 404 359 310 337
360 342 406 396 420 472 548 559 463 407 362 405 417 391 419 461 472 535 622 606 508 461 390 432
"""
# What R's decompose(AirPassengers, "multiplicative") gives as its figure.
FIGURE = [0.9102304, 0.8836253, 1.0073663, 0.9759060, 0.9813780, 1.1127758]
FIGURE += [1.2265555, 1.2199110, 1.0604919, 0.9217572, 0.8011781, 0.8988244]


def test_the_season_of_the_airline_series_is_that_of_r() -> None:
    """Eleven ratios of each calendar month, far apart: p is next to nothing."""
    found = season([int(count) for count in AIRLINE.split()], 36)

    assert found
    assert found.ratios == pytest.approx(FIGURE, abs=1e-6)
    assert found.years == 11
    assert found.p < 1e-6


def test_a_season_put_into_a_series_is_found_again() -> None:
    """The ratios of a year have a mean of 1; 100 times them for three years gives two of each."""
    found = season([100 * ratio for ratio in YEAR * 3], 36)

    assert found
    assert found.ratios == pytest.approx(YEAR)
    assert found.years == 2


def test_less_than_three_years_have_no_season() -> None:
    """35 months are too few; 36 with a gap are too."""
    assert season([100.0] * 35, 36) is None
    assert season([*[100.0] * 20, None, *[100.0] * 15], 36) is None


def test_months_left_out_enter_nothing() -> None:
    """The second of five years is ten times as high, and left out: the rest's is found."""
    counts = [100 * ratio for ratio in YEAR * 5]
    counts[12:24] = [10 * count for count in counts[12:24]]
    left, kept = season(counts, 36, range(12, 24)), season(counts, 36)

    assert left
    assert kept
    assert left.ratios == pytest.approx(YEAR)
    assert kept.ratios != pytest.approx(YEAR)


def test_months_that_do_not_differ_have_no_season() -> None:
    """A level series differs by nothing, and p is 1."""
    found = season([50.0] * 36, 36)

    assert found
    assert (found.p, set(found.ratios)) == (1.0, {1.0})


@given(st.lists(st.integers(1, 300), min_size=36, max_size=60))
def test_ratios_agree_with_a_convolution(counts: list[int]) -> None:
    """Numpy's moving mean with half weights at both ends makes the same ratios."""
    found = season(counts, 36)
    weights = np.array([0.5, *[1.0] * 11, 0.5]) / 12
    ratios = np.array(counts[6:-6]) / np.convolve(counts, weights, mode="valid")
    means = np.array([ratios[(month - 6) % 12 :: 12].mean() for month in range(12)])

    assert found
    assert found.ratios == pytest.approx(list(means / means.mean()))
