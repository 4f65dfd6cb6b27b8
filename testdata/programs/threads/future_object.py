from concurrent.futures import Future, CancelledError, TimeoutError, InvalidStateError

f = Future()
print(f.running(), f.done(), f.cancelled())
f.add_done_callback(lambda f: print("callback", f.result()))
f.set_result(5)
f.add_done_callback(lambda f: print("late callback"))
try:
    f.set_result(6)
except InvalidStateError as e:
    print(type(e).__name__)
g = Future()
print(g.cancel(), g.cancelled())
try:
    g.result()
except CancelledError:
    print("cancelled")
h = Future()
try:
    h.result(timeout=0.1)
except TimeoutError:
    print("timeout")
