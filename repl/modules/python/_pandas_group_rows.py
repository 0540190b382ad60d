"""What groups give row by row: ranks, running sums, shifts; and windows inside of groups."""
import numpy as np
from _pandas_data import Objects, OBJECT
from _pandas_index import MultiIndex
from _pandas_series import Series


class GroupRows:
    """The methods of groups whose results are as long as the table."""

    def _by_row(self, name, *args, **kwargs):
        return self.transform(lambda s: getattr(s, name)(*args, **kwargs))

    def cumsum(self):
        """The sum so far, in each group."""
        return self._by_row('cumsum')

    def cumprod(self):
        """The product so far, in each group."""
        return self._by_row('cumprod')

    def cummax(self):
        """The greatest value so far, in each group."""
        return self._by_row('cummax')

    def cummin(self):
        """The least value so far, in each group."""
        return self._by_row('cummin')

    def rank(self, method='average', ascending=True, pct=False):
        """The place of each value in the order of its group."""
        return self._by_row('rank', method=method, ascending=ascending, pct=pct)

    def shift(self, periods=1, fill_value=None):
        """Values some rows later in their group."""
        return self._by_row('shift', periods, fill_value=fill_value)

    def diff(self, periods=1):
        """The difference to an earlier row of the group."""
        return self._by_row('diff', periods)

    def pct_change(self, periods=1):
        """The relative change from an earlier row of the group."""
        return self._by_row('pct_change', periods)

    def ffill(self):
        """What is missing, from the value before in its group."""
        return self._by_row('ffill')

    def bfill(self):
        """What is missing, from the next value of its group."""
        return self._by_row('bfill')

    def ngroup(self):
        """The number of each row's group."""
        return Series(self._groups.codes, index=self._object._index)

    def cumcount(self, ascending=True):
        """How many rows of its group come before each (or, with ascending=False, after it)."""
        out = np.zeros(len(self._object), dtype=np.int64)
        for places in self._groups.places:
            out[places] = np.arange(len(places)) if ascending else np.arange(len(places))[::-1]
        return Series(out, index=self._object._index)

    def _some(self, pick):
        kept = sorted(i for p in self._groups.places for i in pick(p.tolist()))
        return self._rows(np.array(kept, dtype=np.int64))

    def head(self, n=5):
        """The first rows of each group."""
        return self._some(lambda p: p[:n])

    def tail(self, n=5):
        """The last rows of each group."""
        return self._some(lambda p: p[-n:] if n else [])

    def nth(self, n):
        """The row of a number in each group."""
        wanted = n if isinstance(n, (list, tuple)) else [n]
        return self._some(lambda p: [p[k] for k in wanted if -len(p) <= k < len(p)])

    def sample(self, n=None, frac=None, replace=False, weights=None, random_state=None):
        """Rows of each group by chance."""
        from _pandas_tools import sample_places
        whole = isinstance(random_state, (int, np.integer))
        rng = np.random.RandomState(random_state) if whole else random_state
        found = [p[np.asarray(sample_places(len(p), n, frac, replace, weights, rng))] for p in self._groups.places]
        return self._rows(np.concatenate(found))

    def pipe(self, func, *args, **kwargs):
        """A function of the groups."""
        return func(self, *args, **kwargs)

    def rolling(self, window, min_periods=None, center=False):
        """Windows of rows inside of each group: groupby('k')['v'].rolling(3).mean()."""
        return InsideGroups(self, lambda table: table.rolling(window, min_periods, center))

    def expanding(self, min_periods=1):
        """All rows of the group up to each one."""
        return InsideGroups(self, lambda table: table.expanding(min_periods))

    def resample(self, rule):
        """Spans of time inside of each group."""
        return InsideGroups(self, lambda table: table.resample(rule))


class InsideGroups:
    """Windows or spans of each group; the group's key becomes the first level of the labels."""

    def __init__(self, groups, made):
        self._groups, self._made = groups, made

    def __getitem__(self, name):
        return InsideGroups(self._groups[name], self._made)

    def __getattr__(self, name):
        if name.startswith('_'):
            raise AttributeError(name)

        def call(*args, **kwargs):
            from _pandas_join import concat
            groups = self._groups
            parts = [getattr(self._made(groups._inner(p)), name)(*args, **kwargs) for p in groups._groups.places]
            out = concat(parts)
            names = list(groups._groups.names) + list(parts[0]._index.names)
            labels = [(label if isinstance(label, tuple) else (label,)) + (row if isinstance(row, tuple) else (row,))
                      for label, part in zip(groups._groups.labels, parts) for row in part._index.tolist()]
            out._index = MultiIndex(Objects(labels, OBJECT), names)
            return out
        return call
