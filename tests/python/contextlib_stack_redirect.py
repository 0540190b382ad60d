from contextlib import ExitStack, contextmanager, redirect_stdout
import io


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


@contextmanager
def tag(name):
    print('<', name)
    yield name
    print('>', name)


buffer = io.StringIO()
with redirect_stdout(buffer):
    print('hidden', 1)
print(repr(buffer.getvalue()))
with ExitStack() as stack:
    print([stack.enter_context(tag(name)) for name in 'xy'])
    stack.callback(print, 'called', end='!\n')
    stack.push(lambda *details: print('exit', details[0]))


def failing():
    with ExitStack() as inner:
        inner.callback(print, 'ran')
        raise RuntimeError('inside')


attempt(failing)
with ExitStack() as first:
    first.callback(print, 'kept')
    second = first.pop_all()
print('after')
second.close()
attempt(lambda: ExitStack().enter_context(3))
