import asyncio
import threading


async def main():
    loop = asyncio.get_running_loop()
    arrived = loop.create_future()

    def elsewhere():
        loop.call_soon_threadsafe(arrived.set_result, threading.current_thread().name)

    t = threading.Thread(target=elsewhere, name="helper")
    t.start()
    print(await arrived)
    t.join()
    print(t.is_alive())


asyncio.run(main())
