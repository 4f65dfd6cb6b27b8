"""The module trio, on Go's package trio."""
import _trio
from _trio import (
    BrokenResourceError,
    BusyResourceError,
    Cancelled,
    ClosedResourceError,
    EndOfChannel,
    RunFinishedError,
    TooSlowError,
    TrioInternalError,
    WouldBlock,
)

from . import abc, from_thread, lowlevel, to_thread
from ._channel import MemoryReceiveChannel, MemorySendChannel, open_memory_channel
from ._nursery import TASK_STATUS_IGNORED, Nursery, TaskStatus, TrioDeprecationWarning, open_nursery, run
from ._records import (
    CapacityLimiterStatistics,
    ConditionStatistics,
    EventStatistics,
    LockStatistics,
    MemoryChannelStatistics,
    ParkingLotStatistics,
)
from ._scopes import (
    CancelScope,
    current_effective_deadline,
    current_time,
    fail_after,
    fail_at,
    move_on_after,
    move_on_at,
    sleep,
    sleep_forever,
    sleep_until,
)
from ._signals import open_signal_receiver
from ._sync import CapacityLimiter, Condition, Event, Lock, Semaphore, StrictFIFOLock

if _trio.VERSION == "0.22":
    from ._groups import MultiError, NonBaseMultiError

    __version__ = "0.22.2"
else:
    __version__ = "0.34.0"

for _f in (
    current_effective_deadline, current_time, fail_after, fail_at, move_on_after, move_on_at, open_nursery,
    open_signal_receiver, run, sleep, sleep_forever, sleep_until,
):  # fmt: skip
    _f.__module__ = "trio"
del _f

_NO_NETWORK = (
    "aclose_forcefully DTLSChannel DTLSEndpoint open_ssl_over_tcp_listeners open_ssl_over_tcp_stream open_tcp_listeners "
    "open_tcp_stream open_unix_socket serve_listeners serve_ssl_over_tcp serve_tcp SocketListener SocketStream SSLListener "
    "SSLStream StapledStream NeedHandshakeError"
).split()
_NO_FILES = "open_file wrap_file Path Process run_process".split()


def __getattr__(name):
    import importlib

    if name in ("testing", "socket"):
        return importlib.import_module("trio." + name)
    if name in _NO_NETWORK:
        raise AttributeError(f"trio.{name}: there is no network here")
    if name in _NO_FILES:
        raise AttributeError(f"trio.{name} is not supported here")
    raise AttributeError(f"module 'trio' has no attribute {name!r}")
