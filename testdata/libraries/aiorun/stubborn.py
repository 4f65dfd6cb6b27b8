import asyncio
import logging

from _lines import outcome
from aiorun import run


async def naughty():
    while not enough:
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("no")


async def main():
    loop = asyncio.get_running_loop()
    tasks.append(loop.create_task(naughty()))
    started.append(loop.time())
    await asyncio.sleep(0.5)
    raise ValueError("main")


class Cut(logging.Filter):
    def filter(self, record):
        record.msg = record.msg.partition(": ")[0] if record.msg.startswith("During") else record.msg
        return True


logging.getLogger("aiorun").addFilter(Cut())
tasks, started, enough = [], [], []
loop = asyncio.new_event_loop()
outcome(run, main(), loop=loop, stop_on_unhandled_errors=True, timeout_task_shutdown=2.0)
print(round(loop.time() - started[0], 1), tasks[0].done())
enough.append(True)
tasks[0].cancel()
loop.run_until_complete(tasks[0])
loop.close()
