"""A build system: DAG from text, topological levels, worker limit, caching by hash, incremental rebuild, failure propagation, report table. 3.8."""
import asyncio
import collections
import hashlib
import itertools
import json
import os
import re
import shlex
import sys
import tempfile
import textwrap
from pathlib import Path

SPEC = """
# name: deps -> command
fetch:              -> echo fetched
configure: fetch    -> echo conf "{name} done"
lib_a: configure    -> sleep 3; echo a
lib_b: configure    -> sleep 1; echo b
broken: lib_b       -> fail 2
app: lib_a lib_b    -> sleep 1; echo app
docs: fetch         -> sleep 2; echo docs
bundle: app docs broken -> echo never
test: app           -> sleep 2; echo tested
"""
RULE = re.compile(r"^(?P<name>\w+):\s*(?P<deps>[\w\s]*?)\s*->\s*(?P<cmd>.+)$", re.M)


class BuildError(Exception):
    def __init__(self, target, status):
        super().__init__("%s exited with %d" % (target, status))
        self.target, self.status = target, status


class Cycle(Exception):
    pass


class Target:
    __slots__ = ("name", "deps", "cmd", "state", "out", "took", "key")

    def __init__(self, name, deps, cmd):
        self.name, self.deps, self.cmd = name, tuple(deps), cmd
        self.state, self.out, self.took, self.key = "new", [], 0.0, None

    def __repr__(self):
        return "%s(%s)" % (type(self).__name__, ", ".join("%s=%r" % (s, getattr(self, s)) for s in ("name", "state")))


def parse(text):
    ts = {}
    for m in RULE.finditer(text):
        if m["name"] in ts:
            raise ValueError("duplicate " + m["name"])
        ts[m["name"]] = Target(m["name"], m["deps"].split(), m["cmd"].format(name=m["name"]))
    return ts


def levels(ts):
    left = {n: set(t.deps) for n, t in ts.items()}
    out = []
    while left:
        ready = sorted(n for n, d in left.items() if not d)
        if not ready:
            raise Cycle(" -> ".join(sorted(left)))
        out.append(ready)
        for n in ready:
            del left[n]
        for d in left.values():
            d.difference_update(ready)
    return out


class Builder:
    def __init__(self, ts, jobs, cache, tick=0.01):
        self.ts, self.cache, self.tick = ts, cache, tick
        self.sem = asyncio.Semaphore(jobs)
        self.tasks = {}
        self.events = []
        self.running = self.peak = 0

    def key(self, t):
        h = hashlib.sha256(t.cmd.encode())
        for d in sorted(t.deps):
            h.update(self.ts[d].key.encode())
        return h.hexdigest()[:12]

    def task(self, name):
        if name not in self.tasks:
            self.tasks[name] = asyncio.ensure_future(self.build(self.ts[name]))
        return self.tasks[name]

    async def build(self, t):
        rs = await asyncio.gather(*[self.task(d) for d in t.deps], return_exceptions=True)
        bad = [d for d, r in zip(t.deps, rs) if isinstance(r, BaseException)]
        if bad:
            t.state = "skipped"
            raise BuildError(t.name, -1) from rs[t.deps.index(bad[0])]
        t.key = self.key(t)
        if self.cache.get(t.name) == t.key:
            t.state = "cached"
            return t
        async with self.sem:
            self.running += 1
            self.peak = max(self.peak, self.running)
            t0 = asyncio.get_event_loop().time()
            try:
                t.state = "running"
                await self.run(t)
                t.state = "built"
                self.cache[t.name] = t.key
            except BuildError:
                t.state = "failed"
                raise
            finally:
                t.took = asyncio.get_event_loop().time() - t0
                self.running -= 1
                self.events.append(t.name)
        return t

    async def run(self, t):
        for part in t.cmd.split(";"):
            cmd, *args = shlex.split(part)
            if cmd == "sleep":
                await asyncio.sleep(int(args[0]) * self.tick)
            elif cmd == "fail":
                raise BuildError(t.name, int(args[0]))
            elif cmd == "echo":
                t.out.append(" ".join(args))

    async def all(self, *names):
        rs = await asyncio.gather(*[self.task(n) for n in names or self.ts], return_exceptions=True)
        return [r for r in rs if isinstance(r, BaseException)]


def table(ts):
    rows = [(t.name, t.state, "%d" % round(t.took * 100), ",".join(t.deps) or "-", "; ".join(t.out)) for t in ts.values()]
    head = ("target", "state", "cs", "deps", "output")
    w = [max(len(r[i]) for r in rows + [head]) for i in range(len(head))]
    line = "+".join("-" * (n + 2) for n in w)
    yield "|".join(" %s " % h.center(n) for h, n in zip(head, w))
    yield line
    for r in rows:
        yield "|".join(" %s " % (c.rjust(n) if i == 2 else c.ljust(n)) for i, (c, n) in enumerate(zip(r, w)))


async def session(cache, text, jobs, *names):
    ts = parse(text)
    b = Builder(ts, jobs, cache)
    errors = await b.all(*names)
    print(*table(ts), sep="\n")
    for e in errors:
        chain = []
        while e:
            chain.append(str(e))
            e = e.__cause__
        print("error:", " <- ".join(chain))
    print("order:", b.events, "peak:", b.peak)
    print(collections.Counter(t.state for t in ts.values()).most_common())


def main():
    print(levels(parse(SPEC)))
    try:
        levels(parse("a: b -> x\nb: a -> y\n"))
    except Cycle as e:
        print("cycle:", e)
    try:
        parse("a: -> x\na: -> y")
    except ValueError as e:
        print(e)
    with tempfile.TemporaryDirectory() as d:
        p = Path(d) / "cache.json"
        for text, jobs in ((SPEC, 2), (SPEC.replace("echo a", "echo A"), 8)):
            cache = json.loads(p.read_text()) if p.exists() else {}
            asyncio.run(session(cache, text, jobs))
            p.write_text(json.dumps(cache, indent=1, sort_keys=True))
            print(p.read_text().count("\n"), sorted(cache), p.name, p.suffix, p.stem)
    print(p.exists(), os.path.exists(d))
    print(textwrap.indent(textwrap.dedent(SPEC).strip(), "> ", lambda l: "lib" in l))
    print(shlex.split("a 'b c' \"d\\\"e\" f\\ g"), shlex.quote("it's"), shlex.join(["a b", "c"]))


main()
