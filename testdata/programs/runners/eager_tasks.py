import asyncio
import sys


async def quick(n):
    print("quick", n)
    return n


async def slow(n):
    print("slow starts", n)
    await asyncio.sleep(0)
    print("slow ends", n)
    return n


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    t = asyncio.create_task(quick(1))
    print("made", t.done())
    u = asyncio.create_task(slow(2))
    print("made", u.done())
    print(await asyncio.gather(t, u, quick(3)))


asyncio.run(main())
