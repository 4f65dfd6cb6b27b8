"""What of queue is C code in CPython."""

from queue import Empty, SimpleQueue
