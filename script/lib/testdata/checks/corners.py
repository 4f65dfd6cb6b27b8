import statistics, re, shutil, os, tempfile, builtins, sys
for k in "normal logistic sigmoid rectangular triangular parabolic quartic triweight cosine".split():
    f=statistics.kde([1,2,2.5,4],h=1.5,kernel=k); g=statistics.kde([1,2,2.5,4],h=1.5,kernel=k,cumulative=True); r=statistics.kde_random([1,2,2.5],h=.5,kernel=k,seed=7)
    print(k, round(f(2.2),12), round(g(2.2),12), round(r(),9), round(r(),9), f.__doc__)
for a in (([],1),([1],0),(["a"],1),([1],1,"x")):
    try: statistics.kde(*a)
    except Exception as e: print(type(e).__name__, e)
print(re.Scanner([(r'\d+', lambda s,x:int(x)),(r'[a-z]+', lambda s,x:(x,s.match.span())),(r'\s+',None)]).scan('1 ab 22?x'))
d=tempfile.mkdtemp(); os.makedirs(d+'/in/s'); open(d+'/in/a','w').write('1'); open(d+'/in/s/b','w').write('2')
n=shutil.make_archive(d+'/out','zip',d+'/in'); print(os.path.basename(n)); shutil.unpack_archive(n,d+'/un'); print(sorted(os.listdir(d+'/un')), open(d+'/un/s/b').read())
import zipfile; print(zipfile.ZipFile(n).namelist()); n=shutil.make_archive(d+'/out2','zip',d,'in'); print(zipfile.ZipFile(n).namelist())
for f in (lambda: shutil.make_archive('x','nope'), lambda: shutil.unpack_archive('x.nope'), lambda: shutil.unpack_archive('x','f')):
    try: f()
    except Exception as e: print(type(e).__name__, e)
def fn(a, b=1, *, c):
    """Does it.

    And more."""
help(fn)
async def co(): "Async doc."
help(co)
sys.breakpointhook=lambda *a, **k: print('bp', a, k); breakpoint(1, x=2)

# The last row of what cannot be raised: C writes it, with a colon and a blank even before nothing.
import io, sys


class Loud:
    def __init__(self, error): self.error = error
    def __del__(self): raise self.error


for error in (ValueError(), KeyError("k"), KeyboardInterrupt(), SyntaxError("bad", ("f", 1, 2, "abc")), Loud.__class__("Own", (Exception,), {})()):
    kept, sys.stderr = sys.stderr, io.StringIO()
    loud = Loud(error)
    del loud, error
    text, sys.stderr = sys.stderr.getvalue(), kept
    print(repr(text.splitlines()[-1]))
