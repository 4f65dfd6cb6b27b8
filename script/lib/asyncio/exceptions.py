"""asyncio's exceptions."""

import asyncio as _asyncio

CancelledError = _asyncio.CancelledError
InvalidStateError = _asyncio.InvalidStateError
TimeoutError = _asyncio.TimeoutError

__all__ = ("CancelledError", "InvalidStateError", "TimeoutError", "IncompleteReadError",
           "LimitOverrunError", "SendfileNotAvailableError")
if hasattr(_asyncio, "BrokenBarrierError"):
    BrokenBarrierError = _asyncio.BrokenBarrierError
    __all__ = ("BrokenBarrierError",) + __all__


class SendfileNotAvailableError(RuntimeError):
    """The system has no sendfile for this file or socket."""


class IncompleteReadError(EOFError):
    """The stream ended before all that was asked for had come."""

    def __init__(self, partial, expected):
        wanted = "undefined" if expected is None else repr(expected)
        super().__init__(f"{len(partial)} bytes read on a total of {wanted} expected bytes")
        self.partial = partial
        self.expected = expected

    def __reduce__(self):
        return type(self), (self.partial, self.expected)


class LimitOverrunError(Exception):
    """The buffer is full and the separator has not come."""

    def __init__(self, message, consumed):
        super().__init__(message)
        self.consumed = consumed

    def __reduce__(self):
        return type(self), (self.args[0], self.consumed)
