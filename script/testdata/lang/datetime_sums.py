# Sums, differences and comparisons of datetimes.
from datetime import *
import random
random.seed(5)
def tr(f):
    try: return f()
    except Exception as e: return type(e).__name__,str(e)
class Sub(datetime): pass
tz=timezone(timedelta(hours=2))
out=[]
for _ in range(40):
    a=datetime(random.randint(1,9999),random.randint(1,12),random.randint(1,28),random.randrange(24),random.randrange(60),random.randrange(60),random.choice([0,5,999999]),random.choice([None,tz,timezone.utc]))
    b=datetime(random.randint(1,9999),random.randint(1,12),random.randint(1,28),random.randrange(24),tzinfo=a.tzinfo)
    d=timedelta(random.randint(-1000000,1000000),random.randint(-100000,100000),random.randint(-9**9,9**9))
    out.append((tr(lambda:a+d),tr(lambda:a-d),a-b,a<b,a==b,a>=b,hash(a)==hash(a.replace()),d,-d,d*2,d//3,a.isoformat(),str(d)))
for o in out: print(o)
for f in [lambda:datetime(2024,2,29),lambda:datetime(2023,2,29),lambda:datetime(2024,13,1),lambda:datetime(0,1,1),lambda:datetime(2024,1,1,24),lambda:datetime(2024,1,1,fold=2),lambda:datetime(2024,1,1.5),lambda:datetime(True,1,1),lambda:datetime(2024,4,31),lambda:datetime(2024,4,30),lambda:datetime(2024,1,1,tzinfo=5),lambda:Sub(2024,1,1)+timedelta(1),lambda:type(Sub.now()),lambda:datetime.fromisoformat('2024-01-02T03:04:05'),lambda:datetime.fromisoformat('2024-01-02 03:04:05'),lambda:datetime.fromisoformat('2024-13-02T03:04:05'),lambda:datetime.fromisoformat('2024-01-02T03:04:0x'),lambda:datetime.fromisoformat('2024-01-02T25:04:05'),lambda:datetime.fromisoformat('2024-W01-2T03:04:05'),lambda:Sub.fromisoformat('2024-01-02T03:04:05'),lambda:datetime(2024,1,1)<datetime(2024,1,1,tzinfo=tz),lambda:datetime(2024,1,1)==datetime(2024,1,1,tzinfo=tz),lambda:datetime.max-datetime.min,lambda:datetime.max+timedelta(microseconds=1),lambda:datetime(2024,1,1,12,tzinfo=tz).astimezone(timezone.utc)]:
    print(tr(f))
