"""What statistics says of pairs: covariance, correlation and the straight line."""

from collections import namedtuple
from math import fsum, isfinite, sqrt, sumprod

from statistics import StatisticsError

LinearRegression = namedtuple("LinearRegression", ("slope", "intercept"), module="statistics")


def _same_length(what, x, y):
    if len(x) != len(y):
        raise StatisticsError(what + " requires that both inputs have same number of data points")
    if len(x) < 2:
        raise StatisticsError(what + " requires at least two data points")
    return len(x)


def _around(values, center):
    return [v - center for v in values]


def _ranks(values, start):
    """The place of each value in order, counted from start; equal ones share theirs."""
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = [0] * len(values)
    at = 0
    while at < len(order):
        end = at + 1
        while end < len(order) and values[order[end]] == values[order[at]]:
            end += 1
        for i in order[at:end]:
            ranks[i] = start + (at + end - 1) / 2
        at = end
    return ranks


def _root_of_product(x, y):
    """sqrt(x * y), its rounding error taken back."""
    root = sqrt(x * y)
    if not isfinite(root):
        return root if not (isfinite(x) and isfinite(y)) else sqrt(x) * sqrt(y)
    if not root:
        return sqrt(x) * sqrt(y)
    return root + sumprod((x, root), (y, -root)) / (2.0 * root)


def covariance(x, y, /):
    """How two samples vary together."""
    n = _same_length("covariance", x, y)
    return sumprod(_around(x, fsum(x) / n), _around(y, fsum(y) / n)) / (n - 1)


def correlation(x, y, /, *, method="linear"):
    """Pearson's coefficient of two samples, or Spearman's when they are ranked."""
    n = _same_length("correlation", x, y)
    if method not in {"linear", "ranked"}:
        raise ValueError(f"Unknown method: {method!r}")
    if method == "ranked":
        x, y = _ranks(x, (1 - n) / 2), _ranks(y, (1 - n) / 2)
    else:
        x, y = _around(x, fsum(x) / n), _around(y, fsum(y) / n)
    try:
        return sumprod(x, y) / _root_of_product(sumprod(x, x), sumprod(y, y))
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant")


def linear_regression(x, y, /, *, proportional=False):
    """The line that fits best; through the origin if it is to be proportional."""
    n = _same_length("linear regression", x, y)
    if proportional:
        middle_x = middle_y = 0.0
        dx, dy = x, y
    else:
        middle_x, middle_y = fsum(x) / n, fsum(y) / n
        dx, dy = _around(x, middle_x), _around(y, middle_y)
    across = sumprod(dx, dy) + 0.0
    try:
        slope = across / sumprod(dx, dx)
    except ZeroDivisionError:
        raise StatisticsError("x is constant")
    return LinearRegression(slope=slope, intercept=0.0 if proportional else middle_y - slope * middle_x)
