# Which of asyncio's own functions stand on stacks and in tracebacks.
import asyncio
import signal
import sys
import traceback


def names(error):
    out = []
    while error is not None:
        rows = [row.name for row in traceback.extract_tb(error.__traceback__)]
        out.append(f"{type(error).__name__}@{'>'.join(rows)}")
        error = error.__cause__ or error.__context__
    return " <- ".join(out)


async def fails():
    await asyncio.sleep(0)
    raise ValueError("one")


async def late():
    await asyncio.wait_for(asyncio.sleep(5), 0.1)


async def interrupted():
    asyncio.get_running_loop().call_later(0.1, signal.raise_signal, signal.SIGINT)
    await asyncio.sleep(5)


async def exits():
    asyncio.get_running_loop().call_soon(sys.exit, 3)
    await asyncio.sleep(5)


async def stack():
    def callback():
        print("callback:", [row.name for row in traceback.extract_stack()])

    asyncio.get_running_loop().call_soon(callback)
    print("task:", [row.name for row in traceback.extract_stack()])
    await asyncio.sleep(0)


for main in fails, interrupted, exits, stack:
    try:
        print(main.__name__, asyncio.run(main()))
    except BaseException as e:
        print(main.__name__, names(e))

try:
    asyncio.run(late())
except BaseException as e:
    rows = [row.name for row in traceback.extract_tb(e.__traceback__)]
    print("late", type(e).__name__, rows[rows.index("late"):][:2])

loop = asyncio.new_event_loop()
loop.call_soon(loop.stop)
try:
    loop.run_until_complete(loop.create_future())
except RuntimeError as e:
    print("stopped", names(e))


def boom():
    raise KeyError("callback")


def handler(loop, context):
    print(context["message"].partition(" at ")[0], names(context["exception"]))


loop.set_exception_handler(handler)
loop.call_soon(boom)
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
