# A loop has its iterator until it is left, also while an exception waits in it.
import asyncio


class It:
    def __init__(self, n): self.n=n
    def __iter__(self): return self
    def __next__(self):
        self.n -= 1
        if self.n < 0: raise StopIteration
        return self.n
    def __del__(self): print("gone")
def a():
    for x in It(3):
        try:
            1/0
        finally:
            print("fin")
def b():
    for x in It(3):
        try:
            1/0
        except ZeroDivisionError as e:
            print("handled")
            raise
def c():
    try:
        for x in It(3):
            return x
    finally:
        print("outer")
def d():
    for y in 1, 2:
        try:
            for x in It(3):
                if y == 1: break
                else: continue
            print("next")
        finally:
            print("outer")
def e():
    try:
        for x in It(1): raise KeyError
    except KeyError: print("ke")
def g():
    for x in It(2):
        try: yield x
        finally: print("g fin")
for f in a,b,c,d,e:
    print(f.__name__)
    try: f()
    except Exception as e: print(repr(e))
h = g(); next(h); h.close(); print('closed')
h = g(); next(h)
try: h.throw(KeyError)
except KeyError: print("thrown")
async def items():
    try:
        yield 1
    finally: print('items over')
async def m():
    try:
        async for x in items():
            try: 1/0
            finally: 
                print('f1')
                await asyncio.sleep(0.01)
                print('f2')
    except ZeroDivisionError: print('z')
    try:
        async for x in items(): return 1
    finally:
        print('out')
        await asyncio.sleep(0.01)
        print('out2')
asyncio.run(m())
