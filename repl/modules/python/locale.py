"""locale: the one of C. Numbers and dates are written as in English everywhere in nnsh."""
LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127
_str = str


class Error(Exception):
    pass


Error.__module__ = 'locale'
_known = ('C', 'POSIX', '', 'C.UTF-8', 'C.utf8')


def setlocale(category, locale=None):
    """Only the locale of C is there."""
    if category not in range(7):
        raise Error('locale query failed' if locale is None else 'unsupported locale setting')
    if locale is not None and not isinstance(locale, _str):
        locale = normalize('.'.join(part for part in locale if part))
    if locale is not None and locale not in _known:
        raise Error('unsupported locale setting')
    return 'C'


def localeconv():
    """How numbers and money are written."""
    words = {'decimal_point': '.', 'thousands_sep': '', 'grouping': []}
    for name in ('int_curr_symbol', 'currency_symbol', 'mon_decimal_point', 'mon_thousands_sep', 'positive_sign',
                 'negative_sign'):
        words[name] = ''
    words['mon_grouping'] = []
    for name in ('int_frac_digits', 'frac_digits', 'p_cs_precedes', 'p_sep_by_space', 'n_cs_precedes',
                 'n_sep_by_space', 'p_sign_posn', 'n_sign_posn'):
        words[name] = CHAR_MAX
    return words


def getlocale(category=LC_CTYPE):
    """(language, encoding)"""
    return ('en_US', 'UTF-8') if category == LC_CTYPE else (None, None)


def getdefaultlocale(envvars=()):
    """(language, encoding)"""
    return getlocale()


def getpreferredencoding(do_setlocale=True):
    """What files are written in."""
    return 'UTF-8'


def getencoding():
    """What files are written in."""
    return 'UTF-8'


def normalize(localename):
    """A locale's name."""
    return localename


def resetlocale(category=LC_ALL):
    """The locale of C is the only one."""


def strcoll(string1, string2, /):
    """Compares two texts."""
    return (string1 > string2) - (string1 < string2)


def strxfrm(string, /):
    """A text that compares as strcoll does."""
    return string




def format_string(f, val, grouping=False, monetary=False):
    """f % val; the locale of C has no groups."""
    return f % val


def str(val):
    """A float as text."""
    return '%.12g' % val


def delocalize(string):
    return string


def atof(string, func=float):
    """A text as a float."""
    return func(string)


def atoi(string):
    """A text as an integer."""
    return int(string)


def currency(val, symbol=True, grouping=False, international=False):
    """The locale of C has no currency."""
    raise ValueError("Currency formatting is not possible using the 'C' locale.")
