"""Record arrays: structured arrays whose fields are attributes."""
import numpy as np
from _numpy import _record_as, _record_dtype


class record(np.void):
    """A record whose fields are attributes."""

    def __getattr__(self, name):
        if name in (self.dtype.names or ()):
            return _as_record(self[name])
        raise AttributeError(f"'record' object has no attribute '{name}'")

    def __setattr__(self, name, value):
        if name in ('setfield', 'getfield', 'dtype'):
            raise AttributeError(f"Cannot set '{name}' attribute")
        if name not in (self.dtype.names or ()):
            raise AttributeError(f"'record' object has no attribute '{name}'")
        self[name] = value

    def __getitem__(self, key):
        return _as_record(super().__getitem__(key))

    def pprint(self):
        """A line for each field."""
        names = self.dtype.names
        width = max(len(name) for name in names)
        return '\n'.join(f'{name:>{width}}: {self[name]}' for name in names)


record.__module__ = 'numpy'


def _as_record(value):
    return _record_as(value, record) if isinstance(value, np.void) else value


class recarray(np.ndarray):
    """An array of records whose fields are attributes."""

    def __new__(subtype, shape, dtype=None, buf=None, offset=0, strides=None, formats=None, names=None, titles=None,
                byteorder=None, aligned=False, order='C'):
        if dtype is None:
            dtype = format_parser(formats, names, titles, aligned, byteorder).dtype
        dtype = np.dtype(dtype)
        if buf is None:
            return np.ndarray.__new__(subtype, shape, dtype, order=order)
        return np.ndarray.__new__(subtype, shape, dtype, buffer=buf, offset=offset, strides=strides, order=order)

    @property
    def dtype(self):
        return _record_dtype(super().dtype, record)

    @dtype.setter
    def dtype(self, value):
        np.ndarray.dtype.__set__(self, value)

    def _names(self):
        return super().dtype.names or ()

    def __getattr__(self, name):
        if name[:2] != '__' and name in self._names():
            return self._shown(super().__getitem__(name))
        raise AttributeError(f'recarray has no attribute {name}')

    def __setattr__(self, name, value):
        if name in self._names() and not hasattr(np.ndarray, name):
            super().__getitem__(name)[...] = value
        else:
            object.__setattr__(self, name, value)

    def _shown(self, made):
        if not isinstance(made, np.ndarray):
            return _as_record(made)
        return made if np.ndarray.view(made, np.ndarray).dtype.names is not None else np.ndarray.view(made, np.ndarray)

    def __getitem__(self, key):
        return self._shown(super().__getitem__(key))

    def __iter__(self):
        for place in range(len(self)):
            yield self[place]

    def field(self, attr, val=None):
        """The values of a field by name or number; or sets them."""
        if isinstance(attr, int):
            attr = self._names()[attr]
        if val is not None:
            super().__getitem__(attr)[...] = val
            return None
        return self[attr]

    def __repr__(self):
        dtype = super().dtype
        plain = np.ndarray.view(self, np.ndarray)
        prefix = 'rec.array('
        if self.size > 0 or self.shape == (0,):
            shown = np.array2string(plain, separator=', ', prefix=prefix, suffix=',')
        else:
            shown = f'[], shape={self.shape!r}'
        return f"{prefix}{shown},\n{' ' * len(prefix)}dtype={dtype})"


recarray.__module__ = 'numpy'


def _words(value):
    return [word.strip() for word in value.split(',')] if isinstance(value, str) else list(value)


class format_parser:
    """A dtype of formats and names of fields."""

    def __init__(self, formats, names, titles, aligned=False, byteorder=None):
        if formats is None:
            raise ValueError('Need formats argument')
        formats = _words(formats)
        names = [] if not names else _words(names)
        made = names[:len(formats)] + [f'f{n}' for n in range(len(names), len(formats))]
        twice = find_duplicate(made)
        if twice:
            raise ValueError(f'Duplicate field names: {twice}')
        self.dtype = np.dtype([(name, form) for name, form in zip(made, formats)])


def find_duplicate(list):
    """What is in a list more than once."""
    return [item for item in dict.fromkeys(list) if list.count(item) > 1]


def _dtype_from(dtype, formats, names, titles, aligned, byteorder):
    if dtype is not None:
        return np.dtype(dtype)
    return None if formats is None else format_parser(formats, names, titles, aligned, byteorder).dtype


def fromarrays(arrayList, dtype=None, shape=None, formats=None, names=None, titles=None, aligned=False,
               byteorder=None):
    """A record array of its columns."""
    columns = [np.asarray(column) for column in arrayList]
    if shape is None:
        shape = columns[0].shape
    elif isinstance(shape, int):
        shape = (shape,)
    made = _dtype_from(dtype, formats, names, titles, aligned, byteorder)
    if made is None:
        made = format_parser([column.dtype for column in columns], names, titles, aligned, byteorder).dtype
    if len(made.names) != len(columns):
        raise ValueError('mismatch between the number of fields and the number of arrays')
    axes = len(made[0].shape)
    if axes > 0 and dtype is None and formats is None:
        shape = shape[:-axes]
    result = recarray(shape, made)
    for place, (name, column) in enumerate(zip(made.names, columns)):
        wanted = column.shape[:column.ndim - len(made[place].shape)]
        if wanted != shape:
            raise ValueError(f'array-shape mismatch in array {place} ("{name}")')
        np.ndarray.__getitem__(result, name)[...] = column
    return result


def fromrecords(recList, dtype=None, shape=None, formats=None, names=None, titles=None, aligned=False,
                byteorder=None):
    """A record array of its rows."""
    made = _dtype_from(dtype, formats, names, titles, aligned, byteorder)
    if made is None:
        rows = np.array(recList, dtype=object) if not isinstance(recList, np.ndarray) else recList
        columns = [np.array(rows[..., n].tolist()) for n in range(rows.shape[-1])]
        return fromarrays(columns, shape=shape, names=names)
    result = np.array([tuple(row) if isinstance(row, (list, np.ndarray)) else row for row in recList], dtype=made)
    if shape is not None and result.shape != shape:
        result = result.reshape(shape)
    return result.view(recarray)


def fromstring(datastring, dtype=None, shape=None, offset=0, formats=None, names=None, titles=None, aligned=False,
               byteorder=None):
    """A record array of the bytes of its records."""
    made = _dtype_from(dtype, formats, names, titles, aligned, byteorder)
    if made is None:
        raise TypeError("fromstring() needs a 'dtype' or 'formats' argument")
    if shape in (None, -1):
        shape = (len(datastring) - offset) // made.itemsize
    count = shape if isinstance(shape, int) else int(np.prod(shape))
    return np.frombuffer(datastring, dtype=made, count=count, offset=offset).reshape(shape).view(recarray)


def fromfile(fd, dtype=None, shape=None, offset=0, formats=None, names=None, titles=None, aligned=False,
             byteorder=None):
    """A record array of the bytes of a file."""
    made = _dtype_from(dtype, formats, names, titles, aligned, byteorder)
    if made is None:
        raise TypeError("fromfile() needs a 'dtype' or 'formats' argument")
    return np.fromfile(fd, dtype=made, offset=offset).view(recarray)


def array(obj, dtype=None, shape=None, offset=0, strides=None, formats=None, names=None, titles=None, aligned=False,
          byteorder=None, copy=True):
    """A record array of whatever it is made of."""
    if isinstance(obj, (type(None), str)) and formats is None and dtype is None:
        raise ValueError('Must define formats (or dtype) if object is None, string, or an open file')
    made = _dtype_from(dtype, formats, names, titles, aligned, byteorder)
    if obj is None:
        if shape is None:
            raise ValueError('Must define a shape if obj is None')
        return recarray(shape, made)
    if isinstance(obj, bytes):
        return fromstring(obj, made, shape=shape, offset=offset)
    if isinstance(obj, (list, tuple)):
        if isinstance(obj[0], (tuple, list)):
            return fromrecords(obj, dtype=made, shape=shape, names=names)
        return fromarrays(obj, dtype=made, shape=shape, names=names)
    if isinstance(obj, np.ndarray):
        plain = np.asarray(obj)
        if made is not None and plain.dtype != made:
            plain = plain.view(made)
        return (plain.copy() if copy else plain).view(recarray)
    if hasattr(obj, 'read'):
        return fromfile(obj, dtype=made, shape=shape, offset=offset)
    raise ValueError('Unknown input type')
