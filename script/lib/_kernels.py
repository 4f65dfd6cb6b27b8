"""Densities estimated from a sample, by kernels."""

import math
import random as _random
from bisect import bisect_left, bisect_right
from math import cos, cosh, exp, fabs, pi, sin, sqrt, tan


def _root(f, slope, y, start):
    """Finds f(x) = y by Newton's way."""
    x = start
    while fabs(diff := f(x) - y) > 1e-12:
        x -= diff / slope(x)
    return x


def _quartic_inverse(p):
    sign, p = (1.0, p) if p <= 1 / 2 else (-1.0, 1.0 - p)
    if p < 0.0106:
        x = (2.0 * p) ** 0.3838 - 1.0
    else:
        x = (2.0 * p) ** 0.4258865685331 - 1.0
        if p >= 0.004 and p < 0.499:
            x += 0.026818732 * sin(7.101753784 * p + 2.73230839482953)
    return _root(_cumulated("quartic"), _kernels["quartic"][0], p, x) * sign


def _triweight_inverse(p):
    sign, p = (1.0, p) if p <= 1 / 2 else (-1.0, 1.0 - p)
    x = (2.0 * p) ** 0.3400218741872791 - 1.0
    if 0.00001 < p < 0.499:
        x -= 0.033 * sin(1.07 * 2 * pi * (p - 0.035))
    return _root(_cumulated("triweight"), _kernels["triweight"][0], p, x) * sign


def _cumulated(name):
    return _kernels[name][1]


def _normal_inverse(p):
    from _normaldist import NormalDist
    return NormalDist().inv_cdf(p)


# Of each kernel: its density, its integral, the inverse of that, and how far it reaches.
_kernels = {
    "normal": (lambda t: exp(-1 / 2 * t * t) / sqrt(2 * pi), lambda t: 1 / 2 * math.erfc(-t / sqrt(2)), _normal_inverse, None),
    "logistic": (lambda t: 1 / 2 / (1 + cosh(t)), lambda t: 1 - 1 / (exp(t) + 1), lambda p: math.log(p / (1 - p)), None),
    "sigmoid": (lambda t: 1 / pi / cosh(t), lambda t: 2 / pi * math.atan(exp(t)), lambda p: math.log(tan(p * pi / 2)), None),
    "rectangular": (lambda t: 1 / 2, lambda t: 1 / 2 * t + 1 / 2, lambda p: 2 * p - 1, 1),
    "triangular": (lambda t: 1 - abs(t), lambda t: t * t * (1 / 2 if t < 0 else -1 / 2) + t + 1 / 2,
                   lambda p: sqrt(2 * p) - 1 if p < 1 / 2 else 1 - sqrt(2 - 2 * p), 1),
    "parabolic": (lambda t: 3 / 4 * (1 - t * t), lambda t: -1 / 4 * t ** 3 + 3 / 4 * t + 1 / 2,
                  lambda p: 2 * cos((math.acos(2 * p - 1) + pi) / 3), 1),
    "quartic": (lambda t: 15 / 16 * (1 - t * t) ** 2,
                lambda t: math.sumprod((3 / 16, -5 / 8, 15 / 16, 1 / 2), (t ** 5, t ** 3, t, 1.0)), _quartic_inverse, 1),
    "triweight": (lambda t: 35 / 32 * (1 - t * t) ** 3,
                  lambda t: math.sumprod((-5 / 32, 21 / 32, -35 / 32, 35 / 32, 1 / 2), (t ** 7, t ** 5, t ** 3, t, 1.0)),
                  _triweight_inverse, 1),
    "cosine": (lambda t: pi / 4 * cos(pi / 2 * t), lambda t: 1 / 2 * sin(pi / 2 * t) + 1 / 2,
               lambda p: 2 * math.asin(2 * p - 1) / pi, 1)}
_kernels["gauss"] = _kernels["normal"]
_kernels["uniform"] = _kernels["rectangular"]
_kernels["epanechnikov"] = _kernels["parabolic"]
_kernels["biweight"] = _kernels["quartic"]


def _checked(data, h, kernel, needed):
    from statistics import StatisticsError
    if not len(data):
        raise StatisticsError("Empty data sequence")
    if not isinstance(data[0], (int, float)):
        raise TypeError(needed)
    if h <= 0.0:
        raise StatisticsError(f"Bandwidth h must be positive, not h={h!r}")
    found = _kernels.get(kernel)
    if found is None:
        raise StatisticsError(f"Unknown kernel name: {kernel!r}")
    return found


def kde(data, h, kernel="normal", *, cumulative=False):
    """Gives a function that estimates the density, or its integral."""
    density, integral, _inverse, reach = _checked(data, h, kernel, "Data sequence must contain ints or floats")
    if reach is None:
        def pdf(x):
            return sum(density((x - x_i) / h) for x_i in data) / (len(data) * h)

        def cdf(x):
            return sum(integral((x - x_i) / h) for x_i in data) / len(data)
    else:
        sample, width = sorted(data), h * reach

        def pdf(x):
            nonlocal sample
            if len(data) != len(sample):
                sample = sorted(data)
            i, j = bisect_left(sample, x - width), bisect_right(sample, x + width)
            return sum(density((x - x_i) / h) for x_i in sample[i:j]) / (len(data) * h)

        def cdf(x):
            nonlocal sample
            if len(data) != len(sample):
                sample = sorted(data)
            i, j = bisect_left(sample, x - width), bisect_right(sample, x + width)
            return sum((integral((x - x_i) / h) for x_i in sample[i:j]), i) / len(data)
    chosen = cdf if cumulative else pdf
    chosen.__doc__ = f"{'CDF' if cumulative else 'PDF'} estimate with h={h!r} and kernel={kernel!r}"
    return chosen


def kde_random(data, h, kernel="normal", *, seed=None):
    """Gives a function that draws from the estimated density."""
    inverse = _checked(data, h, kernel, "Data sequence must contain ints or floats")[2]
    prng = _random.Random(seed)

    def rand():
        return prng.choice(data) + h * inverse(prng.random())
    rand.__doc__ = f"Random KDE selection with h={h!r} and kernel={kernel!r}"
    return rand
