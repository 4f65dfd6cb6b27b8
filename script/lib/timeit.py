"""How long small pieces of code take."""

import gc
import itertools
import sys
import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter


class Timer:
    """One statement with its setup."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        names = {} if globals is None else dict(globals)
        self._setup = self._part(setup, "setup", names)
        self._stmt = self._part(stmt, "stmt", names)
        self._names = names

    @staticmethod
    def _part(code, name, names):
        if isinstance(code, str):
            compile(code, "<timeit-src>", "exec")
            return code
        if callable(code):
            return code
        raise ValueError(f"{name} is neither a string nor callable")

    def _inner(self):
        # The loop is one function, so that the statement's names are fast.
        lines = ["def inner(_it, _timer, _setup, _stmt):"]

        def body(part, call, indent):
            if callable(part):
                lines.append(indent + call)
            else:
                lines.extend(indent + line for line in part.splitlines() or ["pass"])
        body(self._setup, "_setup()", "    ")
        lines.append("    _t0 = _timer()")
        lines.append("    for _i in _it:")
        body(self._stmt, "_stmt()", "        ")
        lines.append("        pass")
        lines.append("    return _timer() - _t0")
        exec(compile("\n".join(lines), "<timeit-src>", "exec"), self._names)
        return self._names["inner"]

    def timeit(self, number=default_number):
        """The time of number executions."""
        was = gc.isenabled()
        gc.disable()
        try:
            return self._inner()(itertools.repeat(None, number), self.timer, self._setup,
                                 self._stmt)
        finally:
            if was:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        """timeit several times."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """(number, time) with a number so great that it takes 0.2 seconds."""
        i = 1
        while True:
            for j in 1, 2, 5:
                number = i * j
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            i *= 10

    def print_exc(self, file=None):
        """Prints the exception being handled."""
        import traceback
        traceback.print_exc(file=file or sys.stderr)


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    """The time of number executions of stmt."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat,
           number=default_number, globals=None):
    """timeit several times."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
