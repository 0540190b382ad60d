"""How long something takes."""
import itertools
import time as _time

dummy_src_name = '<timeit-src>'
default_number = 1000000
default_repeat = 5
default_timer = _time.perf_counter
_globals = globals

_template = """\
def inner(_it, _timer{init}):
    {setup}
    _t0 = _timer()
    for _i in _it:
        {stmt}
        pass
    _t1 = _timer()
    return _t1 - _t0
"""


def reindent(src, indent):
    """The lines of a text, all but the first one indented."""
    return src.replace('\n', '\n' + ' ' * indent)


class Timer:
    """Times a statement: a text or a function."""

    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        self.timer = timer
        names = {}
        outer = _globals() if globals is None else globals
        init = ''
        if isinstance(setup, str):
            compile(setup, dummy_src_name, 'exec')
            setup_text, before = reindent(setup, 4), setup + '\n'
        elif callable(setup):
            names['_setup'] = setup
            init += ', _setup=_setup'
            setup_text, before = '_setup()', ''
        else:
            raise ValueError('setup is neither a string nor callable')
        if isinstance(stmt, str):
            compile(before + stmt, dummy_src_name, 'exec')
            stmt_text = reindent(stmt, 8)
        elif callable(stmt):
            names['_stmt'] = stmt
            init += ', _stmt=_stmt'
            stmt_text = '_stmt()'
        else:
            raise ValueError('stmt is neither a string nor callable')
        self.src = _template.format(stmt=stmt_text, setup=setup_text, init=init)
        exec(compile(self.src, dummy_src_name, 'exec'), outer, names)
        self.inner = names['inner']

    def print_exc(self, file=None):
        """Prints the traceback of an error in the statement."""
        import traceback
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        """The seconds that some runs of the statement take."""
        return self.inner(itertools.repeat(None, number), self.timer)

    def repeat(self, repeat=default_repeat, number=default_number):
        """timeit() some times over."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """(number, seconds) with a number of runs that takes long enough."""
        i = 1
        while True:
            for j in 1, 2, 5:
                number = i * j
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            i *= 10


def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    """The seconds that some runs of a statement take."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    """timeit() some times over."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
