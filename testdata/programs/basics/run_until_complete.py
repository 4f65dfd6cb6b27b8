import asyncio

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)


async def add(a, b):
    await asyncio.sleep(0.1)
    return a + b


print(loop.run_until_complete(add(1, 2)))
task = loop.create_task(add(3, 4))
print(task.done())
print(loop.run_until_complete(task))
print(loop.is_running(), loop.is_closed())
loop.call_later(0.2, loop.stop)
loop.call_later(0.1, print, "before stop")
loop.call_later(0.3, print, "after stop")
loop.run_forever()
print("stopped")
loop.run_until_complete(asyncio.sleep(0.2))
loop.close()
print(loop.is_closed())
try:
    loop.call_soon(print)
except RuntimeError as e:
    print(e)
