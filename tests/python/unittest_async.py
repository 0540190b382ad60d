# Tests that are coroutines: one loop for a test, with its own context.
import asyncio
import contextlib
import contextvars
import io
import unittest

calls = []
user = contextvars.ContextVar('user', default='nobody')


@contextlib.asynccontextmanager
async def connection():
    calls.append('connect')
    yield 'line'
    calls.append('close')


class Waiting(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        calls.append('setUp')
        user.set('setUp')

    async def asyncSetUp(self):
        self.queue = asyncio.Queue()
        calls.append(await self.enterAsyncContext(connection()))
        self.addAsyncCleanup(self.bye)

    async def bye(self):
        calls.append('bye')

    async def asyncTearDown(self):
        calls.append('asyncTearDown')

    async def test_queue(self):
        await self.queue.put(3)
        self.assertEqual(await self.queue.get(), 3)
        self.assertEqual(user.get(), 'setUp')

    async def test_timeout(self):
        with self.assertRaises(asyncio.TimeoutError):
            await asyncio.wait_for(asyncio.sleep(5), 0.001)

    async def test_fails(self):
        await asyncio.sleep(0)
        self.assertEqual(await asyncio.gather(asyncio.sleep(0, 1)), [2])

    def test_plain(self):
        self.skipTest('plain')

    async def test_no_manager(self):
        await self.enterAsyncContext(5)


stream = io.StringIO()
result = unittest.TextTestRunner(stream, verbosity=2).run(unittest.defaultTestLoader.loadTestsFromTestCase(Waiting))
print(stream.getvalue().split('\n\n')[0])
print(result.failures[0][1].splitlines()[-6:])
print(result.errors[0][1].splitlines()[-1])
print(calls, user.get())
Waiting('test_queue').debug()
print(len(calls), issubclass(Waiting, unittest.TestCase))
