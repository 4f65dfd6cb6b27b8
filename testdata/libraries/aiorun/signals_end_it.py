# signal: SIGTERM@1s
# signal: SIGINT@2s
# signal: SIGTERM@3s
# signal: SIGINT@4s
import asyncio
from concurrent.futures import ThreadPoolExecutor

from _lines import outcome
from aiorun import run


async def main(name):
    print(name, "sleeps")
    try:
        await asyncio.sleep(5)
    finally:
        print(name, "ends")


outcome(run, main("own loop, own executor"))
outcome(run, main("own loop"), executor=ThreadPoolExecutor())
loop = asyncio.new_event_loop()
outcome(run, main("own executor"), loop=loop)
outcome(run, main("neither"), loop=loop, executor=ThreadPoolExecutor())
print(loop.is_closed())
loop.close()
