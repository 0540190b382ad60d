"""pandas.errors"""
from _pandas_data import IntCastingNaNError
from _pandas_io import EmptyDataError, ParserError
from _pandas_join import MergeError
from _pandas_query import UndefinedVariableError
from _pandas_read_time import DateParseError


class OptionError(AttributeError):
    """No such option."""
