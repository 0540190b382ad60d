"""unittest.main(): the command line of a file of tests."""
import sys
from unittest.loader import defaultTestLoader
from unittest.runner import TextTestRunner


class TestProgram:
    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader,
                 exit=True, verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *,
                 tb_locals=False):
        self.module = sys.modules[module] if isinstance(module, str) else module
        names = []
        for word in (sys.argv if argv is None else argv)[1:]:
            if word in ('-v', '--verbose'):
                verbosity = 2
            elif word in ('-q', '--quiet'):
                verbosity = 0
            elif word in ('-f', '--failfast'):
                failfast = True
            elif not word.startswith('-'):
                names.append(word)
        if not names and defaultTest is not None:
            names = [defaultTest] if isinstance(defaultTest, str) else list(defaultTest)
        if names:
            self.test = testLoader.loadTestsFromNames(names, self.module)
        else:
            self.test = testLoader.loadTestsFromModule(self.module)
        runner = TextTestRunner if testRunner is None else testRunner
        if isinstance(runner, type):
            runner = runner(verbosity=verbosity, failfast=bool(failfast))
        self.result = runner.run(self.test)
        if exit:
            sys.exit(not self.result.wasSuccessful())


main = TestProgram
