import asyncio


async def main():
    me = asyncio.current_task()
    asyncio.get_running_loop().call_later(0.5, me.cancel)
    try:
        await asyncio.sleep(10)
    finally:
        print("main leaves")


try:
    asyncio.run(main())
except asyncio.CancelledError:
    print("run raised CancelledError")
