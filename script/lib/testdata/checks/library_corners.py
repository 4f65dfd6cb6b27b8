import concurrent.futures, contextlib, dataclasses, datetime, enum, functools, hmac, inspect, pathlib, queue, sys, threading, warnings


def attempt(label, f, *args, **kw):
    try:
        print(label, "->", f(*args, **kw))
    except Exception as e:
        print(label, "!", type(e).__name__, e)


# Signatures of what CPython has in C, and of wrong parameters.
def f(a, /, b: int = 2, *args: "str", c, d=None, **kw) -> list: pass
for x in (len, print, sorted, open, str.upper, "x".join, [].append, dict.fromkeys, int.from_bytes, zip, map, enumerate, property, list.sort, divmod):
    print(x.__name__, inspect.signature(x))
for x in (int, dict, range, Exception): attempt(x.__name__, inspect.signature, x)
P = inspect.Parameter
attempt("kind", P, "a", 9); attempt("keyword", P, "for", P.KEYWORD_ONLY); attempt("number", lambda: P("a", 3).kind)
only, first = P("a", P.KEYWORD_ONLY), P("b", P.POSITIONAL_ONLY)
attempt("order", inspect.Signature, [only, first]); attempt("twice", inspect.Signature, [first, first])
attempt("default", inspect.Signature, [P("x", P.POSITIONAL_ONLY, default=1), first])
print(inspect.signature(f).format(max_width=20)); print(hash(inspect.signature(f)) == hash(inspect.signature(f)))


# Hooks that fail.
def fails(): raise ValueError("in thread")
def hook(args): raise KeyError("in hook")
sys.stderr = sys.stdout
shown = sys.excepthook
sys.excepthook = lambda kind, value, tb: print("told", kind.__name__, value, value.__suppress_context__, repr(value.__context__))
threading.excepthook = hook
t = threading.Thread(target=fails); t.start(); t.join()
sys.unraisablehook = lambda u: print(u.err_msg[:38], u.exc_value, u.object)
import _thread, time
_thread.start_new_thread(fails, ()); time.sleep(0.05)
sys.excepthook, threading.excepthook, sys.stderr = shown, threading.__excepthook__, sys.__stderr__
try:
    with contextlib.ExitStack() as stack:
        stack.callback(lambda: 1 / 0)
        raise KeyError("body")
except ZeroDivisionError as e:
    print(repr(e.__context__), [row.name for row in __import__("traceback").extract_tb(e.__traceback__)])


class Kinds(enum.Enum):
    class Inner: pass
    A = 1
print(list(Kinds), Kinds.Inner.__name__)
attempt("order", exec, "class O(enum.Enum):\n _order_ = 'A B'\n B = 1\n A = 2")
@dataclasses.dataclass
class D:
    a: int
    i: dataclasses.InitVar[int] = 5
print(D.__doc__)
key = functools.cmp_to_key(lambda a, b: a - b)
attempt("key", lambda: key(1) < 2)
for pair in ((1, 2), (b"a", 1), ("a", 1), (b"a", "a")): attempt(pair, hmac.compare_digest, *pair)
attempt("glob", pathlib.Path(".").glob, ""); attempt("anchor", pathlib.Path(".").glob, "/a")
print(repr(queue.SimpleQueue())[:19])
with warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    for layout in ("%d %b", "%d %b", "%d %b %Y", "%%d %b"):
        attempt(layout, datetime.datetime.strptime, "29 Jan 2024" if "Y" in layout else "%d Jan" if "%%" in layout else "29 Jan", layout)
    print([str(w.message)[:50] for w in said])


import logging, os, weakref
for c in (queue.Queue, queue.PriorityQueue, queue.SimpleQueue, weakref.ref, weakref.WeakSet, weakref.WeakMethod, logging.StreamHandler, logging.LoggerAdapter, os.DirEntry, concurrent.futures.Future, contextlib.nullcontext, weakref.finalize):
    attempt(c.__name__, lambda: c[int])
