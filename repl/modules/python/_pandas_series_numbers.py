"""The numbers about a Series: sums, means, quantiles, descriptions."""
import numpy as np
import _pandas_data as d
import _pandas_numbers as numbers
from _pandas_data import is_missing, is_numeric, missing


class SeriesNumbers:
    """What Series inherits: everything that says something about all its values."""

    def _plain(self, values, index=None):
        """A Series of its own labels with this one's name."""
        from _pandas_series import Series
        return Series(values, index=index, name=self.name)

    # ---- Numbers about it ----

    def sum(self, axis=None, skipna=True, numeric_only=False, min_count=0):
        """The sum."""
        return numbers.total(self._data, skipna, min_count)

    def mean(self, axis=None, skipna=True, numeric_only=False):
        """The mean."""
        return numbers.mean(self._data, skipna)

    def std(self, axis=None, skipna=True, ddof=1, numeric_only=False):
        """The standard deviation."""
        return numbers.std(self._data, ddof, skipna)

    def var(self, axis=None, skipna=True, ddof=1, numeric_only=False):
        """The variance."""
        return numbers.var(self._data, ddof, skipna)

    def sem(self, ddof=1):
        """The standard error of the mean."""
        return numbers.sem(self._data, ddof)

    def min(self, axis=None, skipna=True, numeric_only=False):
        """The least value."""
        return numbers.least(self._data, skipna)

    def max(self, axis=None, skipna=True, numeric_only=False):
        """The greatest value."""
        return numbers.greatest(self._data, skipna)

    def median(self, axis=None, skipna=True, numeric_only=False):
        """The middle value."""
        return numbers.median(self._data, skipna)

    def prod(self, axis=None, skipna=True):
        """The product."""
        return numbers.product(self._data)

    product = prod

    def skew(self):
        """How lopsided the values are."""
        return numbers.skew(self._data)

    def kurt(self):
        """How heavy the tails are (0 for normal ones)."""
        return numbers.kurt(self._data)

    kurtosis = kurt

    def count(self):
        """How many values are there, without missing ones."""
        return numbers.count(self._data)

    def any(self, axis=None, skipna=True):
        """Whether some are true."""
        return np.bool_(numbers.any_true(self._data))

    def all(self, axis=None, skipna=True):
        """Whether all are true."""
        return np.bool_(numbers.all_true(self._data))

    def quantile(self, q=0.5):
        """The value below which a part lies."""
        if np.any(np.asarray(q) < 0) or np.any(np.asarray(q) > 1):
            raise ValueError("percentiles should all be in the interval [0, 1]")
        if isinstance(q, (list, tuple, np.ndarray)):
            return self._plain([numbers.quantile(self._data, p) for p in q], [float(p) for p in q])
        return numbers.quantile(self._data, q)

    def mode(self, dropna=True):
        """The values that are there most often."""
        places, unique = d.codes(self._data, sort=True)
        counts = np.bincount(places[places >= 0])
        return self._plain(d.take(unique, np.flatnonzero(counts == counts.max())))

    def idxmax(self, axis=0, skipna=True):
        """The label of the greatest value."""
        return self._index[int(np.argmax(np.where(missing(self._data), -np.inf, self._data)))]

    def idxmin(self, axis=0, skipna=True):
        """The label of the least value."""
        return self._index[int(np.argmin(np.where(missing(self._data), np.inf, self._data)))]

    def argmax(self):
        """Where the greatest value stands."""
        return int(np.argmax(self._data))

    def argmin(self):
        """Where the least value stands."""
        return int(np.argmin(self._data))

    def autocorr(self, lag=1):
        """How the values go with those some rows before."""
        return self.corr(self.shift(lag))

    def corr(self, other, method='pearson'):
        """Correlations."""
        if not is_numeric(self._data) or not is_numeric(other._data):
            return numbers.correlation(self._data, other._data, method)
        a, b = self._data.astype(np.float64), other._data.astype(np.float64)
        both = ~(np.isnan(a) | np.isnan(b))
        if method != 'pearson' or both.sum() < 2:
            return numbers.correlation(a, b, method)
        return np.corrcoef(a[both], b[both])[0, 1]

    def cov(self, other, ddof=1):
        """Covariances."""
        if not is_numeric(self._data) or not is_numeric(other._data):
            return numbers.covariance(self._data, other._data, ddof)
        a, b = self._data.astype(np.float64), other._data.astype(np.float64)
        both = ~(np.isnan(a) | np.isnan(b))
        return np.cov(a[both], b[both], ddof=ddof)[0, 1] if both.sum() > ddof else np.float64(np.nan)

    def dot(self, other):
        """The product with another, as matrices."""
        return np.dot(self._data, np.asarray(other))

    def describe(self, percentiles=None):
        """Count, mean, deviation, least, quartiles and greatest."""
        labels, values = numbers.description(self._data, percentiles)
        return self._plain(values, labels)

    def agg(self, func):
        """One or several summaries, by name or as functions."""
        if isinstance(func, (list, tuple)):
            names = [f if isinstance(f, str) else f.__name__ for f in func]
            return self._plain([self.agg(f) for f in func], names)
        if isinstance(func, str):
            d.check_function(self, func)
            return getattr(self, func)()
        return func(self)

    aggregate = agg

    def pipe(self, func, *args, **kwargs):
        """A function of the whole."""
        return func(self, *args, **kwargs)

    def equals(self, other):
        return (isinstance(other, SeriesNumbers) and len(self) == len(other) and self.dtype == other.dtype and
                self._index.equals(other._index) and all(
                    a == b or is_missing(a) and is_missing(b) for a, b in zip(self.tolist(), other.tolist())))
