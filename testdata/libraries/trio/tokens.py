import contextvars
import threading
import time

import trio
from _run import outcome, told
from trio.testing import wait_all_tasks_blocked

var = contextvars.ContextVar("var", default="unset")


async def soon():
    token = trio.lowlevel.current_trio_token()
    record = []
    for n in range(1000):
        token.run_sync_soon(record.append, n)
    for _ in range(5):
        token.run_sync_soon(record.append, "once", idempotent=True)
    await wait_all_tasks_blocked()
    print(record[:1000] == list(range(1000)), record[1000:])
    token.run_sync_soon(record.append, "once", idempotent=True)
    await wait_all_tasks_blocked()
    print(record[1000:], token is trio.lowlevel.current_trio_token())
    return token


token = trio.run(soon)
try:
    token.run_sync_soon(print)
except trio.RunFinishedError as e:
    print(e)


async def crash():
    token = trio.lowlevel.current_trio_token()
    token.run_sync_soon(lambda: 1 / 0)
    token.run_sync_soon(print, "runs all the same")
    try:
        await trio.sleep_forever()
    except trio.Cancelled:
        print("main cancelled")
        raise


outcome(crash)


async def threads():
    var.set("main")

    def blocking(x):
        print(threading.current_thread().name.startswith("blocking from "), var.get())
        print(trio.from_thread.run_sync(lambda: trio.lowlevel.current_task() is task))
        print(trio.from_thread.run(trio.sleep, 0))
        return x * 2

    def fails():
        raise KeyError("in a thread")

    task = trio.lowlevel.current_task()
    print(await trio.to_thread.run_sync(blocking, 21))
    try:
        await trio.to_thread.run_sync(fails)
    except KeyError as e:
        print(repr(e))
    print(await trio.to_thread.run_sync(lambda: threading.current_thread().name, thread_name="own"))
    with trio.CancelScope() as scope:
        scope.cancel()
        try:
            await trio.to_thread.run_sync(print, "never")
        finally:
            print("not started")
    with trio.CancelScope() as scope:

        def slow():
            trio.from_thread.run_sync(scope.cancel)
            return "all the same"

        print(await trio.to_thread.run_sync(slow))
    print(scope.cancelled_caught)
    limiter = trio.CapacityLimiter(1)
    await trio.to_thread.run_sync(lambda: print(limiter.borrowed_tokens), limiter=limiter)
    print(trio.to_thread.current_default_thread_limiter().total_tokens, limiter.borrowed_tokens)
    try:
        trio.from_thread.run_sync(print, trio_token=trio.lowlevel.current_trio_token())
    except RuntimeError as e:
        print(e)


trio.run(threads)


async def contexts():
    var.set("main")

    async def child():
        print("child", var.get())
        var.set("child")

    async def system():
        print("system", var.get())
        done.set()

    done = trio.Event()
    async with trio.open_nursery() as nursery:
        nursery.start_soon(child)
    print(var.get())
    trio.lowlevel.spawn_system_task(system)
    await done.wait()


outcome(contexts)


async def foreign():
    token = trio.lowlevel.current_trio_token()
    got = []
    done = trio.Event()

    async def asked(x):
        await trio.sleep(0)
        return x + 1

    def stranger():
        got.append(trio.from_thread.run(asked, 1, trio_token=token))
        got.append(trio.from_thread.run_sync(lambda: 5, trio_token=token))
        try:
            trio.from_thread.run_sync(print)
        except RuntimeError as e:
            got.append(str(e))
        token.run_sync_soon(done.set)

    thread = threading.Thread(target=stranger)
    thread.start()
    await done.wait()
    thread.join()
    print(got)


trio.run(foreign)


async def after_a_crash():
    """What was asked for runs, although main has failed."""
    token = trio.lowlevel.current_trio_token()

    async def system():
        try:
            await trio.sleep_forever()
        finally:
            token.run_sync_soon(print, "asked for at the very end")

    trio.lowlevel.spawn_system_task(system)
    token.run_sync_soon(lambda: token.run_sync_soon(print, "asked for by a callback"))
    raise ValueError("main")


outcome(after_a_crash)


async def no_starving():
    token = trio.lowlevel.current_trio_token()
    calls = [0, 0]

    def again(n):
        calls[n] += 1
        if going:
            token.run_sync_soon(again, n, idempotent=bool(n))

    going = True
    for n in range(2):
        token.run_sync_soon(again, n, idempotent=bool(n))
    for _ in range(20):
        await trio.lowlevel.checkpoint()
    going = False
    print("others had their turns", all(10 <= count <= 40 for count in calls))


trio.run(no_starving)


async def many_threads():
    token = trio.lowlevel.current_trio_token()
    got = {name: [] for name in range(8)}
    left = [len(got)]
    done = trio.Event()

    def finished():
        left[0] -= 1
        if not left[0]:
            done.set()

    def work(name):
        for n in range(100):
            token.run_sync_soon(got[name].append, n)
        token.run_sync_soon(finished)

    threads = [threading.Thread(target=work, args=(name,)) for name in got]
    for thread in threads:
        thread.start()
    await done.wait()
    for thread in threads:
        thread.join()
    print(all(list(range(100)) == numbers for numbers in got.values()))


trio.run(many_threads)


async def abandoned():
    limiter = trio.CapacityLimiter(1)
    gate = threading.Event()
    with trio.CancelScope() as scope:
        async with trio.open_nursery() as nursery:

            async def in_thread():
                await trio.to_thread.run_sync(gate.wait, limiter=limiter, abandon_on_cancel=True)

            nursery.start_soon(in_thread)
            await wait_all_tasks_blocked()
            print("tokens in use", limiter.borrowed_tokens)
            scope.cancel()
    print("left it", scope.cancelled_caught, limiter.borrowed_tokens)
    gate.set()
    while limiter.borrowed_tokens:
        await trio.sleep(0.001)
    print("the thread has ended")


trio.run(abandoned)


async def asks():
    def blocking(scope):
        trio.from_thread.check_cancelled()
        trio.from_thread.run_sync(scope.cancel)
        try:
            trio.from_thread.check_cancelled()
        except trio.Cancelled:
            print("the thread sees it")
            raise

    with trio.CancelScope() as scope:
        await trio.to_thread.run_sync(blocking, scope)
        print("never")
    print(scope.cancelled_caught)


trio.run(asks)
