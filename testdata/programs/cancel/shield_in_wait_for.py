import asyncio


async def save():
    await asyncio.sleep(1)
    print("saved")
    return True


async def main():
    task = asyncio.ensure_future(save())
    try:
        await asyncio.wait_for(asyncio.shield(task), timeout=0.5)
    except asyncio.TimeoutError:
        print("takes long; waiting on")
        print(await task)


asyncio.run(main())
