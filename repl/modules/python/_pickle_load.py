"""Reads pickles, for pickle.

What is read can make plain values, numpy's arrays and scalars, and instances of classes of the running script; whatever
else a file names is refused before anything of it is made."""
import struct as _struct
from _pickle_core import load_plain as _load_plain
from _pickle_common import UnpicklingError, _is_main, _is_text_code, _main_class, _named, _BUILTINS, _DTYPES

HIGHEST_PROTOCOL = 5
_ARRAYS = ('numpy.core.multiarray', 'numpy._core.multiarray', 'numpy.core.numeric', 'numpy._core.numeric')


class _Array:
    """An array that is being read."""

    def __init__(self):
        self.made = None


class _Dtype:
    """A dtype that is being read: its code, and which end comes first."""

    def __init__(self, code):
        plain = code.lstrip('<>=|') if isinstance(code, str) else ''
        if plain not in _DTYPES and plain != 'O8' and not _is_text_code(plain):
            raise UnpicklingError('arrays of dtype %r are not there' % (code,))
        self.code = code.lstrip('<>=|')
        self.order = code[0] if code[0] in '<>' else '<'

    def array(self, data):
        import numpy as np
        if not isinstance(data, bytes):
            data = data.encode('latin-1')
        size = int(self.code[1:])
        if _is_text_code(self.code):
            if self.code[0] == 'U' and self.order == '>' and data:
                data = np.frombuffer(data, dtype='uint8').reshape(-1, 4)[:, ::-1].tobytes()
            return np.frombuffer(data, dtype=self.code)
        if self.code[0] == 'c' and self.order == '>':
            data = np.frombuffer(data, dtype='uint8').reshape(-1, size // 2)[:, ::-1].tobytes()
        elif self.order == '>' and size > 1:
            # The bytes of each number the other way round.
            data = np.frombuffer(data, dtype='uint8').reshape(-1, size)[:, ::-1].tobytes()
        return np.frombuffer(data, dtype=_DTYPES[self.code])


def _as_read(dtype):
    """A numpy dtype, which a tuple has made of what was read, as that again."""
    if isinstance(dtype, _Dtype):
        return dtype
    if not hasattr(dtype, 'itemsize'):
        raise UnpicklingError('an array without a dtype')
    return _Dtype('O8' if dtype == object else dtype.str)


def _make_array(dtype, shape, data, fortran):
    dtype = _as_read(dtype)
    if dtype.code == 'O8':
        import numpy as np
        made = np.empty(len(data), dtype=object)
        for place, item in enumerate(data):
            made[place] = item
        return made.reshape(tuple(shape)[::-1]).T if fortran else made.reshape(tuple(shape))
    flat = dtype.array(data).copy()
    if not fortran:
        return flat.reshape(tuple(shape))
    return flat.reshape(tuple(shape)[::-1]).T


def _reconstruct(kind, shape, code):
    return _Array()


def _from_buffer(data, dtype, shape, order):
    return _make_array(dtype, shape, data, order == 'F')


def _scalar(dtype, data=b''):
    return _as_read(dtype).array(data)[0]


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
    known = _named(module, name)
    if known is not None:
        return known
    if module == '__main__':
        found = _main_class(name)
        if found is not None:
            return found
        raise AttributeError("Can't get attribute %r on <module '__main__'>" % name)
    raise UnpicklingError("global '%s.%s' is refused: nnsh makes plain values, arrays and the script's own classes "
                          'from a pickle' % (module, name))


# The types of functions: those of C and those of the language.
_FUNCTIONS = (type(iter), type(_global))


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
        value, end = _load(data, self._encoding, self._errors)
        if end < len(data):
            # Another value may follow: the file goes back to where this one ended.
            try:
                self._file.seek(end - len(data), 1)
            except (OSError, AttributeError, ValueError):
                pass
        return value


def _load(data, encoding, errors):
    plain = _load_plain(data)
    return _Loader(data, encoding, errors).run() if plain is None else plain


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

    def top(self):
        if not self.stack or self.stack[-1] is _MARK:
            raise UnpicklingError('unpickling stack underflow')
        return self.stack[-1]

    def remembered(self, number):
        if number not in self.memo:
            raise UnpicklingError('Memo value not found at index %d' % number)
        return self.memo[number]

    def old_string(self, raw):
        return raw if self.encoding == 'bytes' else raw.decode(self.encoding, self.errors)

    def call(self, function, arguments):
        # Classes make instances; of functions there are those that a pickle may name, and no instance is called.
        if not isinstance(function, type) and type(function) not in _FUNCTIONS:
            raise UnpicklingError('calling %r is refused' % (function,))
        return function(*arguments)

    def build(self, target, state):
        if isinstance(target, _Array):
            version, shape, dtype, fortran, data = state if len(state) == 5 else (1,) + tuple(state)
            target.made = _make_array(dtype, shape, data, fortran)
            return
        if isinstance(target, _Dtype):
            if state[1] in ('<', '>'):
                target.order = state[1]
            return
        method = getattr(target, '__setstate__', None)
        if method is None and not _is_main(type(target)) and not hasattr(target, '__dict__'):
            if state:
                raise UnpicklingError('the state of an object of %r is refused' % type(target))
            return
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
                memo[len(memo)] = self.top()
            elif code == 0x4b:  # BININT1
                stack.append(self.number(1))
            elif code == 0x68:  # BINGET
                stack.append(self.remembered(self.number(1)))
            elif code == 0x71:  # BINPUT
                memo[self.number(1)] = self.top()
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
                self.top().extend([_finished(item) for item in items])
            elif code == 0x61:  # APPEND
                item = _finished(self.pop())
                self.top().append(item)
            elif code == 0x75:  # SETITEMS
                items = self.pop_mark()
                target = self.top()
                for place in range(0, len(items), 2):
                    target[items[place]] = _finished(items[place + 1])
            elif code == 0x73:  # SETITEM
                value, key = _finished(self.pop()), self.pop()
                self.top()[key] = value
            elif code == 0x90:  # ADDITEMS
                items = self.pop_mark()
                self.top().update(items)
            elif code == 0x91:  # FROZENSET
                stack.append(frozenset(self.pop_mark()))
            elif 0x85 <= code <= 0x87:  # TUPLE1, TUPLE2, TUPLE3
                count = code - 0x84
                if len(stack) < count or [item for item in stack[-count:] if item is _MARK]:
                    raise UnpicklingError('unpickling stack underflow')
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
                stack.append(self.remembered(self.number(4)))
            elif code == 0x72:  # LONG_BINPUT
                memo[self.number(4)] = self.top()
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
                self.build(self.top(), state)
            elif code == 0x30:  # POP
                self.pop()
            elif code == 0x31:  # POP_MARK
                self.pop_mark()
            elif code == 0x32:  # DUP
                stack.append(self.top())
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
                stack.append(self.remembered(int(self.line())))
            elif code == 0x70:  # PUT
                memo[int(self.line())] = self.top()
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
                raise UnpicklingError('A load persistent id instruction was encountered,\nbut no persistent_load '
                                      'function was specified.')
            elif code in (0x82, 0x83, 0x84):
                raise ValueError('unregistered extension code %d' % self.number(1 << (code - 0x82)))
            else:
                shown = chr(code) if 32 < code < 127 else '\\x%02x' % code
                raise UnpicklingError("invalid load key, '%s'." % shown)


_SIMPLE = {0x4e: None, 0x88: True, 0x89: False}


def _finished(value):
    """What stands for a value while it is read becomes the value."""
    if isinstance(value, _Array):
        return value.made
    if isinstance(value, _Dtype) and value.order == '<':
        import numpy as np
        return np.dtype(object if value.code == 'O8' else value.code)
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
