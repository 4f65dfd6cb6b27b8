"""Tells whether the lines typed so far are a statement, the beginning of one, or wrong."""

import __future__
import ast
import re
import warnings

__all__ = ["compile_command", "Compile", "CommandCompiler"]

_FEATURES = [getattr(__future__, name) for name in __future__.all_feature_names]


def _lines_after(source, number):
    """The lines behind one that say something."""
    lines = [line.strip() for line in source.split("\n")[number:]]
    return [line for line in lines if line and line[0] != "#"]


def _ends_early(source, error):
    """Whether what is wrong is that no more lines follow."""
    text = str(error.msg)
    if "was never closed" in text or "unterminated triple-quoted" in text or "unexpected EOF" in text:
        return True
    block = re.fullmatch("expected an indented block after .* on line ([0-9]+)", text)
    if block:
        return not _lines_after(source, int(block[1]))
    if text.startswith("expected 'except' or 'finally'"):
        last = [line for line in source.split("\n") if line.strip()][-1]
        return last[0] in " \t" or last.startswith("try")
    return False


def _open_block(source, symbol):
    """A compound statement typed line by line is over with an empty line."""
    if symbol != "single" or source.endswith("\n"):
        return False
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return False
    return bool(tree.body) and hasattr(tree.body[-1], "body")


def _only_decorators(source):
    """Whether the last lines are decorators of nothing yet."""
    said = _lines_after(source, 0)
    if not said or not said[-1].startswith("@"):
        return False
    try:
        ast.parse(source.rstrip("\n") + "\ndef f(): pass\n")
    except SyntaxError:
        return False
    return True


def _maybe(compiler, source, filename, symbol):
    said = _lines_after(source, 0)
    if not said:
        if symbol == "eval":
            return None
        source = "pass"
    if source.endswith("\\") or _open_block(source, symbol) or _only_decorators(source):
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", (SyntaxWarning, DeprecationWarning))
        try:
            compiler(source, filename, symbol)
        except SyntaxError as error:
            if _ends_early(source, error):
                return None
    return compiler(source, filename, symbol)


def compile_command(source, filename="<input>", symbol="single"):
    """Compiles the lines typed so far; None when more must follow."""
    return _maybe(lambda text, name, kind: compile(text, name, kind, 0, True), source, filename, symbol)


class Compile:
    """Compiles, and remembers the __future__ statements that it saw."""

    def __init__(self):
        self.flags = 0

    def __call__(self, source, filename, symbol, flags=0, *, incomplete_input=True):
        code = compile(source, filename, symbol, self.flags | flags, True)
        for feature in _FEATURES:
            if code.co_flags & feature.compiler_flag:
                self.flags |= feature.compiler_flag
        return code


class CommandCompiler:
    """compile_command with a memory of __future__ statements."""

    def __init__(self):
        self.compiler = Compile()

    def __call__(self, source, filename="<input>", symbol="single"):
        return _maybe(self.compiler, source, filename, symbol)
