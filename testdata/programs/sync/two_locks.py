import asyncio


async def transfer(a, b, name, log):
    async with a:
        log.append((name, 1))
        await asyncio.sleep(0.1)
        try:
            await asyncio.wait_for(b.acquire(), 0.2)
        except asyncio.TimeoutError:
            log.append((name, "gave up"))
            return False
        try:
            log.append((name, 2))
            return True
        finally:
            b.release()


async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    log = []
    print(await asyncio.gather(transfer(a, b, "x", log), transfer(b, a, "y", log)))
    print(log)


asyncio.run(main())
