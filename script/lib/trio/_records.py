"""What statistics() methods give."""
from dataclasses import dataclass

import _trio


@dataclass(frozen=True)
class EventStatistics:
    tasks_waiting: int


@dataclass(frozen=True)
class ParkingLotStatistics:
    tasks_waiting: int


@dataclass(frozen=True)
class CapacityLimiterStatistics:
    borrowed_tokens: int
    total_tokens: object
    borrowers: list
    tasks_waiting: int


@dataclass(frozen=True)
class LockStatistics:
    locked: bool
    owner: object
    tasks_waiting: int


@dataclass(frozen=True)
class ConditionStatistics:
    tasks_waiting: int
    lock_statistics: LockStatistics


if _trio.VERSION == "0.22":

    @dataclass(frozen=True)
    class MemoryChannelStatistics:
        current_buffer_used: int
        max_buffer_size: object
        open_send_channels: int
        open_receive_channels: int
        tasks_waiting_send: int
        tasks_waiting_receive: int

else:

    @dataclass(frozen=True)
    class MemoryChannelStatistics:
        current_buffer_used: int
        max_buffer_size: object
        open_send_channels: int
        open_receive_channels: int
        tasks_waiting_send: int
        tasks_waiting_receive: int
        peak_buffer_used: int


@dataclass(frozen=True)
class RunStatistics:
    tasks_living: int
    tasks_runnable: int
    seconds_to_next_deadline: float
    run_sync_soon_queue_size: int
    io_statistics: object = None
