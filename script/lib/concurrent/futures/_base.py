"""Future, Executor, and waiting for several futures."""

import sys
import threading
import time
import types
from collections import namedtuple
from contextlib import ExitStack

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'

PENDING = 'PENDING'
RUNNING = 'RUNNING'
CANCELLED = 'CANCELLED'
# Cancelled, and who would have run it has taken notice.
CANCELLED_AND_NOTIFIED = 'CANCELLED_AND_NOTIFIED'
FINISHED = 'FINISHED'

_WORDS = {
    PENDING: 'pending', RUNNING: 'running', CANCELLED: 'cancelled',
    CANCELLED_AND_NOTIFIED: 'cancelled', FINISHED: 'finished',
}
_CANCELS = (CANCELLED, CANCELLED_AND_NOTIFIED)
_OVER = (CANCELLED_AND_NOTIFIED, FINISHED)



def _log():
    """The logger; most programs never need it."""
    import logging
    return logging.getLogger("concurrent.futures")


class Error(Exception):
    """What goes wrong with futures."""


if sys.version_info >= (3, 11):
    TimeoutError = TimeoutError
else:
    class TimeoutError(Error):
        """A wait took longer than it was given."""


class CancelledError(Error):
    """The future was cancelled."""


class InvalidStateError(Error):
    """The future's state does not allow this."""


class BrokenExecutor(RuntimeError):
    """The executor can run nothing any more."""


class Future:
    """The outcome of a job, which may be still to come."""

    def __init__(self):
        self._condition = threading.Condition()
        self._state = PENDING
        self._result = None
        self._exception = None
        self._waiters = []
        self._done_callbacks = []

    def __repr__(self):
        with self._condition:
            text = f'<{type(self).__name__} at {id(self):#x} state={_WORDS[self._state]}'
            if self._state == FINISHED:
                if self._exception:
                    text += f' raised {type(self._exception).__name__}'
                else:
                    text += f' returned {type(self._result).__name__}'
            return text + '>'

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            try:
                callback(self)
            except Exception:
                _log().exception('exception calling callback for %r', self)

    def cancel(self):
        """Cancel the job unless it runs or has run; tell whether it is cancelled."""
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state in _CANCELS:
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._invoke_callbacks()
        return True

    def cancelled(self):
        """Whether the job was cancelled."""
        with self._condition:
            return self._state in _CANCELS

    def running(self):
        """Whether the job runs."""
        with self._condition:
            return self._state == RUNNING

    def done(self):
        """Whether the job was cancelled or has run."""
        with self._condition:
            return self._state in _CANCELS or self._state == FINISHED

    def add_done_callback(self, fn):
        """Have fn called with the future once it is done, or now if it is."""
        with self._condition:
            if self._state not in _CANCELS and self._state != FINISHED:
                self._done_callbacks.append(fn)
                return
        try:
            fn(self)
        except Exception:
            _log().exception('exception calling callback for %r', self)

    def _await(self, timeout):
        """Wait, with the condition held, until the future is done."""
        for look in range(2):
            if self._state in _CANCELS:
                raise CancelledError()
            if self._state == FINISHED:
                return
            if look == 0:
                self._condition.wait(timeout)
        raise TimeoutError()

    def result(self, timeout=None):
        """What the job returned or raised; wait for it at most timeout seconds."""
        try:
            with self._condition:
                self._await(timeout)
                if self._exception:
                    raise self._exception
                return self._result
        finally:
            self = None  # the exception's traceback would keep the future

    def exception(self, timeout=None):
        """What the job raised, or None; wait as result does."""
        with self._condition:
            self._await(timeout)
            return self._exception

    def set_running_or_notify_cancel(self):
        """For executors: begin the job, unless it was cancelled (False)."""
        with self._condition:
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                for waiter in self._waiters:
                    waiter.add_cancelled(self)
                return False
            if self._state == PENDING:
                self._state = RUNNING
                return True
            _log().critical('Future %s in unexpected state: %s', id(self), self._state)
            raise RuntimeError('Future in unexpected state')

    def set_result(self, result):
        """For executors: the job has returned."""
        self._finish(result, None)

    def set_exception(self, exception):
        """For executors: the job has raised."""
        self._finish(None, exception)

    def _finish(self, result, exception):
        with self._condition:
            if self._state in _CANCELS or self._state == FINISHED:
                raise InvalidStateError(f'{self._state}: {self!r}')
            self._result, self._exception = result, exception
            self._state = FINISHED
            for waiter in self._waiters:
                if exception is None:
                    waiter.add_result(self)
                else:
                    waiter.add_exception(self)
            self._condition.notify_all()
        self._invoke_callbacks()

    __class_getitem__ = classmethod(types.GenericAlias)


class _Waiter:
    """Told of each future of a set that ends."""

    def __init__(self):
        self.event = threading.Event()
        self.finished_futures = []

    def add_result(self, future):
        self.finished_futures.append(future)

    add_exception = add_cancelled = add_result


class _StreamWaiter(_Waiter):
    """Wakes at each future; taking what it has collected begins anew."""

    def __init__(self):
        super().__init__()
        self.lock = threading.Lock()

    def add_result(self, future):
        with self.lock:
            super().add_result(future)
            self.event.set()

    add_exception = add_cancelled = add_result


class _FirstWaiter(_Waiter):
    """Wakes at the first future."""

    def add_result(self, future):
        super().add_result(future)
        self.event.set()

    add_exception = add_cancelled = add_result


class _AllWaiter(_Waiter):
    """Wakes when so many have ended, or at the first exception if that counts."""

    def __init__(self, pending, stop_on_exception):
        super().__init__()
        self.pending = pending
        self.stop_on_exception = stop_on_exception
        self.lock = threading.Lock()

    def _one_less(self):
        with self.lock:
            self.pending -= 1
            if not self.pending:
                self.event.set()

    def add_result(self, future):
        super().add_result(future)
        self._one_less()

    add_cancelled = add_result

    def add_exception(self, future):
        super().add_result(future)
        if self.stop_on_exception:
            self.event.set()
        else:
            self._one_less()


def _lock_all(futures):
    """Hold the conditions of all futures, taken in one order by everybody."""
    stack = ExitStack()
    for future in sorted(futures, key=id):
        stack.enter_context(future._condition)
    return stack


def _forget(waiter, futures):
    for future in futures:
        with future._condition:
            future._waiters.remove(waiter)


def as_completed(fs, timeout=None):
    """Yield the futures as they are done; those that are come first."""
    end = None if timeout is None else time.monotonic() + timeout
    fs = set(fs)
    total = len(fs)
    with _lock_all(fs):
        done = {f for f in fs if f._state in _OVER}
        pending = fs - done
        waiter = _StreamWaiter()
        for future in fs:
            future._waiters.append(waiter)
    now = list(done)
    seen = fs
    try:
        while True:
            while now:
                future = now.pop()
                seen.remove(future)
                with future._condition:
                    future._waiters.remove(waiter)
                pending.discard(future)
                yield future
                del future
            if not pending:
                return
            left = None
            if end is not None:
                left = end - time.monotonic()
                if left < 0:
                    raise TimeoutError(f'{len(pending)} (of {total}) futures unfinished')
            waiter.event.wait(left)
            with waiter.lock:
                now = waiter.finished_futures
                waiter.finished_futures = []
                waiter.event.clear()
            now.reverse()
    finally:
        _forget(waiter, seen)


DoneAndNotDoneFutures = namedtuple('DoneAndNotDoneFutures', 'done not_done')


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Wait for futures; give those that are done and those that are not."""
    fs = set(fs)
    with _lock_all(fs):
        done = {f for f in fs if f._state in _OVER}
        not_done = fs - done
        if return_when == FIRST_COMPLETED and done:
            return DoneAndNotDoneFutures(done, not_done)
        if return_when == FIRST_EXCEPTION and any(
                f for f in done if f._state == FINISHED and f._exception is not None):
            return DoneAndNotDoneFutures(done, not_done)
        if not not_done:
            return DoneAndNotDoneFutures(done, not_done)
        if return_when == FIRST_COMPLETED:
            waiter = _FirstWaiter()
        elif return_when == FIRST_EXCEPTION:
            waiter = _AllWaiter(len(not_done), stop_on_exception=True)
        elif return_when == ALL_COMPLETED:
            waiter = _AllWaiter(len(not_done), stop_on_exception=False)
        else:
            raise ValueError("Invalid return condition: %r" % return_when)
        for future in not_done:
            future._waiters.append(waiter)
    waiter.event.wait(timeout)
    _forget(waiter, not_done)
    done.update(waiter.finished_futures)
    return DoneAndNotDoneFutures(done, fs - done)


class Executor:
    """Runs jobs; a subclass says how."""

    def submit(self, fn, /, *args, **kwargs):
        """Have fn(*args, **kwargs) run; give the future of it."""
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """Run fn on items of the iterables; yield the results in order."""
        end = None if timeout is None else time.monotonic() + timeout
        fs = [self.submit(fn, *args) for args in zip(*iterables)]

        def result_iterator():
            try:
                fs.reverse()
                while fs:
                    if end is None:
                        yield _take(fs.pop())
                    else:
                        yield _take(fs.pop(), end - time.monotonic())
            finally:
                for future in fs:
                    future.cancel()

        return result_iterator()

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Take no more jobs; with wait, return when all have run."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


def _take(future, timeout=None):
    try:
        try:
            return future.result(timeout)
        finally:
            future.cancel()
    finally:
        del future
