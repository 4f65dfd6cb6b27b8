"""Runs one file of CPython's tests and writes a line of JSON for each test."""

import inspect
import json
import os
import sys
import unittest

library, name, out, *only = sys.argv[1:]


def tests_of(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from tests_of(test)
        else:
            yield test


def function_of(test):
    """The function that a test runs: the same for all classes that inherit it."""
    method = getattr(type(test), test._testMethodName, None)
    return "" if method is None else inspect.unwrap(method).__qualname__


def wanted(test):
    """Whether a test is of the classes and functions that are asked for."""
    function = function_of(test)
    cls, _, method = function.partition(".")
    return not only or not function or any(name in (function, cls, method) for name in only)


def one_line(err):
    kind, exc = err[:2]
    lines = str(exc).strip().splitlines() or [""]
    return f"{kind.__name__}: {lines[0].strip()}" if lines[0] else kind.__name__


class Result(unittest.TestResult):
    def __init__(self):
        super().__init__()
        self.file = open(out, "w", encoding="utf-8")

    def write(self, **fields):
        print(json.dumps(fields), file=self.file, flush=True)

    def tell(self, test, outcome, reason=""):
        self.write(id=test.id(), function=function_of(test), outcome=outcome, reason=reason)

    def addSuccess(self, test):
        self.tell(test, "ok")

    def addSkip(self, test, reason):
        self.tell(test, "skipped", reason)

    def addError(self, test, err):
        if hasattr(test, "_testMethodName"):
            self.tell(test, "error", one_line(err))
        else:
            self.write(id=test.id(), function="", outcome="error", reason=one_line(err))

    def addFailure(self, test, err):
        self.tell(test, "failed", one_line(err))

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.tell(test, "failed", one_line(err))

    def addExpectedFailure(self, test, err):
        self.tell(test, "ok")

    def addUnexpectedSuccess(self, test):
        self.tell(test, "failed", "unexpected success")


result = Result()
suite = unittest.defaultTestLoader.loadTestsFromName("test.test_asyncio." + name)
suite = unittest.TestSuite(test for test in tests_of(suite) if wanted(test))
for test in suite:
    result.tell(test, "loaded")
suite.run(result)
# Whose asyncio and unittest it was.
folder = os.path.realpath(library) + os.sep
result.write(foreign=sorted(
    name for name, module in sys.modules.items()
    if name.partition(".")[0] in ("asyncio", "unittest", "_asyncio")
    and os.path.realpath(getattr(module, "__file__", None) or ".").startswith(folder)))
