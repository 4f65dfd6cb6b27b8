# Calls with names, * and **, of functions, methods, classes and objects; attributes that
# are not there; sorts of one run; sets without common items.
import asyncio
def f(a,b=2,*c,d,e=5,**k): return a,b,c,d,e,k
class A:
    def __init__(self,a,*,b=1,**k): self.v=(a,b,k)
    def __call__(self,*a,**k): return a,k
    def m(self,x,/,y,*,z=3): return x,y,z
    def __getitem__(self,i):
        if i==5: raise IndexError(i)
        return i
    def __getattr__(self,n):
        if n.startswith('q'): return n
        raise AttributeError(n)
    @property
    def bad(self): raise AttributeError('inner')
def tr(fn):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)
for fn in [lambda:f(1,d=4), lambda:f(1,2,3,d=4,zz=1), lambda:f(1), lambda:f(d=1), lambda:f(1,a=2,d=1), lambda:f(*(1,2,3),d=1), lambda:f(*[1,2],**{'d':1,'q':2}), lambda:f(**{'a':1,'d':2}), lambda:f(*5), lambda:f(*range(3),d=2), lambda:f(**5), lambda:f(1,**{1:2}), lambda:f(1,d=1,**{'d':2}),
  lambda:A(1,b=3).v, lambda:A(1,c=3).v, lambda:A(b=3), lambda:A(1)(2,x=3), lambda:A(1)(*(1,2),**{'x':3}), lambda:A(1).m(1,y=2), lambda:A(1).m(1,x=2,y=3), lambda:A(1).m(1,2,z=5), lambda: A(1)[3], lambda:A(1)[5], lambda:A(1).qq, lambda:A(1).zz, lambda:getattr(A(1),'zz',7), lambda:hasattr(A(1),'bad'), lambda:getattr(A(1),'bad','d'), lambda:A(1).bad, lambda:hasattr(3,'x'), lambda:hasattr(A,'x'), lambda:getattr(asyncio,'nope',1), lambda: 1 .foo, lambda:[x for x in A(1)], lambda: [*A(1)], lambda: f(*A(1)), lambda: print(*[1,2],sep='-'), lambda: print(*(1,2),**{'sep':'+'}), lambda: max(*[1,5,2]), lambda: sorted([3,1,2],reverse=True), lambda: sorted([1]), lambda: sorted([2,1]), lambda:sorted([1.5,-0.0,0.0,-2]), lambda:sorted([3,2,2,1]), lambda: sorted('bca'), lambda:sorted([(1,2),(0,3)]), lambda: sorted([5,4,3,2,1],key=lambda x:x%2), lambda: sorted([3,2,1],key=str,reverse=True), lambda:{1,2}.isdisjoint([3,4]), lambda:{1,2}.isdisjoint({2}), lambda:{1,2}.isdisjoint('ab'), lambda:{1}.isdisjoint([[]]), lambda:{1,2,3}.intersection([1,2],{2}), lambda:{1,2,3}.difference([1],(2,)), lambda:{1,2,3}.symmetric_difference([1,7]), lambda: frozenset([1,2]).intersection(), lambda: type(frozenset([1,2]).difference([1]))]:
    tr(fn)
s={1,2}; t=s; s|={3}; print(t)
def rec(*a,**k): return rec(*a,**k)
def rec2(x=1): return rec2(x=x)
class G:
    def __getitem__(self,i): return self[i]
    def __call__(self): return self()
for g in (rec,rec2,lambda:G()[1],lambda:G()()):
    try: g()
    except RecursionError as e: print('RE')
def gen(*a,**k):
    yield a,k
async def co(*a,**k): return a,k
print(list(gen(*(1,2),x=1)),list(gen(x=2)),asyncio.run(co(1,y=2)),asyncio.run(co(*[1],**{'z':2})))
def kwm(**k): k['new']=1; return k
D={'a':1}
print(kwm(**D),D)
def vt(**k): return k
x=vt(**D); x['b']=2; print(D, x)
import functools
print(functools.partial(f,1)(2,d=3,w=1))
try:
    f(1,
      d=1/0)
except ZeroDivisionError: print('z')
import traceback
def boom(*a,**k): raise ValueError(a)
def outer(): boom(1,k=2)
try: outer()
except ValueError: traceback.print_exc()
