"""What replaces functions of the standard library."""
import _thread
import os
import signal
import sys
import time


def builtin(function, name=None):
    """Bind a function of the kernel to it.

    As a function of C, and unlike one of Python, the result is the same when it
    is a class's attribute, and asyncio's reprs name no file for it.
    """
    function.__name__ = function.__qualname__ = name or function.__name__
    return type(KERNEL.read)(function, KERNEL)


def sleep(kernel, seconds):
    try:
        far = not 0 <= seconds < 9e9
    except TypeError:
        far = True
    if far:
        return real_sleep(seconds)  # complains
    if seconds == 0:
        kernel.collect()
        return kernel.give_way()
    kernel.wait(kernel.now + seconds)


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


def start_new_thread(kernel, function, args, kwargs={}):
    strand = new_strand(function)
    ident = real_start_new_thread(begin, (strand, function, args, kwargs))
    kernel.make_ready(strand)
    return ident


def start_joinable_thread(kernel, function, handle=None, daemon=True):
    strand = new_strand(function)
    handle = real_start_joinable_thread(
        lambda: begin(strand, function, (), {}), handle=handle, daemon=daemon)
    kernel.make_ready(strand)
    return handle


def patch_threading(threading):
    threading.Lock = Lock
    threading._allocate_lock = Lock
    threading._CRLock = RLock
    threading._time = time.monotonic
    if hasattr(threading, "_start_new_thread"):
        threading._start_new_thread = _thread.start_new_thread
    if hasattr(threading, "_start_joinable_thread"):
        threading._start_joinable_thread = _thread.start_joinable_thread
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

    def select(kernel, rlist, wlist, xlist, timeout=None):
        def probe():
            found = real_select(rlist, wlist, xlist, 0)
            return list(found) if any(found) else []

        def outside():
            files = list(rlist) + list(wlist) + list(xlist)
            return any(is_outside(f if isinstance(f, int) else f.fileno()) for f in files)

        probe()  # complains about what cannot be waited for
        return tuple(select_with(probe, timeout, outside)) or ([], [], [])

    module.select = builtin(select)


def patch_pipes(select_module):
    real_poll = getattr(select_module, "poll", None)

    def pipe(kernel):
        ends = real_pipe()
        KERNEL.inner_fds.update(ends)
        return ends

    def read(kernel, fd, n, /):
        if fd in KERNEL.inner_fds and os.get_blocking(fd):
            poll = real_poll()
            poll.register(fd, select_module.POLLIN)
            if not poll.poll(0):
                KERNEL.wait(probe=lambda: bool(poll.poll(0)), outside=lambda: KERNEL.children)
        return real_read(fd, n)

    if real_poll is not None:
        os.pipe, os.read = builtin(pipe), builtin(read)


def patch_children():
    """Notice other processes, which may hold our pipes, and wait for them."""
    def noticing(function):
        def call(*args, **kwargs):
            KERNEL.children = True
            return function(*args, **kwargs)
        return call

    for name in ("fork", "posix_spawn", "posix_spawnp", "forkpty"):
        if hasattr(os, name):
            setattr(os, name, noticing(getattr(os, name)))
    def waitpid(kernel, pid, options, /):
        found = []

        def probe():
            if not found:
                try:
                    ended = real_waitpid(pid, options | os.WNOHANG)
                except OSError as e:  # for the one who waits, not for who probes
                    ended = e
                if isinstance(ended, OSError) or ended[0]:
                    found.append(ended)
            return bool(found)

        if options & os.WNOHANG:
            ended = real_waitpid(pid, options)
            if not ended[0]:
                real_sleep(0.01)  # who polls by the virtual clock polls fast
            return ended
        if not probe():
            kernel.wait(probe=probe, outside=lambda: True)
        if isinstance(found[0], OSError):
            raise found[0]
        return found[0]

    if hasattr(os, "WNOHANG"):
        os.waitpid = builtin(waitpid)
    try:
        import _posixsubprocess
    except ImportError:
        return
    _posixsubprocess.fork_exec = noticing(_posixsubprocess.fork_exec)


def patch_signal():
    real_raise = signal.raise_signal

    def kill(kernel, pid, signum, /):
        if pid == os.getpid() and signum:
            return send_signal(signal_number(signum, lambda: real_kill(pid, signum)))
        return real_kill(pid, signum)

    def raise_signal(kernel, signum, /):
        send_signal(signal_number(signum, lambda: real_raise(signum)))

    def pthread_kill(kernel, ident, signum, /):
        if ident == KERNEL.main_ident and signum:
            return send_signal(signum)
        return real_pthread_kill(ident, signum)

    def set_wakeup_fd(kernel, fd, *args, **kwargs):
        old = real_set_wakeup_fd(fd, *args, **kwargs)
        KERNEL.wakeup_fd = fd
        return old

    def alarm(kernel, seconds, /):
        left, _ = KERNEL.alarm(seconds, 0.0)
        return max(1, round(left)) if left else 0

    def setitimer(kernel, which, seconds, interval=0.0, /):
        if which != signal.ITIMER_REAL or seconds < 0 or interval < 0:
            return real_setitimer(which, seconds, interval)
        return KERNEL.alarm(seconds, interval)

    def getitimer(kernel, which, /):
        if which != signal.ITIMER_REAL:
            return real_getitimer(which)
        for entry in KERNEL.script:
            if entry[3]:
                return entry[0] - KERNEL.now, KERNEL.alarm_interval
        return 0.0, 0.0

    def pause(kernel):
        had = KERNEL.handled
        KERNEL.wait(early=lambda: KERNEL.handled > had)

    def interrupt_main(kernel, signum=signal.SIGINT, /):
        send_signal(signum)

    os.kill = builtin(kill)
    signal.raise_signal = builtin(raise_signal)
    signal.set_wakeup_fd = builtin(set_wakeup_fd)
    _thread.interrupt_main = builtin(interrupt_main)
    if real_pthread_kill is not None:
        signal.pthread_kill = builtin(pthread_kill)
    if real_setitimer is not None:
        signal.alarm, signal.setitimer = builtin(alarm), builtin(setitimer)
        signal.getitimer, signal.pause = builtin(getitimer), builtin(pause)


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
    for name in ("time", "monotonic", "perf_counter"):
        setattr(time, name, builtin(lambda kernel: kernel.read(), name))
        in_ns = name + "_ns"
        setattr(time, in_ns, builtin(lambda kernel: int(kernel.read() * 1e9), in_ns))
    time.sleep = builtin(sleep)
    for name in ("localtime", "gmtime", "ctime"):
        setattr(time, name, with_default_time(getattr(time, name), name))
    real_asctime, real_strftime = time.asctime, time.strftime

    def asctime(kernel, *parts):
        return real_asctime(*(parts or (time.localtime(),)))

    def strftime(kernel, form, *parts):
        return real_strftime(form, *(parts or (time.localtime(),)))

    time.asctime, time.strftime = builtin(asctime), builtin(strftime)


def with_default_time(function, name):
    def call(kernel, seconds=None):
        return function(kernel.read() if seconds is None else seconds)

    return builtin(call, name)


def patch_datetime():
    """now and utcnow read the system's clock from C; today asks the time module.

    The class is C's, so its methods are replaced in the dictionary behind the
    read-only view. Nobody has looked them up yet: no cache has to be told.
    """
    import datetime
    import gc

    def now_method(cls, tz=None):
        return cls.fromtimestamp(KERNEL.read(), tz)

    def utcnow(cls):
        if sys.version_info >= (3, 12):
            import warnings

            warnings.warn(
                "datetime.datetime.utcnow() is deprecated and scheduled for removal in "
                "a future version. Use timezone-aware objects to represent datetimes "
                "in UTC: datetime.datetime.now(datetime.UTC).",
                DeprecationWarning, stacklevel=2)
        return cls.fromtimestamp(KERNEL.read(), datetime.timezone.utc).replace(tzinfo=None)

    now_method.__name__ = "now"
    for names in gc.get_referents(datetime.datetime.__dict__):
        if isinstance(names, dict) and "utcnow" in names:
            names["now"] = classmethod(now_method)
            names["utcnow"] = classmethod(utcnow)
