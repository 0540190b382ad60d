"""pandas.errors"""
from _pandas_data import IntCastingNaNError
from _pandas_io import EmptyDataError, ParserError
from _pandas_join import MergeError


class OptionError(AttributeError):
    """No such option."""

