# Tests as classes: what the runner does and prints.
import io
import re
import unittest

class TestA(unittest.TestCase):
    @classmethod
    def setUpClass(cls): print('class up')
    @classmethod
    def tearDownClass(cls): print('class down')
    def setUp(self):
        self.x = 5
        self.addCleanup(print, 'cleanup')
    def tearDown(self): print('down')
    def test_ok(self):
        "Doc of it."
        self.assertEqual(self.x, 5); self.assertAlmostEqual(0.1+0.2, 0.3); self.assertIn(1, [1]); self.assertIsNone(None)
        self.assertRaises(ValueError, int, 'a')
        with self.assertRaises(ZeroDivisionError) as cm: 1/0
        self.assertEqual(str(cm.exception), 'division by zero')
        with self.assertRaisesRegex(ValueError, 'inv'): int('x')
        self.assertCountEqual([1,2,1],[2,1,1])
    def test_fail(self): self.assertEqual(1, 2, 'msg')
    def test_err(self): {}['a']
    def test_sub(self):
        for i in range(3):
            with self.subTest(i=i): self.assertEqual(i % 2, 0)
    @unittest.skip('why')
    def test_skip(self): pass
    @unittest.expectedFailure
    def test_exp(self): self.fail('x')
    @unittest.skipIf(False, 'no')
    def test_notskipped(self): pass

print(TestA('test_ok'), TestA('test_ok').shortDescription())
s = unittest.TestSuite(); s.addTest(TestA('test_ok')); print(s.countTestCases())
for v in (0, 2):
    out = io.StringIO()
    r = unittest.TextTestRunner(stream=out, verbosity=v).run(unittest.defaultTestLoader.loadTestsFromTestCase(TestA))
    print(re.sub(r'in [\d.]+s|File "[^"]*"', 'X', out.getvalue()))
    print(r.testsRun, len(r.failures), len(r.errors), len(r.skipped), r.wasSuccessful(), r)
print(unittest.TestLoader().getTestCaseNames(TestA))
program = unittest.main(argv=['x'], exit=False, testRunner=unittest.TextTestRunner(stream=io.StringIO()))
print(program.result.wasSuccessful())
