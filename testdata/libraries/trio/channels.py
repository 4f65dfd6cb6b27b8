import math

import trio
from _run import outcome


def attempt(fn, *args):
    try:
        print(fn(*args))
    except Exception as e:
        print(type(e).__name__, e)


async def attempt_async(fn, *args):
    try:
        print(await fn(*args))
    except Exception as e:
        print(type(e).__name__, e)


async def nowait():
    s, r = trio.open_memory_channel(2)
    attempt(r.receive_nowait)
    s.send_nowait(1)
    await s.send(2)
    attempt(s.send_nowait, 3)
    print(s.statistics().current_buffer_used, r.statistics().max_buffer_size)
    s.close()
    attempt(s.send_nowait, 3)
    await attempt_async(s.send, 3)
    print(r.receive_nowait(), await r.receive())
    attempt(r.receive_nowait)
    await attempt_async(r.receive)
    s, r = trio.open_memory_channel(math.inf)
    for n in range(100):
        s.send_nowait(n)
    r.close()
    attempt(s.send_nowait, 1)
    await attempt_async(r.receive)
    attempt(r.receive_nowait)
    attempt(s.clone().close)
    attempt(r.clone)


outcome(nowait)


async def producers():
    s, r = trio.open_memory_channel(0)

    async def produce(send, start):
        async with send:
            for n in range(3):
                await send.send(start + n)

    async with trio.open_nursery() as nursery:
        async with s:
            for start in (10, 20, 30):
                nursery.start_soon(produce, s.clone(), start)
        got = [n async for n in r]
    return sorted(got)


outcome(producers)


async def consumers():
    s, r = trio.open_memory_channel(1)
    got = {}

    async def consume(name, receive):
        async with receive:
            async for n in receive:
                got.setdefault(name, []).append(n)
                await trio.sleep(1)

    async with trio.open_nursery() as nursery:
        for name in "ab":
            nursery.start_soon(consume, name, r.clone())
        r.close()
        async with s:
            for n in range(6):
                await s.send(n)
    return sorted(sum(got.values(), [])), len(got)


outcome(consumers)


async def closing():
    async def expect(fn, *args):
        try:
            await fn(*args)
        except (trio.ClosedResourceError, trio.BrokenResourceError, trio.EndOfChannel) as e:
            print(type(e).__name__)

    s, r = trio.open_memory_channel(0)
    async with trio.open_nursery() as nursery:
        nursery.start_soon(expect, s.send, 1)
        await trio.testing.wait_all_tasks_blocked()
        s.close()
    s, r = trio.open_memory_channel(0)
    async with trio.open_nursery() as nursery:
        nursery.start_soon(expect, s.send, 1)
        await trio.testing.wait_all_tasks_blocked()
        r.close()
    s, r = trio.open_memory_channel(0)
    async with trio.open_nursery() as nursery:
        nursery.start_soon(expect, r.receive)
        await trio.testing.wait_all_tasks_blocked()
        await r.aclose()
    s, r = trio.open_memory_channel(0)
    async with trio.open_nursery() as nursery:
        nursery.start_soon(expect, r.receive)
        await trio.testing.wait_all_tasks_blocked()
        await s.aclose()
    s, r = trio.open_memory_channel(0)
    r2 = r.clone()
    async with trio.open_nursery() as nursery:
        nursery.start_soon(expect, r2.receive)
        await trio.testing.wait_all_tasks_blocked()
        r.close()
        s.send_nowait("the clone is open")
    print("closed")


outcome(closing)


async def fair():
    s, r = trio.open_memory_channel(0)
    order = []

    async def receive(name):
        order.append((name, await r.receive()))

    async with trio.open_nursery() as nursery:
        for name in "abc":
            nursery.start_soon(receive, name)
            await trio.testing.wait_all_tasks_blocked()
        print(s.statistics().tasks_waiting_receive)
        with trio.move_on_after(1):
            await r.receive()
        print(s.statistics().tasks_waiting_receive)
        for n in range(3):
            s.send_nowait(n)
        try:
            r.receive_nowait()
        except trio.WouldBlock:
            print("nobody is overtaken")
    print(order)
    async with trio.open_nursery() as nursery:
        for n in range(3):
            nursery.start_soon(s.send, n)
            await trio.testing.wait_all_tasks_blocked()
        return [await r.receive() for _ in range(3)]


outcome(fair)
print([type(c).__name__ for c in trio.open_memory_channel[int](0)])
