"""pickle: values as bytes and back.

What is written is protocol 4 (or an older one, where it is asked for). What is read, of protocols 0 to 5, can make plain
values, numpy's arrays and scalars, and instances of classes of the running script; whatever else a file names is refused
before anything of it is made."""
import struct as _struct
import sys as _sys

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4
format_version = '4.0'


class PickleError(Exception):
    """What goes wrong with pickles."""

    __module__ = '_pickle'


class PicklingError(PickleError):
    """A value that cannot be written."""

    __module__ = '_pickle'


class UnpicklingError(PickleError):
    """Bytes that cannot be read, or that name what may not be made."""

    __module__ = '_pickle'


def _is_main(kind):
    return getattr(kind, '__module__', None) == '__main__'


def _main_class(name):
    found = _sys.modules.get('__main__')
    for part in name.split('.'):
        found = getattr(found, part, None)
    if isinstance(found, type) and _is_main(found):
        return found
    return None


_ARRAYS = ('numpy.core.multiarray', 'numpy._core.multiarray', 'numpy.core.numeric', 'numpy._core.numeric')
_DTYPES = {'b1': 'bool', 'i1': 'int8', 'i2': 'int16', 'i4': 'int32', 'i8': 'int64', 'u1': 'uint8', 'u2': 'uint16',
           'u4': 'uint32', 'u8': 'uint64', 'f2': 'float16', 'f4': 'float32', 'f8': 'float64'}
_CODES = {name: code for code, name in _DTYPES.items()}


class _Array:
    """An array that is being read."""

    def __init__(self):
        self.made = None


class _Dtype:
    """A dtype that is being read: its code, and which end comes first."""

    def __init__(self, code):
        if not isinstance(code, str) or code.lstrip('<>=|') not in _DTYPES:
            raise UnpicklingError('arrays of dtype %r are not there' % (code,))
        self.code = code.lstrip('<>=|')
        self.order = code[0] if code[0] in '<>' else '<'

    def array(self, data):
        import numpy as np
        if not isinstance(data, bytes):
            data = data.encode('latin-1')
        size = int(self.code[1:])
        if self.order == '>' and size > 1:
            # The bytes of each number the other way round.
            data = np.frombuffer(data, dtype='uint8').reshape(-1, size)[:, ::-1].tobytes()
        return np.frombuffer(data, dtype=_DTYPES[self.code])


def _make_array(dtype, shape, data, fortran):
    flat = dtype.array(data).copy()
    if not fortran:
        return flat.reshape(tuple(shape))
    return flat.reshape(tuple(shape)[::-1]).T


def _reconstruct(kind, shape, code):
    return _Array()


def _from_buffer(data, dtype, shape, order):
    return _make_array(dtype, shape, data, order == 'F')


def _scalar(dtype, data=b''):
    return dtype.array(data)[0]


def _dtype(code, align=False, copy=False):
    return _Dtype(code)


def _encode(text, encoding='utf-8'):
    return text.encode(encoding)


def _plain_object(kind, base, state):
    if base is not object:
        raise UnpicklingError('instances that hold a %s are not there' % getattr(base, '__name__', base))
    return object.__new__(kind)


def _new_object(kind, *arguments):
    return kind.__new__(kind, *arguments)


_BUILTINS = {'set': set, 'frozenset': frozenset, 'list': list, 'dict': dict, 'tuple': tuple, 'int': int, 'float': float,
             'bool': bool, 'str': str, 'bytes': bytes, 'object': object, 'range': range, 'slice': slice}
# What a file may name, beside classes of the script. None of it runs anything else.
_KNOWN = {('_codecs', 'encode'): _encode, ('copy_reg', '_reconstructor'): _plain_object,
          ('copyreg', '_reconstructor'): _plain_object, ('copyreg', '__newobj__'): _new_object,
          ('numpy', 'dtype'): _dtype, ('numpy', 'ndarray'): _Array}
for _module in ('builtins', '__builtin__'):
    for _name, _value in _BUILTINS.items():
        _KNOWN[(_module, _name)] = _value
_KNOWN[('__builtin__', 'unicode')] = str
_KNOWN[('__builtin__', 'long')] = int
_KNOWN[('__builtin__', 'xrange')] = range
for _module in _ARRAYS:
    _KNOWN[(_module, '_reconstruct')] = _reconstruct
    _KNOWN[(_module, 'scalar')] = _scalar
    _KNOWN[(_module, '_frombuffer')] = _from_buffer


def _global(module, name):
    if (module, name) in _KNOWN:
        return _KNOWN[(module, name)]
    if module == 'collections' and name in ('OrderedDict', 'Counter'):
        import collections
        return getattr(collections, name)
    if module == '__main__':
        found = _main_class(name)
        if found is not None:
            return found
        raise AttributeError("Can't get attribute %r on <module '__main__'>" % name)
    raise UnpicklingError("global '%s.%s' is refused: nnsh makes plain values, arrays and the script's own classes from "
                          "a pickle" % (module, name))


class _Mark:
    pass


_MARK = _Mark()


class Unpickler:
    """Reads one value."""

    __module__ = '_pickle'

    def __init__(self, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
        self._file = file
        self._encoding = encoding
        self._errors = errors

    def load(self):
        """The value."""
        data = self._file.read()
        if not isinstance(data, bytes):
            raise TypeError("a bytes-like object is required, not '%s'" % type(data).__name__)
        value, end = _Loader(data, self._encoding, self._errors).run()
        if end < len(data):
            # Another value may follow: the file goes back to where this one ended.
            try:
                self._file.seek(end - len(data), 1)
            except (OSError, AttributeError, ValueError):
                pass
        return value


class _Loader:
    """Runs the instructions of a pickle."""

    def __init__(self, data, encoding, errors):
        self.data = data
        self.at = 0
        self.stack = []
        self.memo = {}
        self.encoding = encoding
        self.errors = errors

    def take(self, count):
        start = self.at
        self.at += count
        if count < 0 or self.at > len(self.data):
            if start >= len(self.data):
                raise EOFError('Ran out of input')
            raise UnpicklingError('pickle data was truncated')
        return self.data[start:self.at]

    def number(self, count):
        return int.from_bytes(self.take(count), 'little')

    def line(self):
        end = self.data.find(b'\n', self.at)
        if end < 0:
            raise UnpicklingError('pickle data was truncated')
        text = self.data[self.at:end]
        self.at = end + 1
        return text.decode('latin-1')

    def pop_mark(self):
        stack = self.stack
        at = len(stack) - 1
        while at >= 0 and stack[at] is not _MARK:
            at -= 1
        if at < 0:
            raise UnpicklingError('could not find MARK')
        items = stack[at + 1:]
        del stack[at:]
        return items

    def pop(self):
        if not self.stack:
            raise UnpicklingError('unpickling stack underflow')
        return self.stack.pop()

    def old_string(self, raw):
        return raw if self.encoding == 'bytes' else raw.decode(self.encoding, self.errors)

    def call(self, function, arguments):
        if isinstance(function, type) and _is_main(function):
            raise UnpicklingError('calling %s is refused' % function.__name__)
        return function(*arguments)

    def build(self, target, state):
        if isinstance(target, _Array):
            version, shape, dtype, fortran, data = state if len(state) == 5 else (1,) + tuple(state)
            if not isinstance(dtype, _Dtype):
                raise UnpicklingError('an array without a dtype')
            target.made = _make_array(dtype, shape, data, fortran)
            return
        if isinstance(target, _Dtype):
            if state[1] in ('<', '>'):
                target.order = state[1]
            return
        method = getattr(target, '__setstate__', None)
        if method is not None:
            method(state)
            return
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
            for name, value in (slots or {}).items():
                setattr(target, name, value)
        if state:
            for name, value in state.items():
                if isinstance(name, bytes):
                    name = name.decode('latin-1')
                target.__dict__[name] = value

    def run(self):
        """The value, and where it ended."""
        data, stack, memo = self.data, self.stack, self.memo
        if not data:
            raise EOFError('Ran out of input')
        while True:
            if self.at >= len(data):
                raise EOFError('Ran out of input')
            code = data[self.at]
            self.at += 1
            if code == 0x8c:  # SHORT_BINUNICODE
                stack.append(self.take(self.number(1)).decode('utf-8'))
            elif code == 0x94:  # MEMOIZE
                memo[len(memo)] = stack[-1]
            elif code == 0x4b:  # BININT1
                stack.append(self.number(1))
            elif code == 0x68:  # BINGET
                stack.append(memo[self.number(1)])
            elif code == 0x71:  # BINPUT
                memo[self.number(1)] = stack[-1]
            elif code == 0x58:  # BINUNICODE
                stack.append(self.take(self.number(4)).decode('utf-8'))
            elif code == 0x47:  # BINFLOAT
                stack.append(_struct.unpack('>d', self.take(8))[0])
            elif code == 0x28:  # MARK
                stack.append(_MARK)
            elif code == 0x2e:  # STOP
                return _finished(self.pop()), self.at
            elif code == 0x80:  # PROTO
                version = self.number(1)
                if version > HIGHEST_PROTOCOL:
                    raise ValueError('unsupported pickle protocol: %d' % version)
            elif code == 0x95:  # FRAME
                self.take(8)
            elif code == 0x4d:  # BININT2
                stack.append(self.number(2))
            elif code == 0x4a:  # BININT
                stack.append(_struct.unpack('<i', self.take(4))[0])
            elif code in _SIMPLE:
                stack.append(_SIMPLE[code])
            elif code == 0x5d:  # EMPTY_LIST
                stack.append([])
            elif code == 0x7d:  # EMPTY_DICT
                stack.append({})
            elif code == 0x29:  # EMPTY_TUPLE
                stack.append(())
            elif code == 0x8f:  # EMPTY_SET
                stack.append(set())
            elif code == 0x65:  # APPENDS
                items = self.pop_mark()
                stack[-1].extend([_finished(item) for item in items])
            elif code == 0x61:  # APPEND
                item = _finished(self.pop())
                stack[-1].append(item)
            elif code == 0x75:  # SETITEMS
                items = self.pop_mark()
                target = stack[-1]
                for place in range(0, len(items), 2):
                    target[items[place]] = _finished(items[place + 1])
            elif code == 0x73:  # SETITEM
                value, key = _finished(self.pop()), self.pop()
                stack[-1][key] = value
            elif code == 0x90:  # ADDITEMS
                items = self.pop_mark()
                stack[-1].update(items)
            elif code == 0x91:  # FROZENSET
                stack.append(frozenset(self.pop_mark()))
            elif 0x85 <= code <= 0x87:  # TUPLE1, TUPLE2, TUPLE3
                count = code - 0x84
                items = tuple([_finished(item) for item in stack[-count:]])
                del stack[-count:]
                stack.append(items)
            elif code == 0x74:  # TUPLE
                stack.append(tuple([_finished(item) for item in self.pop_mark()]))
            elif code == 0x6c:  # LIST
                stack.append([_finished(item) for item in self.pop_mark()])
            elif code == 0x64:  # DICT
                items = self.pop_mark()
                stack.append({items[at]: _finished(items[at + 1]) for at in range(0, len(items), 2)})
            elif code == 0x42:  # BINBYTES
                stack.append(self.take(self.number(4)))
            elif code == 0x43:  # SHORT_BINBYTES
                stack.append(self.take(self.number(1)))
            elif code == 0x8e or code == 0x96:  # BINBYTES8, BYTEARRAY8
                stack.append(self.take(self.number(8)))
            elif code == 0x8d:  # BINUNICODE8
                stack.append(self.take(self.number(8)).decode('utf-8'))
            elif code == 0x8a:  # LONG1
                stack.append(int.from_bytes(self.take(self.number(1)), 'little', signed=True))
            elif code == 0x8b:  # LONG4
                stack.append(int.from_bytes(self.take(self.number(4)), 'little', signed=True))
            elif code == 0x54:  # BINSTRING
                stack.append(self.old_string(self.take(self.number(4))))
            elif code == 0x55:  # SHORT_BINSTRING
                stack.append(self.old_string(self.take(self.number(1))))
            elif code == 0x6a:  # LONG_BINGET
                stack.append(memo[self.number(4)])
            elif code == 0x72:  # LONG_BINPUT
                memo[self.number(4)] = stack[-1]
            elif code == 0x93:  # STACK_GLOBAL
                name, module = self.pop(), self.pop()
                if not isinstance(name, str) or not isinstance(module, str):
                    raise UnpicklingError('STACK_GLOBAL requires str')
                stack.append(_global(module, name))
            elif code == 0x63:  # GLOBAL
                module = self.line()
                stack.append(_global(module, self.line()))
            elif code == 0x52:  # REDUCE
                arguments, function = self.pop(), self.pop()
                stack.append(self.call(function, arguments))
            elif code == 0x81 or code == 0x92:  # NEWOBJ, NEWOBJ_EX
                named = self.pop() if code == 0x92 else {}
                arguments, kind = self.pop(), self.pop()
                if not isinstance(kind, type):
                    raise UnpicklingError('NEWOBJ class argument must be a type, not %s' % type(kind).__name__)
                stack.append(kind.__new__(kind, *arguments, **named))
            elif code == 0x62:  # BUILD
                state = self.pop()
                self.build(stack[-1], state)
            elif code == 0x30:  # POP
                self.pop()
            elif code == 0x31:  # POP_MARK
                self.pop_mark()
            elif code == 0x32:  # DUP
                stack.append(stack[-1])
            elif code == 0x49:  # INT
                text = self.line()
                stack.append(text == '01' if text in ('00', '01') else int(text))
            elif code == 0x4c:  # LONG
                stack.append(int(self.line().rstrip('L')))
            elif code == 0x46:  # FLOAT
                stack.append(float(self.line()))
            elif code == 0x53:  # STRING
                stack.append(self.old_string(_unquoted(self.line())))
            elif code == 0x56:  # UNICODE
                stack.append(_unescaped(self.line()))
            elif code == 0x67:  # GET
                stack.append(memo[int(self.line())])
            elif code == 0x70:  # PUT
                memo[int(self.line())] = stack[-1]
            elif code in (0x69, 0x6f):  # INST, OBJ
                if code == 0x69:
                    module = self.line()
                    kind = _global(module, self.line())
                    self.pop_mark()
                else:
                    kind = self.pop_mark()[0]
                if not (isinstance(kind, type) and _is_main(kind)):
                    raise UnpicklingError('instances of %r are refused' % (kind,))
                stack.append(object.__new__(kind))
            elif code in (0x50, 0x51):
                raise UnpicklingError('A load persistent id instruction was encountered, but no persistent_load '
                                      'function was specified.')
            elif code in (0x82, 0x83, 0x84):
                raise UnpicklingError('extension codes are refused')
            else:
                shown = chr(code) if 32 < code < 127 else '\\x%02x' % code
                raise UnpicklingError("invalid load key, '%s'." % shown)


_SIMPLE = {0x4e: None, 0x88: True, 0x89: False}


def _finished(value):
    """What stands for a value while it is read becomes the value."""
    if isinstance(value, _Array):
        return value.made
    return value


def _unquoted(text):
    if len(text) < 2 or text[0] != text[-1] or text[0] not in '"\'':
        raise UnpicklingError('the STRING opcode argument must be quoted')
    out = []
    at, end = 1, len(text) - 1
    plain = {'n': '\n', 't': '\t', 'r': '\r', '\\': '\\', "'": "'", '"': '"', '0': '\0'}
    while at < end:
        c = text[at]
        at += 1
        if c == '\\' and at < end:
            c = text[at]
            at += 1
            if c == 'x':
                c = chr(int(text[at:at + 2], 16))
                at += 2
            else:
                c = plain.get(c, '\\' + c)
        out.append(c)
    return ''.join(out).encode('latin-1')


def _unescaped(text):
    out = []
    at = 0
    while at < len(text):
        if text[at] == '\\' and text[at + 1:at + 2] in ('u', 'U'):
            digits = 4 if text[at + 1] == 'u' else 8
            out.append(chr(int(text[at + 2:at + 2 + digits], 16)))
            at += 2 + digits
        else:
            out.append(text[at])
            at += 1
    return ''.join(out)


class Pickler:
    """Writes values."""

    __module__ = '_pickle'

    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        self._file = file
        self._protocol = _protocol(protocol)

    def dump(self, obj):
        """Writes one value."""
        self._file.write(_Dumper(self._protocol).run(obj))


def _protocol(protocol):
    if protocol is None:
        return DEFAULT_PROTOCOL
    if protocol < 0:
        return 4
    if protocol > HIGHEST_PROTOCOL:
        raise ValueError('pickle protocol must be <= %d' % HIGHEST_PROTOCOL)
    # Protocols below 3 cannot hold bytes as such; 3 is read by whatever reads them.
    return min(max(protocol, 3), 4)


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
        elif id(value) in self.memo:
            number = self.memo[id(value)][0]
            out.append(b'h' + bytes([number]) if number < 256 else b'j' + number.to_bytes(4, 'little'))
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
        elif kind is dict:
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
            if id(value) in self.memo:
                raise PicklingError('a tuple that holds itself is not there')
            self.out.append((b'\x85', b'\x86', b'\x87')[len(value) - 1])
        else:
            self.out.append(b'(')
            for item in value:
                self.save(item)
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
            self.remember(value)
        elif isinstance(value, np.dtype):
            self.save_dtype(value)
        elif isinstance(value, type):
            if value.__name__ in _BUILTINS and _BUILTINS[value.__name__] is value:
                self.save_global('builtins', value.__name__)
            elif _is_main(value):
                if _main_class(value.__qualname__) is not value:
                    raise PicklingError("Can't pickle %r: it's not found as %s.%s" %
                                        (value, value.__module__, value.__qualname__))
                self.save_global('__main__', value.__qualname__)
            else:
                raise PicklingError("Can't pickle %r: only the script's own classes can be" % value)
        elif _is_main(kind):
            self.save_instance(value, kind)
        elif kind.__name__ == 'function':
            if '<' in value.__qualname__:
                what = value.__qualname__
                if '<lambda>' in what.split('.')[-1] and '<locals>' not in what:
                    raise PicklingError("Can't pickle %r: attribute lookup %s on %s failed" %
                                        (value, value.__name__, value.__module__))
                raise AttributeError("Can't pickle local object '%s'" % what)
            raise PicklingError('functions are not there: nnsh reads none from a pickle')
        elif kind.__name__ in ('OrderedDict', 'Counter'):
            self.save_global('collections', kind.__name__)
            if kind.__name__ == 'OrderedDict':
                self.out.append(b')R')
                self.remember(value)
                self.save_pairs(value)
            else:
                self.save((dict(value),))
                self.out.append(b'R')
                self.remember(value)
        else:
            name = kind.__name__
            shown = name if getattr(kind, '__module__', 'builtins') == 'builtins' or '.' in name else (
                kind.__module__ + '.' + name)
            raise TypeError("cannot pickle '%s' object" % shown)

    def save_dtype(self, dtype):
        key = '<dtype> ' + str(dtype)
        if key in self.memo:
            number = self.memo[key][0]
            self.out.append(b'h' + bytes([number]) if number < 256 else b'j' + number.to_bytes(4, 'little'))
            return
        code = _CODES.get(str(dtype))
        if code is None:
            raise PicklingError('arrays of dtype %s are not there' % dtype)
        self.save_global('numpy', 'dtype')
        self.save_name(code)
        self.out.append(b'\x89\x88\x87')
        self.skip_memo()
        self.out.append(b'R')
        self.memo[key] = (self.count, key)
        self.skip_memo()
        one = code[1:] == '1'
        self.out.append(b'(K\x03')
        self.save_name('|' if one else '<')
        self.out.append(b'NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00t')
        self.skip_memo()
        self.out.append(b'b')

    def save_array(self, value):
        if str(value.dtype) not in _CODES:
            raise PicklingError('arrays of dtype %s are not there' % value.dtype)
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
        self.save(value.tobytes())
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

    def save_instance(self, value, kind):
        if _main_class(kind.__qualname__) is not kind:
            if '<locals>' in kind.__qualname__:
                raise AttributeError("Can't pickle local object '%s'" % kind.__qualname__)
            raise PicklingError("Can't pickle %r: it's not the same object as %s.%s" %
                                (kind, kind.__module__, kind.__qualname__))
        self.save_global('__main__', kind.__qualname__)
        self.out.append(b')\x81')
        self.remember(value)
        if isinstance(value, list):
            self.save_items(value)
        if isinstance(value, dict):
            self.save_pairs(value)
        method = getattr(kind, '__getstate__', None)
        if method is not None and kind.__getstate__ is not getattr(object, '__getstate__', None):
            state = value.__getstate__()
        else:
            state = getattr(value, '__dict__', None) or None
        if state is not None:
            self.save(state)
            self.out.append(b'b')


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """A value as bytes."""
    return _Dumper(_protocol(protocol)).run(obj)


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Writes a value into a file that was opened with 'wb'."""
    if not hasattr(file, 'write'):
        raise TypeError("file must have a 'write' attribute")
    file.write(_Dumper(_protocol(protocol)).run(obj))


def loads(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    """The value of bytes."""
    if not isinstance(data, bytes):
        raise TypeError("a bytes-like object is required, not '%s'" % type(data).__name__)
    return _Loader(data, encoding, errors).run()[0]


def load(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    """The next value of a file that was opened with 'rb'."""
    if not hasattr(file, 'read') or not hasattr(file, 'readline'):
        raise TypeError("file must have 'read' and 'readline' attributes")
    return Unpickler(file, encoding=encoding, errors=errors).load()
