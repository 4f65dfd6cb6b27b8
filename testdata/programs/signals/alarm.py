import signal
import time


class Late(Exception):
    pass


def on_alarm(number, frame):
    raise Late(signal.Signals(number).name)


signal.signal(signal.SIGALRM, on_alarm)
print(signal.alarm(2))
try:
    time.sleep(5)
except Late as e:
    print("late", e)
print(signal.alarm(10), signal.alarm(0))
signal.setitimer(signal.ITIMER_REAL, 0.5)
try:
    time.sleep(5)
except Late:
    print("timer")
