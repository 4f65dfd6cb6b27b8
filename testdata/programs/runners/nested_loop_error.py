import asyncio


async def main():
    loop = asyncio.new_event_loop()
    c = asyncio.sleep(0)
    try:
        loop.run_until_complete(c)
    except RuntimeError as e:
        print(e)
    c.close()
    loop.close()
    print(asyncio.get_running_loop() is asyncio.get_event_loop())


asyncio.run(main())
try:
    asyncio.get_running_loop()
except RuntimeError as e:
    print(e)
