import asyncio


class Loud(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__()
        self.soon = 0

    def call_soon(self, callback, *args, **kw):
        self.soon += 1
        return super().call_soon(callback, *args, **kw)


async def main():
    await asyncio.sleep(0)
    loop = asyncio.get_running_loop()
    print(type(loop).__name__, loop.soon > 0)
    loop.call_soon(print, "called")
    before = loop.soon
    loop.call_soon(print, "again")
    print(loop.soon - before)
    await asyncio.sleep(0)


loop = Loud()
loop.run_until_complete(main())
loop.close()
