"""Which value of a context variable each callback and task sees."""
import asyncio
import contextvars

from .tools import since

_word = contextvars.ContextVar("word", default="nothing")


async def context_copied_by_task(log, loop):
    async def job():
        log("job sees " + _word.get())
        _word.set("inner")
        await asyncio.sleep(0)
        log("job sees " + _word.get())
    _word.set("outer")
    task = loop.create_task(job())
    _word.set("changed")
    await task
    log("main sees " + _word.get())


async def context_shared_by_plain_await(log, loop):
    async def job():
        _word.set("inner")
    _word.set("outer")
    await job()
    log("main sees " + _word.get())


async def context_of_soon(log, loop):
    _word.set("one")
    loop.call_soon(lambda: log("soon sees " + _word.get()))
    _word.set("two")
    loop.call_soon(lambda: log("soon sees " + _word.get()))
    await asyncio.sleep(0)


async def context_of_timer(log, loop):
    _word.set("when set")
    loop.call_later(1, lambda: log("timer sees " + _word.get()))
    _word.set("later")
    await asyncio.sleep(2)


async def context_of_threadsafe(log, loop):
    _word.set("when called")
    loop.call_soon_threadsafe(lambda: log("callback sees " + _word.get()))
    _word.set("later")
    await asyncio.sleep(0)


async def context_of_done_callback(log, loop):
    future = loop.create_future()
    _word.set("when added")
    future.add_done_callback(lambda _: log("callback sees " + _word.get()))
    _word.set("when done")
    future.set_result(None)
    await asyncio.sleep(0)


async def context_given_to_soon(log, loop):
    given = contextvars.copy_context()
    given.run(_word.set, "given")

    def callback(value):
        log("callback sees " + _word.get())
        _word.set(value)
    loop.call_soon(callback, "left behind", context=given)
    loop.call_soon(callback, "end", context=given)
    await asyncio.sleep(0)
    log("main sees %s, given holds %s" % (_word.get(), given[_word]))


async def context_of_callback_is_not_kept(log, loop):
    loop.call_soon(_word.set, "from callback")
    await asyncio.sleep(0)
    loop.call_soon(lambda: log("callback sees " + _word.get()))
    await asyncio.sleep(0)


async def context_apart_in_gather(log, loop):
    async def job(name):
        log("%s sees %s" % (name, _word.get()))
        _word.set(name)
        await asyncio.sleep(0)
        return _word.get()
    _word.set("outer")
    value = await asyncio.gather(job("a"), job("b"))
    log("main sees " + _word.get())
    return value


async def context_in_wait_for(log, loop):
    """Since 3.12 the job shares the context of the waiting task."""
    async def job():
        _word.set("by the job")
    await asyncio.wait_for(job(), 1)
    return _word.get()


async def context_reset_by_token(log, loop):
    token = _word.set("for a while")
    await asyncio.sleep(0)
    log(_word.get())
    _word.reset(token)
    return _word.get()


async def context_of_error_handler(log, loop):
    """Since 3.12 the handler runs in the context of what failed."""
    loop.set_exception_handler(lambda loop, context: log("handler sees " + _word.get()))
    _word.set("of the callback")
    loop.call_soon(lambda: 1 / 0)
    _word.set("of main")
    await asyncio.sleep(0)


@since(3, 11)
async def context_given_to_task(log, loop):
    given = contextvars.copy_context()

    async def job():
        _word.set("by the job")
        await asyncio.sleep(0)
    await loop.create_task(job(), context=given)
    log("main sees %s, given holds %s" % (_word.get(), given[_word]))
