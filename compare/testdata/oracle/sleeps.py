"""Sleeps of one thread, and what they do to each clock."""
import time

starts = time.time(), time.monotonic(), time.perf_counter()
for nap in (0.25, 0, 0.1):
    time.sleep(nap)
ends = time.time(), time.monotonic(), time.perf_counter()
print([round(end - start, 2) for start, end in zip(starts, ends)])
before = time.time_ns(), time.monotonic_ns(), time.perf_counter_ns()
time.sleep(0.2)
after = time.time_ns(), time.monotonic_ns(), time.perf_counter_ns()
print([round((b - a) / 1e9, 2) for a, b in zip(before, after)])
for bad in (-1, "long"):
    try:
        time.sleep(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
