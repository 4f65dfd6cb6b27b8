import asyncio


def attempt(what, *args, **kw):
    try:
        r = what(*args, **kw)
    except TypeError as e:
        # versions before 3.10 name no class, those before 3.13 have no hints
        print(str(e).replace("BaseEventLoop.", "").split(". Did")[0])
    else:
        if asyncio.iscoroutine(r):
            r.close()
        print("fine")


async def main():
    loop = asyncio.get_running_loop()
    nothing = asyncio.sleep(0)
    attempt(asyncio.run)
    attempt(asyncio.run, nothing, 1, 2)
    attempt(asyncio.run, nothing, debgu=True)
    attempt(asyncio.create_task)
    attempt(asyncio.shield)
    attempt(asyncio.ensure_future, nothing, lop=1)
    attempt(asyncio.run_coroutine_threadsafe)
    attempt(loop.call_later)
    attempt(loop.call_later, 1)
    attempt(loop.call_soon, print, contxt=None)
    attempt(loop.call_at, 1, when=2)
    attempt(loop.create_future, 1)
    attempt(loop.create_task, nothing, "name")
    attempt(loop.stop, 1, 2)
    attempt(loop.set_debug)
    attempt(loop.run_in_executor, None)
    nothing.close()
    loop.call_later(delay=0.01, callback=print)
    loop.call_soon(callback=lambda: print("soon"))
    loop.call_at(when=loop.time(), callback=lambda: print("at once"))
    await asyncio.sleep(delay=0.02)
    print(await asyncio.shield(arg=asyncio.sleep(0, "shielded")))
    print(await asyncio.ensure_future(coro_or_future=asyncio.sleep(0, "ensured")))
    print(await asyncio.create_task(coro=asyncio.sleep(0, "task")), len(asyncio.all_tasks(loop=loop)))


asyncio.run(main=main())
