"""Looks at what a program sees of the way it is run."""
import os
import random
import sys
import traceback

print(__name__, sys.argv, os.path.basename(sys.path[0]), os.path.basename(__file__))
print([name for name in os.environ if name.startswith(("AIO_", "PYTHONPATH"))])
print([path for path in sys.path if "prelude" in path])
print(sys.stdin.read().split())
print(random.random(), random.randrange(1000))


def fail():
    raise ValueError("inside")


try:
    fail()
except ValueError as e:
    print([frame.name for frame in traceback.extract_tb(e.__traceback__)])
fail()
