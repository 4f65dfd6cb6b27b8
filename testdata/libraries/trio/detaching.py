import types

import outcome as outcomes
import trio
from _run import outcome, told
from trio.lowlevel import (
    Abort,
    current_task,
    permanently_detach_coroutine_object,
    reattach_detached_coroutine_object,
    temporarily_detach_coroutine_object,
)
from trio.testing import wait_all_tasks_blocked


@types.coroutine
def give(value):
    return (yield value)


tasks = []


async def leaves(end):
    await trio.sleep(0)
    tasks.append(current_task())
    try:
        print("resumed with", await permanently_detach_coroutine_object(end))
    except ValueError as e:
        print("resumed by", repr(e))
    print("then", await give("free"))


def drive(coro, *values):
    for v in values:
        try:
            if isinstance(v, Exception):
                print("yields", coro.throw(v))
            else:
                print("yields", coro.send(v))
        except StopIteration as e:
            print("ends with", e.value)


async def for_good():
    async with trio.open_nursery() as nursery:
        nursery.start_soon(leaves, outcomes.Value(None))
    print("the task has ended, its coroutine has not")
    drive(tasks.pop().coro, "be free", "again")
    try:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(leaves, outcomes.Error(KeyError("final")))
    except BaseException as e:
        print(told(e))
    drive(tasks.pop().coro, ValueError("thrown in"), None)


outcome(for_good)


async def with_nurseries():
    async with trio.open_nursery():
        try:
            await permanently_detach_coroutine_object(outcomes.Value(None))
        except RuntimeError as e:
            print(e)


outcome(with_nurseries)


async def lent():
    async def other():
        tasks.append(current_task())

    async def borrowed():
        task = current_task()
        tasks.append(task)
        print("got", await temporarily_detach_coroutine_object(lambda raise_cancel: Abort.FAILED))
        print("got", await give(1))
        print("got", await give(2))
        try:
            await reattach_detached_coroutine_object(tasks[0], None)
        except RuntimeError as e:
            print(e)
        await reattach_detached_coroutine_object(task, "bye")
        await trio.sleep(1)
        print("at home at", trio.current_time(), current_task() is task)

    async with trio.open_nursery() as nursery:
        nursery.start_soon(other)
        await wait_all_tasks_blocked()
        nursery.start_soon(borrowed)
        await wait_all_tasks_blocked()
        drive(tasks[1].coro, "not trio", None, "c")
    tasks.clear()


outcome(lent)


async def cancelled_meanwhile():
    async def borrowed():
        task = current_task()
        tasks.append(task)

        def abort(raise_cancel):
            print("asked to abort")
            return Abort.FAILED

        await temporarily_detach_coroutine_object(abort)
        await reattach_detached_coroutine_object(task, "back")
        try:
            await trio.sleep(0)
        except trio.Cancelled:
            print("cancelled at home")
            raise

    async with trio.open_nursery() as nursery:
        nursery.start_soon(borrowed)
        await wait_all_tasks_blocked()
        nursery.cancel_scope.cancel()
        drive(tasks.pop().coro, None)


outcome(cancelled_meanwhile)
