# python: 3.13
# How methods and functions of asyncio and contextvars that CPython has in C say
# that they were given other arguments than they take.
import asyncio
import contextvars


def tell(f, *args, **kwargs):
    try:
        print(f.__name__, len(args), sorted(kwargs), f(*args, **kwargs) is not None)
    except (TypeError, LookupError, RuntimeError) as e:
        print(f.__name__, len(args), sorted(kwargs), type(e).__name__, e if type(e) is TypeError else "")


calls = [((), {}), ((1,), {}), ((1, 2), {}), ((1, 2, 3), {}), ((), {"x": 1}), ((1,), {"x": 1}), ((), {"x": 1, "y": 2})]


async def main():
    me = asyncio.current_task()
    done = asyncio.get_running_loop().create_future()
    done.set_result(None)
    for f in (done.set_result, done.set_exception, done.result, done.exception, done.done, done.cancelled, done.get_loop,
              done.add_done_callback, done.remove_done_callback, me.set_result, me.get_name, me.get_coro, me.cancelling, me.get_context):
        for args, kwargs in calls:
            if len(args) != 1 or kwargs or f not in (done.set_result, done.set_exception, done.add_done_callback):
                tell(f, *args, **kwargs)
    for args, kwargs in calls[2:]:
        tell(me.cancel, *args, **kwargs)
        tell(me.set_name, *args, **kwargs)
        tell(me.get_stack, *args, **kwargs)
        tell(me.uncancel, *args, **kwargs)
    for args, kwargs in calls[2:]:
        for f in (asyncio.current_task, asyncio.get_running_loop, asyncio._get_running_loop, asyncio._set_running_loop):
            tell(f, *args, **kwargs)
    for args, kwargs in calls:
        for f in (asyncio._enter_task, asyncio._leave_task, asyncio._register_task):
            if (len(args) != 2 or f is asyncio._register_task) and (len(args) != 1 or f is not asyncio._register_task):
                tell(f, *args, **kwargs)


asyncio.run(main())
var = contextvars.ContextVar("var")
ctx = contextvars.copy_context()
for args, kwargs in calls:
    tell(contextvars.copy_context, *args, **kwargs)
    tell(contextvars.Context, *args, **kwargs)
    for f in (var.get, var.set, var.reset, ctx.run, ctx.copy, ctx.get):
        if f != ctx.run or not args:
            tell(f, *args, **kwargs)
    if len(args) != 1 or kwargs:
        tell(contextvars.ContextVar, *args, **kwargs)
for f in (lambda: print(sepp=1), lambda: sorted([1], keys=2), lambda: int("1", bas=2), lambda: asyncio.current_task(lop=1)):
    try:
        f()
    except TypeError as e:
        print(e)
