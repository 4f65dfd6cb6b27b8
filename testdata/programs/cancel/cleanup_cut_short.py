import asyncio


async def work():
    try:
        await asyncio.sleep(10)
    finally:
        print("cleaning")
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("cleaning cut short")
            raise
        print("never")


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0.1)
    task.cancel()
    await asyncio.sleep(0.1)
    task.cancel()
    done, _ = await asyncio.wait([task])
    print(done.pop().cancelled())


asyncio.run(main())
