"""shield() keeps a task from being cancelled with the one that waits for it."""
import asyncio
import os


async def save():
    print("save: start")
    try:
        await asyncio.sleep(3)
    except asyncio.CancelledError:
        print("save: cancelled")
        raise
    print("save: done")
    return "saved"


async def request(saving):
    try:
        return await asyncio.shield(saving)
    except asyncio.CancelledError:
        print("request: cancelled")
        raise


async def main():
    print(f"PID: {os.getpid()}")
    saving = asyncio.create_task(save())
    asking = asyncio.create_task(request(saving))
    await asyncio.sleep(1)
    asking.cancel()
    try:
        await asking
    except asyncio.CancelledError:
        print("main: the request is gone")
    print(f"main: {await saving}")


asyncio.run(main())
