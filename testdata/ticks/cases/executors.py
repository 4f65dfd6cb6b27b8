"""run_in_executor and friends.

Most scenarios hand the loop an executor whose jobs are finished by hand, in the
loop's own thread: what is recorded is the way of a result back into the loop.
"""
import asyncio
import concurrent.futures
import threading

from .tools import outcome


class _ByHand(concurrent.futures.Executor):
    """Starts nothing; finish() ends the oldest job."""

    def __init__(self):
        self.jobs = []

    def submit(self, function, *args):
        future = concurrent.futures.Future()
        self.jobs.append((future, function, args))
        return future

    def finish(self):
        future, function, args = self.jobs.pop(0)
        if not future.set_running_or_notify_cancel():
            return
        try:
            future.set_result(function(*args))
        except Exception as error:
            future.set_exception(error)


async def executor_result(log, loop):
    hand = _ByHand()
    future = loop.run_in_executor(hand, max, 3, 4)
    loop.call_soon(lambda: (log("finish"), hand.finish()))
    value = await future
    log("woken")
    return value


async def executor_result_while_sleeping(log, loop):
    hand = _ByHand()
    future = loop.run_in_executor(hand, max, 3, 4)
    loop.call_later(1, lambda: (log("finish"), hand.finish()))
    future.add_done_callback(lambda _: log("callback"))
    value = await future
    log("woken")
    return value


async def executor_job_raises(log, loop):
    hand = _ByHand()
    future = loop.run_in_executor(hand, int, "x")
    loop.call_soon(hand.finish)
    try:
        await future
    except ValueError as error:
        log("caught %s" % error)


async def executor_three_jobs_gathered(log, loop):
    hand = _ByHand()
    gathered = asyncio.gather(*(loop.run_in_executor(hand, abs, number) for number in (-1, -2, -3)))
    for seconds in (1, 2, 3):
        loop.call_later(seconds, lambda: (log("finish"), hand.finish()))
    value = await gathered
    log("woken")
    return value


async def executor_job_cancelled_in_queue(log, loop):
    hand = _ByHand()
    future = loop.run_in_executor(hand, log, "job runs")
    log("cancel %s" % future.cancel())
    await asyncio.sleep(0)
    log("job cancelled %s" % hand.jobs[0][0].cancelled())
    hand.finish()
    try:
        await future
    except asyncio.CancelledError:
        log("caught")


async def executor_job_cancelled_while_running(log, loop):
    """The job cannot be stopped; its result is thrown away."""
    hand = _ByHand()
    future = loop.run_in_executor(hand, abs, -5)
    job = hand.jobs[0][0]
    job.set_running_or_notify_cancel()
    log("cancel %s" % future.cancel())
    await asyncio.sleep(0)
    job.set_result(5)
    await asyncio.sleep(1)
    return [outcome(future), job.result()]


async def executor_under_wait_for(log, loop):
    hand = _ByHand()
    try:
        await asyncio.wait_for(loop.run_in_executor(hand, abs, -5), 1)
    except asyncio.TimeoutError:
        log("time is up")
    log("job cancelled %s" % hand.jobs[0][0].cancelled())


async def executor_wrap_future(log, loop):
    job = concurrent.futures.Future()
    future = asyncio.wrap_future(job)
    job.set_running_or_notify_cancel()
    job.set_result("value")
    log("set, " + outcome(future))
    value = await future
    log("woken")
    return value


async def executor_real_thread(log, loop):
    """The thread ends its job when the loop has nothing else to do."""
    gate = threading.Event()
    loop.clock.when_idle = gate.set

    def job():
        gate.wait(5)
        return threading.current_thread() is not threading.main_thread()
    log("before")
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        value = await loop.run_in_executor(pool, job)
    log("after")
    return value


async def coroutine_threadsafe_result(log, loop):
    async def job():
        log("job")
        await asyncio.sleep(0)
        return "value"
    future = asyncio.run_coroutine_threadsafe(job(), loop)
    future.add_done_callback(lambda f: log("told " + f.result()))
    log("handed over")
    for _ in range(5):
        await asyncio.sleep(0)
    log("main")


async def coroutine_threadsafe_cancelled(log, loop):
    async def job():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            log("job caught")
            raise
    future = asyncio.run_coroutine_threadsafe(job(), loop)
    await asyncio.sleep(1)
    log("cancel %s" % future.cancel())
    await asyncio.sleep(1)
    return future.cancelled()


async def coroutine_threadsafe_fails(log, loop):
    async def job():
        raise ValueError("job")
    future = asyncio.run_coroutine_threadsafe(job(), loop)
    await asyncio.sleep(1)
    return repr(future.exception())


async def coroutine_threadsafe_of_no_coroutine(log, loop):
    try:
        asyncio.run_coroutine_threadsafe(3, loop)
    except TypeError as error:
        log(str(error))
