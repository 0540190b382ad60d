"""pandas as lessons use it: tables of named columns, read from and written to text, grouped, joined and described."""
from _pandas_data import NaT, StringDtype
from _pandas_index import Index, MultiIndex, RangeIndex
from _pandas_series import Series
from _pandas_dates import DatetimeIndex, to_datetime, to_timedelta
from _pandas_frequency import DateOffset, bdate_range, date_range
from _pandas_period import Period, PeriodIndex, period_range
from _pandas_time import Timedelta, Timestamp
from _pandas_frame import DataFrame
from _pandas_group import Grouper
from _pandas_json import json_normalize
from _pandas_io import (read_csv, read_excel, read_hdf, read_html, read_json, read_parquet, read_sql, read_table)
from _pandas_bins import Interval, cut, qcut
from _pandas_categories import Categorical, CategoricalDtype
from _pandas_join import concat, merge, merge_asof
from _pandas_reshape import crosstab, get_dummies, melt, pivot_table
from _pandas_tools import factorize, isna, notna, to_numeric, unique
from _pandas_text import options as _options

__version__ = '3.1.1'
isnull = isna
notnull = notna
NaN = float('nan')


class NAType:
    """A missing value."""

    def __repr__(self):
        return '<NA>'

    def __bool__(self):
        raise TypeError("boolean value of NA is ambiguous")


NA = NAType()


def _full(name):
    names = [key for key in _options if name == key or key.endswith('.' + name) or name in key]
    if not names:
        from pandas.errors import OptionError
        raise OptionError(f"No such keys(s): '{name}'")
    return names[0]


def set_option(*args):
    """How tables are printed: 'display.max_rows', 'display.precision', ..."""
    for name, value in zip(args[::2], args[1::2]):
        _options[_full(name)] = value


def get_option(name):
    return _options[_full(name)]


_first = dict(_options)


def reset_option(name):
    for key in _options:
        if name == 'all' or name in key:
            _options[key] = _first[key]


class option_context:
    """Options inside a with statement."""

    def __init__(self, *args):
        self._pairs = list(zip(args[::2], args[1::2]))

    def __enter__(self):
        self._before = [(_full(name), _options[_full(name)]) for name, _ in self._pairs]
        for name, value in self._pairs:
            set_option(name, value)

    def __exit__(self, *args):
        for name, value in self._before:
            _options[name] = value


class _IndexSlice:
    """loc's slices of levels: df.loc[pd.IndexSlice[:, 2021], :]"""

    def __getitem__(self, key):
        return key


IndexSlice = _IndexSlice()


class _Display:
    def __setattr__(self, name, value):
        set_option('display.' + name, value)

    def __getattr__(self, name):
        return get_option('display.' + name)


class _Options:
    display = _Display()


options = _Options()
import pandas.plotting as plotting
