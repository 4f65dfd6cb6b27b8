# A scheduler: jobs with priorities, retries with backoff, jobs given up.
import asyncio
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Callable, Awaitable, Any

class State(Enum):
    PENDING = auto()
    RUNNING = auto()
    DONE = auto()
    FAILED = auto()
    DEAD = auto()

@dataclass(order=True)
class Job:
    priority: int
    ident: int
    name: str = field(compare=False)
    work: Callable[[int], Awaitable[Any]] = field(compare=False, repr=False)
    attempts: int = field(default=0, compare=False)
    state: State = field(default=State.PENDING, compare=False)
    history: list = field(default_factory=list, compare=False, repr=False)

    def move(self, state):
        self.history.append((self.state.name, state.name))
        self.state = state

class Transient(Exception):
    def __init__(self, code):
        super().__init__(f"transient failure {code}")
        self.code = code

class Scheduler:
    def __init__(self, workers=3, max_attempts=3, base=0.1):
        self.queue = asyncio.PriorityQueue(maxsize=8)
        self.workers, self.max_attempts, self.base = workers, max_attempts, base
        self.dead, self.done = [], []
        self._ids = iter(range(1, 1000))
        self._tasks = []
        self.started = asyncio.get_event_loop().time()

    def log(self, *parts):
        now = asyncio.get_running_loop().time() - self.started
        print(f"[{now:6.2f}]", *parts)

    async def submit(self, name, work, priority=5):
        job = Job(priority, next(self._ids), name, work)
        await self.queue.put(job)
        return job

    async def __aenter__(self):
        self._tasks = [asyncio.create_task(self._worker(i), name=f"worker-{i}") for i in range(self.workers)]
        return self

    async def __aexit__(self, *exc):
        await self.queue.join()
        for t in self._tasks:
            t.cancel()
        results = await asyncio.gather(*self._tasks, return_exceptions=True)
        self.log("closed", [type(r).__name__ for r in results])

    async def _worker(self, n):
        while True:
            job = await self.queue.get()
            try:
                job.move(State.RUNNING)
                job.attempts += 1
                result = await job.work(job.attempts)
            except Transient as e:
                if job.attempts < self.max_attempts:
                    delay = self.base * 2 ** (job.attempts - 1)
                    self.log(f"w{n} {job.name} retry in {delay:.2f}: {e}")
                    job.move(State.PENDING)
                    asyncio.get_running_loop().call_later(delay, self._requeue, job)
                    continue
                job.move(State.DEAD)
                self.dead.append(job)
                self.log(f"w{n} {job.name} dead after {job.attempts}: code {e.code}")
                self.queue.task_done()
            except Exception as e:
                job.move(State.FAILED)
                self.log(f"w{n} {job.name} failed: {e!r}")
                self.queue.task_done()
            else:
                job.move(State.DONE)
                self.done.append((job.name, result))
                self.log(f"w{n} {job.name} -> {result!r}")
                self.queue.task_done()

    def _requeue(self, job):
        self.queue.put_nowait(job)
        self.queue.task_done()

def ok(value, delay):
    async def work(attempt):
        await asyncio.sleep(delay)
        return value
    return work

def flaky(times, delay):
    async def work(attempt):
        await asyncio.sleep(delay)
        if attempt <= times:
            raise Transient(attempt * 100)
        return f"after {attempt}"
    return work

async def broken(attempt):
    await asyncio.sleep(0.05)
    return {}["missing"]

async def main():
    async with Scheduler() as s:
        jobs = []
        jobs.append(await s.submit("alpha", ok("A", 0.3), 3))
        jobs.append(await s.submit("beta", flaky(1, 0.1), 1))
        jobs.append(await s.submit("gamma", flaky(5, 0.07), 2))
        jobs.append(await s.submit("delta", broken, 9))
        for i in range(6):
            jobs.append(await s.submit(f"bulk{i}", ok(i * i, 0.05 * (i + 1))))
    for j in jobs:
        print(j, [b for _, b in j.history])
    print(sorted(s.done), [j.name for j in s.dead])

asyncio.run(main())
