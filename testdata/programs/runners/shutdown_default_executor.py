# python: 3.9
import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    jobs = [loop.run_in_executor(None, time.sleep, n) for n in (0.1, 0.2)]
    await asyncio.gather(*jobs)
    await loop.shutdown_default_executor()
    try:
        await loop.run_in_executor(None, print)
    except RuntimeError as e:
        print(e)


asyncio.run(main())
