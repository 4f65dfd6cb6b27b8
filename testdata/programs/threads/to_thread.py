import asyncio
import contextvars
import threading
import time

request = contextvars.ContextVar("request")


def blocking(delay, *, tag):
    time.sleep(delay)
    return tag, request.get(), threading.current_thread() is threading.main_thread()


async def main():
    request.set("r1")
    a, b = await asyncio.gather(asyncio.to_thread(blocking, 0.2, tag="a"), asyncio.to_thread(blocking, 0.1, tag="b"))
    print(a, b)
    try:
        await asyncio.to_thread(int, "x")
    except ValueError as e:
        print(e)


asyncio.run(main())
