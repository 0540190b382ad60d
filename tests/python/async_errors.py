# What the compiler and the machine say of async things in wrong places.
texts = ['async def f():\n yield 1\n return 2', 'def f():\n await x', 'await x', 'async def f():\n yield from x',
         'def f():\n async with x: pass', 'def f():\n return [x async for x in y]', 'async x',
         'def f():\n async for x in y: pass', 'async def f(): (await x) = 3', 'async def f(): del await x']
for text in texts:
    try:
        compile(text, 'text', 'exec')
        print('compiled')
    except SyntaxError as error:
        print(error.msg, error.lineno)


class Bad:
    def __await__(self):
        return 3


async def a(): await 3
async def b():
    async for x in 3: pass
async def c(): raise StopIteration
async def d(): await Bad()
async def e():
    async with 3: pass
async def g():
    raise StopAsyncIteration
    yield
async def f():
    async for x in g(): pass
for make in (a, b, c, d, e, f):
    try:
        make().send(None)
    except Exception as error:
        print(type(error).__name__, error)
try:
    for x in a():
        pass
except TypeError as error:
    print(error)
