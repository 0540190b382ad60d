# What goes into generators by throw() and close(), through yield from as well.
class Walker:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        return self.n

    def throw(self, *details):
        print('throw', details)
        return 'thrown'

    def close(self):
        print('closed')


def through():
    yield from Walker()


walk = through()
print(next(walk), walk.throw(ValueError), walk.throw(ValueError, 'text'), next(walk))
walk.close()


def catches():
    while True:
        try:
            yield 'ready'
        except ValueError as error:
            print(repr(error))


g = catches()
next(g)
g.throw(ValueError, TypeError(1))
g.throw(ValueError, (1, 2))
g.throw(ValueError, ValueError(3))
g.throw(ValueError)


def inner():
    try:
        yield 'inner'
    except GeneratorExit:
        print('inner leaves')
        return 'result'


def stubborn():
    try:
        yield 'stubborn'
    except GeneratorExit:
        yield 'still here'


def outer(source):
    try:
        yield from source()
    except GeneratorExit:
        print('outer leaves')
        raise
    except RuntimeError as error:
        print('outer caught', error)
        yield 'after'


for source in (inner, stubborn):
    g = outer(source)
    next(g)
    try:
        print(g.throw(GeneratorExit))
    except GeneratorExit as error:
        print('out', repr(error))


def handling():
    try:
        raise KeyError('a')
    except KeyError:
        yield from inner()


g = handling()
next(g)
try:
    g.throw(ValueError)
except ValueError as error:
    print(repr(error.__context__))


def running():
    def child():
        try:
            yield 1
        except ValueError:
            try:
                next(g)
            except ValueError as error:
                print(error)
            yield 2
    yield from child()


g = running()
next(g)
print(g.throw(ValueError))
