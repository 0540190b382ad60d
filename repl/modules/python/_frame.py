"""Frames as values: a picture of what runs at the moment when it is asked for."""
import _frames


class frame:
    """One running function: its code, where it is, its names as they were, and who called it."""

    def __init__(self, code, line, names, local, back=None):
        self.f_code = code
        self.f_lineno = line
        self.f_globals = names
        self.f_locals = local
        self.f_back = back
        self.f_lasti = 0
        self.f_trace = None

    @property
    def f_builtins(self):
        import builtins
        return vars(builtins)

    def clear(self):
        """Forgets the names."""
        self.f_locals = {}

    def __repr__(self):
        code = self.f_code
        return f'<frame at {id(self):#x}, file {code.co_filename!r}, line {self.f_lineno}, code {code.co_name}>'


frame.__module__ = 'builtins'


def running(depth=0):
    """The frame of the user's function that runs, or of one further out."""
    if depth < 0:
        depth = 0
    parts = _frames.frames()
    if depth >= len(parts):
        raise ValueError('call stack is not deep enough')
    made = None
    for part in reversed(parts[depth:]):
        made = frame(*part, made)
    return made
