import sys
def show(fn):
    try:
        r = fn()
        print(fn.__name__, "->", r)
    except BaseException as e:
        print(fn.__name__, "!", type(e).__name__, e)
# match
class Pt:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class NoArgs:
    def __init__(self): self.q = 1
def m(v):
    match v:
        case 0: return "zero"
        case -1 | -2: return "neg"
        case 1.5: return "float"
        case "s" | b"b": return "str/bytes"
        case None: return "none"
        case True: return "true"
        case []: return "empty seq"
        case [1]: return "one"
        case [1, 2, *rest]: return f"12 {rest}"
        case [a, (b, c)] if a == b: return f"nested {a}{b}{c}"
        case [_, *_, 9]: return "ends 9"
        case {"k": 1, **rest}: return f"map {rest}"
        case {"a": [x, y]}: return f"mapseq {x}{y}"
        case {}: return "any map"
        case Pt(x=0, y=yy): return f"Pt0 {yy}"
        case Pt(a, b): return f"Pt {a} {b}"
        case int(n) if n > 100: return f"big {n}"
        case str() as s: return f"str {s}"
        case (1 | 2) as q, w: return f"q{q}{w}"
        case complex(): return "complex"
        case NoArgs(q=z): return f"noargs {z}"
        case _: return "other"
for v in [0, False, True, -1, 1.5, "s", b"b", None, [], (), [1], (1, 2, 3), [5, (5, 6)], [3, 4, 9], {"k": 1, "z": 2}, {"a": [1, 2]}, {"q": 0}, Pt(0, 1), Pt(2, 3), 101, 50, "hello", (2, "w"), 1j, NoArgs(), object, "ab", range(2), bytearray(b"x"), {1, 2}]:
    print(type(v).__name__, m(v))
def m2():
    match 1:
        case NoArgs(1): pass
    match NoArgs():
        case NoArgs(1): pass
show(m2)
def m3():
    match Pt(1, 2):
        case Pt(1, 2, 3): pass
show(m3)
class BadMA:
    __match_args__ = ["x"]
def m4():
    match BadMA():
        case BadMA(1): pass
show(m4)
class BadMA2:
    __match_args__ = (1,)
def m5():
    match BadMA2():
        case BadMA2(1): pass
show(m5)
def m6():
    match Pt(1, 2):
        case Pt(1, x=2): pass
show(m6)
def m7():
    match 3:
        case notaclass(): pass
show(m7)
nc = 5
def m8():
    match 3:
        case nc(): pass
show(m8)
def m9():
    match int:
        case int(1, 2): pass
    match 5:
        case int(1, 2): pass
show(m9)
class K: A = 1; B = "b"
def m10(v):
    match v:
        case K.A: return "A"
        case K.B: return "B"
        case {K.A: q}: return q
        case [K.A, *_]: return "lA"
print(m10(1), m10("b"), m10({1: "z"}), m10([1, 2]), m10(7))
match x := 5, 6:
    case [a, b]: print(a, b, x)
match (1, 2):
    case a, b if (c := a + b) == 3: print(c)
# loops
for i in range(3):
    if i == 1: continue
    print(i)
else: print("for else")
while True: break
else: print("never")
n = 0
while n < 2: n += 1
else: print("while else", n)
for a, (b, *c) in [(1, (2, 3, 4)), (5, (6,))]: print(a, b, c)
for d in [{}]:
    for d["k"] in [1, 2]: pass
    print(d)
# star
a, *b = [1]; print(a, b)
*a, = "abc"; print(a)
[a, [b, *c]] = 1, (2, 3); print(a, b, c)
def u1(): a, b, *c = [1]
show(u1)
def u2(): a, b = 1
show(u2)
def u3(): a, b = {"x": 1}
show(u3)
def u4(): a, b = range(5)
show(u4)
def u5(): (a, b), c = 1, 2
show(u5)
def u6(): [] = [1]
show(u6)
() = []
print([*range(2), *"ab"], (*[1], 2), {*[1], *[2]}, {**{"a": 1}, "b": 2, **{"a": 3}})
def u7(): return [*3]
show(u7)
def u8(): return {**3}
show(u8)
def u9(): return {*3}
show(u9)
# order
def L(n): print("L", n, end=" "); return {}
def E(n): print("E", n, end=" "); return n
L(1)[E(2)] = E(3); print()
L(1)[E(2)], L(3)[E(4)] = E(5), E(6); print()
class Ord:
    def __getitem__(self, k): print("get", k, end=" "); return 1
    def __setitem__(self, k, v): print("set", k, v, end=" ")
    def __delitem__(self, k): print("del", k, end=" ")
o = Ord(); o[E(1)] += E(2); print(); del o[1], o[2:3]; print(); o[1:2, ::3, ...]; print()
print({E(1): E(2), E(3): E(4)}); f = lambda *a, **k: None; f(E(1), *[E(2)], k=E(3), **{"z": E(4)}); print()
print(E(1) < E(2) < E(0) < E(9)); x = y = z = []; print(x is y is z)
l = [1, 2]; l += (3,); print(l); t = (1,); t += (2,); print(t)
class IA:
    def __iadd__(self, o): return "iadd"
    def __isub__(self, o): return NotImplemented
    def __sub__(self, o): return "sub"
ia = IA(); ia += 1; print(ia); ia = IA(); ia -= 1; print(ia)
def ia2(): x = IA(); x *= 2
show(ia2)
tt = ([],)
def ia3(): tt[0] += [1]
show(ia3); print(tt)
# del
x = 1; del x
def d1(): print(x_undefined)
show(d1)
d = {"a": 1}; del d["a"]
def d2(): del d["a"]
show(d2)
l = [1, 2, 3, 4]; del l[::2]; print(l); a, b = 1, 2; del a, (b,)
def d3(): del undefinedname
show(d3)
# assert
def as1(): assert 0
show(as1)
def as2(): assert 0, ("a", 1)
show(as2)
# global at module, try in loops
def lf():
    out = []
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
            out.append(i)
        except ValueError: pass
        else: out.append("e")
        finally: out.append(f"f{i}")
    else: out.append("no")
    return out
print(lf())
def nested():
    for i in range(2):
        for j in range(2):
            try:
                try:
                    if j: return (i, j)
                finally: print("in")
            finally: print("out")
print(nested())
class CM:
    def __init__(self, n, sup=False): self.n, self.sup = n, sup
    def __enter__(self): print("enter", self.n); return self.n
    def __exit__(self, t, v, tb): print("exit", self.n, t and t.__name__, v, tb is not None); return self.sup
with CM(1) as a, CM(2) as b: print(a, b)
with (CM(1), CM(2) as b,): print(b)
with CM(1, True), CM(2): raise ValueError("x")
def w1():
    with CM(1) as x:
        for i in range(3):
            with CM("in"):
                if i == 1: break
                continue
        return "ret"
show(w1)
def w2():
    with CM(1): raise KeyError("k")
show(w2)
class CMR(CM):
    def __exit__(self, *a): raise RuntimeError("from exit")
def w3():
    with CMR(1): raise KeyError("k")
show(w3)
class CME(CM):
    def __enter__(self): raise RuntimeError("from enter")
def w4():
    with CM(1), CME(2): pass
show(w4)
