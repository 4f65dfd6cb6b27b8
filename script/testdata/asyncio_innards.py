# What programs do with the private parts of asyncio's objects, and with objects
# of other makes.
import asyncio
import functools
import weakref
from asyncio import events, futures, staggered, tasks, transports
from unittest import mock


def show(what, call):
    try:
        print(what, call())
    except BaseException as e:
        print(what, type(e).__name__, e)


# Futures without __init__, of other makes, and claimed ones.
bare = asyncio.Future.__new__(asyncio.Future)
for name in "result", "exception", "done", "cancelled", "cancel", "get_loop":
    show(name, getattr(bare, name))


class Duck:
    _asyncio_future_blocking = None

    def __init__(self):
        self._asyncio_future_blocking = False


print([asyncio.isfuture(x) for x in (Duck, Duck(), mock.Mock(), mock.Mock(asyncio.Future), bare, 1)])

loop = asyncio.new_event_loop()
f = loop.create_future()
f._cancel_message = "why"
print(f._cancel_message)
show("blocking", lambda: delattr(f, "_asyncio_future_blocking"))
it = iter(f)
show("throw", lambda: it.throw(list))
show("throw", lambda: it.throw(ValueError("x")))

# Attributes of the object itself come first.
calls = []


def note(loop):
    for i in range(3):
        if i == 1:
            loop.get_debug = lambda: calls.append(i)
        loop.get_debug()


note(loop)
print(calls, "get_debug" in vars(loop))
del loop.get_debug
print(loop.get_debug())

# The queue and the timers.
h = asyncio.Handle(print, ("from", "the queue"), loop)
loop._ready.append(h)
loop._add_callback(asyncio.Handle(print, ("added",), loop))
print(len(loop._ready), h in loop._ready, h._args is h._args, bool(loop._scheduled))
timer = loop.call_later(1000, print)
print(loop._scheduled == [timer], loop._scheduled[0] is timer)
loop._run_forever_setup()
print(asyncio.get_running_loop() is loop, loop.is_running())
loop._run_once()
loop._run_forever_cleanup()
print(loop.is_running(), len(loop._ready))
timer.cancel()
print(timer._callback, timer._args)

# Handles of a loop of another make.
other = mock.Mock()
other.get_debug.return_value = False


def noop(*args, **kwargs):
    1 / 0


h = asyncio.Handle(noop, (1,), other)
h._run()
context = other.call_exception_handler.call_args[0][0]
print(sorted(context), context["message"].partition(" at ")[0], context["handle"] is h, weakref.ref(h)() is h)
print(repr(asyncio.Handle(functools.partialmethod(noop), (), other)).startswith("<Handle functools.partialmethod(<function noop"))
print(repr(asyncio.TimerHandle(123, noop, (), other)).partition(" at ")[0], asyncio.TimerHandle(123, noop, (), other).when())

# Tasks of other makes.
print(asyncio.current_task(other), asyncio.all_tasks(other))
tasks._enter_task(other, "one")
show("enter", lambda: tasks._enter_task(other, "two"))
show("leave", lambda: tasks._leave_task(other, "two"))
print(asyncio.current_task(other), tasks._swap_current_task(other, "three"), asyncio.current_task(other))
tasks._leave_task(other, "three")


class Like:
    def get_loop(self):
        return other

    def done(self):
        return False


like = Like()
tasks._register_task(like)
print(asyncio.all_tasks(other) == {like})
tasks._unregister_task(like)
print(asyncio.all_tasks(other))


# Those who wait may be put there by others.
async def waiting():
    lock = asyncio.Lock()
    print(lock._waiters, lock._loop)
    await lock.acquire()
    t = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    print(len(lock._waiters), lock._waiters[0].done(), lock._loop is asyncio.get_running_loop())
    lock.release()
    await t
    print(len(lock._waiters))
    event = asyncio.Event()
    event._waiters.append(mock.Mock())
    print(repr(event).partition("[")[2])
    semaphore = asyncio.Semaphore()
    semaphore._waiters = [mock.Mock(), mock.Mock()]
    print(repr(semaphore).partition("[")[2])
    queue = asyncio.Queue(1)
    queue.put_nowait(1)
    putter = asyncio.get_running_loop().create_future()
    queue._putters.append(putter)
    print(queue.get_nowait(), putter.done(), queue._format())
    queue._unfinished_tasks = 7
    print(queue._format())
    wrong = asyncio.Condition()
    async with wrong:
        wrong._loop = loop
        try:
            await wrong.wait()
        except RuntimeError as e:
            print(str(e).partition(" is ")[2])
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(0))
        print(len(group._tasks), group._errors, group._parent_task is asyncio.current_task())
    print(group._tasks)

    async def fail(x):
        raise ValueError(x)

    async def good():
        return "good"

    print(await staggered.staggered_race([lambda: fail(1), good, good], None))
    print(await staggered.staggered_race([lambda: fail(1), lambda: fail(2)], 0.01))
    source = loop_free = asyncio.get_running_loop().create_future()
    source.set_exception(ValueError("copied"))
    copy = asyncio.get_running_loop().create_future()
    futures._copy_future_state(source, copy)
    print(repr(copy.exception()), source.exception() is copy.exception())


asyncio.run(waiting())

# A policy has loops of its own.
policy = asyncio.DefaultEventLoopPolicy()
print(policy._local._loop, policy._local._set_called)
policy.set_event_loop(loop)
print(policy._local._loop is loop, policy.get_event_loop() is loop, isinstance(policy, events.BaseDefaultEventLoopPolicy))
show("abstract", asyncio.AbstractEventLoopPolicy().get_event_loop)
show("abstract", asyncio.AbstractEventLoop().time)

# Classes and module globals of asyncio can be replaced.
with mock.patch("asyncio.base_events.BaseEventLoop.call_exception_handler") as handler:
    loop.call_soon(noop)
    loop.call_soon(loop.stop)
    loop.run_forever()
    print(handler.call_count)
with mock.patch("asyncio.base_events.logger") as logger:
    loop.call_soon(noop)
    loop.call_soon(loop.stop)
    loop.run_forever()
    print(logger.error.call_args.kwargs["exc_info"][0])
loop.close()


# What the core would call is looked up on the object.
class Clockwork(asyncio.SelectorEventLoop):
    at = 0.0

    def time(self):
        return self.at

    def _run_once(self):
        if not self._ready:
            self.at += 10
        super()._run_once()


loop = Clockwork()
events = []
plain = loop.call_later


def later(delay, callback, *args):
    events.append(delay)
    return plain(delay, callback, *args)


loop.call_later = later
loop.run_until_complete(asyncio.sleep(24.5))
print(events, loop.time())
loop.close()


class Mixin(transports._FlowControlMixin):
    def get_write_buffer_size(self):
        return 512


t = Mixin(loop=mock.Mock())
t._protocol = mock.Mock()
t.set_write_buffer_limits(high=300, low=100)
print(t.get_write_buffer_limits(), t._protocol_paused, t._protocol.mock_calls)
show("limits", lambda: t.set_write_buffer_limits(high=0, low=1))
