"""Constants of characters, templates with $names."""
whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Capitalizes each word."""
    return (sep or ' ').join(map(str.capitalize, s.split(sep)))


class Template:
    """A text in which $name and ${name} stand for values."""
    delimiter = '$'

    def __init__(self, template):
        self.template = template

    def _parts(self):
        """(text, name, where, raw) for each piece; name None at the end and for an escape, '' where it is invalid."""
        text, mark = self.template, self.delimiter
        start = at = 0
        letters, more = ascii_letters + '_', ascii_letters + '_' + digits
        while True:
            at = text.find(mark, at)
            if at < 0:
                yield text[start:], None, len(text), ''
                return
            before, begin, at = text[start:at], at, at + len(mark)
            if text.startswith(mark, at):
                at += len(mark)
                yield before + mark, None, begin, ''
            else:
                braced = text[at:at + 1] == '{'
                first = last = at + braced
                while last < len(text) and text[last] in (letters if last == first else more):
                    last += 1
                good = last > first and (not braced or text[last:last + 1] == '}')
                if good:
                    at = last + braced
                yield before, text[first:last] if good else '', begin + len(mark), text[begin:at]
            start = at

    def _invalid(self, where):
        lines = self.template[:where].splitlines(keepends=True)
        if not lines:
            colno, lineno = 1, 1
        else:
            colno, lineno = where - len(''.join(lines[:-1])), len(lines)
        raise ValueError(f'Invalid placeholder in string: line {lineno}, col {colno}')

    def substitute(self, mapping={}, /, **kws):
        out = []
        for before, name, where, raw in self._parts():
            out.append(before)
            if name == '':
                self._invalid(where)
            if name is not None:
                out.append(str(kws[name] if name in kws else mapping[name]))
        return ''.join(out)

    def safe_substitute(self, mapping={}, /, **kws):
        out = []
        for before, name, where, raw in self._parts():
            out.append(before)
            if name:
                if name in kws:
                    raw = str(kws[name])
                elif name in mapping:
                    raw = str(mapping[name])
            out.append(raw)
        return ''.join(out)

    def is_valid(self):
        return all(name != '' for _, name, _, _ in self._parts())

    def get_identifiers(self):
        return list(dict.fromkeys(name for _, name, _, _ in self._parts() if name))


class Formatter:
    """str.format as an object whose parts can be replaced."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 0)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, auto):
        out = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                out.append(literal)
            if name is None:
                continue
            if name == '' or name[0] in '.[':
                name = str(auto) + name
                auto += 1
            obj, key = self.get_field(name, args, kwargs)
            used.add(key)
            obj = self.convert_field(obj, conversion)
            spec, auto = self._vformat(spec, args, kwargs, used, auto) if '{' in spec else (spec, auto)
            out.append(self.format_field(obj, spec))
        return ''.join(out), auto

    def parse(self, format_string):
        literal, at, n = [], 0, len(format_string)
        while at < n:
            c = format_string[at]
            if c in '{}' and format_string[at + 1:at + 2] == c:
                literal.append(c)
                at += 2
            elif c == '}':
                raise ValueError("Single '}' encountered in format string")
            elif c == '{':
                depth, end = 1, at + 1
                while end < n and depth:
                    depth += (format_string[end] == '{') - (format_string[end] == '}')
                    end += 1
                if depth:
                    raise ValueError("expected '}' before end of string" if end > at + 1
                                     else "Single '{' encountered in format string")
                field, at = format_string[at + 1:end - 1], end
                name, colon, spec = field.partition(':')
                name, mark, conversion = name.partition('!')
                yield ''.join(literal), name, spec, conversion if mark else None
                literal = []
            else:
                literal.append(c)
                at += 1
        if literal:
            yield ''.join(literal), None, None, None

    def get_field(self, field_name, args, kwargs):
        at = 0
        while at < len(field_name) and field_name[at] not in '.[':
            at += 1
        first, rest = field_name[:at], field_name[at:]
        first = int(first) if first.isdigit() else first
        obj = self.get_value(first, args, kwargs)
        while rest:
            if rest[0] == '.':
                end = 1
                while end < len(rest) and rest[end] not in '.[':
                    end += 1
                obj, rest = getattr(obj, rest[1:end]), rest[end:]
            else:
                inner, _, rest = rest[1:].partition(']')
                obj = obj[int(inner) if inner.isdigit() else inner]
        return obj, first

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion in 'sra' and conversion:
            return {'s': str, 'r': repr, 'a': ascii}[conversion](value)
        raise ValueError(f'Unknown conversion specifier {conversion!s}')
