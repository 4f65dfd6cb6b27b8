"""wait_for."""
import asyncio

from .tools import outcome


async def _job(log, seconds, value="value"):
    log("job starts")
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        log("job cancelled")
        raise
    log("job ends")
    return value


async def wait_for_in_time(log, loop):
    value = await asyncio.wait_for(_job(log, 1), 5)
    log("after")
    return value


async def wait_for_without_suspension(log, loop):
    async def job():
        log("job")
        return 1
    log("before")
    value = await asyncio.wait_for(job(), 5)
    log("after")
    return value


async def wait_for_two_hops(log, loop):
    async def job():
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        log("job")
    log("before")
    await asyncio.wait_for(job(), 5)
    log("after")


async def wait_for_expires(log, loop):
    try:
        await asyncio.wait_for(_job(log, 10), 1)
    except asyncio.TimeoutError as error:
        log("caught %r from %r" % (error, error.__cause__))


async def wait_for_zero(log, loop):
    log("before")
    await asyncio.wait_for(_job(log, 1), 0)


async def wait_for_negative_with_future(log, loop):
    future = loop.create_future()
    log("before")
    try:
        await asyncio.wait_for(future, -1)
    except asyncio.TimeoutError:
        log("caught, future %s" % outcome(future))


async def wait_for_zero_but_done(log, loop):
    future = loop.create_future()
    future.set_result("ready")
    log("before")
    value = await asyncio.wait_for(future, 0)
    log("after")
    return value


async def wait_for_none(log, loop):
    log("before")
    value = await asyncio.wait_for(_job(log, 0), None)
    log("after")
    return value


async def wait_for_done_future(log, loop):
    future = loop.create_future()
    future.set_result("ready")
    log("before")
    value = await asyncio.wait_for(future, 5)
    log("after")
    return value


async def wait_for_task(log, loop):
    task = loop.create_task(_job(log, 0))
    log("before")
    value = await asyncio.wait_for(task, 5)
    log("after")
    return value


async def wait_for_task_expires(log, loop):
    task = loop.create_task(_job(log, 10))
    try:
        await asyncio.wait_for(task, 1)
    except asyncio.TimeoutError:
        log("caught, task %s" % outcome(task))


async def wait_for_job_raises(log, loop):
    async def job():
        await asyncio.sleep(1)
        raise ValueError("job")
    await asyncio.wait_for(job(), 5)


async def wait_for_job_swallows(log, loop):
    async def job():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            log("swallowed")
            return "late value"
    return await asyncio.wait_for(job(), 1)


async def wait_for_job_replaces_cancel(log, loop):
    async def job():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            raise KeyError("instead")
    await asyncio.wait_for(job(), 1)


async def wait_for_slow_cleanup(log, loop):
    async def job():
        try:
            await asyncio.sleep(10)
        finally:
            await asyncio.sleep(3)
            log("cleaned at last")
    start = loop.clock.now
    try:
        await asyncio.wait_for(job(), 1)
    except asyncio.TimeoutError:
        log("after %.0f seconds" % (loop.clock.now - start))


async def wait_for_cancelled_from_outside(log, loop):
    task = loop.create_task(asyncio.wait_for(_job(log, 10), 5))
    await asyncio.sleep(1)
    log("cancel %s" % task.cancel())
    try:
        await task
    except asyncio.CancelledError:
        log("caught")
    return outcome(task)


async def wait_for_cancelled_job_swallows(log, loop):
    async def job():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            log("swallowed")
            return "value"
    task = loop.create_task(asyncio.wait_for(job(), 5))
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    return outcome(task)


async def wait_for_inner_task_cancelled(log, loop):
    inner = loop.create_task(_job(log, 10))
    loop.call_later(1, inner.cancel)
    try:
        await asyncio.wait_for(inner, 5)
    except asyncio.CancelledError as error:
        log("caught %r" % error)


async def wait_for_result_and_cancel_in_one_tick(log, loop):
    future = loop.create_future()
    task = loop.create_task(asyncio.wait_for(future, 5))
    await asyncio.sleep(1)
    future.set_result("value")
    log("cancel %s" % task.cancel())
    await asyncio.wait([task])
    return outcome(task)


async def wait_for_result_at_the_deadline(log, loop):
    """The value and the deadline fall due in one tick, the value first."""
    future = loop.create_future()
    loop.call_later(1, future.set_result, "value")
    try:
        return await asyncio.wait_for(future, 1)
    finally:
        log("future " + outcome(future))


async def wait_for_inside_wait_for_inner_expires(log, loop):
    try:
        await asyncio.wait_for(asyncio.wait_for(_job(log, 10), 1), 5)
    except asyncio.TimeoutError:
        log("caught")


async def wait_for_inside_wait_for_outer_expires(log, loop):
    try:
        await asyncio.wait_for(asyncio.wait_for(_job(log, 10), 5), 1)
    except asyncio.TimeoutError:
        log("caught")


async def wait_for_gather_expires(log, loop):
    try:
        await asyncio.wait_for(asyncio.gather(_job(log, 10)), 1)
    except asyncio.TimeoutError:
        log("caught")


async def wait_for_current_task(log, loop):
    """From 3.12 on the job runs in the waiting task."""
    me = asyncio.current_task()

    async def job():
        return asyncio.current_task() is me
    return await asyncio.wait_for(job(), 1)
