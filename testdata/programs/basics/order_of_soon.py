import asyncio


def note(text):
    print("callback", text)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(note, "first")
    loop.call_later(0.02, note, "later 20 ms")
    loop.call_later(0.01, note, "later 10 ms")
    loop.call_at(loop.time() + 0.015, note, "at 15 ms")
    dropped = loop.call_soon(note, "never")
    dropped.cancel()
    print("scheduled, cancelled:", dropped.cancelled())
    await asyncio.sleep(0)
    print("one tick later")
    await asyncio.sleep(0.03)
    print("end")


asyncio.run(main())
