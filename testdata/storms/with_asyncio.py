"""Storms of cancellations on what asyncio has for tasks that work together.

    aio run --virtual with_asyncio.py [OPERATIONS [SEED [STORM...]]]
"""
import asyncio
import sys
from collections import deque

from _storm import Storm, check, play


def pause(rng):
    """Let others run for a few turns, or for a time."""
    return asyncio.sleep(rng.choice((0, 0, 0, 0, 0.001, 0.002)))


class AsyncioStorm(Storm):
    async def user(self, count):
        me = asyncio.current_task()
        for _ in range(count):
            try:
                await self.use(me)
            except asyncio.CancelledError:
                check(me in self.doomed, "cancelled by nobody")
                self.doomed.discard(me)
                self.cancelled += 1
                if hasattr(me, "uncancel"):
                    while me.cancelling():
                        me.uncancel()
            self.operations += 1

    async def canceller(self, users):
        while alive := [u for u in users if not u.done()]:
            for _ in range(self.rng.randrange(1, 6)):
                await pause(self.rng)
            if self.over:
                return
            victim = self.rng.choice(alive)
            if not victim.done() and victim.cancel():
                self.doomed.add(victim)

    async def round(self):
        self.begin()
        self.over = False
        size = self.rng.randrange(2, self.users + 1)
        users = [asyncio.create_task(self.user(self.rng.randrange(3, 12))) for _ in range(size)]
        await asyncio.sleep(0)
        storm = asyncio.create_task(self.canceller(users))
        await asyncio.sleep(self.rng.random() * 0.02)
        self.over = True
        await storm
        while True:
            await asyncio.wait(users, timeout=1)
            if all(u.done() for u in users):
                break
            self.stuck()
        for u in users:
            u.result()
        self.end()
        check(not self.waiting, "left in the queue")
        check(asyncio.all_tasks() == {asyncio.current_task()}, "tasks left over", asyncio.all_tasks())

    async def main(self, wanted):
        while self.operations < wanted:
            await self.round()


class Lock(AsyncioStorm):
    fifo = True

    def make(self):
        self.lock = asyncio.Lock()
        self.holder = None

    async def use(self, me):
        await self.queued(me, self.lock.acquire)
        try:
            check(self.holder is None, "two holders")
            self.holder = me
            check(self.lock.locked(), "held but not locked")
            await pause(self.rng)
        finally:
            check(self.holder is me, "holder changed")
            self.holder = None
            self.lock.release()

    def end(self):
        check(not self.lock.locked(), "locked by nobody")


class Semaphore(AsyncioStorm):
    fifo = sys.version_info >= (3, 10)
    kind = asyncio.Semaphore

    def make(self):
        self.size = self.rng.randrange(1, 4)
        self.semaphore = self.kind(self.size)
        self.held = 0

    async def use(self, me):
        await self.queued(me, self.semaphore.acquire)
        self.held += 1
        check(self.held <= self.size, "more holders than permits", self.held)
        try:
            await pause(self.rng)
        finally:
            self.held -= 1
            self.semaphore.release()

    def end(self):
        check(self.semaphore._value == self.size, "a permit is lost or won", self.semaphore._value)
        check(not self.semaphore.locked(), "locked by nobody")


class BoundedSemaphore(Semaphore):
    kind = asyncio.BoundedSemaphore

    def end(self):
        super().end()
        try:
            self.semaphore.release()
        except ValueError:
            return
        check(False, "released above its bound")


class Event(AsyncioStorm):
    def make(self):
        self.event = asyncio.Event()
        self.sets = 0

    async def use(self, me):
        if self.rng.random() < 0.3:
            await pause(self.rng)
            self.sets += 1
            self.event.set()
            if self.rng.random() < 0.7:
                self.event.clear()
            return
        before = self.sets
        was = self.event.is_set()
        await self.event.wait()
        check(was or self.sets > before, "woken by nobody")

    def stuck(self):
        check(not self.event.is_set(), "somebody waits for an event that is set")
        self.sets += 1
        self.event.set()


class Condition(AsyncioStorm):
    def make(self):
        self.condition = asyncio.Condition()
        self.holder = None
        self.items = 0

    async def use(self, me):
        async with self.condition:
            self.hold(me)
            try:
                if self.rng.random() < 0.5:
                    await pause(self.rng)
                    self.items += 1
                    self.condition.notify(self.rng.choice((1, 1, 2)))
                    return
                while not self.items:
                    self.holder = None
                    try:
                        await self.condition.wait()
                    finally:
                        self.hold(me)
                self.items -= 1
            finally:
                check(self.holder is me, "holder changed")
                self.holder = None

    def hold(self, me):
        check(self.condition.locked(), "held but not locked")
        check(self.holder is None, "two holders")
        self.holder = me

    def stuck(self):
        if sys.version_info >= (3, 13):
            # Up to then a notification for somebody who was cancelled is lost.
            check(not self.items, "a notification is lost")
        self.items += 1
        asyncio.ensure_future(self.help())

    async def help(self):
        async with self.condition:
            self.condition.notify()

    def end(self):
        check(not self.condition.locked(), "locked by nobody")


class Barrier(AsyncioStorm):
    def make(self):
        self.barrier = asyncio.Barrier(self.rng.randrange(1, 4))
        self.gone = []

    async def use(self, me):
        await pause(self.rng)
        draw = self.rng.random()
        if draw < 0.05:
            await self.barrier.abort()
        elif draw < 0.15:
            await self.barrier.reset()
        try:
            index = await self.barrier.wait()
        except asyncio.BrokenBarrierError:
            if self.barrier.broken:
                await self.barrier.reset()
            return
        check(0 <= index < self.barrier.parties, "index out of range", index)
        self.gone.append(index)

    def stuck(self):
        check(self.barrier.broken or self.barrier.n_waiting < self.barrier.parties, "a full barrier does not open")
        asyncio.ensure_future(self.barrier.abort())

    def end(self):
        check(self.barrier.n_waiting == 0, "somebody counts as waiting", self.barrier)


def checked(kind):
    """A queue that sees that what comes out is what its order promises."""

    class Checked(kind):
        def _init(self, maxsize):
            super()._init(maxsize)
            self.inside = deque()

        def _put(self, item):
            super()._put(item)
            self.inside.append(item)

        def _get(self):
            item = super()._get()
            promised = {
                asyncio.Queue: lambda: self.inside[0],
                asyncio.LifoQueue: lambda: self.inside[-1],
                asyncio.PriorityQueue: lambda: min(self.inside),
            }[kind]()
            check(item == promised, "out of order", item, promised)
            self.inside.remove(item)
            return item

    return Checked


class Queue(AsyncioStorm):
    kind = checked(asyncio.Queue)

    def make(self):
        self.queue = self.kind(self.rng.randrange(0, 3))
        self.put = self.got = 0
        self.putting = self.getting = 0

    async def use(self, me):
        draw = self.rng.random()
        if draw < 0.45:
            self.putting += 1
            try:
                await self.queue.put((self.rng.randrange(100), self.put + self.rng.random()))
            finally:
                self.putting -= 1
            self.put += 1
        elif draw < 0.9:
            self.getting += 1
            try:
                await self.queue.get()
            finally:
                self.getting -= 1
            self.got += 1
            self.queue.task_done()
        else:
            try:
                self.queue.get_nowait()
            except asyncio.QueueEmpty:
                await pause(self.rng)
            else:
                self.got += 1
                self.queue.task_done()

    def stuck(self):
        check(not (self.getting and self.queue.qsize()), "somebody waits for what is there", self.queue)
        check(not (self.putting and not self.queue.full()), "somebody waits for room that is there", self.queue)
        if self.getting:
            self.queue.put_nowait((0, self.put))
            self.put += 1
        else:
            self.queue.get_nowait()
            self.queue.task_done()
            self.got += 1

    def end(self):
        check(self.put == self.got + self.queue.qsize(), "items lost", self.put, self.got, self.queue)
        check(self.queue._unfinished_tasks == self.queue.qsize(), "tasks not done", self.queue)
        check(not any(not w.done() for w in (*self.queue._getters, *self.queue._putters)), "a waiter is left", self.queue)


class LifoQueue(Queue):
    kind = checked(asyncio.LifoQueue)


class PriorityQueue(Queue):
    kind = checked(asyncio.PriorityQueue)


class QueueShutDown(Queue):
    """A queue that is shut down in the middle: nobody is left waiting."""

    async def use(self, me):
        try:
            if self.rng.random() < 0.05:
                self.queue.shutdown(immediate=self.rng.random() < 0.5)
            await super().use(me)
        except asyncio.QueueShutDown:
            await pause(self.rng)

    def stuck(self):
        check(not self.queue._is_shutdown, "somebody waits for a queue that is shut down", self.queue)
        super().stuck()

    def end(self):
        if not self.queue._is_shutdown:
            super().end()


class TaskGroup(AsyncioStorm):
    def make(self):
        self.children = 0

    async def child(self, fails):
        self.children += 1
        try:
            await pause(self.rng)
            await pause(self.rng)
            if fails:
                raise ValueError("child")
        finally:
            self.children -= 1

    async def use(self, me):
        before = me.cancelling() if sys.version_info >= (3, 13) else 0
        try:
            async with asyncio.TaskGroup() as group:
                mine = [group.create_task(self.child(self.rng.random() < 0.1)) for _ in range(self.rng.randrange(4))]
                await pause(self.rng)
        except ExceptionGroup as e:
            check(all(type(m) is ValueError for m in e.exceptions), "other errors", e)
            if me in self.doomed and sys.version_info >= (3, 13):
                check(me.cancelling() > before, "the cancel is forgotten")
        finally:
            check(all(t.done() for t in mine), "left before its children")
        if me in self.doomed:
            await asyncio.sleep(0)

    def end(self):
        check(self.children == 0, "children left", self.children)


class Timeout(AsyncioStorm):
    def make(self):
        self.inside = 0

    async def use(self, me):
        delay = self.rng.choice((-1, 0, 0.001, 0.002, None))
        try:
            async with asyncio.timeout(delay) as scope:
                self.inside += 1
                try:
                    await pause(self.rng)
                    if self.rng.random() < 0.3:
                        scope.reschedule(asyncio.get_running_loop().time() + self.rng.choice((0, 0.001)))
                    await pause(self.rng)
                finally:
                    self.inside -= 1
        except TimeoutError:
            check(scope.expired(), "TimeoutError of a scope that has not expired")
            check(delay is not None or scope.when() is not None, "expired without a deadline")

    def end(self):
        check(self.inside == 0, "left inside")


class WaitFor(AsyncioStorm):
    def make(self):
        self.lock = asyncio.Lock()
        self.inner = 0

    async def locked(self):
        self.inner += 1
        try:
            async with self.lock:
                await pause(self.rng)
                return "value"
        finally:
            self.inner -= 1

    async def use(self, me):
        try:
            got = await asyncio.wait_for(self.locked(), self.rng.choice((0.001, 0.002, 1, None)))
        except asyncio.TimeoutError:
            return
        check(got == "value", "another value", got)

    def end(self):
        check(self.inner == 0, "still inside", self.inner)
        check(not self.lock.locked(), "locked by nobody")


class Gather(AsyncioStorm):
    def make(self):
        self.inner = 0

    async def one(self, n):
        self.inner += 1
        try:
            await pause(self.rng)
            if self.rng.random() < 0.1:
                raise ValueError(n)
            return n
        finally:
            self.inner -= 1

    async def use(self, me):
        count = self.rng.randrange(4)
        kept = [asyncio.ensure_future(self.one(n)) for n in range(count)]
        draw = self.rng.random()
        try:
            if draw < 0.4:
                got = await asyncio.gather(*kept, return_exceptions=True)
                check([n if isinstance(r, ValueError) else r for n, r in enumerate(got)] == list(range(count)), "order", got)
            elif draw < 0.7:
                await asyncio.gather(*kept)
            elif kept:
                done, pending = await asyncio.wait(kept, return_when=asyncio.FIRST_COMPLETED)
                check(done and done | pending == set(kept), "not all told of")
        except ValueError:
            pass
        finally:
            for task in kept:
                task.cancel()
            while not all(task.done() for task in kept):
                try:
                    await asyncio.wait(kept)
                except asyncio.CancelledError:
                    pass
            for task in kept:
                task.cancelled() or task.exception()

    def end(self):
        check(self.inner == 0, "still inside", self.inner)


storms = [Lock, Semaphore, BoundedSemaphore, Event, Condition, Queue, LifoQueue, PriorityQueue, WaitFor, Gather]
if sys.version_info >= (3, 11):
    storms += [Barrier, TaskGroup, Timeout]
if sys.version_info >= (3, 13):
    storms += [QueueShutDown]
play(storms, lambda storm, wanted: asyncio.run(storm.main(wanted)))
