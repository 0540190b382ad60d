"""How help and usage are laid out, for argparse."""

SUPPRESS = '==SUPPRESS=='
OPTIONAL = '?'
ZERO_OR_MORE = '*'
ONE_OR_MORE = '+'
REMAINDER = '...'
PARSER = 'A...'


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
        if usage == SUPPRESS:
            return ''
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

    def text(self, text, indent=0):
        """A paragraph, as it is written or as wide as the screen."""
        if '%(prog)' in text:
            text = text % {'prog': self.prog}
        pad = ' ' * indent
        if self.raw_text:
            lines = ''.join(pad + line for line in text.splitlines(keepends=True))
            return lines + ('\n' if lines.endswith('\n') else '\n\n')
        return '\n'.join(pad + line for line in _wrap(' '.join(text.split()), max(self.width - indent, 11))) + '\n\n'

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
