"""How values of a configuration stand for one another: %(name)s, ${section:name}."""
import re as _re
from _configparser_errors import (InterpolationDepthError, InterpolationMissingOptionError, InterpolationSyntaxError,
                                  MAX_INTERPOLATION_DEPTH, NoOptionError, NoSectionError)

__name__ = 'configparser'


class Interpolation:
    """Leaves values as they are."""

    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    before_read = before_write = before_set


class BasicInterpolation(Interpolation):
    """%(name)s is the value of another name."""

    def before_get(self, parser, section, option, value, defaults):
        return self._expand(parser, section, option, value, value, defaults, 1)

    def _expand(self, parser, section, option, raw, rest, names, depth):
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        out = []
        while rest:
            plain, percent, rest = rest.partition('%')
            out.append(plain)
            if not percent:
                break
            if rest[:1] == '%':
                out.append('%')
                rest = rest[1:]
            elif rest[:1] == '(':
                found = _re.match(r'\(([^)]+)\)s', rest)
                if found is None:
                    text = 'bad interpolation variable reference %r' % ('%' + rest)
                    raise InterpolationSyntaxError(option, section, text)
                name = parser.optionxform(found.group(1))
                if name not in names:
                    raise InterpolationMissingOptionError(option, section, raw, name) from None
                out.append(self._expand(parser, section, option, raw, names[name], names, depth + 1))
                rest = rest[found.end():]
            else:
                raise InterpolationSyntaxError(option, section, "'%%' must be followed by '%%' or '(', found: %r" %
                                               ('%' + rest,))
        return ''.join(out)

    def before_set(self, parser, section, option, value):
        left = _re.sub(r'%\([^)]+\)s', '', value.replace('%%', ''))
        if '%' in left:
            raise ValueError('invalid interpolation syntax in %r at position %d' % (value, left.find('%')))
        return value

    before_read = before_write = Interpolation.before_read


class ExtendedInterpolation(Interpolation):
    """${name} and ${section:name} are the values of other names."""

    def before_get(self, parser, section, option, value, defaults):
        return self._expand(parser, section, option, value, value, defaults, 1)

    def _expand(self, parser, section, option, raw, rest, names, depth):
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        out = []
        while rest:
            plain, dollar, rest = rest.partition('$')
            out.append(plain)
            if not dollar:
                break
            if rest[:1] == '$':
                out.append('$')
                rest = rest[1:]
                continue
            found = _re.match(r'\{([^}]+)\}', rest)
            if found is None:
                if rest[:1] == '{':
                    text = 'bad interpolation variable reference %r' % ('$' + rest)
                    raise InterpolationSyntaxError(option, section, text)
                raise InterpolationSyntaxError(option, section, "'$' must be followed by '$' or '{', found: %r" %
                                               ('$' + rest,))
            path = found.group(1).split(':')
            rest = rest[found.end():]
            where, space = section, names
            try:
                if len(path) == 1:
                    value = names[parser.optionxform(path[0])]
                elif len(path) == 2:
                    where = path[0]
                    value = parser.get(where, parser.optionxform(path[1]), raw=True)
                    space = dict(parser.items(where, raw=True))
                else:
                    raise InterpolationSyntaxError(option, section, "More than one ':' found: %r" % (rest,))
            except (KeyError, NoSectionError, NoOptionError):
                raise InterpolationMissingOptionError(option, section, raw, ':'.join(path)) from None
            out.append(self._expand(parser, where, option, raw, value, space, depth + 1) if '$' in value else value)
        return ''.join(out)

    def before_set(self, parser, section, option, value):
        left = _re.sub(r'\$\{[^}]+\}', '', value.replace('$$', ''))
        if '$' in left:
            raise ValueError('invalid interpolation syntax in %r at position %d' % (value, left.find('$')))
        return value

    before_read = before_write = Interpolation.before_read
