"""unittest.main(): the command line of a file of tests."""
import argparse
import os
import sys
from unittest.loader import defaultTestLoader
from unittest.runner import TextTestRunner
from unittest.signals import installHandler


def _pattern(text):
    return text if '*' in text else f'*{text}*'


class TestProgram:
    """Reads the command line, runs the tests it names (or those of `module`) and ends the program."""

    module = None
    verbosity = 1
    failfast = catchbreak = buffer = progName = warnings = testNamePatterns = None

    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader,
                 exit=True, verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *,
                 tb_locals=False):
        if isinstance(module, str):
            __import__(module)
            module = sys.modules[module]
        self.module = module
        argv = sys.argv if argv is None else argv
        self.exit, self.verbosity, self.tb_locals = exit, verbosity, tb_locals
        self.failfast, self.catchbreak, self.buffer = failfast, catchbreak, buffer
        self.warnings = 'default' if warnings is None and not sys.warnoptions else warnings
        self.defaultTest, self.testRunner, self.testLoader = defaultTest, testRunner, testLoader
        self.progName = os.path.basename(argv[0])
        self.parseArgs(argv)
        self.runTests()

    def _parser(self):
        parser = argparse.ArgumentParser(prog=self.progName, add_help=True)
        parser.add_argument('-v', '--verbose', dest='verbosity', action='store_const', const=2, help='Verbose output')
        parser.add_argument('-q', '--quiet', dest='verbosity', action='store_const', const=0, help='Quiet output')
        parser.add_argument('--locals', dest='tb_locals', action='store_true',
                            help='Show local variables in tracebacks')
        for short, long, name, words in (('-f', '--failfast', 'failfast', 'Stop on first fail or error'),
                                         ('-c', '--catch', 'catchbreak', 'Catch Ctrl-C and display results so far'),
                                         ('-b', '--buffer', 'buffer', 'Buffer stdout and stderr during tests')):
            if getattr(self, name) is None:
                parser.add_argument(short, long, dest=name, action='store_true', help=words)
        if self.testNamePatterns is None:
            parser.add_argument('-k', dest='testNamePatterns', action='append', type=_pattern,
                                help='Only run tests which match the given substring')
        parser.add_argument('tests', nargs='*', help='a list of any number of test modules, classes and test methods.')
        return parser

    def parseArgs(self, argv):
        options, given = self._parser().parse_args(argv[1:]), []
        for name, value in vars(options).items():
            if name == 'tests':
                given = value
            elif value is not None:
                setattr(self, name, value)
        self.testNames = None
        if self.module is None and given[:1] in ([], ['discover']):
            places = given[1:]
            self.createTests(True, *places)
            return
        if given:
            self.testNames = given
        elif self.defaultTest is not None:
            self.testNames = (self.defaultTest,) if isinstance(self.defaultTest, str) else list(self.defaultTest)
        self.createTests()

    def createTests(self, from_discovery=False, start='.', pattern='test*.py', top=None):
        if self.testNamePatterns:
            self.testLoader.testNamePatterns = self.testNamePatterns
        if from_discovery:
            self.test = self.testLoader.discover(start, pattern, top)
        elif self.testNames is None:
            self.test = self.testLoader.loadTestsFromModule(self.module)
        else:
            self.test = self.testLoader.loadTestsFromNames(self.testNames, self.module)

    def runTests(self):
        if self.catchbreak:
            installHandler()
        runner = TextTestRunner if self.testRunner is None else self.testRunner
        if isinstance(runner, type):
            options = dict(verbosity=self.verbosity, failfast=self.failfast, buffer=self.buffer,
                           warnings=self.warnings)
            try:
                runner = runner(**options, tb_locals=self.tb_locals)
            except TypeError:
                # Runners of programs may know fewer options.
                try:
                    runner = runner(**options)
                except TypeError:
                    runner = runner()
        self.result = runner.run(self.test)
        if self.exit:
            sys.exit(not self.result.wasSuccessful())


main = TestProgram
