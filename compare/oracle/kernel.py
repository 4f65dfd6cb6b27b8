"""Virtual time for a CPython program (3.8 to 3.13), installed before it starts.

Package compare joins kernel.py, locks.py, library.py and install.py, in this
order, writes them as one sitecustomize.py into a folder of its own and puts
that folder on PYTHONPATH. The interpreter imports it while it starts and then
runs the program as it always does, so __main__, sys.argv, sys.path and the
interpreter's way to die are its own.

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

Not virtual: blocking calls into the system (sockets, a terminal). While one of
them lasts no other thread runs and no time passes. Where a selector or a wait
for a child process may be ended from outside, the clock is in no hurry to jump.
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
# Real seconds that the world outside gets to speak before the clock jumps, and
# those it gets where there are child processes.
COURTESY = 0.05
CHILDREN_COURTESY = 1.0
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
real_waitpid = os.waitpid
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
        courtesy = CHILDREN_COURTESY if self.children else COURTESY
        while forever or spent < courtesy:
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
