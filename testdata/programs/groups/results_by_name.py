# python: 3.11
import asyncio


async def fetch(key):
    await asyncio.sleep(len(key) / 10)
    if key == "bad":
        raise ConnectionError(key)
    return key.upper()


async def gather_dict(**coros):
    async with asyncio.TaskGroup() as tg:
        tasks = {k: tg.create_task(c) for k, c in coros.items()}
    return {k: t.result() for k, t in tasks.items()}


async def main():
    print(await gather_dict(x=fetch("aa"), y=fetch("b"), z=fetch("cccc")))
    try:
        print(await gather_dict(x=fetch("aaaaaaaa"), y=fetch("bad")))
    except* ConnectionError as eg:
        print("failed", eg.exceptions[0])


asyncio.run(main())
