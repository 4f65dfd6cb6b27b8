class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
a = A(1)
print("made")
a = None
print("after none")
a = A(2)
a = A(3)
print("rebound")
del a
print("after del")
def f():
    x = A(4)
    print("in f")
f()
print("after f")
A(5)
print("stmt")
l = [A(6), A(7)]
l.pop()
print("popped")
l[0] = A(8)
print("item")
del l[0]
print("delitem")
for i in (A(9), A(10)):
    print("loop", i.n)
print("end loop")
del i
class H: pass
h = H()
h.a = A(11)
h.a = None
print("attr")
h.a = A(12)
h.b = h.a
h.a = None
print("still")
del h
print("h gone")
d = {"k": A(13)}
d.clear()
print("cleared")
def g(a): 
    print("g", a.n)
    del a
    print("g end")
g(A(14))
print("after g")
x = A(15)
x.self = x
del x
print("cycle stays")
print(len([A(16)]))
try:
    def boom():
        z = A(17)
        raise ValueError(1)
    boom()
except ValueError as e:
    print("caught")
print("after except")
y = [A(18) for _ in range(2)]
y = None
print("end")
import gc
gc.collect()
print("collected")
