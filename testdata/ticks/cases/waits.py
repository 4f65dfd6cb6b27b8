"""wait and as_completed."""
import asyncio


async def _job(log, name, seconds=0, error=None):
    await asyncio.sleep(seconds)
    log(name + " ends")
    if error:
        raise error
    return name


def _named(loop, log, *specs):
    return [loop.create_task(_job(log, *spec), name=spec[0]) for spec in specs]


def _tell(log, done, pending):
    log("done %s, pending %s" % (sorted(t.get_name() for t in done), sorted(t.get_name() for t in pending)))


async def wait_for_all(log, loop):
    tasks = _named(loop, log, ("a", 2), ("b", 1))
    _tell(log, *await asyncio.wait(tasks))


async def wait_without_suspension(log, loop):
    async def job():
        log("job")
    log("before")
    await asyncio.wait([loop.create_task(job())])
    log("after")


async def wait_first_completed(log, loop):
    tasks = _named(loop, log, ("a", 3), ("b", 1), ("c", 2))
    pending = set(tasks)
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        _tell(log, done, pending)


async def wait_first_completed_same_tick(log, loop):
    """A task that ends before the waiter's step is counted as done too."""
    tasks = _named(loop, log, ("a", 0), ("b", 0), ("c", 1))
    _tell(log, *await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED))


async def wait_first_exception(log, loop):
    tasks = _named(loop, log, ("a", 1), ("b", 2, ValueError("b")), ("c", 3))
    _tell(log, *await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION))
    await tasks[2]


async def wait_first_exception_but_cancelled(log, loop):
    """A cancelled task is no exception."""
    tasks = _named(loop, log, ("a", 5), ("b", 2))
    loop.call_later(1, tasks[0].cancel)
    _tell(log, *await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION))


async def wait_with_timeout(log, loop):
    tasks = _named(loop, log, ("a", 1), ("b", 3))
    _tell(log, *await asyncio.wait(tasks, timeout=2))
    await tasks[1]
    log("b was not touched")


async def wait_with_timeout_zero(log, loop):
    tasks = _named(loop, log, ("a", 1))
    log("before")
    _tell(log, *await asyncio.wait(tasks, timeout=0))
    await tasks[0]


async def wait_on_done_tasks(log, loop):
    tasks = _named(loop, log, ("a", 0))
    await tasks[0]
    log("before")
    _tell(log, *await asyncio.wait(tasks))


async def wait_cancelled_leaves_tasks(log, loop):
    tasks = _named(loop, log, ("a", 2))

    async def waiter():
        try:
            await asyncio.wait(tasks)
        except asyncio.CancelledError:
            log("waiter caught")
            raise
    waiting = loop.create_task(waiter())
    await asyncio.sleep(1)
    waiting.cancel()
    return await tasks[0]


async def wait_bad_arguments(log, loop):
    future = loop.create_future()
    for call in (lambda: asyncio.wait([]), lambda: asyncio.wait(future),
                 lambda: asyncio.wait([future], return_when="SOMETIME")):
        try:
            await call()
        except (TypeError, ValueError) as error:
            log("%r" % error)


async def as_completed_in_order_of_time(log, loop):
    tasks = _named(loop, log, ("a", 3), ("b", 1), ("c", 2))
    for earliest in asyncio.as_completed(tasks):
        log("got %s" % await earliest)


async def as_completed_already_done(log, loop):
    tasks = _named(loop, log, ("a", 0))
    await tasks[0]
    log("before")
    for earliest in asyncio.as_completed(tasks):
        log("got %s" % await earliest)


async def as_completed_one_coroutine(log, loop):
    async def job():
        return "value"
    log("before")
    for earliest in asyncio.as_completed([job()]):
        log("got %s" % await earliest)


async def as_completed_with_failure(log, loop):
    tasks = _named(loop, log, ("a", 1), ("b", 2, ValueError("b")), ("c", 3))
    for earliest in asyncio.as_completed(tasks):
        try:
            log("got %s" % await earliest)
        except ValueError as error:
            log("got %r" % error)


async def as_completed_with_timeout(log, loop):
    tasks = _named(loop, log, ("a", 1), ("b", 5), ("c", 6))
    for earliest in asyncio.as_completed(tasks, timeout=2):
        try:
            log("got %s" % await earliest)
        except asyncio.TimeoutError as error:
            log("got %r" % error)
    for task in tasks:
        log("got later %s" % await task)


async def as_completed_bad_argument(log, loop):
    future = loop.create_future()
    try:
        for _ in asyncio.as_completed(future):
            log("not reached")
    except TypeError as error:
        log(str(error).split(", not")[0])


async def as_completed_slow_consumer(log, loop):
    tasks = _named(loop, log, ("a", 1), ("b", 2))
    for earliest in asyncio.as_completed(tasks):
        log("got %s" % await earliest)
        await asyncio.sleep(3)
