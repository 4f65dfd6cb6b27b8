"""Runs one example in made-up time: drive.py PROGRAM [SECONDS:SIGNAL ...]

Each signal is raised when the clock, in a select, passes that many seconds. The
program sees asyncio as it is, but for the loop class and for time.
"""
import asyncio
import os
import runpy
import signal
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir, "cpython"))

from virtualtime import VirtualLoop  # noqa: E402

SCRIPT = [argument.split(":") for argument in sys.argv[2:]]


class ScriptedLoop(VirtualLoop):
    def __init__(self, *args):
        super().__init__(*args)
        for seconds, name in SCRIPT:
            self.clock.signal_at(float(seconds), getattr(signal, name))


class ScriptedPolicy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        return ScriptedLoop()


asyncio.SelectorEventLoop = ScriptedLoop
asyncio.set_event_loop_policy(ScriptedPolicy())
asyncio.DefaultEventLoopPolicy = ScriptedPolicy  # which aiorun sets anew
program = sys.argv[1]
del sys.argv[1:]
runpy.run_path(program, run_name="__main__")
