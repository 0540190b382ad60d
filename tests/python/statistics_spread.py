from statistics import *


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


d = [2.5, 3.25, 5.5, 11.25, 11.75, 0.1]
i = [1, 2, 3, 4, 4, 7, 9]
y = [2, 1, 4, 3, 8, 7, 9]
print(stdev(d), pstdev(d), variance(d), pvariance(d), stdev(i), pvariance(i), variance([1, 2, 3, 4]), variance(d, mean(d)))
print(pvariance([1e10, 1e10 + 1, 1e10 + 2]), stdev([1e-200, 3e-200]), stdev([0.1, 0.2, 0.3]))
print(correlation(i, y), covariance(i, y), linear_regression(i, y), linear_regression([1, 2], [3, 4], proportional=True))
n = NormalDist(100, 15)
print(n, n.cdf(110), n.pdf(90), n.inv_cdf(0.9), n.quantiles(), n + 5, n * 2, n.zscore(130), n.mean, n.variance)
print(NormalDist.from_samples(d), n.overlap(NormalDist(110, 10)), n - NormalDist(3, 4), n.samples(2, seed=3))
attempt(lambda: stdev([1]))
attempt(lambda: correlation([1, 1], [1, 2]))
attempt(lambda: n.inv_cdf(0))
