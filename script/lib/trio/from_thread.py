"""trio.from_thread: back into the run, from a thread of its own."""
import contextvars
import threading

import _trio
import outcome

from ._calls import coroutine_of
from .lowlevel import reschedule, spawn_system_task

_local = threading.local()


class _Host:
    """The task that waits for a thread."""

    def __init__(self, token, task, abandon):
        self.token, self.task, self.abandon = token, task, abandon
        self.raise_cancel = None


class _Message:
    """A call that a thread has the run make."""

    def __init__(self, fn, args, is_async):
        self.fn, self.args, self.is_async = fn, args, is_async
        self.context = contextvars.copy_context()
        self.answer = None
        self.done = threading.Event()

    def tell(self, answer):
        self.answer = answer
        self.done.set()

    async def acall(self):
        return await coroutine_of(self.fn, *self.args)

    def call(self):
        result = self.fn(*self.args)
        if hasattr(result, "cr_frame"):
            result.close()
            raise TypeError(
                "Trio expected a synchronous function, but {!r} appears to be "
                "asynchronous".format(getattr(self.fn, "__qualname__", self.fn))
            )
        return result

    async def run(self):
        """Make the call in the task that waits for the thread."""
        if self.is_async:
            self.tell(await outcome.acapture(self.acall))
        else:
            self.tell(outcome.capture(self.context.run, self.call))

    def run_by_system(self):
        """Make the call without a task that waits for it."""
        if not self.is_async:
            self.tell(outcome.capture(self.context.run, self.call))
            return
        try:
            spawn_system_task(self.run, name=self.fn, context=self.context)
        except RuntimeError:
            self.tell(outcome.Error(_trio.RunFinishedError("system nursery is closed")))


def _send(fn, args, is_async, trio_token):
    message = _Message(fn, args, is_async)
    host = getattr(_local, "host", None)
    if trio_token is not None:
        if not hasattr(trio_token, "run_sync_soon"):
            raise RuntimeError("Passed kwarg trio_token is not of type TrioToken")
        if host is not None and host.token is not trio_token:
            host = None
    elif host is None:
        raise RuntimeError("this thread wasn't created by Trio, pass kwarg trio_token=...")
    else:
        trio_token = host.token
    if _trio.in_run():
        raise RuntimeError("this is a blocking function; call it from a thread")
    if host is None or host.abandon:
        trio_token.run_sync_soon(message.run_by_system)
    else:
        trio_token.run_sync_soon(lambda: reschedule(host.task, outcome.Value(message)))
    message.done.wait()
    return message.answer.unwrap()


def run(async_fn, *args, trio_token=None):
    return _send(async_fn, args, True, trio_token)


def run_sync(sync_fn, *args, trio_token=None):
    return _send(sync_fn, args, False, trio_token)


def check_cancelled():
    host = getattr(_local, "host", None)
    if host is None:
        raise RuntimeError("this thread wasn't created by Trio, can't check for cancellation")
    if host.raise_cancel is not None:
        run_sync(host.raise_cancel)
