"""Virtual time for a CPython program (3.8 to 3.13), installed before it starts.

Package compare writes this file as sitecustomize.py into a folder of its own
and puts that folder on PYTHONPATH. The interpreter imports it while it starts
and then runs the program as it always does, so __main__, sys.argv, sys.path
and the interpreter's way to die are its own.

The rules of this time, which a twin in another language has to keep:

* it starts at the epoch; every reading adds one microsecond first;
* one thread runs at a time, until it blocks. Threads that can go on do so in
  the order in which they became able to;
* when no thread can go on, the clock jumps to the earliest thing due: the end
  of a sleep or of a wait, a timer, an alarm or a scripted signal;
* a signal's handler runs on the main thread where that thread waits;
* a lock that is released is free for whoever comes first. A thread that
  waited for it and finds it taken again keeps its place;
* when nothing is due either, nothing can ever happen: exit status 77.

Not virtual: blocking calls into the system (sockets, child processes, a
terminal). While one of them lasts no other thread runs and no time passes.
A thread that spins without calling anything that could block is not preempted.
"""
import _thread
import heapq
import os
import signal
import sys
import time
from collections import deque

CREEP = 1e-6
DEADLOCK = 77
# Real seconds that the world outside gets to speak before the clock jumps.
COURTESY = 0.05
# A thread that only looks (at the clock, at a lock) this often lets others run.
PATIENCE = 1000

HERE = (lambda: 0).__code__.co_filename
NOT_DUE = float("inf")

real_allocate_lock = _thread.allocate_lock
real_start_new_thread = _thread.start_new_thread
real_start_joinable_thread = getattr(_thread, "start_joinable_thread", None)
real_sleep = time.sleep
real_kill = os.kill
real_read = os.read
real_pipe = os.pipe
real_setitimer = getattr(signal, "setitimer", None)
real_getitimer = getattr(signal, "getitimer", None)
real_set_wakeup_fd = signal.set_wakeup_fd
real_pthread_kill = getattr(signal, "pthread_kill", None)


class Strand:
    """A thread as the scheduler sees it."""

    def __init__(self, thread=None):
        self.thread = thread  # the threading.Thread, if there is one
        self.park = real_allocate_lock()  # held while another strand runs
        self.park.acquire()
        self.ready = False  # stands in the queue
        self.dead = False
        self.joiners = []
        self.looks = 0


class Wait:
    """One blocking call of a strand."""

    __slots__ = ("strand", "woken", "late", "probe", "outside", "over")

    def __init__(self, strand, probe, outside):
        self.strand = strand
        self.probe = probe  # tells whether what is waited for is there
        self.outside = outside  # tells whether it may come from another process
        self.woken = self.late = self.over = False


class Kernel:
    """The clock and the scheduler. Its state belongs to the running strand."""

    def __init__(self, epoch, signals):
        self.start = self.now = epoch
        self.main = self.current = Strand()
        self.main_ident = _thread.get_ident()
        self.queue = deque()
        self.due = []  # heap of (moment, number, Wait)
        self.count = 0
        self.probed = []  # Waits with a probe
        self.script = []  # heap of (moment, number, signal, is_alarm)
        for moment, signum in signals:
            self.push_signal(epoch + moment, signum, False)
        self.pending = deque()  # signals for the main strand
        self.handled = 0  # how many it has had
        self.alarm_interval = 0.0
        self.waiting = {}  # strand: its innermost Wait
        self.wakeup_fd = -1
        self.children = False
        self.inner_fds = set()

    # The clock.

    def read(self):
        self.now += CREEP
        self.look()
        return self.now

    def look(self):
        """Count a look of the running strand; after many, others may run."""
        me = self.current
        me.looks += 1
        if me.looks >= PATIENCE:
            me.looks = 0
            self.collect()
            if self.queue:
                self.give_way()

    def push_signal(self, moment, signum, is_alarm):
        self.count_up()
        heapq.heappush(self.script, (moment, self.count, signum, is_alarm))

    def count_up(self):
        self.count += 1

    # Scheduling.

    def make_ready(self, strand):
        """Put strand at the end of the queue, behind all that is due already."""
        self.collect()
        self.enqueue(strand)

    def enqueue(self, strand):
        if not strand.ready and strand is not self.current:
            strand.ready = True
            self.queue.append(strand)

    def wake(self, wait):
        """End a Wait: what it waits for may be there."""
        self.collect()
        wait.woken = True
        self.enqueue(wait.strand)

    def collect(self):
        """Queue the strands for which something is due or has arrived."""
        while self.script and self.script[0][0] <= self.now:
            moment, _, signum, is_alarm = heapq.heappop(self.script)
            if is_alarm and self.alarm_interval > 0:
                self.push_signal(moment + self.alarm_interval, signum, True)
            self.pending.append(signum)
        while self.due and (self.due[0][2].over or self.due[0][0] <= self.now):
            wait = heapq.heappop(self.due)[2]
            if not wait.over:
                wait.late = True
                self.enqueue(wait.strand)
        for wait in self.probed:
            if not wait.woken and not wait.strand.ready and wait.probe():
                wait.woken = True
                self.enqueue(wait.strand)
        if self.pending:
            self.enqueue(self.main)

    def choose(self):
        """The strand that runs next. Moves the clock when there is none."""
        me = self.current
        self.current = None  # so that it can be queued as well
        while True:
            self.collect()
            if self.queue:
                strand = self.queue.popleft()
                strand.ready = False
                self.current = strand
                strand.looks = 0
                return strand
            moment = min(
                self.due[0][0] if self.due else NOT_DUE,
                self.script[0][0] if self.script else NOT_DUE,
            )
            if any(wait.outside() for wait in self.probed):
                self.current = me  # a real signal's handler runs as somebody
                heard = self.listen(forever=moment == NOT_DUE)
                self.current = None
                if heard:
                    continue
            elif moment == NOT_DUE:
                self.current = me
                deadlock()
            self.now = max(self.now, moment)

    def listen(self, forever):
        """Wait for the world outside; report whether it has said anything."""
        step, spent = 0.002, 0.0
        while forever or spent < COURTESY:
            if any(wait.probe() for wait in self.probed):
                return True
            real_sleep(step)
            spent += step
        return False

    def switch(self):
        """Let others run until this strand is chosen again."""
        me = self.current
        strand = self.choose()
        if strand is me:
            return
        strand.park.release()
        trouble = None
        while True:
            try:
                me.park.acquire()
                break
            except BaseException as e:  # from the handler of a real signal
                trouble = e
                self.enqueue(me)
        if trouble is not None:
            raise trouble

    def give_way(self):
        """Go to the end of the queue."""
        me = self.current
        if not me.ready:
            me.ready = True
            self.queue.append(me)
        self.switch()
        self.deliver()

    def wait(self, deadline=None, probe=None, outside=bool, register=None, early=None):
        """Block until woken (True) or until the deadline (False).

        register is told the Wait, for others to wake it. early tells, after
        each signal, whether the wait is over for another reason.
        """
        me = self.current
        me.looks = 0
        wait = Wait(me, probe, outside)
        if deadline is not None:
            self.count_up()
            heapq.heappush(self.due, (deadline, self.count, wait))
        if probe is not None:
            self.probed.append(wait)
        if register is not None:
            register(wait)
        outer = self.waiting.get(me)
        self.waiting[me] = wait
        try:
            while True:
                self.deliver()
                if wait.woken or wait.late or (early is not None and early()):
                    return not wait.late or wait.woken
                self.switch()
        finally:
            wait.over = True
            if probe is not None:
                self.probed.remove(wait)
            if outer is None:
                del self.waiting[me]
            else:
                self.waiting[me] = outer

    def die(self):
        """End the running strand."""
        me = self.current
        me.dead = True
        for wait in me.joiners:
            self.wake(wait)
        self.choose().park.release()

    # Signals.

    def deliver(self):
        """Run the handlers of pending signals, if this is the main strand."""
        while self.pending and self.current is self.main:
            take_signal(self.pending.popleft())

    def alarm(self, seconds, interval):
        """Set the one real-time timer; return the old one's times."""
        left, old = 0.0, self.alarm_interval
        for entry in self.script:
            if entry[3]:
                left = max(entry[0] - self.now, CREEP)
        self.script = [entry for entry in self.script if not entry[3]]
        heapq.heapify(self.script)
        self.alarm_interval = interval if seconds > 0 else 0.0
        if seconds > 0:
            self.push_signal(self.now + seconds, signal.SIGALRM, True)
        return left, old if left else 0.0


def deadlock():
    """End the process: nothing can ever happen again."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            pass
    os.write(2, b"deadlock: nothing can ever happen again\n")
    os._exit(DEADLOCK)


def users_frame():
    """The innermost frame that is not of this file."""
    frame = sys._getframe(1)
    while frame is not None and frame.f_code.co_filename == HERE:
        frame = frame.f_back
    return frame


def take_signal(signum):
    """Do what the interpreter does with a signal, now and on this thread."""
    handler = signal.getsignal(signum)
    if not callable(handler):  # default, ignored, or not Python's
        real_kill(os.getpid(), signum)
        return
    KERNEL.handled += 1
    if KERNEL.wakeup_fd >= 0:
        try:
            os.write(KERNEL.wakeup_fd, bytes([signum]))
        except OSError:
            pass
    handler(int(signum), users_frame())


def send_signal(signum):
    """Let signum arrive at this process; anybody may call it."""
    handler = signal.getsignal(signum)
    if not callable(handler) or blocked(signum):
        real_kill(os.getpid(), signum)
        return
    KERNEL.pending.append(signum)
    if KERNEL.current is KERNEL.main:
        KERNEL.deliver()
    else:
        KERNEL.make_ready(KERNEL.main)


def blocked(signum):
    mask = getattr(signal, "pthread_sigmask", None)
    return mask is not None and signum in mask(signal.SIG_BLOCK, ())


class Lock:
    """_thread.lock in virtual time."""

    __slots__ = ("_taken", "_waits", "__weakref__")

    def __init__(self):
        self._taken = False
        self._waits = deque()

    def acquire(self, blocking=True, timeout=-1):
        check_timeout(blocking, timeout)
        if not self._taken:
            self._taken = True
            return True
        if not blocking or timeout == 0:
            KERNEL.look()
            if not self._taken:
                self._taken = True
                return True
            return False
        return self._wait(None if timeout == -1 else KERNEL.now + timeout)

    def _wait(self, deadline):
        place = []  # the Wait that stands in the queue of this lock
        try:
            while self._taken:
                if not KERNEL.wait(deadline, register=lambda w: self._stand(place, w)):
                    if self._taken:
                        return False
            self._taken = True
            return True
        finally:
            if place:
                self._waits.remove(place[0])
            if not self._taken:  # left with an error: the next one's turn
                self._call()

    def _stand(self, place, wait):
        if place:
            self._waits[self._waits.index(place[0])] = wait
            place[0] = wait
        else:
            place.append(wait)
            self._waits.append(wait)

    def _call(self):
        if self._waits:
            KERNEL.wake(self._waits[0])

    def release(self):
        if not self._taken:
            raise RuntimeError("release unlocked lock")
        self._taken = False
        self._call()

    def locked(self):
        KERNEL.look()
        return self._taken

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc):
        self.release()

    def _at_fork_reinit(self):
        self._taken = False
        self._waits.clear()

    acquire_lock, release_lock, locked_lock = acquire, release, locked

    def __repr__(self):
        state = "locked" if self._taken else "unlocked"
        return "<%s _thread.lock object at %#x>" % (state, id(self))


class RLock:
    """_thread.RLock in virtual time."""

    def __init__(self):
        self._lock = Lock()
        self._owner = None
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        check_timeout(blocking, timeout)
        me = KERNEL.current
        if self._owner is me:
            self._count += 1
            return True
        if not self._lock.acquire(blocking, timeout):
            return False
        self._owner, self._count = me, 1
        return True

    __enter__ = acquire

    def release(self):
        if self._owner is not KERNEL.current:
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        if not self._count:
            self._owner = None
            self._lock.release()

    def __exit__(self, *exc):
        self.release()

    def locked(self):
        return self._lock.locked()

    def _is_owned(self):
        return self._owner is KERNEL.current

    def _recursion_count(self):
        return self._count if self._is_owned() else 0

    def _release_save(self):
        if not self._count:
            raise RuntimeError("cannot release un-acquired lock")
        state = self._count, self._owner
        self._count, self._owner = 0, None
        self._lock.release()
        return state

    def _acquire_restore(self, state):
        self._lock.acquire()
        self._count, self._owner = state

    def _at_fork_reinit(self):
        self.__init__()

    def __repr__(self):
        state = "locked" if self._count else "unlocked"
        thread = getattr(self._owner, "thread", None)
        ident = getattr(thread, "ident", None) or (KERNEL.main_ident if self._owner else 0)
        return "<%s _thread.RLock object owner=%d count=%d at %#x>" % (
            state, ident, self._count, id(self))


for kind, name in ((Lock, "lock"), (RLock, "RLock")):
    kind.__name__ = kind.__qualname__ = name
    kind.__module__ = "_thread"


def check_timeout(blocking, timeout):
    if timeout == -1:
        return
    if not blocking:
        raise ValueError("can't specify a timeout for a non-blocking call")
    if timeout < 0:
        raise ValueError("timeout value must be a non-negative number")
    if timeout > _thread.TIMEOUT_MAX:
        raise OverflowError("timeout value is too large")


# What replaces the functions of the standard library.


def now():
    return KERNEL.read()


def now_ns():
    return int(KERNEL.read() * 1e9)


def sleep(seconds):
    try:
        far = not 0 <= seconds < 9e9
    except TypeError:
        far = True
    if far:
        return real_sleep(seconds)  # complains
    if seconds == 0:
        KERNEL.collect()
        return KERNEL.give_way()
    KERNEL.wait(KERNEL.now + seconds)


def begin(strand, function, args, kwargs):
    """What a new thread runs."""
    strand.park.acquire()
    try:
        function(*args, **kwargs)
    finally:
        KERNEL.die()


def new_strand(function):
    strand = Strand()
    if getattr(function, "__name__", "") == "_bootstrap":  # of a threading.Thread
        strand.thread = function.__self__
        STRANDS[id(strand.thread)] = strand
    return strand


def start_new_thread(function, args, kwargs={}):
    strand = new_strand(function)
    ident = real_start_new_thread(begin, (strand, function, args, kwargs))
    KERNEL.make_ready(strand)
    return ident


def start_joinable_thread(function, handle=None, daemon=True):
    strand = new_strand(function)
    handle = real_start_joinable_thread(
        lambda: begin(strand, function, (), {}), handle=handle, daemon=daemon)
    KERNEL.make_ready(strand)
    return handle


def patch_threading(threading):
    threading.Lock = Lock
    threading._allocate_lock = Lock
    threading._CRLock = RLock
    threading._time = now
    if hasattr(threading, "_start_new_thread"):
        threading._start_new_thread = start_new_thread
    if hasattr(threading, "_start_joinable_thread"):
        threading._start_joinable_thread = start_joinable_thread
    thread_class = threading.Thread
    main_thread = threading.main_thread()
    KERNEL.main.thread = main_thread
    STRANDS[id(main_thread)] = KERNEL.main
    real_join, real_is_alive = thread_class.join, thread_class.is_alive
    real_shutdown, real_excepthook = threading._shutdown, threading.excepthook

    def excepthook(args, /):
        strip(args.exc_value)
        real_excepthook(args)

    def join(self, timeout=None):
        strand = STRANDS.get(id(self))
        if strand is None or strand.thread is not self or strand is KERNEL.current:
            return real_join(self, timeout)  # not started, or itself: complains
        if not strand.dead:
            if timeout is not None and timeout <= 0:
                return KERNEL.look()
            deadline = None if timeout is None else KERNEL.now + timeout
            if not KERNEL.wait(deadline, register=strand.joiners.append):
                return None
        if strand is not KERNEL.main:
            real_join(self)  # it is on its way out, and waits for nobody

    def is_alive(self):
        strand = STRANDS.get(id(self))
        if strand is not None and strand.thread is self and strand is not KERNEL.main:
            if strand.dead:
                real_join(self)
            else:
                KERNEL.look()
        return real_is_alive(self)

    def shutdown():
        threading._SHUTTING_DOWN = True
        calls = getattr(threading, "_threading_atexits", None)
        while calls:
            calls.pop()()
        KERNEL.main.dead = True
        for wait in KERNEL.main.joiners:
            KERNEL.wake(wait)
        while True:
            others = [s.thread for s in list(STRANDS.values())
                      if not s.dead and s is not KERNEL.main and not s.thread.daemon]
            if not others:
                break
            for thread in others:
                join(thread)
        real_shutdown()

    join.__qualname__, is_alive.__qualname__ = "Thread.join", "Thread.is_alive"
    thread_class.join, thread_class.is_alive = join, is_alive
    threading._shutdown = shutdown
    threading.excepthook = excepthook
    if hasattr(threading, "__excepthook__"):
        threading.__excepthook__ = excepthook


def is_own_pipe(key):
    """Whether a selector's key is the pipe by which a loop wakes itself."""
    try:
        return key.data[0]._callback.__name__ == "_read_from_self"
    except Exception:
        return False


def select_with(probe, timeout, outside):
    """Wait for what probe returns, for at most timeout seconds."""
    KERNEL.collect()
    KERNEL.deliver()
    found = probe()
    if found:
        return found
    if timeout is not None and timeout <= 0:
        KERNEL.look()
        return found
    seen = []

    def there():
        if not seen:
            seen.extend(probe())
        return bool(seen)

    deadline = None if timeout is None else KERNEL.now + timeout
    # A handler's byte in the wake-up pipe ends the wait.
    KERNEL.wait(deadline, probe=there, outside=outside, early=there)
    return seen or found


def patch_selectors(selectors):
    for name in ("SelectSelector", "PollSelector", "EpollSelector",
                 "DevpollSelector", "KqueueSelector"):
        kind = getattr(selectors, name, None)
        if kind is not None:
            patch_selector(kind)


def patch_selector(kind):
    real_select = kind.select

    def select(self, timeout=None):
        def outside():
            return any(is_outside(key.fd) and not is_own_pipe(key)
                       for key in self.get_map().values())

        return select_with(lambda: real_select(self, 0), timeout, outside)

    select.__qualname__ = kind.__name__ + ".select"
    kind.select = select


def is_outside(fd):
    """Whether another process could be at the other end."""
    return KERNEL.children or fd not in KERNEL.inner_fds


def patch_select(module):
    real_select = module.select

    def select(rlist, wlist, xlist, timeout=None):
        def probe():
            found = real_select(rlist, wlist, xlist, 0)
            return list(found) if any(found) else []

        def outside():
            files = list(rlist) + list(wlist) + list(xlist)
            return any(is_outside(f if isinstance(f, int) else f.fileno()) for f in files)

        probe()  # complains about what cannot be waited for
        return tuple(select_with(probe, timeout, outside)) or ([], [], [])

    module.select = select


def patch_pipes(select_module):
    real_poll = getattr(select_module, "poll", None)

    def pipe():
        ends = real_pipe()
        KERNEL.inner_fds.update(ends)
        return ends

    def read(fd, n, /):
        if fd in KERNEL.inner_fds and os.get_blocking(fd):
            poll = real_poll()
            poll.register(fd, select_module.POLLIN)
            if not poll.poll(0):
                KERNEL.wait(probe=lambda: bool(poll.poll(0)), outside=lambda: KERNEL.children)
        return real_read(fd, n)

    if real_poll is not None:
        os.pipe, os.read = pipe, read


def patch_children():
    """Notice that there are other processes that may hold our pipes."""
    def noticing(function):
        def call(*args, **kwargs):
            KERNEL.children = True
            return function(*args, **kwargs)
        return call

    for name in ("fork", "posix_spawn", "posix_spawnp", "forkpty"):
        if hasattr(os, name):
            setattr(os, name, noticing(getattr(os, name)))
    try:
        import _posixsubprocess
    except ImportError:
        return
    _posixsubprocess.fork_exec = noticing(_posixsubprocess.fork_exec)


def patch_signal():
    real_raise = signal.raise_signal

    def kill(pid, signum, /):
        if pid == os.getpid() and signum:
            return send_signal(signal_number(signum, lambda: real_kill(pid, signum)))
        return real_kill(pid, signum)

    def raise_signal(signum, /):
        send_signal(signal_number(signum, lambda: real_raise(signum)))

    def pthread_kill(ident, signum, /):
        if ident == KERNEL.main_ident and signum:
            return send_signal(signum)
        return real_pthread_kill(ident, signum)

    def set_wakeup_fd(fd, *args, **kwargs):
        old = real_set_wakeup_fd(fd, *args, **kwargs)
        KERNEL.wakeup_fd = fd
        return old

    def alarm(seconds, /):
        left, _ = KERNEL.alarm(seconds, 0.0)
        return max(1, round(left)) if left else 0

    def setitimer(which, seconds, interval=0.0, /):
        if which != signal.ITIMER_REAL or seconds < 0 or interval < 0:
            return real_setitimer(which, seconds, interval)
        return KERNEL.alarm(seconds, interval)

    def getitimer(which, /):
        if which != signal.ITIMER_REAL:
            return real_getitimer(which)
        for entry in KERNEL.script:
            if entry[3]:
                return entry[0] - KERNEL.now, KERNEL.alarm_interval
        return 0.0, 0.0

    def pause():
        had = KERNEL.handled
        KERNEL.wait(early=lambda: KERNEL.handled > had)

    def interrupt_main(signum=signal.SIGINT, /):
        send_signal(signum)

    os.kill = kill
    signal.raise_signal = raise_signal
    signal.set_wakeup_fd = set_wakeup_fd
    _thread.interrupt_main = interrupt_main
    if real_pthread_kill is not None:
        signal.pthread_kill = pthread_kill
    if real_setitimer is not None:
        signal.alarm, signal.setitimer = alarm, setitimer
        signal.getitimer, signal.pause = getitimer, pause


def signal_number(signum, complain):
    """signum, or the complaint of the real function about it."""
    try:
        valid = 0 < int(signum) < signal.NSIG
    except (TypeError, ValueError):
        valid = False
    if not valid:
        complain()
    return signum


def patch_time():
    time.time = time.monotonic = time.perf_counter = now
    time.time_ns = time.monotonic_ns = time.perf_counter_ns = now_ns
    time.sleep = sleep
    for name in ("localtime", "gmtime", "ctime"):
        setattr(time, name, with_default_time(getattr(time, name)))
    real_asctime, real_strftime = time.asctime, time.strftime
    time.asctime = lambda *t: real_asctime(*(t or (time.localtime(),)))
    time.strftime = lambda format, *t: real_strftime(format, *(t or (time.localtime(),)))
    for name in ("asctime", "strftime"):
        getattr(time, name).__name__ = name


def with_default_time(function):
    def call(seconds=None):
        return function(now() if seconds is None else seconds)

    call.__name__ = call.__qualname__ = function.__name__
    return call


def patch_datetime():
    """now and utcnow read the system's clock from C; today asks the time module.

    The class is C's, so its methods are replaced in the dictionary behind the
    read-only view. Nobody has looked them up yet: no cache has to be told.
    """
    import datetime
    import gc

    def now_method(cls, tz=None):
        return cls.fromtimestamp(now(), tz)

    def utcnow(cls):
        if sys.version_info >= (3, 12):
            import warnings

            warnings.warn(
                "datetime.datetime.utcnow() is deprecated and scheduled for removal in "
                "a future version. Use timezone-aware objects to represent datetimes "
                "in UTC: datetime.datetime.now(datetime.UTC).",
                DeprecationWarning, stacklevel=2)
        return cls.fromtimestamp(now(), datetime.timezone.utc).replace(tzinfo=None)

    now_method.__name__ = "now"
    for names in gc.get_referents(datetime.datetime.__dict__):
        if isinstance(names, dict) and "utcnow" in names:
            names["now"] = classmethod(now_method)
            names["utcnow"] = classmethod(utcnow)


# Tracebacks: the frames of this file are not the program's.


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
        real_unraisablehook(unraisable)

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


def late_import(name, patch):
    """Patch a module when the program imports it, or now if it is there."""
    if name in sys.modules:
        patch(sys.modules[name])
    else:
        LATE[name] = patch


class LateFinder:
    """Finds the modules of LATE as they are, and patches them once loaded."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        patch = LATE.pop(name, None)
        if patch is None:
            return None
        for finder in sys.meta_path:
            if finder is LateFinder:
                continue
            spec = finder.find_spec(name, path, target)
            if spec is not None:
                break
        else:
            return None
        load = spec.loader.exec_module

        def exec_module(module):
            load(module)
            del spec.loader.exec_module
            patch(module)

        try:
            spec.loader.exec_module = exec_module
        except AttributeError:  # a class serves as the loader of frozen modules
            import importlib

            importlib.import_module(name)
            patch(sys.modules[name])
        if not LATE:
            sys.meta_path.remove(LateFinder)
        return spec


def patch_logging(logging):
    whole = isinstance(logging._startTime, int)
    logging._startTime = int(KERNEL.start * 1e9) if whole else KERNEL.start


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
    patch_signal()
    patch_children()
    _thread.allocate_lock = _thread.allocate = Lock
    _thread.RLock = RLock
    _thread.start_new_thread = _thread.start_new = start_new_thread
    if real_start_joinable_thread is not None:
        _thread.start_joinable_thread = start_joinable_thread
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
STRANDS = {}  # id of a threading.Thread: its Strand, which keeps it alive
LATE = {}
install()
