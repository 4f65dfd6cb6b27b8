"""How many ticks each kind of await takes."""
import asyncio

from .tools import Yields


async def _value(value, hops=0):
    for _ in range(hops):
        await asyncio.sleep(0)
    return value


async def await_coroutine(log, loop):
    log("before")
    value = await _value(4)
    log("after")
    return value


async def await_coroutines_three_deep(log, loop):
    async def level(depth):
        if depth:
            return await level(depth - 1) + 1
        await asyncio.sleep(0)
        log("bottom")
        return 0
    value = await level(3)
    log("top")
    return value


async def await_nothing(log, loop):
    log("only step")


async def await_task_without_suspension(log, loop):
    task = loop.create_task(_value(1))
    log("before")
    await task
    log("after")


async def await_task_with_three_hops(log, loop):
    task = loop.create_task(_value(1, hops=3))
    log("before")
    await task
    log("after")


async def await_task_already_done(log, loop):
    task = loop.create_task(_value(1))
    await asyncio.sleep(0)
    log("before, done=%s" % task.done())
    await task
    log("after")


async def await_tasks_one_after_another(log, loop):
    tasks = [loop.create_task(_value(number, hops=number)) for number in (2, 0, 1)]
    for task in tasks:
        log("got %d" % await task)


async def await_task_chain_of_five(log, loop):
    async def level(depth):
        log("down %d" % depth)
        if depth:
            await loop.create_task(level(depth - 1))
        log("up %d" % depth)
    await level(5)


async def sleep_zero(log, loop):
    log("before")
    value = await asyncio.sleep(0, "value")
    log("after")
    return value


async def sleep_negative(log, loop):
    log("before")
    await asyncio.sleep(-1)
    log("after")


async def sleep_tiny(log, loop):
    log("before")
    await asyncio.sleep(1e-9)
    log("after")


async def sleep_second(log, loop):
    log("before")
    value = await asyncio.sleep(1, "value")
    log("after")
    return value


async def sleep_zero_three_tasks(log, loop):
    async def count(name, steps):
        for step in range(steps):
            log("%s%d" % (name, step))
            await asyncio.sleep(0)
        log("%s ends" % name)
    tasks = [loop.create_task(count(name, steps)) for name, steps in (("a", 3), ("b", 1), ("c", 2))]
    for task in tasks:
        await task


async def sleep_zero_against_soon(log, loop):
    loop.call_soon(log, "soon 1")
    await asyncio.sleep(0)
    log("step 2")
    loop.call_soon(log, "soon 2")
    await asyncio.sleep(0)
    log("step 3")


async def sleep_in_order_of_time(log, loop):
    async def nap(seconds):
        await asyncio.sleep(seconds)
        log("slept %d" % seconds)
    tasks = [loop.create_task(nap(seconds)) for seconds in (3, 1, 2)]
    for task in tasks:
        await task


async def sleep_equal_three_tasks(log, loop):
    """The timers are one reading of the clock apart each."""
    async def nap(name):
        await asyncio.sleep(1)
        log("%s slept" % name)
    tasks = [loop.create_task(nap(name)) for name in "abc"]
    for task in tasks:
        await task


async def sleep_and_timer_alternate(log, loop):
    loop.call_later(0.5, log, "timer at half")
    loop.call_later(1.5, log, "timer at one and a half")
    await asyncio.sleep(1)
    log("one second")
    await asyncio.sleep(1)
    log("two seconds")


async def yield_none_is_one_tick(log, loop):
    log("before")
    value = await Yields(None)
    log("after")
    return value


async def yield_number_is_bad(log, loop):
    log("before")
    try:
        await Yields(42)
    except RuntimeError as error:
        log("caught %s" % error)
    await asyncio.sleep(0)
    return "went on"


async def yield_text_ends_task(log, loop):
    await Yields("text")


async def yield_bare_future_is_bad(log, loop):
    """A future that is yielded without having been awaited."""
    future = loop.create_future()
    try:
        await Yields(future)
    except RuntimeError as error:
        log("caught %s" % str(error).split(" in task")[0])


async def await_itself(log, loop):
    me = asyncio.current_task()
    try:
        await me
    except RuntimeError as error:
        log("caught %s" % str(error).split(":")[0])


async def await_future_of_other_loop(log, loop):
    other = asyncio.SelectorEventLoop()
    future = other.create_future()
    other.close()
    try:
        await future
    except RuntimeError as error:
        log("caught %s" % str(error)[-30:])


async def await_number(log, loop):
    try:
        await 5
    except TypeError as error:
        log(str(error))


async def await_woken_while_pending(log, loop):
    """Another wake-up reaches a coroutine whose future is not done."""
    future = loop.create_future()
    step = future.__await__()
    yielded = next(step)
    log("yields itself %s" % (yielded is future))
    try:
        next(step)
    except RuntimeError as error:
        log(str(error))


async def ping_pong_by_futures(log, loop):
    balls = [loop.create_future() for _ in range(4)]

    async def player(name, mine):
        for number in mine:
            await balls[number]
            log("%s has ball %d" % (name, number))
            if number + 1 < len(balls):
                balls[number + 1].set_result(None)
    tasks = [loop.create_task(player("ping", (0, 2))), loop.create_task(player("pong", (1, 3)))]
    balls[0].set_result(None)
    for task in tasks:
        await task
