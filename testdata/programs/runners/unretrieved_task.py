import asyncio


async def failing():
    raise ValueError("nobody looks")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda l, c: print("seen:", c["message"], repr(c["exception"])))
    task = asyncio.create_task(failing())
    await asyncio.sleep(0.1)
    print("still held", task.done())
    del task
    print("dropped")
    await asyncio.sleep(0)
    print("end")


asyncio.run(main())
