"""pandas' bins: which of several intervals a number lies in."""
import numpy as np
from _pandas_categories import Categorical, CategoricalDtype
from _pandas_data import Objects, OBJECT, nan
from _pandas_index import Index
from _pandas_series import Series


class Interval:
    """(left, right]"""
    __module__ = 'pandas'

    def __init__(self, left, right, closed='right'):
        self.left, self.right, self.closed = left, right, closed
        self.mid = (left + right) / 2
        self.length = right - left

    def kind(self):
        """What the dtype of several is called."""
        number = 'float64' if isinstance(self.left, float) else 'int64'
        return f'interval[{number}, {self.closed}]'

    def __contains__(self, value):
        if self.closed == 'right':
            return self.left < value <= self.right
        return self.left <= value < self.right

    def __eq__(self, other):
        return isinstance(other, Interval) and (self.left, self.right) == (other.left, other.right)

    def __lt__(self, other):
        return (self.left, self.right) < (other.left, other.right)

    def __hash__(self):
        return hash((self.left, self.right))

    def __str__(self):
        left, right = _edge(self.left), _edge(self.right)
        return f'({left}, {right}]' if self.closed == 'right' else f'[{left}, {right})'

    def __repr__(self):
        return f"Interval({_edge(self.left)}, {_edge(self.right)}, closed='{self.closed}')"


def _edge(value):
    return str(value.item() if hasattr(value, 'item') else value)


def _rounded(value, precision):
    """As many digits as tell it, at least `precision` after the first that is not zero."""
    if value == 0 or not np.isfinite(value):
        return value
    whole = int(np.trunc(value))
    if whole == 0:
        digits = -int(np.floor(np.log10(abs(value - whole)))) - 1 + precision
    else:
        digits = precision
    return float(np.round(value, digits))


def _binned(x, edges, labels, right, include_lowest, precision, duplicates='raise'):
    values = np.asarray(x).astype(np.float64)
    edges = np.asarray(edges)
    if len(edges) > 1 and np.any(np.diff(edges.astype(np.float64)) < 0):
        raise ValueError("bins must increase monotonically.")
    if len(np.unique(edges)) < len(edges):
        if duplicates == 'raise':
            raise ValueError(f"Bin edges must be unique: {Index(edges)!r}.\nYou can drop duplicate edges by setting "
                             "the 'duplicates' kwarg")
        edges = np.unique(edges)
    places = np.searchsorted(edges, values, side='left' if right else 'right')
    if include_lowest:
        places[values == edges[0]] = 1
    places = places - 1
    places[np.isnan(values) | (places < 0) | (places >= len(edges) - 1)] = -1
    if labels is False:
        out = places.astype(np.float64)
        if np.all(places >= 0):
            out = places
        else:
            out[places < 0] = nan
    else:
        if labels is None:
            for digits in range(precision, 20):
                shown = [_rounded(e, digits) if edges.dtype.kind == 'f' else e for e in edges.tolist()]
                if len(set(shown)) == len(set(edges.tolist())):
                    break
            if right and include_lowest:
                shown[0] = shown[0] - 10 ** (-digits)
                shown = [float(v) for v in shown]
            labels = [Interval(a, b, 'right' if right else 'left') for a, b in zip(shown[:-1], shown[1:])]
        elif len(labels) != len(edges) - 1:
            raise ValueError("Bin labels must be one fewer than the number of bin edges")
        labels = list(labels)
        out = Objects([nan if p < 0 else labels[p] for p in places.tolist()], OBJECT)
        out = Objects(out, CategoricalDtype(labels, True))
    if isinstance(x, Series):
        return x._with(out)
    return Categorical._of(out) if isinstance(out, Objects) else out


def cut(x, bins, right=True, labels=None, retbins=False, precision=3, include_lowest=False, duplicates='raise'):
    """Which of several bins each value falls in."""
    values = np.asarray(x)
    if isinstance(bins, (int, np.integer)):
        if bins < 1:
            raise ValueError("`bins` should be a positive integer.")
        if values.size == 0:
            raise ValueError("Cannot cut empty array")
        low, high = float(np.nanmin(values)), float(np.nanmax(values))
        if low == high:
            low, high = low - (0.001 * abs(low) if low else 0.001), high + (0.001 * abs(high) if high else 0.001)
            edges = np.linspace(low, high, bins + 1)
        else:
            edges = np.linspace(low, high, bins + 1)
            wider = (high - low) * 0.001
            if right:
                edges[0] -= wider
            else:
                edges[-1] += wider
    else:
        edges = np.asarray(bins)
    out = _binned(x, edges, labels, right, include_lowest, precision, duplicates)
    return (out, edges) if retbins else out


def qcut(x, q, labels=None, retbins=False, precision=3, duplicates='raise'):
    """Bins that hold equally many values."""
    values = np.asarray(x).astype(np.float64)
    shares = np.linspace(0, 1, q + 1) if isinstance(q, (int, np.integer)) else np.asarray(q)
    edges = np.percentile(values[~np.isnan(values)], shares * 100)
    if duplicates != 'raise':
        edges = np.unique(edges)
    out = _binned(x, edges, labels, True, True, precision)
    return (out, edges) if retbins else out
