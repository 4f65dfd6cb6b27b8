"""open_signal_receiver."""
import contextlib

import _trio

from .lowlevel import disable_ki_protection


class _Receiver:
    def __init__(self, core):
        self._core = core

    def __aiter__(self):
        return self

    async def __anext__(self):
        return await self._core.next()

    def _pending_signal_count(self):
        return self._core.pending


@contextlib.contextmanager
@disable_ki_protection  # signals that nobody took are raised here again
def open_signal_receiver(*signals):
    receiver = _Receiver(_trio.open_signals(signals))
    try:
        yield receiver
    finally:
        receiver._core.close()
