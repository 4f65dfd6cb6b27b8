"""Averages and spreads; sums of numbers are exact."""

import math
import sys
from _moments import sums as _sums
from bisect import bisect_left, bisect_right
from fractions import Fraction

__all__ = ["NormalDist", "StatisticsError", "correlation", "covariance", "fmean", "kde", "kde_random",
           "geometric_mean", "harmonic_mean", "linear_regression", "mean",
           "median", "median_grouped", "median_high", "median_low", "mode", "multimode", "pstdev",
           "pvariance", "quantiles", "stdev", "variance"]


class StatisticsError(ValueError):
    """Too little data, or none that fits."""


def _kind(values):
    """The type that results have."""
    kind = int
    for v in values:
        t = type(v)
        if t is not kind and not (t is bool or t is int):
            kind = t if kind is int or issubclass(t, float) else kind
    return kind


def _unlimited(values):
    """The sum of the numbers that are not finite, None when all are."""
    wild = [v for v in values if isinstance(v, float) and not math.isfinite(v)]
    return sum(wild) if wild else None


def _exact(data):
    """The numbers, their exact sum, and the type that results have."""
    values = list(data)
    known = _sums(values)
    if known is not None:
        total = Fraction(known[0], 1 << known[2])
    else:
        total = _unlimited(values)
        if total is None:
            total = sum(map(Fraction, values))
    return values, total, _kind(values)


def _as(value, kind):
    if kind is int:
        return int(value) if value.denominator == 1 else float(value)
    if kind is Fraction or kind is float:
        return kind(value)
    return kind(value.numerator) / kind(value.denominator)


def mean(data):
    """The arithmetic mean."""
    values, total, kind = _exact(data)
    if not values:
        raise StatisticsError("mean requires at least one data point")
    return _as(total / len(values), kind)


def fmean(data, weights=None):
    """The arithmetic mean as float."""
    values = list(data)
    if weights is None:
        if not values:
            raise StatisticsError("fmean requires at least one data point")
        return math.fsum(values) / len(values)
    weights = list(weights)
    if len(weights) != len(values):
        raise StatisticsError("data and weights must be the same length")
    total = math.fsum(weights)
    if not total:
        raise StatisticsError("sum of weights must be non-zero")
    return math.fsum([v * w for v, w in zip(values, weights)]) / total


def median(data):
    """The middle, or the mean of the two in the middle."""
    values = sorted(data)
    if not values:
        raise StatisticsError("no median for empty data")
    half = len(values) // 2
    if len(values) % 2:
        return values[half]
    return (values[half - 1] + values[half]) / 2


def median_low(data):
    """The middle, or the lower of two."""
    values = sorted(data)
    if not values:
        raise StatisticsError("no median for empty data")
    return values[(len(values) - 1) // 2]


def median_high(data):
    """The middle, or the higher of two."""
    values = sorted(data)
    if not values:
        raise StatisticsError("no median for empty data")
    return values[len(values) // 2]


def median_grouped(data, interval=1.0):
    """The median of values that stand for intervals about them."""
    values = sorted(data)
    n = len(values)
    if not n:
        raise StatisticsError("no median for empty data")
    middle = values[n // 2]
    below = bisect_left(values, middle)
    inside = bisect_right(values, middle, lo=below) - below
    try:
        interval, middle = float(interval), float(middle)
    except ValueError:
        raise TypeError("Value cannot be converted to a float")
    return middle - interval / 2.0 + interval * (n / 2 - below) / inside


def _counts(data):
    counts = {}
    for v in data:
        counts[v] = counts.get(v, 0) + 1
    return counts


def mode(data):
    """The most frequent value, the first of equals."""
    counts = _counts(data)
    if not counts:
        raise StatisticsError("no mode for empty data")
    return max(counts, key=counts.get)


def multimode(data):
    """All most frequent values."""
    counts = _counts(data)
    top = max(counts.values(), default=0)
    return [v for v, n in counts.items() if n == top]


def _spread(data, least, lost, name, center):
    values = list(data)
    n = len(values)
    if n < least:
        raise StatisticsError("%s requires at least %s data point%s"
                              % (name, "two" if least == 2 else "one", "s" * (least == 2)))
    if center is not None:
        # The differences are not exact, as they are of the numbers' own kind.
        values, squares, kind = _exact([(v - center) * (v - center) for v in values])
        return squares / (n - lost), kind
    known = _sums(values)
    if known is not None:
        # The sum of (x - mean)**2 multiplied out.
        total, squares, shift = known
        squares = Fraction(n * squares - total * total, n << 2 * shift)
    else:
        squares = _unlimited(values)
        if squares is None:
            middle = sum(map(Fraction, values)) / n
            squares = sum((Fraction(v) - middle) ** 2 for v in values)
    return squares / (n - lost), _kind(values)


def variance(data, xbar=None):
    """The variance of a sample."""
    return _as(*_spread(data, 2, 1, "variance", xbar))


def pvariance(data, mu=None):
    """The variance of a population."""
    return _as(*_spread(data, 1, 0, "pvariance", mu))


def _root(value):
    """The float nearest to the square root of a fraction."""
    n, m = value.numerator, value.denominator
    if not n:
        return 0.0
    # Scaled so that the integer root has 109 bits or more, then rounded to
    # odd: the final division rounds once.
    shift = (n.bit_length() - m.bit_length() - 109) // 2
    if shift >= 0:
        a, b = n, m << 2 * shift
    else:
        a, b = n << -2 * shift, m
    r = math.isqrt(a // b)
    r |= r * r * b != a
    return (r << shift) / 1 if shift >= 0 else r / (1 << -shift)


def _deviation(variance, kind):
    decimal = sys.modules.get("decimal")
    if decimal and issubclass(kind, decimal.Decimal):
        return (kind(variance.numerator) / kind(variance.denominator)).sqrt()
    return _root(variance)


def stdev(data, xbar=None):
    """The standard deviation of a sample."""
    return _deviation(*_spread(data, 2, 1, "stdev", xbar))


def pstdev(data, mu=None):
    """The standard deviation of a population."""
    return _deviation(*_spread(data, 1, 0, "pstdev", mu))


def geometric_mean(data):
    """The n-th root of the product."""
    values = list(data)
    if not values:
        raise StatisticsError("Must have a non-empty dataset")
    for v in values:
        if v < 0:
            raise StatisticsError("No negative inputs allowed", v)
    if any(v == 0 for v in values):
        return 0.0
    return math.exp(math.fsum([math.log(v) for v in values]) / len(values))


def harmonic_mean(data, weights=None):
    """The reciprocal of the mean of reciprocals."""
    values = list(data)
    if not values:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if any(v < 0 for v in values):
        raise StatisticsError("harmonic mean does not support negative values")
    if len(values) == 1 and weights is None:
        return values[0]
    weights = [1] * len(values) if weights is None else list(weights)
    if len(weights) != len(values):
        raise StatisticsError("Number of weights does not match data size")
    if 0 in values:
        return 0
    _, total, kind = _exact([w / v for w, v in zip(weights, values)])
    return _as(sum(map(Fraction, weights)) / total, kind)


def quantiles(data, *, n=4, method="exclusive"):
    """The n - 1 cut points between n groups of equal probability."""
    if n < 1:
        raise StatisticsError("n must be at least 1")
    values = sorted(data)
    size = len(values)
    if size < 2:
        if size == 1:
            return values * (n - 1)
        raise StatisticsError("must have at least one data point")
    if method not in ("inclusive", "exclusive"):
        raise ValueError("Unknown method: %r" % method)
    span = size - 1 if method == "inclusive" else size + 1
    cuts = []
    for i in range(1, n):
        if method == "inclusive":
            j, delta = divmod(i * span, n)
            low, high = j, j + 1
        else:
            j = min(max(i * span // n, 1), size - 1)
            delta = i * span - j * n
            low, high = j - 1, j
        cuts.append((values[low] * (n - delta) + values[high] * delta) / n)
    return cuts


from _kernels import kde, kde_random
from _normaldist import NormalDist
from _regression import correlation, covariance, linear_regression
