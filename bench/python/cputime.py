"""Processor time of the functions of compute.py, microseconds a call.

Runs in the interpreter and in CPython alike:

    aio run bench/python/cputime.py [NAME,NAME...]
    python3.13 bench/python/cputime.py [NAME,NAME...]

Unlike a clock's time it does not count what else the machine does; it does
count the garbage collector. Of each function the best of five stretches is
printed, once the heap has its size.
"""

import sys
import time

import compute

ALL = (
    "fib nested_loops n_body word_count join_split f_strings str_methods str_index str_concat list_work"
    " list_index sorting dict_work set_work method_calls generators exceptions tuple_unpack prime_sieve"
)


def calls_in(function, seconds):
    end = time.process_time() + seconds
    calls = 0
    while time.process_time() < end:
        function()
        calls += 1
    return calls


def stretch(function, calls):
    start = time.process_time()
    for _ in range(calls):
        function()
    return (time.process_time() - start) / calls


for name in sys.argv[1].split(",") if len(sys.argv) > 1 else ALL.split():
    function = getattr(compute, name)
    calls_in(function, 0.15)
    calls = calls_in(function, 0.1)
    print(f"{name:14} {min(stretch(function, calls) for _ in range(5)) * 1e6:9.1f}")
