# python: 3.10
"""event sourcing + CQRS + snapshots + projections, replay determinism; 3.8"""
import asyncio, collections, dataclasses, functools, itertools, json, operator, random, sys
from datetime import datetime, timedelta
class Event:
    types = {}
    def __init_subclass__(cls): Event.types[cls.__name__] = dataclasses.dataclass(frozen=True)(cls)
class Opened(Event): account: str; owner: str
class Moved(Event): src: str; dst: str; amount: int
class Closed(Event): account: str; reason: str = "asked"
class Store:
    def __init__(self): self.log, self.subs, self.snap = [], [], {}
    def append(self, e, expected=None):
        if expected is not None and expected != len(self.log): raise RuntimeError("expected version %d, is %d" % (expected, len(self.log)))
        self.log.append(json.dumps({"t": type(e).__name__, **dataclasses.asdict(e)}))
        for q in self.subs: q.put_nowait((len(self.log), e))
        return len(self.log)
    def read(self, start=0):
        for i, line in enumerate(itertools.islice(self.log, start, None), start + 1):
            d = json.loads(line); yield i, Event.types[d.pop("t")](**d)
    def subscribe(self): q = asyncio.Queue(); self.subs.append(q); return q
@functools.singledispatch
def apply(e, state): raise NotImplementedError(type(e).__name__)
@apply.register(Event.types["Opened"])
def _(e, s): return {**s, e.account: 0}
@apply.register(Event.types["Moved"])
def _(e, s): return {**s, e.src: s.get(e.src, 0) - e.amount, e.dst: s.get(e.dst, 0) + e.amount}
@apply.register(Event.types["Closed"])
def _(e, s): return {k: v for k, v in s.items() if k != e.account}
async def projector(store, name, fold, out, start=0):
    q = store.subscribe(); at = start; state = {}
    for at, e in store.read(): state = fold(e, state)
    out[name] = state
    try:
        while True:
            at, e = await q.get()
            state = out[name] = fold(e, state); q.task_done()
            if at % 5 == 0: store.snap[name] = (at, dict(state))
    finally: print(name, "stopped at", at, len(store.subs))
async def main():
    rnd = random.Random(5); s = Store(); out = {}
    ts = [asyncio.ensure_future(projector(s, "balance", lambda e, st: apply(e, st), out)), asyncio.ensure_future(projector(s, "counts", lambda e, st: {**st, type(e).__name__: st.get(type(e).__name__, 0) + 1}, out))]
    await asyncio.sleep(0)
    E = Event.types
    for n in "abc": s.append(E["Opened"](n, n.upper()))
    for i in range(10):
        a, b = rnd.sample("abc", 2); s.append(E["Moved"](a, b, rnd.randint(1, 50)))
        if i % 3 == 0: await asyncio.sleep(0.001)
    s.append(E["Closed"]("c"))
    for q in s.subs: await q.join()
    print(out, {k: v[0] for k, v in s.snap.items()}, functools.reduce(lambda st, e: apply(e[1], st), s.read(), {}) == out["balance"])
    at, snap = s.snap["balance"]; print(functools.reduce(lambda st, e: apply(e[1], st), s.read(at), snap) == out["balance"], sum(snap.values()))
    for bad in (lambda: s.append(E["Closed"]("x"), 3), lambda: apply(3, {}), lambda: E["Moved"]("a"), lambda: setattr(E["Closed"]("x"), "reason", 1), lambda: E["Nope"]):
        try: bad()
        except Exception as e: print(type(e).__name__, e)
    print(list(s.read(12)), repr(E["Closed"]("q")), E["Closed"]("q") == E["Closed"]("q", "asked"), len({E["Closed"]("q"), E["Closed"]("q")}))
    for t in ts: t.cancel()
    print(await asyncio.gather(*ts, return_exceptions=True))
asyncio.run(main())
