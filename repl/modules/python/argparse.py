"""argparse: what stands behind a program's name on the command line."""
import os as _os
import sys as _sys
from _argparse_help import (SUPPRESS, OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, REMAINDER, PARSER, HelpFormatter,
                            RawDescriptionHelpFormatter, RawTextHelpFormatter, ArgumentDefaultsHelpFormatter,
                            MetavarTypeHelpFormatter, _wrap)
from _argparse_action import (ArgumentError, ArgumentTypeError, Namespace, Action, BooleanOptionalAction, FileType,
                              _ACTIONS, _SubParsers, _Store, _StoreConst, _Append, _Help, _Version, _name_of)
from _argparse_group import _Group
from _argparse_match import _match, _match_partial

__all__ = ['ArgumentParser', 'ArgumentError', 'ArgumentTypeError', 'BooleanOptionalAction', 'FileType', 'HelpFormatter',
           'ArgumentDefaultsHelpFormatter', 'RawDescriptionHelpFormatter', 'RawTextHelpFormatter',
           'MetavarTypeHelpFormatter', 'Namespace', 'Action', 'ONE_OR_MORE', 'OPTIONAL', 'PARSER', 'REMAINDER',
           'SUPPRESS', 'ZERO_OR_MORE']


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
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self.version = None
        self._registries = {'action': dict(_ACTIONS), 'type': {None: None}}
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
            self._take_over(parent)
            self._defaults.update(parent._defaults)

    def __repr__(self):
        return 'ArgumentParser(prog=%r, usage=%r, description=%r, formatter_class=%r, conflict_handler=%r, ' \
               'add_help=%r)' % (self.prog, self.usage, self.description, self.formatter_class, self.conflict_handler,
                                 self.add_help)

    # What a program takes.

    def register(self, registry_name, value, object):
        """Gives an action or a type a name by which add_argument() knows it."""
        self._registries[registry_name][value] = object

    def _take_over(self, parent):
        """The arguments of another parser, in groups like its own."""
        mine = {group.title: group for group in self._groups}
        homes = {}
        for group in parent._groups:
            if group.title not in mine:
                mine[group.title] = self.add_argument_group(group.title, group.description)
            homes.update((id(action), mine[group.title]) for action in group.actions)
        for action in parent._actions:
            self._register(action)
            homes[id(action)].actions.append(action)
        for group in parent._exclusive:
            copy = self.add_mutually_exclusive_group(required=group.required)
            copy.actions.extend(group.actions)

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
        kind = self._registries['action'].get(how) if how is None or isinstance(how, str) else how
        if kind is None or not callable(kind):
            raise ValueError('unknown action "%s"' % (how,))
        if isinstance(kwargs.get('type'), str):
            kwargs['type'] = self._registries['type'].get(kwargs['type'], kwargs['type'])
        action = kind(options, dest, **kwargs) if kind not in (_Help, _Version) else kind(options, **kwargs)
        if action.type is not None and not callable(action.type):
            raise ValueError('%r is not callable' % (action.type,))
        if action.type is FileType:
            raise ValueError('%r is a FileType class object, instance of it must be passed' % (FileType,))
        self._check_shape(action)
        if isinstance(action, (_Store, _Append)) and not isinstance(action, _StoreConst):
            if action.nargs == 0:
                raise ValueError('nargs for store actions must be != 0; if you have nothing to store, actions such as '
                                 'store true or store const may be more appropriate')
            if action.const is not None and action.nargs != '?':
                raise ValueError("nargs must be '?' to supply const")
        self._register(action)
        return action

    def _check_shape(self, action):
        """Raises ValueError where nargs is none, or metavar has not as many names."""
        nargs = action.nargs
        if nargs not in (None, OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, REMAINDER, PARSER, SUPPRESS) \
                and not isinstance(nargs, int):
            raise ValueError('invalid nargs value')
        if isinstance(action.metavar, tuple):
            wanted = {None: 1, OPTIONAL: 1, ONE_OR_MORE: 2, REMAINDER: None, PARSER: 1}.get(nargs, nargs)
            if nargs == ZERO_OR_MORE:
                wanted = len(action.metavar) if len(action.metavar) in (1, 2) else -1
            if wanted is not None and len(action.metavar) != wanted:
                raise ValueError('length of metavar tuple does not match nargs')

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

    def convert_arg_line_to_args(self, arg_line):
        """The arguments that a line of a file stands for."""
        return [arg_line]

    def _from_files(self, args):
        """The arguments with those that files hold in the place of the files' names."""
        out = []
        for text in args:
            if not text or text[0] not in self.fromfile_prefix_chars:
                out.append(text)
                continue
            try:
                with open(text[1:]) as file:
                    lines = file.read().splitlines()
            except OSError as error:
                raise ArgumentError(None, str(error)) from None
            for line in lines:
                out += self._from_files(self.convert_arg_line_to_args(line))
        return out

    def parse_intermixed_args(self, args=None, namespace=None):
        """Likewise, where options may stand between positional arguments that belong together."""
        found, unknown = self.parse_known_intermixed_args(args, namespace)
        if unknown:
            self.error('unrecognized arguments: %s' % ' '.join(unknown))
        return found

    def parse_known_intermixed_args(self, args=None, namespace=None):
        """The same, and what is not known: the options are read first, then what is left."""
        positionals = [action for action in self._actions if not action.option_strings]
        odd = [action for action in positionals if action.nargs in (PARSER, REMAINDER)]
        if odd:
            raise TypeError('parse_intermixed_args: positional arg with nargs=%s' % odd[0].nargs)
        if any(action in group.actions for group in self._exclusive for action in positionals):
            raise TypeError('parse_intermixed_args: positional in mutuallyExclusiveGroup')
        options = [action for action in self._actions if action.option_strings]
        everything, defaults = self._actions, self._defaults
        try:
            self._actions = options
            namespace, left = self.parse_known_args(args, namespace)
            self._actions, self._defaults = positionals, {}
            required = [(group, group.required) for group in self._exclusive]
            for group in self._exclusive:
                group.required = False
            try:
                return self.parse_known_args(left, namespace)
            finally:
                for group, was in required:
                    group.required = was
        finally:
            self._actions, self._defaults = everything, defaults

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
                unknown = self._read(self._from_files(args) if self.fromfile_prefix_chars else args, namespace)
            except ArgumentError as error:
                self.error(str(error))
        else:
            unknown = self._read(self._from_files(args) if self.fromfile_prefix_chars else args, namespace)
        if hasattr(namespace, '_unrecognized_args'):
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
            self.error('ambiguous option: %s could match %s' % (text, names))
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
                text += formatter.text(group.description, 2)
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
        if message and _sys.stderr is not None:
            _sys.stderr.write(message)
        _sys.exit(status)

    def error(self, message):
        """Prints the usage and what is wrong, and ends the program with status 2."""
        self.print_usage(_sys.stderr)
        self.exit(2, '%s: error: %s\n' % (self.prog, message))
