# What quantiles, reductions without nan and Chebyshev's points refuse.
import numpy as np
from numpy.polynomial import chebyshev

x = np.array([[1.0, np.nan, 3.0], [4.0, 5.0, 6.0]])
calls = {
    "np.percentile([], 50, method='lower')": lambda: np.percentile([], 50, method='lower'),
    'np.percentile of no integers': lambda: np.percentile(np.array([], int), 50, method='lower'),
    'np.percentile([], 50)': lambda: np.percentile([], 50),
    'np.percentile(x, 50, axis=(0, 0))': lambda: np.percentile(x, 50, axis=(0, 0)),
    'np.percentile(x, 50, axis=2)': lambda: np.percentile(x, 50, axis=2),
    'np.percentile(x, 101)': lambda: np.percentile(x, 101),
    'np.quantile(x, -1)': lambda: np.quantile(x, -1),
    "np.quantile(x, 0.5, method='x')": lambda: np.quantile(x, 0.5, method='x'),
    'np.quantile([True, False], 0.5)': lambda: np.quantile([True, False], 0.5),
    'np.quantile([1j], 0.5)': lambda: np.quantile([1j], 0.5),
    'np.quantile weights of no method': lambda: np.quantile([1, 2], 0.5, weights=[1, 1]),
    'np.quantile weights below zero': lambda: np.quantile([1, 2], 0.5, weights=[1, -1], method='inverted_cdf'),
    'np.quantile weights of zero': lambda: np.quantile([1, 2], 0.5, weights=[0, 0], method='inverted_cdf'),
    'np.quantile weights without an axis': lambda: np.quantile(x, 0.5, weights=[1, 1], method='inverted_cdf'),
    'np.quantile weights of a shape': lambda: np.quantile(x, 0.5, axis=1, weights=[1, 1], method='inverted_cdf'),
    "np.median(['a', 'b'])": lambda: np.median(np.array(['a', 'b'])),
    'np.nanmean(x, dtype=int)': lambda: np.nanmean(x, dtype=int),
    'np.nanmean(x, out=integers)': lambda: np.nanmean(x, axis=0, out=np.zeros(3, int)),
    'np.nanvar(x, ddof, correction)': lambda: np.nanvar(x, ddof=1, correction=1),
    'np.nanargmin of nan': lambda: np.nanargmin([np.nan, np.nan]),
    'chebinterpolate deg [1]': lambda: chebyshev.chebinterpolate(np.sin, [1]),
    'chebinterpolate deg -1': lambda: chebyshev.chebinterpolate(np.sin, -1),
    'chebpts1(1.5)': lambda: chebyshev.chebpts1(1.5),
    'chebpts1(0)': lambda: chebyshev.chebpts1(0),
    'chebpts2(1)': lambda: chebyshev.chebpts2(1),
}
with np.errstate(all='ignore'):
    for name, call in calls.items():
        try:
            print(name, call())
        except Exception as error:
            print(name, type(error).__name__, error)
