"""json: JSON from text and to text."""
import _json


class JSONDecodeError(ValueError):
    """What is wrong with a text, and where: msg, doc, pos, lineno, colno."""

    __module__ = 'json.decoder'

    def __init__(self, msg, doc, pos):
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = doc.count('\n', 0, pos) + 1
        self.colno = pos - doc.rfind('\n', 0, pos)
        super().__init__('%s: line %d column %d (char %d)' % (msg, self.lineno, self.colno, pos))


_SPACE = ' \t\n\r'


def _skip(text, at):
    length = len(text)
    while at < length and text[at] in _SPACE:
        at += 1
    return at


class JSONDecoder:
    """Reads JSON."""

    __module__ = 'json.decoder'

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float
        self.parse_int = parse_int
        self.parse_constant = parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        """The value that a text holds."""
        value, end = self.raw_decode(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError('Extra data', s, end)
        return value

    def raw_decode(self, s, idx=0):
        """The value at the beginning of a text, and where it ends."""
        return _json.scan(s, idx, JSONDecodeError, self.strict, self.object_hook, self.object_pairs_hook,
                          self.parse_float, self.parse_int, self.parse_constant)


class JSONEncoder:
    """Writes JSON."""

    __module__ = 'json.encoder'
    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        """What stands for an object that JSON knows nothing of."""
        raise TypeError('Object of type %s is not JSON serializable' % o.__class__.__name__)

    def encode(self, o):
        """An object as text."""
        if isinstance(o, str):
            return _json.quote(o, self.ensure_ascii)
        if not self.sort_keys and isinstance(self.item_separator, str) and isinstance(self.key_separator, str):
            indent = self.indent
            if indent is None or isinstance(indent, (int, str)):
                step = ' ' * indent if isinstance(indent, int) else indent
                plain = _json.write(o, bool(self.ensure_ascii), self.item_separator, self.key_separator, step)
                if plain is not None:
                    return plain
        parts = []
        self._write(o, parts, 0, set())
        return ''.join(parts)

    def iterencode(self, o):
        """An object as pieces of text."""
        parts = []
        self._write(o, parts, 0, set())
        return iter(parts)

    def _float(self, o):
        o = float(o)
        if o == o and o not in (float('inf'), float('-inf')):
            return repr(o)
        if not self.allow_nan:
            raise ValueError('Out of range float values are not JSON compliant')
        return 'NaN' if o != o else 'Infinity' if o > 0 else '-Infinity'

    def _key(self, key):
        """A key as a string; None for one that is to be skipped."""
        if isinstance(key, str):
            return key
        if key is True:
            return 'true'
        if key is False:
            return 'false'
        if key is None:
            return 'null'
        if isinstance(key, int):
            return repr(int(key))
        if isinstance(key, float):
            return self._float(key)
        if self.skipkeys:
            return None
        raise TypeError('keys must be str, int, float, bool or None, not %s' % key.__class__.__name__)

    def _write(self, o, parts, level, inside):
        if isinstance(o, str):
            parts.append(_json.quote(o, self.ensure_ascii))
        elif o is None:
            parts.append('null')
        elif o is True:
            parts.append('true')
        elif o is False:
            parts.append('false')
        elif isinstance(o, int):
            parts.append(repr(int(o)))
        elif isinstance(o, float):
            parts.append(self._float(o))
        else:
            if self.check_circular:
                if id(o) in inside:
                    raise ValueError('Circular reference detected')
                inside.add(id(o))
            if isinstance(o, (list, tuple)):
                self._write_list(o, parts, level + 1, inside)
            elif isinstance(o, dict):
                self._write_dict(o, parts, level + 1, inside)
            else:
                self._write(self.default(o), parts, level, inside)
            inside.discard(id(o))

    def _line(self, level):
        if self.indent is None:
            return ''
        return '\n' + (self.indent if isinstance(self.indent, str) else ' ' * self.indent) * level

    def _write_list(self, o, parts, level, inside):
        if not o:
            parts.append('[]')
            return
        line = self._line(level)
        before = '[' + line
        for item in o:
            parts.append(before)
            self._write(item, parts, level, inside)
            before = self.item_separator + line
        parts.append(self._line(level - 1) + ']')

    def _write_dict(self, o, parts, level, inside):
        if not o:
            parts.append('{}')
            return
        line = self._line(level)
        before = '{' + line
        items = sorted(o.items()) if self.sort_keys else o.items()
        first = True
        for key, value in items:
            name = self._key(key)
            if name is None:
                continue
            parts.append(before if first else self.item_separator + line)
            first = False
            parts.append(_json.quote(name, self.ensure_ascii) + self.key_separator)
            self._write(value, parts, level, inside)
        if first:
            parts.append('{')
            parts.append('}')
        else:
            parts.append(self._line(level - 1) + '}')


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False, **kw):
    """An object as JSON text."""
    if cls is None:
        cls = JSONEncoder
    return cls(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan,
               indent=indent, separators=separators, default=default, sort_keys=sort_keys, **kw).encode(obj)


def dump(obj, fp, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
         separators=None, default=None, sort_keys=False, **kw):
    """Writes an object into a file as JSON."""
    if cls is None:
        cls = JSONEncoder
    for part in cls(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan,
                    indent=indent, separators=separators, default=default, sort_keys=sort_keys, **kw).iterencode(obj):
        fp.write(part)


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
          object_pairs_hook=None, **kw):
    """The value of a JSON text."""
    if isinstance(s, str):
        if s.startswith('\ufeff'):
            raise JSONDecodeError('Unexpected UTF-8 BOM (decode using utf-8-sig)', s, 0)
    elif isinstance(s, bytes):
        s = s.decode('utf-8')
    else:
        raise TypeError('the JSON object must be str, bytes or bytearray, not ' + s.__class__.__name__)
    if cls is None:
        cls = JSONDecoder
    return cls(object_hook=object_hook, parse_float=parse_float, parse_int=parse_int, parse_constant=parse_constant,
               object_pairs_hook=object_pairs_hook, **kw).decode(s)


def load(fp, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
         object_pairs_hook=None, **kw):
    """The value of a JSON file."""
    return loads(fp.read(), cls=cls, object_hook=object_hook, parse_float=parse_float, parse_int=parse_int,
                 parse_constant=parse_constant, object_pairs_hook=object_pairs_hook, **kw)
