import asyncio

from _lines import outcome
from aiorun import run


async def raises(error):
    await asyncio.sleep(1)
    raise error


async def main(error):
    try:
        task = asyncio.create_task(raises(error))
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("main cancelled")
    try:
        await task
    except BaseException as e:
        print("task", repr(e))


outcome(run, main(KeyboardInterrupt()))
loop = asyncio.new_event_loop()
outcome(run, main(SystemExit(3)), loop=loop)
print(loop.is_closed(), len(asyncio.all_tasks(loop)))
loop.stop()
loop.run_forever()
for task in asyncio.all_tasks(loop):
    task.cancel()
loop.call_later(1, loop.stop)
loop.run_forever()
loop.close()
