# signal: SIGINT@2.2s
import asyncio
import contextlib
import signal


class Service:
    def __init__(self, name, stop_after):
        self.name, self.stop_after, self.ticks = name, stop_after, 0

    async def run(self, stop):
        while not stop.is_set():
            self.ticks += 1
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(stop.wait(), 0.5)
        print(self.name, "stopping after", self.ticks)
        await asyncio.sleep(self.stop_after)
        print(self.name, "stopped")


async def main():
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for s in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(s, lambda s=s: (print("received", s.name), stop.set()))
    services = [Service("web", 0.2), Service("db", 3)]
    tasks = [asyncio.create_task(s.run(stop), name=s.name) for s in services]
    await stop.wait()
    done, pending = await asyncio.wait(tasks, timeout=1)
    for t in pending:
        print("forcing", t.get_name())
        t.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    print("bye")


asyncio.run(main())
