"""A selector event loop for CPython whose time is made up.

Rules of this time, which a twin in another language has to keep:

* it starts at 1_000_000.0 seconds;
* every reading of loop.time() first adds one microsecond;
* a select that finds no event moves it forward by its timeout;
* loop._clock_resolution is 1e-9.

A select without timeout waits for real, because only a thread or a signal can
end it. After PATIENCE seconds the loop gives up with Forsaken.
"""
import asyncio
import os
import selectors
import signal
import threading

START = 1_000_000.0
CREEP = 1e-6
PATIENCE = 5.0
# Real seconds that other threads get to speak before the clock jumps.
COURTESY = 0.05


class Forsaken(Exception):
    """The loop waits for something that never comes."""


class Clock:
    """The made-up time, and the signals that fall due in it."""

    def __init__(self):
        self.now = START
        self.signals = []  # (moment, signal number), in order of moment
        self.when_idle = lambda: None  # called before a wait without timeout

    def read(self):
        self.now += CREEP
        return self.now

    def signal_at(self, seconds, signum):
        """Let signum arrive when a select passes that many seconds from now."""
        self.signals.append((self.now + seconds, signum))
        self.signals.sort()

    def signal_until(self, limit):
        """Move to the next signal due before limit (None: any) and raise it."""
        if not self.signals or (limit is not None and self.signals[0][0] > limit):
            return False
        moment, signum = self.signals.pop(0)
        self.now = max(self.now, moment)
        raise_here(signum)
        return True


def raise_here(signum):
    """Send signum to this thread and stay until its Python handler has run."""
    signal.raise_signal(signum)
    for _ in range(100):  # the interpreter looks for signals at jumps back
        os.getpid()


class JumpSelector(selectors.DefaultSelector):
    """Waits by moving the clock."""

    def __init__(self, clock):
        super().__init__()
        self.clock = clock

    def select(self, timeout=None):
        events = super().select(0)
        if events:
            return events
        if timeout is None:
            return self._wait_for_real()
        if timeout <= 0:
            return events
        if threading.active_count() > 1:
            events = super().select(COURTESY)
            if events:
                return events
        limit = self.clock.now + timeout
        while self.clock.signal_until(limit):
            events = super().select(0)
            if events:
                return events
        self.clock.now = limit
        return []

    def _wait_for_real(self):
        self.clock.when_idle()
        events = super().select(COURTESY * 4 if self.clock.signals else PATIENCE)
        while not events and self.clock.signal_until(None):
            events = super().select(0)
        if not events:
            raise Forsaken
        return events


class VirtualLoop(asyncio.SelectorEventLoop):
    """An event loop on a JumpSelector that counts its ticks."""

    def __init__(self, clock=None):
        self.clock = clock or Clock()
        self.ticks = 0
        super().__init__(JumpSelector(self.clock))
        self._clock_resolution = 1e-9

    def time(self):
        return self.clock.read()

    def _run_once(self):
        self.ticks += 1
        super()._run_once()
