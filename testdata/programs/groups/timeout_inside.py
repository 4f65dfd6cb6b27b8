import asyncio


async def limited(n):
    try:
        async with asyncio.timeout(0.3) as t:
            await asyncio.sleep(n)
        return f"ok {n}"
    except TimeoutError:
        return f"late {n} {t.expired()}"


async def main():
    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(limited(n)) for n in (0.1, 0.2, 0.3, 0.4)]
    print([t.result() for t in tasks[:2]], tasks[3].result())


asyncio.run(main())
