# python: 3.13
"""A small job runner: config, logging, argparse, retries, a report."""
import argparse, asyncio, collections, contextlib, dataclasses, enum, functools, heapq, itertools, json, logging, re, sys, textwrap, time, typing
class State(str, enum.Enum):
    NEW = "new"; RUN = "running"; OK = "ok"; FAIL = "failed"
    def __str__(self): return self.value
@dataclasses.dataclass(order=True)
class Job:
    prio: int
    name: str = dataclasses.field(compare=False)
    deps: typing.List[str] = dataclasses.field(default_factory=list, compare=False)
    cost: float = dataclasses.field(default=0.1, compare=False)
    state: State = dataclasses.field(default=State.NEW, compare=False)
    tries: int = dataclasses.field(default=0, compare=False)
class ListHandler(logging.Handler):
    def __init__(self, **kw): super().__init__(**kw); self.rows = []
    def emit(self, r): self.rows.append(self.format(r))
class Fmt(logging.Formatter):
    def format(self, r): r.t = f"{asyncio.get_event_loop().time() - T0:.2f}" if RUN else "-"; return super().format(r)
RUN = False; T0 = 0
log = logging.getLogger("jobs"); h = ListHandler(level=logging.INFO); h.setFormatter(Fmt("%(t)s %(levelname)-7s %(name)s.%(funcName)s: %(message)s")); log.addHandler(h); log.setLevel("DEBUG"); log.propagate = False
class Filter(logging.Filter):
    def filter(self, r): return "secret" not in r.getMessage()
log.addFilter(Filter())
def retry(times, exc, delay=0.05):
    def deco(fn):
        @functools.wraps(fn)
        async def w(job, *a, **k):
            for i in itertools.count(1):
                try:
                    job.tries = i
                    return await fn(job, *a, **k)
                except exc as e:
                    if i >= times: raise
                    log.warning("try %d of %s: %s", i, job.name, e); await asyncio.sleep(delay * 2 ** i)
        return w
    return deco
class Flaky(Exception): pass
@retry(3, Flaky)
async def work(job, seen=collections.Counter()):
    seen[job.name] += 1
    await asyncio.sleep(job.cost)
    if job.name.startswith("flaky") and seen[job.name] < 3: raise Flaky(f"#{seen[job.name]}")
    if job.name.startswith("bad"): raise ValueError(f"cannot do {job.name!r}")
    return job.name.upper()
class Runner:
    def __init__(self, jobs, width): self.jobs = {j.name: j for j in jobs}; self.sem = asyncio.Semaphore(width); self.done = {}; self.results = {}
    async def run_one(self, job):
        try:
            await asyncio.gather(*(self.done[d] for d in job.deps))
        except Exception as e:
            job.state = State.FAIL; log.error("%s: dependency failed", job.name); raise RuntimeError(f"{job.name}: dependency") from e
        async with self.sem:
            job.state = State.RUN; log.debug("start %s", job.name)
            try: self.results[job.name] = await work(job); job.state = State.OK; log.info("done %s", job.name)
            except ValueError: job.state = State.FAIL; log.exception("boom"); raise
    async def run(self):
        heap = list(self.jobs.values()); heapq.heapify(heap)
        order = [heapq.heappop(heap) for _ in range(len(heap))]
        loop = asyncio.get_running_loop()
        for j in order: self.done[j.name] = loop.create_future()
        async def go(j):
            f = self.done[j.name]
            try: f.set_result(await self.run_one(j))
            except Exception as e: f.set_exception(e); f.exception()
        await asyncio.gather(*(go(j) for j in order))
        return {n: repr(f.exception() or "ok") for n, f in self.done.items()}
def parse(text):
    pat = re.compile(r"^(?P<name>\w+)\s*(?:\((?P<deps>[^)]*)\))?\s*(?:@(?P<cost>[\d.]+))?(?P<bang>!*)$")
    for n, line in enumerate(textwrap.dedent(text).strip().splitlines(), 1):
        line = line.split("#")[0].strip()
        if not line: continue
        m = pat.match(line)
        if not m: raise SyntaxError("bad job line", ("jobs.txt", n, 1, line))
        yield Job(-len(m["bang"]), m["name"], [d.strip() for d in (m["deps"] or "").split(",") if d.strip()], float(m["cost"] or 0.1))
TEXT = """
    fetch @0.3!!
    flaky_parse (fetch)
    bad_check (fetch) @0.2   # fails
    report (flaky_parse, bad_check)!
    secret_thing!!!
"""
def main(argv):
    global RUN, T0
    p = argparse.ArgumentParser(prog="jobs", description="Runs jobs.", epilog="The end.", formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("-w", "--width", type=int, default=2, help="how many at once"); p.add_argument("--format", choices=["json", "text"], default="text", help="of the report"); p.add_argument("-v", action="count", default=0, help="louder")
    g = p.add_mutually_exclusive_group(); g.add_argument("--only", nargs="+", metavar="JOB", help="these"); g.add_argument("--skip", action="append", default=None, help="not these")
    p.print_help(); a = p.parse_args(argv); print(a)
    jobs = [j for j in parse(TEXT) if not a.skip or j.name not in a.skip]
    print(sorted(jobs)[0], [j.name for j in sorted(jobs)])
    async def go():
        global RUN, T0
        RUN, T0 = True, asyncio.get_running_loop().time()
        r = await asyncio.wait_for(Runner(jobs, a.width).run(), 10); return r
    res = asyncio.run(go()); RUN = False
    if a.format == "json": print(json.dumps({"results": res, "jobs": [dataclasses.asdict(j) for j in jobs]}, indent=1, default=str))
    for r in h.rows: print(re.sub(r'File ".*?[/\\](\w+\.py)"', r'File "\1"', r))
    w = max(len(j.name) for j in jobs)
    for j in jobs: print(f"{j.name:<{w}} | {j.state!s:^8} | {j.state!r} | {j.tries:>2} | {j.cost:6.1%}")
    for bad in (["-w", "x"], ["--format", "xml"], ["--only", "a", "--skip", "b"], ["pos"]):
        with contextlib.redirect_stderr(sys.stdout):
            try: p.parse_args(bad)
            except SystemExit as e: print("exit", e.code)
    list(parse("good\n\n!!bad line"))
main(["-vv", "--format=json", "--skip", "nothing"])
