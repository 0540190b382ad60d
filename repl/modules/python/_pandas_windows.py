"""Windows of rows: rolling, expanding, exponentially weighted."""
import numpy as np
import _pandas_numbers as numbers
from _pandas_data import nan
from _pandas_series import Series


def check_window(window, min_periods):
    """Raises where a window is no number of rows."""
    if window is None:
        return
    if not isinstance(window, (int, np.integer)) or window < 0:
        raise ValueError("window must be an integer 0 or greater")
    if min_periods is not None and min_periods > window:
        raise ValueError(f"min_periods {min_periods} must be <= window {window}")


class Rolling:
    """A window that moves along a column."""

    def __init__(self, series, window, min_periods=None, center=False):
        self._series, self._window, self._center, self._starts = series, window, center, None
        if isinstance(window, str):
            from _pandas_time_rows import starts_of_windows
            self._starts = starts_of_windows(series._index, window)
            window, min_periods = None, 1 if min_periods is None else min_periods
        check_window(window, min_periods)
        self._least = min_periods if min_periods is not None else (1 if window is None else window)

    def _applied(self, function):
        values = self._series._data.astype(np.float64)
        gone = np.isnan(values)
        n = len(values)
        ahead = (self._window - 1) // 2 if self._center and self._window and self._starts is None else 0
        out = np.full(n, nan)
        for i in range(n):
            end = i + ahead + 1
            start = self._starts[i] if self._starts is not None else 0 if self._window is None else max(
                0, end - self._window)
            end = min(end, n)
            part = values[start:end][~gone[start:end]]
            if len(part) >= max(self._least, 0) and (len(part) or self._least == 0):
                out[i] = function(part)
        return self._series._with(out)

    def mean(self):
        """The mean."""
        return self._applied(lambda v: v.sum() / len(v))

    def sum(self):
        """The sum."""
        return self._applied(lambda v: v.sum())

    def std(self, ddof=1):
        """The standard deviation."""
        return self._applied(lambda v: numbers.std(v, ddof))

    def var(self, ddof=1):
        """The variance."""
        return self._applied(lambda v: numbers.var(v, ddof))

    def min(self):
        """The least value."""
        return self._applied(lambda v: v.min())

    def max(self):
        """The greatest value."""
        return self._applied(lambda v: v.max())

    def median(self):
        """The middle value."""
        return self._applied(lambda v: np.median(v))

    def count(self):
        """How many values are there, without missing ones."""
        self._least = 0
        return self._applied(lambda v: float(len(v)))

    def quantile(self, q):
        """The value below which a part lies."""
        return self._applied(lambda v: np.quantile(v, q))

    def skew(self):
        """The skewness."""
        return self._applied(lambda v: Series(v).skew())

    def agg(self, func):
        """One number of each window, or a column for each of several."""
        if isinstance(func, str):
            return getattr(self, func)()
        if callable(func):
            return self.apply(func)
        from _pandas_frame import DataFrame
        return DataFrame({f if isinstance(f, str) else f.__name__: self.agg(f) for f in func})

    aggregate = agg

    def corr(self, other):
        """How each window goes with the same one of another column."""
        return self._paired(other, lambda a, b: a.corr(b))

    def cov(self, other):
        """How each window varies with the same one of another column."""
        return self._paired(other, lambda a, b: a.cov(b))

    def _paired(self, other, function):
        first, second = self._series, other.reindex(self._series._index)
        out = np.full(len(first), nan)
        for i in range(len(out)):
            start = 0 if self._window is None else max(0, i + 1 - self._window)
            a, b = first.iloc[start:i + 1], second.iloc[start:i + 1]
            if int((a.notna() & b.notna()).sum()) >= max(self._least, 1):
                out[i] = function(a, b)
        return first._with(out)

    def apply(self, func, raw=False):
        """A function of each value, row or column."""
        return self._applied(func if raw else lambda v: func(Series(v)))


class Expanding(Rolling):
    """All rows up to each one."""


class FrameWindows:
    """Windows of one kind (Rolling, Expanding, Ewm) along every column."""

    def __init__(self, frame, kind, *how):
        if kind is not Ewm and isinstance(how[0], str):
            from _pandas_time_rows import starts_of_windows
            starts_of_windows(frame._index, how[0])
        elif kind is not Ewm:
            check_window(*how[:2])
        self._frame, self._kind, self._how = frame, kind, how

    def __getitem__(self, name):
        return self._kind(self._frame[name], *self._how)

    def __getattr__(self, name):
        if name.startswith('_') or not hasattr(self._kind, name):
            shown = 'ExponentialMovingWindow' if self._kind is Ewm else self._kind.__name__
            raise AttributeError(f"'{shown}' object has no attribute {name!r}")
        return lambda *args: self._frame._by_series(lambda s: getattr(self._kind(s, *self._how), name)(*args))


class Ewm:
    """Means whose weights fade."""

    def __init__(self, series, com, span, halflife, alpha, adjust):
        self._series, self._adjust = series, adjust
        given = sum(v is not None for v in (com, span, halflife, alpha))
        if given > 1:
            raise ValueError("comass, span, halflife, and alpha are mutually exclusive")
        if given == 0:
            raise ValueError("Must pass one of comass, span, halflife, or alpha")
        if alpha is not None and not 0 < alpha <= 1:
            raise ValueError("alpha must satisfy: 0 < alpha <= 1")
        if alpha is None:
            if span is not None:
                com = (span - 1) / 2
            elif halflife is not None:
                alpha = 1 - np.exp(np.log(0.5) / halflife)
            alpha = 1 / (1 + com) if alpha is None else alpha
        self._alpha = alpha

    def mean(self):
        """The mean."""
        out, weight, mean = [], 1.0, None
        keep, new = 1 - self._alpha, 1.0 if self._adjust else self._alpha
        for v in self._series._data.astype(np.float64).tolist():
            if mean is None:
                mean = v
            elif v == v:
                weight = weight * keep
                if mean != v:
                    mean = (weight * mean + new * v) / (weight + new)
                weight = weight + new if self._adjust else 1.0
            out.append(mean)
        return self._series._with(np.array(out))
