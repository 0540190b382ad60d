# What surrounds tests: modules, classes, cleanups, subtests; and where it fails.
import contextlib
import io
import unittest

calls = []


@contextlib.contextmanager
def resource(name):
    calls.append('open ' + name)
    yield name
    calls.append('close ' + name)


def setUpModule():
    calls.append('module')
    unittest.addModuleCleanup(calls.append, 'module cleanup')
    unittest.enterModuleContext(resource('m'))


def tearDownModule():
    calls.append('module down')


class First(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.addClassCleanup(calls.append, 'class cleanup')
        cls.enterClassContext(resource('c'))

    def test_context(self):
        calls.append(self.enterContext(resource('t')))
        self.addCleanup(calls.append, 'cleanup')

    def test_subtests(self):
        for i in range(4):
            with self.subTest('number', i=i):
                with self.subTest(j=i * i):
                    self.assertLess(i * i, 4)

    @unittest.expectedFailure
    def test_known(self):
        with self.subTest():
            self.fail('known')

    @unittest.expectedFailure
    def test_works(self):
        pass

    def test_no_manager(self):
        self.enterContext(5)


class Broken(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.addClassCleanup(lambda: 1 / 0)
        raise ValueError('no class')

    def test_never(self):
        calls.append('never')


class Skipped(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise unittest.SkipTest('not here')

    def test_never(self):
        calls.append('never')


suite = unittest.defaultTestLoader.loadTestsFromModule(__import__('__main__'))
stream = io.StringIO()
result = unittest.TextTestRunner(stream, verbosity=2).run(suite)
print([line for line in stream.getvalue().splitlines() if not line.startswith(('  File', '    ', 'Ran'))])
print(calls)
for test, text in result.errors + result.failures + result.skipped:
    print(test, '|', text.splitlines()[-1])
print(result, suite.countTestCases(), len(result.unexpectedSuccesses))

made = unittest.FunctionTestCase(lambda: calls.append('ran'), description='a function')
print(made.shortDescription(), made.run().wasSuccessful(), calls[-1])
for wrong in (5, First):
    try:
        unittest.TestSuite().addTest(wrong)
    except TypeError as e:
        print(e)
try:
    unittest.TestSuite('ab')
except TypeError as e:
    print(e)
try:
    First('test_none')
except ValueError as e:
    print(e)
try:
    unittest.TestSuite([Broken('test_never')]).debug()
except ValueError as e:
    print('debug', e)
subtest = unittest.case._SubTest(made, 'of it', {})
print(subtest)
try:
    subtest.runTest()
except NotImplementedError as e:
    print(e)


@unittest.skip('all of it')
class Left(unittest.TestCase):
    def test_a(self):
        pass


try:
    Left('test_a').debug()
except unittest.SkipTest as e:
    print('skip', e)


class Buffered(unittest.TestCase):
    def test_prints(self):
        print('from the test')
        self.fail('f')


stream = io.StringIO()
unittest.TextTestRunner(stream, buffer=True, failfast=True).run(Buffered('test_prints'))
print('Stdout:\nfrom the test' in stream.getvalue())
