"""Two tables as one: what is missing in the first comes from the second; operators from the right."""
import numpy as np
from _pandas_data import missing


class Pairs:
    """What Series and DataFrame do with another of their kind."""

    def combine_first(self, other):
        """The values, and where they are missing those of the other, under the labels of both."""
        labels = self._index if self._index.equals(other._index) else self._index.union(other._index)
        if hasattr(self, '_columns'):
            names = self._columns if self._columns.equals(other._columns) else self._columns.union(other._columns)
            first, second = self.reindex(labels, columns=names), other.reindex(labels, columns=names)
            data = [second._data[k] if name not in self._columns else first._data[k] if name not in other._columns else
                    first._series(k).combine_first(second._series(k))._data for k, name in enumerate(names.tolist())]
            return first._new(names, data, first._index)
        first, second = self.reindex(labels), other.reindex(labels)
        made = first.where(first.notna(), second)
        return made.astype(self.dtype) if self.dtype == other.dtype and not np.any(missing(made._data)) else made

    def update(self, other):
        """Takes over what is there in the other, where the labels are the same."""
        if hasattr(self, '_columns'):
            for name in self._columns.tolist():
                if name in other._columns:
                    column = self[name]
                    column.update(other[name])
                    self[name] = column
            return
        new = other.reindex(self._index)
        made = self.where(new.isna(), new)
        self._data = made.astype(self.dtype)._data if self.dtype == other.dtype else made._data

    def radd(self, other):
        """other + this"""
        return other + self

    def rsub(self, other):
        """other - this"""
        return other - self

    def rmul(self, other):
        """other * this"""
        return other * self

    def rdiv(self, other):
        """other / this"""
        return other / self

    rtruediv = rdiv

    def rpow(self, other):
        """other ** this"""
        return other ** self

    def reindex_like(self, other):
        """Under the labels of another."""
        return self.reindex(other._index, columns=other._columns) if hasattr(self, '_columns') else self.reindex(
            other._index)
