import asyncio
import itertools
from dataclasses import dataclass, field
from typing import Any


@dataclass(order=True)
class Job:
    priority: int
    number: int
    what: Any = field(compare=False)


async def main():
    counter = itertools.count()
    q = asyncio.PriorityQueue()
    for p, what in ((2, "c"), (1, {"a": 1}), (2, "d"), (1, print), (0, None)):
        await q.put(Job(p, next(counter), what))
    while not q.empty():
        job = await q.get()
        print(job.priority, job.number, job.what if not callable(job.what) else "callable")


asyncio.run(main())
