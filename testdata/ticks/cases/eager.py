"""Eager tasks (3.12 and later)."""
import asyncio

from .tools import outcome, since


def _eager(loop):
    loop.set_task_factory(asyncio.eager_task_factory)


@since(3, 12)
async def eager_ends_at_once(log, loop):
    async def job():
        log("job")
        return 1
    _eager(loop)
    log("before")
    task = loop.create_task(job())
    log("made, " + outcome(task))
    value = await task
    log("after")
    return value


@since(3, 12)
async def eager_suspends(log, loop):
    async def job():
        log("job starts")
        await asyncio.sleep(0)
        log("job ends")
    _eager(loop)
    task = loop.create_task(job())
    log("made, " + outcome(task))
    await task
    log("after")


@since(3, 12)
async def eager_waits_on_future(log, loop):
    future = loop.create_future()

    async def job():
        log("got %s" % await future)
    _eager(loop)
    task = loop.create_task(job())
    future.set_result("value")
    log("set")
    await task
    log("after")


@since(3, 12)
async def eager_before_what_was_queued(log, loop):
    async def job():
        log("job")
        await asyncio.sleep(0)
        log("job again")
    _eager(loop)
    loop.call_soon(log, "queued")
    task = loop.create_task(job())
    loop.call_soon(log, "queued behind")
    await task


@since(3, 12)
async def eager_nested(log, loop):
    async def job(depth):
        log("down %d" % depth)
        if depth:
            await loop.create_task(job(depth - 1))
        log("up %d" % depth)
    _eager(loop)
    await loop.create_task(job(3))


@since(3, 12)
async def eager_gather(log, loop):
    async def job(value):
        return value
    _eager(loop)
    log("before")
    value = await asyncio.gather(job(1), job(2))
    log("after")
    return value


@since(3, 12)
async def eager_fails(log, loop):
    async def job():
        raise ValueError("eager")
    _eager(loop)
    task = loop.create_task(job())
    log("made, done %s" % task.done())
    await task


@since(3, 12)
async def eager_current_task(log, loop):
    me = asyncio.current_task()

    async def job():
        mine = asyncio.current_task()
        log("other task %s" % (mine is not me))
        log("tasks %d" % len(asyncio.all_tasks()))
    _eager(loop)
    task = loop.create_task(job())
    log("back in main %s" % (asyncio.current_task() is me))
    log("tasks %d" % len(asyncio.all_tasks()))
    await task


@since(3, 12)
async def eager_cancelled_after_first_step(log, loop):
    async def job():
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            log("caught")
            raise
    _eager(loop)
    task = loop.create_task(job())
    log("cancel %s" % task.cancel())
    await asyncio.wait([task])
    return outcome(task)


@since(3, 12)
async def eager_cancels_itself(log, loop):
    async def job():
        asyncio.current_task().cancel()
        return "lost"
    _eager(loop)
    task = loop.create_task(job())
    return outcome(task)


@since(3, 12)
async def eager_group(log, loop):
    async def job(value):
        return value
    _eager(loop)
    log("before")
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(job(number)) for number in (1, 2)]
        log("body ends")
    log("after")
    return [task.result() for task in tasks]


@since(3, 12)
async def eager_callback_of_done_task(log, loop):
    async def job():
        return 1
    _eager(loop)
    task = loop.create_task(job())
    task.add_done_callback(lambda t: log("callback"))
    log("added")
    await asyncio.sleep(0)


def _eager_run(loop, coroutine):
    return loop.run_until_complete(asyncio.Task(coroutine, loop=loop, eager_start=True))


@since(3, 12)
def eager_start_without_running_loop(log, loop):
    """The loop does not run yet, so the first step waits for it."""
    async def job():
        log("job")
        return 5
    return _eager_run(loop, job())
