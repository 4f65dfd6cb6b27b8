import statistics as s
from fractions import Fraction


def attempt(label, f, *args, **kw):
    try:
        print(label, "->", repr(f(*args, **kw)))
    except Exception as e:
        print(label, "!", type(e).__name__, e)


for data in ([1, 2, 3, 4], [1, 2, 4], [2.5, 0.1, 0.2, 7.25], [5], [1, 1, 2, 2, 3], [1e300, 1e300, 1.0], [Fraction(1, 3), Fraction(1, 2)], [10 ** 20, 1, -5], []):
    for name in "mean fmean median median_low median_high mode multimode variance pvariance stdev pstdev geometric_mean harmonic_mean quantiles".split():
        attempt(name, getattr(s, name), data)
print(s.quantiles(range(20), n=10), s.quantiles([1, 2, 3.5, 8], n=3, method="inclusive"), s.mode("aabbc"), s.fmean([1, 2], [3, 1]), s.harmonic_mean([40, 60], weights=[5, 30]), s.variance([1, 2, 3], 2))
attempt("weights", s.fmean, [1], [1, 2]); attempt("n", s.quantiles, [1, 2], n=0); attempt("m", s.quantiles, [1, 2], method="x")
