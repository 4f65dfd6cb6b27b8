"""gather."""
import asyncio

from .tools import outcome


async def _job(log, name, seconds=0, error=None):
    log(name + " starts")
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        log(name + " cancelled")
        raise
    if error:
        log(name + " fails")
        raise error
    log(name + " ends")
    return name


async def _stubborn(log, name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log(name + " swallows")
    return name


async def gather_nothing(log, loop):
    log("before")
    value = await asyncio.gather()
    log("after")
    return value


async def gather_two_tasks(log, loop):
    value = await asyncio.gather(_job(log, "a"), _job(log, "b"))
    log("gathered")
    return value


async def gather_without_suspension(log, loop):
    async def job(value):
        return value
    log("before")
    value = await asyncio.gather(job(1), job(2))
    log("after")
    return value


async def gather_results_in_argument_order(log, loop):
    return await asyncio.gather(_job(log, "slow", 3), _job(log, "quick", 1), _job(log, "middle", 2))


async def gather_coroutine_task_and_future(log, loop):
    future = loop.create_future()
    loop.call_later(1, future.set_result, "future")
    task = loop.create_task(_job(log, "task", 2))
    return await asyncio.gather(_job(log, "coroutine"), task, future)


async def gather_same_task_twice(log, loop):
    task = loop.create_task(_job(log, "one"))
    return await asyncio.gather(task, task)


async def gather_done_futures(log, loop):
    futures = [loop.create_future() for _ in range(2)]
    for number, future in enumerate(futures):
        future.set_result(number)
    gathered = asyncio.gather(*futures)
    log("gather is %s" % outcome(gathered))
    value = await gathered
    log("after")
    return value


async def gather_done_and_failed_futures(log, loop):
    good, bad = loop.create_future(), loop.create_future()
    good.set_result(1)
    bad.set_exception(ValueError("bad"))
    gathered = asyncio.gather(good, bad)
    log("gather done %s" % gathered.done())
    await gathered


async def gather_first_failure_wins(log, loop):
    try:
        await asyncio.gather(_job(log, "good", 1), _job(log, "bad", 2, ValueError("bad")),
                             _job(log, "late", 3), _job(log, "worse", 4, KeyError("worse")))
    except ValueError as error:
        log("caught %r" % error)
    await asyncio.sleep(5)
    log("all over")


async def gather_two_failures_in_one_tick(log, loop):
    await asyncio.gather(_job(log, "a", 0, ValueError("a")), _job(log, "b", 0, ValueError("b")))


async def gather_returns_exceptions(log, loop):
    return await asyncio.gather(_job(log, "a", 2), _job(log, "b", 1, ValueError("b")), return_exceptions=True)


async def gather_child_cancelled(log, loop):
    child = loop.create_task(_job(log, "child", 10))
    other = loop.create_task(_job(log, "other", 3))
    gathered = asyncio.gather(child, other)
    loop.call_later(1, child.cancel)
    try:
        await gathered
    except asyncio.CancelledError as error:
        log("caught %r, gather cancelled=%s" % (error, gathered.cancelled()))
    return await other


async def gather_child_cancelled_returned(log, loop):
    child = loop.create_task(_job(log, "child", 10))
    loop.call_later(1, child.cancel)
    return await asyncio.gather(child, _job(log, "other", 3), return_exceptions=True)


async def gather_cancelled_from_outside(log, loop):
    async def outer():
        try:
            await asyncio.gather(_job(log, "child", 10))
        except asyncio.CancelledError:
            log("outer caught")
            raise
    task = loop.create_task(outer())
    await asyncio.sleep(1)
    log("cancel %s" % task.cancel())
    try:
        await task
    except asyncio.CancelledError as error:
        log("main caught %r" % error)


async def gather_cancelled_two_children(log, loop):
    gathered = asyncio.gather(_job(log, "a", 10), _job(log, "b", 10))
    await asyncio.sleep(1)
    log("cancel %s" % gathered.cancel())
    log("gather done %s" % gathered.done())
    await gathered


async def gather_cancelled_before_children_start(log, loop):
    gathered = asyncio.gather(_job(log, "a"), _job(log, "b"))
    log("cancel %s" % gathered.cancel())
    await gathered


async def gather_cancelled_children_swallow(log, loop):
    gathered = asyncio.gather(_stubborn(log, "a"), _stubborn(log, "b"))
    await asyncio.sleep(1)
    gathered.cancel()
    try:
        await gathered
    except asyncio.CancelledError:
        log("cancelled all the same")


async def gather_cancelled_returning_exceptions(log, loop):
    gathered = asyncio.gather(_job(log, "a", 10), _stubborn(log, "b"), return_exceptions=True)
    await asyncio.sleep(1)
    gathered.cancel()
    try:
        return await gathered
    except asyncio.CancelledError:
        log("no list")


async def gather_cancelled_when_done(log, loop):
    gathered = asyncio.gather(_job(log, "a"))
    await gathered
    return gathered.cancel()


async def gather_inside_gather(log, loop):
    value = await asyncio.gather(asyncio.gather(_job(log, "a"), _job(log, "b")), _job(log, "c"))
    log("gathered")
    return value


async def gather_inner_failure_comes_out(log, loop):
    try:
        await asyncio.gather(asyncio.gather(_job(log, "a", 1, ValueError("a")), _job(log, "b", 2)), _job(log, "c", 3))
    except ValueError:
        log("caught")
    await asyncio.sleep(4)


async def gather_inside_gather_cancelled(log, loop):
    gathered = asyncio.gather(asyncio.gather(_job(log, "a", 10)))
    await asyncio.sleep(1)
    gathered.cancel()
    try:
        await gathered
    except asyncio.CancelledError:
        log("caught")


async def gather_tells_callbacks_in_order(log, loop):
    gathered = asyncio.gather(_job(log, "a"))
    gathered.add_done_callback(lambda _: log("callback"))
    await gathered
    log("waiter")


async def gather_failure_then_waiting_for_rest(log, loop):
    tasks = [loop.create_task(_job(log, "bad", 1, ValueError("bad"))), loop.create_task(_job(log, "rest", 2))]
    try:
        await asyncio.gather(*tasks)
    except ValueError:
        log("clean up")
        tasks[1].cancel()
    return await asyncio.gather(*tasks, return_exceptions=True)
