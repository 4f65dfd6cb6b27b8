"""Event."""
import asyncio

from .turns import all_of, attempt, spin, state


def _waiters(log, loop, event, names):
    return [loop.create_task(attempt(log, name, event.wait())) for name in names]


async def event_set_before_the_wait(log, loop):
    event = asyncio.Event()
    log(state(event))
    event.set()
    log(state(event))
    await attempt(log, "main", event.wait())


async def event_wakes_all_in_order(log, loop):
    event = asyncio.Event()
    tasks = _waiters(log, loop, event, "abc")
    await spin()
    log(state(event))
    event.set()
    log(state(event))
    await all_of(tasks)
    log(state(event))


async def event_set_and_cleared_at_once(log, loop):
    event = asyncio.Event()
    tasks = _waiters(log, loop, event, "abc")
    await spin()
    event.set()
    event.clear()
    log("set %s" % event.is_set())
    await all_of(tasks)


async def event_cleared_before_a_newcomer(log, loop):
    event = asyncio.Event()
    tasks = _waiters(log, loop, event, "a")
    await spin()
    event.set()
    tasks += _waiters(log, loop, event, "b")
    event.clear()
    await spin(2)
    log(state(event))
    event.set()
    await all_of(tasks)


async def event_newcomer_of_a_set_event(log, loop):
    event = asyncio.Event()
    tasks = _waiters(log, loop, event, "a")
    await spin()
    event.set()
    await attempt(log, "main", event.wait())
    await all_of(tasks)


async def event_set_twice(log, loop):
    event = asyncio.Event()
    tasks = _waiters(log, loop, event, "ab")
    await spin()
    event.set()
    event.set()
    await all_of(tasks)


async def event_set_cleared_and_set(log, loop):
    event = asyncio.Event()
    tasks = _waiters(log, loop, event, "ab")
    await spin()
    event.set()
    event.clear()
    event.set()
    log(state(event))
    await all_of(tasks)


async def event_waiter_cancelled(log, loop):
    event = asyncio.Event()
    tasks = _waiters(log, loop, event, "abc")
    await spin()
    tasks[1].cancel()
    log(state(event))
    await spin()
    log(state(event))
    event.set()
    await all_of(tasks)


async def event_woken_waiter_cancelled(log, loop):
    event = asyncio.Event()
    tasks = _waiters(log, loop, event, "ab")
    await spin()
    event.set()
    tasks[0].cancel()
    await all_of(tasks)
    log(state(event))


async def event_waiter_cancelled_then_set_at_once(log, loop):
    event = asyncio.Event()
    tasks = _waiters(log, loop, event, "ab")
    await spin()
    tasks[0].cancel()
    event.set()
    await all_of(tasks)


async def event_waited_for_in_vain(log, loop):
    event = asyncio.Event()
    await attempt(log, "wait_for", asyncio.wait_for(event.wait(), 1))
    log(state(event))


async def event_set_by_a_timer(log, loop):
    event = asyncio.Event()
    tasks = _waiters(log, loop, event, "ab")
    loop.call_later(1, event.set)
    await all_of(tasks)


async def event_waited_for_again_and_again(log, loop):
    event = asyncio.Event()

    async def follow(name):
        for turn in range(2):
            await event.wait()
            log("%s, turn %d" % (name, turn))
            event.clear()
    tasks = [loop.create_task(follow(name)) for name in "ab"]
    for _ in range(4):
        await spin(2)
        event.set()
        log("set")
    await all_of(tasks)
