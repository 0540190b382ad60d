"""Series.str: methods of texts for a whole column."""
from _pandas_data import Objects, STR, infer, is_missing, is_numeric


def refusal(data):
    """Why a column has no .str; None where it has."""
    if is_numeric(data):
        kind = {'f': 'floating', 'b': 'boolean'}.get(data.dtype.kind, 'integer')
    elif len(data) and not any(isinstance(v, (str, list, tuple)) for v in data):
        kind = 'mixed'
    else:
        return None
    return f'Can only use .str accessor with string values, not {kind}'


class StringMethods:
    def __init__(self, owner):
        if refusal(owner._data):
            raise AttributeError(refusal(owner._data))
        self._owner = owner

    def _each(self, function, missing=float('nan')):
        out = [missing if is_missing(v) else function(v) for v in self._owner._data]
        return self._owner._with(out) if hasattr(self._owner, '_with') else type(self._owner)(out)

    def _texts(self, function):
        out = Objects([float('nan') if is_missing(v) else function(v) for v in self._owner._data], STR)
        owner = self._owner
        return owner._with(out) if hasattr(owner, '_with') else type(owner)(out, name=owner.name)

    def lower(self):
        """In small letters."""
        return self._texts(lambda v: v.lower())

    def upper(self):
        """In capitals."""
        return self._texts(lambda v: v.upper())

    def title(self):
        """Each word with a capital."""
        return self._texts(lambda v: v.title())

    def capitalize(self):
        """With a capital first."""
        return self._texts(lambda v: v.capitalize())

    def swapcase(self):
        return self._texts(lambda v: v.swapcase())

    def strip(self, to_strip=None):
        """Without blanks around."""
        return self._texts(lambda v: v.strip(to_strip))

    def lstrip(self, to_strip=None):
        """Without blanks before."""
        return self._texts(lambda v: v.lstrip(to_strip))

    def rstrip(self, to_strip=None):
        """Without blanks behind."""
        return self._texts(lambda v: v.rstrip(to_strip))

    def zfill(self, width):
        """Zeros before."""
        return self._texts(lambda v: v.zfill(width))

    def center(self, width, fillchar=' '):
        return self._texts(lambda v: v.center(width, fillchar))

    def ljust(self, width, fillchar=' '):
        return self._texts(lambda v: v.ljust(width, fillchar))

    def rjust(self, width, fillchar=' '):
        return self._texts(lambda v: v.rjust(width, fillchar))

    def repeat(self, repeats):
        return self._texts(lambda v: v * repeats)

    def replace(self, pat, repl, n=-1, case=None, flags=0, regex=False):
        """Some values, replaced by others."""
        if regex:
            import re
            pattern = re.compile(pat, flags) if isinstance(pat, str) else pat
            return self._texts(lambda v: pattern.sub(repl, v))
        return self._texts(lambda v: v.replace(pat, repl) if n < 0 else v.replace(pat, repl, n))

    def slice(self, start=None, stop=None, step=None):
        """A part of each text."""
        return self._texts(lambda v: v[start:stop:step])

    def len(self):
        """How long each is."""
        return self._each(len)

    def count(self, pat):
        """How many values are there, without missing ones."""
        import re
        return self._each(lambda v: len_of(re.findall(pat, v)))

    def find(self, sub):
        """Where a part begins, or -1."""
        return self._each(lambda v: v.find(sub))

    def _item(self, function):
        """What items of lists are keeps the dtype of lists: object."""
        made = self._each(function)
        if self._owner._data.dtype == STR or is_numeric(made._data) or not hasattr(self._owner, '_with'):
            return made
        return self._owner._with(Objects(made._data))

    def get(self, i):
        """A column or value, or a default."""
        return self._item(lambda v: v[i] if -len_of(v) <= i < len_of(v) else float('nan'))

    def __getitem__(self, key):
        if isinstance(key, slice):
            return self._item(lambda v: v[key])
        return self.get(key)

    def contains(self, pat, case=True, flags=0, na=None, regex=True):
        """Whether each holds a pattern."""
        if regex and any(c in '.^$*+?{}[]\\|()' for c in pat):
            import re
            pattern = re.compile(pat, flags if case else flags | re.IGNORECASE)
            test = lambda v: pattern.search(v) is not None
        elif case:
            test = lambda v: pat in v
        else:
            small = pat.lower()
            test = lambda v: small in v.lower()
        return self._each(test, False if na is None else na)

    def findall(self, pat, flags=0):
        """All pieces that match a pattern, as lists."""
        import re
        pattern = re.compile(pat, flags)
        return self._each(lambda v: pattern.findall(v))

    def match(self, pat):
        import re
        return self._each(lambda v: re.match(pat, v) is not None, False)

    def startswith(self, pat, na=None):
        """Whether each begins so."""
        return self._each(lambda v: v.startswith(pat), False if na is None else na)

    def endswith(self, pat, na=None):
        """Whether each ends so."""
        return self._each(lambda v: v.endswith(pat), False if na is None else na)

    def isdigit(self):
        return self._each(lambda v: v.isdigit(), False)

    def isnumeric(self):
        """Whether each is a number."""
        return self._each(lambda v: v.isdigit(), False)

    def isalpha(self):
        return self._each(lambda v: v.isalpha(), False)

    def isupper(self):
        return self._each(lambda v: v.isupper(), False)

    def islower(self):
        return self._each(lambda v: v.islower(), False)

    def split(self, pat=None, n=-1, expand=False, regex=None):
        """Parts of each text; a pattern of more than one sign is a regular expression."""
        limit = -1 if n is None or n <= 0 else n
        if pat is not None and (regex or regex is None and (
                not isinstance(pat, str) or len_of(pat) > 1)):
            import re
            pattern = re.compile(pat) if isinstance(pat, str) else pat
            return self._split(lambda v: pattern.split(v, max(limit, 0)), expand)
        return self._split(lambda v: v.split(pat, limit), expand)

    def rsplit(self, pat=None, n=-1, expand=False):
        """Parts of each text, counted from its end."""
        limit = -1 if n is None or n <= 0 else n
        return self._split(lambda v: v.rsplit(pat, limit), expand)

    def partition(self, sep=' ', expand=True):
        """What stands before a separator, it, and what stands behind."""
        return self._split(lambda v: v.partition(sep), expand)

    def rpartition(self, sep=' ', expand=True):
        """The same at the last separator."""
        return self._split(lambda v: v.rpartition(sep), expand)

    def _split(self, parts, expand):
        if not expand:
            return self._each(parts)
        rows = [None if is_missing(v) else parts(v) for v in self._owner._data]
        width = max([len_of(r) for r in rows if r is not None] + [0])
        from _pandas_frame import DataFrame
        columns = {k: infer([float('nan') if r is None else r[k] if k < len_of(r) else None for r in rows])
                   for k in range(width)}
        return DataFrame(columns, index=self._owner._index)

    def cat(self, others=None, sep=None, na_rep=None, join='left'):
        """Texts joined."""
        sep = sep or ''
        if others is None:
            return sep.join(v if not is_missing(v) else na_rep for v in self._owner._data
                            if not is_missing(v) or na_rep is not None)
        if isinstance(others, list) and others and hasattr(others[0], '_data') or hasattr(others, '_columns'):
            columns = others._data if hasattr(others, '_columns') else [o._data for o in others]
            out = self
            for column in columns:
                out = StringMethods(out.cat(Objects(column, STR), sep, na_rep))
            return out._owner
        if na_rep is not None:
            pairs = [[na_rep if is_missing(v) else v for v in p] for p in zip(self._owner._data, others)]
            return self._owner._with(Objects([a + sep + b for a, b in pairs], STR))
        if any(is_missing(v) for pair in zip(self._owner._data, others) for v in pair):
            return self._owner._with(Objects([float('nan') if is_missing(a) or is_missing(b) else a + sep + b
                                              for a, b in zip(self._owner._data, others)], STR))
        return self._owner._with([a + sep + b for a, b in zip(self._owner._data, others)])

    def pad(self, width, side='left', fillchar=' '):
        """As wide as wanted."""
        return {'left': self.rjust, 'right': self.ljust, 'both': self.center}[side](width, fillchar)

    def wrap(self, width, **kwargs):
        """In lines of a width."""
        import textwrap
        return self._texts(lambda v: '\n'.join(textwrap.wrap(v, width, **kwargs)))

    def casefold(self):
        """For comparison without regard to capitals."""
        return self._texts(lambda v: v.casefold())

    def removeprefix(self, prefix):
        """Without a beginning."""
        return self._texts(lambda v: v.removeprefix(prefix))

    def removesuffix(self, suffix):
        """Without an end."""
        return self._texts(lambda v: v.removesuffix(suffix))

    def rfind(self, sub):
        """Where a text stands last; -1 where it does not."""
        return self._each(lambda v: v.rfind(sub))

    def join(self, sep):
        """The items of lists, joined."""
        return self._each(lambda v: sep.join(v))

    def fullmatch(self, pat, case=True, flags=0, na=None):
        """Whether a pattern matches each as a whole."""
        import re
        pattern = re.compile(pat, flags if case else flags | re.IGNORECASE)
        return self._each(lambda v: pattern.fullmatch(v) is not None, False if na is None else na)

    def isalnum(self):
        """Whether each is of letters and digits."""
        return self._each(lambda v: v.isalnum(), False)

    def isspace(self):
        """Whether each is of blanks."""
        return self._each(lambda v: v.isspace(), False)

    def istitle(self):
        """Whether each word has a capital."""
        return self._each(lambda v: v.istitle(), False)

    def isdecimal(self):
        """Whether each is of decimal digits."""
        return self._each(lambda v: v.isdecimal(), False)

    def normalize(self, form):
        """In a normal form of Unicode."""
        import unicodedata
        return self._texts(lambda v: unicodedata.normalize(form, v))

    def encode(self, encoding, errors='strict'):
        """As bytes."""
        return self._each(lambda v: v.encode(encoding, errors))

    def translate(self, table):
        """With signs replaced by a table of str.maketrans."""
        return self._texts(lambda v: v.translate(table))

    def get_dummies(self, sep='|', dtype=None):
        """A column of 0 and 1 for each part."""
        import numpy as np
        from _pandas_frame import DataFrame
        rows = [set() if is_missing(v) else set(v.split(sep)) for v in self._owner._data]
        names = sorted(set(part for row in rows for part in row) - {''})
        columns = {name: np.array([name in row for row in rows]).astype(np.int64 if dtype is None else dtype)
                   for name in names}
        return DataFrame(columns, index=self._owner._index)

    def extractall(self, pat, flags=0):
        """Groups of each match of a pattern: a row a match."""
        import re
        from _pandas_frame import DataFrame
        from _pandas_index import MultiIndex
        pattern = re.compile(pat, flags)
        names = {k: k for k in range(pattern.groups)}
        for name, k in pattern.groupindex.items():
            names[k - 1] = name
        labels, rows = [], []
        for label, v in zip(self._owner._index.tolist(), self._owner._data):
            for k, found in enumerate([] if is_missing(v) else pattern.finditer(v)):
                labels.append((label if isinstance(label, tuple) else (label,)) + (k,))
                rows.append([float('nan') if g is None else g for g in found.groups()])
        columns = [infer([row[k] for row in rows]) for k in range(pattern.groups)]
        index = MultiIndex(labels, list(self._owner._index.names) + ['match'])
        return DataFrame(dict(zip([names[k] for k in range(pattern.groups)], columns)), index=index)

    def extract(self, pat, flags=0, expand=True):
        """Groups of a pattern as columns."""
        import re
        found = [None if is_missing(v) else re.search(pat, v, flags) for v in self._owner._data]
        groups = re.compile(pat).groups
        names = {k: k for k in range(groups)}
        for name, k in re.compile(pat).groupindex.items():
            names[k - 1] = name
        from _pandas_frame import DataFrame
        columns = {names[k]: infer([float('nan') if m is None else m.group(k + 1) for m in found])
                   for k in range(groups)}
        if groups == 1 and not expand:
            return self._owner._with(columns[names[0]])
        return DataFrame(columns, index=self._owner._index)


def len_of(value):
    return value.__len__()
