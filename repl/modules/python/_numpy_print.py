"""Print options and arrays as text, and what numpy does about trouble in floating point."""

import numpy as np
from numpy import _plain_text, _repr_text, _str_text


# ---- Printing ----

class printoptions:
    def __init__(self, *args, **kwargs):
        self._args = args
        self._kwargs = kwargs

    def __enter__(self):
        self._saved = np.get_printoptions()
        np.set_printoptions(*self._args, **self._kwargs)
        return np.get_printoptions()

    def __exit__(self, *exc):
        _restore(self._saved)


def _restore(saved):
    saved = dict(saved)
    del saved["legacy"]
    del saved["override_repr"]
    np.set_printoptions(**saved)


def _under(options, function, *args):
    saved = np.get_printoptions()
    given = {name: value for name, value in options.items() if value is not None}
    if "formatter" not in given:
        given["formatter"] = saved["formatter"]
    try:
        np.set_printoptions(**given)
        return function(*args)
    finally:
        _restore(saved)


def array2string(a, max_line_width=None, precision=None, suppress_small=None, separator=' ', prefix='', *,
                 formatter=None, threshold=None, edgeitems=None, sign=None, floatmode=None, suffix='', legacy=None):
    return _under(dict(linewidth=max_line_width, precision=precision, suppress=suppress_small, formatter=formatter,
                       threshold=threshold, edgeitems=edgeitems, sign=sign, floatmode=floatmode),
                  _plain_text, a, separator, prefix, suffix)


def array_repr(arr, max_line_width=None, precision=None, suppress_small=None):
    return _under(dict(linewidth=max_line_width, precision=precision, suppress=suppress_small), _repr_text, arr)


def array_str(a, max_line_width=None, precision=None, suppress_small=None):
    return _under(dict(linewidth=max_line_width, precision=precision, suppress=suppress_small), _str_text, a)


def _digits(x, unique, scientific, precision):
    """Sign, digits before and behind the point, and exponent of a finite number."""
    if unique:
        text = str(abs(x)) if not isinstance(x, float) or isinstance(x, np.generic) else repr(abs(x))
        if 'e' not in text:
            whole, _, rest = text.partition('.')
            power = 0
        else:
            mantissa, _, tail = text.partition('e')
            whole, _, rest = mantissa.partition('.')
            power = int(tail)
        digits = (whole + rest).lstrip('0')
        point = len(whole) + power - (len(whole + rest) - len((whole + rest).lstrip('0')))
        digits = digits.rstrip('0')
        if digits == '':
            digits, point = '0', 1
        return digits, point
    if scientific:
        text = '{:.{}e}'.format(abs(float(x)), precision)
        mantissa, _, tail = text.partition('e')
        return mantissa.replace('.', ''), int(tail) + 1
    text = '{:.{}f}'.format(abs(float(x)), precision)
    whole, _, rest = text.partition('.')
    return whole + rest, len(whole)


def _trimmed(whole, rest, trim, least):
    if trim != 'k':
        while rest.endswith('0') and len(rest) > least:
            rest = rest[:-1]
    if rest == '' and trim == '0':
        rest = '0'
    if rest == '' and trim == '-':
        return whole
    if rest == '0' and trim == '-' and least == 0:
        return whole
    return whole + '.' + rest


def _special(x, sign):
    if np.isnan(x):
        return 'nan'
    if np.isinf(x):
        return '-inf' if x < 0 else '+inf' if sign else 'inf'
    return None


def format_float_positional(x, precision=None, unique=True, fractional=True, trim='k', sign=False, pad_left=None,
                            pad_right=None, min_digits=None):
    if precision is None and not unique:
        precision = 8
    text = _special(x, sign)
    if text is None:
        digits, point = _digits(x, unique, False, precision)
        least = min_digits or 0
        if unique and precision is not None:
            if fractional and len(digits) - point > precision:
                digits, point = _digits(x, False, False, precision)
            elif not fractional and len(digits) > precision:
                digits, point = _digits(x, False, True, max(precision - 1, 0))
        if not fractional and not unique:
            digits, point = _digits(x, False, True, max(precision - 1, 0))
        whole = (digits[:point] + '0' * (point - len(digits))) if point > 0 else '0'
        rest = '0' * -point + digits if point <= 0 else digits[point:]
        if unique and digits == '0':
            rest = ''
        if fractional and len(rest) < least:
            rest += '0' * (least - len(rest))
        if trim == 'k' and not unique and fractional:
            rest += '0' * (precision - len(rest))
        text = _trimmed(whole, rest, trim if not unique else ('k' if trim == 'k' else trim), least)
        if np.signbit(x):
            text = '-' + text
        elif sign:
            text = '+' + text
        if pad_left is not None:
            at = text.find('.')
            before = at if at >= 0 else len(text)
            text = ' ' * (pad_left - before) + text
        if pad_right is not None:
            at = text.find('.')
            text += ' ' * (pad_right - (len(text) - at - 1 if at >= 0 else -1))
    return text


def format_float_scientific(x, precision=None, unique=True, trim='k', sign=False, pad_left=None, exp_digits=None,
                            min_digits=None):
    if precision is None and not unique:
        precision = 8
    text = _special(x, sign)
    if text is None:
        digits, point = _digits(x, unique, True, precision)
        if unique and precision is not None and len(digits) - 1 > precision:
            digits, point = _digits(x, False, True, precision)
        rest = digits[1:]
        least = min_digits or 0
        if len(rest) < least:
            rest += '0' * (least - len(rest))
        text = _trimmed(digits[0], rest, trim, least)
        power = point - 1 if digits.strip('0') else 0
        if np.signbit(x):
            text = '-' + text
        elif sign:
            text = '+' + text
        if pad_left is not None:
            at = text.find('.')
            text = ' ' * (pad_left - (at if at >= 0 else len(text))) + text
        text += 'e{}{:0{}d}'.format('-' if power < 0 else '+', abs(power), exp_digits if exp_digits is not None else 2)
    return text


# ---- Floating-point trouble ----

class errstate:
    def __init__(self, *, call=None, all=None, divide=None, over=None, under=None, invalid=None):
        self._given = dict(all=all, divide=divide, over=over, under=under, invalid=invalid)

    def __enter__(self):
        self._saved = np.seterr(**self._given)

    def __exit__(self, *exc):
        np.seterr(**self._saved)

    def __call__(self, function):
        def wrapped(*args, **kwargs):
            with errstate(**self._given):
                return function(*args, **kwargs)
        return wrapped
