"""The timeout context manager (3.11 and later)."""
import asyncio

from .tools import outcome, since


@since(3, 11)
async def timeout_in_time(log, loop):
    async with asyncio.timeout(5) as limit:
        await asyncio.sleep(1)
    log("after, expired %s" % limit.expired())


@since(3, 11)
async def timeout_expires(log, loop):
    try:
        async with asyncio.timeout(1) as limit:
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                log("body cancelled")
                raise
    except TimeoutError as error:
        log("caught %r from %r, expired %s" % (error, error.__cause__, limit.expired()))
    return asyncio.current_task().cancelling()


@since(3, 11)
async def timeout_zero(log, loop):
    try:
        async with asyncio.timeout(0):
            log("inside")
            await loop.create_future()
    except TimeoutError:
        log("caught")


@since(3, 11)
async def timeout_zero_without_await(log, loop):
    async with asyncio.timeout(0) as limit:
        log("inside")
    log("outside, expired %s" % limit.expired())
    await asyncio.sleep(0)
    log("nothing came")


@since(3, 11)
async def timeout_none_never_fires(log, loop):
    async with asyncio.timeout(None) as limit:
        await asyncio.sleep(100)
    return [limit.when(), limit.expired()]


@since(3, 11)
async def timeout_moved_later(log, loop):
    async with asyncio.timeout(1) as limit:
        limit.reschedule(loop.time() + 5)
        await asyncio.sleep(2)
        log("still fine")


@since(3, 11)
async def timeout_moved_to_the_past(log, loop):
    try:
        async with asyncio.timeout(10) as limit:
            await asyncio.sleep(1)
            limit.reschedule(loop.time() - 1)
            log("moved")
            await asyncio.sleep(1)
    except TimeoutError:
        log("caught")


@since(3, 11)
async def timeout_at_moment(log, loop):
    try:
        async with asyncio.timeout_at(loop.time() + 1):
            await asyncio.sleep(5)
    except TimeoutError:
        log("caught")


@since(3, 11)
async def timeout_nested_inner_expires(log, loop):
    async with asyncio.timeout(5) as outer:
        try:
            async with asyncio.timeout(1) as inner:
                await asyncio.sleep(10)
        except TimeoutError:
            log("inner caught")
    return [outer.expired(), inner.expired()]


@since(3, 11)
async def timeout_nested_outer_expires(log, loop):
    try:
        async with asyncio.timeout(1) as outer:
            try:
                async with asyncio.timeout(5) as inner:
                    await asyncio.sleep(10)
            except TimeoutError:
                log("not here")
    except TimeoutError:
        log("outer caught")
    return [outer.expired(), inner.expired()]


@since(3, 11)
async def timeout_nested_same_moment(log, loop):
    when = loop.time() + 1
    try:
        async with asyncio.timeout_at(when):
            try:
                async with asyncio.timeout_at(when):
                    await asyncio.sleep(10)
            except TimeoutError:
                log("inner caught")
                await asyncio.sleep(0)
                log("inner went on")
    except TimeoutError:
        log("outer caught")


@since(3, 11)
async def timeout_and_cancel_from_outside(log, loop):
    async def job():
        try:
            async with asyncio.timeout(5):
                await asyncio.sleep(10)
        except TimeoutError:
            log("time is up")
        except asyncio.CancelledError:
            log("cancelled")
            raise
    task = loop.create_task(job())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    return outcome(task)


@since(3, 11)
async def timeout_and_cancel_in_one_tick(log, loop):
    async def job():
        async with asyncio.timeout_at(when):
            await asyncio.sleep(10)
    when = loop.time() + 1
    task = loop.create_task(job())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    loop.call_at(when, lambda: log("cancel %s" % task.cancel()))
    await asyncio.wait([task])
    return [outcome(task), task.cancelling()]


@since(3, 11)
async def timeout_body_swallows(log, loop):
    async with asyncio.timeout(1) as limit:
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            log("swallowed")
    return [limit.expired(), asyncio.current_task().cancelling()]


@since(3, 11)
async def timeout_body_raises(log, loop):
    try:
        async with asyncio.timeout(5):
            raise ValueError("body")
    except ValueError as error:
        log("%r" % error)
    await asyncio.sleep(6)


@since(3, 11)
async def timeout_body_replaces_cancel(log, loop):
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                raise ValueError("instead")
    except ValueError as error:
        log("%r in the course of %r" % (error, error.__context__))


@since(3, 11)
async def timeout_misused(log, loop):
    limit = asyncio.timeout(1)
    try:
        limit.reschedule(2)
    except RuntimeError as error:
        log(str(error))
    async with limit:
        try:
            async with limit:
                log("not reached")
        except RuntimeError as error:
            log(str(error))
    try:
        limit.reschedule(2)
    except RuntimeError as error:
        log(str(error).split("<")[0])
