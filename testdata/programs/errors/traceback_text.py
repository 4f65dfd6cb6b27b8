# python: 3.10
import traceback


def a(x):
    return b(x) + 1


def b(x):
    if x > 2:
        raise ValueError("too big", x)
    return a(x + 1)


try:
    a(1)
except ValueError as e:
    lines = traceback.format_exception(e)
    print(len(lines), lines[0].strip(), lines[-1].strip())
    for frame in traceback.extract_tb(e.__traceback__):
        print(frame.name, frame.lineno, frame.line)
