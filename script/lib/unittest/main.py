"""The command line of a test program and of python -m unittest."""

import os
import sys

from . import loader, runner
from .signals import installHandler

__unittest = True

_NO_TESTS_EXITCODE = 5

MAIN_EXAMPLES = """\
Examples:
  %(prog)s test_module               - run tests from test_module
  %(prog)s module.TestClass          - run tests from module.TestClass
  %(prog)s module.Class.test_method  - run specified test method
  %(prog)s path/to/test_file.py      - run tests from test_file.py
"""

MODULE_EXAMPLES = """\
Examples:
  %(prog)s                           - run default set of tests
  %(prog)s MyTestSuite               - run suite 'MyTestSuite'
  %(prog)s MyTestCase.testSomething  - run MyTestCase.testSomething
  %(prog)s MyTestCase                - run all 'test*' test methods
                                       in MyTestCase
"""


def _convert_name(name):
    """The module's name of a file that is named, a name otherwise."""
    if not os.path.isfile(name) or not name.lower().endswith(".py"):
        return name
    if os.path.isabs(name):
        relative = os.path.relpath(name, os.getcwd())
        if os.path.isabs(relative) or relative.startswith(os.pardir):
            return name
        name = relative
    return os.path.normpath(name)[:-3].replace("\\", ".").replace("/", ".")


def _pattern(text):
    return text if "*" in text else f"*{text}*"


class TestProgram:
    module = None
    verbosity = 1
    failfast = catchbreak = buffer = progName = warnings = testNamePatterns = None
    _discovery_parser = None

    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None,
                 testLoader=loader.defaultTestLoader, exit=True, verbosity=1, failfast=None, catchbreak=None,
                 buffer=None, warnings=None, *, tb_locals=False, durations=None):
        if isinstance(module, str):
            self.module = __import__(module)
            for part in module.split(".")[1:]:
                self.module = getattr(self.module, part)
        else:
            self.module = module
        if argv is None:
            argv = sys.argv
        self.exit = exit
        self.failfast = failfast
        self.catchbreak = catchbreak
        self.verbosity = verbosity
        self.buffer = buffer
        self.tb_locals = tb_locals
        self.durations = durations
        if warnings is None and not sys.warnoptions:
            # What a user did not choose is shown, once each.
            self.warnings = "default"
        else:
            self.warnings = warnings
        self.defaultTest = defaultTest
        self.testRunner = testRunner
        self.testLoader = testLoader
        self.progName = os.path.basename(argv[0])
        self.parseArgs(argv)
        self.runTests()

    def _print_help(self, *args, **kwargs):
        self._initArgParsers()
        if self.module is None:
            print(self._main_parser.format_help())
            print(MAIN_EXAMPLES % {"prog": self.progName})
            self._discovery_parser.print_help()
        else:
            print(self._main_parser.format_help())
            print(MODULE_EXAMPLES % {"prog": self.progName})

    def parseArgs(self, argv):
        self._main_parser = None
        if self.module is None and len(argv) > 1 and argv[1].lower() == "discover":
            return self._do_discovery(argv[2:])
        if len(argv) > 1:
            self._initArgParsers()
            self._main_parser.parse_args(argv[1:], self)
            if self.module is None and not self.tests:
                return self._do_discovery([])
        elif self.module is None:
            return self._do_discovery([])
        else:
            self.tests = []
        if self.tests:
            self.testNames = [_convert_name(name) for name in self.tests]
            if __name__ == "__main__":
                self.module = None
        elif self.defaultTest is None:
            self.testNames = None
        elif isinstance(self.defaultTest, str):
            self.testNames = (self.defaultTest,)
        else:
            self.testNames = list(self.defaultTest)
        self.createTests()

    def createTests(self, from_discovery=False, Loader=None):
        if self.testNamePatterns:
            self.testLoader.testNamePatterns = self.testNamePatterns
        if from_discovery:
            finder = self.testLoader if Loader is None else Loader()
            self.test = finder.discover(self.start, self.pattern, self.top)
        elif self.testNames is None:
            self.test = self.testLoader.loadTestsFromModule(self.module)
        else:
            self.test = self.testLoader.loadTestsFromNames(self.testNames, self.module)

    def _initArgParsers(self):
        if getattr(self, "_main_parser", None) is not None:
            return
        import argparse

        common = self._getParentArgParser(argparse)
        self._main_parser = self._getMainArgParser(argparse, common)
        self._discovery_parser = self._getDiscoveryArgParser(argparse, common)

    def _getParentArgParser(self, argparse):
        p = argparse.ArgumentParser(add_help=False)
        add = p.add_argument
        add("-v", "--verbose", dest="verbosity", action="store_const", const=2, help="Verbose output")
        add("-q", "--quiet", dest="verbosity", action="store_const", const=0, help="Quiet output")
        add("--locals", dest="tb_locals", action="store_true", help="Show local variables in tracebacks")
        add("--durations", dest="durations", type=int, default=None, metavar="N",
            help="Show the N slowest test cases (N=0 for all)")
        for attribute, short, long, help in (
            ("failfast", "-f", "--failfast", "Stop on first fail or error"),
            ("catchbreak", "-c", "--catch", "Catch Ctrl-C and display results so far"),
            ("buffer", "-b", "--buffer", "Buffer stdout and stderr during tests"),
        ):
            if getattr(self, attribute) is None:
                add(short, long, dest=attribute, action="store_true", help=help)
                setattr(self, attribute, False)
        if self.testNamePatterns is None:
            add("-k", dest="testNamePatterns", action="append", type=_pattern,
                help="Only run tests which match the given substring")
            self.testNamePatterns = []
        return p

    def _getMainArgParser(self, argparse, common):
        p = argparse.ArgumentParser(prog=self.progName, parents=[common])
        p.print_help = self._print_help
        p.add_argument("tests", nargs="*",
                       help="a list of any number of test modules, classes and test methods.")
        return p

    def _getDiscoveryArgParser(self, argparse, common):
        p = argparse.ArgumentParser(
            prog=f"{self.progName} discover", parents=[common],
            epilog="For test discovery all test modules must be importable from the top level directory of the project.")
        p.add_argument("-s", "--start-directory", dest="start", help="Directory to start discovery ('.' default)")
        p.add_argument("-p", "--pattern", dest="pattern", help="Pattern to match tests ('test*.py' default)")
        p.add_argument("-t", "--top-level-directory", dest="top",
                       help="Top level directory of project (defaults to start directory)")
        for name in "start", "pattern", "top":
            p.add_argument(name, nargs="?", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        return p

    def _do_discovery(self, argv, Loader=None):
        self.start, self.pattern, self.top = ".", "test*.py", None
        if argv:
            self._initArgParsers()
            self._discovery_parser.parse_args(argv, self)
        self.createTests(from_discovery=True, Loader=Loader)

    def runTests(self):
        if self.catchbreak:
            installHandler()
        if self.testRunner is None:
            self.testRunner = runner.TextTestRunner
        chosen = self.testRunner
        if isinstance(chosen, type):
            options = dict(verbosity=self.verbosity, failfast=self.failfast, buffer=self.buffer,
                           warnings=self.warnings, tb_locals=self.tb_locals, durations=self.durations)
            # Runners of before 3.5 and 3.12 know fewer options.
            for unknown in (), ("durations",), ("tb_locals",), ("verbosity", "failfast", "buffer", "warnings"):
                for name in unknown:
                    options.pop(name, None)
                try:
                    chosen = self.testRunner(**options)
                    break
                except TypeError:
                    if not options:
                        raise
        self.result = chosen.run(self.test)
        if self.exit:
            if not self.result.wasSuccessful():
                sys.exit(1)
            if self.result.testsRun == 0 and not self.result.skipped:
                sys.exit(_NO_TESTS_EXITCODE)
            sys.exit(0)


main = TestProgram
