"""How genfromtxt reads the words of a column: which dtype takes them, and what stands for those that are missing."""
import numpy as np

_dropped = set('~!@#$%^&*()-=+~\\|]}[{\';: /?.>,<')
_reserved = ['return', 'file', 'print']


def _as_bool(word):
    word = word.strip().upper()
    if word not in ('TRUE', 'FALSE'):
        raise ValueError('Invalid boolean')
    return word == 'TRUE'


# From the narrowest to the widest: dtype, reader, what stands for a missing word.
_steps = [(np.dtype(bool), _as_bool, False), (np.dtype(int), int, -1), (np.dtype(float), float, np.nan),
          (np.dtype(complex), complex, complex(np.nan, 0)), (np.dtype(str), str, '???')]
_place_of_kind = {'b': 0, 'i': 1, 'u': 1, 'f': 2, 'c': 3, 'U': 4, 'S': 4}


class ConverterError(Exception):
    """A reader of the user's own does not know a word."""


class Column:
    """What reads one column."""

    def __init__(self, dtype=None, missing=('',), default=None):
        self.missing = [''] + [one for one in missing if one != '']
        self.given = default
        self.locked = False
        self.dtype = None if dtype is None else np.dtype(dtype)
        self.place = 0
        if self.dtype is None:
            self.read = _as_bool
            self.default = False if default is None else default
            return
        kind = self.dtype.kind
        self.place = _place_of_kind.get(kind, 4)
        self.read = _steps[self.place][1]
        self.default = _steps[self.place][2] if default is None else default
        if kind in 'iu':
            wide = self.dtype.itemsize == 8
            self.read = int if wide else lambda word: int(float(word))
        elif kind in 'mM':
            self.read = lambda word: np.array(word.strip(), dtype=self.dtype)[()]
            self.default = np.array('NaT', dtype=self.dtype)[()] if default is None else default
        elif kind == 'S':
            self.read = lambda word: word.encode('latin1')
            self.default = b'???' if default is None else default
        elif kind == 'O':
            self.read = lambda word: word

    def use(self, function, default, missing, sample):
        """A reader of the user's own."""
        self.read = function
        self.locked = True
        self.missing = [''] + [one for one in missing if one != '']
        if default is None:
            try:
                default = function(sample if sample is not None else '0')
                if self.dtype is None:
                    self.place = _place_of_kind.get(np.asarray(default).dtype.kind, 4)
                    self.made = np.asarray(default).dtype
                default = None if sample is not None else default
            except (ValueError, TypeError):
                default = None
        self.default = default

    def strict(self, word):
        try:
            return self.read(word)
        except ValueError:
            if word.strip() in self.missing:
                return self.default
            raise ValueError(f"Cannot convert string '{word}'") from None

    def loose(self, word):
        try:
            return self.read(word)
        except ValueError:
            return self.default

    def settle(self, words, place):
        """Takes the narrowest dtype that has a value for every word."""
        for number, word in enumerate(words):
            while True:
                try:
                    self.strict(word)
                    break
                except ValueError:
                    if self.locked:
                        raise ConverterError(f'Converter #{place} is locked and cannot be upgraded: (occurred line '
                                             f"#{number + 1} for value '{word}')") from None
                    self.place += 1
                    self.read = _steps[self.place][1]
                    if self.given is None:
                        self.default = _steps[self.place][2]


def tidy_names(names, defaultfmt='f%i', count=None, excludelist=None, deletechars=None, replace_space='_',
               case_sensitive=True):
    """Titles of columns as names of fields: without signs and spaces, each one once."""
    if names is None:
        if count is None:
            return None
        names = []
    if isinstance(names, str):
        names = [names]
    if count is not None:
        names = list(names[:count]) + [''] * (count - len(names))
    dropped = _dropped if deletechars is None else set(deletechars) | {'"'}
    reserved = _reserved + list(excludelist or [])
    made, seen, number = [], {}, 0
    for name in names:
        name = str(name).strip()
        if case_sensitive is False or (isinstance(case_sensitive, str) and case_sensitive[:1] == 'u'):
            name = name.upper()
        elif isinstance(case_sensitive, str) and case_sensitive[:1] == 'l':
            name = name.lower()
        if replace_space:
            name = name.replace(' ', replace_space)
        name = ''.join(letter for letter in name if letter not in dropped)
        if name == '':
            name = defaultfmt % number
            while name in names:
                number += 1
                name = defaultfmt % number
            number += 1
        elif name in reserved:
            name += '_'
        times = seen.get(name, 0)
        made.append(f'{name}_{times}' if times else name)
        seen[name] = times + 1
    return made


def flat_kinds(dtype):
    """The dtypes of a record's fields, of records in it too; an array in a field counts as often as it has elements."""
    if dtype.names is None:
        if dtype.subdtype is not None:
            inner, shape = dtype.subdtype
            size = 1
            for n in shape:
                size *= n
            return flat_kinds(inner) * size
        return [dtype]
    return [kind for name in dtype.names for kind in flat_kinds(dtype[name])]


def packed(words, dtype):
    """The values of a row, in order, as the tuple that a record takes."""
    def take(dtype):
        if dtype.names is not None:
            return tuple(take(dtype[name]) for name in dtype.names)
        if dtype.subdtype is not None:
            inner, shape = dtype.subdtype
            return block(inner, shape)
        return next(words)

    def block(inner, shape):
        return [block(inner, shape[1:]) for _ in range(shape[0])] if shape else take(inner)
    words = iter(words)
    return take(dtype)
