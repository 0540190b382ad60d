"""configparser: files of sections with names and values."""
import re as _re
from collections import ChainMap as _ChainMap
from _configparser_errors import (DuplicateOptionError, DuplicateSectionError, Error, InterpolationDepthError,
                                  InterpolationError, InterpolationMissingOptionError, InterpolationSyntaxError,
                                  MAX_INTERPOLATION_DEPTH, MissingSectionHeaderError, NoOptionError, NoSectionError,
                                  ParsingError)
from _configparser_interpolation import BasicInterpolation, ExtendedInterpolation, Interpolation
from collections.abc import MutableMapping as _MutableMapping

DEFAULTSECT, _missing = 'DEFAULT', object()


class SectionProxy(_MutableMapping):
    """One section as a mapping."""

    def __init__(self, parser, name):
        self._parser, self._name = parser, name

    def __repr__(self):
        return f'<Section: {self._name}>'

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        self._parser._validate(option=key, value=value)
        self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if not (self._parser.has_option(self._name, key) and self._parser.remove_option(self._name, key)):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def _names(self):
        return self._parser.options(self._name) if self._name != self._parser.default_section \
            else list(self._parser.defaults())

    def __len__(self):
        return len(self._names())

    def __iter__(self):
        return iter(self._names())

    @property
    def parser(self):
        return self._parser

    @property
    def name(self):
        return self._name

    def get(self, option, fallback=None, *, raw=False, vars=None):
        return self._parser.get(self._name, option, raw=raw, vars=vars, fallback=fallback)

    def getint(self, option, fallback=None, *, raw=False, vars=None):
        return self._parser.getint(self._name, option, raw=raw, vars=vars, fallback=fallback)

    def getfloat(self, option, fallback=None, *, raw=False, vars=None):
        return self._parser.getfloat(self._name, option, raw=raw, vars=vars, fallback=fallback)

    def getboolean(self, option, fallback=None, *, raw=False, vars=None):
        return self._parser.getboolean(self._name, option, raw=raw, vars=vars, fallback=fallback)

    def __getattr__(self, name):
        if name.startswith('get') and name[3:] in self._parser.__dict__.get('_converters', {}):
            function = getattr(self._parser, name)
            return lambda option, fallback=None, **more: function(self._name, option, fallback=fallback, **more)
        raise AttributeError(f"'SectionProxy' object has no attribute '{name}'")


class RawConfigParser(_MutableMapping):
    """Sections, names and values; values are what the file says."""

    _DEFAULT_INTERPOLATION = Interpolation()
    BOOLEAN_STATES = {'1': True, 'yes': True, 'true': True, 'on': True,
                      '0': False, 'no': False, 'false': False, 'off': False}
    SECTCRE = _re.compile(r'\[(?P<header>.+)\]')

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=('=', ':'),
                 comment_prefixes=('#', ';'), inline_comment_prefixes=None, strict=True, empty_lines_in_values=True,
                 default_section=DEFAULTSECT, interpolation=_missing, converters=_missing):
        self._dict = dict_type
        self._sections = self._dict()
        self._defaults = self._dict()
        self._allow_no_value = allow_no_value
        self._delimiters = tuple(delimiters)
        self._comments = tuple(comment_prefixes or ())
        self._inline = tuple(inline_comment_prefixes or ())
        self._strict = strict
        self._empty_lines = empty_lines_in_values
        self.default_section = default_section
        if interpolation is _missing:
            interpolation = self._DEFAULT_INTERPOLATION
        if not isinstance(interpolation, (Interpolation, type(None))):
            raise TypeError('interpolation= must be None or an instance of Interpolation; got an object of type %s' %
                            type(interpolation))
        self._interpolation = Interpolation() if interpolation is None else interpolation
        self._converters = {} if converters is _missing else dict(converters)
        for name, function in self._converters.items():
            setattr(self, 'get' + name, self._converter(function))
        if defaults:
            for key, value in defaults.items():
                self._defaults[self.optionxform(key)] = None if value is None else str(value)

    def _converter(self, function):
        return lambda section, option, **more: self._get_conv(section, option, function, **more)

    def optionxform(self, optionstr):
        return optionstr.lower()

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections)

    def add_section(self, section):
        if section == self.default_section:
            raise ValueError('Invalid section name: %r' % section)
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._sections[section] = self._dict()

    def has_section(self, section):
        return section in self._sections

    def _section(self, section):
        if section not in self._sections:
            raise NoSectionError(section)
        return self._sections[section]

    def options(self, section):
        return list({**self._section(section), **self._defaults})

    def has_option(self, section, option):
        option = self.optionxform(option)
        if not section or section == self.default_section:
            return option in self._defaults
        return section in self._sections and (option in self._sections[section] or option in self._defaults)

    def read(self, filenames, encoding=None):
        """Reads files; those that cannot be opened are left out. Gives those that were read."""
        import os
        if isinstance(filenames, (str, bytes, os.PathLike)):
            filenames = [filenames]
        done = []
        for name in filenames:
            try:
                with open(name, encoding=encoding) as file:
                    self._read(file, os.fspath(name))
            except OSError:
                continue
            done.append(os.fspath(name))
        return done

    def read_file(self, f, source=None):
        if source is None:
            source = getattr(f, 'name', '<???>')
        self._read(f, source)

    def read_string(self, string, source='<string>'):
        self._read(string.splitlines(True), source)

    def read_dict(self, dictionary, source='<dict>'):
        seen = set()
        for section, keys in dictionary.items():
            section = str(section)
            if section not in self._sections and section != self.default_section:
                self.add_section(section)
            elif self._strict and section in seen:
                raise DuplicateSectionError(section)
            seen.add(section)
            for key, value in keys.items():
                key = self.optionxform(str(key))
                if self._strict and (section, key) in seen:
                    raise DuplicateOptionError(section, key, source)
                seen.add((section, key))
                self.set(section, key, None if value is None else str(value))

    def _parse_option(self, text):
        """(name, value or None), or None where it is none."""
        places = [(text.find(d), d) for d in self._delimiters if d in text]
        if not places:
            return (text.strip(), None) if self._allow_no_value and text.strip() else None
        at, delimiter = min(places)
        return text[:at].rstrip(), text[at + len(delimiter):].strip()

    def _without_comment(self, line):
        if self._comments and line.strip().startswith(self._comments):
            return ''
        cut = len(line)
        for prefix in self._inline:
            at = line.find(prefix)
            while at >= 0:
                if at == 0 or line[at - 1].isspace():
                    cut = min(cut, at)
                    break
                at = line.find(prefix, at + 1)
        return line[:cut]

    def _read(self, lines, source):
        names, seen = None, set()
        section, option, indent = None, None, 0
        problem = None
        for number, line in enumerate(lines, start=1):
            value = self._without_comment(line).strip()
            if not value:
                if self._empty_lines:
                    if value == line.strip() and names is not None and option and names[option] is not None:
                        names[option].append('')
                else:
                    indent = 10 ** 9
                continue
            here = len(line) - len(line.lstrip())
            if names is not None and option and here > indent:
                if names[option] is None:
                    names[option] = []
                names[option].append(value)
                continue
            indent = here
            header = self.SECTCRE.match(value)
            if header:
                section, option = header.group('header'), None
                if section in self._sections:
                    if self._strict and section in seen:
                        raise DuplicateSectionError(section, source, number)
                    names = self._sections[section]
                elif section == self.default_section:
                    names = self._defaults
                else:
                    names = self._sections[section] = self._dict()
                seen.add(section)
                continue
            if names is None:
                raise MissingSectionHeaderError(source, number, line)
            parsed = self._parse_option(value)
            if parsed is None or not parsed[0]:
                problem = problem or ParsingError(source)
                problem.append(number, repr(line))
                continue
            option = self.optionxform(parsed[0].rstrip())
            if self._strict and (section, option) in seen:
                raise DuplicateOptionError(section, option, source, number)
            seen.add((section, option))
            names[option] = None if parsed[1] is None else [parsed[1]]
        for section, names in [(self.default_section, self._defaults), *self._sections.items()]:
            for name, value in list(names.items()):
                if isinstance(value, list):
                    names[name] = self._interpolation.before_read(self, section, name, '\n'.join(value).rstrip())
        if problem:
            raise problem

    def _names_of(self, section, vars):
        if section in self._sections:
            own = self._sections[section]
        elif section == self.default_section:
            own = {}
        else:
            raise NoSectionError(section)
        given = {self.optionxform(k): None if v is None else str(v) for k, v in (vars or {}).items()}
        return _ChainMap(given, own, self._defaults)

    def get(self, section, option, *, raw=False, vars=None, fallback=_missing):
        try:
            names = self._names_of(section, vars)
        except NoSectionError:
            if fallback is _missing:
                raise
            return fallback
        option = self.optionxform(option)
        if option not in names:
            if fallback is _missing:
                raise NoOptionError(option, section)
            return fallback
        value = names[option]
        if raw or value is None:
            return value
        return self._interpolation.before_get(self, section, option, value, names)

    def _get_conv(self, section, option, conv, *, raw=False, vars=None, fallback=_missing):
        try:
            return conv(self.get(section, option, raw=raw, vars=vars))
        except (NoSectionError, NoOptionError):
            if fallback is _missing:
                raise
            return fallback

    def getint(self, section, option, *, raw=False, vars=None, fallback=_missing):
        return self._get_conv(section, option, int, raw=raw, vars=vars, fallback=fallback)

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_missing):
        return self._get_conv(section, option, float, raw=raw, vars=vars, fallback=fallback)

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_missing):
        return self._get_conv(section, option, self._convert_to_boolean, raw=raw, vars=vars, fallback=fallback)

    def _convert_to_boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError('Not a boolean: %s' % value)
        return self.BOOLEAN_STATES[value.lower()]

    def items(self, section=_missing, raw=False, vars=None):
        if section is _missing:
            return super().items()
        names = self._names_of(section, vars)
        own = self._sections.get(section, ())
        order = dict.fromkeys([*self._defaults, *own, *map(self.optionxform, vars or ())])
        return [(name, self.get(section, name, raw=raw, vars=vars)) for name in order]

    def set(self, section, option, value=None):
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        names = self._defaults if not section or section == self.default_section else self._section(section)
        names[self.optionxform(option)] = value

    def _validate(self, *, section='', option='', value=''):
        if not isinstance(section, str):
            raise TypeError('section names must be strings')
        if not isinstance(option, str):
            raise TypeError('option keys must be strings')
        if not (self._allow_no_value and value is None) and not isinstance(value, str):
            raise TypeError('option values must be strings')

    def write(self, fp, space_around_delimiters=True):
        delimiter = f' {self._delimiters[0]} ' if space_around_delimiters else self._delimiters[0]
        everything = [*([(self.default_section, self._defaults)] if self._defaults else []), *self._sections.items()]
        for section, names in everything:
            fp.write(f'[{section}]\n')
            for key, value in names.items():
                value = self._interpolation.before_write(self, section, key, value)
                if value is not None or not self._allow_no_value:
                    value = delimiter + str(value).replace('\n', '\n\t')
                else:
                    value = ''
                fp.write(f'{key}{value}\n')
            fp.write('\n')

    def remove_option(self, section, option):
        names = self._defaults if not section or section == self.default_section else self._section(section)
        return names.pop(self.optionxform(option), _missing) is not _missing

    def remove_section(self, section):
        return self._sections.pop(section, _missing) is not _missing

    def __getitem__(self, key):
        if key != self.default_section and not self.has_section(key):
            raise KeyError(key)
        return SectionProxy(self, key)

    def __setitem__(self, key, value):
        if key == self.default_section:
            self._defaults.clear()
        elif key in self._sections:
            self._sections[key].clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError('Cannot remove the default section.')
        if not self.has_section(key):
            raise KeyError(key)
        self.remove_section(key)

    def __contains__(self, key):
        return key == self.default_section or self.has_section(key)

    def popitem(self):
        for key in self.sections():
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        return iter([self.default_section, *self._sections])

    @property
    def converters(self):
        return self._converters


class ConfigParser(RawConfigParser):
    """Sections, names and values, where %(name)s in a value is another one's."""

    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def set(self, section, option, value=None):
        self._validate(option=option, value=value)
        super().set(section, option, value)

    def add_section(self, section):
        self._validate(section=section)
        super().add_section(section)


SafeConfigParser = ConfigParser
