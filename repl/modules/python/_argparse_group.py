"""argparse: arguments that belong together."""


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
