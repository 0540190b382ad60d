# Awaiting what cannot be awaited ends the program.
async def f():
    print('before')
    await 3

coroutine = f()
print(type(coroutine))
coroutine.send(None)
