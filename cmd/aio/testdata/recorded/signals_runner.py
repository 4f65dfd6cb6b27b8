# signals int: SIGINT@1s
# signals two: SIGINT@1s SIGINT@1.5s
# signals term: SIGTERM@1s
import asyncio, signal
async def main():
    try:
        await asyncio.sleep(3); print("done")
    except asyncio.CancelledError:
        print("cancelled")
        await asyncio.sleep(1); print("cleaned")
        raise
    finally: print("finally")
asyncio.run(main())
