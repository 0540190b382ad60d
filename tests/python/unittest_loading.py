# How tests are found: by names, by patterns, in folders; what cannot be loaded is a test that fails.
import os
import sys
import unittest
import warnings


class Sums(unittest.TestCase):
    def test_add(self):
        self.assertEqual(1 + 1, 2)

    def test_sub(self):
        self.assertEqual(1 - 1, 0)

    @staticmethod
    def made():
        return Sums('test_add')

    @staticmethod
    def number():
        return 5


def all_sums():
    return unittest.TestSuite([Sums('test_add'), Sums('test_sub')])


module = sys.modules['__main__']
loader = unittest.TestLoader()
print(loader.loadTestsFromName('Sums', module))
print(loader.loadTestsFromName('Sums.test_add', module))
print(loader.loadTestsFromNames(['all_sums', 'Sums.made'], module))
for wrong in ('Sums.none', 'nothing'):
    suite = loader.loadTestsFromName(wrong, module)
    result = unittest.TestResult()
    suite.run(result)
    print(suite.countTestCases(), result.errors[0][1].splitlines()[-1])
print(len(loader.errors), loader.errors[0].splitlines()[0])
suite = loader.loadTestsFromName('no_such_module')
print(loader.errors[-1].splitlines()[0], list(suite)[0]._testMethodName)
for wrong in ('Sums.number', 'warnings'):
    try:
        print(loader.loadTestsFromName(wrong, module).countTestCases())
    except TypeError as e:
        print(str(e)[:8], str(e)[-20:])
module.constant = 7
for call in (lambda: loader.loadTestsFromName('constant', module),
             lambda: loader.loadTestsFromTestCase(unittest.TestSuite),
             lambda: loader.loadTestsFromModule(module, 1, 2),
             lambda: loader.loadTestsFromModule(module, other=1),
             lambda: loader.discover('no_such_folder')):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter('ignore')
            call()
    except (TypeError, ImportError) as e:
        print(type(e).__name__, e)
try:
    list(loader.loadTestsFromName('no_such_module'))[0].other
except AttributeError as e:
    print(type(e).__name__)
loader.testNamePatterns = ['*add']
print(loader.getTestCaseNames(Sums))
loader.testNamePatterns, loader.sortTestMethodsUsing = None, lambda a, b: (a < b) - (a > b)
print(loader.getTestCaseNames(Sums))
os.makedirs('found/deeper')
for name, text in (('found/test_one.py', 'import unittest\nclass A(unittest.TestCase):\n    def test_a(self): pass\n'),
                   ('found/helper.py', 'raise SystemError\n'), ('found/test_bad.py', 'import nothing_here\n'),
                   ('found/test_left.py', 'import unittest\nraise unittest.SkipTest("left")\n'),
                   ('found/deeper/__init__.py', ''),
                   ('found/deeper/test_two.py', 'import unittest\nclass B(unittest.TestCase):\n    def test_b(self): pass\n')):
    with open(name, 'w') as file:
        file.write(text)
found = unittest.TestLoader().discover('found')
result = unittest.TestResult()
found.run(result)
print(found.countTestCases(), result, result.errors[0][0]._testMethodName, result.skipped[0][1])
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    print(unittest.makeSuite(Sums), unittest.getTestCaseNames(Sums, 'test'))
    print(unittest.findTestCases(module).countTestCases())
print(seen[0].message)
try:
    unittest.no_such_name
except AttributeError as e:
    print(e)
