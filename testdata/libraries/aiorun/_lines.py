"""Prints what aiorun and asyncio log, a line a record."""
import logging


class Lines(logging.Handler):
    def emit(self, record):
        error = record.exc_info and record.exc_info[1]
        text = record.getMessage().partition("\n")[0]
        print(record.levelname, record.name, text, *([repr(error)] if error else []))


logging.getLogger().addHandler(Lines())
logging.getLogger("aiorun").setLevel(logging.DEBUG)


def outcome(function, *args, **kwargs):
    """Call; print how it ended."""
    try:
        print("returned", function(*args, **kwargs))
    except BaseException as e:
        print("raised", repr(e))
