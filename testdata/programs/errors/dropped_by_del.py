# python: 3.12
"""What __del__ itself lets go, goes before it goes on."""


class C:
    def __init__(self, n): self.n = n
    def __del__(self): print(f"[del {self.n}]", end=" ")
class P:
    def __init__(self, n): self.c = C(n + ".c"); self.n = n
    def __del__(self):
        print(f"(P {self.n}", end=" ")
        self.c = None
        x = C("temp"); x = None
        reg.pop("k", None)
        print("after)", end=" ")
keep = [C(f"k{i}") for i in range(12)]
reg = {"k": C("registered")}
p = P("p"); p = None; print("gone")
reg = {"k": C("registered")}
l = [P("p1"), P("p2")]; l = None; print("gone")
class Q:
    def __init__(self, *a): self.a = a
    def __del__(self): print("Q", end=" "); del self.a; print("Q done", end=" ")
q = Q(C("a"), Q(C("b"), C("c"))); q = None; print("q")
class S:
    saved = []
    def __del__(self): S.saved.append(self); print("saved", end=" ")
s = S(); s.c = C("kept"); s = None; print("s", S.saved[0].c.n); S.saved.clear(); print("cleared")
class Closing:
    def __init__(self): self.log = []
    def __enter__(self): return self
    def __exit__(self, *a): self.close()
    def close(self): print("close", end=" ")
    __del__ = close
with Closing(): pass
print("closing")
with Closing() as c: pass
c = None; print("closing 2")
