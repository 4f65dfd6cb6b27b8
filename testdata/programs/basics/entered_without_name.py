class N:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
class C:
    def __enter__(self): return N("entered")
    def __exit__(self, *a): print("exit")
with C(): print("body")
async def ae():
    return N("aentered")
class A:
    def __aenter__(self): return ae()
    async def __aexit__(self, *a): print("aexit")
async def m():
    async with A(): print("body")
    with C(): print("body")
    await ae()
    print("after")
    for i in [await ae()]: break
    [1 for _ in [await ae()]]
    print("x")
    async with A() as a: pass
    print("end", a.n)
try: m().send(None)
except StopIteration: pass
glob = N("global")
class D(N):
    def __enter__(self): return N("entered")
    def __exit__(self, *a): print("exit")
def f():
    with D("cm") as x:
        x = None
        print("body")
    print("after")
    with D("c1"), D("c2"): print("b2")
    print("a2")
    with D("c3") as y, D("c4") as (z): del y; print("b3"); return 5
f()
with D("m") as q:
    del q; print("mod")
print("end")
