import concurrent.futures
import threading
import sys
import warnings


def _translate(error, translated):
    """A concurrent future's own exceptions become asyncio's."""
    kept, classes = translated
    for theirs, ours in classes:
        if type(error) is theirs:
            new = ours(*error.args)
            return new.with_traceback(error.__traceback__) if kept else new
    return error


def follow(source, loop, translated, heeds_closed):
    """A future of the loop that ends as the concurrent future does."""
    ours = loop.create_future()

    # Neither callback holds the future that it is a callback of.
    def take(ours, source):
        if ours.cancelled():
            return
        if source.cancelled():
            ours.cancel()
            return
        error = source.exception()
        if error is None:
            ours.set_result(source.result())
        else:
            ours.set_exception(_translate(error, translated))

    take.__qualname__ = "_chain_future.<locals>._set_state"

    def arrived(source):
        if not (loop.is_closed() and (heeds_closed or ours.cancelled())):
            loop.call_soon_threadsafe(take, ours, source)

    arrived.__qualname__ = "_chain_future.<locals>._call_set_state"

    def _call_check_cancel(ours):
        if ours.cancelled():
            source.cancel()

    _call_check_cancel.__qualname__ = "_chain_future.<locals>._call_check_cancel"
    ours.add_done_callback(_call_check_cancel)
    source.add_done_callback(arrived)
    return ours


def run_threadsafe(start, loop, translated):
    """A concurrent future that ends as the task does which start makes on the loop."""
    outside = concurrent.futures.Future()

    def ended(task):
        if task.cancelled():
            outside.cancel()
        if not outside.set_running_or_notify_cancel():
            return
        error = task.exception()
        if error is None:
            outside.set_result(task.result())
        else:
            outside.set_exception(_translate(error, translated))

    ended.__qualname__ = "_chain_future.<locals>._call_set_state"

    def begin():
        try:
            task = start()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if outside.set_running_or_notify_cancel():
                outside.set_exception(error)
            raise

        def cancelled(outside):
            if outside.cancelled():
                loop.call_soon_threadsafe(task.cancel)

        cancelled.__qualname__ = "_chain_future.<locals>._call_check_cancel"
        outside.add_done_callback(cancelled)
        task.add_done_callback(ended)

    begin.__qualname__ = "run_coroutine_threadsafe.<locals>.callback"
    loop.call_soon_threadsafe(begin)
    return outside


def _settle(waiter, error):
    if waiter.done():
        return
    if error is None:
        waiter.set_result(None)
    else:
        waiter.set_exception(error)


_settle.__qualname__ = "_set_result_unless_cancelled"


async def shutdown_default_executor(loop, executor, timeout):
    """Waits, in a thread of its own, for the executor's threads to end."""
    waiter = loop.create_future()

    def work():
        error = None
        try:
            executor.shutdown(wait=True)
        except Exception as e:
            error = e
        if not loop.is_closed():
            if error is None and sys.version_info < (3, 13):
                loop.call_soon_threadsafe(waiter.set_result, None)
            else:
                loop.call_soon_threadsafe(_settle, waiter, error)

    joiner = threading.Thread(target=work)
    joiner.start()
    late = False
    timer = None
    if timeout is not None:
        def give_up():
            nonlocal late
            late = True
            _settle(waiter, None)

        give_up.__qualname__ = "Timeout._on_timeout"
        timer = loop.call_later(timeout, give_up)
    try:
        await waiter
    finally:
        if timer is not None:
            timer.cancel()
        if not late:
            joiner.join()
    if late:
        warnings.warn("The executor did not finishing joining its threads within "
                      f"{timeout} seconds.", RuntimeWarning, stacklevel=2)
        executor.shutdown(wait=False)


shutdown_default_executor.__qualname__ = "BaseEventLoop.shutdown_default_executor"
