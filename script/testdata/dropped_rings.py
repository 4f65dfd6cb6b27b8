"""What rings that exceptions make hold until they are collected."""
import asyncio
import gc

gc.disable()


class Mark:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


class Odd:
    def __await__(self):
        return (yield 42)


def failing(mark):
    1 / 0


async def fails(mark):
    raise ValueError


async def callback(loop):
    loop.set_exception_handler(lambda loop, context: print(context["exception"]))
    loop.call_soon(failing, Mark("argument"))
    await asyncio.sleep(0)


async def unfinished(loop):
    for f in asyncio.as_completed([asyncio.ensure_future(fails(Mark("completed"))), loop.create_future()], timeout=0.01):
        f.close()
    await asyncio.sleep(0.02)


async def odd(loop):
    loop.set_task_factory(asyncio.eager_task_factory)
    print(await asyncio.gather(Odd(), return_exceptions=True))


async def main():
    loop = asyncio.get_running_loop()
    for case in (callback, unfinished, odd):
        await case(loop)
        print(case.__name__, "is over")
        gc.collect()


asyncio.run(main())
