"""argparse: what stands behind a program's name on the command line."""
import os as _os
import sys as _sys

SUPPRESS = '==SUPPRESS=='
OPTIONAL = '?'
ZERO_OR_MORE = '*'
ONE_OR_MORE = '+'
REMAINDER = '...'
PARSER = 'A...'


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
            return _sys.stdin if 'r' in mode else _sys.stdout
        try:
            return open(string, *self._arguments)
        except OSError as error:
            raise ArgumentTypeError("can't open '%s': %s" % (string, error)) from None

    def __repr__(self):
        return 'FileType(%r)' % self._arguments[0]


def _columns():
    import shutil
    return shutil.get_terminal_size().columns - 2


def _wrap(text, width):
    """Lines of at most `width` characters, broken between words and behind hyphens between letters."""
    chunks = []
    for word in text.split(' '):
        if chunks:
            chunks.append(' ')
        start = 0
        for at in range(1, len(word) - 1):
            if word[at] == '-' and word[at - 1].isalpha() and word[at + 1].isalpha() and at - start > 1:
                chunks.append(word[start:at + 1])
                start = at + 1
        chunks.append(word[start:])
    lines = []
    line = []
    length = 0
    chunks.reverse()
    while chunks:
        line, length = [], 0
        if chunks[-1] == ' ' and lines:
            chunks.pop()
        while chunks and length + len(chunks[-1]) <= width:
            length += len(chunks[-1])
            line.append(chunks.pop())
        if chunks and len(chunks[-1]) > width and not line:
            word = chunks.pop()
            line.append(word[:width])
            chunks.append(word[width:])
        if line and line[-1] == ' ':
            line.pop()
        if line:
            lines.append(''.join(line))
    return lines


class HelpFormatter:
    """Lays the help out."""

    __module__ = 'argparse'
    raw_text = False
    raw_help = False
    shows_defaults = False
    type_names = False

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        self.prog = prog
        self.width = _columns() if width is None else width
        self.max_position = min(max_help_position, max(self.width - 20, indent_increment * 2))
        self.step = indent_increment

    def metavar(self, action):
        if action.metavar is not None:
            return action.metavar
        if action.choices is not None:
            return '{' + ','.join([str(choice) for choice in action.choices]) + '}'
        if self.type_names and action.type is not None:
            return action.type.__name__
        return action.dest.upper() if action.option_strings else action.dest

    def arguments(self, action):
        """What stands behind an option: its values."""
        name = self.metavar(action)

        def at(index):
            return name[index] if isinstance(name, tuple) else name

        nargs = action.nargs
        if nargs is None:
            return '%s' % at(0) if isinstance(name, tuple) else name
        if nargs == '?':
            return '[%s]' % at(0)
        if nargs == '*':
            if isinstance(name, tuple) and len(name) == 2:
                return '[%s [%s ...]]' % name
            return '[%s ...]' % at(0)
        if nargs == '+':
            return '%s [%s ...]' % (at(0), at(1) if isinstance(name, tuple) else name)
        if nargs == REMAINDER:
            return '...'
        if nargs == PARSER:
            return '%s ...' % at(0)
        if nargs == SUPPRESS:
            return ''
        return ' '.join([at(index) for index in range(nargs)])

    def invocation(self, action):
        if not action.option_strings:
            name = self.metavar(action)
            return ' '.join(name) if isinstance(name, tuple) else name
        if action.nargs == 0:
            return ', '.join(action.option_strings)
        arguments = self.arguments(action)
        return ', '.join(['%s %s' % (option, arguments) for option in action.option_strings])

    def usage_parts(self, actions, groups):
        """Pieces of the usage line: those of options, those of the others."""
        parts = []
        members = {}
        for group in groups:
            shown = [action for action in group.actions if action.help is not SUPPRESS]
            if len(shown) > 1 or shown and group.required:
                for action in shown:
                    members[id(action)] = (group, shown)
        for action in actions:
            if action.help is SUPPRESS:
                continue
            group, shown = members.get(id(action), (None, []))
            if not action.option_strings:
                part = self.arguments(action)
                if group is not None and part.startswith('[') and part.endswith(']'):
                    part = part[1:-1]
            else:
                part = action.format_usage() if action.nargs == 0 else '%s %s' % (action.option_strings[0],
                                                                                self.arguments(action))
                if not action.required and group is None:
                    part = '[%s]' % part
            if group is not None:
                single = len(shown) == 1
                first, last = action is shown[0], action is shown[-1]
                opened, closed = ('(', ')') if group.required else ('[', ']')
                if single and group.required:
                    opened = closed = ''
                part = (opened if first else '') + part + (closed if last else ' |')
            parts.append(part)
        return parts

    def usage(self, usage, actions, groups, prefix='usage: '):
        if usage is not None:
            return prefix + usage % {'prog': self.prog} + '\n\n'
        optionals = [action for action in actions if action.option_strings]
        positionals = [action for action in actions if not action.option_strings]
        option_parts = self.usage_parts(optionals, groups)
        other_parts = self.usage_parts(positionals, groups)
        text = ' '.join([self.prog] + option_parts + other_parts)
        if len(prefix) + len(text) > self.width:

            def lines_of(parts, indent, first=None):
                lines, line = [], []
                length = (len(first) if first is not None else len(indent)) - 1
                for part in parts:
                    if length + 1 + len(part) > self.width and line:
                        lines.append(indent + ' '.join(line))
                        line = []
                        length = len(indent) - 1
                    line.append(part)
                    length += len(part) + 1
                if line:
                    lines.append(indent + ' '.join(line))
                if first is not None:
                    lines[0] = lines[0][len(indent):]
                return lines

            words = self._words(option_parts), self._words(other_parts)
            if len(prefix) + len(self.prog) <= 0.75 * self.width:
                indent = ' ' * (len(prefix) + len(self.prog) + 1)
                if words[0]:
                    lines = lines_of([self.prog] + words[0], indent, prefix)
                    lines.extend(lines_of(words[1], indent))
                elif words[1]:
                    lines = lines_of([self.prog] + words[1], indent, prefix)
                else:
                    lines = [self.prog]
            else:
                indent = ' ' * len(prefix)
                lines = lines_of(words[0] + words[1], indent)
                if len(lines) > 1:
                    lines = lines_of(words[0], indent) + lines_of(words[1], indent)
                lines = [self.prog] + lines
            text = '\n'.join(lines)
        return prefix + text + '\n\n'

    def _words(self, parts):
        """The pieces that a line may be broken between: members of exclusive groups stand alone."""
        out = []
        for part in parts:
            if part.endswith('...]') and ' [' in part and not part.startswith('['):
                head, _, tail = part.partition(' [')
                out.extend(head.split(' ') if ' ' in head and not head.startswith('-') else [head])
                out.append('[' + tail)
            elif part.startswith(('[', '(')) or part.endswith('|') or part.startswith('{'):
                out.append(part)
            elif part.startswith('-'):
                out.extend(part.split(' '))
            else:
                out.extend(part.split(' '))
        return out

    def text(self, text):
        if '%(prog)' in text:
            text = text % {'prog': self.prog}
        if self.raw_text:
            return text + '\n\n' if text.endswith('\n') is False else text + '\n'
        return '\n'.join(_wrap(' '.join(text.split()), max(self.width, 11))) + '\n\n'

    def help_text(self, action):
        text = action.help
        if self.shows_defaults and '%(default)' not in text and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in ('?', '*'):
                text += ' (default: %(default)s)'
        if '%' not in text:
            return text
        values = {name: value for name, value in vars(action).items() if value is not SUPPRESS}
        values['prog'] = self.prog
        for name, value in list(values.items()):
            if hasattr(value, '__name__'):
                values[name] = value.__name__
        if values.get('choices') is not None:
            values['choices'] = ', '.join([str(choice) for choice in values['choices']])
        return text % values

    def entries(self, action, indent):
        """(action, indent) of what is shown for an action: subcommands stand below their list."""
        out = [(action, indent)]
        for choice in getattr(action, 'listed', []):
            out.append((choice, indent + self.step))
        return out

    def action(self, action, indent, position):
        width = max(self.width - position, 11)
        room = position - indent - 2
        head = self.invocation(action)
        if action.help is None:
            return ' ' * indent + head + '\n'
        text = self.help_text(action)
        if len(head) <= room:
            line = ' ' * indent + head.ljust(room) + '  '
            first = 0
        else:
            line = ' ' * indent + head + '\n'
            first = position
        if not text.strip():
            return line if line.endswith('\n') else line.rstrip() + '\n'
        lines = text.split('\n') if self.raw_help else _wrap(' '.join(text.split()), width)
        out = line + ' ' * first + lines[0] + '\n'
        for rest in lines[1:]:
            out += ' ' * position + rest + '\n'
        return out


class RawDescriptionHelpFormatter(HelpFormatter):
    """Descriptions keep their lines."""

    __module__ = 'argparse'
    raw_text = True


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """All texts keep their lines."""

    __module__ = 'argparse'
    raw_help = True


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Defaults are shown."""

    __module__ = 'argparse'
    shows_defaults = True


class MetavarTypeHelpFormatter(HelpFormatter):
    """Values are named by their types."""

    __module__ = 'argparse'
    type_names = True


_ACTIONS = {None: _Store, 'store': _Store, 'store_const': _StoreConst, 'store_true': _StoreTrue,
            'store_false': _StoreFalse, 'append': _Append, 'append_const': _AppendConst, 'extend': _Extend,
            'count': _Count, 'help': _Help, 'version': _Version}


class _Group:
    """Arguments under one heading, or of which one may be given."""

    def __init__(self, parser, title=None, description=None, exclusive=False, required=False, heading=None):
        self._parser = parser
        self.title = title
        self.description = description
        self.required = required
        self.exclusive = exclusive
        self.actions = []
        self._heading = heading

    def add_argument(self, *args, **kwargs):
        """One argument."""
        action = self._parser._make(args, kwargs)
        if self.exclusive and action.required and not self._allowed(action):
            raise ValueError('mutually exclusive arguments must be optional')
        self.actions.append(action)
        if self.exclusive:
            (self._heading or (self._parser._optionals if action.option_strings else
                               self._parser._positionals)).actions.append(action)
        return action

    def _allowed(self, action):
        return not action.option_strings and action.nargs in ('?', '*')

    def add_mutually_exclusive_group(self, *, required=False):
        """Arguments of which one may be given."""
        group = _Group(self._parser, exclusive=True, required=required, heading=None if self.exclusive else self)
        self._parser._exclusive.append(group)
        return group

    def add_argument_group(self, *args, **kwargs):
        return self._parser.add_argument_group(*args, **kwargs)

    def set_defaults(self, **kwargs):
        self._parser.set_defaults(**kwargs)


class ArgumentParser:
    """Reads a command line."""

    __module__ = 'argparse'

    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=HelpFormatter,
                 prefix_chars='-', fromfile_prefix_chars=None, argument_default=None, conflict_handler='error',
                 add_help=True, allow_abbrev=True, exit_on_error=True):
        self.prog = _os.path.basename(_sys.argv[0]) if prog is None else prog
        self.usage = usage
        self.description = description
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.prefix_chars = prefix_chars
        self.argument_default = argument_default
        self.conflict_handler = conflict_handler
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self.version = None
        self._actions = []
        self._options = {}
        self._defaults = {}
        self._exclusive = []
        self._positionals = _Group(self, 'positional arguments')
        self._optionals = _Group(self, 'options')
        self._groups = [self._positionals, self._optionals]
        self._subparsers = None
        if add_help:
            first = '-' if '-' in prefix_chars else prefix_chars[0]
            self.add_argument(first + 'h', first * 2 + 'help', action='help', default=SUPPRESS,
                              help='show this help message and exit')
        for parent in parents:
            for action in parent._actions:
                if not isinstance(action, _Help):
                    self._register(action)
                    self._place(action)
            self._defaults.update(parent._defaults)

    def __repr__(self):
        return 'ArgumentParser(prog=%r, usage=%r, description=%r, formatter_class=%r, conflict_handler=%r, ' \
               'add_help=%r)' % (self.prog, self.usage, self.description, self.formatter_class, self.conflict_handler,
                                 self.add_help)

    # What a program takes.

    def _place(self, action):
        (self._optionals if action.option_strings else self._positionals).actions.append(action)

    def add_argument(self, *args, **kwargs):
        """One argument: a name, or options such as '-n', '--number'."""
        action = self._make(args, kwargs)
        self._place(action)
        return action

    def _make(self, args, kwargs):
        kwargs = dict(kwargs)
        prefixes = self.prefix_chars
        if not args or len(args) == 1 and args[0][0] not in prefixes:
            if args and 'dest' in kwargs:
                raise ValueError('dest supplied twice for positional argument')
            dest = args[0] if args else kwargs.pop('dest')
            if 'required' in kwargs:
                raise TypeError("'required' is an invalid argument for positionals")
            nargs = kwargs.get('nargs')
            required = nargs not in ('?', '*', REMAINDER, SUPPRESS)
            if nargs == '*' and 'default' not in kwargs:
                required = True
            options = []
            if kwargs.get('action') not in ('store_true', 'store_false', 'store_const', 'count', 'version', 'help',
                                            'append_const'):
                kwargs['required'] = required
        else:
            options = list(args)
            for option in options:
                if option[0] not in prefixes:
                    raise ValueError('invalid option string %r: must start with a character %r' % (option, prefixes))
            dest = kwargs.pop('dest', None)
            if dest is None:
                long = [option for option in options if len(option) > 1 and option[1] in prefixes]
                dest = (long or options)[0].lstrip(prefixes)
                if not dest:
                    raise ValueError('dest= is required for options like %r' % options[0])
                dest = dest.replace('-', '_')
        if 'default' not in kwargs:
            if dest in self._defaults:
                kwargs['default'] = self._defaults[dest]
            elif self.argument_default is not None:
                kwargs['default'] = self.argument_default
        how = kwargs.pop('action', None)
        kind = _ACTIONS.get(how) if how is None or isinstance(how, str) else how
        if kind is None:
            raise ValueError('unknown action "%s"' % how)
        action = kind(options, dest, **kwargs) if kind not in (_Help, _Version) else kind(options, **kwargs)
        if action.type is not None and not callable(action.type):
            raise ValueError('%r is not callable' % (action.type,))
        if isinstance(action, (_Store, _Append)) and not isinstance(action, _StoreConst):
            if action.nargs == 0:
                raise ValueError('nargs for store actions must be != 0; if you have nothing to store, actions such as '
                                 'store true or store const may be more appropriate')
            if action.const is not None and action.nargs != '?':
                raise ValueError("nargs must be '?' to supply const")
        self._register(action)
        return action

    def _register(self, action):
        taken = [option for option in action.option_strings if option in self._options]
        if taken:
            if self.conflict_handler == 'error':
                raise ArgumentError(action, 'conflicting option string%s: %s' %
                                    ('' if len(taken) == 1 else 's', ', '.join(taken)))
            for option in taken:
                other = self._options[option]
                other.option_strings.remove(option)
                if not other.option_strings:
                    self._actions.remove(other)
                    for group in self._groups:
                        if other in group.actions:
                            group.actions.remove(other)
        self._actions.append(action)
        for option in action.option_strings:
            self._options[option] = action

    def add_argument_group(self, title=None, description=None):
        """Arguments under a heading of their own."""
        group = _Group(self, title, description)
        self._groups.append(group)
        return group

    def add_mutually_exclusive_group(self, *, required=False):
        """Arguments of which one may be given."""
        group = _Group(self, exclusive=True, required=required)
        self._exclusive.append(group)
        return group

    def add_subparsers(self, *, title=None, description=None, prog=None, parser_class=None, dest=SUPPRESS,
                       required=False, help=None, metavar=None, action=None):
        """Subcommands, each with a parser of its own."""
        if self._subparsers is not None:
            self.error('cannot have multiple subparser arguments')
        group = self._positionals
        if title is not None or description is not None:
            group = self.add_argument_group(title or 'subcommands', description)
        if prog is None:
            formatter = self.formatter_class(prog=self.prog)
            positionals = [a for a in self._actions if not a.option_strings]
            prog = formatter.usage(self.usage, positionals, self._exclusive, '').strip()
        made = _SubParsers([], prog, parser_class or type(self), dest, required, help, metavar)
        self._subparsers = made
        self._register(made)
        group.actions.append(made)
        return made

    def set_defaults(self, **kwargs):
        """Values of attributes where no argument says otherwise."""
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        """The value of an attribute where no argument says otherwise."""
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    # Reading.

    def parse_args(self, args=None, namespace=None):
        """What the command line says, as a Namespace."""
        found, unknown = self.parse_known_args(args, namespace)
        if unknown:
            self.error('unrecognized arguments: %s' % ' '.join(unknown))
        return found

    def parse_known_args(self, args=None, namespace=None):
        """The same, and what is not known."""
        args = list(_sys.argv[1:] if args is None else args)
        namespace = Namespace() if namespace is None else namespace
        for action in self._actions:
            if action.dest is not SUPPRESS and action.default is not SUPPRESS and not hasattr(namespace, action.dest):
                setattr(namespace, action.dest, action.default)
        for name, value in self._defaults.items():
            if not hasattr(namespace, name):
                setattr(namespace, name, value)
        if self.exit_on_error:
            try:
                unknown = self._read(args, namespace)
            except ArgumentError as error:
                self.error(str(error))
        else:
            unknown = self._read(args, namespace)
        if '_unrecognized_args' in namespace:
            unknown.extend(namespace._unrecognized_args)
            delattr(namespace, '_unrecognized_args')
        return namespace, unknown

    def _looks_negative(self, text):
        if not text.startswith('-') or len(text) < 2:
            return False
        digits = text[1:]
        whole, dot, part = digits.partition('.')
        return (whole + part).isdigit() and (whole.isdigit() or whole == '') and (not dot or part.isdigit())

    def _option_of(self, text):
        """(action, option, value behind '=') of a text; None for an argument; (None, ...) for an unknown option."""
        if not text or text[0] not in self.prefix_chars:
            return None
        if text in self._options:
            return self._options[text], text, None
        if len(text) == 1:
            return None
        if '=' in text:
            option, _, value = text.partition('=')
            if option in self._options:
                return self._options[option], option, value
        found = self._abbreviated(text)
        if len(found) > 1:
            names = ', '.join([option for action, option, value in found])
            raise ArgumentError(None, 'ambiguous option: %s could match %s' % (text, names))
        if found:
            return found[0]
        if self._looks_negative(text) and not any([self._looks_negative(option) for option in self._options]):
            return None
        if ' ' in text:
            return None
        return None, text, None

    def _abbreviated(self, text):
        out = []
        if len(text) > 1 and text[1] in self.prefix_chars:
            if self.allow_abbrev:
                option, equals, value = text.partition('=')
                for name, action in self._options.items():
                    if name.startswith(option):
                        out.append((action, name, value if equals else None))
        else:
            short, rest = text[:2], text[2:]
            for name, action in self._options.items():
                if name == short:
                    out.append((action, name, rest))
                elif self.allow_abbrev and name.startswith(text):
                    out.append((action, name, None))
        return out

    def _read(self, args, namespace):
        kinds = []
        options = {}
        plain = False
        for at, text in enumerate(args):
            if plain:
                kinds.append('A')
            elif text == '--':
                kinds.append('-')
                plain = True
            else:
                found = self._option_of(text)
                if found is None:
                    kinds.append('A')
                else:
                    options[at] = found
                    kinds.append('O')
        seen = set()
        given = []
        unknown = []
        positionals = [action for action in self._actions if not action.option_strings]

        def take(action, texts, option=None):
            seen.add(id(action))
            value = self._values(action, texts)
            if value is not action.default:
                given.append(action)
                for group in self._exclusive:
                    if action in group.actions:
                        for other in group.actions:
                            if other is not action and other in given:
                                raise ArgumentError(action, 'not allowed with argument %s' % _name_of(other))
            if value is not SUPPRESS:
                action(self, namespace, value, option)

        def consume_positionals(at):
            counts = _match_partial(positionals, kinds[at:])
            for action, count in zip(list(positionals), counts):
                texts = args[at:at + count]
                at += count
                positionals.pop(0)
                take(action, texts)
            return at

        def consume_option(at):
            action, option, value = options[at]
            while True:
                if action is None:
                    unknown.append(args[at])
                    return at + 1
                if value is not None:
                    count = _match(action, ['A'], None)
                    if count == 0 and option[1] not in self.prefix_chars and value != '':
                        # -xvf: several flags in one
                        take(action, [], option)
                        option = option[0] + value[0]
                        rest = value[1:] or None
                        if option in self._options:
                            action, value = self._options[option], rest
                            if rest is not None and rest.startswith('='):
                                value = rest[1:]
                            if value is None and action.nargs != 0:
                                break
                            if value is None:
                                take(action, [], option)
                                return at + 1
                            continue
                        raise ArgumentError(action, 'ignored explicit argument %r' % value)
                    if count == 1:
                        take(action, [value], option)
                        return at + 1
                    raise ArgumentError(action, 'ignored explicit argument %r' % value)
                break
            start = at + 1
            count = _match(action, kinds[start:], self)
            take(action, args[start:start + count], option)
            return start + count

        at = 0
        last = max(options) if options else -1
        while at <= last:
            following = min([place for place in options if place >= at])
            if at != following:
                after = consume_positionals(at)
                if after > at:
                    at = after
                    continue
            if at not in options:
                unknown.extend(args[at:following])
                at = following
            at = consume_option(at)
        at = consume_positionals(at)
        unknown.extend(args[at:])

        missing = []
        for action in self._actions:
            if id(action) in seen:
                continue
            if action.required:
                missing.append(_name_of(action))
            elif isinstance(action.default, str) and getattr(namespace, action.dest, None) is action.default:
                if action.type is not None:
                    setattr(namespace, action.dest, self._value(action, action.default))
        if missing:
            self.error('the following arguments are required: %s' % ', '.join([str(name) for name in missing]))
        for group in self._exclusive:
            if group.required and not any([action in given for action in group.actions]):
                names = [_name_of(action) for action in group.actions if action.help is not SUPPRESS]
                self.error('one of the arguments %s is required' % ' '.join(names))
        return unknown

    def _values(self, action, texts):
        nargs = action.nargs
        if nargs not in (PARSER, REMAINDER) and '--' in texts:
            texts = list(texts)
            texts.remove('--')
        if not texts and nargs == '?':
            value = action.const if action.option_strings else action.default
            if isinstance(value, str):
                value = self._value(action, value)
                self._check(action, value)
            return value
        if not texts and nargs == '*' and not action.option_strings:
            if action.default is not None:
                return action.default
            return []
        if len(texts) == 1 and nargs in (None, '?'):
            value = self._value(action, texts[0])
            self._check(action, value)
            return value
        if nargs == REMAINDER:
            return [self._value(action, text) for text in texts]
        if nargs == PARSER:
            self._check(action, texts[0])
            return list(texts)
        if nargs == 0:
            return []
        values = [self._value(action, text) for text in texts]
        for value in values:
            self._check(action, value)
        return values

    def _value(self, action, text):
        kind = action.type
        if kind is None:
            return text
        try:
            return kind(text)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error)) from None
        except (TypeError, ValueError):
            name = getattr(kind, '__name__', repr(kind))
            raise ArgumentError(action, 'invalid %s value: %r' % (name, text)) from None

    def _check(self, action, value):
        if action.choices is not None and value not in action.choices:
            choices = ', '.join([repr(choice) for choice in action.choices])
            raise ArgumentError(action, 'invalid choice: %r (choose from %s)' % (value, choices))

    # Texts.

    def format_usage(self):
        """The usage line."""
        formatter = self.formatter_class(prog=self.prog)
        return formatter.usage(self.usage, self._actions, self._exclusive).rstrip('\n') + '\n'

    def format_help(self):
        """The whole help."""
        formatter = self.formatter_class(prog=self.prog)
        text = formatter.usage(self.usage, self._actions, self._exclusive)
        if self.description:
            text += formatter.text(self.description)
        longest = 0
        for group in self._groups:
            for action in group.actions:
                if action.help is not SUPPRESS:
                    for entry, indent in formatter.entries(action, formatter.step):
                        longest = max(longest, len(formatter.invocation(entry)) + indent)
        position = min(longest + 2, formatter.max_position)
        for group in self._groups:
            shown = [action for action in group.actions if action.help is not SUPPRESS]
            if not shown and not group.description:
                continue
            if group.title is not None:
                text += group.title + ':\n'
            if group.description:
                lines = _wrap(' '.join(group.description.split()), formatter.width - 2)
                text += ''.join(['  ' + line + '\n' for line in lines]) + '\n'
            for action in shown:
                for entry, indent in formatter.entries(action, formatter.step):
                    text += formatter.action(entry, indent, position)
            text += '\n'
        if self.epilog:
            text += formatter.text(self.epilog)
        return text.rstrip('\n') + '\n'

    def print_usage(self, file=None):
        """Prints the usage line."""
        (_sys.stdout if file is None else file).write(self.format_usage())

    def print_help(self, file=None):
        """Prints the whole help."""
        (_sys.stdout if file is None else file).write(self.format_help())

    def exit(self, status=0, message=None):
        """Ends the program."""
        if message:
            _sys.stderr.write(message)
        _sys.exit(status)

    def error(self, message):
        """Prints the usage and what is wrong, and ends the program with status 2."""
        self.print_usage(_sys.stderr)
        self.exit(2, '%s: error: %s\n' % (self.prog, message))


def _range(action):
    """The least and the most arguments that an action takes."""
    nargs = action.nargs
    if nargs is None:
        return 1, 1
    if nargs == '?':
        return 0, 1
    if nargs == '*' or nargs == REMAINDER:
        return 0, 1 << 30
    if nargs == '+' or nargs == PARSER:
        return 1, 1 << 30
    if nargs == SUPPRESS:
        return 0, 0
    return nargs, nargs


def _run(kinds, whole):
    """How many arguments stand here, and how many places they take ('--' is a place)."""
    count = 0
    while count < len(kinds) and (kinds[count] == 'A' or kinds[count] == '-' or whole):
        count += 1
    return count


def _match(action, kinds, parser):
    """How many places an option takes."""
    least, most = _range(action)
    nargs = action.nargs
    count = 0
    if nargs in (REMAINDER, PARSER):
        count = len(kinds)
        if nargs == PARSER and (not kinds or kinds[0] != 'A'):
            count = 0
    else:
        while count < len(kinds) and kinds[count] == 'A' and count < most:
            count += 1
    if count < least:
        if nargs is None:
            raise ArgumentError(action, 'expected one argument')
        if nargs == '+' or nargs == PARSER:
            raise ArgumentError(action, 'expected at least one argument')
        raise ArgumentError(action, 'expected %s argument%s' % (nargs, '' if nargs == 1 else 's'))
    if nargs == '?' and count == 0 and parser is None:
        return 0
    return count


def _match_partial(actions, kinds):
    """How many places each of the first actions takes: as many actions as can be served."""
    run = 0
    while run < len(kinds) and kinds[run] in 'A-':
        run += 1
    for used in range(len(actions), 0, -1):
        counts = _divide(actions[:used], kinds, run)
        if counts is not None:
            return counts
    return []


def _divide(actions, kinds, run):
    """Places of each action, the first ones taking as many as they can; None where some get too few."""
    if not actions:
        return []
    action = actions[0]
    least, most = _range(action)
    if action.nargs in (REMAINDER, PARSER):
        total = len(kinds)
        if action.nargs == PARSER and (not kinds or kinds[0] not in 'A-' or total < 1):
            return None
        return [total] + [0] * (len(actions) - 1) if all([_range(other)[0] == 0 for other in actions[1:]]) else None
    dashes = kinds[:run].count('-')
    available = run - dashes
    rest = sum([_range(other)[0] for other in actions[1:]])
    count = min(most, available - rest)
    if count < least:
        return None
    places = 0
    taken = 0
    while taken < count or places < run and kinds[places] == '-' and taken <= count and count > 0:
        if kinds[places] != '-':
            if taken == count:
                break
            taken += 1
        places += 1
    others = _divide(actions[1:], kinds[places:], run - places)
    return None if others is None else [places] + others
