"""What an argument does when it is met, for argparse."""
import sys as _sys
from _argparse_help import _columns, _wrap, SUPPRESS, OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, REMAINDER, PARSER


class ArgumentError(Exception):
    """An argument that is wrong."""

    __module__ = 'argparse'

    def __init__(self, argument, message):
        self.argument_name = _name_of(argument)
        self.message = message

    def __str__(self):
        if self.argument_name is None:
            return self.message
        return 'argument %s: %s' % (self.argument_name, self.message)


class ArgumentTypeError(Exception):
    """A text that a type function cannot read."""

    __module__ = 'argparse'


def _name_of(argument):
    if argument is None:
        return None
    if argument.option_strings:
        return '/'.join(argument.option_strings)
    if argument.metavar not in (None, SUPPRESS):
        return argument.metavar
    if argument.dest not in (None, SUPPRESS):
        return argument.dest
    if argument.choices:
        return '{' + ','.join([str(choice) for choice in argument.choices]) + '}'
    return None


class Namespace:
    """What was read, as attributes."""

    __module__ = 'argparse'

    def __init__(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, Namespace) else NotImplemented

    def __contains__(self, key):
        return key in self.__dict__

    def __repr__(self):
        parts = []
        rest = {}
        for name, value in self.__dict__.items():
            if name.isidentifier():
                parts.append('%s=%r' % (name, value))
            else:
                rest[name] = value
        if rest:
            parts.append('**%r' % rest)
        return '%s(%s)' % (type(self).__name__, ', '.join(parts))


class Action:
    """One argument that a program takes."""

    __module__ = 'argparse'

    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None,
                 required=False, help=None, metavar=None):
        self.option_strings = option_strings
        self.dest = dest
        self.nargs = nargs
        self.const = const
        self.default = default
        self.type = type
        self.choices = choices
        self.required = required
        self.help = help
        self.metavar = metavar

    def format_usage(self):
        return self.option_strings[0]

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError('.__call__() not defined')


class _Store(Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _StoreConst(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None,
                 nargs=None):
        super().__init__(option_strings, dest, 0, const, default, required=required, help=help, metavar=metavar)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrue(_StoreConst):
    def __init__(self, option_strings, dest, default=False, required=False, help=None):
        super().__init__(option_strings, dest, True, default, required, help)


class _StoreFalse(_StoreConst):
    def __init__(self, option_strings, dest, default=True, required=False, help=None):
        super().__init__(option_strings, dest, False, default, required, help)


class _Append(Action):
    def __call__(self, parser, namespace, values, option_string=None):
        items = list(getattr(namespace, self.dest, None) or [])
        items.append(values)
        setattr(namespace, self.dest, items)


class _AppendConst(_StoreConst):
    def __call__(self, parser, namespace, values, option_string=None):
        items = list(getattr(namespace, self.dest, None) or [])
        items.append(self.const)
        setattr(namespace, self.dest, items)


class _Extend(Action):
    def __call__(self, parser, namespace, values, option_string=None):
        items = list(getattr(namespace, self.dest, None) or [])
        items.extend(values)
        setattr(namespace, self.dest, items)


class _Count(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None):
        super().__init__(option_strings, dest, 0, default=default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


class _Help(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None):
        super().__init__(option_strings, dest, 0, default=default, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _Version(Action):
    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS,
                 help="show program's version number and exit"):
        super().__init__(option_strings, dest, 0, default=default, help=help)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        version = parser.version if self.version is None else self.version
        text = version % {'prog': parser.prog}
        _sys.stdout.write('\n'.join(_wrap(' '.join(text.split()), _columns())) + '\n')
        parser.exit()


class BooleanOptionalAction(Action):
    """--name and --no-name."""

    __module__ = 'argparse'

    def __init__(self, option_strings, dest, default=None, type=None, choices=None, required=False, help=None,
                 metavar=None):
        options = []
        for option in option_strings:
            options.append(option)
            if option.startswith('--'):
                options.append('--no-' + option[2:])
        if help is not None and default is not None and default is not SUPPRESS:
            help += ' (default: %(default)s)'
        super().__init__(options, dest, 0, default=default, type=type, choices=choices, required=required, help=help,
                         metavar=metavar)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, not option_string.startswith('--no-'))

    def format_usage(self):
        return ' | '.join(self.option_strings)


class _Choice:
    """A subcommand, as it stands in the help."""

    def __init__(self, name, aliases, help):
        self.metavar = name + (' (%s)' % ', '.join(aliases) if aliases else '')
        self.dest = name
        self.option_strings = []
        self.nargs = 0
        self.help = help
        self.choices = None
        self.required = False
        self.default = SUPPRESS


class _SubParsers(Action):
    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        super().__init__(option_strings, dest, PARSER, None, None, None, {}, required, help, metavar)
        self._prog = prog
        self._class = parser_class
        self.listed = []

    def add_parser(self, name, *, help=None, aliases=(), **kwargs):
        """A subcommand's own parser."""
        if kwargs.get('prog') is None:
            kwargs['prog'] = '%s %s' % (self._prog, name)
        if help is not None:
            self.listed.append(_Choice(name, aliases, help))
        parser = self._class(**kwargs)
        self.choices[name] = parser
        for alias in aliases:
            self.choices[alias] = parser
        return parser

    def __call__(self, parser, namespace, values, option_string=None):
        name, rest = values[0], values[1:]
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        found, unknown = self.choices[name].parse_known_args(rest, None)
        for key, value in vars(found).items():
            setattr(namespace, key, value)
        if unknown:
            namespace.__dict__.setdefault('_unrecognized_args', []).extend(unknown)


class FileType:
    """Opens a file whose name is an argument."""

    __module__ = 'argparse'

    def __init__(self, mode='r', bufsize=-1, encoding=None, errors=None):
        self._arguments = (mode, bufsize, encoding, errors)

    def __call__(self, string):
        mode = self._arguments[0]
        if string == '-':
            if 'r' in mode:
                return _sys.stdin.buffer if 'b' in mode else _sys.stdin
            if any(letter in mode for letter in 'wax'):
                return _sys.stdout.buffer if 'b' in mode else _sys.stdout
            raise ValueError('argument "-" with mode %r' % mode)
        try:
            return open(string, *self._arguments)
        except OSError as error:
            raise ArgumentTypeError("can't open '%s': %s" % (string, error)) from None

    def __repr__(self):
        mode, bufsize, encoding, errors = self._arguments
        parts = [repr(each) for each in (mode, bufsize) if each != -1]
        parts += ['%s=%r' % item for item in (('encoding', encoding), ('errors', errors)) if item[1] is not None]
        return 'FileType(%s)' % ', '.join(parts)


_ACTIONS = {None: _Store, 'store': _Store, 'store_const': _StoreConst, 'store_true': _StoreTrue,
            'store_false': _StoreFalse, 'append': _Append, 'append_const': _AppendConst, 'extend': _Extend,
            'count': _Count, 'help': _Help, 'version': _Version}
