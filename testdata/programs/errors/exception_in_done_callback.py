import asyncio


def bad_callback(task):
    raise RuntimeError("callback broke")


async def work():
    return "ok"


async def main():
    loop = asyncio.get_running_loop()
    seen = []
    loop.set_exception_handler(lambda l, c: seen.append(repr(c["exception"])))
    t = asyncio.create_task(work())
    t.add_done_callback(bad_callback)
    t.add_done_callback(lambda t: seen.append("good"))
    print(await t)
    await asyncio.sleep(0)
    print(seen)


asyncio.run(main())
