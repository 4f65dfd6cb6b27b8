import asyncio
import inspect
from collections import defaultdict
from dataclasses import dataclass


@dataclass(frozen=True)
class OrderPlaced:
    number: int
    total: float


@dataclass(frozen=True)
class OrderShipped:
    number: int


class Bus:
    def __init__(self):
        self.handlers = defaultdict(list)

    def on(self, event):
        def register(f):
            self.handlers[event].append(f)
            return f
        return register

    async def emit(self, event):
        pending = []
        for h in self.handlers[type(event)]:
            r = h(event)
            if inspect.isawaitable(r):
                pending.append(r)
        for r in await asyncio.gather(*pending, return_exceptions=True):
            if isinstance(r, Exception):
                print("handler failed:", repr(r))


bus = Bus()


@bus.on(OrderPlaced)
def log_order(e):
    print("log:", e)


@bus.on(OrderPlaced)
async def ship(e):
    await asyncio.sleep(0.2)
    print("shipping", e.number)
    await bus.emit(OrderShipped(e.number))


@bus.on(OrderPlaced)
async def charge(e):
    await asyncio.sleep(0.1)
    if e.total > 100:
        raise ValueError(f"{e.total} is too much")
    print("charged", e.total)


@bus.on(OrderShipped)
def notify(e):
    print("notified", e.number)


async def main():
    await asyncio.gather(bus.emit(OrderPlaced(1, 20.0)), bus.emit(OrderPlaced(2, 500.0)))


asyncio.run(main())
