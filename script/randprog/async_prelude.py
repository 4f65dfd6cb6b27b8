import asyncio, contextvars, gc, re, signal, sys, warnings
gc.disable()  # cycles go when the program says so
T = []  # the tasks that anybody may cancel, main first
STARTED = [0]
START = [None]
BASE = int(sys.argv[1]) if len(sys.argv) > 1 else 0  # tasks of other programs
N = {"n": 0}
VAR = contextvars.ContextVar("VAR", default=0)


def plain(v, depth=0):
    """v without addresses, and sets in order."""
    if depth > 3:
        return "..."
    if isinstance(v, BaseException):
        return fault(v, depth)
    if isinstance(v, (set, frozenset)):
        return "{" + ", ".join(sorted(plain(x, depth + 1) for x in v)) + "}"
    if isinstance(v, (list, tuple)):
        return type(v).__name__ + "(" + ", ".join(plain(x, depth + 1) for x in v) + ")"
    if isinstance(v, dict):
        return "{" + ", ".join(k + ": " + plain(v[k], depth + 1) for k in sorted(v)) + "}"
    text = numbered(v if isinstance(v, str) else repr(v))
    text = re.sub(r"0x[0-9a-f]+|\.\.\.[0-9a-f]{8,}", "0x", text)  # the second is one shortened
    text = re.sub(r"(\.\.\.\w*\.py:)\d+", r"\1", text)  # what is shortened is the library's
    return re.sub(r"at \S*asyncio\S*:\d+", "at lib", text)


def numbered(text):
    """text with the numbers of tasks counted from main."""
    return re.sub(r"Task-(\d+)", lambda m: "Task-%d" % (int(m.group(1)) - BASE), text)


def fault(e, depth=0):
    """An exception with those it came from."""
    if depth > 3:
        return type(e).__name__
    text = type(e).__name__ + plain(e.args, depth + 1)
    if e.__cause__ is not None:
        text += " from " + fault(e.__cause__, depth + 1)
    elif e.__context__ is not None:
        text += (" hiding " if e.__suppress_context__ else " in ") + fault(e.__context__, depth + 1)
    inner = getattr(e, "exceptions", None)
    if inner:
        text += " of " + plain(list(inner), depth + 1)
    return text


QUIET = [False]


def show(*parts):
    if QUIET[0]:
        return
    when, who = "-", "-"
    try:
        loop = asyncio.get_running_loop()
        if START[0] is None:
            START[0] = loop.time()
        when = "%.2f" % (loop.time() - START[0])
        if asyncio.current_task() is not None:
            who = numbered(asyncio.current_task().get_name())
    except RuntimeError:
        pass
    print(when, who, *[plain(p) for p in parts])


def warned(message, category, filename, lineno, file=None, line=None):
    show("warning", category.__name__, str(message))


warnings.simplefilter("always")
warnings.showwarning = warned


def reported(loop, context):
    show("report", context["message"], sorted(context), context.get("exception"))


def spent():
    """Whether there was enough for one program."""
    STARTED[0] += 1
    return STARTED[0] > 60


def spawn(coro, name=None):
    task = asyncio.get_running_loop().create_task(coro)
    if name is not None:
        task.set_name(name)
    T.append(task)
    return task


def t(k):
    return T[k % len(T)]


def later(k):
    """A task younger than this one: those that wait form no ring."""
    me = asyncio.current_task()
    younger = T[T.index(me) + 1:] if me in T else []
    if not younger:
        return asyncio.ensure_future(asyncio.sleep(0.1, "nobody"))
    return younger[k % len(younger)]


def state(f):
    if not f.done():
        return "pending"
    if f.cancelled():
        return "cancelled"
    return f.exception() or f.result()


def depth(task):
    """How many frames a task's stack has, but those of who runs the program."""
    names = [frame.f_code.co_name for frame in task.get_stack()][::-1]
    return names.index("<module>") if "<module>" in names else len(names)


class Bare:
    """Gives way once, as sleep(0) does."""

    def __await__(self):
        yield
        return "bare"


class Odd:
    """Yields what no task understands."""

    def __await__(self):
        return (yield 42)


class Through:
    """Awaits another."""

    def __init__(self, inner):
        self.inner = inner

    def __await__(self):
        try:
            return ("through", (yield from self.inner.__await__()))
        finally:
            show("through is over")


class Guard:
    """An asynchronous context manager with a pause at both ends."""

    def __init__(self, name, before, after, silent):
        self.name, self.before, self.after, self.silent = name, before, after, silent

    async def __aenter__(self):
        show("enter", self.name)
        await asyncio.sleep(self.before)
        return self

    async def __aexit__(self, kind, e, tb):
        show("leave", self.name, e)
        await asyncio.sleep(self.after)
        return self.silent


