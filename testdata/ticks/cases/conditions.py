"""Condition: notifications, and who has the lock."""
import asyncio

from .tools import since
from .turns import all_of, at_once, attempt, spin, state, users


async def _await_notice(log, name, condition):
    async with condition:
        log(name + " waits")
        try:
            value = await condition.wait()
        except asyncio.CancelledError as error:
            log("%s cancelled: %r, locked %s" % (name, error, condition.locked()))
            raise
        log("%s notified: %r, locked %s" % (name, value, condition.locked()))


def _waiters(log, loop, condition, names):
    return [loop.create_task(_await_notice(log, name, condition)) for name in names]


async def condition_not_locked(log, loop):
    condition = asyncio.Condition()
    log(state(condition))
    at_once(log, "notify", condition.notify)
    at_once(log, "notify_all", condition.notify_all)
    await attempt(log, "wait", condition.wait())
    await attempt(log, "wait_for", condition.wait_for(lambda: False))
    await attempt(log, "wait_for what is true", condition.wait_for(lambda: 7))
    at_once(log, "release", condition.release)


async def condition_nobody_waits(log, loop):
    condition = asyncio.Condition()
    async with condition:
        at_once(log, "notify", condition.notify)
        at_once(log, "notify_all", condition.notify_all)
        log(state(condition))
    log(state(condition))


async def condition_notify_one(log, loop):
    condition = asyncio.Condition()
    tasks = _waiters(log, loop, condition, "abc")
    await spin(2)
    for _ in range(3):
        async with condition:
            condition.notify()
            log(state(condition))
        await spin(2)
    await all_of(tasks)


async def condition_notify_two_of_three(log, loop):
    condition = asyncio.Condition()
    tasks = _waiters(log, loop, condition, "abc")
    await spin(2)
    async with condition:
        condition.notify(2)
    await spin(5)
    log(state(condition))
    async with condition:
        condition.notify(2)
    await all_of(tasks)


async def condition_notify_all(log, loop):
    condition = asyncio.Condition()
    tasks = _waiters(log, loop, condition, "abc")
    await spin(2)
    async with condition:
        condition.notify_all()
    await all_of(tasks)
    log(state(condition))


async def condition_notify_zero(log, loop):
    condition = asyncio.Condition()
    tasks = _waiters(log, loop, condition, "a")
    await spin(2)
    async with condition:
        condition.notify(0)
    await spin(3)
    log(state(condition))
    async with condition:
        condition.notify()
    await all_of(tasks)


async def condition_notified_twice_at_once(log, loop):
    condition = asyncio.Condition()
    tasks = _waiters(log, loop, condition, "abc")
    await spin(2)
    async with condition:
        condition.notify()
        condition.notify()
    await spin(4)
    log(state(condition))
    async with condition:
        condition.notify_all()
    await all_of(tasks)


async def condition_notifier_keeps_the_lock(log, loop):
    condition = asyncio.Condition()
    tasks = _waiters(log, loop, condition, "ab")
    await spin(2)
    async with condition:
        condition.notify_all()
        await spin(3)
        log("leaves, " + state(condition))
    await all_of(tasks)


async def condition_newcomer_against_notified(log, loop):
    condition = asyncio.Condition()
    tasks = _waiters(log, loop, condition, "a")
    await spin(2)
    await condition.acquire()
    condition.notify()
    tasks += users(log, loop, condition, "n")
    condition.release()
    tasks += users(log, loop, condition, "m")
    await all_of(tasks)


async def condition_cancelled_while_waiting(log, loop):
    condition = asyncio.Condition()
    tasks = _waiters(log, loop, condition, "ab")
    await spin(2)
    tasks[0].cancel()
    await spin(2)
    log(state(condition))
    async with condition:
        condition.notify()
    await all_of(tasks)


async def condition_cancelled_while_another_holds_the_lock(log, loop):
    condition = asyncio.Condition()
    tasks = _waiters(log, loop, condition, "a")
    await spin(2)
    await condition.acquire()
    tasks[0].cancel()
    await spin(3)
    log("releases, " + state(condition))
    condition.release()
    await all_of(tasks)


async def condition_notified_waiter_cancelled(log, loop):
    condition = asyncio.Condition()
    tasks = _waiters(log, loop, condition, "ab")
    await spin(2)
    async with condition:
        condition.notify()
        tasks[0].cancel()
    await spin(6)
    log("b notified %s" % tasks[1].done())
    async with condition:
        condition.notify()
    await all_of(tasks)


async def condition_notified_waiter_cancelled_later(log, loop):
    condition = asyncio.Condition()
    tasks = _waiters(log, loop, condition, "ab")
    await spin(2)
    await condition.acquire()
    condition.notify()
    await spin(2)
    tasks[0].cancel()
    await spin(2)
    log(state(condition))
    condition.release()
    await spin(5)
    log("b notified %s" % tasks[1].done())
    tasks[1].cancel()
    await all_of(tasks)


async def condition_waiting_one_cancelled_wakes_another(log, loop):
    condition = asyncio.Condition()
    tasks = _waiters(log, loop, condition, "abc")
    await spin(2)
    tasks[0].cancel()
    await spin(6)
    log("done %s" % [task.done() for task in tasks])
    for task in tasks:
        task.cancel()
    await all_of(tasks)
    log("done %s" % [task.done() for task in tasks])


@since(3, 9)
async def condition_cancel_message_while_waiting(log, loop):
    condition = asyncio.Condition()
    tasks = _waiters(log, loop, condition, "a")
    await spin(2)
    tasks[0].cancel("why")
    await all_of(tasks)


@since(3, 9)
async def condition_cancel_message_while_acquiring(log, loop):
    condition = asyncio.Condition()
    tasks = _waiters(log, loop, condition, "a")
    await spin(2)
    await condition.acquire()
    condition.notify()
    await spin(2)
    tasks[0].cancel("why")
    await spin(2)
    log("done %s" % tasks[0].done())
    condition.release()
    await all_of(tasks)


@since(3, 9)
async def condition_cancelled_waiting_and_acquiring(log, loop):
    condition = asyncio.Condition()

    async def wait():
        async with condition:
            try:
                await condition.wait()
            except asyncio.CancelledError as error:
                log("%r during %r" % (error, error.__context__))
                raise
    task = loop.create_task(wait())
    await spin(2)
    await condition.acquire()
    task.cancel("first")
    await spin(2)
    task.cancel("second")
    await spin(2)
    log("done %s" % task.done())
    condition.release()
    await all_of([task])


@since(3, 9)
async def condition_cancelled_three_times_while_acquiring(log, loop):
    condition = asyncio.Condition()
    tasks = _waiters(log, loop, condition, "a")
    await spin(2)
    await condition.acquire()
    condition.notify()
    for number in range(3):
        await spin(2)
        tasks[0].cancel("cancel %d" % number)
    await spin(2)
    condition.release()
    await all_of(tasks)


async def condition_acquiring_one_cancelled_with_the_lock_on_its_way(log, loop):
    condition = asyncio.Condition()
    tasks = _waiters(log, loop, condition, "ab")
    await spin(2)
    await condition.acquire()
    condition.notify_all()
    await spin(2)
    condition.release()
    tasks[0].cancel()
    await all_of(tasks)
    log(state(condition))


async def condition_all_cancelled(log, loop):
    condition = asyncio.Condition()
    tasks = _waiters(log, loop, condition, "abc")
    await spin(2)
    for task in tasks:
        task.cancel()
    await all_of(tasks)
    log(state(condition))


async def condition_waited_for_in_vain(log, loop):
    condition = asyncio.Condition()
    async with condition:
        await attempt(log, "wait_for", asyncio.wait_for(condition.wait(), 1))
        log(state(condition))


async def condition_wait_for_a_value(log, loop):
    condition = asyncio.Condition()
    found = []

    async def look():
        async with condition:
            await attempt(log, "wait_for", condition.wait_for(lambda: log("looks") or found))
    task = loop.create_task(look())
    for value in (None, "it"):
        await spin(3)
        async with condition:
            if value:
                found.append(value)
            condition.notify()
    await all_of([task])


async def condition_wait_for_with_failing_predicate(log, loop):
    condition = asyncio.Condition()
    answers = [False, ValueError("predicate")]

    def predicate():
        answer = answers.pop(0)
        if answer:
            raise answer
        return answer

    async def look():
        async with condition:
            await attempt(log, "wait_for", condition.wait_for(predicate))
    task = loop.create_task(look())
    await spin(2)
    async with condition:
        condition.notify()
    await all_of([task])
    log(state(condition))


async def condition_two_on_one_lock(log, loop):
    lock = asyncio.Lock()
    one, two = asyncio.Condition(lock), asyncio.Condition(lock)
    tasks = _waiters(log, loop, one, "ab") + _waiters(log, loop, two, "cd")
    await spin(2)
    async with lock:
        two.notify()
        one.notify()
        log(state(one))
        log(state(two))
    await spin(6)
    async with two:
        one.notify_all()
        two.notify_all()
    await all_of(tasks)


async def condition_on_a_semaphore(log, loop):
    condition = asyncio.Condition(asyncio.Semaphore(1))
    log(state(condition))
    tasks = _waiters(log, loop, condition, "ab")
    await spin(2)
    async with condition:
        condition.notify_all()
        log(state(condition))
    await all_of(tasks)


async def condition_ping_pong(log, loop):
    condition = asyncio.Condition()
    turn = ["ping"]

    async def play(mine, other):
        for _ in range(3):
            async with condition:
                await condition.wait_for(lambda: turn[0] == mine)
                log(mine)
                turn[0] = other
                condition.notify()
    await all_of([loop.create_task(play("pong", "ping")), loop.create_task(play("ping", "pong"))])
