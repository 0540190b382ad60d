# unittest: set-up and tear-down, sub-classes of cases, results, and assertions of the rarer kinds.
import io
import unittest
import warnings

ran = []


class Places(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        ran.append("class")
        cls.addClassCleanup(ran.append, "class cleaned")

    @classmethod
    def tearDownClass(cls):
        super().tearDownClass()
        ran.append("class down")

    def setUp(self):
        super().setUp()
        ran.append("up")

    def tearDown(self):
        super().tearDown()
        ran.append("down")

    def test_order(self):
        self.assertGreater(2, 1)
        self.assertLessEqual(1, 1)
        self.assertIsNot([], [])
        self.assertNotIsInstance(1, str)

    def test_own_equality(self):
        def same(first, second, msg=None):
            if abs(first - second) > 0.5:
                raise self.failureException(f"{first} is far from {second}")
        self.addTypeEqualityFunc(float, same)
        self.assertEqual(1.0, 1.4)
        with self.assertRaises(AssertionError) as caught:
            self.assertEqual(1.0, 2.0)
        ran.append(str(caught.exception))

    def test_warnings(self):
        with self.assertWarns(DeprecationWarning):
            warnings.warn("old", DeprecationWarning)
        with self.assertWarnsRegex(UserWarning, "care"):
            warnings.warn("take care")

    def test_context(self):
        file = self.enterContext(io.StringIO("line"))
        ran.append(file.read())

    def test_skip_inside(self):
        self.skipTest("not today")

    @unittest.skipUnless(False, "never")
    def test_skipped(self):
        ran.append("wrong")

    @unittest.expectedFailure
    def test_better_than_expected(self):
        pass


def check():
    ran.append("function")


loader = unittest.TestLoader()
suite = loader.loadTestsFromTestCase(Places)
result = unittest.TestResult()
suite.run(result)
print(result.testsRun, len(result.failures), len(result.errors), len(result.skipped), len(result.unexpectedSuccesses))
print(sorted(reason for test, reason in result.skipped))
print(ran)
ran.clear()
case = unittest.FunctionTestCase(check, setUp=lambda: ran.append("before"), tearDown=lambda: ran.append("after"),
                                 description="a function")
print(case.id(), case.shortDescription())
made = case.defaultTestResult()
case.run(made)
print(made.wasSuccessful(), made.testsRun, ran)
Places("test_order").debug()
made.stop()
print(made.shouldStop)
text = io.StringIO()
outcome = unittest.TextTestRunner(stream=text, verbosity=2).run(loader.loadTestsFromName("test_better_than_expected", Places))
print(outcome.wasSuccessful(), [line for line in text.getvalue().splitlines() if "better" in line][:1])
print(loader.loadTestsFromNames(["test_order", "test_context"], Places).countTestCases())
