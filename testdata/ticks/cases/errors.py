"""Exceptions that reach the loop."""
import asyncio
import logging
import os

from .tools import note_errors


def _fail(error):
    raise error


def _run(loop):
    loop.call_soon(loop.stop)
    loop.run_forever()


def error_in_callback(log, loop):
    note_errors(log, loop)
    loop.call_soon(_fail, ValueError("callback"))
    loop.call_soon(log, "next one")
    _run(loop)


def error_in_timer(log, loop):
    note_errors(log, loop)
    loop.call_later(1, _fail, ValueError("timer"))
    loop.call_later(2, loop.stop)
    loop.run_forever()


def error_in_threadsafe_callback(log, loop):
    note_errors(log, loop)
    loop.call_soon_threadsafe(_fail, ValueError("threadsafe"))
    _run(loop)


def error_cancelled_in_callback(log, loop):
    note_errors(log, loop)
    loop.call_soon(_fail, asyncio.CancelledError())
    loop.call_soon(_fail, GeneratorExit())
    loop.call_soon(log, "next one")
    _run(loop)


def error_callback_is_no_function(log, loop):
    note_errors(log, loop)
    loop.call_soon(42)
    _run(loop)


def error_keyboard_interrupt_leaves_the_loop(log, loop):
    note_errors(log, loop)
    loop.call_soon(log, "before")
    loop.call_soon(_fail, KeyboardInterrupt())
    loop.call_soon(log, "behind")
    try:
        loop.run_forever()
    except KeyboardInterrupt:
        log("left, running %s" % loop.is_running())
    loop.call_soon(log, "added")
    _run(loop)


def error_system_exit_leaves_the_loop(log, loop):
    loop.call_soon(_fail, SystemExit(4))
    loop.call_soon(log, "behind")
    try:
        loop.run_forever()
    except SystemExit as error:
        log("left with %r" % error)
    _run(loop)


def error_keyboard_interrupt_among_timers(log, loop):
    when = loop.time() + 1
    loop.call_at(when, _fail, KeyboardInterrupt())
    loop.call_at(when, log, "equal timer")
    loop.call_at(when + 1, loop.stop)
    try:
        loop.run_forever()
    except KeyboardInterrupt:
        log("left")
    loop.run_forever()


def error_keyboard_interrupt_forgets_no_stop(log, loop):
    """A stop() before the interrupt does not count for the next run."""
    loop.call_soon(loop.stop)
    loop.call_soon(_fail, KeyboardInterrupt())
    try:
        loop.run_forever()
    except KeyboardInterrupt:
        log("left")
    loop.call_soon(log, "one")
    loop.call_later(1, lambda: (log("two"), loop.stop()))
    loop.run_forever()


def error_in_handler(log, loop):
    """The default handler reports a handler that fails."""
    class Listener(logging.Handler):
        def emit(self, record):
            log("logged: " + record.getMessage().splitlines()[0])
    logger = logging.getLogger("asyncio")
    listener, level = Listener(), logger.level
    logger.setLevel(logging.ERROR)
    logger.addHandler(listener)
    logger.propagate = False
    loop.set_exception_handler(lambda loop, context: _fail(KeyError("handler")))
    loop.call_soon(_fail, ValueError("callback"))
    loop.call_soon(log, "next one")
    _run(loop)
    logger.removeHandler(listener)
    logger.setLevel(level)
    logger.propagate = True


def error_handler_called_by_hand(log, loop):
    log("%s" % loop.get_exception_handler())
    note_errors(log, loop)
    loop.call_exception_handler({"message": "by hand", "exception": OSError(2, "no")})
    loop.call_exception_handler({"message": "bare"})
    try:
        loop.set_exception_handler(42)
    except TypeError as error:
        log(str(error))


def error_handler_raises_system_exit(log, loop):
    loop.set_exception_handler(lambda loop, context: _fail(SystemExit(1)))
    loop.call_soon(_fail, ValueError("callback"))
    loop.call_soon(log, "behind")
    _run(loop)


async def error_in_reader(log, loop):
    note_errors(log, loop)
    r, w = os.pipe()
    os.write(w, b"!")

    def readable():
        loop.remove_reader(r)
        raise ValueError("reader")
    loop.add_reader(r, readable)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    os.close(r)
    os.close(w)
