import asyncio

loop = asyncio.new_event_loop()
log = []


def step(n):
    log.append(n)
    if n < 5:
        loop.call_soon(step, n + 1)
    if n % 2 == 0:
        loop.stop()


loop.call_soon(step, 0)
for _ in range(3):
    loop.run_forever()
    print(log)
loop.close()
print(loop.is_closed())
