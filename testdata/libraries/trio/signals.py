# Receivers of signals, which put back what they found.
import signal

import trio
from _run import outcome
from trio.testing import wait_all_tasks_blocked

ONE, TWO = signal.SIGUSR1, signal.SIGUSR2


async def receive(signals, count):
    got = []
    async for number in signals:
        got.append(signal.Signals(number).name)
        if len(got) == count:
            return got


async def in_order():
    with trio.open_signal_receiver(ONE, TWO) as signals:
        for number in (TWO, ONE, TWO, ONE):
            signal.raise_signal(number)
        await wait_all_tasks_blocked()
        print(await receive(signals, 2))
        for number in (ONE, TWO):
            signal.raise_signal(number)
            await wait_all_tasks_blocked()
            print(await receive(signals, 1))


outcome(in_order)


async def nested():
    with trio.open_signal_receiver(ONE) as outer:
        before = signal.getsignal(ONE)
        with trio.open_signal_receiver(ONE) as inner:
            signal.raise_signal(ONE)
            print("inner", await receive(inner, 1))
        print("put back:", signal.getsignal(ONE) is before)
        signal.raise_signal(ONE)
        print("outer", await receive(outer, 1))


outcome(nested)


async def conflict():
    with trio.open_signal_receiver(ONE) as signals:
        async with trio.open_nursery() as nursery:

            async def iterate(name):
                try:
                    print(name, await receive(signals, 1))
                except trio.BusyResourceError as e:
                    print(name, e)

            nursery.start_soon(iterate, "first")
            await wait_all_tasks_blocked()
            nursery.start_soon(iterate, "second")
            await wait_all_tasks_blocked()
            signal.raise_signal(ONE)


outcome(conflict)


async def put_back():
    def own(number, frame):
        print("own handler", signal.Signals(number).name)

    signal.signal(ONE, own)
    with trio.open_signal_receiver(ONE, ONE):
        print("taken:", signal.getsignal(ONE) is not own)
    print("own again:", signal.getsignal(ONE) is own)
    try:
        with trio.open_signal_receiver(ONE, 1000):
            pass
    except (ValueError, OSError) as e:
        print(type(e).__name__)
    print("own again:", signal.getsignal(ONE) is own)
    with trio.open_signal_receiver(ONE, TWO):
        signal.signal(TWO, own)
        signal.raise_signal(ONE)
        signal.raise_signal(ONE)
        await wait_all_tasks_blocked()
        print("nobody took it")
    with trio.open_signal_receiver(ONE):
        signal.raise_signal(ONE)
        try:
            raise ValueError("on the way out")
        except ValueError as e:
            print(e)
    signal.signal(ONE, signal.SIG_IGN)
    with trio.open_signal_receiver(ONE):
        signal.raise_signal(ONE)
        await wait_all_tasks_blocked()
    print("ignored:", signal.getsignal(ONE) is signal.SIG_IGN)
    signal.signal(ONE, signal.SIG_DFL)
    signal.signal(TWO, signal.SIG_DFL)


outcome(put_back)


async def both_are_sent_again():
    def own(number, frame):
        print("sent again", signal.Signals(number).name)
        if number == ONE:
            raise ValueError("from the first handler")

    signal.signal(ONE, own)
    signal.signal(TWO, own)
    try:
        with trio.open_signal_receiver(ONE, TWO):
            signal.raise_signal(ONE)
            signal.raise_signal(TWO)
            await wait_all_tasks_blocked()
    finally:
        signal.signal(ONE, signal.SIG_DFL)
        signal.signal(TWO, signal.SIG_DFL)


outcome(both_are_sent_again)


async def elsewhere():
    def blocking():
        try:
            with trio.open_signal_receiver(ONE):
                pass
        except RuntimeError as e:
            print(e)

    await trio.to_thread.run_sync(blocking)


trio.run(elsewhere)
