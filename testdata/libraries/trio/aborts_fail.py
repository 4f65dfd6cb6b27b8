# Abort functions that break the rules, which ends the run.
import gc
import sys
import warnings

import trio
from _run import outcome
from trio.lowlevel import wait_task_rescheduled

warnings.simplefilter("ignore")  # what such an end leaves behind complains, where there are reference counts
sys.unraisablehook = lambda unraisable: None


async def bad_value(value):
    with trio.CancelScope() as scope:
        scope.cancel()
        await wait_task_rescheduled(lambda raise_cancel: value)


for value in (None, True, 1, "SUCCEEDED"):
    outcome(bad_value, value)


async def fails_itself():
    with trio.CancelScope() as scope:
        scope.cancel()

        def abort(raise_cancel):
            raise ValueError("in the abort function")

        await wait_task_rescheduled(abort)


outcome(fails_itself)
gc.collect()
