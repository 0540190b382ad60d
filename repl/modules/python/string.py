"""Constants of characters, templates with $names."""
import _string

__all__ = ['ascii_letters', 'ascii_lowercase', 'ascii_uppercase', 'capwords', 'digits', 'hexdigits', 'octdigits',
           'printable', 'punctuation', 'whitespace', 'Formatter', 'Template']
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


class _Pattern:
    """The regular expression of a class of templates, made when it is first asked for."""

    def __get__(self, template, owner):
        import re
        mark = re.escape(owner.delimiter)
        name, braced = owner.idpattern, owner.braceidpattern or owner.idpattern
        made = re.compile(rf'{mark}(?:(?P<escaped>{mark})|(?P<named>{name})|{{(?P<braced>{braced})}}|(?P<invalid>))',
                          (re.IGNORECASE if owner.flags is None else owner.flags) | re.VERBOSE)
        owner.pattern = made
        return made


class Template:
    """A text in which $name and ${name} stand for values."""
    delimiter = '$'
    idpattern = '(?a:[_a-z][_a-z0-9]*)'
    braceidpattern = None
    flags = None
    pattern = _Pattern()

    def __init_subclass__(cls):
        super().__init_subclass__()
        given = cls.__dict__.get('pattern')
        if given is None:
            cls.pattern = _Pattern()
        elif isinstance(given, str):
            import re
            cls.pattern = re.compile(given, (re.IGNORECASE if cls.flags is None else cls.flags) | re.VERBOSE)

    def __init__(self, template):
        self.template = template

    def _invalid(self, found):
        where = found.start('invalid')
        lines = self.template[:where].splitlines(keepends=True)
        if not lines:
            colno, lineno = 1, 1
        else:
            colno, lineno = where - len(''.join(lines[:-1])), len(lines)
        raise ValueError(f'Invalid placeholder in string: line {lineno}, col {colno}')

    def _unknown(self):
        return ValueError('Unrecognized named group in pattern', self.pattern)

    def substitute(self, mapping={}, /, **kws):
        """The text with values for all names."""
        def value(found):
            name = found['named'] or found['braced']
            if name is not None:
                return str(kws[name] if name in kws else mapping[name])
            if found['escaped'] is not None:
                return self.delimiter
            if found['invalid'] is not None:
                self._invalid(found)
            raise self._unknown()
        return self.pattern.sub(value, self.template)

    def safe_substitute(self, mapping={}, /, **kws):
        """Likewise; names without a value stay as they are."""
        def value(found):
            name = found['named'] or found['braced']
            if name is not None:
                if name in kws:
                    return str(kws[name])
                try:
                    return str(mapping[name])
                except KeyError:
                    return found[0]
            if found['escaped'] is not None:
                return self.delimiter
            if found['invalid'] is not None:
                return found[0]
            raise self._unknown()
        return self.pattern.sub(value, self.template)

    def is_valid(self):
        """Whether each delimiter begins a name or is doubled."""
        for found in self.pattern.finditer(self.template):
            if found['invalid'] is not None:
                return False
            if found['named'] is None and found['braced'] is None and found['escaped'] is None:
                raise self._unknown()
        return True

    def get_identifiers(self):
        """The names in the text, each once."""
        names = []
        for found in self.pattern.finditer(self.template):
            name = found['named'] or found['braced']
            if name is not None:
                if name not in names:
                    names.append(name)
            elif name is None and found['invalid'] is None and found['escaped'] is None:
                raise self._unknown()
        return names


class Formatter:
    """str.format as an object whose parts can be replaced."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError('Max string recursion exceeded')
        out, auto = [], auto_arg_index
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                out.append(literal)
            if name is None:
                continue
            if name == '':
                if auto is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                name, auto = str(auto), auto + 1
            elif name.isdigit():
                if auto:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                auto = False
            obj, key = self.get_field(name, args, kwargs)
            used_args.add(key)
            obj = self.convert_field(obj, conversion)
            spec, auto = self._vformat(spec, args, kwargs, used_args, recursion_depth - 1, auto)
            out.append(self.format_field(obj, spec))
        return ''.join(out), auto

    def parse(self, format_string):
        """Pieces: text before a field, the field's name, its format and its conversion."""
        return _string.formatter_parser(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = _string.formatter_field_name_split(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attribute, key in rest:
            obj = getattr(obj, key) if is_attribute else obj[key]
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
        if conversion in ('s', 'r', 'a'):
            return {'s': str, 'r': repr, 'a': ascii}[conversion](value)
        raise ValueError(f'Unknown conversion specifier {conversion!s}')
