import asyncio


async def partial_sum(numbers):
    total = 0
    try:
        for n in numbers:
            await asyncio.sleep(0.1)
            total += n
    except asyncio.CancelledError:
        return ("cut", total)
    return ("all", total)


async def main():
    task = asyncio.create_task(partial_sum(range(100)))
    await asyncio.sleep(0.55)
    task.cancel()
    print(await task)


asyncio.run(main())
