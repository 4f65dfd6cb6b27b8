import asyncio


async def nothing():
    pass


async def main():
    tg = asyncio.TaskGroup()
    c = nothing()
    try:
        tg.create_task(c)
    except RuntimeError as e:
        print(str(e).split(">", 1)[-1].strip())
    c.close()
    async with tg:
        pass
    c = nothing()
    try:
        tg.create_task(c)
    except RuntimeError as e:
        print(str(e).split(">", 1)[-1].strip())
    c.close()
    try:
        async with tg:
            pass
    except RuntimeError as e:
        print(str(e).split(">", 1)[-1].strip())


asyncio.run(main())
