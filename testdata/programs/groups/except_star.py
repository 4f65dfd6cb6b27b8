# python: 3.11
import asyncio


def raiser(kind):
    async def go():
        raise kind("x")
    return go()


async def run(*kinds):
    try:
        async with asyncio.TaskGroup() as tg:
            for k in kinds:
                tg.create_task(raiser(k))
    except* (ValueError, TypeError) as eg:
        print("value or type", [type(e).__name__ for e in eg.exceptions])
    except* OSError as eg:
        print("os", [type(e).__name__ for e in eg.exceptions])
    else:
        print("no error")
    finally:
        print("--")


async def main():
    await run()
    await run(ValueError, TypeError)
    await run(ValueError, OSError, FileNotFoundError)
    try:
        await run(ValueError, KeyError)
    except ExceptionGroup as eg:
        print("left", eg.exceptions)


asyncio.run(main())
