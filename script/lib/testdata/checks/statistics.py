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

N = s.NormalDist
for f in (lambda: s.correlation([1, 2, 3], [2, 4, 7]), lambda: s.correlation([1, 2, 3, 3], [5, 1, 1, 9], method="ranked"),
          lambda: s.correlation([1, 1], [2, 3]), lambda: s.covariance([1, 2, 3], [1, 5, 7]), lambda: s.covariance([1], [2, 3]),
          lambda: s.linear_regression([1, 2, 3], [2, 4, 6.5]), lambda: s.linear_regression([1, 2], [2, 4], proportional=True),
          lambda: s.linear_regression([1, 1], [2, 4]), lambda: s.median_grouped([1, 2, 2, 3]), lambda: s.median_grouped([5], interval=2),
          lambda: s.harmonic_mean([40, 60]), lambda: s.harmonic_mean([4]), lambda: N(10, 2).cdf(12), lambda: N().pdf(1),
          lambda: [N(1, 2).inv_cdf(p) for p in (0.001, 0.2, 0.5, 0.9, 1e-20)], lambda: N(1, 2) + N(3, 4), lambda: 5 - N(1, 2) * 3 / 2,
          lambda: N.from_samples([1, 2, 4]), lambda: N().overlap(N(1, 2)), lambda: N(2, 3).zscore(8), lambda: N().quantiles(),
          lambda: N(1, 2).samples(2, seed=4), lambda: N(0, -1), lambda: N(0, 0).cdf(1), lambda: N().inv_cdf(1), lambda: N(1, 2) == N(1, 2)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
