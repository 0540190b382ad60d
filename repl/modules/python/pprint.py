"""Values as text in lines of a width."""
import sys as _sys
from types import SimpleNamespace as _SimpleNamespace


def _key(value):
    return _Key(value)


class _Key:
    """Sorts what cannot be compared by the names of its classes."""

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if not width:
            raise ValueError('width must be != 0')
        self._depth = depth
        self._indent_per_level = indent
        self._width = width
        self._stream = stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        stream = self._stream if self._stream is not None else _sys.stdout
        if stream is None:
            return
        stream.write(self.pformat(object) + '\n')

    def pformat(self, object):
        out = []
        self._format(object, out, 0, 0, {}, 0)
        return ''.join(out)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        return self._safe_repr(object, context, maxlevels, level)

    def _repr(self, object, context, level):
        return self.format(object, context.copy(), self._depth, level)[0]

    def _format(self, object, out, indent, allowance, context, level):
        key = id(object)
        if key in context:
            out.append(_recursion(object))
            return
        rep = self._repr(object, context, level)
        max_width = self._width - indent - allowance
        if len(rep) > max_width:
            how = self._way(object)
            if how is not None:
                context[key] = 1
                how(object, out, indent, allowance, context, level + 1)
                del context[key]
                return
            if hasattr(type(object), '__dataclass_fields__') and not isinstance(object, type) and \
                    object.__dataclass_params__['repr']:
                context[key] = 1
                self._dataclass(object, out, indent, allowance, context, level + 1)
                del context[key]
                return
        out.append(rep)

    def _way(self, object):
        cls = type(object)
        if cls.__repr__ is dict.__repr__ and isinstance(object, dict):
            return self._dict
        name = cls.__name__
        if cls.__module__ == 'collections':
            if name == 'OrderedDict' and object:
                return self._ordered_dict
            if name == 'defaultdict':
                return self._default_dict
            if name == 'Counter' and object:
                return self._counter
            if name == 'deque' and object:
                return self._deque
            if name == 'ChainMap':
                return self._chain_map
            if name in ('UserDict', 'UserList', 'UserString'):
                return self._user
        # A class derived from a container is laid out like it, where it has no repr of its own.
        for kind, way in ((list, self._list), (tuple, self._tuple), (set, self._set), (frozenset, self._set),
                          (str, self._str), (bytes, self._bytes), (bytearray, self._bytearray)):
            if isinstance(object, kind) and cls.__repr__ is kind.__repr__:
                return way
        if name == 'mappingproxy':
            return self._mapping_proxy
        if isinstance(object, _SimpleNamespace) and cls.__repr__ is _SimpleNamespace.__repr__:
            return self._namespace
        return None

    def _dict(self, object, out, indent, allowance, context, level):
        out.append('{')
        if self._indent_per_level > 1:
            out.append((self._indent_per_level - 1) * ' ')
        if object:
            items = sorted(object.items(), key=lambda pair: (_Key(pair[0]), _Key(pair[1]))) \
                if self._sort_dicts else object.items()
            self._dict_items(list(items), out, indent, allowance + 1, context, level)
        out.append('}')

    def _dict_items(self, items, out, indent, allowance, context, level):
        indent += self._indent_per_level
        for i, (key, value) in enumerate(items):
            last = i == len(items) - 1
            rep = self._repr(key, context, level)
            out.append(rep + ': ')
            self._format(value, out, indent + len(rep) + 2, allowance if last else 1, context, level)
            if not last:
                out.append(',\n' + ' ' * indent)

    def _ordered_dict(self, object, out, indent, allowance, context, level):
        name = type(object).__name__
        out.append(name + '(')
        self._list(list(object.items()), out, indent + len(name) + 1, allowance + 1, context, level)
        out.append(')')

    def _default_dict(self, object, out, indent, allowance, context, level):
        name = type(object).__name__
        indent += len(name) + 1
        out.append(f'{name}({self._repr(object.default_factory, context, level)},\n{" " * indent}')
        self._dict(object, out, indent, allowance + 1, context, level)
        out.append(')')

    def _counter(self, object, out, indent, allowance, context, level):
        name = type(object).__name__
        out.append(name + '({')
        if self._indent_per_level > 1:
            out.append((self._indent_per_level - 1) * ' ')
        self._dict_items(object.most_common(), out, indent + len(name) + 1, allowance + 2, context, level)
        out.append('})')

    def _deque(self, object, out, indent, allowance, context, level):
        name = type(object).__name__
        out.append(name + '(')
        indent += len(name) + 1
        out.append('[')
        if object.maxlen is None:
            self._items(object, out, indent, allowance + 2, context, level)
            out.append('])')
        else:
            self._items(object, out, indent, 2, context, level)
            out.append(f'],\n{" " * indent}maxlen={self._repr(object.maxlen, context, level)})')

    def _chain_map(self, object, out, indent, allowance, context, level):
        name = type(object).__name__
        out.append(name + '(')
        indent += len(name) + 1
        for i, mapping in enumerate(object.maps):
            if i == len(object.maps) - 1:
                self._format(mapping, out, indent, allowance + 1, context, level)
                out.append(')')
            else:
                self._format(mapping, out, indent, 1, context, level)
                out.append(',\n' + ' ' * indent)

    def _list(self, object, out, indent, allowance, context, level):
        out.append('[')
        self._items(object, out, indent, allowance + 1, context, level)
        out.append(']')

    def _tuple(self, object, out, indent, allowance, context, level):
        out.append('(')
        end = ',)' if len(object) == 1 else ')'
        self._items(object, out, indent, allowance + len(end), context, level)
        out.append(end)

    def _user(self, object, out, indent, allowance, context, level):
        self._format(object.data, out, indent, allowance, context, level - 1)

    def _mapping_proxy(self, object, out, indent, allowance, context, level):
        out.append('mappingproxy(')
        self._format(object.copy(), out, indent + 13, allowance + 1, context, level)
        out.append(')')

    def _bytes(self, object, out, indent, allowance, context, level):
        if len(object) <= 4:
            out.append(repr(object))
            return
        whole = level == 1
        if whole:
            indent, allowance = indent + 1, allowance + 1
            out.append('(')
        width, between = self._width - indent, ''
        # Lines of whole groups of four bytes, as long as fit.
        part, last = b'', len(object) // 4 * 4
        for at in range(0, len(object), 4):
            more = part + object[at:at + 4]
            if at == last:
                width -= allowance
            if len(repr(more)) > width and part:
                out.append(between + repr(part))
                between = '\n' + ' ' * indent
                more = object[at:at + 4]
            part = more
        if part:
            out.append(between + repr(part))
        if whole:
            out.append(')')

    def _bytearray(self, object, out, indent, allowance, context, level):
        out.append('bytearray(')
        self._bytes(bytes(object), out, indent + 10, allowance + 1, context, level + 1)
        out.append(')')

    def _set(self, object, out, indent, allowance, context, level):
        if not object:
            out.append(repr(object))
            return
        cls = type(object)
        if cls is set:
            out.append('{')
            end = '}'
        else:
            out.append(cls.__name__ + '({')
            end = '})'
            indent += len(cls.__name__) + 1
        self._items(sorted(object, key=_key), out, indent, allowance + len(end), context, level)
        out.append(end)

    def _items(self, items, out, indent, allowance, context, level):
        indent += self._indent_per_level
        if self._indent_per_level > 1:
            out.append((self._indent_per_level - 1) * ' ')
        between = ',\n' + ' ' * indent
        delimiter = ''
        width = max_width = self._width - indent + 1
        items = list(items)
        for i, each in enumerate(items):
            last = i == len(items) - 1
            if last:
                max_width -= allowance
                width -= allowance
            if self._compact:
                rep = self._repr(each, context, level)
                w = len(rep) + 2
                if width < w:
                    width = max_width
                    if delimiter:
                        delimiter = between
                if width >= w:
                    width -= w
                    out.append(delimiter)
                    delimiter = ', '
                    out.append(rep)
                    continue
            out.append(delimiter)
            delimiter = between
            self._format(each, out, indent, allowance if last else 1, context, level)

    def _str(self, object, out, indent, allowance, context, level):
        if not object:
            out.append(repr(object))
            return
        chunks = []
        lines = object.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        max_width1 = max_width = self._width - indent
        rep = ''
        for i, line in enumerate(lines):
            rep = repr(line)
            if i == len(lines) - 1:
                max_width1 -= allowance
            if len(rep) <= max_width1:
                chunks.append(rep)
                continue
            parts = _words(line)
            max_width2, current = max_width, ''
            for j, part in enumerate(parts):
                candidate = current + part
                if j == len(parts) - 1 and i == len(lines) - 1:
                    max_width2 -= allowance
                if len(repr(candidate)) > max_width2:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            out.append(rep)
            return
        if level == 1:
            out.append('(')
        out.append(('\n' + ' ' * indent).join(chunks))
        if level == 1:
            out.append(')')

    def _namespace(self, object, out, indent, allowance, context, level):
        name = 'namespace' if type(object) is _SimpleNamespace else type(object).__name__
        out.append(name + '(')
        self._named(list(object.__dict__.items()), out, indent + len(name) + 1, allowance, context, level)
        out.append(')')

    def _dataclass(self, object, out, indent, allowance, context, level):
        name = object.__class__.__name__
        items = [(f.name, getattr(object, f.name)) for f in object.__dataclass_fields__.values()
                 if f.repr and repr(f._field_type) == '_FIELD']
        out.append(name + '(')
        self._named(items, out, indent + len(name) + 1, allowance, context, level)
        out.append(')')

    def _named(self, items, out, indent, allowance, context, level):
        for i, (key, value) in enumerate(items):
            last = i == len(items) - 1
            out.append(key + '=')
            if id(value) in context:
                out.append('...')
            else:
                self._format(value, out, indent + len(key) + 1, allowance if last else 1, context, level)
            if not last:
                out.append(',\n' + ' ' * indent)

    def _safe_repr(self, object, context, maxlevels, level):
        cls = type(object)
        if cls is int:
            return (f'{object:_d}' if self._underscore_numbers else repr(object)), True, False
        if cls in (str, float, bool, type(None)):
            return repr(object), True, False
        if cls.__repr__ is dict.__repr__ and isinstance(object, dict):
            if not object:
                return '{}', True, False
            if maxlevels and level >= maxlevels:
                return '{...}', False, _is_in(object, context)
            if id(object) in context:
                return _recursion(object), False, True
            context[id(object)] = 1
            readable, recursive, parts = True, False, []
            items = sorted(object.items(), key=lambda pair: (_Key(pair[0]), _Key(pair[1]))) \
                if self._sort_dicts else object.items()
            for k, v in items:
                krepr, kreadable, krecur = self.format(k, context, maxlevels, level + 1)
                vrepr, vreadable, vrecur = self.format(v, context, maxlevels, level + 1)
                parts.append(f'{krepr}: {vrepr}')
                readable = readable and kreadable and vreadable
                recursive = recursive or krecur or vrecur
            del context[id(object)]
            return '{' + ', '.join(parts) + '}', readable, recursive
        if cls is list or cls is tuple:
            if cls is list:
                if not object:
                    return '[]', True, False
                shape = '[{}]'
            elif len(object) == 1:
                shape = '({},)'
            else:
                if not object:
                    return '()', True, False
                shape = '({})'
            if maxlevels and level >= maxlevels:
                return shape.replace('{}', '...'), False, _is_in(object, context)
            if id(object) in context:
                return _recursion(object), False, True
            context[id(object)] = 1
            readable, recursive, parts = True, False, []
            for each in object:
                orepr, oreadable, orecur = self.format(each, context, maxlevels, level + 1)
                parts.append(orepr)
                readable = readable and oreadable
                recursive = recursive or orecur
            del context[id(object)]
            return shape.replace('{}', ', '.join(parts), 1), readable, recursive
        rep = repr(object)
        return rep, bool(rep) and not rep.startswith('<'), False


def _is_in(object, context):
    return id(object) in context


def _recursion(object):
    return f'<Recursion on {type(object).__name__} with id={id(object)}>'


def _words(line):
    """A line as pieces of a word and the white space behind it."""
    pieces, at, n = [], 0, len(line)
    while at < n:
        end = at
        while end < n and not line[end].isspace():
            end += 1
        while end < n and line[end].isspace():
            end += 1
        pieces.append(line[at:end])
        at = end
    return pieces


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    """Prints a value in lines of a width."""
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """A value as text in lines of a width."""
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """pprint with dicts in their own order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    return PrettyPrinter().isrecursive(object)
