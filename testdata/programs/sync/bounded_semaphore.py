import asyncio


async def main():
    s = asyncio.BoundedSemaphore(2)
    await s.acquire()
    print(s.locked())
    await s.acquire()
    print(s.locked())
    s.release()
    s.release()
    try:
        s.release()
    except ValueError as e:
        print(e)
    try:
        asyncio.Semaphore(-1)
    except ValueError as e:
        print(e)


asyncio.run(main())
