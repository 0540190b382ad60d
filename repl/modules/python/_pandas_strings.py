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

    def get(self, i):
        """A column or value, or a default."""
        return self._each(lambda v: v[i] if -len_of(v) <= i < len_of(v) else float('nan'))

    def __getitem__(self, key):
        if isinstance(key, slice):
            return self._each(lambda v: v[key])
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
        """Parts of each text."""
        def parts(v):
            return v.split(pat) if n is None or n <= 0 else v.split(pat, n)
        if not expand:
            return self._each(parts)
        rows = [None if is_missing(v) else parts(v) for v in self._owner._data]
        width = max([len_of(r) for r in rows if r is not None] + [0])
        from _pandas_frame import DataFrame
        columns = {k: infer([float('nan') if r is None else r[k] if k < len_of(r) else None for r in rows])
                   for k in range(width)}
        return DataFrame(columns, index=self._owner._index)

    def cat(self, others=None, sep=''):
        """Texts joined."""
        if others is None:
            return sep.join(v for v in self._owner._data if not is_missing(v))
        return self._owner._with([a + sep + b for a, b in zip(self._owner._data, others)])

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
