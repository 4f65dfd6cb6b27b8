"""Plays every scenario on this interpreter and prints them as one JSON object.

How a scenario is driven follows from its form:

* `async def name(log, loop)`: loop.run_until_complete(name(log, loop)) on a
  fresh loop. Its first step is in tick 1.
* `def name(log, loop)`: called with a fresh loop that it runs itself.
* `async def run_name(log)`: asyncio.run(run_name(log)).

log(text) keeps the line "<tick> text", where tick counts the iterations of the
loop so far, the one under way included. The last line is "<tick> end: ..."
with the repr of the result or of the exception. Loops made by asyncio.run also
log their shutdown steps. Time is as virtualtime.py says.
"""
import asyncio
import gc
import inspect
import json
import logging
import os
import sys
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, os.pardir, "cpython"))

from virtualtime import VirtualLoop  # noqa: E402
from cases import (awaits, barriers, callbacks, cancelcounts, cancels, conditions, contexts,  # noqa: E402
                   eager, errors, events, executors, futures, gathers, groups, inputs, locks, queues,
                   runs, semaphores, shields, signals, tasks, timeouts, waitfors, waits)

GROUPS = (awaits, barriers, callbacks, cancelcounts, cancels, conditions, contexts, eager, errors, events,
          executors, futures, gathers, groups, inputs, locks, queues, runs, semaphores, shields, signals,
          tasks, timeouts, waitfors, waits)


class Stage:
    """One play: its loop and the lines written so far."""

    def __init__(self):
        self.loop = None
        self.lines = []
        self.over = False

    def log(self, text):
        if not self.over:
            ticks = self.loop.ticks if self.loop else 0
            self.lines.append("%d %s" % (ticks, text))


class ToldLoop(VirtualLoop):
    """The loop of asyncio.run; says when the shutdown steps start."""

    stage = None

    async def shutdown_asyncgens(self):
        self.stage.log("step: shutdown_asyncgens")
        await super().shutdown_asyncgens()

    async def shutdown_default_executor(self, *args):
        self.stage.log("step: shutdown_default_executor")
        await super().shutdown_default_executor(*args)

    def close(self):
        if not self.is_closed():
            self.stage.log("step: close")
        super().close()


class StagePolicy(asyncio.DefaultEventLoopPolicy):
    def __init__(self, stage):
        super().__init__()
        self.stage = stage

    def new_event_loop(self):
        loop = self.stage.loop = ToldLoop()
        loop.stage = self.stage
        return loop


def play(scenario):
    stage = Stage()
    asyncio.set_event_loop_policy(StagePolicy(stage))
    takes_loop = len(inspect.signature(scenario).parameters) == 2
    if takes_loop:
        stage.loop = VirtualLoop()
    try:
        if not takes_loop:
            end = repr(asyncio.run(scenario(stage.log)))
        elif inspect.iscoroutinefunction(scenario):
            end = repr(stage.loop.run_until_complete(scenario(stage.log, stage.loop)))
        else:
            end = repr(scenario(stage.log, stage.loop))
    except BaseException as error:
        end = repr(error)
        error.__traceback__ = None
    stage.log("end: " + end)
    stage.over = True
    if not stage.loop.is_closed():
        stage.loop.close()
    stage.loop = None
    gc.collect()
    return stage.lines


def collect():
    found = {}
    for group in GROUPS:
        for name, value in sorted(vars(group).items()):
            if name.startswith("_") or not inspect.isfunction(value) or value.__module__ != group.__name__:
                continue
            if name in found:
                sys.exit("two scenarios are called " + name)
            found[name] = value
    return found


def main():
    # What is dropped at the end of a play is of no interest.
    warnings.simplefilter("ignore")
    logging.getLogger("asyncio").setLevel(logging.CRITICAL + 1)
    sys.unraisablehook = lambda unraisable: None
    wanted = sys.argv[1:]
    record = {}
    for name, scenario in sorted(collect().items()):
        if (not wanted or name in wanted) and sys.version_info[:2] >= getattr(scenario, "since", (3, 8)):
            record[name] = play(scenario)
    json.dump(record, sys.stdout)


if __name__ == "__main__":
    main()
