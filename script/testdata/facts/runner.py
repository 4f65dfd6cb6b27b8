"""asyncio.run and Runner: their steps, what they do with what is left, and their errors."""
import asyncio
import contextvars

from lib import BEFORE, chain, outcome

var = contextvars.ContextVar("var", default=0)


class Policy(asyncio.DefaultEventLoopPolicy):
    # Tells what is asked of the loop that run makes.
    def new_event_loop(self):
        class Told(asyncio.SelectorEventLoop):
            def run_until_complete(self, aw):
                name = getattr(aw, "__qualname__", None) or aw.get_coro().__qualname__
                print("  runs", name.split(".")[-1])
                return super().run_until_complete(aw)

            def close(self):
                print("  closes")
                super().close()

        return Told()

    def set_event_loop(self, loop):
        print("  sets", "none" if loop is None else "it")
        super().set_event_loop(loop)


def run(label, main, **kwargs):
    print(label)
    try:
        print("  gives", repr(asyncio.run(main(), **kwargs)))
    except BaseException as e:
        print("  raises", chain(e))


async def left(name, then=None):
    try:
        await asyncio.sleep(99)
    except asyncio.CancelledError:
        print("  %s is cancelled" % name)
        if isinstance(then, BaseException):
            raise then
        if then:
            asyncio.ensure_future(left("a late one"))
            await asyncio.sleep(0.5)
            return then
        raise


async def plain():
    return asyncio.get_running_loop().get_debug()


async def leaves():
    asyncio.get_running_loop().set_exception_handler(lambda loop, c: "task" in c and not c.get("exception") or print("  told", c["message"], repr(c.get("exception"))))
    asyncio.ensure_future(left("one"))
    asyncio.ensure_future(left("two", ValueError("two")))
    asyncio.ensure_future(left("three", "kept"))
    await asyncio.sleep(0)
    return "main"


async def fails():
    quiet()
    asyncio.ensure_future(left("one"))
    await asyncio.sleep(0)
    raise KeyError("k")


async def exits():
    quiet()
    asyncio.get_running_loop().call_soon(quits)
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        print("  main is cancelled")
        raise


def quiet():
    # What is said of tasks that are still pending at the end is no matter here.
    asyncio.get_running_loop().set_exception_handler(lambda loop, c: None)


def quits():
    raise SystemExit(3)


async def cancels_itself():
    asyncio.current_task().cancel()
    await asyncio.sleep(0)


async def stops():
    quiet()
    asyncio.get_running_loop().stop()
    await asyncio.sleep(0)
    return 1


async def generates():
    async def numbers():
        try:
            yield 1
            yield 2
        finally:
            await asyncio.sleep(0)
            print("  generator is closed")

    global held
    held = numbers()
    return await held.__anext__()


asyncio.set_event_loop_policy(Policy())
run("plain", plain)
run("debug", plain, debug=True)
run("leaves tasks", leaves)
run("fails", fails)
run("exits", exits)
run("cancels itself", cancels_itself)
run("stops", stops)
run("generates", generates)
asyncio.set_event_loop_policy(None)


async def counts():
    var.set(var.get() + 1)
    return var.get()


print(asyncio.run(counts()), asyncio.run(counts()), var.get(), outcome(asyncio.get_event_loop))
if not BEFORE((3, 11)):
    with asyncio.Runner(debug=True) as r:
        print(r.run(counts()), r.run(counts()), r.run(counts(), context=contextvars.copy_context()), r.get_loop().get_debug())
        print(r.get_loop() is r.get_loop(), outcome(r.run, 3))
    for name in "get_loop", "__enter__", "close":
        print(name, outcome(getattr(r, name)))
    c = counts()
    print(outcome(r.run, c))
    c.close()
    made = []
    with asyncio.Runner(loop_factory=lambda: made.append(asyncio.new_event_loop()) or made[-1]) as r:
        print(r.run(plain()), r.get_loop() is made[0])
    print(made[0].is_closed())
