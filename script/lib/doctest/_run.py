"""Runs tests and tells what failed."""

import __future__
import functools
import linecache
import operator
import re
import sys
import traceback
from collections import namedtuple
from io import StringIO

from doctest._check import (FAIL_FAST, IGNORE_EXCEPTION_DETAIL, OPTIONFLAGS_BY_NAME, REPORT_ONLY_FIRST_FAILURE, SKIP,
                            OutputChecker, _indented)


class TestResults(namedtuple("TestResults", "failed attempted")):
    """How many examples failed and ran."""

    def __new__(cls, failed, attempted, *, skipped=0):
        made = super().__new__(cls, failed, attempted)
        made.skipped = skipped
        return made

    def __repr__(self):
        plain = super().__repr__()
        return f"{plain[:-1]}, skipped={self.skipped})" if self.skipped else plain


class _Output(StringIO):
    """Standard output while an example runs."""

    def take(self):
        """What was printed since, as whole lines."""
        text = self.getvalue()
        self.seek(0)
        self.truncate()
        return text + "\n" if text and not text.endswith("\n") else text


def _flags_of(globs):
    features = {name: getattr(__future__, name) for name in __future__.all_feature_names}
    on = {feature.compiler_flag for name, feature in features.items() if globs.get(name) is feature}
    return functools.reduce(operator.or_, on, 0)


def _class_only(message):
    """The class of an exception's message, without its module."""
    head = message.split("\n", 1)[0]
    return head.split(":", 1)[0].rsplit(".", 1)[-1].strip()


def _count(n, word):
    return f"{n} {word}" if n == 1 else f"{n} {word}s"


def _writer(file):
    """Writes to a file; what its encoding cannot take is escaped."""
    encoding = (getattr(file, "encoding", None) or "utf-8").lower()
    if encoding == "utf-8":
        return file.write
    return lambda text: file.write(str(text.encode(encoding, "backslashreplace"), encoding))


class DocTestRunner:
    """Runs tests."""

    DIVIDER = "*" * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._judging = checker or OutputChecker()
        self._verbose = "-v" in sys.argv if verbose is None else verbose
        self.optionflags = self.original_optionflags = optionflags
        self.tries = self.failures = self.skips = 0
        self._stats = {}
        self._printed = _Output()

    def report_start(self, out, test, example):
        """Says what is tried."""
        if self._verbose:
            want = "Expecting:\n" + _indented(example.want) if example.want else "Expecting nothing\n"
            out("Trying:\n" + _indented(example.source) + want)

    def report_success(self, out, test, example, got):
        """Says that it went well."""
        if self._verbose:
            out("ok\n")

    def report_failure(self, out, test, example, got):
        """Shows output that is not as expected."""
        out(self._where(test, example) + self._judging.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        """Shows an exception that is not expected."""
        out(self._where(test, example) + "Exception raised:\n"
            + _indented("".join(traceback.format_exception(*exc_info))))

    def _where(self, test, example):
        out = [self.DIVIDER]
        if test.filename:
            line = "?" if test.lineno is None or example.lineno is None else test.lineno + example.lineno + 1
            out.append('File "%s", line %s, in %s' % (test.filename, line, test.name))
        else:
            out.append("Line %s, in %s" % (example.lineno + 1, test.name))
        out += ["Failed example:", _indented(example.source)]
        return "\n".join(out)

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        """Runs a test."""
        self.test = test
        if compileflags is None:
            compileflags = _flags_of(test.globs)
        before = sys.stdout, sys.displayhook, linecache.getlines
        out = out or _writer(sys.stdout)
        sys.stdout, sys.displayhook, linecache.getlines = self._printed, sys.__displayhook__, self._getlines
        try:
            return self._run(test, compileflags, out)
        finally:
            sys.stdout, sys.displayhook, linecache.getlines = before
            if clear_globs:
                test.globs.clear()
                import builtins
                builtins._ = None

    def _getlines(self, filename, module_globals=None):
        found = re.match(r"<doctest (.+)\[(\d+)\]>$", filename)
        if found and found[1] == self.test.name:
            return self.test.examples[int(found[2])].source.splitlines(keepends=True)
        lines = linecache.cache.get(filename)
        return linecache.updatecache(filename, module_globals) if lines is None or len(lines) == 1 else lines[2]

    def _run(self, test, compileflags, out):
        failures = tries = skips = 0
        original = self.optionflags
        for number, example in enumerate(test.examples):
            quiet = self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures > 0
            self.optionflags = original
            for flag, on in example.options.items():
                self.optionflags = self.optionflags | flag if on else self.optionflags & ~flag
            tries += 1
            if SKIP & self.optionflags:
                skips += 1
                continue
            if not quiet:
                self.report_start(out, test=test, example=example)
            raised = self._execute(test, example, number, compileflags)
            got = self._printed.take()
            if self._judge(test, example, got, raised, out, quiet):
                continue
            failures += 1
            if self.optionflags & FAIL_FAST:
                break
        self.optionflags = original
        self._record(test.name, failures, tries, skips)
        return TestResults(failures, tries, skipped=skips)

    def _execute(self, test, example, number, compileflags):
        name = "<doctest %s[%d]>" % (test.name, number)
        try:
            exec(compile(example.source, name, "single", compileflags, True), test.globs)
        except KeyboardInterrupt:
            raise
        except BaseException:
            kind, error, tb = sys.exc_info()
            return kind, error.with_traceback(tb.tb_next), tb.tb_next

    def _judge(self, test, example, got, raised, out, quiet):
        """Whether an example went as it says."""
        if raised is None:
            fine = self._same(example.want, got)
            if not quiet:
                (self.report_success if fine else self.report_failure)(out, test, example, got)
            return fine
        lines = traceback.format_exception_only(*raised[:2])
        if issubclass(raised[0], SyntaxError):
            heads = f"{raised[0].__qualname__}:", f"{raised[0].__module__}.{raised[0].__qualname__}:"
            lines = lines[next(i for i, line in enumerate(lines) if line.startswith(heads)):]
        message = "".join(lines)
        expected = example.exc_msg
        if expected is None:
            if not quiet:
                self.report_unexpected_exception(out, test, example, raised)
            return False
        fine = self._same(expected, message)
        if not fine and self.optionflags & IGNORE_EXCEPTION_DETAIL:
            fine = self._same(_class_only(expected), _class_only(message))
        if not quiet:
            told = got + "".join(traceback.format_exception(*raised))
            (self.report_success if fine else self.report_failure)(out, test, example, told)
        return fine

    def _same(self, want, got):
        return self._judging.check_output(want, got, self.optionflags)

    def _record(self, name, failures, tries, skips):
        before = self._stats.get(name, (0, 0, 0))
        self._stats[name] = tuple(a + b for a, b in zip(before, (failures, tries, skips)))
        self.tries, self.failures, self.skips = self.tries + tries, self.failures + failures, self.skips + skips

    def summarize(self, verbose=None):
        """Prints how the tests went."""
        if verbose is None:
            verbose = self._verbose
        empty, passed, failed = [], [], []
        tries = failures = skips = 0
        for name, stats in self._stats.items():
            assert stats[0] <= stats[1]
            failures, tries, skips = failures + stats[0], tries + stats[1], skips + stats[2]
            (failed if stats[0] else passed if stats[1] else empty).append((name, stats))
        if verbose:
            if empty:
                print(f"{_count(len(empty), 'item')} had no tests:")
                for name, _stats in sorted(empty):
                    print(f"    {name}")
            if passed:
                print(f"{_count(len(passed), 'item')} passed all tests:")
                for name, stats in sorted(passed):
                    print(f" {stats[1]:3d} {'test' if stats[1] == 1 else 'tests'} in {name}")
        if failed:
            print(self.DIVIDER)
            print(f"{_count(len(failed), 'item')} had failures:")
            for name, stats in sorted(failed):
                print(f" {stats[0]:3d} of {stats[1]:3d} in {name}")
        if verbose:
            print(f"{_count(tries, 'test')} in {_count(len(self._stats), 'item')}.")
            print(f"{tries - failures} passed" + (f" and {failures} failed." if failures else "."))
        if failures:
            print(f"***Test Failed*** {_count(failures, 'failure')}" + (f" and {_count(skips, 'skipped test')}" if skips else "") + ".")
        elif verbose:
            print("Test passed" + (f" and {_count(skips, 'skipped test')}" if skips else "") + ".")
        return TestResults(failures, tries, skipped=skips)

    def merge(self, other):
        """Takes another runner's numbers."""
        for name, numbers in other._stats.items():
            self._record(name, *numbers)


class DocTestFailure(Exception):
    """An example printed something else."""

    def __init__(self, test, example, got):
        self.test, self.example, self.got = test, example, got

    def __str__(self):
        return str(self.test)


class UnexpectedException(Exception):
    """An example raised what it should not."""

    def __init__(self, test, example, exc_info):
        self.test, self.example, self.exc_info = test, example, exc_info

    def __str__(self):
        return str(self.test)


class DebugRunner(DocTestRunner):
    """Raises at the first example that fails."""

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        result = super().run(test, compileflags, out, clear_globs=False)
        if clear_globs:
            test.globs.clear()
        return result

    def report_unexpected_exception(self, out, test, example, exc_info):
        raise UnexpectedException(test, example, exc_info)

    def report_failure(self, out, test, example, got):
        raise DocTestFailure(test, example, got)
