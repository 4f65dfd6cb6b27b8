"""Sagas and compensation, outbox pattern, optimistic concurrency, idempotency keys. 3.8 syntax."""
import asyncio
import collections
import contextlib
import copy
import dataclasses
import enum
import functools
import itertools
import random
import traceback
import sys
from typing import *


class Status(str, enum.Enum):
    PENDING = "pending"
    DONE = "done"
    UNDONE = "undone"
    FAILED = "failed"


class VersionConflict(Exception):
    pass


@dataclasses.dataclass
class Account:
    id: str
    balance: int = 0
    version: int = 0
    holds: Dict[str, int] = dataclasses.field(default_factory=dict)

    @property
    def free(self):
        return self.balance - sum(self.holds.values())


class Repo:
    def __init__(self):
        self._rows: Dict[str, Account] = {}
        self.outbox: "collections.deque[Tuple[str, dict]]" = collections.deque()
        self.conflicts = 0

    def load(self, id):
        try:
            return copy.deepcopy(self._rows[id])
        except KeyError:
            raise LookupError("no account %s" % id) from None

    def save(self, acc, event=None, **data):
        cur = self._rows.get(acc.id)
        if cur and cur.version != acc.version:
            self.conflicts += 1
            raise VersionConflict("%s: %d != %d" % (acc.id, acc.version, cur.version))
        self._rows[acc.id] = dataclasses.replace(acc, version=acc.version + 1)
        if event:
            self.outbox.append((event, dict(data, account=acc.id)))


def retry(exc, times, delay=0.001):
    def deco(fn):
        @functools.wraps(fn)
        async def wrapper(*a, **k):
            for attempt in itertools.count(1):
                try:
                    return await fn(*a, **k)
                except exc:
                    if attempt >= times:
                        raise
                    await asyncio.sleep(delay * attempt)
        wrapper.retries = times
        return wrapper
    return deco


class Step(NamedTuple):
    name: str
    do: Callable[..., Awaitable]
    undo: Optional[Callable[..., Awaitable]] = None


class Saga:
    log: ClassVar[List[str]] = []

    def __init__(self, name, *steps):
        self.name, self.steps, self.state = name, steps, Status.PENDING

    async def run(self, ctx):
        done = []
        try:
            for s in self.steps:
                self.log.append("%s:%s" % (self.name, s.name))
                await s.do(ctx)
                done.append(s)
        except BaseException as exc:
            self.state = Status.FAILED
            for s in reversed(done):
                if s.undo:
                    self.log.append("%s:undo %s" % (self.name, s.name))
                    try:
                        await asyncio.shield(s.undo(ctx))
                    except Exception as e:
                        self.log.append("%s:undo of %s failed: %r" % (self.name, s.name, e))
                    else:
                        self.state = Status.UNDONE
            raise
        self.state = Status.DONE
        return ctx


class Bank:
    def __init__(self):
        self.repo = Repo()
        self.seen: Dict[str, asyncio.Future] = {}
        self.delivered = []

    @retry(VersionConflict, 5)
    async def change(self, id, fn, event, **data):
        acc = self.repo.load(id)
        await asyncio.sleep(0.001)
        fn(acc)
        if acc.free < 0:
            raise ValueError("%s would be overdrawn (%d)" % (id, acc.free))
        self.repo.save(acc, event, **data)
        return acc.balance

    async def deposit(self, id, n):
        def fn(a):
            a.balance += n
        return await self.change(id, fn, "deposited", amount=n)

    async def once(self, key, coro_fn, *a):
        if key in self.seen:
            return await asyncio.shield(self.seen[key])
        f = self.seen[key] = asyncio.ensure_future(coro_fn(*a))
        return await f

    def transfer(self, src, dst, n, fail=None):
        key = "%s>%s:%d" % (src, dst, n)

        async def hold(ctx):
            await self.change(src, lambda a: a.holds.__setitem__(key, n), "held", key=key)

        async def release(ctx):
            await self.change(src, lambda a: a.holds.pop(key), "released", key=key)

        async def credit(ctx):
            if fail == "credit":
                raise ConnectionError("credit service down")
            ctx["balance"] = await self.deposit(dst, n)

        async def uncredit(ctx):
            if fail == "uncredit":
                raise RuntimeError("cannot uncredit")
            await self.deposit(dst, -n)

        async def settle(ctx):
            if fail in ("settle", "uncredit"):
                raise TimeoutError("settlement")
            if fail == "slow":
                await asyncio.sleep(10)

            def fn(a):
                a.balance -= a.holds.pop(key)
            await self.change(src, fn, "settled", key=key)
        return Saga(key, Step("hold", hold, release), Step("credit", credit, uncredit), Step("settle", settle))

    async def relay(self):
        with contextlib.suppress(asyncio.CancelledError):
            while True:
                while self.repo.outbox:
                    self.delivered.append(self.repo.outbox.popleft())
                await asyncio.sleep(0.005)


async def main():
    bank = Bank()
    relay = asyncio.ensure_future(bank.relay())
    for n in "abc":
        bank.repo.save(Account(n))
    print(sorted(await asyncio.gather(*[bank.deposit("a", 10 * i) for i in range(1, 5)])), bank.repo.conflicts)
    sagas = [bank.transfer("a", "b", 30), bank.transfer("a", "c", 50, "credit"), bank.transfer("a", "b", 20, "settle"), bank.transfer("a", "c", 5, "uncredit"),
             bank.transfer("b", "zz", 10), bank.transfer("c", "a", 99)]
    for s, r in zip(sagas, await asyncio.gather(*[s.run({}) for s in sagas], return_exceptions=True)):
        print("%-8s %-8s %s" % (s.name, s.state.value, r if isinstance(r, dict) else "%s: %s" % (type(r).__name__, r)))
    slow = bank.transfer("b", "c", 7, "slow")
    try:
        await asyncio.wait_for(slow.run({}), 0.05)
    except asyncio.TimeoutError:
        print("timed out", slow.state)
    print(await asyncio.gather(*[bank.once("k1", bank.deposit, "c", 1) for _ in range(3)]))
    await asyncio.sleep(0.02)
    relay.cancel()
    await relay
    for row in Saga.log:
        print("  ", row)
    print({k: (v.balance, v.holds, v.free) for k, v in bank.repo._rows.items()})
    print(collections.Counter(e for e, _ in bank.delivered), bank.delivered[-1])
    print(Bank.change.__name__, Bank.change.retries, Step._fields, Status("done"), Status.DONE == "done", f"{Status.DONE.value:>6}", [s.name for s in Status])
    try:
        bank.repo.load("x")
    except LookupError as e:
        print(repr(e), e.__suppress_context__, e.__context__)

asyncio.run(main())
