"""Cancel messages (3.9 and later) and the count of cancel requests (3.11 and later)."""
import asyncio

from .tools import ended, since, sleeper


@since(3, 9)
async def cancel_with_message(log, loop):
    task = loop.create_task(sleeper(log))
    await asyncio.sleep(0)
    task.cancel("why")
    await ended(log, task)
    await ended(log, task)


@since(3, 9)
async def cancel_with_message_before_start(log, loop):
    task = loop.create_task(sleeper(log))
    task.cancel("too soon")
    await ended(log, task)


@since(3, 9)
async def cancel_with_message_twice(log, loop):
    task = loop.create_task(sleeper(log))
    await asyncio.sleep(0)
    task.cancel("one")
    task.cancel("two")
    await ended(log, task)


@since(3, 9)
async def cancel_message_through_nested_tasks(log, loop):
    async def level(depth):
        try:
            if depth:
                await loop.create_task(level(depth - 1))
            else:
                await asyncio.sleep(10)
        except asyncio.CancelledError as error:
            log("level %d caught %r" % (depth, error))
            raise
    task = loop.create_task(level(2))
    await asyncio.sleep(1)
    task.cancel("deep")
    await ended(log, task)


@since(3, 9)
async def cancel_future_with_message(log, loop):
    future = loop.create_future()
    future.cancel("gone")
    await ended(log, future)
    await ended(log, future)


@since(3, 11)
async def cancelling_counts(log, loop):
    task = loop.create_task(sleeper(log))
    await asyncio.sleep(0)
    log("%d" % task.cancelling())
    task.cancel()
    task.cancel()
    log("%d" % task.cancelling())
    log("uncancel %d" % task.uncancel())
    await ended(log, task)
    log("%d" % task.cancelling())
    task.cancel()
    log("%d" % task.cancelling())


@since(3, 11)
async def uncancel_inside_except(log, loop):
    async def job():
        me = asyncio.current_task()
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            log("caught, %d" % me.cancelling())
            log("uncancel %d" % me.uncancel())
            log("uncancel %d" % me.uncancel())
        await asyncio.sleep(1)
        return "went on"
    task = loop.create_task(job())
    await asyncio.sleep(0)
    task.cancel()
    await ended(log, task)


@since(3, 11)
async def uncancel_before_next_await(log, loop):
    async def job():
        me = asyncio.current_task()
        me.cancel()
        log("uncancel %d" % me.uncancel())
        try:
            await asyncio.sleep(0)
            log("went on")
        except asyncio.CancelledError:
            log("caught all the same")
    await ended(log, loop.create_task(job()))


@since(3, 11)
async def uncancel_one_of_two(log, loop):
    async def job():
        me = asyncio.current_task()
        me.cancel()
        me.cancel()
        log("uncancel %d" % me.uncancel())
        try:
            await asyncio.sleep(0)
            log("went on")
        except asyncio.CancelledError:
            log("caught")
    await ended(log, loop.create_task(job()))


@since(3, 11)
async def uncancel_while_cancel_is_under_way(log, loop):
    """The future is cancelled already, so taking it back is too late."""
    task = loop.create_task(sleeper(log))
    await asyncio.sleep(0)
    task.cancel()
    log("uncancel %d" % task.uncancel())
    await ended(log, task)
