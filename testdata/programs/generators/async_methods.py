# python: 3.10
import asyncio


async def echo():
    received = []
    try:
        while True:
            received.append((yield len(received)))
    except ValueError as e:
        yield f"error {e}"
    finally:
        print("received", received)


async def main():
    g = echo()
    print(await g.asend(None))
    print(await g.asend("a"), await g.asend("b"))
    print(await g.athrow(ValueError("stop")))
    await g.aclose()
    try:
        await g.__anext__()
    except StopAsyncIteration:
        print("exhausted")
    h = echo()
    try:
        await h.asend("too early")
    except TypeError as e:
        print(e)
    await h.aclose()
    print(await anext(h, "default"))


asyncio.run(main())
