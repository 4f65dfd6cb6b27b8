import asyncio
import threading


async def answer(n):
    await asyncio.sleep(0.1)
    if n < 0:
        raise ValueError("negative")
    return n * 2


def worker(loop, out):
    for n in (1, 2, -1):
        f = asyncio.run_coroutine_threadsafe(answer(n), loop)
        try:
            out.append(f.result(5))
        except ValueError as e:
            out.append(str(e))


async def main():
    loop = asyncio.get_running_loop()
    out = []
    await loop.run_in_executor(None, worker, loop, out)
    print(out)


asyncio.run(main())
