import asyncio

loop = asyncio.new_event_loop()
f = loop.create_future()
loop.call_later(1, f.set_result, "ready")
print(loop.run_until_complete(f))
g = loop.create_future()
loop.call_soon(loop.stop)
try:
    loop.run_until_complete(g)
except RuntimeError as e:
    print(e)
loop.close()
