import asyncio


async def tree(tg, depth, name):
    print("start", name)
    await asyncio.sleep(0.1)
    if depth:
        for side in "lr":
            tg.create_task(tree(tg, depth - 1, name + side))


async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(tree(tg, 2, "t"))
    print("all done")


asyncio.run(main())
