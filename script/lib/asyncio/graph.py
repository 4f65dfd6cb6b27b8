"""Who awaits whom, as Python 3.14 tells it."""

import dataclasses
import sys
import types

import _asyncio_sync as _sync
from asyncio import Future, Task, current_task
from asyncio.events import _get_running_loop

__all__ = ("capture_call_graph", "format_call_graph", "print_call_graph", "FrameCallGraphEntry", "FutureCallGraph")


@dataclasses.dataclass(frozen=True, slots=True)
class FrameCallGraphEntry:
    """One call: its frame."""

    frame: types.FrameType


@dataclasses.dataclass(frozen=True, slots=True)
class FutureCallGraph:
    """A future, the calls that wait in it, and the futures that wait for it."""

    future: Future
    call_stack: tuple[FrameCallGraphEntry, ...]
    awaited_by: tuple["FutureCallGraph", ...]


def _check(future):
    if not isinstance(future, Future):
        raise TypeError(f"{future!r} object does not appear to be compatible with asyncio.Future")


def _limited(calls, limit):
    if limit is None:
        return calls
    return calls[:limit] if limit > 0 else calls[limit:] if limit else []


def _waiting(future, limit):
    """The graph of a future that does not run now."""
    _check(future)
    calls = []
    coro = future.get_coro() if limit != 0 and isinstance(future, Task) else None
    while coro is not None:
        for frame, awaited in ("cr_frame", "cr_await"), ("ag_frame", "ag_await"):
            if hasattr(coro, awaited):
                if getattr(coro, frame) is not None:
                    calls.append(FrameCallGraphEntry(getattr(coro, frame)))
                coro = getattr(coro, awaited)
                break
        else:
            break
    calls.reverse()
    return FutureCallGraph(future, tuple(_limited(calls, limit)), _awaiting(future, limit))


def _awaiting(future, limit):
    return tuple(_waiting(other, limit) for other in _sync.awaited_by(future))


def capture_call_graph(future=None, /, *, depth=1, limit=None):
    """The graph of a future, or of the current task; None where there is no task.

    Of the current task the calls are those under way, depth of them left out.
    limit keeps so many calls of each stack: the first for a positive, the last for a negative one.
    """
    loop = _get_running_loop()
    running = None if loop is None else current_task(loop)
    if future is not None and future is not running:
        return _waiting(future, limit)
    if loop is None:
        raise RuntimeError("capture_call_graph() is called outside of a running event loop and no *future* to "
                           "introspect was provided")
    if running is None:
        return None
    _check(running)
    calls = []
    frame = sys._getframe(depth) if limit != 0 else None
    while frame is not None:
        calls.append(FrameCallGraphEntry(frame))
        below = frame.f_back
        if frame.f_generator is not None and below is not None and below.f_generator is None:
            # What the task itself runs; below is the loop.
            break
        frame = below
    return FutureCallGraph(running, tuple(_limited(calls, limit)), _awaiting(running, limit))


def _kind(generator):
    """What a generator is, and its code."""
    for kind, code in ("async", "cr_code"), ("async generator", "ag_code"), ("generator", "gi_code"):
        if hasattr(generator, code):
            return f"{kind} ", getattr(generator, code)
    raise TypeError(f"{generator!r} is no generator")


def _place(frame):
    kind, code = "", frame.f_code
    if frame.f_generator is not None:
        kind, code = _kind(frame.f_generator)
    return f"File {frame.f_code.co_filename!r}, line {frame.f_lineno}, in {kind}{code.co_qualname}()"


def _lines(graph, margin):
    future = graph.future
    if isinstance(future, Task):
        yield f"{margin}* Task(name={future.get_name()!r}, id={id(future):#x})"
    else:
        yield f"{margin}* Future(id={id(future):#x})"
    if graph.call_stack:
        yield f"{margin}  + Call stack:"
        for entry in graph.call_stack:
            yield f"{margin}  |   {_place(entry.frame)}"
    if graph.awaited_by:
        yield f"{margin}  + Awaited by:"
        for other in graph.awaited_by:
            yield from _lines(other, margin + "    ")


def format_call_graph(future=None, /, *, depth=1, limit=None):
    """The graph as a text."""
    graph = capture_call_graph(future, depth=depth + 1, limit=limit)
    return "" if graph is None else "\n".join(_lines(graph, ""))


def print_call_graph(future=None, /, *, file=None, depth=1, limit=None):
    """Print the graph, to sys.stdout by default."""
    print(format_call_graph(future, depth=depth + 1, limit=limit), file=file)
