"""Futures alone: states, callbacks, who is told when."""
import asyncio

from .tools import note_errors, outcome


def _attempt(log, what, call):
    try:
        log("%s: %r" % (what, call()))
    except BaseException as error:
        log("%s: %r" % (what, error))


async def future_states_pending(log, loop):
    future = loop.create_future()
    _attempt(log, "result", future.result)
    _attempt(log, "exception", future.exception)
    _attempt(log, "done", future.done)
    _attempt(log, "cancelled", future.cancelled)


async def future_states_finished(log, loop):
    future = loop.create_future()
    future.set_result(5)
    _attempt(log, "set_result", lambda: future.set_result(6))
    _attempt(log, "set_exception", lambda: future.set_exception(ValueError("no")))
    _attempt(log, "cancel", future.cancel)
    _attempt(log, "result", future.result)
    _attempt(log, "exception", future.exception)


async def future_states_failed(log, loop):
    future = loop.create_future()
    future.set_exception(KeyError("k"))
    _attempt(log, "set_result", lambda: future.set_result(6))
    _attempt(log, "result", future.result)
    _attempt(log, "exception", future.exception)
    _attempt(log, "cancelled", future.cancelled)


async def future_states_cancelled(log, loop):
    future = loop.create_future()
    _attempt(log, "cancel", future.cancel)
    _attempt(log, "cancel", future.cancel)
    _attempt(log, "set_result", lambda: future.set_result(6))
    _attempt(log, "result", future.result)
    _attempt(log, "exception", future.exception)


async def future_exception_from_class(log, loop):
    future = loop.create_future()
    future.set_exception(LookupError)
    _attempt(log, "exception", future.exception)
    other = loop.create_future()
    _attempt(log, "number", lambda: other.set_exception(3))
    log(outcome(other))


async def future_stop_iteration(log, loop):
    future = loop.create_future()
    _attempt(log, "set", lambda: future.set_exception(StopIteration(1)))
    log(outcome(future))


async def done_callbacks_in_order(log, loop):
    future = loop.create_future()
    for name in "abc":
        future.add_done_callback(lambda _, name=name: log(name))
    future.set_result(None)
    log("set")
    await asyncio.sleep(0)
    log("slept")


async def done_callback_added_late(log, loop):
    future = loop.create_future()
    future.set_result(1)
    loop.call_soon(log, "soon")
    future.add_done_callback(lambda f: log("callback %d" % f.result()))
    log("added")
    await asyncio.sleep(0)
    log("slept")


async def done_callback_adds_callback(log, loop):
    future = loop.create_future()

    def first(f):
        log("first")
        f.add_done_callback(lambda _: log("added by first"))
    future.add_done_callback(first)
    future.add_done_callback(lambda _: log("second"))
    future.set_result(None)
    await asyncio.sleep(1)


async def done_callback_removed(log, loop):
    future = loop.create_future()

    def tell(_):
        log("told")
    future.add_done_callback(tell)
    future.add_done_callback(lambda _: log("other"))
    future.add_done_callback(tell)
    log("removed %d" % future.remove_done_callback(tell))
    log("removed %d" % future.remove_done_callback(tell))
    future.add_done_callback(tell)
    future.set_result(None)
    log("removed %d" % future.remove_done_callback(tell))
    await asyncio.sleep(0)


async def done_callback_raises(log, loop):
    note_errors(log, loop)
    future = loop.create_future()
    future.add_done_callback(lambda _: [].pop())
    future.add_done_callback(lambda _: log("next one"))
    future.set_result(None)
    await asyncio.sleep(0)
    log("slept")


async def done_callbacks_around_a_waiter(log, loop):
    future = loop.create_future()

    async def waiter():
        await future
        log("waiter")
    future.add_done_callback(lambda _: log("before"))
    task = loop.create_task(waiter())
    await asyncio.sleep(0)
    future.add_done_callback(lambda _: log("after"))
    future.set_result(None)
    await task
    log("main")


async def done_callback_of_task(log, loop):
    async def job():
        log("job")
        return "value"
    task = loop.create_task(job())
    task.add_done_callback(lambda t: log("callback %s" % t.result()))
    await task
    log("main")


async def done_callbacks_when_cancelled(log, loop):
    future = loop.create_future()
    future.add_done_callback(lambda f: log("callback cancelled=%s" % f.cancelled()))
    log("cancel %s" % future.cancel())
    try:
        await future
    except asyncio.CancelledError as error:
        log("caught %r" % error)
    await asyncio.sleep(0)


async def future_set_by_callback(log, loop):
    future = loop.create_future()
    loop.call_soon(future.set_result, "here")
    log("await")
    value = await future
    log("woken")
    return value


async def future_set_by_timer(log, loop):
    future = loop.create_future()
    loop.call_later(1, future.set_result, "here")
    value = await future
    log("woken")
    return value


async def future_set_twice_by_callbacks(log, loop):
    note_errors(log, loop)
    future = loop.create_future()
    loop.call_soon(future.set_result, 1)
    loop.call_soon(future.set_result, 2)
    return await future


async def future_failed_by_callback(log, loop):
    future = loop.create_future()
    loop.call_soon(future.set_exception, ValueError("bad"))
    try:
        await future
    except ValueError as error:
        log("caught %r" % error)
    await future


async def future_cancelled_under_waiter(log, loop):
    future = loop.create_future()
    loop.call_soon(future.cancel)
    try:
        await future
    except asyncio.CancelledError as error:
        log("caught %r" % error)
    await asyncio.sleep(0)
    return "went on"


async def future_done_needs_no_tick(log, loop):
    future = loop.create_future()
    future.set_result(9)
    log("before")
    value = await future
    log("after")
    return value


async def future_wakes_three_in_order(log, loop):
    future = loop.create_future()

    async def waiter(name):
        log("%s waits" % name)
        log("%s got %s" % (name, await future))
    tasks = [loop.create_task(waiter(name)) for name in "xyz"]
    loop.call_later(1, future.set_result, 7)
    for task in tasks:
        await task


async def future_chain_of_three(log, loop):
    links = [loop.create_future() for _ in range(3)]

    async def pass_on(number):
        value = await links[number]
        log("link %d" % number)
        links[number + 1].set_result(value + 1)
    tasks = [loop.create_task(pass_on(number)) for number in (0, 1)]
    await asyncio.sleep(0)
    links[0].set_result(0)
    log("start")
    value = await links[2]
    log("arrived")
    for task in tasks:
        await task
    return value


def complete_done_future_takes_one_tick(log, loop):
    future = loop.create_future()
    future.set_result("ready")
    return loop.run_until_complete(future)


def complete_future_of_timer(log, loop):
    future = loop.create_future()
    loop.call_later(1, future.set_result, "timer")
    return loop.run_until_complete(future)


def complete_but_stopped(log, loop):
    future = loop.create_future()
    loop.call_soon(loop.stop)
    return loop.run_until_complete(future)


def complete_what_is_no_awaitable(log, loop):
    return loop.run_until_complete(3)


def complete_two_coroutines_in_turn(log, loop):
    async def job(name):
        log(name)
        await asyncio.sleep(0)
        log(name + " again")
    loop.run_until_complete(job("one"))
    log("between")
    loop.run_until_complete(job("two"))
