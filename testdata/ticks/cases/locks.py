"""Lock: its order, and what cancelled waiters do to it."""
import asyncio

from .tools import since
from .turns import all_of, at_once, attempt, refused_loop, spin, state, use, users


async def lock_nobody_else(log, loop):
    lock = asyncio.Lock()
    log(state(lock))
    await attempt(log, "acquire", lock.acquire())
    log(state(lock))
    at_once(log, "release", lock.release)
    log(state(lock))


async def lock_released_too_often(log, loop):
    lock = asyncio.Lock()
    at_once(log, "first", lock.release)
    await lock.acquire()
    at_once(log, "second", lock.release)
    at_once(log, "third", lock.release)


async def lock_first_come_first(log, loop):
    lock = asyncio.Lock()
    await all_of(users(log, loop, lock, "abc"))
    log(state(lock))


async def lock_held_for_no_tick(log, loop):
    lock = asyncio.Lock()
    await all_of(users(log, loop, lock, "abc", hold=0))


async def lock_held_long(log, loop):
    lock = asyncio.Lock()
    tasks = users(log, loop, lock, "abc", hold=3)
    await spin(2)
    log(state(lock))
    await all_of(tasks)


async def lock_waiters_of_a_held_lock(log, loop):
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = users(log, loop, lock, "abc")
    await spin()
    log(state(lock))
    lock.release()
    log(state(lock))
    await all_of(tasks)


async def lock_releaser_asks_again_at_once(log, loop):
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = users(log, loop, lock, "w")
    await spin()
    lock.release()
    log("locked %s" % lock.locked())
    await use(log, "main", lock)
    await all_of(tasks)


async def lock_releaser_asks_again_without_waiters(log, loop):
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = users(log, loop, lock, "w")
    lock.release()
    await use(log, "main", lock)
    await all_of(tasks)


async def lock_newcomer_while_a_waiter_is_woken(log, loop):
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = users(log, loop, lock, "w")
    await spin()
    tasks += users(log, loop, lock, "n")
    lock.release()
    await all_of(tasks)


async def lock_two_newcomers_and_the_releaser(log, loop):
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = users(log, loop, lock, "w")
    await spin()
    lock.release()
    tasks += users(log, loop, lock, "mn", hold=0)
    await use(log, "main", lock, hold=0)
    await all_of(tasks)


async def lock_waiter_cancelled_before_release(log, loop):
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = users(log, loop, lock, "ab")
    await spin()
    tasks[0].cancel()
    log(state(lock))
    await spin()
    log(state(lock))
    lock.release()
    await all_of(tasks)


async def lock_middle_waiter_cancelled(log, loop):
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = users(log, loop, lock, "abc")
    await spin()
    tasks[1].cancel()
    lock.release()
    await all_of(tasks)


async def lock_woken_waiter_cancelled(log, loop):
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = users(log, loop, lock, "ab")
    await spin()
    lock.release()
    tasks[0].cancel()
    log(state(lock))
    await all_of(tasks)
    log(state(lock))


async def lock_woken_waiter_cancelled_and_newcomer(log, loop):
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = users(log, loop, lock, "a")
    await spin()
    lock.release()
    tasks[0].cancel()
    await use(log, "main", lock)
    log(state(lock))
    await all_of(tasks)


async def lock_every_woken_waiter_cancelled(log, loop):
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = users(log, loop, lock, "abc")
    await spin()
    lock.release()
    for task in tasks:
        task.cancel()
    await all_of(tasks)
    log(state(lock))
    await use(log, "main", lock)


async def lock_waiter_cancelled_then_released_at_once(log, loop):
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = users(log, loop, lock, "ab")
    await spin()
    tasks[0].cancel()
    lock.release()
    log(state(lock))
    await all_of(tasks)


async def lock_only_waiter_cancelled_then_acquired_at_once(log, loop):
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = users(log, loop, lock, "a")
    await spin()
    tasks[0].cancel()
    lock.release()
    await use(log, "main", lock)
    await all_of(tasks)


async def lock_cancelled_waiter_and_retaken_lock(log, loop):
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = users(log, loop, lock, "ab")
    await spin()
    tasks[0].cancel()
    tasks[1].cancel()
    lock.release()
    await lock.acquire()
    log(state(lock))
    tasks += users(log, loop, lock, "c")
    await spin(3)
    log(state(lock))
    lock.release()
    await all_of(tasks)


async def lock_released_by_another_task(log, loop):
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = users(log, loop, lock, "a")
    await spin()

    async def opener():
        log("opener")
        lock.release()
    tasks.append(loop.create_task(opener()))
    await all_of(tasks)


async def lock_released_by_a_timer(log, loop):
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = users(log, loop, lock, "ab")
    loop.call_later(1, lock.release)
    await all_of(tasks)


@since(3, 9)
async def lock_waiter_cancelled_with_message(log, loop):
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = users(log, loop, lock, "a")
    await spin()
    tasks[0].cancel("enough")
    await all_of(tasks)


async def lock_waited_for_in_vain(log, loop):
    lock = asyncio.Lock()
    await lock.acquire()
    await attempt(log, "wait_for", asyncio.wait_for(lock.acquire(), 1))
    log(state(lock))
    lock.release()
    await attempt(log, "acquire", lock.acquire())


async def lock_as_context(log, loop):
    lock = asyncio.Lock()
    async with lock as nothing:
        log("inside %r, %s" % (nothing, state(lock)))
    log(state(lock))


async def lock_as_context_of_several(log, loop):
    lock = asyncio.Lock()

    async def visit(name):
        async with lock:
            log(name + " inside")
            await spin()
            log(name + " leaves")
    await all_of([loop.create_task(visit(name)) for name in "abc"])


async def lock_as_context_body_fails(log, loop):
    lock = asyncio.Lock()
    try:
        async with lock:
            raise ValueError("body")
    except ValueError as error:
        log("caught %r, %s" % (error, state(lock)))


async def lock_as_context_body_releases(log, loop):
    lock = asyncio.Lock()
    try:
        async with lock:
            lock.release()
    except RuntimeError as error:
        log("caught %r during %r" % (error, error.__context__))


async def lock_as_context_body_releases_and_fails(log, loop):
    lock = asyncio.Lock()
    try:
        async with lock:
            lock.release()
            raise ValueError("body")
    except RuntimeError as error:
        log("caught %r during %r" % (error, error.__context__))


async def lock_as_context_cancelled_inside(log, loop):
    lock = asyncio.Lock()

    async def visit():
        async with lock:
            log("inside")
            await asyncio.sleep(10)
    visitor = loop.create_task(visit())
    tasks = users(log, loop, lock, "a")
    await spin(2)
    visitor.cancel()
    await all_of([visitor] + tasks)


async def lock_as_context_cancelled_at_the_door(log, loop):
    lock = asyncio.Lock()
    await lock.acquire()

    async def visit():
        async with lock:
            log("never")
    visitor = loop.create_task(visit())
    await spin()
    visitor.cancel()
    await all_of([visitor])
    log("cancelled %s, %s" % (visitor.cancelled(), state(lock)))


def lock_of_another_loop(log, loop):
    async def make():
        lock = asyncio.Lock()
        await lock.acquire()
        tasks = users(log, loop, lock, "a")
        await spin()
        tasks[0].cancel()
        await all_of(tasks)
        return lock

    async def ask(lock):
        try:
            await lock.acquire()
        except RuntimeError as error:
            log("refused %s" % refused_loop(error))
        lock.release()
        await attempt(log, "free", lock.acquire())

    lock = loop.run_until_complete(make())
    other = type(loop)()
    other.run_until_complete(ask(lock))
    other.close()
