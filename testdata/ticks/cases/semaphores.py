"""Semaphore and BoundedSemaphore: the versions differ most here."""
import asyncio

from .turns import all_of, at_once, attempt, spin, state, use, users


async def semaphore_bad_value(log, loop):
    at_once(log, "Semaphore(-1)", asyncio.Semaphore, -1)
    at_once(log, "BoundedSemaphore(-1)", asyncio.BoundedSemaphore, -1)


async def semaphore_counts(log, loop):
    slots = asyncio.Semaphore(2)
    for _ in range(2):
        log(state(slots))
        await attempt(log, "acquire", slots.acquire())
    log(state(slots))
    for _ in range(3):
        at_once(log, "release", slots.release)
        log(state(slots))


async def semaphore_two_slots_for_four(log, loop):
    slots = asyncio.Semaphore(2)
    tasks = users(log, loop, slots, "abcd")
    await spin()
    log(state(slots))
    await all_of(tasks)
    log(state(slots))


async def semaphore_two_slots_for_five_held_unequally(log, loop):
    slots = asyncio.Semaphore(2)
    await all_of([loop.create_task(use(log, name, slots, hold)) for name, hold in zip("abcde", (3, 1, 2, 1, 0))])


async def semaphore_held_for_no_tick(log, loop):
    slots = asyncio.Semaphore(1)
    await all_of(users(log, loop, slots, "abc", hold=0))


async def semaphore_releaser_asks_again_at_once(log, loop):
    slots = asyncio.Semaphore(1)
    await slots.acquire()
    tasks = users(log, loop, slots, "w")
    await spin()
    slots.release()
    log(state(slots))
    await use(log, "main", slots)
    await all_of(tasks)


async def semaphore_newcomer_while_a_waiter_is_woken(log, loop):
    slots = asyncio.Semaphore(0)
    tasks = users(log, loop, slots, "w", hold=3)
    await spin()
    tasks += users(log, loop, slots, "n", hold=0)
    slots.release()
    await all_of(tasks)


async def semaphore_three_releases_for_three(log, loop):
    slots = asyncio.Semaphore(0)
    tasks = users(log, loop, slots, "abc", hold=0)
    await spin()
    for _ in range(3):
        slots.release()
        log(state(slots))
    await all_of(tasks)
    log(state(slots))


async def semaphore_two_releases_for_three(log, loop):
    slots = asyncio.Semaphore(0)
    tasks = users(log, loop, slots, "abc", hold=4)
    await spin()
    slots.release()
    slots.release()
    await spin(3)
    log(state(slots))
    await all_of(tasks)


async def semaphore_three_releases_for_one_and_two_newcomers(log, loop):
    slots = asyncio.Semaphore(0)
    tasks = users(log, loop, slots, "a", hold=4)
    await spin()
    tasks += users(log, loop, slots, "bc", hold=4)
    for _ in range(3):
        slots.release()
    await all_of(tasks)
    log(state(slots))


async def semaphore_five_releases_for_one_and_four_newcomers(log, loop):
    slots = asyncio.Semaphore(0)
    tasks = users(log, loop, slots, "a", hold=6)
    await spin()
    tasks += users(log, loop, slots, "bcde", hold=6)
    for _ in range(5):
        slots.release()
    await all_of(tasks)


async def semaphore_newcomer_between_two_woken(log, loop):
    slots = asyncio.Semaphore(0)
    tasks = users(log, loop, slots, "a", hold=0) + users(log, loop, slots, "b", hold=0)
    await spin()
    slots.release()
    tasks += users(log, loop, slots, "n", hold=0)
    slots.release()
    await all_of(tasks)


async def semaphore_waiter_cancelled_before_release(log, loop):
    slots = asyncio.Semaphore(0)
    tasks = users(log, loop, slots, "ab")
    await spin()
    tasks[0].cancel()
    await spin(2)
    log(state(slots))
    slots.release()
    await all_of(tasks)
    log(state(slots))


async def semaphore_waiter_cancelled_then_released_at_once(log, loop):
    slots = asyncio.Semaphore(0)
    tasks = users(log, loop, slots, "ab")
    await spin()
    tasks[0].cancel()
    slots.release()
    log(state(slots))
    await all_of(tasks)


async def semaphore_only_waiter_cancelled_then_released_and_acquired(log, loop):
    slots = asyncio.Semaphore(1)
    await slots.acquire()
    tasks = users(log, loop, slots, "a")
    await spin()
    tasks[0].cancel()
    slots.release()
    await attempt(log, "main", asyncio.wait_for(slots.acquire(), 1))
    log(state(slots))
    await all_of(tasks)


async def semaphore_woken_waiter_cancelled(log, loop):
    slots = asyncio.Semaphore(0)
    tasks = users(log, loop, slots, "ab")
    await spin()
    slots.release()
    tasks[0].cancel()
    log(state(slots))
    await all_of(tasks)
    log(state(slots))


async def semaphore_only_woken_waiter_cancelled(log, loop):
    slots = asyncio.Semaphore(0)
    tasks = users(log, loop, slots, "a")
    await spin()
    slots.release()
    tasks[0].cancel()
    await all_of(tasks)
    log(state(slots))
    await attempt(log, "main", asyncio.wait_for(slots.acquire(), 1))
    log(state(slots))


async def semaphore_woken_waiter_cancelled_and_the_canceller_asks(log, loop):
    slots = asyncio.Semaphore(0)
    tasks = users(log, loop, slots, "ab")
    await spin()
    slots.release()
    tasks[0].cancel()
    await attempt(log, "main", asyncio.wait_for(slots.acquire(), 1))
    slots.release()
    await spin(3)
    log(state(slots))
    tasks[1].cancel()
    await all_of(tasks)


async def semaphore_first_of_two_woken_cancelled(log, loop):
    slots = asyncio.Semaphore(2)
    await slots.acquire()
    await slots.acquire()
    tasks = users(log, loop, slots, "ab", hold=0)
    await spin()
    slots.release()
    slots.release()
    tasks[0].cancel()
    await all_of(tasks)
    log(state(slots))
    await attempt(log, "main", asyncio.wait_for(slots.acquire(), 1))


async def semaphore_second_of_two_woken_cancelled(log, loop):
    slots = asyncio.Semaphore(0)
    tasks = users(log, loop, slots, "abc", hold=0)
    await spin()
    slots.release()
    slots.release()
    tasks[1].cancel()
    await spin(4)
    log("%s, done %s" % (state(slots), [task.done() for task in tasks]))
    tasks[2].cancel()
    await all_of(tasks)


async def semaphore_all_woken_cancelled(log, loop):
    slots = asyncio.Semaphore(0)
    tasks = users(log, loop, slots, "abc")
    await spin()
    for _ in range(2):
        slots.release()
    for task in tasks:
        task.cancel()
    await all_of(tasks)
    log(state(slots))
    for name in ("main", "main again"):
        await attempt(log, name, asyncio.wait_for(slots.acquire(), 1))


async def semaphore_cancelled_waiter_changes_the_order(log, loop):
    slots = asyncio.Semaphore(0)
    tasks = users(log, loop, slots, "abcd")
    await spin()
    tasks[0].cancel()
    await spin(3)
    log(state(slots))
    slots.release()
    await all_of(tasks)


async def semaphore_cancelled_waiters_in_print(log, loop):
    slots = asyncio.Semaphore(0)
    tasks = users(log, loop, slots, "abc")
    await spin()
    for task in tasks:
        task.cancel()
        log(state(slots))
    await all_of(tasks)
    log(state(slots))
    slots.release()
    log(state(slots))


async def semaphore_released_while_cancelled_ones_leave(log, loop):
    slots = asyncio.Semaphore(0)
    tasks = users(log, loop, slots, "ab")
    await spin()
    for task in tasks:
        task.cancel()
    slots.release()
    tasks += users(log, loop, slots, "c")
    await use(log, "main", slots)
    await all_of(tasks)
    log(state(slots))


async def semaphore_waited_for_in_vain(log, loop):
    slots = asyncio.Semaphore(0)
    await attempt(log, "wait_for", asyncio.wait_for(slots.acquire(), 1))
    slots.release()
    await attempt(log, "acquire", asyncio.wait_for(slots.acquire(), 1))
    log(state(slots))


async def semaphore_released_by_timers(log, loop):
    slots = asyncio.Semaphore(0)
    tasks = users(log, loop, slots, "abc", hold=0)
    loop.call_later(1, slots.release)
    await all_of(tasks)


async def semaphore_as_context(log, loop):
    slots = asyncio.Semaphore(2)
    async with slots as nothing:
        log("inside %r, %s" % (nothing, state(slots)))
        async with slots:
            log("twice, " + state(slots))
    log(state(slots))


async def semaphore_as_context_body_fails(log, loop):
    slots = asyncio.Semaphore(1)
    try:
        async with slots:
            raise ValueError("body")
    except ValueError as error:
        log("caught %r, %s" % (error, state(slots)))


async def semaphore_bounded(log, loop):
    slots = asyncio.BoundedSemaphore(1)
    log(state(slots))
    at_once(log, "release", slots.release)
    await slots.acquire()
    log(state(slots))
    at_once(log, "release", slots.release)
    at_once(log, "release", slots.release)


async def semaphore_bounded_with_a_woken_waiter(log, loop):
    """In some versions the slot of a woken waiter still counts as free."""
    slots = asyncio.BoundedSemaphore(1)
    await slots.acquire()
    tasks = users(log, loop, slots, "a")
    await spin()
    at_once(log, "release", slots.release)
    at_once(log, "release", slots.release)
    await all_of(tasks)
    log(state(slots))


async def semaphore_bounded_as_context_body_releases(log, loop):
    slots = asyncio.BoundedSemaphore(1)
    try:
        async with slots:
            slots.release()
    except ValueError as error:
        log("caught %r" % error)
