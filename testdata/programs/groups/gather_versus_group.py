# python: 3.11
import asyncio


async def fail():
    await asyncio.sleep(0.1)
    raise ValueError("boom")


async def slow(log):
    try:
        await asyncio.sleep(0.3)
        log.append("slow finished")
    except asyncio.CancelledError:
        log.append("slow cancelled")
        raise


async def main():
    for how in ("gather", "group"):
        log = []
        try:
            if how == "gather":
                await asyncio.gather(fail(), slow(log))
            else:
                async with asyncio.TaskGroup() as tg:
                    tg.create_task(fail())
                    tg.create_task(slow(log))
        except* ValueError as e:
            log.append("caught")
        await asyncio.sleep(1)
        print(how, log)


asyncio.run(main())
