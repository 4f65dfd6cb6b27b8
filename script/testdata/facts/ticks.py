"""How many iterations pass between an await and what comes after it."""
import asyncio

from lib import BEFORE, Counting, on_loop, result


async def steps(n=0, value=1):
    for _ in range(n):
        await asyncio.sleep(0)
    return value


async def fails():
    raise KeyError("k")


async def measure(label, make):
    loop = asyncio.get_running_loop()
    aw = make()
    begun = loop.passes
    text = await result(aw) if aw is not None else None
    print("%-32s %d  %s" % (label, loop.passes - begun, text))


async def main():
    loop = asyncio.get_running_loop()
    task, soon = loop.create_task, loop.call_soon

    def done(value=1):
        f = loop.create_future()
        f.set_result(value)
        return f

    def later(n=1):
        f, fn = loop.create_future(), None
        fn = lambda: f.set_result("set")
        for _ in range(n - 1):
            fn = (lambda inner: lambda: soon(inner))(fn)
        soon(fn)
        return f

    def cancelled():
        t = task(steps())
        t.cancel()
        return t

    async def group(*coros):
        async with asyncio.TaskGroup() as g:
            for c in coros:
                g.create_task(c)

    async def timed(when, aw):
        async with asyncio.timeout(when):
            await aw

    async def first(n, k):
        for f in asyncio.as_completed([steps(0, "any") for i in range(n)]):
            got = await f
            k -= 1
            if k == 0:
                return got

    cases = {
        "a coroutine": steps, "a coroutine that sleeps": lambda: steps(2), "a done future": done,
        "a future set next pass": later, "a future set in three": lambda: later(3),
        "sleep(0)": lambda: asyncio.sleep(0), "sleep(-1)": lambda: asyncio.sleep(-1, "r"), "sleep(tiny)": lambda: asyncio.sleep(1e-9),
        "a task": lambda: task(steps()), "a task that sleeps twice": lambda: task(steps(2)), "a task that fails": lambda: task(fails()),
        "a task cancelled at once": cancelled,
        "gather()": asyncio.gather, "gather of done": lambda: asyncio.gather(done(), done(2)),
        "gather of coroutines": lambda: asyncio.gather(steps(), steps(3)), "gather that fails": lambda: asyncio.gather(fails(), steps(4)),
        "gather in gather": lambda: asyncio.gather(asyncio.gather(steps())),
        "wait": lambda: asyncio.wait([task(steps())]), "wait for the first": lambda: asyncio.wait([task(steps(1)), task(steps(5))], return_when="FIRST_COMPLETED"),
        "wait for a done one": lambda: asyncio.wait([done()]),
        "shield": lambda: asyncio.shield(steps()), "shield of done": lambda: asyncio.shield(done()),
        "wait_for, no timeout": lambda: asyncio.wait_for(steps(), None), "wait_for": lambda: asyncio.wait_for(steps(), 60),
        "wait_for that sleeps": lambda: asyncio.wait_for(steps(2), 60), "wait_for of a task": lambda: asyncio.wait_for(task(steps()), 60),
        "wait_for of a done one": lambda: asyncio.wait_for(done(), 60), "wait_for(0)": lambda: asyncio.wait_for(steps(), 0),
        "wait_for(0) of a future": lambda: asyncio.wait_for(loop.create_future(), 0),
        "as_completed, one": lambda: first(3, 1),
    }
    if not BEFORE((3, 11)):
        cases.update({
            "a group of none": group, "a group": lambda: group(steps(), steps(2)), "timeout(None)": lambda: timed(None, steps()),
            "timeout over": lambda: timed(-1, loop.create_future()),
        })
    for label, make in cases.items():
        # wait gives sets, whose order is nobody's business
        await measure(label, (lambda m: lambda: sizes(m()))(make) if label.startswith("wait ") or label == "wait" else make)


async def sizes(aw):
    done, pending = await aw
    return len(done), len(pending)

on_loop(main)


class Policy(asyncio.DefaultEventLoopPolicy):
    last = None

    def new_event_loop(self):
        Policy.last = Counting()
        return Policy.last


async def nothing():
    pass


async def leaves_one():
    asyncio.ensure_future(nothing())


asyncio.set_event_loop_policy(Policy())
for main in nothing, leaves_one:
    asyncio.run(main())
    print("run(%s):" % main.__name__, Policy.last.passes)
