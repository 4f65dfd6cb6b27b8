import asyncio


async def consumer(future, name):
    print(name, "waits")
    value = await future
    print(name, "got", value)
    return value * 2


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    tasks = [asyncio.create_task(consumer(future, n), name=n) for n in ("a", "b", "c")]
    await asyncio.sleep(0)
    print("done?", future.done())
    future.set_result(21)
    print("done?", future.done(), future.result())
    try:
        future.set_result(1)
    except asyncio.InvalidStateError as e:
        print(type(e).__name__, e)
    print(await asyncio.gather(*tasks))


asyncio.run(main())
