"""pickle: values as bytes and back.

What is written is protocol 4, or 3 where an older one is asked for. What is read may be of protocols 0 to 5: see
_pickle_load for what it can make."""
import struct as _struct
import copyreg as _copyreg
from _pickle_common import (PickleError, PicklingError, UnpicklingError, _is_main, _is_text_code, _main_class, _name_of,
                            _CODES)
from _pickle_core import dump_plain as _dump_plain
from _pickle_load import Unpickler, _load, HIGHEST_PROTOCOL

DEFAULT_PROTOCOL = 4
format_version = '4.0'


class Pickler:
    """Writes values."""

    __module__ = '_pickle'

    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        self._file = file
        self._protocol = _protocol(protocol)

    def dump(self, obj):
        """Writes one value."""
        self._file.write(_dump(obj, self._protocol))


def _protocol(protocol):
    if protocol is None:
        return DEFAULT_PROTOCOL
    if protocol < 0:
        return 4
    if protocol > HIGHEST_PROTOCOL:
        raise ValueError('pickle protocol must be <= %d' % HIGHEST_PROTOCOL)
    # Protocols below 3 cannot hold bytes as such; 3 is read by whatever reads them.
    return min(max(protocol, 3), 4)


def _dump(value, protocol):
    plain = _dump_plain(value, protocol)
    return _Dumper(protocol).run(value) if plain is None else plain


def _dtype_code(dtype):
    """numpy's code of a dtype; None where arrays of it are not written."""
    if dtype == object:
        return 'O8'
    plain = dtype.str.lstrip('<>=|')
    return plain if _is_text_code(plain) else _CODES.get(str(dtype))


def _check_class(kind):
    """A class of the script must be found again by its name."""
    name = kind.__qualname__
    found = _main_class(name)
    if '<locals>' in name:
        raise AttributeError("Can't pickle local object %r" % name)
    if found is None:
        raise PicklingError("Can't pickle %r: attribute lookup %s on %s failed" % (kind, name, kind.__module__))
    if found is not kind:
        raise PicklingError("Can't pickle %r: it's not the same object as %s.%s" % (kind, kind.__module__, name))


class _Dumper:
    """Writes the instructions of one pickle."""

    def __init__(self, protocol):
        self.protocol = protocol
        self.out = []
        self.memo = {}   # by id(value), or by a text for what is remembered by name: (number, value)
        self.count = 0

    def run(self, value):
        self.save(value)
        self.out.append(b'.')
        body = b''.join(self.out)
        head = b'\x80' + bytes([self.protocol])
        if self.protocol >= 4 and 4 <= len(body) < 65536:
            head += b'\x95' + len(body).to_bytes(8, 'little')
        return head + body

    def remember(self, value):
        number = self.count
        self.memo[id(value)] = (number, value)
        self.skip_memo()

    def recall(self, value):
        """Writes what brings back a value that was written before."""
        number = self.memo[id(value)][0]
        self.out.append(b'h' + bytes([number]) if number < 256 else b'j' + number.to_bytes(4, 'little'))

    def save(self, value):
        out = self.out
        kind = type(value)
        if value is None:
            out.append(b'N')
        elif kind is bool:
            out.append(b'\x88' if value else b'\x89')
        elif kind is int:
            self.save_int(value)
        elif kind is float:
            out.append(b'G' + _struct.pack('>d', value))
        elif id(value) in self.memo and self.memo[id(value)][1] is value:
            self.recall(value)
        elif kind is str:
            self.save_str(value)
        elif kind is bytes:
            count = len(value)
            head = (b'C' + bytes([count]) if count < 256 else b'B' + count.to_bytes(4, 'little')
                    if count < 1 << 32 else b'\x8e' + count.to_bytes(8, 'little'))
            out.append(head + value)
            self.remember(value)
        elif kind is tuple:
            self.save_tuple(value)
        elif kind is list:
            out.append(b']')
            self.remember(value)
            self.save_items(value)
        elif kind is dict or (kind.__name__ == 'dict' and kind.__module__ == 'builtins'):  # a History's too
            out.append(b'}')
            self.remember(value)
            self.save_pairs(value)
        elif kind is set:
            self.save_set(value)
        elif kind is frozenset:
            self.save_frozenset(value)
        else:
            self.save_other(value, kind)

    def save_int(self, value):
        if 0 <= value < 256:
            self.out.append(b'K' + bytes([value]))
        elif 0 <= value < 65536:
            self.out.append(b'M' + value.to_bytes(2, 'little'))
        elif -0x80000000 <= value <= 0x7fffffff:
            self.out.append(b'J' + _struct.pack('<i', value))
        else:
            size = (value if value >= 0 else -value - 1).bit_length() // 8 + 1
            data = value.to_bytes(size, 'little', signed=True)
            self.out.append(b'\x8a' + bytes([size]) + data)

    def save_str(self, value):
        data = value.encode('utf-8')
        if len(data) < 256 and self.protocol >= 4:
            self.out.append(b'\x8c' + bytes([len(data)]) + data)
        else:
            self.out.append(b'X' + len(data).to_bytes(4, 'little') + data)
        self.remember(value)

    def save_tuple(self, value):
        if not value:
            self.out.append(b')')
            return
        if len(value) <= 3:
            for item in value:
                self.save(item)
            if id(value) in self.memo:  # it holds itself: its items have brought it along
                self.out.append(b'0' * len(value))
                self.recall(value)
                return
            self.out.append((b'\x85', b'\x86', b'\x87')[len(value) - 1])
        else:
            self.out.append(b'(')
            for item in value:
                self.save(item)
            if id(value) in self.memo:
                self.out.append(b'1')
                self.recall(value)
                return
            self.out.append(b't')
        self.remember(value)

    def save_items(self, items):
        items = list(items)
        for start in range(0, len(items), 1000):
            part = items[start:start + 1000]
            if len(part) == 1:
                self.save(part[0])
                self.out.append(b'a')
            else:
                self.out.append(b'(')
                for item in part:
                    self.save(item)
                self.out.append(b'e')

    def save_pairs(self, pairs):
        items = list(pairs.items())
        for start in range(0, len(items), 1000):
            part = items[start:start + 1000]
            if len(part) == 1:
                self.save(part[0][0])
                self.save(part[0][1])
                self.out.append(b's')
            else:
                self.out.append(b'(')
                for key, item in part:
                    self.save(key)
                    self.save(item)
                self.out.append(b'u')

    def save_set(self, value):
        if self.protocol < 4:
            self.save_call('builtins', 'set', (list(value),))
            self.remember(value)
            return
        self.out.append(b'\x8f')
        self.remember(value)
        if value:
            self.out.append(b'(')
            for item in value:
                self.save(item)
            self.out.append(b'\x90')

    def save_frozenset(self, value):
        if self.protocol < 4:
            self.save_call('builtins', 'frozenset', (list(value),))
        else:
            self.out.append(b'(')
            for item in value:
                self.save(item)
            self.out.append(b'\x91')
        self.remember(value)

    def save_global(self, module, name):
        key = module + ' ' + name
        if key in self.memo:
            number = self.memo[key][0]
            self.out.append(b'h' + bytes([number]) if number < 256 else b'j' + number.to_bytes(4, 'little'))
            return
        if self.protocol >= 4:
            self.save_name(module)
            self.save_name(name)
            self.out.append(b'\x93')
        else:
            self.out.append(b'c' + module.encode('utf-8') + b'\n' + name.encode('utf-8') + b'\n')
        self.memo[key] = (self.count, key)
        self.skip_memo()

    def save_name(self, name):
        # Names of modules and classes are remembered by their text: they are written again and again.
        key = '"' + name
        if key in self.memo:
            number = self.memo[key][0]
            self.out.append(b'h' + bytes([number]) if number < 256 else b'j' + number.to_bytes(4, 'little'))
            return
        self.memo[key] = (self.count, name)
        self.save_str(name)

    def save_call(self, module, name, arguments):
        self.save_global(module, name)
        self.save(arguments)
        self.out.append(b'R')

    def save_other(self, value, kind):
        import numpy as np
        if isinstance(value, np.ndarray):
            self.save_array(value)
        elif isinstance(value, np.generic):
            self.save_global('numpy._core.multiarray', 'scalar')
            self.save_dtype(value.dtype)
            self.save(np.asarray(value).tobytes())
            self.out.append(b'\x86')
            self.skip_memo()
            self.out.append(b'R')
            self.skip_memo()
        elif isinstance(value, np.dtype):
            self.save_dtype(value)
        elif isinstance(value, type):
            self.save_class(value)
        elif _name_of(value) is not None and callable(value):
            self.save_global(*_name_of(value))
        elif kind.__name__ == 'function':
            if '<' in value.__qualname__:
                what = value.__qualname__
                if '<lambda>' in what.split('.')[-1] and '<locals>' not in what:
                    raise PicklingError("Can't pickle %r: attribute lookup %s on %s failed" %
                                        (value, value.__name__, value.__module__))
                raise AttributeError("Can't pickle local object '%s'" % what)
            raise PicklingError("Can't pickle %r: functions are not there, as nnsh reads none from a pickle" % value)
        else:
            self.save_reduced(value, kind)

    def save_class(self, kind):
        if _is_main(kind):
            _check_class(kind)
            self.save_global('__main__', kind.__qualname__)
        elif _name_of(kind) is not None:
            self.save_global(*_name_of(kind))
        else:
            raise PicklingError("Can't pickle %r: only the script's own classes can be" % kind)

    def save_reduced(self, value, kind):
        """An object by its parts, as __reduce_ex__ (or what copyreg.pickle was told) says."""
        how = _copyreg.dispatch_table.get(kind)
        if how is not None:
            parts = how(value)
        else:
            parts = value.__reduce_ex__(self.protocol)
        if not isinstance(parts, tuple):
            raise PicklingError('__reduce__ must return a string or tuple')
        if not 2 <= len(parts) <= 6:
            raise PicklingError('tuple returned by __reduce__ must contain 2 through 6 elements')
        make, arguments, state, items, pairs, setter = (parts + (None, None, None, None))[:6]
        if not callable(make):
            raise PicklingError('first item of the tuple returned by __reduce__ must be callable')
        if not isinstance(arguments, tuple):
            raise PicklingError('second item of the tuple returned by __reduce__ must be a tuple')
        if make is _copyreg.__newobj__ or make is _copyreg.__newobj_ex__:
            self.check_instance(arguments[0])
            self.save_class(arguments[0])
            for part in (arguments[1:],) if make is _copyreg.__newobj__ else arguments[1:]:
                self.save(part)
            self.out.append(b'\x81' if make is _copyreg.__newobj__ else b'\x92')
        else:
            if isinstance(make, type):
                self.check_instance(make)
            self.save(make)
            self.save(arguments)
            self.out.append(b'R')
        if id(value) in self.memo:  # its parts hold it: they have brought it along
            self.out.append(b'0')
            self.recall(value)
        else:
            self.remember(value)
        if items is not None:
            self.save_items(items)
        if pairs is not None:
            self.save_pairs(dict(pairs))
        if state is not None and setter is not None:
            self.save(setter)
            self.save(value)
            self.save(state)
            self.out.append(b'\x86R0')
        elif state is not None:
            self.save(state)
            self.out.append(b'b')

    def check_instance(self, kind):
        if not _is_main(kind) and _name_of(kind) is None:
            name = kind.__name__
            plain = getattr(kind, '__module__', 'builtins') == 'builtins' or '.' in name
            raise TypeError("cannot pickle '%s' object" % (name if plain else kind.__module__ + '.' + name))

    def save_dtype(self, dtype):
        key = '<dtype> ' + str(dtype)
        if key in self.memo:
            number = self.memo[key][0]
            self.out.append(b'h' + bytes([number]) if number < 256 else b'j' + number.to_bytes(4, 'little'))
            return
        code = _dtype_code(dtype)
        if code is None:
            raise PicklingError('arrays of dtype %s are not there' % dtype)
        self.save_global('numpy', 'dtype')
        self.save_name(code)
        self.out.append(b'\x89\x88\x87')
        self.skip_memo()
        self.out.append(b'R')
        self.memo[key] = (self.count, key)
        self.skip_memo()
        one = code[1:] == '1' or code[0] == 'S'
        self.out.append(b'(K\x03')
        self.save_name('|' if one or code == 'O8' else '<')
        if code[0] in 'US':
            self.out.append(b'NNN')
            self.save(dtype.itemsize)
            self.out.append(b'K\x04K\x08t' if code[0] == 'U' else b'K\x01K\x00t')
        else:
            flags = b'?' if code == 'O8' else b'\x00'
            self.out.append(b'NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK' + flags + b't')
        self.skip_memo()
        self.out.append(b'b')

    def save_array(self, value):
        if not value.dtype.isnative:
            value = value.astype(value.dtype.newbyteorder('='))
        self.save_global('numpy._core.multiarray', '_reconstruct')
        self.save_global('numpy', 'ndarray')
        self.save((0,))
        self.save(b'b')
        self.out.append(b'\x87')
        self.skip_memo()
        self.out.append(b'R')
        self.remember(value)
        self.out.append(b'(K\x01')
        self.save(tuple(value.shape))
        self.save_dtype(value.dtype)
        self.out.append(b'\x89')
        self.save(value.ravel().tolist() if value.dtype == object else value.tobytes())
        self.out.append(b't')
        self.skip_memo()
        self.out.append(b'b')

    def skip_memo(self):
        """The next place in the memo is taken."""
        number = self.count
        self.count += 1
        if self.protocol >= 4:
            self.out.append(b'\x94')
        elif number < 256:
            self.out.append(b'q' + bytes([number]))
        else:
            self.out.append(b'r' + number.to_bytes(4, 'little'))


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """A value as bytes."""
    return _dump(obj, _protocol(protocol))


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Writes a value into a file that was opened with 'wb'."""
    if not hasattr(file, 'write'):
        raise TypeError("file must have a 'write' attribute")
    file.write(_dump(obj, _protocol(protocol)))


def loads(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    """The value of bytes."""
    if isinstance(data, (bytearray, memoryview)):
        data = bytes(data)
    if not isinstance(data, bytes):
        raise TypeError("a bytes-like object is required, not '%s'" % type(data).__name__)
    return _load(data, encoding, errors)[0]


def load(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    """The next value of a file that was opened with 'rb'."""
    if not hasattr(file, 'read') or not hasattr(file, 'readline'):
        raise TypeError("file must have 'read' and 'readline' attributes")
    return Unpickler(file, encoding=encoding, errors=errors).load()
