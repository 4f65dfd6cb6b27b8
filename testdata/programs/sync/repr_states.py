import asyncio
import re


def clean(x):
    return re.sub(r"0x[0-9a-f]+", "ADDR", repr(x))


async def main():
    lock, event, sem = asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(2)
    cond, queue = asyncio.Condition(), asyncio.Queue(3)
    print(clean(lock), clean(event), clean(sem))
    print(clean(cond), clean(queue))
    await lock.acquire()
    event.set()
    await sem.acquire()
    await sem.acquire()
    queue.put_nowait(1)
    t = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    print(clean(lock), clean(event), clean(sem), clean(queue))
    t.cancel()


asyncio.run(main())
