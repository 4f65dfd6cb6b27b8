"""Alarms and interval timers cut sleeps short for their handlers only."""
import signal
import time

start = time.monotonic()


def handler(number, frame):
    name = signal.Signals(number).name
    print(name, frame.f_code.co_name, round(time.monotonic() - start, 1))


def nap(seconds):
    time.sleep(seconds)
    print("slept", round(time.monotonic() - start, 1))


signal.signal(signal.SIGALRM, handler)
print(signal.setitimer(signal.ITIMER_REAL, 0.1, 0.2))
nap(0.6)
left, interval = signal.setitimer(signal.ITIMER_REAL, 0)
print(round(left, 1), interval)
print(signal.alarm(10), signal.alarm(0), signal.alarm(0))


class Late(Exception):
    pass


def give_up(number, frame):
    raise Late("the alarm")


signal.signal(signal.SIGALRM, give_up)
signal.setitimer(signal.ITIMER_REAL, 0.2)
try:
    nap(60)
except Late as late:
    print("late:", late, round(time.monotonic() - start, 1))
signal.signal(signal.SIGALRM, signal.SIG_DFL)
signal.setitimer(signal.ITIMER_REAL, 0.1)
print("dies of the next", flush=True)
nap(60)
