# Scopes and nurseries that are left in the wrong order, and what is left behind.
import re

import trio
from _run import outcome, told
from trio.testing import wait_all_tasks_blocked


def first(e):
    return re.sub(r" at 0x\w+", "", str(e).partition("\n")[0])


async def in_its_child():
    one, two = trio.CancelScope(), trio.CancelScope()
    one.__enter__()
    two.__enter__()
    try:
        one.__exit__(None, None, None)
    except RuntimeError as e:
        print(first(e))
    print(one.cancel_called, two.cancel_called)
    try:
        await trio.sleep(0)
    except trio.Cancelled:
        print("what is inside is cancelled")
    try:
        two.__exit__(None, None, None)
    except RuntimeError as e:
        print(first(e))


outcome(in_its_child)


async def already_exited():
    scope = trio.CancelScope()
    with scope:
        pass
    try:
        scope.__exit__(None, None, None)
    except RuntimeError as e:
        print(first(e))


outcome(already_exited)


async def from_elsewhere():
    scope = trio.CancelScope()

    async def other():
        try:
            scope.__exit__(None, None, None)
        except RuntimeError as e:
            print(first(e))

    async with trio.open_nursery() as nursery:
        with scope:
            nursery.start_soon(other)
            await wait_all_tasks_blocked()
    with trio.CancelScope() as used:
        async with trio.open_nursery() as nursery:

            async def enters():
                try:
                    with used:
                        print("never")
                except RuntimeError as e:
                    print(first(e))

            nursery.start_soon(enters)


outcome(from_elsewhere)


async def closes_over_a_child():
    """The scope round a nursery is left before the nursery is."""
    scope = trio.CancelScope()
    scope.__enter__()
    try:
        async with trio.open_nursery() as nursery:

            async def child():
                try:
                    await trio.sleep_forever()
                except trio.Cancelled:
                    print("child cancelled")
                    raise

            nursery.start_soon(child)
            await wait_all_tasks_blocked()
            scope.__exit__(None, None, None)
    except BaseException as e:
        for member in getattr(e, "exceptions", [e]):
            print(type(member).__name__, first(member))


outcome(closes_over_a_child)


async def left_open():
    kept = []

    async def child():
        try:
            await trio.sleep_forever()
        except trio.Cancelled:
            print("child of the open nursery cancelled")
            raise

    async def forgets():
        manager = trio.open_nursery()
        kept.append(manager)
        nursery = await manager.__aenter__()
        nursery.start_soon(child)
        await wait_all_tasks_blocked()

    try:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(forgets)
    except BaseException as e:
        print([first(member) for member in e.exceptions])
    print(kept.clear())


outcome(left_open)


async def scope_left_open():
    async def forgets():
        trio.CancelScope().__enter__()

    async with trio.open_nursery() as nursery:
        nursery.start_soon(forgets)
    print("a scope without tasks does not matter")


outcome(scope_left_open)


async def deep(n):
    async def nest(n):
        if n:
            with trio.CancelScope():
                await nest(n - 1)
        else:
            await trio.sleep(0)

    scopes = [trio.CancelScope() for _ in range(5000)]
    for scope in scopes:
        scope.__enter__()
    for scope in reversed(scopes):
        scope.__exit__(None, None, None)
    for scope in (scopes := [trio.CancelScope() for _ in range(5000)]):
        scope.__enter__()
    scopes[n].cancel()
    cancelled = None
    try:
        await trio.sleep_forever()
    except trio.Cancelled as e:
        cancelled = e
    for scope in reversed(scopes):
        if scope.__exit__(type(cancelled) if cancelled else None, cancelled, None):
            cancelled = None
    return [i for i, scope in enumerate(scopes) if scope.cancelled_caught]


outcome(deep, 0)
outcome(deep, 2500)
outcome(deep, 4999)


async def no_cancelled_in_it():
    with trio.CancelScope() as scope:
        scope.cancel()
        raise ExceptionGroup("own", [KeyError("k"), ValueError("v")])


outcome(no_cancelled_in_it)


async def caught_by_hand():
    with trio.CancelScope() as scope:
        scope.cancel()
        try:
            await trio.sleep(1)
        except trio.Cancelled:
            pass
    print(scope.cancel_called, scope.cancelled_caught)


outcome(caught_by_hand)


async def same_pass():
    """A checkpoint sees the deadline that passes while it waits for its turn."""
    clock = trio.lowlevel.current_clock()
    with trio.move_on_after(1) as scope:
        clock.jump(1)
        await trio.lowlevel.checkpoint_if_cancelled()
        print("not noticed yet")
        await trio.sleep(0)
        print("never")
    print(scope.cancelled_caught)
    with trio.move_on_after(1) as scope:
        clock.jump(1)
        print(scope.cancel_called, "looking is noticing")
        await trio.lowlevel.checkpoint_if_cancelled()
        print("never")


outcome(same_pass)


async def words():
    for made in (trio.CancelScope(), trio.CancelScope(deadline=trio.current_time() + 10)):
        print(first(repr(made)))
        with made:
            print(first(repr(made)))
            made.cancel()
            print(first(repr(made)))
            made.deadline = trio.current_time() - 5
            print(first(repr(made)))
        print(first(repr(made)))


outcome(words)
