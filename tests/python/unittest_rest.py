# What little programs of tests seldom call: ids, plain suites, Ctrl-C, empty hooks of coroutines.
import functools
import signal
import types
import unittest


class Sums(unittest.TestCase):
    def test_add(self):
        self.assertEqual(1 + 1, 2)


class Waits(unittest.IsolatedAsyncioTestCase):
    async def test_nothing(self):
        pass


test = Sums('test_add')
print(test.id(), 'IsolatedAsyncioTestCase' in dir(unittest), 'singledispatch' in dir(functools))
plain = unittest.BaseTestSuite([Sums('test_add'), Waits('test_nothing')])
unittest.BaseTestSuite([Sums('test_add'), Waits('test_nothing')]).debug()
result = unittest.TestResult()
plain.run(result)
print(result, result.printErrors(), plain.countTestCases())
before = signal.getsignal(signal.SIGINT)
unittest.installHandler()
unittest.registerResult(result)
print(signal.getsignal(signal.SIGINT) is before)
signal.raise_signal(signal.SIGINT)
print(result.shouldStop, unittest.removeResult(result), unittest.removeResult(result))


@unittest.removeHandler
def without():
    return signal.getsignal(signal.SIGINT) is before


print(without())
unittest.removeHandler()
print(signal.getsignal(signal.SIGINT) is before)


class Colour:
    @types.DynamicClassAttribute
    def name(self):
        return 'old'

    @name.getter
    def name(self):
        return 'new'


print(Colour().name)
