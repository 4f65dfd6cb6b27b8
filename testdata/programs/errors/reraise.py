# python: 3.11
import sys


def f():
    try:
        raise ValueError("one")
    except ValueError:
        print(sys.exc_info()[0].__name__, sys.exception())
        try:
            raise TypeError("two")
        except TypeError:
            print(repr(sys.exception()))
        print(repr(sys.exception()))
        raise


try:
    f()
except ValueError as e:
    print("again", e, repr(e.__context__))
print(sys.exception())
try:
    raise
except RuntimeError as e:
    print(e)
try:
    raise 5
except TypeError as e:
    print(e)
try:
    raise ValueError from 5
except TypeError as e:
    print(e)
