# signal: SIGTERM@2s
import asyncio
import signal


async def forever():
    n = 0
    try:
        while True:
            await asyncio.sleep(0.75)
            n += 1
            print("beat", n)
    finally:
        print("forever ends")


loop = asyncio.new_event_loop()
loop.add_signal_handler(signal.SIGTERM, loop.stop)
task = loop.create_task(forever())
loop.run_forever()
print("loop stopped, task done:", task.done())
task.cancel()
try:
    loop.run_until_complete(task)
except asyncio.CancelledError:
    print("task cancelled")
loop.close()
