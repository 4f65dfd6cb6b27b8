"""Tests in a row, with the fixtures of their classes and modules."""

import sys

import _unittest
from . import case
from .util import strclass

__unittest = True


class BaseTestSuite:
    _cleanup = True

    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        return f"<{strclass(self.__class__)} tests={list(self)}>"

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return list(self) == list(other)

    __hash__ = object.__hash__

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed_tests + sum(test.countTestCases() for test in self if test)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def run(self, result):
        for i, test in enumerate(self):
            if result.shouldStop:
                break
            _run_limited(test, result)
            if self._cleanup:
                self._removeTestAtIndex(i)
        return result

    def _removeTestAtIndex(self, index):
        """A test that has run is let go, with all that it holds."""
        try:
            test = self._tests[index]
        except TypeError:
            return  # a suite with an iterator of its own
        if hasattr(test, "countTestCases"):
            self._removed_tests += test.countTestCases()
        self._tests[index] = None

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    def debug(self):
        for test in self:
            test.debug()


class TestSuite(BaseTestSuite):
    def run(self, result, debug=False):
        outermost = not getattr(result, "_testRunEntered", False)
        if outermost:
            result._testRunEntered = True
        for i, test in enumerate(self):
            if result.shouldStop:
                break
            if _is_one_test(test):
                self._tearDownPreviousClass(test, result)
                self._handleModuleFixture(test, result)
                self._handleClassSetUp(test, result)
                result._previousTestClass = test.__class__
                if getattr(test.__class__, "_classSetupFailed", False) or getattr(result, "_moduleSetUpFailed", False):
                    continue
            if debug:
                test.debug()
            else:
                _run_limited(test, result)
            if self._cleanup:
                self._removeTestAtIndex(i)
        if outermost:
            self._tearDownPreviousClass(None, result)
            self._handleModuleTearDown(result)
            result._testRunEntered = False
        return result

    def debug(self):
        self.run(_DebugResult(), True)

    def _guarded(self, result, function, name, parent, cleaned=None):
        """Calls a fixture; what it raises is told as an error. Whether it went well."""
        if function is None and cleaned is None:
            return True
        setup_stdout = getattr(result, "_setupStdout", None)
        if setup_stdout:
            setup_stdout()
        try:
            try:
                if function is not None:
                    function()
            except Exception as e:
                if isinstance(result, _DebugResult):
                    raise
                self._createClassOrModuleLevelException(result, e, name, parent)
                return False
            finally:
                if cleaned is not None:
                    self._classCleanups(cleaned, result, name, parent)
        finally:
            restore_stdout = getattr(result, "_restoreStdout", None)
            if restore_stdout:
                restore_stdout()
        return True

    def _handleClassSetUp(self, test, result):
        cls = test.__class__
        if cls is result._previousTestClass or result._moduleSetUpFailed or getattr(cls, "__unittest_skip__", False):
            return
        try:
            cls._classSetupFailed = False
        except TypeError:
            pass  # a native class, which has no fixtures that could fail
        name = strclass(cls)
        if not self._guarded(result, getattr(cls, "setUpClass", None), "setUpClass", name):
            try:
                cls._classSetupFailed = True
            except TypeError:
                pass
            self._classCleanups(cls, result, "setUpClass", name)

    def _classCleanups(self, cls, result, name, parent):
        clean = getattr(cls, "doClassCleanups", None)
        if clean is None:
            return
        clean()
        for info in cls.tearDown_exceptions:
            if isinstance(result, _DebugResult):
                raise info[1]
            self._createClassOrModuleLevelException(result, info[1], name, parent, info)

    def _tearDownPreviousClass(self, test, result):
        previous = result._previousTestClass
        if previous is None or previous is test.__class__:
            return
        if getattr(previous, "_classSetupFailed", False) or getattr(result, "_moduleSetUpFailed", False) \
                or getattr(previous, "__unittest_skip__", False):
            return
        name = strclass(previous)
        self._guarded(result, getattr(previous, "tearDownClass", None), "tearDownClass", name, previous)

    def _handleModuleFixture(self, test, result):
        previous, current = self._get_previous_module(result), test.__class__.__module__
        if current == previous:
            return
        self._handleModuleTearDown(result)
        result._moduleSetUpFailed = False
        module = sys.modules.get(current)
        if module is None:
            return
        if not self._guarded(result, getattr(module, "setUpModule", None), "setUpModule", current):
            result._moduleSetUpFailed = True
            self._guarded(result, case.doModuleCleanups, "setUpModule", current)

    def _handleModuleTearDown(self, result):
        previous = self._get_previous_module(result)
        if previous is None or result._moduleSetUpFailed:
            return
        module = sys.modules.get(previous)
        if module is None:
            return
        self._guarded(result, getattr(module, "tearDownModule", None), "tearDownModule", previous)
        self._guarded(result, case.doModuleCleanups, "tearDownModule", previous)

    def _get_previous_module(self, result):
        return result._previousTestClass and result._previousTestClass.__module__

    def _createClassOrModuleLevelException(self, result, exc, method_name, parent, info=None):
        holder = _ErrorHolder(f"{method_name} ({parent})")
        add_skip = getattr(result, "addSkip", None)
        if add_skip is not None and isinstance(exc, case.SkipTest):
            add_skip(holder, str(exc))
        else:
            result.addError(holder, info or sys.exc_info())


class TestTimeout(BaseException):
    """A test took longer than aio run --test-timeout allows."""


def _run_limited(test, result):
    """Runs a test or a suite; one test has only so much time."""
    limit = _unittest.test_timeout
    if limit is None or not _is_one_test(test):
        return test(result)

    def interrupt():
        raise TestTimeout(f"the test took longer than {limit:g} s")

    # What goes on all the same is broken off again.
    stop = _unittest.interrupt_after(limit, min(limit, 2), interrupt)
    try:
        test(result)
    except TestTimeout:
        # It came outside of the test's parts.
        if hasattr(test, "failureException"):
            result.addError(test, sys.exc_info())
        else:
            raise
    finally:
        stop()


def _is_one_test(test):
    try:
        iter(test)
    except TypeError:
        return True
    return False


class _ErrorHolder:
    """Stands in the result for a fixture that failed."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return f"<ErrorHolder description={self.description!r}>"

    def __str__(self):
        return self.id()

    def run(self, result):
        pass

    def __call__(self, result):
        return self.run(result)

    def countTestCases(self):
        return 0


class _DebugResult:
    _previousTestClass = None
    _moduleSetUpFailed = False
    shouldStop = False
