"""How long something takes."""
import time as _time

default_timer = _time.perf_counter
default_number = 1000000
default_repeat = 5


class Timer:
    """Times a function; a statement in a str is not understood."""

    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        self.timer = timer
        self._stmt = self._runner(stmt, globals, 'stmt')
        self._setup = self._runner(setup, globals, 'setup')

    def _runner(self, code, names, what):
        if callable(code):
            return code
        if not isinstance(code, str):
            raise ValueError(f'{what} is neither a string nor callable')
        if code == 'pass':
            return lambda: None
        raise NotImplementedError(f'timeit: {what} must be a function, a text is not compiled')

    def timeit(self, number=default_number):
        self._setup()
        statement, timer = self._stmt, self.timer
        start = timer()
        for _ in range(number):
            statement()
        return timer() - start

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
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
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
