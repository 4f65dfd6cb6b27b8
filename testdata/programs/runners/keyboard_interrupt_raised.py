import asyncio


async def child():
    try:
        await asyncio.sleep(10)
    finally:
        print("child leaves")


async def main():
    asyncio.create_task(child())
    await asyncio.sleep(0.1)
    raise KeyboardInterrupt


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("KeyboardInterrupt")
