"""Writes what asyncio's loops do in the format of package trace.

It wraps methods of asyncio's classes and a loop's queue. It keeps no object
alive that the program lets go, calls nothing of the program's, and reads no
clock that moves when it is read.
"""
import gc
import json
import os
import sys
import time
import types
import weakref
from _thread import get_ident
from collections import deque


class Tracer:
    """Numbers objects and writes events."""

    def __init__(self, path, header, now):
        self.fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self.pid = os.getpid()
        self.now = now
        self.lines = [json.dumps(header, separators=(",", ":"))]
        self.last = 0  # the last number given
        self.numbers = {}  # id of an object: its number
        self.watches = {}  # id of an object: the weak reference that tells its end
        self.named = {}  # the same for locks and queues: their names
        self.classes = {}  # how many of a class are named
        self.loops = []  # weak references
        self.known = set()  # numbers of tasks that were told of
        self.begun = set()  # numbers of tasks that have had a step
        self.making = []  # the coroutines that create_task is called with, and when
        self.own = None  # asyncio's folder

    def flush(self):
        if self.lines and os.getpid() == self.pid:
            lines, self.lines = self.lines, []
            os.write(self.fd, ("\n".join(lines) + "\n").encode("utf-8", "surrogatepass"))

    def event(self, kind, loop=None, **fields):
        told = {"e": kind}
        if loop is not None:
            if loop.number > 1:
                told["loop"] = loop.number
            told["tick"] = loop.tick
        told["t"] = round(loop.time if loop is not None else self.now(), 9)
        for name, value in fields.items():
            if value:
                told[name] = value
        self.lines.append(json.dumps(told, separators=(",", ":")))

    def number(self, thing):
        key = id(thing)
        number = self.numbers.get(key)
        if number is None:
            self.last = number = self.last + 1
            self.numbers[key] = number
            self.watch(thing, self.numbers)
        return number

    def watch(self, thing, table):
        """Forget a thing when it dies, because its id may come again."""
        key = id(thing)

        def forget(_, key=key, table=table, watches=self.watches):
            table.pop(key, None)
            watches.pop((id(table), key), None)

        try:
            self.watches[id(table), key] = weakref.ref(thing, forget)
        except TypeError:
            pass

    def name(self, thing):
        """A name for a lock or queue: its class and a number."""
        key = id(thing)
        name = self.named.get(key)
        if name is None:
            kind = type(thing).__name__
            self.classes[kind] = count = self.classes.get(kind, 0) + 1
            name = self.named[key] = "%s-%d" % (kind, count)
            self.watch(thing, self.named)
        return name

    def callback(self, handle):
        """The fields that tell what a handle calls."""
        function = handle._callback
        kind = type(function).__name__
        task = step_of(function)
        if task is not None:
            if kind == "TaskWakeupMethWrapper" or kind == "TaskStepMethWrapper":
                name = kind
            else:
                name = "Task.task_wakeup" if "wakeup" in function.__name__ else "TaskStepMethWrapper"
            return {"callback": name, "task": self.number(task)}, task
        place = None
        for _ in range(100):
            if isinstance(function, FUNCTOOLS.partial) if FUNCTOOLS else False:
                function = function.func
            elif isinstance(function, types.MethodType):
                function = function.__func__
            else:
                break
        name = getattr(function, "__qualname__", None) or type(function).__qualname__
        code = getattr(function, "__code__", None)
        if isinstance(code, types.CodeType):
            place = "%s:%d" % (code.co_filename, code.co_firstlineno)
        return {"callback": str(name), "place": place}, None

    def stack(self, task):
        """A task's frames, the library's coroutine that it awaits, whose method."""
        frames, on, owner = [], "", ""
        for thing in chain(task):
            code, frame = code_of(thing)
            if code is None:
                continue
            library = self.own is not None and code.co_filename.startswith(self.own)
            told = {"fn": getattr(thing, "__qualname__", code.co_name)}
            if library:
                told["lib"] = True
                if not on:
                    on = told["fn"]
                    me = frame.f_locals.get("self") if frame is not None else None
                    owner = self.name(me) if me is not None else ""
            else:
                on = owner = ""
                told["file"] = code.co_filename
                told["line"] = frame.f_lineno if frame is not None else code.co_firstlineno
            frames.append(told)
        return frames, on, owner

    def created(self, task, loop, at=None, coro=None):
        """Tell of a task that is new; at says where in the lines it belongs."""
        number = self.number(task)
        if number in self.known:
            return False
        self.known.add(number)
        if at is None and self.making:  # an eager task is queued before create_task returns
            inner = task.get_coro()
            at = next((index for coro, index in reversed(self.making) if coro is inner), None)
        self.event("created", loop, task=number, name=name_of(task),
                   stack=self.stack(task)[0] or [{"fn": getattr(coro, "__qualname__", "")}])
        if at is not None and at < len(self.lines):
            self.lines.insert(at, self.lines.pop())
        return True

    def first_name(self, task):
        """The task's name if this is its first step: it may be newer than the task."""
        number = self.number(task)
        if number in self.begun:
            return ""
        self.begun.add(number)
        return name_of(task)

    def stepped(self, task, loop):
        """Tell how a task's step ended."""
        number = self.number(task)
        if task.done():
            if task.cancelled():
                outcome, error = "cancelled", ""
            else:
                error = task._exception
                outcome, error = ("result", "") if error is None else ("exception", type(error).__name__)
            self.event("done", loop, task=number, name=name_of(task), outcome=outcome, error=error)
            return
        waiter = task._fut_waiter
        frames, on, owner = self.stack(task)
        if waiter is None:
            self.event("yielded", loop, task=number, on=on, object=owner, stack=frames)
        else:
            children = getattr(waiter, "_children", None)
            awaits = [self.number(c) for c in children if hasattr(c, "get_coro") and not c.done()] if type(children) is list else None
            self.event("blocked", loop, task=number, future=self.number(waiter),
                       on=on or type(waiter).__name__, object=owner, awaits=awaits, stack=frames)


class Loop:
    """What the tracer knows of a loop."""

    def __init__(self, number, time):
        self.number = number
        self.tick = 0
        self.time = time
        self.running = None  # (number of the handle, the task whose step it is)
        self.outside = set()  # the threads that are in call_soon_threadsafe

    def finish(self):
        """Tell that the handle that ran is over."""
        if self.running is not None:
            (number, task), self.running = self.running, None
            if task is not None:
                TRACER.stepped(task, self)
            TRACER.event("ran", self, handle=number)


class Ready(deque):
    """A loop's ready queue."""

    def append(self, handle):
        super().append(handle)
        loop = self.loop
        number = TRACER.number(handle)
        if isinstance(handle, TIMER):
            TRACER.event("due", loop, handle=number)
            return
        fields, task = TRACER.callback(handle)
        if task is not None:
            TRACER.created(task, loop)
        TRACER.event("queued", loop, handle=number, outside=get_ident() in loop.outside, **fields)

    def popleft(self):
        self.loop.finish()
        handle = super().popleft()
        number = TRACER.number(handle)
        if handle._cancelled:
            TRACER.event("skipped", self.loop, handle=number)
        else:
            fields, task = TRACER.callback(handle)
            TRACER.event("run", self.loop, handle=number, **fields)
            self.loop.running = number, task
            if task is not None:
                throws = getattr(task, "_must_cancel", False)
                TRACER.event("step", self.loop, task=fields["task"], name=TRACER.first_name(task), throw=throws,
                             stack=TRACER.stack(task)[0])
        return handle


def step_of(function):
    """The task whose step a callback is, or None."""
    kind = type(function).__name__
    if kind in ("TaskStepMethWrapper", "TaskWakeupMethWrapper"):
        return function.__self__
    name = getattr(function, "__name__", "")
    if name in ("task_wakeup", "__step", "__wakeup"):
        owner = getattr(function, "__self__", None)
        if hasattr(owner, "_fut_waiter"):
            return owner
    return None


def name_of(task):
    get = getattr(task, "get_name", None)
    return str(get()) if get is not None else ""


def chain(task):
    """A task's coroutine, what that awaits, and so on."""
    if task.done():  # 3.12.1 crashes on the coroutine of an eager task that is done
        return
    thing = task.get_coro()
    for _ in range(1000):
        if thing is None:
            return
        yield thing
        after = None
        for attribute in ("cr_await", "gi_yieldfrom", "ag_await"):
            after = getattr(thing, attribute, None)
            if after is not None:
                break
        else:
            if code_of(thing)[0] is None:  # a wrapper of C round one of these
                for inner in gc.get_referents(thing):
                    if isinstance(inner, (types.AsyncGeneratorType, types.CoroutineType, types.GeneratorType)):
                        after = inner
                        break
        thing = after


def code_of(thing):
    for prefix in ("cr_", "gi_", "ag_"):
        code = getattr(thing, prefix + "code", None)
        if isinstance(code, types.CodeType):
            return code, getattr(thing, prefix + "frame", None)
    return None, None


def around(cls, name):
    """Replace a method by what the decorated function makes of it."""
    real = cls.__dict__[name]

    def put(make):
        method = make(real)
        method.__name__, method.__qualname__ = real.__name__, real.__qualname__
        setattr(cls, name, method)
        return method

    return put


def trace_asyncio(asyncio):
    global TIMER, FUTURES
    import functools
    from asyncio import base_events, events, selector_events

    global FUNCTOOLS
    FUNCTOOLS = functools
    TIMER = events.TimerHandle
    TRACER.own = os.path.dirname(asyncio.__file__) + os.sep
    base = base_events.BaseEventLoop

    @around(base, "__init__")
    def _(real):
        def __init__(self, *args, **kwargs):
            real(self, *args, **kwargs)
            ready = Ready(self._ready)
            TRACER.loops.append(weakref.ref(self))
            ready.loop = Loop(len(TRACER.loops), TRACER.now())
            self._ready = ready
        return __init__

    @around(selector_events.BaseSelectorEventLoop, "__init__")
    def _(real):
        def __init__(self, *args, **kwargs):
            real(self, *args, **kwargs)
            select, loop = self._selector.select, self._ready.loop

            def traced(timeout=None):
                TRACER.event("select", loop, timeout=-1 if timeout is None else round(timeout, 9))
                TRACER.flush()
                events = select(timeout)
                loop.time = TRACER.now()
                TRACER.event("selected", loop, n=len(events))
                return events

            self._selector.select = traced
        return __init__

    @around(base, "_run_once")
    def _(real):
        def _run_once(self):
            loop = self._ready.loop
            loop.tick += 1
            loop.time = TRACER.now()
            TRACER.event("tick", loop, n=len(self._ready))
            try:
                real(self)
            finally:
                loop.finish()
            TRACER.event("end", loop)
        return _run_once

    @around(base, "call_at")
    def _(real):
        def call_at(self, when, callback, *args, **kwargs):
            timer = real(self, when, callback, *args, **kwargs)
            fields, _ = TRACER.callback(timer)
            TRACER.event("timer", self._ready.loop, handle=TRACER.number(timer),
                         when=round(timer.when() - TRACER.start, 9), **fields)
            return timer
        return call_at

    @around(base, "call_soon_threadsafe")
    def _(real):
        def call_soon_threadsafe(self, callback, *args, **kwargs):
            loop = self._ready.loop
            thread = get_ident()
            inner = thread in loop.outside
            loop.outside.add(thread)
            try:
                return real(self, callback, *args, **kwargs)
            finally:
                if not inner:
                    loop.outside.discard(thread)
        return call_soon_threadsafe

    @around(base, "create_task")
    def _(real):
        def create_task(self, coro, **kwargs):
            before = len(TRACER.lines)
            TRACER.making.append((coro, before))
            try:
                task = real(self, coro, **kwargs)
            finally:
                TRACER.making.pop()
            loop = getattr(self._ready, "loop", None)
            if loop is not None and hasattr(task, "_fut_waiter"):
                TRACER.created(task, loop, before, coro)
                if getattr(coro, "cr_suspended", False) or getattr(coro, "cr_frame", coro) is None:
                    TRACER.stepped(task, loop)  # it ran eagerly
            return task
        return create_task

    unix = sys.modules.get("asyncio.unix_events")
    if unix is not None:
        @around(unix._UnixSelectorEventLoop, "_handle_signal")
        def _(real):
            def _handle_signal(self, sig):
                import signal

                loop = self._ready.loop
                name = signal.Signals(sig).name
                TRACER.event("read", loop, signal=name)
                handle = self._signal_handlers.get(sig)
                TRACER.event("dispatched", loop, signal=name, handle=0 if handle is None else TRACER.number(handle))
                real(self, sig)
            return _handle_signal


def trace_output():
    for stream in ("stdout", "stderr"):
        file = getattr(sys, stream)
        if file is None:
            continue

        def write(text, real=file.write, stream=stream):
            count = real(text)
            loop = None
            for ref in TRACER.loops:
                one = ref()
                if one is not None and one._ready.loop.running is not None:
                    loop = one._ready.loop
            TRACER.event("print", loop, text=text, stream=stream)
            return count

        file.write = write


def install_tracer():
    global TRACER
    path, program = os.environ.pop("AIO_TRACE").split("|", 1)
    kernel = globals().get("KERNEL")
    if kernel is not None:
        start = kernel.start

        def now():
            return kernel.now - start
    else:
        start = time.monotonic()
        clock = time.monotonic

        def now():
            return clock() - start
    header = {"trace": 1, "program": program, "by": "CPython " + sys.version.split()[0],
              "python": "%d.%d" % sys.version_info[:2]}
    if kernel is not None:
        header.update(virtual=True)
    header["start"] = start
    TRACER = Tracer(path, header, now)
    TRACER.start = start
    leave = os._exit

    def _exit(status):
        TRACER.flush()
        leave(status)

    os._exit = _exit
    import atexit

    atexit.register(TRACER.flush)
    trace_output()
    late_import("asyncio", trace_asyncio)
    if LateFinder not in sys.meta_path:
        sys.meta_path.insert(0, LateFinder)


TRACER = TIMER = FUNCTOOLS = None
install_tracer()
