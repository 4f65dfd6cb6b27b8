"""Signal handlers of a loop: when they run, in which order, and what comes of old handlers."""
import asyncio
import os
import signal

from lib import BEFORE, Counting, on_loop, outcome

ONE, TWO = signal.SIGUSR1, signal.SIGUSR2


def send(*numbers):
    for n in numbers:
        os.kill(os.getpid(), n)


async def passes(n=5):
    for _ in range(n):
        await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    log = []

    def note(what):
        log.append("%s+%d" % (what, loop.passes - base))

    async def case(label):
        await passes()
        print("%-22s %s" % (label, log))
        del log[:]

    loop.add_signal_handler(ONE, note, "one")
    loop.add_signal_handler(TWO, note, "two")
    base = loop.passes
    send(ONE)
    note("sent")
    await case("in a task")
    base = loop.passes
    loop.call_soon(send, ONE)
    await case("in a callback")
    base = loop.passes
    send(TWO, ONE, TWO)
    await case("each by itself")
    old = signal.pthread_sigmask(signal.SIG_BLOCK, {ONE, TWO})
    base = loop.passes
    send(ONE, TWO, ONE, ONE)
    signal.pthread_sigmask(signal.SIG_SETMASK, old)
    await case("blocked meanwhile")
    base = loop.passes
    send(ONE)
    loop.add_signal_handler(ONE, note, "new one")
    await case("replaced at once")
    base = loop.passes
    send(ONE)
    print(loop.remove_signal_handler(ONE), loop.remove_signal_handler(ONE), signal.getsignal(ONE) == signal.SIG_DFL)
    await case("removed at once")

    async def victim():
        try:
            await asyncio.sleep(99)
        finally:
            note("victim")

    t = asyncio.ensure_future(victim())
    await passes(1)
    loop.add_signal_handler(ONE, t.cancel)
    base = loop.passes
    send(ONE)
    await case("that cancels")
    told = []
    loop.set_exception_handler(lambda loop, context: told.append(repr(context["exception"])))
    loop.add_signal_handler(ONE, lambda: 1 / 0)
    send(ONE)
    await case("that fails")
    print(told)
    loop.add_signal_handler(ONE, note, "kept")
    del log[:]
    return log


loop = Counting()
asyncio.set_event_loop(loop)
log = loop.run_until_complete(main())
send(ONE)
print("not running:", log)
loop.run_until_complete(passes())
print("next run:", len(log))
loop.close()
print("closed:", signal.getsignal(ONE) == signal.SIG_DFL, signal.getsignal(TWO) == signal.SIG_DFL)
signal.signal(signal.SIGINT, signal.SIG_IGN)
loop = Counting()
loop.add_signal_handler(signal.SIGINT, print)
print(loop.remove_signal_handler(signal.SIGINT), signal.getsignal(signal.SIGINT) is signal.default_int_handler)
loop.close()


async def interrupted():
    loop = asyncio.get_running_loop()
    loop.call_soon(send, signal.SIGINT)
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        print("main is cancelled")
        raise
    finally:
        print("main ends")


async def deaf():
    send(signal.SIGINT)
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        return "swallowed"


print(outcome(asyncio.run, interrupted()), signal.getsignal(signal.SIGINT) is signal.default_int_handler)
print(outcome(asyncio.run, deaf()))
print(outcome(on_loop, interrupted))
