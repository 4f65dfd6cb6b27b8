import re as _re
import pickle, io, sys, collections, datetime, decimal, fractions, enum, dataclasses, functools, re, uuid, types, operator, copy, copyreg
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__module__, type(e).__name__, _re.sub("0x[0-9a-f]+", "X", str(e)))
def f():
    class C: pass
    def g(): pass
    return C, g
C,g=f()
for p in (0,2,4):
  t(lambda: pickle.dumps(lambda: 1,p)); t(lambda: pickle.dumps(C(),p)); t(lambda: pickle.dumps(g,p))
import threading
t(lambda: pickle.dumps(threading.Lock())); t(lambda: pickle.dumps((x for x in []))); t(lambda: pickle.dumps(pickle))
t(lambda: pickle.loads(b'')); t(lambda: pickle.loads(b'abc')); t(lambda: pickle.loads(b'\x80\x09N.'));t(lambda: pickle.loads(b'\x80\x04N'));t(lambda: pickle.loads(b'cfoo\nbar\n.'));  t(lambda: pickle.loads('a')); t(lambda: pickle.dumps(1,9)); t(lambda: pickle.loads(b'.')); t(lambda: pickle.loads(b'h\x05.')); t(lambda: pickle.loads(b'P1\n.'));t(lambda: pickle.loads(b'\xff.'));t(lambda: pickle.loads(b'z.'))
class D: pass
D0=D
class D: pass
t(lambda: pickle.dumps(D0()))
class R:
    def __reduce__(self): return 5
t(lambda: pickle.dumps(R()))
class R:
    def __reduce__(self): return 'zz'
t(lambda: pickle.dumps(R()))
class R:
    def __reduce__(self): return (1,)
t(lambda: pickle.dumps(R()))
class R:
    def __reduce__(self): return (5,())
t(lambda: pickle.dumps(R()))
class S:
    __slots__='a',
t(lambda: pickle.dumps(S(),0)); t(lambda: pickle.dumps(S(),2))
s=S(); s.a=5; t(lambda: pickle.loads(pickle.dumps(s)).a)
print(pickle.Pickler, pickle._Pickler, pickle.PicklingError, pickle.HIGHEST_PROTOCOL, pickle.DEFAULT_PROTOCOL, pickle.format_version, pickle.compatible_formats)
class X: pass
D.a=1
x=D(); x.q=[1,2]; x.r=x
for p in range(6): print(pickle.dumps([x,D,D(),"a",-1,300,1e9,b'x',2**70,(1,),(1,2,3,4),{1,2},None,True,{},{'a':3}, bytearray(b'q'), frozenset([1]), 3+1j, range(3), X()],p))
class P(pickle.Pickler):
    def persistent_id(self,o): return 'id' if o==5 else None
class U(pickle.Unpickler):
    def persistent_load(self,o): return ('got',o)
    def find_class(self,m,n): 
        print(m,n); return super().find_class(m,n)
b=io.BytesIO(); P(b).dump([5,6]); print(b.getvalue()); print(U(io.BytesIO(b.getvalue())).load())
b=io.BytesIO(); P(b,0).dump([5,6]); print(b.getvalue())
t(lambda: pickle.loads(b.getvalue()))
class G:
    def __init__(self,a): self.a=a; self.f=open
    def __getstate__(self): return {'a': self.a}
    def __setstate__(self, st): self.__dict__.update(st); self.f=None
print(pickle.loads(pickle.dumps(G(5))).__dict__)
class K(enum.Enum): A=1; B='x'
class F(enum.Flag): A=1; B=2
@dataclasses.dataclass
class DC:
    x: int; y: list = dataclasses.field(default_factory=list)
@dataclasses.dataclass(frozen=True, slots=True)
class DS:
    x: int
NT=collections.namedtuple('NT','a b')
class E1(Exception):
    def __init__(self,a,b): super().__init__(a,b); self.z=1
class LL(list): pass
class DD(dict): pass
class II(int): pass
class SS(str): pass
l=LL([1]); l.x=2
def fn(): pass
class Out:
    class In:
        def m(self): return 7
objs=[K.A,F.A|F.B,DC(1,[2]),DS(3),NT(1,2),E1(1,2),ValueError('x'),KeyError(1),l,DD(a=1),II(5),SS('q'),collections.OrderedDict(a=1),collections.Counter('aab'),collections.deque([1,2],5),collections.defaultdict(list,{1:[2]}),collections.ChainMap({1:2}),
 datetime.timedelta(1,2,3),datetime.timezone(datetime.timedelta(hours=1)),datetime.timezone.utc,
 decimal.Decimal('1.5'),fractions.Fraction(1,3),uuid.UUID(int=5),functools.partial(max,1,key=abs),re.compile('a+',re.I),types.SimpleNamespace(a=1),range(5),slice(1,2,3),1+2j,bytearray(b'x'),b'abc',Ellipsis,NotImplemented,None,type(None),int,len,fn,Out.In().m() ,operator.itemgetter(1),operator.attrgetter('a.b'),"".join,[].append, 'ab'.upper,  {1:2}, memoryview, frozenset([1,2]), (1,(2,[3])), 'é\ud800\U0001F600', 'a\nb\\', 2**31, -2**31, 2**63, -2**63-1, 10**30, 0.1, float('inf'), -0.0, 255,256,65535,65536,-1, OSError(2,'x','f'), UnicodeDecodeError('utf8',b'a',0,1,'r'), StopIteration(3), sys.version_info and 1, list[int],  object(), property, pickle.PickleError('a'),  K]
def norm(x):
    try: r=repr(x)
    except Exception as e: r=repr(e)
    return re.sub('0x[0-9a-f]+','X',r)
for o in objs:
    for p in range(6):
        try: d=pickle.dumps(o,p); print(p, norm(o), len(d), norm(pickle.loads(d)), type(pickle.loads(d)))
        except Exception as e: print(p, norm(o), type(e), norm(e))
    try: copy.copy(o); copy.deepcopy(o)
    except Exception as e: print('copy', norm(o), type(e), norm(e))
d=[1]; d.append(d); e=pickle.loads(pickle.dumps(d)); print(e[1] is e)
tt=([],); tt[0].append(tt); 
for p in range(6): e=pickle.loads(pickle.dumps(tt,p)); print(e[0][0] is e)
big=[b'x'*70000,'y'*70000,list(range(3000)),{i:i for i in range(2500)},set(range(1500))]
for p in range(6):
    z=pickle.dumps(big,p); print(len(z), pickle.loads(z)==big)
z=[str(i)*2 for i in range(300)]; print(len(pickle.dumps(z,2)), pickle.loads(pickle.dumps(z,2))==z)
class Ex:
    def __reduce_ex__(self,p): return (list,(),None,iter([1,2,3]),None)
print(pickle.loads(pickle.dumps(Ex())))
class St:
    def __reduce__(self): return (DD,(),{'w':1},None,iter({'a':1,'b':2}.items()))
v=pickle.loads(pickle.dumps(St())); print(v, v.w)
def setter(o,s): o.via=s
class S6:
    def __reduce__(self): return (X,(),{'w':1},None,None,setter)
print(pickle.loads(pickle.dumps(S6())).via)
class RO(pickle.Pickler):
    def reducer_override(self,o):
        if isinstance(o,X): return (int,('7',))
        return NotImplemented
b=io.BytesIO(); RO(b).dump([X(),D]); print(pickle.loads(b.getvalue()))
class DT(pickle.Pickler):
    dispatch_table={X: lambda x: (str,('dt',))}
b=io.BytesIO(); DT(b).dump([X()]); print(pickle.loads(b.getvalue()))
copyreg.pickle(X, lambda x:(float,(2,)))
print(pickle.loads(pickle.dumps(X())))
f=io.BytesIO(); p=pickle.Pickler(f); p.dump('qq'); p.dump('qq'); f.seek(0); u=pickle.Unpickler(f); print(u.load(),u.load())
buf=[]; ba=pickle.PickleBuffer(bytearray(b'abc')); z=pickle.dumps(ba,5,buffer_callback=buf.append); print(z, type(pickle.loads(z,buffers=buf))); print(pickle.loads(pickle.dumps(ba,5)))
class NE:
    def __new__(cls,a,*,b): o=object.__new__(cls); o.v=(a,b); return o
    def __getnewargs_ex__(self): return (1,),{'b':2}
for p in range(2,6): print(pickle.loads(pickle.dumps(NE(3,b=4),p)).v)

when = [datetime.datetime(2020, 1, 2, 3, 4, 5, 6), datetime.time(1, 2), datetime.datetime(2020, 1, 1, tzinfo=datetime.timezone.utc), ExceptionGroup("a", [ValueError(1)]), int | str, {"x", "y"}]
for p in range(6):
    again = pickle.loads(pickle.dumps(when, p))
    print(again[:3] == when[:3], again[3:5], again[5] == when[5])
print(list(pickle.loads(pickle.dumps(iter([1, 2, 3])))))
print([pickle.loads(pickle.dumps(Out.In, p)) is Out.In for p in range(6)])
