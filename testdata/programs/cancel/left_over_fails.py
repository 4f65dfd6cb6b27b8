import asyncio


async def careless():
    try:
        await asyncio.sleep(10)
    finally:
        raise ValueError("while cancelled")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda l, c: print("handler:", c["message"], repr(c["exception"])))
    asyncio.create_task(careless())
    await asyncio.sleep(0.1)
    print("main ends")


asyncio.run(main())
