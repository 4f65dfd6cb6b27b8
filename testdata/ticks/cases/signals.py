"""Signal handlers of the loop: how many ticks until they are called."""
import asyncio
import signal

from .tools import note_errors


async def signal_raised_in_task(log, loop):
    loop.add_signal_handler(signal.SIGUSR1, log, "handler")
    signal.raise_signal(signal.SIGUSR1)
    log("raised")
    for _ in range(3):
        await asyncio.sleep(0)
        log("turn")
    loop.remove_signal_handler(signal.SIGUSR1)


async def signal_raised_in_callback(log, loop):
    called = loop.create_future()
    loop.add_signal_handler(signal.SIGUSR1, lambda: (log("handler"), called.set_result(None)))
    loop.call_soon(lambda: (signal.raise_signal(signal.SIGUSR1), log("raised")))
    await called
    log("main")
    loop.remove_signal_handler(signal.SIGUSR1)


async def signal_raised_in_timer(log, loop):
    loop.add_signal_handler(signal.SIGUSR1, log, "handler")
    loop.call_later(1, lambda: (signal.raise_signal(signal.SIGUSR1), log("raised")))
    await asyncio.sleep(2)
    log("main")
    loop.remove_signal_handler(signal.SIGUSR1)


async def signal_during_sleep(log, loop):
    """It arrives while select waits."""
    loop.add_signal_handler(signal.SIGUSR1, log, "handler")
    loop.clock.signal_at(1, signal.SIGUSR1)
    await asyncio.sleep(2)
    log("main")
    loop.remove_signal_handler(signal.SIGUSR1)


async def signal_three_at_once(log, loop):
    loop.add_signal_handler(signal.SIGUSR1, log, "usr1")
    loop.add_signal_handler(signal.SIGUSR2, log, "usr2")
    for number in (signal.SIGUSR2, signal.SIGUSR1, signal.SIGUSR2):
        signal.raise_signal(number)
    log("raised")
    await asyncio.sleep(1)
    loop.remove_signal_handler(signal.SIGUSR1)
    loop.remove_signal_handler(signal.SIGUSR2)


async def signal_against_soon(log, loop):
    loop.add_signal_handler(signal.SIGUSR1, log, "handler")
    signal.raise_signal(signal.SIGUSR1)
    loop.call_soon(lambda: (log("soon"), loop.call_soon(log, "soon of soon")))
    await asyncio.sleep(1)
    loop.remove_signal_handler(signal.SIGUSR1)


async def signal_handler_replaced_in_time(log, loop):
    """Which handler is called is looked up when the loop reads the signal."""
    loop.add_signal_handler(signal.SIGUSR1, log, "old")
    signal.raise_signal(signal.SIGUSR1)
    loop.add_signal_handler(signal.SIGUSR1, log, "new")
    await asyncio.sleep(1)
    loop.remove_signal_handler(signal.SIGUSR1)


async def signal_handler_removed_in_time(log, loop):
    loop.add_signal_handler(signal.SIGUSR1, log, "handler")
    signal.raise_signal(signal.SIGUSR1)
    log("removed %s" % loop.remove_signal_handler(signal.SIGUSR1))
    await asyncio.sleep(1)
    log("main")


async def signal_handler_removed_too_late(log, loop):
    """Once it is queued, removing it does not help."""
    loop.add_signal_handler(signal.SIGUSR1, log, "handler")
    signal.raise_signal(signal.SIGUSR1)
    await asyncio.sleep(0)
    log("turn")
    await asyncio.sleep(0)
    log("removed %s" % loop.remove_signal_handler(signal.SIGUSR1))
    await asyncio.sleep(1)


async def signal_handler_fails(log, loop):
    note_errors(log, loop)

    def handler():
        raise ValueError("handler")
    loop.add_signal_handler(signal.SIGUSR1, handler)
    signal.raise_signal(signal.SIGUSR1)
    await asyncio.sleep(1)
    log("main")
    loop.remove_signal_handler(signal.SIGUSR1)


async def signal_handler_cancels_task(log, loop):
    async def job():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            log("job caught")
            raise
    task = loop.create_task(job())
    await asyncio.sleep(0)
    loop.add_signal_handler(signal.SIGTERM, lambda: (log("handler"), task.cancel()))
    signal.raise_signal(signal.SIGTERM)
    log("raised")
    try:
        await task
    except asyncio.CancelledError:
        log("main caught")
    loop.remove_signal_handler(signal.SIGTERM)


async def signal_raised_in_handler(log, loop):
    left = [2]

    def handler():
        log("handler")
        left[0] -= 1
        if left[0]:
            signal.raise_signal(signal.SIGUSR1)
    loop.add_signal_handler(signal.SIGUSR1, handler)
    signal.raise_signal(signal.SIGUSR1)
    await asyncio.sleep(1)
    loop.remove_signal_handler(signal.SIGUSR1)


async def signal_interrupt_with_handler(log, loop):
    """SIGINT is like any other signal once the loop handles it."""
    loop.add_signal_handler(signal.SIGINT, log, "handler")
    signal.raise_signal(signal.SIGINT)
    log("not interrupted")
    await asyncio.sleep(1)
    loop.remove_signal_handler(signal.SIGINT)


async def signal_interrupt_after_removal(log, loop):
    loop.add_signal_handler(signal.SIGINT, log, "handler")
    log("removed %s" % loop.remove_signal_handler(signal.SIGINT))
    try:
        signal.raise_signal(signal.SIGINT)
        log("not reached")
    except KeyboardInterrupt:
        log("interrupted")


def signal_before_the_loop_runs(log, loop):
    loop.add_signal_handler(signal.SIGUSR1, log, "handler")
    signal.raise_signal(signal.SIGUSR1)
    loop.call_soon(log, "ready")
    loop.call_later(1, loop.stop)
    loop.run_forever()
    loop.remove_signal_handler(signal.SIGUSR1)


def signal_between_two_runs(log, loop):
    loop.add_signal_handler(signal.SIGUSR1, log, "handler")
    loop.call_soon(lambda: (signal.raise_signal(signal.SIGUSR1), loop.stop()))
    loop.run_forever()
    log("out")
    loop.call_later(1, loop.stop)
    loop.run_forever()
    loop.remove_signal_handler(signal.SIGUSR1)


def signal_interrupt_while_loop_waits(log, loop):
    """No handler: the interrupt comes out of select, the timer stays."""
    loop.call_later(2, lambda: (log("timer"), loop.stop()))
    loop.clock.signal_at(1, signal.SIGINT)
    try:
        loop.run_forever()
    except KeyboardInterrupt:
        log("interrupted")
    loop.run_forever()


async def signal_bad_arguments(log, loop):
    async def coroutine():
        pass
    for number, callback in ((signal.SIGUSR1, coroutine), ("SIGINT", log), (0, log), (65, log)):
        try:
            loop.add_signal_handler(number, callback)
        except (TypeError, ValueError) as error:
            log("%s: %s" % (type(error).__name__, error))
    try:
        loop.add_signal_handler(signal.SIGKILL, log)
    except RuntimeError as error:
        log("RuntimeError: %s" % error)
    log("removed %s" % loop.remove_signal_handler(signal.SIGUSR2))
