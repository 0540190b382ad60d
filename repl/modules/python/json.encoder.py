"""json.encoder: JSON to text."""
import _json


def _quoted(s, ascii):
    if not isinstance(s, str):
        raise TypeError(f'first argument must be a string, not {type(s).__name__}')
    return _json.quote(s, ascii)


def encode_basestring(s, /):
    """A str in quotes."""
    return _quoted(s, False)


def encode_basestring_ascii(s, /):
    """A str in quotes, in ASCII alone."""
    return _quoted(s, True)


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
