# python: 3.11
import signal

seen = []


def handler(number, frame):
    seen.append((signal.Signals(number).name, frame is not None))


old = signal.signal(signal.SIGUSR1, handler)
print(old == signal.SIG_DFL, signal.getsignal(signal.SIGUSR1) is handler)
signal.raise_signal(signal.SIGUSR1)
print(seen)
print(signal.signal(signal.SIGUSR1, signal.SIG_IGN) is handler)
signal.raise_signal(signal.SIGUSR1)
print(len(seen), repr(signal.getsignal(signal.SIGUSR1)))
print(signal.SIGINT, repr(signal.SIGTERM), signal.SIGINT == 2, signal.strsignal(2))
