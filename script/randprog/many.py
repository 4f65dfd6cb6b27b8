"""Runs many programs, one after another.

usage: many.py BUNDLE RESULTS

BUNDLE is a JSON list of texts, RESULTS becomes one of [output, last line of
standard error, status]. A program has __main__ to itself and virtual time from
the epoch on. What asyncio keeps in sets, ordered by addresses, stands in the
order of its creation. They run in a child of this process, to be followed by
another where a program ends the process.
"""
import asyncio
import ctypes
import gc
import itertools
import json
import posix
import resource
import signal
import sys
import tempfile
import types
import warnings
import weakref

import concurrent.futures.thread as pool
import contextvars
import re  # once for all programs

PLACE_OF_HASH = 120  # of tp_hash in a type object, with 8 bytes for a pointer
HASH = ctypes.CFUNCTYPE(ctypes.c_ssize_t, ctypes.c_void_p)


async def some_async_generator():
    yield


async def some_coroutine():
    pass


def order_by_creation():
    """Give futures one hash: a small set of them keeps the order of insertion."""
    same = HASH(lambda address: 1)
    coro = some_coroutine()
    coro.close()
    for kind in (asyncio.Future, asyncio.Task, type(some_async_generator()), type(coro)):
        place = ctypes.c_void_p.from_address(id(kind) + PLACE_OF_HASH)
        place.value = ctypes.cast(same, ctypes.c_void_p).value
    return same


def number_tasks():
    """Have all_tasks() give the tasks in the order of their creation: among so
    many, one hash does not."""
    count = itertools.count()

    def numbering(add):
        def numbered_add(task):
            add(task)
            if not hasattr(task, "made_as"):
                task.made_as = next(count)
        return numbered_add

    for name in ("_all_tasks", "_scheduled_tasks"):
        registry = getattr(asyncio.tasks, name, None)
        if registry is not None:
            registry.add = numbering(registry.add)
    real = asyncio.tasks.all_tasks

    def all_tasks(loop=None):
        return sorted(real(loop), key=lambda task: getattr(task, "made_as", 1 << 60))

    asyncio.tasks.all_tasks = asyncio.all_tasks = all_tasks


class InOrder:
    """A WeakSet that goes over its items in the order they came."""

    def __init__(self):
        self.items = weakref.WeakKeyDictionary()
        self.discard = lambda item: self.items.pop(item, None)
        self.clear = self.items.clear

    def add(self, item):
        self.items[item] = None

    def __iter__(self):
        return iter(list(self.items))

    def __len__(self):
        return len(self.items)


def order_generators():
    """Have loops close what is left of their async generators in that order."""
    names = types.ModuleType("weakref")
    names.__dict__.update(weakref.__dict__, WeakSet=InOrder)
    asyncio.base_events.weakref = names


def run_all(programs):
    results = []
    while len(results) < len(programs):
        out, err, notes = (tempfile.TemporaryFile() for _ in range(3))
        pid = posix.fork()
        if pid == 0:
            posix.dup2(out.fileno(), 1)
            posix.dup2(err.fileno(), 2)
            resource.setrlimit(resource.RLIMIT_CPU, (100, 100))
            for text in programs[len(results):]:
                status = run_as_main(text)
                note = [out.seek(0, 1), err.seek(0, 1), status]
                posix.write(notes.fileno(), (json.dumps(note) + "\n").encode())
            posix._exit(0)
        status = posix.waitpid(pid, 0)[1]
        for file in (out, err, notes):
            file.seek(0)
        ends = [json.loads(line) for line in notes.read().decode().splitlines()]
        if status:
            ends.append([None, None, -(status & 127) if status & 127 else status >> 8])
        out, err = out.read(), err.read()
        at, err_at = 0, 0
        for end, err_end, code in ends:
            texts = [out[at:end].decode("utf-8", "replace"), err[err_at:err_end].decode("utf-8", "replace")]
            results.append([texts[0], (texts[1].rstrip("\n").splitlines() or [""])[-1], code])
            at, err_at = end, err_end
    return results


def run_as_main(text):
    """Run a program to its end, and give the status."""
    kernel = sys.modules["sitecustomize"].KERNEL
    kernel.now = kernel.start
    sys.argv[:] = ["random.py", str(tasks_before())]
    own = sys.modules["__main__"]
    main = sys.modules["__main__"] = types.ModuleType("__main__")
    status = 0
    try:
        contextvars.Context().run(exec, compile(text, "random.py", "exec"), main.__dict__)
    except SystemExit as e:
        status = e.code if isinstance(e.code, int) else int(e.code is not None)
    except KeyboardInterrupt:
        status = 130
        sys.excepthook(*sys.exc_info())
    except BaseException:
        status = 1
        sys.excepthook(*sys.exc_info())
    del main
    sys.modules["__main__"] = own
    pool._python_exit()
    pool._shutdown = False
    asyncio.set_event_loop_policy(None)
    gc.collect()
    sys.stdout.flush()
    sys.stderr.flush()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
    warnings.showwarning = SHOW_WARNING
    return status


def tasks_before():
    """How many tasks this process has numbered."""
    loop = asyncio.new_event_loop()
    task = loop.create_task(some_coroutine())
    loop.run_until_complete(task)
    loop.close()
    return int(task.get_name().split("-")[1])


KEEP = order_by_creation()
number_tasks()
order_generators()
SHOW_WARNING = warnings.showwarning
with open(sys.argv[1], encoding="utf-8") as f:
    PROGRAMS = json.load(f)
gc.freeze()
RESULTS = run_all(PROGRAMS)
with open(sys.argv[2], "w", encoding="utf-8") as f:
    json.dump(RESULTS, f)
