import linecache
import sys
import traceback


def runner_states():
    """The states of a Runner."""
    from enum import Enum
    return Enum("_State", {"CREATED": "created", "INITIALIZED": "initialized", "CLOSED": "closed"},
                module="asyncio.runners")


def _frames(task):
    """The frames of a task, outermost first: where it stands, or where it failed."""
    error = task._exception
    if error is not None:
        link = error.__traceback__
        while link is not None:
            yield link.tb_frame, link.tb_frame.f_lineno  # where it is by now
            link = link.tb_next
        return
    coro = task.get_coro()
    for name in ("cr_frame", "gi_frame", "ag_frame"):
        frame = getattr(coro, name, None)
        if frame is not None:
            break
    else:
        return
    stack = []
    while frame is not None:
        stack.append((frame, frame.f_lineno))
        frame = frame.f_back
    yield from reversed(stack)


def _bounded(task, limit):
    frames = list(_frames(task))
    if limit is not None and len(frames) > limit:
        frames = frames[:limit] if task._exception is not None else frames[len(frames) - limit:]
    return frames


def get_stack(task, *, limit=None):
    return [frame for frame, _ in _bounded(task, limit)]


def print_stack(task, *, limit=None, file=None):
    out = sys.stderr if file is None else file
    entries = []
    for frame, line in _bounded(task, limit):
        code = frame.f_code
        text = linecache.getline(code.co_filename, line, frame.f_globals)
        entries.append((code.co_filename, line, code.co_name, text))
    error = task._exception
    if not entries:
        print(f"No stack for {task!r}", file=out)
    else:
        what = "Stack" if error is None else "Traceback"
        print(f"{what} for {task!r} (most recent call last):", file=out)
    traceback.print_list(entries, file=out)
    if error is not None:
        for text in traceback.format_exception_only(type(error), error):
            print(text, file=out, end="")


def source_traceback(rows):
    return traceback.StackSummary.from_list(
        [traceback.FrameSummary(name, line, function, lookup_line=False, line=text)
         for name, line, function, text in rows])


def stack_text(summary):
    return "".join(traceback.format_list(summary)).rstrip()


class PipeEnd:
    """An end of the pipe by which signals and threads wake a loop."""

    def __init__(self, fd):
        self._fd = fd

    def fileno(self):
        return self._fd


def weak_set():
    from weakref import WeakSet
    return WeakSet()


def tasks_on(tasks, loop):
    """The tasks of other makes that are on a loop and not done."""
    found = []
    for task in list(tasks):
        get = getattr(task, "get_loop", None)
        if (task._loop if get is None else get()) is loop and not task.done():
            found.append(task)
    return found


def policy_local(loop, set_called):
    """What a policy knows of the current thread."""
    from types import SimpleNamespace
    return SimpleNamespace(_loop=loop, _set_called=set_called)


class OtherRunner:
    """What a Runner does with a loop of another make."""

    def __init__(self, loop, debug):
        import contextvars
        self.loop = loop
        self.context = contextvars.copy_context()
        self.closed = False
        if debug is not None:
            loop.set_debug(debug)

    def get_loop(self):
        if self.closed:
            raise RuntimeError("Runner is closed")
        return self.loop

    def run(self, coro, context):
        task = self.get_loop().create_task(coro, context=self.context if context is None else context)
        return self.loop.run_until_complete(task)

    def close(self):
        import asyncio
        if self.closed:
            return
        loop = self.loop
        try:
            tasks = asyncio.all_tasks(loop)
            for task in tasks:
                task.cancel()
            if tasks:
                loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(loop.shutdown_default_executor())
        finally:
            loop.close()
            self.closed = True
