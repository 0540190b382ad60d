"""pandas.plotting: figures of a whole table."""
import numpy as np
from _pandas_data import is_numeric, missing


def scatter_matrix(frame, alpha=0.5, figsize=None, ax=None, grid=False, diagonal='hist', marker='.', range_padding=0.05,
                   hist_kwds=None, density_kwds=None, **kwargs):
    """Each column by each other one; histograms where a column meets itself."""
    import matplotlib.pyplot as plt
    names = [n for n, c in zip(frame.columns.tolist(), frame._data) if is_numeric(c)]
    n = len(names)
    _, axes = plt.subplots(n, n, squeeze=False, **({'figsize': figsize} if figsize else {}))
    for i, down in enumerate(names):
        for j, across in enumerate(names):
            one, a, b = axes[i, j], frame[across]._data, frame[down]._data
            there = ~(missing(a) | missing(b))
            if i == j:
                one.hist(a[there], **(hist_kwds or {}))
            else:
                one.scatter(a[there], b[there], marker=marker, alpha=alpha, **kwargs)
            if i == n - 1:
                one.set_xlabel(str(across))
            if j == 0:
                one.set_ylabel(str(down))
    return axes


def autocorrelation_plot(series, ax=None, **kwargs):
    """The correlation of a series with itself, by the distance of the rows."""
    import matplotlib.pyplot as plt
    ax = plt.gca() if ax is None else ax
    values = np.asarray(series, dtype=np.float64)
    n, gap = len(values), values - values.mean()
    whole = (gap ** 2).sum() / n
    lags = np.arange(n) + 1
    found = [(gap[:n - lag] * gap[lag:]).sum() / n / whole for lag in lags.tolist()]
    for level, style in ((2.5758293035489004, '--'), (1.959963984540054, '-')):
        for side in (1, -1):
            ax.axhline(side * level / np.sqrt(n), linestyle=style, color='grey')
    ax.axhline(0.0, color='black')
    ax.set_xlabel('Lag')
    ax.set_ylabel('Autocorrelation')
    ax.plot(lags, found, **kwargs)
    return ax


def lag_plot(series, lag=1, ax=None, **kwargs):
    """Each value by the one some rows before it."""
    import matplotlib.pyplot as plt
    ax = plt.gca() if ax is None else ax
    values = np.asarray(series, dtype=np.float64)
    ax.scatter(values[:-lag], values[lag:], **kwargs)
    ax.set_xlabel('y(t)')
    ax.set_ylabel(f'y(t + {lag})')
    return ax
