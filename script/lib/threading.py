"""Threads and what they wait for each other with, on the locks of _thread."""

import sys
import _thread
from _thread import TIMEOUT_MAX, get_ident, get_native_id, stack_size
from _thread import _local as local
from collections import deque
from itertools import count
from time import monotonic

__all__ = [
    'get_ident', 'active_count', 'Condition', 'current_thread', 'enumerate',
    'main_thread', 'TIMEOUT_MAX', 'Event', 'Lock', 'RLock', 'Semaphore',
    'BoundedSemaphore', 'Thread', 'Barrier', 'BrokenBarrierError', 'Timer',
    'ThreadError', 'setprofile', 'settrace', 'local', 'stack_size',
    'excepthook', 'ExceptHookArgs', 'gettrace', 'getprofile',
    'setprofile_all_threads', 'settrace_all_threads', 'get_native_id',
]

ThreadError = _thread.error
Lock = _thread.lock

_hooks = {'trace': None, 'profile': None}


def settrace(func):
    """Set a trace function for new threads; none is ever called."""
    _hooks['trace'] = func


def gettrace():
    """The trace function for new threads."""
    return _hooks['trace']


def setprofile(func):
    """Set a profile function for new threads; none is ever called."""
    _hooks['profile'] = func


def getprofile():
    """The profile function for new threads."""
    return _hooks['profile']


settrace_all_threads = settrace
setprofile_all_threads = setprofile


def RLock(*args, **kwargs):
    """A lock that its owner may take again."""
    return _thread.RLock(*args, **kwargs)


def _shown(lock, state):
    """A lock's repr, which tells its state from 3.11 on."""
    if sys.version_info < (3, 11):
        return object.__repr__(lock)
    cls = type(lock)
    return f"<{cls.__module__}.{cls.__qualname__} at {id(lock):#x}: {state}>"


class Condition:
    """Threads wait here, with a lock given up, until another one notifies."""

    def __init__(self, lock=None):
        if lock is None:
            lock = RLock()
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release
        for name in ('_release_save', '_acquire_restore', '_is_owned'):
            if hasattr(lock, name):
                setattr(self, name, getattr(lock, name))
        self._waiters = deque()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._waiters)})>"

    def _release_save(self):
        self._lock.release()

    def _acquire_restore(self, saved):
        self._lock.acquire()

    def _is_owned(self):
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def _at_fork_reinit(self):
        self._lock._at_fork_reinit()
        self._waiters.clear()

    def wait(self, timeout=None):
        """Wait for a notification; False when timeout seconds passed before."""
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        gate = Lock()
        gate.acquire()
        self._waiters.append(gate)
        saved = self._release_save()
        passed = False
        try:
            if timeout is None:
                passed = gate.acquire()
            elif timeout > 0:
                passed = gate.acquire(True, timeout)
            else:
                passed = gate.acquire(False)
            return passed
        finally:
            self._acquire_restore(saved)
            if not passed:
                try:
                    self._waiters.remove(gate)
                except ValueError:
                    pass

    def wait_for(self, predicate, timeout=None):
        """Wait until predicate() is true; what it gave last comes back."""
        end = None
        left = timeout
        result = predicate()
        while not result:
            if left is not None:
                if end is None:
                    end = monotonic() + left
                else:
                    left = end - monotonic()
                    if left <= 0:
                        break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        """Let at most n waiting threads go on."""
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        waiters = self._waiters
        while waiters and n > 0:
            gate = waiters[0]
            try:
                gate.release()
            except RuntimeError:
                pass  # it has passed, and has not taken itself off yet
            else:
                n -= 1
            try:
                waiters.remove(gate)
            except ValueError:
                pass

    def notify_all(self):
        """Let all waiting threads go on."""
        self.notify(len(self._waiters))

    def notifyAll(self):
        """Old name of notify_all."""
        _deprecated('notifyAll() is deprecated, use notify_all() instead')
        self.notify_all()


class Semaphore:
    """A counter that acquire takes from, waiting while it is zero."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._cond = Condition(Lock())
        self._value = value

    def __repr__(self):
        return _shown(self, f"value={self._value}")

    def acquire(self, blocking=True, timeout=None):
        """Take one; False when that would wait, or waited for too long."""
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        end = None
        with self._cond:
            while self._value == 0:
                if not blocking:
                    return False
                if timeout is not None:
                    if end is None:
                        end = monotonic() + timeout
                    else:
                        timeout = end - monotonic()
                        if timeout <= 0:
                            return False
                self._cond.wait(timeout)
            self._value -= 1
            return True

    __enter__ = acquire

    def release(self, n=1):
        """Give n back."""
        if n < 1:
            raise ValueError('n must be one or more')
        with self._cond:
            self._value += n
            self._cond.notify(n)

    def __exit__(self, t, v, tb):
        self.release()

    def _at_fork_reinit(self):
        self._cond._at_fork_reinit()


class BoundedSemaphore(Semaphore):
    """A semaphore that no more can be given to than it began with."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        return _shown(self, f"value={self._value}/{self._initial_value}")

    def release(self, n=1):
        """Give n back."""
        if n < 1:
            raise ValueError('n must be one or more')
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError("Semaphore released too many times")
            self._value += n
            self._cond.notify(n)


class Event:
    """A flag that threads wait for."""

    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        return _shown(self, 'set' if self._flag else 'unset')

    def _at_fork_reinit(self):
        self._cond._at_fork_reinit()

    def is_set(self):
        """Whether the flag is set."""
        return self._flag

    def isSet(self):
        """Old name of is_set."""
        _deprecated('isSet() is deprecated, use is_set() instead')
        return self.is_set()

    def set(self):
        """Set the flag: who waits goes on."""
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        """Take the flag down."""
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        """Wait for the flag; False when timeout seconds passed before."""
        with self._cond:
            is_set = self._flag
            if not is_set:
                is_set = self._cond.wait(timeout)
            return is_set


class BrokenBarrierError(RuntimeError):
    """The barrier cannot be passed any more."""


_FILLING, _DRAINING, _RESETTING, _BROKEN = 0, 1, -1, -2


class Barrier:
    """So many threads wait for each other."""

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._cond = Condition(Lock())
        self._action = action
        self._timeout = timeout
        self._parties = parties
        self._state = _FILLING
        self._count = 0

    def __repr__(self):
        if self.broken:
            return _shown(self, "broken")
        return _shown(self, f"waiters={self.n_waiting}/{self.parties}")

    def wait(self, timeout=None):
        """Wait for the others; gives a number from 0 that no other one gets."""
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            while self._state in (_DRAINING, _RESETTING):
                self._cond.wait()  # the round before is not over yet
            if self._state == _BROKEN:
                raise BrokenBarrierError
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    self._let_go()
                else:
                    self._stand(timeout)
                return index
            finally:
                self._count -= 1
                if not self._count and self._state in (_DRAINING, _RESETTING):
                    self._state = _FILLING
                    self._cond.notify_all()

    def _let_go(self):
        try:
            if self._action:
                self._action()
            self._state = _DRAINING
            self._cond.notify_all()
        except:
            self._break()
            raise

    def _stand(self, timeout):
        if not self._cond.wait_for(lambda: self._state != _FILLING, timeout):
            self._break()
            raise BrokenBarrierError
        if self._state in (_RESETTING, _BROKEN):
            raise BrokenBarrierError

    def _break(self):
        self._state = _BROKEN
        self._cond.notify_all()

    def reset(self):
        """Begin anew; who waits gets BrokenBarrierError."""
        with self._cond:
            if self._count > 0:
                if self._state in (_FILLING, _BROKEN):
                    self._state = _RESETTING
            else:
                self._state = _FILLING
            self._cond.notify_all()

    def abort(self):
        """Break the barrier for good."""
        with self._cond:
            self._break()

    @property
    def parties(self):
        """How many threads it takes."""
        return self._parties

    @property
    def n_waiting(self):
        """How many threads wait."""
        return self._count if self._state == _FILLING else 0

    @property
    def broken(self):
        """Whether it cannot be passed any more."""
        return self._state == _BROKEN


_numbers = count(1)
_active = {}   # by ident
_limbo = {}    # threads that were told to start and do not run yet
_dangling = set()
_SHUTTING_DOWN = False


def _newname(template="Thread-%d"):
    return template % next(_numbers)


class Thread:
    """A thread of the program."""

    _initialized = False

    def __init__(self, group=None, target=None, name=None,
                 args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        if kwargs is None:
            kwargs = {}
        if name:
            name = str(name)
        else:
            name = _newname()
            if target is not None and sys.version_info >= (3, 10):
                try:
                    name += f" ({target.__name__})"
                except AttributeError:
                    pass
        self._target = target
        self._name = name
        self._args = args
        self._kwargs = kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = None
        self._native_id = None
        self._handle = None
        self._started = Event()
        self._initialized = True
        self._invoke_excepthook = _reporter()

    def __repr__(self):
        assert self._initialized, "Thread.__init__() was not called"
        status = "initial"
        if self._started.is_set():
            status = "started"
        if self._handle is not None and self._handle.is_done():
            status = "stopped"
        if self._daemonic:
            status += " daemon"
        if self._ident is not None:
            status += f" {self._ident}"
        return f"<{type(self).__name__}({self._name}, {status})>"

    def start(self):
        """Have the thread run; once only."""
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("threads can only be started once")
        if sys.is_finalizing():
            raise PythonFinalizationError("can't create new thread at interpreter shutdown")
        _limbo[self] = self
        try:
            self._handle = _thread._start(self._bootstrap_inner, self._name, self._daemonic, self)
        except BaseException:
            del _limbo[self]
            raise
        self._started.wait()

    def run(self):
        """What the thread does; a subclass may have its own."""
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def _bootstrap_inner(self):
        self._ident = get_ident()
        self._native_id = get_native_id()
        _active[self._ident] = self
        _limbo.pop(self, None)
        self._started.set()
        try:
            self.run()
        except BaseException:
            self._invoke_excepthook(self)
        finally:
            _active.pop(self._ident, None)

    def join(self, timeout=None):
        """Wait until the thread has ended, or for timeout seconds."""
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if not self._started.is_set():
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        self._handle.join(timeout)

    @property
    def name(self):
        """The thread's name."""
        assert self._initialized, "Thread.__init__() not called"
        return self._name

    @name.setter
    def name(self, name):
        assert self._initialized, "Thread.__init__() not called"
        self._name = str(name)
        if self is current_thread():
            _thread._rename(self._name)

    @property
    def ident(self):
        """get_ident() of the thread; None before it runs."""
        assert self._initialized, "Thread.__init__() not called"
        return self._ident

    @property
    def native_id(self):
        """get_native_id() of the thread; None before it runs."""
        assert self._initialized, "Thread.__init__() not called"
        return self._native_id

    def is_alive(self):
        """Whether the thread runs."""
        assert self._initialized, "Thread.__init__() not called"
        return self._started.is_set() and not self._handle.is_done()

    @property
    def daemon(self):
        """Whether the program's end does not wait for the thread."""
        assert self._initialized, "Thread.__init__() not called"
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def isDaemon(self):
        """Old way to read daemon."""
        _deprecated('isDaemon() is deprecated, get the daemon attribute instead')
        return self.daemon

    def setDaemon(self, daemonic):
        """Old way to set daemon."""
        _deprecated('setDaemon() is deprecated, set the daemon attribute instead')
        self.daemon = daemonic

    def getName(self):
        """Old way to read name."""
        _deprecated('getName() is deprecated, get the name attribute instead')
        return self.name

    def setName(self, name):
        """Old way to set name."""
        _deprecated('setName() is deprecated, set the name attribute instead')
        self.name = name


class Timer(Thread):
    """A thread that calls a function after interval seconds."""

    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        """Have it not call, if it still waits."""
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    def __init__(self):
        self._known("MainThread", False, _thread._main())

    def _known(self, name, daemon, handle):
        self._target, self._args, self._kwargs = None, (), {}
        self._name, self._daemonic, self._handle = name, daemon, handle
        self._ident, self._native_id = get_ident(), get_native_id()
        self._started = Event()
        self._started.set()
        self._initialized = True
        self._invoke_excepthook = _reporter()
        if handle is not None:
            self._ident = handle.ident
        _active[self._ident] = self


class _DummyThread(_MainThread):
    """A thread that was not started by this module."""

    def __init__(self):
        self._known(_newname("Dummy-%d"), True, None)

    def is_alive(self):
        return True

    def join(self, timeout=None):
        raise RuntimeError("cannot join a dummy thread")


class ExceptHookArgs(tuple):
    """What excepthook is told: exc_type, exc_value, exc_traceback and thread."""

    __module__ = '_thread'
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])

    def __repr__(self):
        return ("_thread.%s(exc_type=%r, exc_value=%r, exc_traceback=%r, thread=%r)"
                % (type(self).__name__, *self))


if sys.version_info >= (3, 10):
    ExceptHookArgs.__name__ = ExceptHookArgs.__qualname__ = '_ExceptHookArgs'


def excepthook(args, /):
    """Print what ended a thread, unless it is SystemExit."""
    if args.exc_type is SystemExit:
        return
    thread = args.thread
    name = thread._name if thread is not None else get_ident()
    import traceback
    text = f"Exception in thread {name}:\n"
    text += ''.join(traceback.format_exception(args.exc_type, args.exc_value, args.exc_traceback))
    if sys.stderr is not None:
        sys.stderr.write(text)
        sys.stderr.flush()


excepthook.__name__ = excepthook.__qualname__ = '_excepthook'
if sys.version_info >= (3, 10):
    __excepthook__ = excepthook


def _reporter():
    """The hook for a thread's error; the module may be gone when it is needed."""
    def invoke_excepthook(thread):
        kind, error, tb = sys.exc_info()
        args = ExceptHookArgs((kind, error, tb, thread))
        try:
            excepthook(args)
        except Exception as failure:
            failure.__suppress_context__ = True
            if sys.stderr is not None:
                print("Exception in threading.excepthook:", file=sys.stderr, flush=True)
            sys.excepthook(*sys.exc_info())
    return invoke_excepthook


def current_thread():
    """The thread that asks."""
    thread = _active.get(get_ident())
    return thread if thread is not None else _DummyThread()


def currentThread():
    """Old name of current_thread."""
    _deprecated('currentThread() is deprecated, use current_thread() instead')
    return current_thread()


def active_count():
    """How many threads there are."""
    return len(_active) + len(_limbo)


def activeCount():
    """Old name of active_count."""
    _deprecated('activeCount() is deprecated, use active_count() instead')
    return active_count()


def enumerate():
    """All threads there are."""
    return list(_active.values()) + list(_limbo.values())


def main_thread():
    """The thread that the program began in."""
    return _main_thread


def _deprecated(text):
    import warnings
    warnings.warn(text, DeprecationWarning, stacklevel=3)


_atexits = []


def _register_atexit(func, *arg, **kwargs):
    """Have func called before the end of the program waits for threads."""
    if _SHUTTING_DOWN:
        raise RuntimeError("can't register atexit after shutdown")
    _atexits.append((func, arg, kwargs))


def _shutdown():
    """What the interpreter calls when the main thread has ended."""
    global _SHUTTING_DOWN
    _SHUTTING_DOWN = True
    while _atexits:
        func, arg, kwargs = _atexits.pop()
        func(*arg, **kwargs)
    _main_thread._handle._set_done()
    while True:
        waited = False
        for thread in enumerate():
            if not thread._daemonic and thread is not _main_thread:
                thread._handle.join()
                waited = True
        if not waited:
            break


_main_thread = _MainThread()
