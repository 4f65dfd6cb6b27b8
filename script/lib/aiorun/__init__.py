"""The module aiorun: a loop that runs until a signal, and what is done then.

Go's package aiorun has the same steps. Names and texts that a program can see, in
logs and in reprs of tasks, are aiorun's.
"""
import asyncio
import inspect
import logging
import signal
import sys
import weakref
from concurrent.futures import ThreadPoolExecutor

__all__ = ["run", "shutdown_waits_for"]
__version__ = "2025.1.1"

logger = logging.getLogger("aiorun")
WINDOWS = sys.platform == "win32"

# Coroutines whose tasks the shutdown spares.
_DO_NOT_CANCEL_COROS = weakref.WeakSet()

_EXCLUSIVE = (
    "'loop' and 'use_uvloop' parameters are mutually exclusive. "
    "(Just make your own uvloop and pass it in)."
)
_HANDLER_TAKEN = (
    "If you provide a loop instance, and you've configured a custom exception handler on it, "
    "then the 'stop_on_unhandled_errors' parameter is unavailable (all exceptions will be handled)."
)
_BAD_CALLBACK = (
    "The provided shutdown_callback must be either a function,an awaitable, or a coroutine object, but it was "
)
_CALLBACK_FAILED_TOO = (
    "The shutdown_callback() raised an error, but there is already a different exception "
    "raised from the loop, so this log message is all you're going to see about it."
)


def shutdown_waits_for(coro, loop=None):
    """Start coro as a task that the shutdown waits for; return what awaits its outcome."""
    if not loop:
        loop = asyncio.get_event_loop()
    outcome = loop.create_future()

    async def coro_proxy():
        value = error = None
        try:
            value = await coro
        except (asyncio.CancelledError, Exception) as e:
            error = e
        if outcome.cancelled():
            return  # nobody waits any more
        if error is None:
            outcome.set_result(value)
        else:
            outcome.set_exception(error)

    async def inner():
        return await outcome

    proxy = coro_proxy()
    _DO_NOT_CANCEL_COROS.add(proxy)
    loop.create_task(proxy)
    return inner()


def run(
    coro=None,
    *,
    loop=None,
    shutdown_handler=None,
    shutdown_callback=None,
    executor_workers=None,
    executor=None,
    use_uvloop=False,
    stop_on_unhandled_errors=False,
    timeout_task_shutdown=60
):
    """Run coro on a loop until a signal or a call of its stop(), then shut down."""
    _clear_signal_handlers()
    logger.debug("Entering run()")
    own = not loop
    if own:
        loop = _new_loop(use_uvloop)
    elif use_uvloop:
        raise Exception(_EXCLUSIVE)
    if stop_on_unhandled_errors and loop.get_exception_handler():
        raise Exception(_HANDLER_TAKEN)

    pending = None  # what is to be raised at the end

    def custom_exception_handler(loop, context):
        nonlocal pending
        pending = context.get("exception")
        logger.error("Unhandled exception; stopping loop: %r", context.get("message"), exc_info=pending)
        loop.stop()

    async def new_coro():
        try:
            await coro
        except asyncio.CancelledError:
            pass

    if stop_on_unhandled_errors:
        loop.set_exception_handler(custom_exception_handler)
    if coro:
        loop.create_task(new_coro())
    on_signal = shutdown_handler or _shutdown_handler
    _set_signal_handlers(lambda number, frame: _signal_wrapper(loop, on_signal))
    if WINDOWS:
        loop.create_task(windows_support_wakeup())
    if not executor:
        logger.debug("Creating default executor")
        executor = ThreadPoolExecutor(max_workers=executor_workers)
    loop.set_default_executor(executor)
    try:
        loop.run_forever()
    except KeyboardInterrupt:
        logger.info("Got KeyboardInterrupt")
        if WINDOWS:
            on_signal(loop)

    logger.info("Entering shutdown phase.")
    if shutdown_callback is not None:
        logger.info("Executing provided shutdown_callback.")
        try:
            _call_back(shutdown_callback, loop)
        except BaseException as e:
            if pending:
                logger.exception(_CALLBACK_FAILED_TOO)
            else:
                pending = e
    tasks = asyncio.all_tasks(loop)  # kept to the end: errors in them are reported after it
    if tasks:
        _cancel_and_wait(tasks, loop, timeout_task_shutdown)
    logger.info("Waiting for executor shutdown.")
    executor.shutdown(wait=True)
    if own:
        logger.info("Shutting down async generators")
        loop.run_until_complete(loop.shutdown_asyncgens())
        logger.info("Closing the loop.")
        loop.close()
    logger.info("Leaving. Bye!")
    if pending:
        logger.info("Reraising unhandled exception")
        raise pending


def _new_loop(use_uvloop):
    if use_uvloop:
        import uvloop

        policy = uvloop.EventLoopPolicy()
    else:
        policy = asyncio.DefaultEventLoopPolicy()
    asyncio.set_event_loop_policy(policy)
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    return loop


def _call_back(callback, loop):
    if inspect.iscoroutine(callback):
        loop.run_until_complete(callback)
    elif inspect.iscoroutinefunction(callback):
        loop.run_until_complete(callback(loop))
    elif callable(callback):
        callback(loop)
    else:
        raise TypeError(_BAD_CALLBACK + str(type(callback)))


def _cancel_and_wait(tasks, loop, seconds):
    logger.info("Cancelling pending tasks.")
    for task in tasks:
        if task.get_coro() not in _DO_NOT_CANCEL_COROS:
            task.cancel()

    async def wait_for_cancelled_tasks():
        late = (await asyncio.wait(tasks, timeout=seconds))[1]
        if late:
            stacks = "\n\n".join([str(task.get_stack()) for task in late])
            logger.warning(f"During shutdown, the following tasks refused to exit after {seconds} seconds: {stacks}")

    logger.info("Running pending tasks till complete")
    loop.run_until_complete(wait_for_cancelled_tasks())


async def windows_support_wakeup():
    while True:
        await asyncio.sleep(0.1)


def _signals():
    return (signal.SIGBREAK, signal.SIGINT) if WINDOWS else (signal.SIGINT, signal.SIGTERM)


def _set_signal_handlers(handler):
    for number in _signals():
        signal.signal(number, handler)


def _clear_signal_handlers():
    _set_signal_handlers(signal.SIG_IGN)


def _signal_wrapper(loop, on_signal):
    _clear_signal_handlers()
    loop.call_soon_threadsafe(on_signal, loop)


def _shutdown_handler(loop):
    logger.debug("Entering shutdown handler")
    logger.warning("Stopping the loop")
    loop.stop()
