"""Storms of cancellations on what trio has for tasks that work together.

    aio run with_trio.py [OPERATIONS [SEED [STORM...]]]
"""
import trio
import trio.testing
from _storm import Storm, check, play


def pause(rng):
    """Let others run for a turn, or for a time."""
    return trio.sleep(rng.choice((0, 0, 0, 0, 0.001, 0.002)))


class TrioStorm(Storm):
    fifo = True

    async def user(self, me, count):
        for _ in range(count):
            with trio.CancelScope() as self.scopes[me]:
                await self.use(me)
            check(self.scopes[me].cancelled_caught <= (me in self.doomed), "cancelled by nobody")
            self.cancelled += self.scopes[me].cancelled_caught
            self.doomed.discard(me)
            self.operations += 1
        del self.scopes[me]

    async def canceller(self):
        while self.scopes and not self.over:
            for _ in range(self.rng.randrange(1, 6)):
                await pause(self.rng)
            if self.scopes and not self.over:
                victim = self.rng.choice(list(self.scopes))
                self.doomed.add(victim)
                self.scopes[victim].cancel()

    async def round(self):
        self.begin()
        self.scopes = {}
        self.over = False
        async with trio.open_nursery() as nursery:
            for me in range(self.rng.randrange(2, self.users + 1)):
                nursery.start_soon(self.user, me, self.rng.randrange(3, 12))
            await trio.lowlevel.checkpoint()
            nursery.start_soon(self.canceller)
            await trio.sleep(self.rng.random() * 0.02)
            self.over = True
            nursery.start_soon(self.watch, nursery)
        self.end()
        check(not self.waiting, "left in the queue")
        check(trio.lowlevel.current_statistics().tasks_living == 3, "tasks left over")

    async def watch(self, nursery):
        while True:
            await trio.sleep(1)
            if not self.scopes:
                break
            self.stuck()

    async def main(self, wanted):
        while self.operations < wanted:
            await self.round()


class Lock(TrioStorm):
    kind = trio.Lock

    def make(self):
        self.lock = self.kind()
        self.holder = None

    async def use(self, me):
        await self.queued(me, self.lock.acquire)
        try:
            check(self.holder is None, "two holders")
            self.holder = me
            check(self.lock.statistics().owner is trio.lowlevel.current_task(), "owned by another")
            await pause(self.rng)
        finally:
            check(self.holder == me, "holder changed")
            self.holder = None
            self.lock.release()

    def end(self):
        check(not self.lock.locked(), "locked by nobody")
        check(self.lock.statistics().tasks_waiting == 0, "somebody counts as waiting")


class StrictFIFOLock(Lock):
    kind = trio.StrictFIFOLock


class Semaphore(TrioStorm):
    def make(self):
        self.size = self.rng.randrange(1, 4)
        # Of several that are woken at once trio may run the last one first.
        self.fifo = self.size == 1
        self.semaphore = trio.Semaphore(self.size, max_value=self.rng.choice((None, self.size)))
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
        check(self.semaphore.value == self.size, "a permit is lost or won", self.semaphore)
        check(self.semaphore.statistics().tasks_waiting == 0, "somebody counts as waiting")


class CapacityLimiter(TrioStorm):
    fifo = False  # the number of tokens changes

    def make(self):
        self.limiter = trio.CapacityLimiter(self.rng.randrange(1, 4))
        self.held = 0

    async def use(self, me):
        if self.rng.random() < 0.1:
            self.limiter.total_tokens = self.rng.randrange(1, 4)
        behalf = self.rng.random() < 0.5
        if behalf:
            await self.limiter.acquire_on_behalf_of((me, "somebody"))
        else:
            await self.limiter.acquire()
        self.held += 1
        check(self.held <= self.limiter.borrowed_tokens, "more holders than tokens", self.held)
        try:
            await pause(self.rng)
        finally:
            self.held -= 1
            if behalf:
                self.limiter.release_on_behalf_of((me, "somebody"))
            else:
                self.limiter.release()

    def end(self):
        check(self.limiter.borrowed_tokens == 0, "a token is lost", self.limiter)
        check(self.limiter.statistics().tasks_waiting == 0, "somebody counts as waiting")


class Event(TrioStorm):
    def make(self):
        self.event = trio.Event()

    async def use(self, me):
        mine = self.event
        if self.rng.random() < 0.3:
            await pause(self.rng)
            mine.set()
            if self.event is mine and self.rng.random() < 0.7:
                self.event = trio.Event()
            return
        await mine.wait()
        check(mine.is_set(), "woken by nobody")

    def stuck(self):
        check(not self.event.is_set(), "somebody waits for an event that is set")
        self.event.set()

    def end(self):
        check(self.event.statistics().tasks_waiting == 0, "somebody counts as waiting")


class Condition(TrioStorm):
    def make(self):
        self.condition = trio.Condition()
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
                check(self.holder == me, "holder changed")
                self.holder = None

    def hold(self, me):
        check(self.holder is None, "two holders")
        self.holder = me

    def stuck(self):
        check(not self.condition.locked(), "locked, and nothing happens")
        self.items += 1
        self.condition.acquire_nowait()
        self.condition.notify()
        self.condition.release()

    def end(self):
        check(not self.condition.locked(), "locked by nobody")
        check(self.condition.statistics().tasks_waiting == 0, "somebody counts as waiting")


class Channel(TrioStorm):
    def make(self):
        self.send, self.receive = trio.open_memory_channel(self.rng.randrange(0, 3))
        self.sent = {}
        self.got = set()

    async def use(self, me):
        draw = self.rng.random()
        if draw < 0.5:
            with self.send.clone() as mine:
                number = self.sent.get(me, 0) + 1
                await mine.send((me, number))
                self.sent[me] = number
        elif draw < 0.9:
            with self.receive.clone() as mine:
                self.take(await mine.receive())
        else:
            try:
                self.take(self.receive.receive_nowait())
            except trio.WouldBlock:
                await pause(self.rng)

    def take(self, item):
        check(item not in self.got, "received twice", item)
        self.got.add(item)

    def stuck(self):
        told = self.send.statistics()
        check(not (told.tasks_waiting_receive and told.current_buffer_used), "somebody waits for what is there", told)
        check(not (told.tasks_waiting_receive and told.tasks_waiting_send), "both wait", told)
        if told.tasks_waiting_receive:
            self.sent["help"] = self.sent.get("help", 0) + 1
            self.send.send_nowait(("help", self.sent["help"]))
        else:
            check(told.tasks_waiting_send and told.current_buffer_used == told.max_buffer_size, "room that is there", told)
            self.take(self.receive.receive_nowait())

    def end(self):
        told = self.send.statistics()
        check(told.tasks_waiting_receive == told.tasks_waiting_send == 0, "somebody counts as waiting", told)
        check(told.open_send_channels == told.open_receive_channels == 1, "an end is left open", told)
        self.send.close()
        while True:
            try:
                self.take(self.receive.receive_nowait())
            except trio.EndOfChannel:
                break
        sent = {(who, n) for who, last in self.sent.items() for n in range(1, last + 1)}
        check(self.got == sent, "items lost or won", self.got, sent)


class Nursery(TrioStorm):
    def make(self):
        self.children = 0

    async def child(self, fails, *, task_status=trio.TASK_STATUS_IGNORED):
        self.children += 1
        try:
            await pause(self.rng)
            task_status.started(self)
            if self.rng.random() < 0.2:
                with trio.CancelScope(shield=True):
                    await pause(self.rng)
            await pause(self.rng)
            if fails:
                raise ValueError("child")
        finally:
            self.children -= 1

    async def use(self, me):
        try:
            async with trio.open_nursery() as nursery:
                for _ in range(self.rng.randrange(4)):
                    if self.rng.random() < 0.3:
                        await nursery.start(self.child, self.rng.random() < 0.1)
                    else:
                        nursery.start_soon(self.child, self.rng.random() < 0.1)
                await pause(self.rng)
        except* ValueError as e:
            check(e.split(ValueError)[1] is None, "other errors", e)
        finally:
            check(not nursery.child_tasks, "left before its children")

    def end(self):
        check(self.children == 0, "children left", self.children)


class Scopes(TrioStorm):
    def make(self):
        self.inside = 0

    async def use(self, me):
        await self.nest(self.rng.randrange(1, 5))

    async def nest(self, depth):
        deadline = trio.current_time() + self.rng.choice((-1, 0, 0.001, 0.002, 1))
        shield = self.rng.random() < 0.2
        with trio.CancelScope(deadline=deadline, shield=shield) as scope:
            self.inside += 1
            try:
                await pause(self.rng)
                if depth:
                    await self.nest(depth - 1)
                draw = self.rng.random()
                if draw < 0.1:
                    scope.cancel()
                elif draw < 0.2:
                    scope.shield = not scope.shield
                elif draw < 0.3:
                    scope.deadline += 0.001
                await pause(self.rng)
                check(not scope.cancel_called or scope.deadline > deadline, "a checkpoint passed a cancelled scope")
            finally:
                self.inside -= 1
        if scope.cancelled_caught:
            check(scope.cancel_called, "caught what was not its own")

    def end(self):
        check(self.inside == 0, "left inside")


def run(storm, wanted):
    trio.run(storm.main, wanted, clock=trio.testing.MockClock(autojump_threshold=0))


play([Lock, StrictFIFOLock, Semaphore, CapacityLimiter, Event, Condition, Channel, Nursery, Scopes], run)
