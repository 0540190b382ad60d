# async with: entering, leaving, swallowing, and ways out of it.
import asyncio


class Door:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    async def __aenter__(self):
        await asyncio.sleep(0)
        print('open', self.name)
        return self.name.upper()

    async def __aexit__(self, kind, value, trace):
        await asyncio.sleep(0)
        print('close', self.name, kind.__name__ if kind else None)
        return self.swallow


async def early():
    async with Door('x') as x, Door('y'):
        return x


async def main():
    async with Door('a') as a:
        print(a)
    async with Door('b', True):
        raise ValueError('gone')
    try:
        async with Door('c'):
            raise ValueError('kept')
    except ValueError as error:
        print(error)
    for i in range(3):
        async with Door(str(i)):
            if i == 0:
                continue
            break
    print(await early())
    for thing in (3, type('Half', (), {'__aenter__': None})()):
        try:
            async with thing:
                pass
        except TypeError as error:
            print(error)

asyncio.run(main())
