# python: 3.10
import asyncio
from dataclasses import dataclass
from typing import Any


@dataclass
class Ask:
    message: Any
    reply: asyncio.Future


class Actor:
    def __init__(self):
        self.inbox = asyncio.Queue()
        self.task = asyncio.create_task(self._run(), name=type(self).__name__)

    def tell(self, message):
        self.inbox.put_nowait(message)

    async def ask(self, message):
        f = asyncio.get_running_loop().create_future()
        self.inbox.put_nowait(Ask(message, f))
        return await f

    async def stop(self):
        self.tell(StopAsyncIteration)
        await self.task

    async def _run(self):
        while (m := await self.inbox.get()) is not StopAsyncIteration:
            if isinstance(m, Ask):
                try:
                    m.reply.set_result(await self.receive(m.message))
                except Exception as e:
                    m.reply.set_exception(e)
            else:
                await self.receive(m)
        print(self.task.get_name(), "stopped")


class Counter(Actor):
    n = 0

    async def receive(self, message):
        match message:
            case "inc":
                self.n += 1
            case ("add", int(k)):
                await asyncio.sleep(0.01)
                self.n += k
            case "get":
                return self.n
            case other:
                raise TypeError(f"what is {other!r}?")


async def main():
    c = Counter()
    for m in ("inc", "inc", ("add", 40)):
        c.tell(m)
    print(await c.ask("get"))
    try:
        await c.ask("fly")
    except TypeError as e:
        print(e)
    await c.stop()


asyncio.run(main())
