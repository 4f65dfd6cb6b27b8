import io
import sys
import warnings


def attempt(label, f, *args, **kw):
    try:
        print(label, "->", f(*args, **kw))
    except Exception as e:
        print(label, "!", type(e).__name__, e)


sys.stderr = sys.stdout
warnings.resetwarnings()
def lv(): warnings.warn("lvl", stacklevel=2)
def w(text, cat=UserWarning): warnings.warn(text, cat)
for i in range(2): w("default once per place")
w("other text")
with warnings.catch_warnings(record=True) as got:
    warnings.simplefilter("always")
    w("one"); w("one"); warnings.warn(DeprecationWarning("obj")); lv()
print([(str(x.message), x.category.__name__, x.filename, x.lineno > 0) for x in got])
with warnings.catch_warnings():
    warnings.simplefilter("error"); attempt("error", w, "raised"); attempt("error", w, "rt", RuntimeWarning)
    warnings.filterwarnings("ignore", message="skip.*"); w("skip me"); attempt("not", w, "keep me")
    warnings.filterwarnings("ignore", category=DeprecationWarning); w("d", DeprecationWarning)
with warnings.catch_warnings(action="ignore"): w("silent")
with warnings.catch_warnings(record=True) as got:
    warnings.simplefilter("once"); w("o1"); w("o1"); warnings.warn("o1"); w("o2")
print([str(x.message) for x in got])
with warnings.catch_warnings(record=True) as got:
    warnings.simplefilter("ignore"); warnings.simplefilter("always", FutureWarning, append=True); w("x", FutureWarning); warnings.simplefilter("default", FutureWarning); w("y", FutureWarning)
print([str(x.message) for x in got])
print(repr(warnings.formatwarning("m", UserWarning, "nofile.py", 7)), repr(warnings.formatwarning("m", UserWarning, "nofile.py", 7, "  src line")))
attempt("action", warnings.simplefilter, "bogus"); attempt("cat", warnings.warn, "x", int); attempt("cat", warnings.warn, "x", 3); attempt("filter", warnings.filterwarnings, "ignore", category=int); attempt("filter", warnings.filterwarnings, "ignore", lineno=-1)
warnings.warn_explicit("explicit", RuntimeWarning, "ex.py", 12)
warnings.showwarning("shown", UserWarning, "s.py", 1)
buf = io.StringIO(); warnings.showwarning("buffered", UserWarning, "s.py", 1, buf); print(repr(buf.getvalue()))
old = warnings.showwarning; warnings.showwarning = lambda *a, **k: print("custom", a[0], a[1].__name__); w("hooked"); warnings.showwarning = old
cw = warnings.catch_warnings()
with cw: attempt("twice", cw.__enter__)
attempt("exit", warnings.catch_warnings().__exit__)
@warnings.deprecated("use g")
def g_old(): return 1
@warnings.deprecated("no class")
class C_old: pass
with warnings.catch_warnings(record=True) as got:
    warnings.simplefilter("always"); g_old(); C_old()
print([(str(x.message), x.category.__name__) for x in got], g_old.__deprecated__, g_old.__name__)
print(issubclass(DeprecationWarning, Warning), warnings.WarningMessage("m", UserWarning, "f", 1))
