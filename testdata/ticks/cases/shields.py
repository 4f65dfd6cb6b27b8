"""shield."""
import asyncio

from .tools import outcome


async def _job(log, seconds=2, error=None):
    log("job starts")
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        log("job cancelled")
        raise
    log("job ends")
    if error:
        raise error
    return "value"


async def shield_undisturbed(log, loop):
    log("before")
    value = await asyncio.shield(_job(log, 0))
    log("after")
    return value


async def shield_done_future(log, loop):
    future = loop.create_future()
    future.set_result(1)
    shielded = asyncio.shield(future)
    log("same %s" % (shielded is future))
    log("got %d" % await shielded)


async def shield_waiter_cancelled(log, loop):
    inner = loop.create_task(_job(log))

    async def waiter():
        try:
            await asyncio.shield(inner)
        except asyncio.CancelledError as error:
            log("waiter caught %r" % error)
            raise
    task = loop.create_task(waiter())
    await asyncio.sleep(1)
    log("cancel %s" % task.cancel())
    await asyncio.wait([task])
    log("waiter %s, inner %s" % (outcome(task), outcome(inner)))
    return await inner


async def shield_itself_cancelled(log, loop):
    inner = loop.create_task(_job(log))
    outer = asyncio.shield(inner)
    await asyncio.sleep(1)
    log("cancel %s" % outer.cancel())
    log("outer %s, inner %s" % (outcome(outer), outcome(inner)))
    return await inner


async def shield_inner_cancelled(log, loop):
    inner = loop.create_task(_job(log))
    outer = asyncio.shield(inner)
    await asyncio.sleep(1)
    inner.cancel()
    try:
        await outer
    except asyncio.CancelledError as error:
        log("caught %r" % error)
    return outcome(outer)


async def shield_inner_fails(log, loop):
    await asyncio.shield(_job(log, 1, ValueError("inner")))


async def shield_waiter_cancelled_inner_fails_later(log, loop):
    inner = loop.create_task(_job(log, 2, ValueError("inner")))
    outer = asyncio.shield(inner)
    await asyncio.sleep(1)
    outer.cancel()
    await asyncio.wait([inner])
    return [outcome(outer), outcome(inner)]


async def shield_within_shield(log, loop):
    inner = loop.create_task(_job(log))
    outer = asyncio.shield(asyncio.shield(inner))
    loop.call_later(1, outer.cancel)
    try:
        await outer
    except asyncio.CancelledError:
        log("caught, inner %s" % outcome(inner))
    return await inner


async def shield_in_wait_for(log, loop):
    inner = loop.create_task(_job(log))
    try:
        await asyncio.wait_for(asyncio.shield(inner), 1)
    except asyncio.TimeoutError:
        log("time is up, inner %s" % outcome(inner))
    return await inner


async def shield_in_gather_cancelled(log, loop):
    inner = loop.create_task(_job(log))
    gathered = asyncio.gather(asyncio.shield(inner))
    await asyncio.sleep(1)
    gathered.cancel()
    try:
        await gathered
    except asyncio.CancelledError:
        log("caught")
    return await inner


async def shield_cancelled_while_inner_ends(log, loop):
    """Inner is done, the shield has not heard of it yet."""
    inner = loop.create_future()
    outer = asyncio.shield(inner)
    inner.set_result("value")
    log("cancel %s" % outer.cancel())
    await asyncio.sleep(0)
    return [outcome(outer), outcome(inner)]
