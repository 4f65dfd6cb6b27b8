"""Tests of docstrings among unittest's."""

import contextlib
import os
import re
import sys
import unittest
from io import StringIO

from doctest._check import REPORTING_FLAGS, OutputChecker, _indented
from doctest._find import DocTestFinder, _module_of
from doctest._parse import DocTestParser
from doctest._run import DebugRunner, DocTestRunner

_reporting = {"flags": 0}  # of every test that does not say itself


def set_unittest_reportflags(flags):
    """Sets how all these tests report; gives the flags before."""
    if flags & ~REPORTING_FLAGS:
        raise ValueError("Only reporting flags allowed", flags)
    before = _reporting["flags"]
    _reporting["flags"] = flags
    return before


class DocTestCase(unittest.TestCase):
    """One docstring."""

    def __init__(self, test, optionflags=0, setUp=None, tearDown=None, checker=None):
        super().__init__()
        self._docstring = test
        self._how = {"optionflags": optionflags, "checker": checker}
        self._around = setUp, tearDown

    def setUp(self):
        self._names = dict(self._docstring.globs)
        self._call(self._around[0])

    def tearDown(self):
        self._call(self._around[1])
        names = self._docstring.globs
        names.clear()
        names.update(self._names)

    def _call(self, hook):
        if hook is not None:
            hook(self._docstring)

    def runTest(self):
        how = dict(self._how)
        if not how["optionflags"] & REPORTING_FLAGS:
            how["optionflags"] |= _reporting["flags"]
        runner = DocTestRunner(verbose=False, **how)
        runner.DIVIDER = "-" * 70
        told = StringIO()
        with contextlib.redirect_stdout(sys.stdout):  # whatever an example sets it to
            results = runner.run(self._docstring, out=told.write, clear_globs=False)
        if 0 < len(self._docstring.examples) == results.skipped:
            self.skipTest("all examples were skipped")
        if results.failed:
            self.fail(self.format_failure(told.getvalue()))

    def format_failure(self, err):
        """Says which docstring failed, and how."""
        test = self._docstring
        lineno = "unknown line number" if test.lineno is None else "%s" % test.lineno
        return ('Failed doctest test for %s\n  File "%s", line %s, in %s\n\n%s'
                % (test.name, test.filename, lineno, test.name.split(".")[-1], err))

    def debug(self):
        """Runs it and raises what fails."""
        self.setUp()
        DebugRunner(verbose=False, **self._how).run(self._docstring, clear_globs=False)
        self.tearDown()

    def id(self):
        return f"{self._docstring.name}"

    def __eq__(self, other):
        if type(other) is type(self):
            return self._docstring == other._docstring and self._settings() == other._settings()
        return NotImplemented

    def __hash__(self):
        return hash(self._settings())

    def _settings(self):
        return *self._how.values(), *self._around

    def __repr__(self):
        place, _, name = self._docstring.name.rpartition(".")
        return f"{name} ({place})"

    __str__ = object.__str__

    def shortDescription(self):
        return f"Doctest: {self._docstring.name}"


class SkipDocTestCase(DocTestCase):
    """Stands for a module without docstrings under -OO."""

    def __init__(self, module):
        super().__init__(None)
        self.module = module

    def setUp(self):
        raise unittest.SkipTest("DocTestSuite will not work with -O2 and above")

    def test_skip(self):
        pass

    def shortDescription(self):
        return f"Skipping tests from {self.module.__name__}"

    def __str__(self):
        return self.shortDescription()


class _Suite(unittest.TestSuite):
    """Keeps its tests when they have run, for the caller to look at."""

    _cleanup = False


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, **options):
    """Makes a suite of a module's docstrings."""
    module = _module_of(module, 3)
    finder = test_finder or DocTestFinder()
    found = [test for test in finder.find(module, globs=globs, extraglobs=extraglobs) if test.examples]
    for test in found:
        test.filename = test.filename or re.sub(r"\.pyc$", ".py", module.__file__)
    return _Suite(DocTestCase(test, **options) for test in sorted(found))


class DocFileCase(DocTestCase):
    """One text file."""

    def id(self):
        return self._docstring.name.replace(".", "_")

    def __repr__(self):
        return f"{self._docstring.filename}"

    def format_failure(self, err):
        return 'Failed doctest test for %s\n  File "%s", line 0\n\n%s' % (
            self._docstring.name, self._docstring.filename, err)


def DocFileTest(path, module_relative=True, package=None, globs=None, parser=DocTestParser(), encoding=None, **options):
    """Makes a test of a text file."""
    import doctest
    globs = {} if globs is None else globs.copy()
    if not module_relative and package:
        raise ValueError("Package may only be specified for module-relative paths.")
    text, path = doctest._read_file(path, module_relative, package, encoding or "utf-8")
    globs.setdefault("__file__", path)
    return DocFileCase(parser.get_doctest(text, globs, os.path.basename(path), path, 0), **options)


def DocFileSuite(*paths, **kw):
    """Makes a suite of text files."""
    if kw.get("module_relative", True):
        kw["package"] = _module_of(kw.get("package"), 3)
    return _Suite([DocFileTest(path, **kw) for path in paths])
