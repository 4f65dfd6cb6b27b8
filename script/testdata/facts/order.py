"""What runs in one iteration, and in what order."""
import asyncio
import os

from lib import Counting


def passes(loop, n=1):
    for _ in range(n):
        loop.stop()
        loop.run_forever()


loop, log = Counting(), []
r, w = os.pipe()
loop.add_reader(r, lambda: log.append(("readable", os.read(r, 1))))
os.write(w, b"!")
loop.call_at(loop.time() - 1, log.append, "overdue")
loop.call_later(0, log.append, "no delay")
loop.call_soon(log.append, "soon")
gone = loop.call_soon(log.append, "never")
loop.call_soon_threadsafe(log.append, "from outside")
gone.cancel()
passes(loop)
print(log)
loop.remove_reader(r)
os.close(r), os.close(w)

del log[:]


def note(text):
    log.append("%s %d" % (text, loop.passes - base))


def spread():
    note("first")
    loop.call_soon(note, "its soon")
    loop.call_later(0, note, "its later")
    loop.call_soon_threadsafe(note, "its threadsafe")


base = loop.passes
loop.call_soon(spread)
loop.call_soon(note, "second")
passes(loop, 4)
print(log)

del log[:]
handles = []
loop.call_soon(lambda: handles[0].cancel())
handles.append(loop.call_soon(log.append, "cancelled in its own pass"))
passes(loop)
print(log)


def raises(e):
    raise e


loop.set_exception_handler(lambda loop, context: log.append("handled " + repr(context["exception"])))
for e in ValueError("v"), asyncio.CancelledError("c"), GeneratorExit(), SystemExit(3):
    loop.call_soon(raises, e)
    loop.call_soon(log.append, "after " + type(e).__name__)
try:
    passes(loop)
except BaseException as e:
    log.append("out " + repr(e))
log.append(loop.is_running())
passes(loop)
print(log)

del log[:]
base = loop.passes


def stops():
    note("stop")
    loop.stop()
    loop.call_soon(note, "queued by it")


loop.call_soon(stops)
loop.call_soon(note, "of the same pass")
loop.run_forever()
note("over")
loop.stop()
loop.stop()
loop.run_forever()
note("two stops, one pass")
print(log)

loop.time = lambda: 10.0
for n in range(2, 12):
    del log[:]
    for i in range(n):
        loop.call_at(9.0, log.append, i)
    passes(loop)
    print(n, "at one time:", log)
del log[:]
for when in 12, 11, 10.5, 9.5, 10, 9:
    loop.call_at(when, log.append, when)
passes(loop)
print(log)
loop.time = lambda: 11.0
passes(loop)
print(log)
loop.close()
