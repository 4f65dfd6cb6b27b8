"""Finds tests in classes, modules, names and folders."""

import functools
import os
import re
import sys
import traceback
import types
from fnmatch import fnmatch, fnmatchcase

from . import case, suite

__unittest = True

_module_file = re.compile(r"[_a-z]\w*\.py$", re.IGNORECASE)


class _FailedTest(case.TestCase):
    _testMethodName = None

    def __init__(self, method_name, exception):
        self._exception = exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            return super().__getattribute__(name)

        def fail():
            raise self._exception

        return fail


def _failing(name, exception, suite_class, text):
    return suite_class([_FailedTest(name, exception)]), text


def _failed_import(name, suite_class):
    text = f"Failed to import test module: {name}\n{traceback.format_exc()}"
    return _failing(name, ImportError(text), suite_class, text)


def _skipped_module(name, why, suite_class):
    @case.skip(str(why))
    def skipped(self):
        pass

    kind = type("ModuleSkipped", (case.TestCase,), {name: skipped})
    return suite_class([kind(name)])


def _compare(a, b):
    return (a > b) - (a < b)


class TestLoader:
    testMethodPrefix = "test"
    sortTestMethodsUsing = staticmethod(_compare)
    testNamePatterns = None
    suiteClass = suite.TestSuite
    _top_level_dir = None

    def __init__(self):
        self.errors = []
        self._loading_packages = set()

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError("Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?")
        names = []
        if testCaseClass not in (case.TestCase, case.FunctionTestCase):
            names = self.getTestCaseNames(testCaseClass)
            if not names and hasattr(testCaseClass, "runTest"):
                names = ["runTest"]
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        tests = []
        for name in dir(module):
            obj = getattr(module, name)
            if isinstance(obj, type) and issubclass(obj, case.TestCase) \
                    and obj not in (case.TestCase, case.FunctionTestCase):
                tests.append(self.loadTestsFromTestCase(obj))
        load_tests = getattr(module, "load_tests", None)
        tests = self.suiteClass(tests)
        if load_tests is None:
            return tests
        try:
            return load_tests(self, tests, pattern)
        except Exception as e:
            text = f"Failed to call load_tests:\n{traceback.format_exc()}"
            failed, text = _failing(module.__name__, e, self.suiteClass, text)
            self.errors.append(text)
            return failed

    def loadTestsFromName(self, name, module=None):
        parts = name.split(".")
        failed = text = None
        if module is None:
            heads = parts[:]
            while heads:
                dotted = ".".join(heads)
                try:
                    module = __import__(dotted)
                    break
                except ImportError:
                    last = heads.pop()
                    failed, text = _failed_import(last, self.suiteClass)
                    if not heads:
                        self.errors.append(text)
                        return failed
            parts = parts[1:]
        obj = module
        parent = None
        for part in parts:
            try:
                parent, obj = obj, getattr(obj, part)
            except AttributeError as e:
                if getattr(obj, "__path__", None) is None or failed is None:
                    # Nothing that could have been a module in a package.
                    text = f"Failed to access attribute:\n{traceback.format_exc()}"
                    failed, text = _failing(part, e, self.suiteClass, text)
                self.errors.append(text)
                return failed
        return self._fromObject(obj, parent, parts)

    def _fromObject(self, obj, parent, parts):
        if isinstance(obj, types.ModuleType):
            return self.loadTestsFromModule(obj)
        if isinstance(obj, type) and issubclass(obj, case.TestCase) \
                and obj not in (case.TestCase, case.FunctionTestCase):
            return self.loadTestsFromTestCase(obj)
        if isinstance(obj, types.FunctionType) and isinstance(parent, type) and issubclass(parent, case.TestCase):
            name = parts[-1]
            test = parent(name)
            if not isinstance(getattr(test, name), types.FunctionType):
                return self.suiteClass([test])
        elif isinstance(obj, suite.TestSuite):
            return obj
        if not callable(obj):
            raise TypeError(f"don't know how to make test from: {obj}")
        test = obj()
        if isinstance(test, suite.TestSuite):
            return test
        if isinstance(test, case.TestCase):
            return self.suiteClass([test])
        raise TypeError(f"calling {obj} returned {test}, not a test")

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def getTestCaseNames(self, testCaseClass):
        def wanted(name):
            if not name.startswith(self.testMethodPrefix) or not callable(getattr(testCaseClass, name)):
                return False
            full = f"{testCaseClass.__module__}.{testCaseClass.__qualname__}.{name}"
            patterns = self.testNamePatterns
            return patterns is None or any(fnmatchcase(full, pattern) for pattern in patterns)

        names = list(filter(wanted, dir(testCaseClass)))
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    def discover(self, start_dir, pattern="test*.py", top_level_dir=None):
        before = self._top_level_dir
        given = top_level_dir is not None
        if not given:
            top_level_dir = self._top_level_dir or start_dir
        top = os.path.abspath(top_level_dir)
        if top not in sys.path:
            sys.path.insert(0, top)
        self._top_level_dir = top
        if os.path.isdir(os.path.abspath(start_dir)):
            start = os.path.abspath(start_dir)
            importable = start == top or os.path.isfile(os.path.join(start, "__init__.py"))
        else:
            try:
                __import__(start_dir)
            except ImportError:
                importable, start = False, start_dir
            else:
                importable = True
                module = sys.modules[start_dir]
                if getattr(module, "__file__", None) is None:
                    if module.__name__ in sys.builtin_module_names:
                        raise TypeError("Can not use builtin modules as dotted module names")
                    raise TypeError(f"don't know how to discover from {module!r}")
                start = os.path.abspath(os.path.dirname(module.__file__))
                if not given:
                    # The package's top is above all its names' parts.
                    self._top_level_dir = os.path.normpath(os.path.join(start, *[".."] * len(start_dir.split("."))))
                    sys.path.remove(top)
        if not importable:
            raise ImportError(f"Start directory is not importable: {start_dir!r}")
        tests = list(self._find_tests(start, pattern))
        self._top_level_dir = before
        return self.suiteClass(tests)

    def _get_name_from_path(self, path):
        if path == self._top_level_dir:
            return "."
        relative = os.path.relpath(os.path.splitext(os.path.normpath(path))[0], self._top_level_dir)
        assert not os.path.isabs(relative) and not relative.startswith(".."), "Path must be within the project"
        return relative.replace(os.path.sep, ".")

    def _get_module_from_name(self, name):
        __import__(name)
        return sys.modules[name]

    def _match_path(self, path, full_path, pattern):
        return fnmatch(path, pattern)

    def _find_tests(self, start_dir, pattern):
        name = self._get_name_from_path(start_dir)
        if name != "." and name not in self._loading_packages:
            tests, descend = self._find_test_path(start_dir, pattern)
            if tests is not None:
                yield tests
            if not descend:
                return
        for entry in sorted(os.listdir(start_dir)):
            full = os.path.join(start_dir, entry)
            tests, descend = self._find_test_path(full, pattern)
            if tests is not None:
                yield tests
            if descend:
                name = self._get_name_from_path(full)
                self._loading_packages.add(name)
                try:
                    yield from self._find_tests(full, pattern)
                finally:
                    self._loading_packages.discard(name)

    def _find_test_path(self, full, pattern):
        """The tests in a file or a package itself, and whether to look into it."""
        entry = os.path.basename(full)
        if os.path.isfile(full):
            if not _module_file.match(entry) or not self._match_path(entry, full, pattern):
                return None, False
            name = self._get_name_from_path(full)
            module, tests = self._imported(name)
            if module is None:
                return tests, False
            found = os.path.splitext(os.path.realpath(getattr(module, "__file__", full)))[0]
            wanted = os.path.splitext(os.path.realpath(full))[0]
            if found.lower() != wanted.lower():
                raise ImportError("%r module incorrectly imported from %r. Expected %r. "
                                  "Is this module globally installed?" % (
                                      os.path.splitext(entry)[0], os.path.dirname(found), os.path.dirname(full)))
            return self.loadTestsFromModule(module, pattern=pattern), False
        if os.path.isdir(full) and os.path.isfile(os.path.join(full, "__init__.py")):
            name = self._get_name_from_path(full)
            module, tests = self._imported(name)
            if module is None:
                return tests, False
            load_tests = getattr(module, "load_tests", None)
            self._loading_packages.add(name)
            try:
                tests = None
                if self._match_path(entry, full, pattern):
                    tests = self.loadTestsFromModule(module, pattern=pattern)
                return (tests, False) if load_tests is not None else (tests, True)
            finally:
                self._loading_packages.discard(name)
        return None, False

    def _imported(self, name):
        try:
            return self._get_module_from_name(name), None
        except case.SkipTest as e:
            return None, _skipped_module(name, e, self.suiteClass)
        except:
            tests, text = _failed_import(name, self.suiteClass)
            self.errors.append(text)
            return None, tests


defaultTestLoader = TestLoader()
