# The __init__ that dataclass makes; count, islice and the order of an OrderedDict.
import dataclasses, inspect, itertools, collections, pickle, copy, typing
from dataclasses import dataclass, field, InitVar
def tr(fn):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)
@dataclass
class P:
    x:int
    y:int=2
    z:list=field(default_factory=list)
    w:int=field(default=5,kw_only=True)
    n:int=field(init=False,default=9)
    m:list=field(init=False,default_factory=list)
    u:int=field(init=False)
    iv:InitVar[int]=3
    def __post_init__(self,iv): self.u=iv
@dataclass(frozen=True)
class F:
    x:int
    self:int=1
@dataclass(slots=True)
class S:
    a:int
    b:int=field(init=False,default=4)
@dataclass
class E: pass
@dataclass
class D(P):
    q:str='a'
class Outer:
    @dataclass(kw_only=True)
    class In:
        a:int
        __priv:int=3
for fn in [lambda:P(1),lambda:P(1,2,[3],4,w=7),lambda:P(),lambda:P(1,2,3,4,5),lambda:P(1,bad=2),lambda:P(1,x=2),lambda:inspect.signature(P),lambda:inspect.signature(F),lambda:F(1,2),lambda:F(),lambda:S(1),lambda:S(1).b,lambda:E(),lambda:E(1),lambda:D(1,q='z'),lambda:D.__init__.__qualname__,lambda:Outer.In(a=1),lambda:Outer.In(1),lambda:P.__init__.__annotations__,lambda:P.__init__.__module__,lambda:dataclasses.replace(F(1),x=5),lambda:dataclasses.asdict(P(1)),lambda:dataclasses.make_dataclass('M',['a',('b',int,3)])(1),
 lambda:P.__init__.__defaults__[0], lambda:P.__init__.__kwdefaults__, lambda: F.__doc__, lambda: typing.get_type_hints(P.__init__),
 lambda: pickle.loads(pickle.dumps(F(1))), lambda: copy.copy(F(1)), lambda: P.__init__.__code__.co_filename, lambda: P.__init__.__code__.co_varnames]:
    tr(fn)
c=itertools.count(5,2); print(next(c),next(c),c, itertools.count(), itertools.count(1.5), itertools.count(step=3))
tr(lambda:itertools.count('a'))
print(list(itertools.islice(itertools.count(),3)), list(zip(itertools.count(),'abc')), list(itertools.islice([1,2],True)))
tr(lambda:itertools.islice([1],-1)); tr(lambda:itertools.islice([1],'a'))
class MyC(itertools.count):
    def __next__(self): return super().__next__()*2
m=MyC(3); print(next(m),[x for x,_ in zip(m,range(3))])
class MyCh(itertools.chain): pass
print(list(MyCh([1],[2])), list(itertools.chain.from_iterable([[1],[2]])))
od=collections.OrderedDict(a=1,b=2,c=3); od.move_to_end('a'); print(od); od.move_to_end('c',last=False); print(od); tr(lambda:od.move_to_end('zz'))
od.move_to_end('b',0); print(od, list(reversed(od)), od.popitem(), od)
import traceback
@dataclass
class Bad:
    x:list=field(default_factory=lambda:1/0)
try: Bad()
except ZeroDivisionError: traceback.print_exc()
@dataclass
class PI:
    x:int
    def __post_init__(self): raise ValueError(self.x)
try: PI(3)
except ValueError: traceback.print_exc()
