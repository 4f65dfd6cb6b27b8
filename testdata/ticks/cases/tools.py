"""What several groups of scenarios need."""
import asyncio
import re


def since(major, minor):
    """Marks a scenario that needs at least this Python."""
    def mark(scenario):
        scenario.since = (major, minor)
        return scenario
    return mark


def note_errors(log, loop):
    """Log what reaches the exception handler; function names are left out."""
    def handler(loop, context):
        message = re.sub(r"(Exception in callback).*", r"\1", context["message"])
        log("handler: %s: %r" % (message, context.get("exception")))
    loop.set_exception_handler(handler)


def outcome(future):
    """How a future ended, in a few letters."""
    if not future.done():
        return "pending"
    if future.cancelled():
        return "cancelled"
    if future.exception() is not None:
        return "raised %r" % (future.exception(),)
    return "returned %r" % (future.result(),)


async def sleeper(log, name="sleeper", seconds=10):
    log(name + " starts")
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError as error:
        log("%s caught %r" % (name, error))
        raise
    log(name + " ends")


async def ended(log, task):
    """Await a task and tell how it ended, whatever that is."""
    try:
        log("result %r" % (await task,))
    except BaseException as error:
        log("awaiting raised %r" % error)


class Yields:
    """Awaiting it yields the given value, raw, to whoever drives the coroutine."""

    def __init__(self, value):
        self.value = value

    def __await__(self):
        got = yield self.value
        return got
