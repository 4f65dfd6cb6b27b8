"""What the scenarios of locks and queues need."""
import asyncio
import re


async def spin(times=1):
    """Let that many ticks pass."""
    for _ in range(times):
        await asyncio.sleep(0)


async def attempt(log, what, awaitable):
    """Await and tell what came of it, whatever that is."""
    try:
        log("%s: %r" % (what, await awaitable))
    except BaseException as error:
        log("%s raised %r" % (what, error))


def at_once(log, what, call, *args):
    """Call and tell what came of it."""
    try:
        log("%s: %r" % (what, call(*args)))
    except Exception as error:
        log("%s raised %r" % (what, error))


def state(thing):
    """A repr without its address."""
    return re.sub(r" (object )?at 0x[0-9a-f]+", "", repr(thing))


async def use(log, name, lock, hold=1):
    """Acquire, hold for some ticks and release."""
    try:
        await lock.acquire()
    except asyncio.CancelledError as error:
        log("%s gives up: %r" % (name, error))
        raise
    log("%s has it" % name)
    await spin(hold)
    lock.release()


def users(log, loop, lock, names, hold=1):
    return [loop.create_task(use(log, name, lock, hold)) for name in names]


async def all_of(tasks):
    """Wait until the tasks have ended in whatever way."""
    for task in tasks:
        try:
            await task
        except (asyncio.CancelledError, Exception):
            pass


def refused_loop(error):
    """Whether an error is one of those for another loop's lock."""
    return isinstance(error, RuntimeError) and "different" in str(error) and "loop" in str(error)
