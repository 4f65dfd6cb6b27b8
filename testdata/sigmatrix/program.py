"""One cell of the matrix: program.py CELL [handled]

A cell is a main coroutine for asyncio.run and a moment at which SIGINT comes.
With "handled" the loop has a handler for SIGINT that only says so. Time is made
up; signals during a select come from the clock, all others from the code that
they interrupt, so nothing depends on real time.
"""
import asyncio
import gc
import logging
import os
import re
import signal
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir, "cpython"))

from virtualtime import VirtualLoop, raise_here  # noqa: E402

HANDLED = "handled" in sys.argv[2:]
kept = []  # tasks that nothing else refers to
logged = []


def say(text):
    print(text, flush=True)


def interrupt(place):
    say(place + " is interrupted")
    raise_here(signal.SIGINT)
    say(place + " goes on")


def interrupts_at(*moments):
    """Signals for the select that is under way that many seconds from now."""
    for seconds in moments:
        asyncio.get_running_loop().clock.signal_at(seconds, signal.SIGINT)


def install(loop):
    if HANDLED:
        loop.add_signal_handler(signal.SIGINT, say, "handler called")


def spawn(coroutine):
    kept.append(asyncio.get_running_loop().create_task(coroutine))
    return kept[-1]


async def sleeper(name, seconds=10, cleanup=0):
    say(name + " starts")
    try:
        await asyncio.sleep(seconds)
        say(name + " ends")
    except BaseException as error:
        say("%s sees %s" % (name, type(error).__name__))
        if cleanup and isinstance(error, asyncio.CancelledError):
            try:
                await asyncio.sleep(cleanup)
                say(name + " has cleaned up")
            except BaseException as error:
                say("%s, cleaning up, sees %s" % (name, type(error).__name__))
                raise
        raise
    return 7


async def in_select():
    spawn(sleeper("task"))
    interrupts_at(1)
    return await sleeper("main", 2)


async def in_callback():
    loop = asyncio.get_running_loop()
    spawn(sleeper("task"))
    loop.call_soon(interrupt, "callback")
    loop.call_soon(say, "next callback")
    return await sleeper("main", 2)


async def in_main_step():
    spawn(sleeper("task"))
    await asyncio.sleep(0)
    interrupt("main")
    return await sleeper("main", 2)


async def in_main_last_step():
    spawn(sleeper("task"))
    await asyncio.sleep(0)
    interrupt("main")
    return 7


async def main_swallows_in_step():
    spawn(sleeper("task"))
    await asyncio.sleep(0)
    try:
        interrupt("main")
        await asyncio.sleep(2)
        say("main undisturbed")
    except BaseException as error:
        say("main swallows " + type(error).__name__)
    return 7


async def main_swallows_in_select():
    spawn(sleeper("task"))
    interrupts_at(1)
    try:
        await sleeper("main", 2)
    except BaseException as error:
        say("main swallows " + type(error).__name__)
    return 7


async def _interrupted(name):
    say(name + " starts")
    await asyncio.sleep(0)
    interrupt(name)
    return await sleeper(name, 1)


async def in_other_task_step():
    spawn(_interrupted("task"))
    return await sleeper("main", 2)


async def in_awaited_task_step():
    try:
        return await spawn(_interrupted("task"))
    except BaseException as error:
        say("main sees " + type(error).__name__)
        raise


async def second_while_main_cleans_up():
    spawn(sleeper("task"))
    interrupts_at(1, 3)
    return await sleeper("main", 10, cleanup=5)


async def second_while_task_cleans_up():
    spawn(sleeper("task", 10, cleanup=5))
    interrupts_at(1, 3)
    return await sleeper("main", 2)


async def in_cancel_all():
    spawn(sleeper("task", 10, cleanup=5))
    interrupts_at(3)
    return await sleeper("main", 1)


async def _interrupted_at_the_end():
    try:
        await asyncio.sleep(10)
    finally:
        interrupt("task")


async def in_task_step_of_cancel_all():
    spawn(_interrupted_at_the_end())
    return await sleeper("main", 1)


async def before_first_step():
    return await sleeper("main", 1)


async def tick_after_main():
    spawn(sleeper("task"))
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_soon(interrupt, "callback")
    say("main returns")
    return 7


async def tick_after_main_alone():
    asyncio.get_running_loop().call_soon(interrupt, "callback")
    say("main returns")
    return 7


async def in_done_callback_of_main():
    """As tick_after_main, but behind the callback that stops the loop."""
    spawn(sleeper("task"))
    await asyncio.sleep(0)
    asyncio.current_task().add_done_callback(lambda _: interrupt("done callback"))
    say("main returns")
    return 7


async def _generator():
    try:
        yield 1
    finally:
        interrupt("generator")


async def in_shutdown_asyncgens():
    generator = _generator()
    kept.append(generator)
    await generator.__anext__()
    say("main returns")
    return 7


async def in_wait_for():
    spawn(sleeper("task"))
    interrupts_at(1)
    try:
        return await asyncio.wait_for(sleeper("inner", 2), 5)
    except BaseException as error:
        say("main sees " + type(error).__name__)
        raise


async def in_gather():
    interrupts_at(1)
    try:
        return await asyncio.gather(sleeper("child", 2))
    except BaseException as error:
        say("main sees " + type(error).__name__)
        raise


async def in_shield():
    interrupts_at(1)
    try:
        return await asyncio.shield(spawn(sleeper("inner", 2)))
    except BaseException as error:
        say("main sees " + type(error).__name__)
        raise


CELLS = {cell.__name__: cell for cell in (
    in_select, in_callback, in_main_step, in_main_last_step, main_swallows_in_step,
    main_swallows_in_select, in_other_task_step, in_awaited_task_step,
    second_while_main_cleans_up, second_while_task_cleans_up, in_cancel_all,
    in_task_step_of_cancel_all, before_first_step, tick_after_main,
    tick_after_main_alone, in_done_callback_of_main, in_shutdown_asyncgens, in_wait_for, in_gather, in_shield)}


class TellingLoop(VirtualLoop):
    def run_until_complete(self, future):
        # asyncio.run passes a bare gather only to wait for what it has cancelled.
        if asyncio.isfuture(future) and not isinstance(future, asyncio.Task):
            say("cancel all tasks")
        return super().run_until_complete(future)


class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        loop = TellingLoop()
        install(loop)
        if sys.argv[1] == before_first_step.__name__:
            loop.call_soon(interrupt, "callback")
        return loop


class Listener(logging.Handler):
    def emit(self, record):
        first = record.getMessage().splitlines()[0]
        # What follows are addresses and file positions.
        logged.append(re.sub(r"( generator| in callback) .*", r"\1", first))


def chain(error):
    names = []
    while error is not None:
        names.append(type(error).__name__)
        error = error.__cause__ or error.__context__
    return " <- ".join(names)


def main():
    gc.disable()
    logger = logging.getLogger("asyncio")
    logger.addHandler(Listener())
    logger.propagate = False
    asyncio.set_event_loop_policy(Policy())
    kind = None
    try:
        ending = "returned %r" % asyncio.run(CELLS[sys.argv[1]]())
    except BaseException as error:
        ending, kind = chain(error), type(error)
    say("outcome: " + ending)
    # Only now is the exception gone, and with it what its frames held.
    kept.clear()
    gc.collect()
    for message in sorted(logged):
        say("logged: " + message)
    if kind:
        raise kind


if __name__ == "__main__":
    if len(sys.argv) == 1:
        print("\n".join(CELLS))
    else:
        main()
