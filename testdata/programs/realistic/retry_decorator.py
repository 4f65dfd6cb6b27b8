import asyncio
import functools
import logging
import random
import sys

logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format="%(levelname)-7s %(name)s: %(message)s")
logging.getLogger("asyncio").setLevel(logging.WARNING)
log = logging.getLogger("retry")


def retry(times=3, base=0.1, errors=(Exception,)):
    def wrap(f):
        @functools.wraps(f)
        async def inner(*args, **kw):
            for attempt in range(1, times + 1):
                try:
                    return await f(*args, **kw)
                except errors as e:
                    if attempt == times:
                        log.error("%s gave up: %s", f.__name__, e)
                        raise
                    delay = base * 2 ** attempt + random.random() / 100
                    log.warning("%s attempt %d failed (%r), waiting %.3f", f.__name__, attempt, e, delay)
                    await asyncio.sleep(delay)
        return inner
    return wrap


calls = 0


@retry(times=4, errors=(ConnectionError,))
async def unstable():
    global calls
    calls += 1
    if calls < 3:
        raise ConnectionResetError(f"call {calls}")
    return "data"


@retry(times=2)
async def hopeless():
    raise ValueError("no")


async def main():
    log.info("result %s", await unstable())
    try:
        await hopeless()
    except ValueError:
        log.exception("as expected") if False else log.info("as expected")
    try:
        1 / 0
    except ZeroDivisionError:
        log.debug("with info", exc_info=False)


asyncio.run(main())
