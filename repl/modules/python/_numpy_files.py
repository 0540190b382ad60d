"""np.save, np.savez and np.load of open files beside those of names; vectorize with its options; windows."""
import os
import tempfile

import numpy as np
import _numpy
from _numpy_common import checked_axis


def _through_file(write, file):
    """What a function writes to a named file, written to an open one."""
    place = tempfile.mktemp(suffix='.npz' if write.__name__ == 'npz' else '.npy')
    try:
        write(place)
        with open(place, 'rb') as made:
            file.write(made.read())
    finally:
        if os.path.exists(place):
            os.remove(place)


def _named(file):
    """The name of a file that may be a path of pathlib."""
    return file.__fspath__() if hasattr(file, '__fspath__') else file


def _pickled(arr, allow_pickle):
    """The bytes of a .npy file of objects."""
    if not allow_pickle:
        raise ValueError('Object arrays cannot be saved when allow_pickle=False')
    import pickle
    head = "{'descr': '|O', 'fortran_order': False, 'shape': " + repr(tuple(arr.shape)) + ', }'
    head += ' ' * (-(len(head) + 11) % 64) + '\n'
    return b'\x93NUMPY\x01\x00' + len(head).to_bytes(2, 'little') + head.encode() + pickle.dumps(arr, protocol=4)


def _is_objects(arr):
    return getattr(arr, 'dtype', None) == object or isinstance(arr, (list, tuple)) and np.asarray(arr).dtype == object


def _object_archive(file, args, kwds, allow_pickle, compressed):
    """An archive in which an array is of objects: each member is written by itself."""
    import io
    import zipfile
    if not hasattr(file, 'write'):
        file = str(file)
        file += '' if file.endswith('.npz') else '.npz'
    arrays = dict(kwds)
    arrays.update((f'arr_{place}', arr) for place, arr in enumerate(args))
    with zipfile.ZipFile(file, 'w', zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED) as archive:
        for name, arr in arrays.items():
            place = io.BytesIO()
            save(place, arr, allow_pickle=allow_pickle)
            archive.writestr(name + '.npy', place.getvalue())


def save(file, arr, allow_pickle=True, **old):
    """Writes a .npy file, or into an open file."""
    if _is_objects(arr):
        data = _pickled(np.asarray(arr), allow_pickle)
        if hasattr(file, 'write'):
            file.write(data)
            return
        file = str(file)
        with open(file if file.endswith('.npy') else file + '.npy', 'wb') as out:
            out.write(data)
        return
    if not hasattr(file, 'write'):
        file = _named(file)
        return _numpy.save(file, arr, allow_pickle=allow_pickle)

    def npy(place):
        _numpy.save(place, arr, allow_pickle=allow_pickle)
    _through_file(npy, file)


def savez(file, *args, allow_pickle=True, **kwds):
    """Writes arrays by name to a .npz file, or into an open file."""
    if any(_is_objects(arr) for arr in list(args) + list(kwds.values())):
        return _object_archive(file, args, kwds, allow_pickle, False)
    if not hasattr(file, 'write'):
        file = _named(file)
        return _numpy.savez(file, *args, **kwds)

    def npz(place):
        _numpy.savez(place, *args, **kwds)
    _through_file(npz, file)


def savez_compressed(file, *args, allow_pickle=True, **kwds):
    """Writes arrays by name to a compressed .npz file, or into an open file."""
    if any(_is_objects(arr) for arr in list(args) + list(kwds.values())):
        return _object_archive(file, args, kwds, allow_pickle, True)
    if not hasattr(file, 'write'):
        file = _named(file)
        return _numpy.savez_compressed(file, *args, **kwds)

    def npz(place):
        _numpy.savez_compressed(place, *args, **kwds)
    _through_file(npz, file)


def load(file, mmap_mode=None, allow_pickle=False, fix_imports=True, encoding='ASCII', *, max_header_size=10000):
    """Reads a .npy or .npz file, by name or open; an open one is left after the array."""
    if not hasattr(file, 'read'):
        file = _named(file)
        return _numpy.load(file, mmap_mode=mmap_mode, allow_pickle=allow_pickle)
    begin = file.tell()
    data = file.read()
    if not data:
        raise EOFError('No data left in file')
    zipped = data[:4] in (b'PK\x03\x04', b'PK\x05\x06')
    if data[:6] == b'\x93NUMPY':
        width = 2 if data[6] == 1 else 4
        size = 8 + width + int.from_bytes(data[8:8 + width], 'little')
    elif not zipped and not allow_pickle:
        raise ValueError('This file contains pickled (object) data. If you trust the file you can load it unsafely using the '
                         '`allow_pickle=` keyword argument or `pickle.load()`.')
    elif not zipped:
        import pickle
        try:
            return pickle.loads(data)
        except Exception as error:
            raise pickle.UnpicklingError(f'Failed to interpret file {file!r} as a pickle') from error
    place = tempfile.mktemp(suffix='.npz' if zipped else '.npy')
    try:
        with open(place, 'wb') as copy:
            copy.write(data)
        made = _numpy.load(place, allow_pickle=allow_pickle)
    finally:
        os.remove(place)
    if data[:6] == b'\x93NUMPY' and made.dtype != object:
        file.seek(begin + size + made.nbytes)
    return made


def _parsed_signature(signature):
    """The names of the core dimensions of inputs and outputs: "(m,n),(n)->(m)"."""
    import re
    text = signature.replace(' ', '')
    argument = r'\(\w*(?:,\w+)*\)'
    if not re.fullmatch(f'{argument}(?:,{argument})*->{argument}(?:,{argument})*', text):
        raise ValueError(f'not a valid gufunc signature: {signature}')
    return [[tuple(name for name in part.split(',') if name) for part in re.findall(r'\(([^)]*)\)', side)]
            for side in text.split('->')]


def _settle_sizes(sizes, names, core):
    for name, n in zip(names, core):
        if sizes.setdefault(name, n) != n:
            raise ValueError(f'inconsistent size for core dimension {name!r}: {n} vs {sizes[name]}')


class vectorize:
    """A function of numbers as a function of arrays."""

    def __init__(self, pyfunc=None, otypes=None, doc=None, excluded=None, cache=False, signature=None):
        if pyfunc is not None and not callable(pyfunc):
            raise TypeError('When used as a decorator, only accepts keyword arguments.')
        self.pyfunc = pyfunc
        self.signature = signature
        self._dimensions = None if signature is None else _parsed_signature(signature)
        self.otypes = None
        if isinstance(otypes, str):
            for letter in otypes:
                if letter not in np.typecodes['All']:
                    raise ValueError(f'Invalid otype specified: {letter}')
        elif otypes is not None and not np.iterable(otypes):
            raise ValueError('Invalid otype specification')
        if otypes is not None:
            self.otypes = [np.dtype(t) for t in otypes]
        self.excluded = set() if excluded is None else set(excluded)
        self.__doc__ = doc if doc is not None else getattr(pyfunc, '__doc__', None)
        self.__name__ = getattr(pyfunc, '__name__', 'vectorize')

    def __repr__(self):
        return object.__repr__(self).replace('_numpy_files.', 'numpy.')

    def __call__(self, *args, **kwargs):
        if self.pyfunc is None:
            # As a decorator with options: they stay.
            self.pyfunc = args[0]
            self.__name__ = getattr(self.pyfunc, '__name__', 'vectorize')
            self.__doc__ = self.__doc__ or getattr(self.pyfunc, '__doc__', None)
            return self
        if self._dimensions is not None:
            return self._by_signature(args, kwargs)
        names = [name for name in kwargs if name not in self.excluded]
        places = [i for i in range(len(args)) if i not in self.excluded]
        if not names and not self.excluded and not kwargs and self.otypes is None and args:
            first = np.asarray(args[0])
            if first.size and len(args) <= 8:
                return self._plain(args)
        arrays = [np.asarray(args[i]) for i in places] + [np.asarray(kwargs[name]) for name in names]
        if not arrays:
            return self.pyfunc(*args, **kwargs)
        arrays = np.broadcast_arrays(*arrays)
        shape = arrays[0].shape
        if arrays[0].size == 0 and self.otypes is None:
            raise ValueError('cannot call `vectorize` on size 0 inputs unless `otypes` is set')
        results = []
        call = list(args)
        named = dict(kwargs)
        for items in zip(*[a.ravel() for a in arrays]):
            for i, item in zip(places, items):
                call[i] = item
            for name, item in zip(names, items[len(places):]):
                named[name] = item
            results.append(self.pyfunc(*call, **named))
        return self._made(results, shape)

    def _by_signature(self, args, kwargs):
        """The function is given whole cores of its arguments, and called for every place before them."""
        inputs, outputs = self._dimensions
        if len(args) != len(inputs):
            raise TypeError(f'wrong number of positional arguments: expected {len(inputs)}, got {len(args)}')
        arrays, sizes, leads = [np.asarray(arg) for arg in args], {}, []
        for a, names in zip(arrays, inputs):
            if a.ndim < len(names):
                raise ValueError(f'{a.ndim}-dimensional argument does not have enough dimensions for all core '
                                 f'dimensions {names!r}')
            core = a.shape[a.ndim - len(names):]
            _settle_sizes(sizes, names, core)
            leads.append(a.shape[:a.ndim - len(names)])
        lead = np.broadcast_shapes(*leads)
        arrays = [np.broadcast_to(a, lead + a.shape[a.ndim - len(names):]) for a, names in zip(arrays, inputs)]
        made = None
        for place in np.ndindex(*lead):
            results = self.pyfunc(*[a[place] for a in arrays], **kwargs)
            count = len(results) if isinstance(results, tuple) else 1
            if count != len(outputs):
                raise ValueError(f'wrong number of outputs from pyfunc: expected {len(outputs)}, got {count}')
            results = (results,) if len(outputs) == 1 else results
            if made is None:
                for result, names in zip(results, outputs):
                    _settle_sizes(sizes, names, np.shape(result)[np.ndim(result) - len(names):])
                made = self._room(lead, outputs, sizes, [np.asarray(result).dtype for result in results])
            for whole, result in zip(made, results):
                whole[place] = result
        if made is None:
            if self.otypes is None:
                raise ValueError('cannot call `vectorize` on size 0 inputs unless `otypes` is set')
            if any(name not in sizes for names in outputs for name in names):
                raise ValueError('cannot call `vectorize` with a signature including new output dimensions on size 0 '
                                 'inputs')
            made = self._room(lead, outputs, sizes, self.otypes)
        return made[0] if len(made) == 1 else tuple(made)

    def _room(self, lead, outputs, sizes, dtypes):
        dtypes = self.otypes if self.otypes is not None else dtypes
        return [np.empty(lead + tuple(sizes[name] for name in names), dtype=dtype)
                for names, dtype in zip(outputs, dtypes)]

    def _plain(self, args):
        arrays = np.broadcast_arrays(*args)
        return self._made([self.pyfunc(*items) for items in zip(*[a.ravel() for a in arrays])], arrays[0].shape)

    def _made(self, results, shape):
        many = len(self.otypes) > 1 if self.otypes is not None else bool(results) and isinstance(results[0], tuple)
        if not many:
            return self._column(results, self.otypes[0] if self.otypes else None, shape)
        count = len(self.otypes) if self.otypes else len(results[0])
        return tuple(self._column([one[k] for one in results], self.otypes[k] if self.otypes else None, shape)
                     for k in range(count))

    def _column(self, items, dtype, shape):
        if dtype is None:
            dtype = np.asarray(items[0]).dtype if not isinstance(items[0], (list, dict, set)) else np.dtype(object)
            if dtype.kind in 'US':
                dtype = np.asarray(items).dtype
        if dtype == object:
            made = np.empty(len(items), dtype=object)
            for i, item in enumerate(items):
                made[i] = item
        elif len(items):
            made = np.array(items)
            made = made if made.dtype == dtype else made.astype(dtype)
        else:
            made = np.empty(0, dtype=dtype)
        return made.reshape(shape)


def as_strided(x, shape=None, strides=None, subok=False, writeable=True, *, check_bounds=None):
    """A view with another shape and other strides; it may show elements more than once."""
    return _numpy.as_strided(np.asarray(x), shape, strides, writeable)


def sliding_window_view(x, window_shape, axis=None, *, subok=False, writeable=False):
    """All windows of a shape, as a view."""
    x = np.asarray(x)
    window = tuple(window_shape) if np.iterable(window_shape) else (window_shape,)
    if any(n < 0 for n in window):
        raise ValueError('`window_shape` cannot contain negative values')
    if axis is None:
        axes = tuple(range(x.ndim))
        if len(window) != len(axes):
            raise ValueError('Since axis is `None`, must provide window_shape for all dimensions of `x`; got '
                             f'{len(window)} window_shape elements and `x.ndim` is {x.ndim}.')
    else:
        axes = tuple(checked_axis(at, x.ndim) for at in (axis if np.iterable(axis) else (axis,)))
        if len(window) != len(axes):
            raise ValueError('Must provide matching length window_shape and axis; got '
                             f'{len(window)} window_shape elements and {len(axes)} axes elements.')
    shape = list(x.shape)
    for n, at in zip(window, axes):
        if shape[at] < n:
            raise ValueError('window shape cannot be larger than input array shape')
        shape[at] -= n - 1
    strides = x.strides + tuple(x.strides[at] for at in axes)
    return _numpy.as_strided(x, tuple(shape) + window, strides, writeable)
