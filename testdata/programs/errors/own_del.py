"""Futures and tasks whose classes have a __del__ of their own."""
import asyncio
import gc


class Told(asyncio.Task):
    def __del__(self):
        print("told:", self.get_name(), self.done())
        super().__del__()


class Silent(asyncio.Task):
    def __del__(self):
        print("silent:", self.get_name(), self.done())


class ToldFuture(asyncio.Future):
    def __del__(self):
        print("told future:", self.done())
        super().__del__()


class SilentFuture(asyncio.Future):
    def __del__(self):
        print("silent future:", self.done())


async def long():
    await asyncio.sleep(10)


async def failing():
    raise ValueError("nobody asks")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print("handler:", context["message"]))
    for kind in Told, Silent:
        task = kind(failing(), loop=loop, name="failed")
        await asyncio.wait([task])
        del task
        task = kind(asyncio.sleep(0), loop=loop, name="done")
        await task
        del task
    for kind in ToldFuture, SilentFuture:
        future = kind()
        future.set_exception(ValueError("nobody asks"))
        future = kind()
        future = kind()
        future.set_result(1)
        del future
    Told(long(), loop=loop, name="pending")
    Silent(long(), loop=loop, name="silently pending")
    await asyncio.sleep(0)
    print(hasattr(asyncio.Future, "__del__"), hasattr(asyncio.Task, "__del__"))


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
gc.collect()
print("over")
