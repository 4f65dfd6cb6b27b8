import asyncio
import signal
import threading


def elsewhere():
    loop = asyncio.new_event_loop()
    try:
        loop.add_signal_handler(signal.SIGUSR1, print)
    except (ValueError, RuntimeError) as e:
        print(type(e).__name__)
    loop.close()
    try:
        signal.signal(signal.SIGUSR1, signal.SIG_DFL)
    except ValueError as e:
        print(e)


t = threading.Thread(target=elsewhere)
t.start()
t.join()
