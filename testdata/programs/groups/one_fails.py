# python: 3.11
import asyncio

cancelled = []


async def fail(after):
    await asyncio.sleep(after)
    raise ValueError(f"after {after}")


async def patient(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        cancelled.append(name)
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(patient("a"))
            tg.create_task(fail(0.2))
            tg.create_task(patient("b"))
            await asyncio.sleep(5)
            print("never")
    except* ValueError as eg:
        print(sorted(cancelled), repr(eg), [str(e) for e in eg.exceptions])


asyncio.run(main())
