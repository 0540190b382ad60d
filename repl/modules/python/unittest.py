"""Tests as classes: TestCase with its assertions, suites, loaders, a runner that prints as CPython's does."""
from unittest.result import TestResult
from unittest.case import FunctionTestCase, SkipTest, TestCase, expectedFailure, skip, skipIf, skipUnless
from unittest.suite import TestSuite
from unittest.loader import TestLoader, defaultTestLoader
from unittest.runner import TextTestResult, TextTestRunner
from unittest.main import TestProgram, main
