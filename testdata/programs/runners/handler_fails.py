import asyncio


def handler(loop, context):
    raise RuntimeError("handler is broken")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    print("goes on")
    try:
        loop.set_exception_handler("no")
    except TypeError as e:
        print(e)


asyncio.run(main())
