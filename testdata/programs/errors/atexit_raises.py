"""What functions that run at exit raise is told, and the others run all the same."""

import asyncio
import atexit
import sys

if sys.version_info >= (3, 10):
    sys.unraisablehook = lambda u: print(type(u.exc_value).__name__, u.exc_value, u.err_msg, u.object)


class Named:
    def __init__(self, name, error):
        self.name, self.error = name, error

    def __call__(self):
        print(self.name, "runs")
        raise self.error

    def __repr__(self):
        return self.name


atexit.register(print, "last")
atexit.register(Named("divides", ZeroDivisionError("by nothing")))
atexit.register(Named("leaves", SystemExit(3)))
atexit.register(Named("interrupts", KeyboardInterrupt()))


async def main():
    atexit.register(Named("of a task", ValueError("too late")))
    await asyncio.sleep(0.1)
    print("main is over")


asyncio.run(main())
