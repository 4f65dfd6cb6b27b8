"""Finds the docstrings of a module."""

import inspect
import linecache
import re
import sys

from doctest._parse import DocTestParser


def _module_of(module, depth=2):
    if inspect.ismodule(module):
        return module
    if isinstance(module, str):
        return __import__(module, globals(), locals(), ["*"])
    if module is None:
        return sys.modules[sys._getframe(depth - 1).f_globals["__name__"]]
    raise TypeError("Expected a module, string, or None")


class DocTestFinder:
    """Makes tests of the docstrings of an object and of what it contains."""

    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._parser = parser
        self._verbose = verbose
        self._recurse = recurse
        self._exclude_empty = exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        """Gives the tests, sorted."""
        if name is None:
            name = getattr(obj, "__name__", None)
            if name is None:
                raise ValueError("DocTestFinder.find: name must be given when obj.__name__ doesn't exist: %r" % (type(obj),))
        if module is False:
            module = None
        elif module is None:
            module = inspect.getmodule(obj)
        lines = self._lines(obj, module)
        if globs is None:
            globs = {} if module is None else module.__dict__.copy()
        else:
            globs = globs.copy()
        globs.update(extraglobs or {})
        globs.setdefault("__name__", "__main__")
        tests = []
        self._walk(tests, obj, name, module, lines, globs, set())
        tests.sort()
        return tests

    def _lines(self, obj, module):
        try:
            file = inspect.getsourcefile(obj)
        except TypeError:
            return None
        if not file:
            file = inspect.getfile(obj)
            if not file[0] + file[-2:] == "<]>":
                return None
        return (linecache.getlines(file) if module is None else linecache.getlines(file, module.__dict__)) or None

    def _from_module(self, module, obj):
        if module is None:
            return True
        if inspect.getmodule(obj) is not None and not inspect.isroutine(obj):
            return module is inspect.getmodule(obj)
        if inspect.isfunction(obj):
            return module.__dict__ is obj.__globals__
        if inspect.ismethoddescriptor(obj) or inspect.ismethodwrapper(obj):
            owner = getattr(getattr(obj, "__objclass__", None), "__module__", getattr(obj, "__module__", None))
            return module.__name__ == owner
        if inspect.isclass(obj) or hasattr(obj, "__module__"):
            return module.__name__ == obj.__module__
        if isinstance(obj, property):
            return True
        raise ValueError("object must be a class or function")

    def _is_routine(self, obj):
        try:
            obj = inspect.unwrap(obj)
        except ValueError:
            pass
        return inspect.isroutine(obj)

    def _walk(self, tests, obj, name, module, lines, globs, seen):
        if self._verbose:
            print("Finding tests in %s" % name)
        if id(obj) in seen:
            return
        seen.add(id(obj))
        test = self._test(obj, name, module, globs, lines)
        if test is not None:
            tests.append(test)
        if not self._recurse:
            return
        if inspect.ismodule(obj):
            for key, value in obj.__dict__.items():
                if (self._is_routine(value) or inspect.isclass(value)) and self._from_module(module, value):
                    self._walk(tests, value, f"{name}.{key}", module, lines, globs, seen)
            self._walk_extra(tests, obj, name, module, lines, globs, seen)
        elif inspect.isclass(obj):
            for key, value in obj.__dict__.items():
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                wanted = inspect.isroutine(value) or inspect.isclass(value) or isinstance(value, property)
                if wanted and self._from_module(module, value):
                    self._walk(tests, value, f"{name}.{key}", module, lines, globs, seen)

    def _walk_extra(self, tests, obj, name, module, lines, globs, seen):
        """__test__ names texts and objects that are tests too."""
        for key, value in getattr(obj, "__test__", {}).items():
            if not isinstance(key, str):
                raise ValueError("DocTestFinder.find: __test__ keys must be strings: %r" % (type(key),))
            if not (inspect.isroutine(value) or inspect.isclass(value) or inspect.ismodule(value) or isinstance(value, str)):
                raise ValueError("DocTestFinder.find: __test__ values must be strings, functions, methods, "
                                 "classes, or modules: %r" % (type(value),))
            self._walk(tests, value, f"{name}.__test__.{key}", module, lines, globs, seen)

    def _test(self, obj, name, module, globs, lines):
        if isinstance(obj, str):
            text = obj
        else:
            text = getattr(obj, "__doc__", None)
            text = "" if text is None else str(text)
        if self._exclude_empty and not text:
            return None
        lineno = self._lineno(obj, lines)
        file = None
        if module is not None:
            file = getattr(module, "__file__", None) or module.__name__
            if file[-4:] == ".pyc":
                file = file[:-1]
        return self._parser.get_doctest(text, globs, name, file, lineno)

    def _lineno(self, obj, lines):
        lineno = None
        text = getattr(obj, "__doc__", None)
        if inspect.ismodule(obj) and text is not None:
            lineno = 0
        elif inspect.isclass(obj) and text is not None:
            if lines is None:
                return None
            pattern = re.compile(r"^\s*class\s*%s\b" % re.escape(getattr(obj, "__name__", "-")))
            for i, line in enumerate(lines):
                if pattern.match(line):
                    lineno = i
                    break
        if inspect.ismethod(obj):
            obj = obj.__func__
        if isinstance(obj, property):
            obj = obj.fget
        if inspect.isroutine(obj) and getattr(obj, "__doc__", None):
            obj = inspect.unwrap(obj)
            code = getattr(obj, "__code__", None)
            if code is not None:
                lineno = code.co_firstlineno - 1
        if lineno is None:
            return None
        if lines is None:
            return lineno + 1
        start = re.compile(r'(^|.*:)\s*\w*("|\')')
        for i in range(lineno, len(lines)):
            if start.match(lines[i]):
                return i
        return None
