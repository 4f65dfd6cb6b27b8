"""Cancelling tasks at every moment of their life."""
import asyncio

from .tools import ended, outcome, sleeper


async def cancel_before_first_step(log, loop):
    task = loop.create_task(sleeper(log))
    log("cancel %s" % task.cancel())
    await ended(log, task)
    return outcome(task)


async def cancel_before_first_step_unawaited(log, loop):
    task = loop.create_task(sleeper(log))
    task.cancel()
    log(outcome(task))
    await asyncio.sleep(0)
    log(outcome(task))


async def cancel_during_sleep(log, loop):
    task = loop.create_task(sleeper(log))
    await asyncio.sleep(1)
    log("cancel %s" % task.cancel())
    log(outcome(task))
    await ended(log, task)
    return outcome(task)


async def cancel_on_future(log, loop):
    future = loop.create_future()

    async def job():
        try:
            await future
        except asyncio.CancelledError:
            log("job caught")
            raise
    task = loop.create_task(job())
    await asyncio.sleep(0)
    task.cancel()
    log("future %s" % outcome(future))
    await ended(log, task)


async def cancel_twice_in_one_tick(log, loop):
    async def job():
        for _ in range(2):
            try:
                await asyncio.sleep(1)
                log("slept")
            except asyncio.CancelledError:
                log("caught")
    task = loop.create_task(job())
    await asyncio.sleep(0)
    log("cancel %s" % task.cancel())
    log("cancel %s" % task.cancel())
    await ended(log, task)


async def cancel_again_during_cleanup(log, loop):
    async def job():
        try:
            await asyncio.sleep(10)
        finally:
            log("cleaning")
            try:
                await asyncio.sleep(10)
            finally:
                log("cleaning cut short")
    task = loop.create_task(job())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(1)
    task.cancel()
    await ended(log, task)


async def cancel_before_start_then_again(log, loop):
    task = loop.create_task(sleeper(log))
    task.cancel()
    await asyncio.sleep(0)
    log("cancel %s" % task.cancel())
    return outcome(task)


async def cancel_swallowed(log, loop):
    async def job():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            log("swallowed")
        await asyncio.sleep(1)
        return "still here"
    task = loop.create_task(job())
    await asyncio.sleep(0)
    task.cancel()
    await ended(log, task)
    return outcome(task)


async def cancel_self_then_return(log, loop):
    async def job():
        log("cancel %s" % asyncio.current_task().cancel())
        return "lost"
    task = loop.create_task(job())
    await ended(log, task)
    return outcome(task)


async def cancel_self_then_await(log, loop):
    async def job():
        asyncio.current_task().cancel()
        log("still running")
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            log("caught")
            raise
    task = loop.create_task(job())
    await ended(log, task)


async def cancel_self_then_sleep_zero(log, loop):
    async def job():
        asyncio.current_task().cancel()
        try:
            await asyncio.sleep(0)
        except asyncio.CancelledError:
            log("caught")
        return "swallowed"
    await ended(log, loop.create_task(job()))


async def cancel_self_then_raise(log, loop):
    async def job():
        asyncio.current_task().cancel()
        raise ValueError("stronger")
    task = loop.create_task(job())
    await ended(log, task)
    return outcome(task)


async def cancel_self_then_done_future(log, loop):
    """A done future does not suspend, so the request waits for the next await."""
    future = loop.create_future()
    future.set_result("value")

    async def job():
        asyncio.current_task().cancel()
        log("got %s" % await future)
        await asyncio.sleep(0)
        log("not reached")
    await ended(log, loop.create_task(job()))


async def cancel_scenario_itself(log, loop):
    loop.call_later(1, asyncio.current_task().cancel)
    await asyncio.sleep(5)


async def cancel_three_nested_tasks(log, loop):
    async def level(depth):
        try:
            if depth:
                await loop.create_task(level(depth - 1))
            else:
                await asyncio.sleep(10)
        except asyncio.CancelledError:
            log("level %d caught" % depth)
            raise
    task = loop.create_task(level(2))
    await asyncio.sleep(1)
    log("cancel")
    task.cancel()
    await ended(log, task)


async def cancel_middle_of_nested_tasks(log, loop):
    tasks = {}

    async def level(depth):
        try:
            if depth:
                tasks[depth - 1] = loop.create_task(level(depth - 1))
                await tasks[depth - 1]
            else:
                await asyncio.sleep(10)
        except asyncio.CancelledError:
            log("level %d caught" % depth)
            raise
    tasks[2] = loop.create_task(level(2))
    await asyncio.sleep(1)
    tasks[1].cancel()
    await ended(log, tasks[2])
    return [outcome(tasks[depth]) for depth in (0, 1, 2)]


async def cancel_nested_unstarted_child(log, loop):
    async def parent():
        child = loop.create_task(sleeper(log, "child"))
        try:
            await child
        except asyncio.CancelledError:
            log("parent caught, child %s" % outcome(child))
            raise
    task = loop.create_task(parent())
    loop.call_soon(task.cancel)
    await ended(log, task)


async def cancel_after_future_done(log, loop):
    """The future is done, the wake-up queued: the value is lost."""
    future = loop.create_future()

    async def job():
        try:
            log("value %s" % await future)
        except asyncio.CancelledError:
            log("caught, future %s" % outcome(future))
            raise
    task = loop.create_task(job())
    await asyncio.sleep(0)
    future.set_result("value")
    log("cancel %s" % task.cancel())
    await ended(log, task)


async def cancel_between_set_and_wake(log, loop):
    future = loop.create_future()
    task = loop.create_task(_waits(log, future))
    await asyncio.sleep(0)
    loop.call_soon(future.set_result, 1)
    loop.call_soon(lambda: log("cancel %s" % task.cancel()))
    await ended(log, task)


async def _waits(log, future):
    try:
        log("value %r" % (await future,))
    except asyncio.CancelledError:
        log("waiter caught")
        raise


async def cancel_before_set_in_one_tick(log, loop):
    future = loop.create_future()
    task = loop.create_task(_waits(log, future))
    await asyncio.sleep(0)
    task.cancel()
    try:
        future.set_result(1)
    except asyncio.InvalidStateError as error:
        log("%r" % error)
    await ended(log, task)


async def cancel_while_sleep_ends(log, loop):
    """The sleep's timer and the cancelling timer fall due together."""
    task = loop.create_task(sleeper(log, seconds=1))
    await asyncio.sleep(0)
    when = loop.time() + 1
    loop.call_at(when, lambda: log("cancel %s" % task.cancel()))
    await ended(log, task)


async def cancel_finished_task(log, loop):
    async def job():
        return 3
    task = loop.create_task(job())
    await task
    log("cancel %s" % task.cancel())
    return outcome(task)


async def cancel_child_of_waiting_parent(log, loop):
    child = loop.create_task(sleeper(log, "child"))

    async def parent():
        try:
            await child
        except asyncio.CancelledError:
            log("parent caught")
            return "parent goes on"
    task = loop.create_task(parent())
    await asyncio.sleep(1)
    child.cancel()
    await ended(log, task)


async def cancel_parent_whose_child_swallows(log, loop):
    async def child():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            log("child swallows")
            return "child value"

    async def parent():
        value = await loop.create_task(child())
        log("parent got %s" % value)
        await asyncio.sleep(0)
        return "parent value"
    task = loop.create_task(parent())
    await asyncio.sleep(1)
    task.cancel()
    await ended(log, task)


async def cancel_cleanup_raises(log, loop):
    async def job():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            raise KeyError("cleanup")
    task = loop.create_task(job())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except KeyError as error:
        log("%r after %r" % (error, error.__context__))
    return outcome(task)


async def cancel_cleanup_sleeps(log, loop):
    async def job():
        try:
            await asyncio.sleep(10)
        finally:
            log("cleaning")
            await asyncio.sleep(1)
            log("cleaned")
    task = loop.create_task(job())
    await asyncio.sleep(0)
    task.cancel()
    await ended(log, task)


async def cancel_raised_by_hand(log, loop):
    async def job():
        raise asyncio.CancelledError("by hand")
    task = loop.create_task(job())
    await ended(log, task)
    return outcome(task)


async def cancel_each_other(log, loop):
    tasks = []

    async def rival(name, number):
        log(name)
        try:
            await asyncio.sleep(0)
            log("%s cancels: %s" % (name, tasks[1 - number].cancel()))
            await asyncio.sleep(0)
            log("%s survives" % name)
        except asyncio.CancelledError:
            log("%s caught" % name)
            raise
    tasks += [loop.create_task(rival("left", 0)), loop.create_task(rival("right", 1))]
    await asyncio.sleep(1)
    return [outcome(task) for task in tasks]


async def cancel_two_in_one_tick(log, loop):
    tasks = [loop.create_task(sleeper(log, name)) for name in ("one", "two")]
    await asyncio.sleep(1)
    for task in reversed(tasks):
        task.cancel()
    for task in tasks:
        await ended(log, task)


async def cancel_in_sleep_zero(log, loop):
    """A task that only yields has no future to cancel; its next step is told."""
    async def job():
        try:
            while True:
                log("turn")
                await asyncio.sleep(0)
        except asyncio.CancelledError:
            log("caught")
            raise
    task = loop.create_task(job())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    log("cancel %s" % task.cancel())
    await ended(log, task)


async def cancel_from_done_callback(log, loop):
    async def job():
        return 1
    victim = loop.create_task(sleeper(log, "victim"))
    task = loop.create_task(job())
    task.add_done_callback(lambda _: (log("callback"), victim.cancel()))
    await ended(log, victim)


async def cancel_waiter_of_shared_future(log, loop):
    """A cancelled waiter takes the future, and the other waiter, with it."""
    future = loop.create_future()
    tasks = [loop.create_task(_waits(log, future)) for _ in range(2)]
    await asyncio.sleep(0)
    tasks[0].cancel()
    for task in tasks:
        await ended(log, task)


async def cancel_waiter_of_shared_task(log, loop):
    shared = loop.create_task(sleeper(log, "shared"))
    tasks = [loop.create_task(_waits(log, shared)) for _ in range(2)]
    await asyncio.sleep(1)
    tasks[1].cancel()
    for task in tasks:
        await ended(log, task)
