import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


n = Node("a")
r = weakref.ref(n, lambda r: print("callback"))
print(r() is n)
del n
print(r())
x = Node("b")
x = Node("c")
print("rebound")


def f():
    y = Node("local")
    print("in f")


f()
items = [Node("one"), Node("two")]
items.pop()
items.clear()
d = weakref.WeakValueDictionary()
k = Node("weak")
d["k"] = k
print(len(d))
del k
print(len(d))
a, b = Node("cycle a"), Node("cycle b")
a.other, b.other = b, a
del a, b
print("collected", gc.collect() > 0)
print("end")
