# Quantiles and reductions without nan of several dtypes, with weights, where, initial and out.
import numpy as np


def told(call):
    try:
        print(repr(call()))
    except (TypeError, ValueError, IndexError, RuntimeError) as error:
        print(type(error).__name__, error)


x = np.array([3.5, np.nan, -1.0, 8.0])
table = np.array([[1.0, np.nan, 3.0], [np.nan, 5.0, 6.0]])
for method in ['linear', 'lower', 'higher', 'nearest', 'midpoint', 'hazen', 'inverted_cdf', 'averaged_inverted_cdf',
               'closest_observation', 'weibull']:
    print(method, np.percentile([7, 1, 4, 2], [10, 50, 85], method=method), np.nanquantile(x, 0.4, method=method))
told(lambda: np.quantile(np.array([1, 2, 3], 'f4'), 0.3))
told(lambda: np.quantile(np.array([1, 2, 3], 'f4'), np.float64(0.3)))
told(lambda: np.percentile([1, 2, 3, 4], [25, 50], method='lower'))
told(lambda: np.percentile(np.array(['2020-01-01', '2020-01-05'], 'M8[D]'), 50))
told(lambda: np.median(np.array([1, 5, 6], 'm8[s]')))
told(lambda: np.percentile([], 50))
told(lambda: np.percentile([1, 2, 3], 50, weights=[1, 1, 5], method='inverted_cdf'))
told(lambda: np.nanpercentile(x, 50, weights=[1, 9, 1, 1], method='inverted_cdf'))
told(lambda: np.quantile([1, 2], 0.5, weights=[1, 1]))
told(lambda: np.quantile([1, 2], 0.5, weights=[1, -1], method='inverted_cdf'))
told(lambda: np.quantile([1, 2], 0.5, weights=[1, 1, 1], method='inverted_cdf'))
told(lambda: np.quantile([1j], 0.5))
told(lambda: np.median([[1, 9], [3, 4]], axis=(0, 1), keepdims=True))
told(lambda: np.nansum(table, axis=0, initial=10))
told(lambda: np.nanmax(table, axis=1, where=[[True, True, False], [True, True, True]], initial=-1))
told(lambda: np.nanmin(np.array([2, np.nan, 1], object)))
told(lambda: np.nanmean(table, axis=1, where=[[True, True, False]] * 2))
told(lambda: np.nanvar(table, axis=1, ddof=1, keepdims=True))
told(lambda: np.nanstd(table.astype('f4'), axis=0))
told(lambda: np.nanvar(table, ddof=1, correction=1))
told(lambda: np.nanmean(table, dtype=int))
told(lambda: np.nanmedian(table, axis=0, keepdims=True))
told(lambda: np.nanmean(np.array([1 + 2j, np.nan, 3])))
out = np.zeros(3)
print(np.nanprod(table, axis=0, out=out) is out, out)
told(lambda: np.nanargmax(table, axis=1, keepdims=True))
told(lambda: np.nanargmin([np.nan, np.nan]))
