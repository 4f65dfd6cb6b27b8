"""Hides the oracle's frames, patches modules and begins."""
import _thread
import os
import sys


def strip(error, seen=None):
    """Take this file's frames out of an exception's tracebacks, in place."""
    seen = set() if seen is None else seen
    if error is None or id(error) in seen:
        return
    seen.add(id(error))
    error.__traceback__ = without_own(error.__traceback__)
    strip(error.__cause__, seen)
    strip(error.__context__, seen)
    for inner in getattr(error, "exceptions", None) or ():
        if isinstance(inner, BaseException):
            strip(inner, seen)


def without_own(tb):
    while tb is not None and own(tb.tb_frame):
        tb = tb.tb_next
    at = tb
    while at is not None:
        after = at.tb_next
        while after is not None and own(after.tb_frame):
            after = after.tb_next
        if after is not at.tb_next:
            at.tb_next = after
        at = at.tb_next
    return tb


def own(frame):
    return frame.f_code.co_filename == HERE


def patch_hooks():
    real_excepthook, real_unraisablehook = sys.__excepthook__, sys.__unraisablehook__

    def excepthook(kind, error, tb):
        strip(error)
        real_excepthook(kind, error, without_own(tb))

    def unraisablehook(unraisable):
        strip(unraisable.exc_value)
        real_unraisablehook(type(unraisable)((
            unraisable.exc_type, unraisable.exc_value, without_own(unraisable.exc_traceback),
            unraisable.err_msg, unraisable.object)))

    sys.excepthook = sys.__excepthook__ = excepthook
    sys.unraisablehook = sys.__unraisablehook__ = unraisablehook


def patch_traceback(traceback):
    def hiding(walk):
        def walked(*args, **kwargs):
            return (entry for entry in walk(*args, **kwargs) if not own(entry[0]))

        walked.__name__ = walked.__qualname__ = walk.__name__
        return walked

    for name in ("walk_tb", "walk_stack"):
        setattr(traceback, name, hiding(getattr(traceback, name)))
    positions = getattr(traceback, "_walk_tb_with_full_positions", None)
    if positions is not None:
        traceback._walk_tb_with_full_positions = hiding(positions)


def patch_logging(logging):
    """A log record's time is no reading of the program's."""
    KERNEL.now = max(KERNEL.start, KERNEL.now - CREEP)  # nor is the module's own
    whole = isinstance(logging._startTime, int)
    logging._startTime = int(KERNEL.start * 1e9) if whole else KERNEL.start
    time = logging.time

    class TimeOfRecords(type(time)):
        def __getattribute__(self, name):
            found = getattr(time, name)
            if found is CLOCKS.get(name):  # else the program has put its own there
                return lambda: int(KERNEL.now * 1e9) if name == "time_ns" else KERNEL.now
            return found

    logging.time = TimeOfRecords("time")


def patch_queue(queue):
    queue.SimpleQueue = queue._PySimpleQueue


def patch_functools(functools):
    if hasattr(functools, "RLock"):
        functools.RLock = RLock


def run_real_sitecustomize():
    """Run the machine's own sitecustomize, whose place this file took."""
    from importlib.machinery import PathFinder

    spec = PathFinder.find_spec("sitecustomize", sys.path)
    if spec is not None and spec.loader is not None:
        code = spec.loader.get_code("sitecustomize")
        exec(code, {"__name__": "sitecustomize", "__file__": spec.origin})


def settings():
    """What package compare has left in the environment, which is made clean."""
    epoch, seed, signals, python_path = os.environ.pop("AIO_ORACLE").split("|", 3)
    if python_path:
        os.environ["PYTHONPATH"] = python_path[1:]
    else:
        os.environ.pop("PYTHONPATH", None)
    folder = os.path.dirname(os.path.abspath(HERE))
    sys.path[:] = [p for p in sys.path if os.path.abspath(p) != folder]
    script = []
    for item in signals.split(","):
        if item:
            number, _, moment = item.partition("@")
            script.append((float(moment), int(number)))
    return float(epoch), seed, script


def install():
    global KERNEL
    epoch, seed, script = settings()
    run_real_sitecustomize()
    KERNEL = Kernel(epoch, script)
    patch_time()
    CLOCKS.update((name, getattr(time, name)) for name in ("time", "time_ns"))
    patch_signal()
    patch_children()
    _thread.allocate_lock = _thread.allocate = Lock
    _thread.RLock = RLock
    _thread.start_new_thread = _thread.start_new = builtin(start_new_thread)
    if real_start_joinable_thread is not None:
        _thread.start_joinable_thread = builtin(start_joinable_thread)
    import select

    patch_select(select)
    patch_pipes(select)
    late_import("threading", patch_threading)
    late_import("selectors", patch_selectors)
    late_import("queue", patch_queue)
    late_import("logging", patch_logging)
    late_import("functools", patch_functools)
    late_import("traceback", patch_traceback)
    patch_datetime()
    patch_hooks()
    sys.meta_path.insert(0, LateFinder)
    if seed:
        import random

        random.seed(int(seed))
    KERNEL.now = epoch


KERNEL = None
CLOCKS = {}  # what a log record would read
STRANDS = {}  # id of a threading.Thread: its Strand, which keeps it alive
install()
