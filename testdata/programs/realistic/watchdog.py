import asyncio


class Watchdog:
    def __init__(self, timeout, on_timeout):
        self.timeout, self.on_timeout = timeout, on_timeout
        self.handle = None

    def feed(self):
        if self.handle:
            self.handle.cancel()
        self.handle = asyncio.get_running_loop().call_later(self.timeout, self.on_timeout)

    def stop(self):
        if self.handle:
            self.handle.cancel()


async def worker(dog, delays):
    for d in delays:
        dog.feed()
        await asyncio.sleep(d)
        print("worked", d)
    dog.stop()
    return "complete"


async def main():
    for delays in ((0.1, 0.4, 0.2), (0.1, 0.9, 0.1)):
        task = None
        dog = Watchdog(0.5, lambda: (print("watchdog bites"), task.cancel()))
        task = asyncio.create_task(worker(dog, delays))
        try:
            print(await task)
        except asyncio.CancelledError:
            print("worker was cancelled")


asyncio.run(main())
