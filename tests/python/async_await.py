# Coroutines without a loop: what send() and throw() do.
class Ask:
    def __init__(self, question):
        self.question = question

    def __await__(self):
        answer = yield self.question
        return f'{self.question}={answer}'


async def inner(x):
    return await Ask(x)


async def outer():
    a = await inner('a')
    try:
        b = await inner('b')
    except KeyError as error:
        b = repr(error)
    return a, b

c = outer()
print(type(c).__name__, c.__name__, c.__qualname__, c.cr_running, c.cr_await)
print(c.send(None), type(c.cr_await).__name__, c.cr_code.co_name)
print(c.send(1))
try:
    c.throw(KeyError('k'))
except StopIteration as stop:
    print(stop.value)
for call in (lambda: c.send(None), lambda: c.throw(ValueError), lambda: outer().send(3), lambda: c.close()):
    try:
        print(call())
    except (RuntimeError, TypeError) as error:
        print(type(error).__name__, error)
w = inner('w').__await__()
print(type(w).__name__, next(w))
try:
    w.send(2)
except StopIteration as stop:
    print(stop.value)
c.__name__ = 'other'
print(c.__name__, outer.__code__.co_flags & 128)
