"""sleep() waits for the future that a loop of the program's own makes."""
import asyncio


class Told(asyncio.Future):
    def add_done_callback(self, fn, *, context=None):
        print("callback")
        super().add_done_callback(fn, context=context)


class Loop(asyncio.SelectorEventLoop):
    def create_future(self):
        print("create_future")
        return Told(loop=self)


async def main():
    print(await asyncio.sleep(0.001, "slept"))
    sleeper = asyncio.create_task(asyncio.sleep(30))
    await asyncio.sleep(0)
    sleeper.cancel()
    try:
        await sleeper
    except asyncio.CancelledError:
        print("cancelled")


loop = Loop()
loop.run_until_complete(main())
loop.close()
