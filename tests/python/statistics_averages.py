from fractions import Fraction
from statistics import *


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


d = [2.5, 3.25, 5.5, 11.25, 11.75, 0.1]
i = [1, 2, 3, 4, 4, 7, 9]
for f in (mean, fmean, median, median_low, median_high, mode, multimode, quantiles, harmonic_mean, geometric_mean, median_grouped):
    print(f.__name__, f(d), f(i), f([1.5, 1.5, 2]))
print(mean([1, 2]), mean([1, 3]), mean([True, False]), mean([Fraction(1, 3), Fraction(1, 2)]), mean([0.1] * 3), mean([float('inf'), 1]))
print(quantiles(d, n=10), quantiles(i, method='inclusive'), mode('abca'), fmean([1, 2, 3], weights=[1, 0, 3]), harmonic_mean([40, 60], weights=[5, 30]))
for f in (mean, median, mode, quantiles, harmonic_mean, fmean, median_low):
    attempt(lambda: f([]))
attempt(lambda: mean(['a']))
attempt(lambda: harmonic_mean([-1, 2]))
attempt(lambda: geometric_mean([0, 1]))
