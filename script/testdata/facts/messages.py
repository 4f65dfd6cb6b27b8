"""Which errors futures, tasks and loops raise, and what these say."""
import asyncio
import functools
import signal

from lib import BEFORE, on_loop, outcome, result


def tell(label, text):
    print("%-38s %s" % (label, text))


async def nap():
    await asyncio.sleep(0)


def closing(fn):
    # A call that makes a coroutine and may refuse it.
    c = nap()
    try:
        return outcome(fn, c)
    finally:
        c.close()


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    for name, call in {
        "result() of a pending one": f.result, "exception() of a pending one": f.exception,
        "set_exception(3)": lambda: f.set_exception(3), "set_exception(int)": lambda: f.set_exception(int),
        "set_exception(StopIteration)": lambda: f.set_exception(StopIteration()),
    }.items():
        tell(name, outcome(call).replace("Future.", "").replace("_asyncio.", ""))
    f.done() and f.exception()
    f = loop.create_future()
    f.set_result(1)
    tell("set_result() twice", outcome(f.set_result, 2))
    tell("set_exception() then", outcome(f.set_exception, ValueError()))
    tell("cancel() then", outcome(f.cancel))
    f = loop.create_future()
    tell("cancel()", outcome(f.cancel))
    tell("result() of a cancelled one", outcome(f.result))
    tell("set_result() of a cancelled one", outcome(f.set_result, 1))
    t = loop.create_task(nap())
    tell("set_result() of a task", outcome(t.set_result, 1))
    tell("set_exception() of a task", outcome(t.set_exception, ValueError()))
    await t
    for what in 42, nap, None:
        tell("create_task(%s)" % getattr(what, "__name__", what), outcome(loop.create_task, what).split(" at 0x")[0])
        tell("ensure_future(%s)" % getattr(what, "__name__", what), outcome(asyncio.ensure_future, what))

    async def odd(n):
        if n == 0:
            await Yields(42)
        elif n == 1:
            await Yields(loop.create_future())
        elif n == 2:
            await asyncio.current_task()
        else:
            raise StopIteration("s")

    for n in range(4):
        t = loop.create_task(odd(n))
        t.set_name("odd")
        text = await result(t)
        tell("a step that yields, %d" % n, text.split(" coro=")[0].split(" in task")[0].split(" <Future")[0])
    other = asyncio.new_event_loop()
    tell("another loop's future", (await result(loop.create_task(waits(other.create_future())))).split(" cb=")[0].split(" coro=")[0])
    tell("close() while running", outcome(loop.close))
    tell("run_until_complete() inside", closing(loop.run_until_complete))
    tell("asyncio.run() inside", closing(asyncio.run))
    other.close()
    other.close()
    for name in "create_future", "stop", "is_running", "is_closed", "get_debug":
        value = outcome(getattr(other, name))
        tell("closed: " + name, value.replace("<Future pending>", "a future"))
    tell("closed: call_soon", outcome(other.call_soon, print))
    tell("closed: call_later", outcome(other.call_later, 1, print))
    tell("closed: call_soon_threadsafe", outcome(other.call_soon_threadsafe, print))
    tell("closed: create_task", closing(other.create_task))
    tell("closed: run_until_complete", closing(other.run_until_complete))
    tell("closed: run_in_executor", outcome(other.run_in_executor, None, print))
    tell("closed: add_signal_handler", outcome(other.add_signal_handler, signal.SIGUSR1, print))
    tell("call_later(None)", outcome(loop.call_later, None, print))
    tell("call_at(None)", outcome(loop.call_at, None, print))
    for number in 0, 32, 65, 100, "SIGINT", 2.0, signal.SIGKILL, signal.SIGSTOP:
        tell("add_signal_handler(%r)" % (number if not isinstance(number, signal.Signals) else int(number)),
             outcome(loop.add_signal_handler, number, print))
    tell("add_signal_handler(coroutine)", outcome(loop.add_signal_handler, 2, nap))
    tell("remove_signal_handler(2)", outcome(loop.remove_signal_handler, 2))
    tell("remove_signal_handler(0)", outcome(loop.remove_signal_handler, 0))
    tell("set_exception_handler(1)", outcome(loop.set_exception_handler, 1))
    tell("set_task_factory(1)", outcome(loop.set_task_factory, 1))
    tell("wait([])", await result(asyncio.wait([])))
    tell("wait(future)", await result(asyncio.wait(loop.create_future())))
    tell("wait(return_when=7)", await result(asyncio.wait([loop.create_future()], return_when=7)))
    tell("as_completed(future)", outcome(lambda: list(asyncio.as_completed(loop.create_future()))))
    tell("run_coroutine_threadsafe(1)", outcome(asyncio.run_coroutine_threadsafe, 1, loop))
    tell("sleep('x')", (await result(asyncio.sleep("x"))).split("(")[0])
    if not BEFORE((3, 11)):
        tell("timeout twice", await result(twice()))
        tell("a group not entered", closing(asyncio.TaskGroup().create_task))
        g = asyncio.TaskGroup()
        async with g:
            pass
        tell("a group that is over", closing(g.create_task))
        tell("a group twice", await result(g.__aenter__()))
        tell("Barrier(0)", outcome(asyncio.Barrier, 0))
    for make in asyncio.Semaphore, asyncio.BoundedSemaphore:
        tell(make.__name__ + "(-1)", outcome(make, -1))
    tell("release() of a free lock", outcome(asyncio.Lock().release))
    tell("release() too often", outcome(asyncio.BoundedSemaphore(1).release))
    tell("notify() without the lock", outcome(asyncio.Condition().notify))
    tell("wait() without the lock", await result(asyncio.Condition().wait()))
    tell("task_done() too often", outcome(asyncio.Queue().task_done))
    tell("get_nowait()", outcome(asyncio.Queue().get_nowait))
    q = asyncio.Queue(1)
    q.put_nowait(1)
    tell("put_nowait()", outcome(q.put_nowait, 2))


class Yields:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield self.value


async def waits(f):
    await f


async def twice():
    async with asyncio.timeout(9) as t:
        async with t:
            pass


on_loop(main)
print("-- without a loop")
for call in asyncio.get_running_loop, asyncio.current_task, asyncio.all_tasks, functools.partial(closing, asyncio.create_task):
    print(outcome(call))
loop = asyncio.new_event_loop()
print(outcome(loop.run_until_complete, 42))
f = loop.create_future()
loop.call_soon(loop.stop)
print(outcome(loop.run_until_complete, f))
print(outcome(asyncio.run, 42), "/", outcome(asyncio.run, f).split(" <")[0])
loop.close()
