import asyncio


async def work():
    try:
        raise ValueError("original")
    finally:
        await asyncio.sleep(0.01)
        raise OSError("in cleanup")


async def main():
    try:
        await work()
    except OSError as e:
        print(e, "| during:", e.__context__)


asyncio.run(main())
