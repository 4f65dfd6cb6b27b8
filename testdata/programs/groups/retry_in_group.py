import asyncio


async def flaky(name, failures, log):
    for attempt in range(10):
        try:
            if attempt < failures:
                raise ConnectionResetError(f"{name} #{attempt}")
            log.append(f"{name} ok after {attempt}")
            return name
        except ConnectionError as e:
            log.append(str(e))
            await asyncio.sleep(0.1 * 2 ** attempt)


async def main():
    log = []
    begun = asyncio.get_running_loop().time()
    async with asyncio.TaskGroup() as tg:
        for name, failures in (("a", 2), ("b", 0), ("c", 3)):
            tg.create_task(flaky(name, failures, log))
    print("\n".join(log))
    print(round(asyncio.get_running_loop().time() - begun, 1))


asyncio.run(main())
