import math

import trio
from _run import outcome


async def twice():
    with trio.CancelScope() as scope:
        scope.cancel()
        scope.cancel()
        for _ in range(2):
            try:
                await trio.sleep(1)
            except trio.Cancelled:
                print("again")
        print(scope.cancel_called, scope.cancelled_caught)
    print(scope.cancelled_caught)


outcome(twice)


async def before_entry():
    scope = trio.CancelScope()
    scope.cancel()
    scope2 = trio.CancelScope(deadline=-5)
    print(scope.cancel_called, scope2.cancel_called)
    with scope:
        print("runs to the first checkpoint")
        await trio.sleep(0)
        print("not here")
    print(scope.cancelled_caught)
    with trio.CancelScope(deadline=trio.current_time() + 3) as scope3:
        await trio.sleep(10)
    print(trio.current_time(), scope3.cancelled_caught)
    try:
        with scope3:
            pass
    except RuntimeError as e:
        print(e)


outcome(before_entry)


async def shields():
    with trio.CancelScope() as outer:
        with trio.CancelScope(shield=True) as inner:
            outer.cancel()
            await trio.sleep(1)
            print("shielded")
            inner.shield = False
            try:
                await trio.sleep(1)
            except trio.Cancelled:
                print("no longer")
            inner.shield = True
            await trio.sleep(1)
            with trio.move_on_after(1) as own:
                await trio.sleep(5)
            print(own.cancelled_caught)
            inner.cancel()
            await trio.sleep(1)
        print(inner.cancelled_caught)
        try:
            outer.shield = 1
        except TypeError as e:
            print(e)
    print(outer.cancelled_caught)


outcome(shields)


async def lifted():
    async def sleeper():
        with trio.CancelScope(shield=True) as scope:
            scopes.append(scope)
            try:
                await trio.sleep_forever()
            except trio.Cancelled:
                print("lifted at", trio.current_time())
                raise

    scopes = []
    async with trio.open_nursery() as nursery:
        nursery.start_soon(sleeper)
        await trio.sleep(1)
        nursery.cancel_scope.cancel()
        with trio.CancelScope(shield=True):
            await trio.sleep(1)
            scopes[0].shield = False
            await trio.sleep(1)


outcome(lifted)


async def which_catches():
    with trio.CancelScope() as one, trio.CancelScope() as two, trio.CancelScope() as three:
        two.cancel()
        three.cancel()
        await trio.sleep(1)
    print(one.cancelled_caught, two.cancelled_caught, three.cancelled_caught)
    with trio.CancelScope() as left:
        left.cancel()
    print(left.cancelled_caught)
    with trio.CancelScope() as outer:
        try:
            with trio.CancelScope() as inner:
                outer.cancel()
                await trio.sleep(1)
        finally:
            inner.shield = True
            print("on its way")
    print(inner.cancelled_caught, outer.cancelled_caught)


outcome(which_catches)


async def deadlines():
    print(trio.current_effective_deadline())
    with trio.move_on_at(10.0):
        with trio.move_on_at(20.0):
            print(trio.current_effective_deadline())
            with trio.CancelScope(shield=True):
                print(trio.current_effective_deadline())
        with trio.move_on_at(5.0) as scope:
            scope.deadline += 3
            print(trio.current_effective_deadline(), scope.deadline)
            scope.deadline = math.inf
            scope.deadline = 2
            scope.cancel()
            print(trio.current_effective_deadline())
    with trio.move_on_after(4) as scope:
        await trio.sleep(10)
    print(trio.current_time(), scope.cancelled_caught)
    try:
        with trio.fail_after(1):
            await trio.sleep(2)
    except trio.TooSlowError as e:
        print(repr(e))
    try:
        with trio.fail_at(trio.current_time() + 5):
            with trio.CancelScope() as inner:
                inner.cancel()
                await trio.sleep(1)
        print("fast enough")
    except trio.TooSlowError as e:
        print(repr(e))
    await trio.sleep_until(0)
    await trio.sleep_until(12)
    print(trio.current_time())


outcome(deadlines)


async def grandchildren():
    async def child(depth):
        try:
            async with trio.open_nursery() as nursery:
                if depth:
                    nursery.start_soon(child, depth - 1)
                await trio.sleep_forever()
        except trio.Cancelled:
            print("never")
        finally:
            print("left", depth)

    async with trio.open_nursery() as nursery:
        nursery.start_soon(child, 2)
        await trio.testing.wait_all_tasks_blocked()
        nursery.cancel_scope.cancel()


outcome(grandchildren)


async def many():
    async def nest(n):
        if n:
            with trio.CancelScope():
                await nest(n - 1)
        else:
            await trio.sleep(0)

    await nest(200)
    with trio.move_on_after(1000) as scope:
        for n in range(2000):
            scope.deadline = trio.current_time() + 1000 + n
        await trio.sleep(1500)
    print(scope.cancelled_caught)


outcome(many)


async def misnested():
    one, two = trio.CancelScope(), trio.CancelScope()
    one.__enter__()
    two.__enter__()
    try:
        one.__exit__(None, None, None)
    except RuntimeError as e:
        print(str(e).partition("<")[0], "still within" in str(e))


outcome(misnested)
print(repr(trio.CancelScope()).partition(" at ")[0])
