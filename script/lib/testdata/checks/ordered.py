"""The order of an OrderedDict under many changes; sums of statistics."""
from collections import OrderedDict,Counter
import copy,dataclasses,statistics,random
from fractions import Fraction
from decimal import Decimal
r=random.Random(5)
od=OrderedDict(); 
out=[]
for i in range(20000):
    k=r.randrange(40); q=r.randrange(8)
    try:
        if q<2: od[k]=i
        elif q==2: od.move_to_end(k)
        elif q in(3,4): od.move_to_end(k,last=False)
        elif q==5: del od[k]
        elif q==6 and r.random()<.5: out.append(od.popitem(last=r.random()<.5))
        elif q==7: out.append(od.pop(k,None))
    except KeyError as e: out.append(str(e))
    if i%97==0: out.append((list(od.items()),list(reversed(od)),len(od),k in od,od.get(k)))
import hashlib
print(hashlib.md5(repr(out).encode()).hexdigest(),len(od))
s=OrderedDict(); 
for i in range(2000): s['k%d'%i]=i; s.move_to_end('k%d'%(i//2),last=False)
print(list(s)[:5],list(s)[-3:],s['k77'],len(s))
class L(OrderedDict):
    def __delitem__(self,k): print('del',k); super().__delitem__(k)
    def __getitem__(self,k): print('get',k); return super().__getitem__(k)
l=L(a=1,b=2); print(l.popitem(),l.popitem(last=False))
@dataclasses.dataclass
class P:
    x:int
    y:'P'=None
    z:dict=dataclasses.field(default_factory=dict,repr=False)
p=P(1); p.y=p; print(p)
p=P(1,P(2),{'a':[P(3)],'t':(1,P(4))}); print(dataclasses.asdict(p),dataclasses.astuple(p),p,dataclasses.replace(p,x=9))
print(dataclasses.asdict(p,dict_factory=OrderedDict))
print(copy.copy({1:2}),copy.copy([1]),copy.copy({1}),copy.copy(bytearray(b'a')),copy.copy(P))
for D in [[1,2,3,4],[1.5,2.25,3],[True,False,1],[0.1]*7,[1e300,-1e300,1e-320],[1,2.5],[10**30,1],[Fraction(1,3),1],[Decimal('1.5'),Decimal(2)],[float('nan'),1],[float('inf'),1.0],[5e-324,5e-324],[-0.0,0.0],[2**53+1,1.0],list(range(1000)),[r.random() for _ in range(999)],[r.gauss(1e6,1) for _ in range(99)]]:
    for f in [statistics.mean,statistics.stdev,statistics.variance,statistics.pstdev,statistics.pvariance,lambda d:statistics.variance(d,2),lambda d:statistics.pvariance(d,1.5),lambda d:statistics.pstdev(d,1),statistics.harmonic_mean,statistics.fmean]:
        try: print(repr(f(D)))
        except Exception as e: print(type(e).__name__,e)
