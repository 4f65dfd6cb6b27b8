"""What there is to say of code here, which is none of CPython's bytecode.

The interpreter runs code of its own, whose instructions have no names or
numbers that a program could know; those functions that would list them raise
NotImplementedError.
"""

import inspect

__all__ = ["code_info", "dis", "disassemble", "distb", "disco", "findlinestarts", "findlabels", "show_code",
           "get_instructions", "Instruction", "Bytecode", "COMPILER_FLAG_NAMES", "pretty_flags", "stack_effect"]

COMPILER_FLAG_NAMES = {1: "OPTIMIZED", 2: "NEWLOCALS", 4: "VARARGS", 8: "VARKEYWORDS", 16: "NESTED", 32: "GENERATOR",
                       64: "NOFREE", 128: "COROUTINE", 256: "ITERABLE_COROUTINE", 512: "ASYNC_GENERATOR"}


def pretty_flags(flags):
    """Names the bits of co_flags."""
    names = []
    for i in range(32):
        bit = 1 << i
        if flags & bit:
            names.append(COMPILER_FLAG_NAMES.get(bit, hex(bit)))
            flags ^= bit
    return ", ".join(names or [hex(flags)])


def _no_bytecode(*args, **kwargs):
    raise NotImplementedError("this interpreter's code is not CPython's bytecode and cannot be disassembled")


dis = disassemble = distb = disco = findlabels = get_instructions = stack_effect = _no_bytecode


class Instruction:
    """One instruction of CPython's, of which there are none."""

    __new__ = _no_bytecode


class Bytecode:
    """The instructions of some code."""

    __init__ = _no_bytecode


def _code_of(x):
    x = getattr(x, "__func__", x)
    for name in "__code__", "gi_code", "ag_code", "cr_code":
        if hasattr(x, name):
            return getattr(x, name)
    if isinstance(x, str):
        try:
            return compile(x, "<disassembly>", "eval")
        except SyntaxError:
            return compile(x, "<disassembly>", "exec")
    if hasattr(x, "co_code") or inspect.iscode(x):
        return x
    raise TypeError("don't know how to disassemble %s objects" % type(x).__name__)


def findlinestarts(code):
    """Gives the offsets at which lines begin, and their numbers."""
    last = False
    for start, _end, line in code.co_lines():
        if line is not last:
            last = line
            yield start, line


def code_info(x):
    """Tells what is known of code without its instructions."""
    co = _code_of(x)
    lines = ["Name:              %s" % co.co_name, "Filename:          %s" % co.co_filename,
             "Argument count:    %s" % co.co_argcount, "Positional-only arguments: %s" % co.co_posonlyargcount,
             "Kw-only arguments: %s" % co.co_kwonlyargcount, "Number of locals:  %s" % len(co.co_varnames),
             "Flags:             %s" % pretty_flags(co.co_flags)]
    for title, names in (("Variable names:", co.co_varnames), ("Free variables:", co.co_freevars),
                         ("Cell variables:", co.co_cellvars)):
        if names:
            lines.append(title)
            lines += ["%4d: %s" % pair for pair in enumerate(names)]
    return "\n".join(lines)


def show_code(co, *, file=None):
    """Prints it."""
    print(code_info(co), file=file)
