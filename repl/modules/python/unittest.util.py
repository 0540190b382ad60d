"""How tests show values: their texts, what two of them share, how their lines differ."""
from difflib import ndiff
from os.path import commonprefix as _commonprefix
from pprint import pformat

_MAX_LENGTH = 80
# What a shortened text keeps: its begin and end, some of what both begin with, and room for '[999 chars]'.
_PLACEHOLDER_LEN, _MIN_BEGIN_LEN, _MIN_END_LEN, _MIN_COMMON_LEN = 12, 5, 5, 5
_MIN_DIFF_LEN = _MAX_LENGTH - (_MIN_BEGIN_LEN + _PLACEHOLDER_LEN + _MIN_COMMON_LEN + _PLACEHOLDER_LEN + _MIN_END_LEN)


def strclass(cls):
    return f'{cls.__module__}.{cls.__qualname__}'


def three_way_cmp(x, y):
    return (x > y) - (x < y)


def safe_repr(obj, short=False):
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    return text if not short or len(text) < _MAX_LENGTH else text[:_MAX_LENGTH] + ' [truncated]...'


def _shorten(text, begin, end):
    left_out = len(text) - begin - end
    if left_out <= _PLACEHOLDER_LEN:
        return text
    return f'{text[:begin]}[{left_out} chars]{text[len(text) - end:]}'


def _common_shorten_repr(*values):
    """The reprs of values; where they are long, what they begin with in common is cut first."""
    texts = tuple(map(safe_repr, values))
    longest = max(map(len, texts))
    if longest <= _MAX_LENGTH:
        return texts
    prefix = _commonprefix(texts)
    count = len(prefix)
    room = _MAX_LENGTH - (longest - count + _MIN_BEGIN_LEN + _PLACEHOLDER_LEN)
    if room > _MIN_COMMON_LEN:
        prefix = _shorten(prefix, _MIN_BEGIN_LEN, room)
        return tuple(prefix + text[count:] for text in texts)
    prefix = _shorten(prefix, _MIN_BEGIN_LEN, _MIN_COMMON_LEN)
    return tuple(prefix + _shorten(text[count:], _MIN_DIFF_LEN, _MIN_END_LEN) for text in texts)


def _difference(first, second):
    """The lines of two values as pprint writes them, side by side as ndiff does."""
    return '\n' + '\n'.join(ndiff(pformat(first).splitlines(), pformat(second).splitlines()))


def _counts(first, second):
    """[(how often in first, how often in second, item)] for what is in either."""
    from collections import Counter
    try:
        ones, others = Counter(first), Counter(second)
        return [(ones[item], others[item], item) for item in dict.fromkeys(first + second)]
    except TypeError:
        items = []
        for item in first + second:
            if item not in items:
                items.append(item)
        return [(first.count(item), second.count(item), item) for item in items]
