from contextlib import ContextDecorator, closing, contextmanager, nullcontext, suppress


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


@contextmanager
def tag(name):
    print('<', name)
    try:
        yield name.upper()
    except KeyError as error:
        print('caught', error)
    finally:
        print('>', name)


class Timed(ContextDecorator):
    def __enter__(self):
        print('enter')
        return self

    def __exit__(self, *details):
        print('leave', details[0])
        return False


class Resource:
    def close(self):
        print('closed')


@Timed()
def body():
    print('body')


@tag('decorator')
def increment(x):
    return x + 1


@contextmanager
def twice():
    yield 1
    yield 2


def with_error():
    with tag('c'):
        raise ValueError('v')


def with_twice():
    with twice():
        pass


with tag('a') as value:
    print(value)
with tag('b'):
    raise KeyError('k')
print(increment(1), increment(2))
with suppress(ZeroDivisionError, KeyError):
    1 / 0
with closing(Resource()) as resource, nullcontext(5) as n:
    print(type(resource).__name__, n)
body()
attempt(with_error)
attempt(with_twice)
