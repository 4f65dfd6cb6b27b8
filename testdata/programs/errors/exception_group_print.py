# python: 3.11
import traceback
import sys


def fail(e):
    raise e


try:
    raise ExceptionGroup("several", [ValueError("a"), ExceptionGroup("deeper", [KeyError("b")])])
except ExceptionGroup as eg:
    text = "".join(traceback.format_exception_only(eg))
    print(text)
    print(eg, "|", repr(eg))
