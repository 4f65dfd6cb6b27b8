"""Waits for what nobody ever does."""
import asyncio
import threading


async def main():
    print("waiting")
    try:
        await asyncio.Future()
    finally:
        print("no finally runs")


threading.Thread(target=threading.Event().wait, daemon=True).start()
asyncio.run(main())
