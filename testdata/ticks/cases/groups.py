"""TaskGroup (3.11 and later)."""
import asyncio

from .tools import outcome, since


async def _job(log, name, seconds=0, error=None):
    log(name + " starts")
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        log(name + " cancelled")
        raise
    if error:
        log(name + " fails")
        raise error
    log(name + " ends")
    return name


@since(3, 11)
async def group_empty(log, loop):
    log("before")
    async with asyncio.TaskGroup():
        log("inside")
    log("after")


@since(3, 11)
async def group_two_children(log, loop):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(_job(log, name)) for name in "ab"]
        log("body ends")
    log("after")
    return [task.result() for task in tasks]


@since(3, 11)
async def group_child_without_suspension(log, loop):
    async def job():
        log("job")
    log("before")
    async with asyncio.TaskGroup() as group:
        group.create_task(job())
    log("after")


@since(3, 11)
async def group_child_fails_while_waiting(log, loop):
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(_job(log, "good", 10))
            group.create_task(_job(log, "bad", 1, ValueError("bad")))
            log("body ends")
    except BaseException as error:
        log("caught %r" % error)
    return asyncio.current_task().cancelling()


@since(3, 11)
async def group_child_fails_in_body(log, loop):
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(_job(log, "bad", 1, ValueError("bad")))
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                log("body cancelled")
                raise
    except BaseException as error:
        log("caught %r" % error)
    return asyncio.current_task().cancelling()


@since(3, 11)
async def group_two_failures_in_one_tick(log, loop):
    async with asyncio.TaskGroup() as group:
        group.create_task(_job(log, "a", 0, ValueError("a")))
        group.create_task(_job(log, "b", 0, KeyError("b")))


@since(3, 11)
async def group_body_fails(log, loop):
    async with asyncio.TaskGroup() as group:
        group.create_task(_job(log, "child", 10))
        await asyncio.sleep(1)
        raise ValueError("body")


@since(3, 11)
async def group_body_and_child_fail(log, loop):
    async def late():
        try:
            await asyncio.sleep(10)
        finally:
            raise KeyError("child")
    async with asyncio.TaskGroup() as group:
        group.create_task(late())
        await asyncio.sleep(1)
        raise ValueError("body")


@since(3, 11)
async def group_child_cancelled_alone(log, loop):
    async with asyncio.TaskGroup() as group:
        victim = group.create_task(_job(log, "victim", 10))
        group.create_task(_job(log, "other", 2))
        await asyncio.sleep(1)
        victim.cancel()
    log("after")
    return outcome(victim)


@since(3, 11)
async def group_cancelled_from_outside(log, loop):
    async def parent():
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(_job(log, "child", 10))
        except asyncio.CancelledError:
            log("parent caught")
            raise
    task = loop.create_task(parent())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    return outcome(task)


@since(3, 11)
async def group_cancelled_child_cleans_up(log, loop):
    async def child():
        try:
            await asyncio.sleep(10)
        finally:
            await asyncio.sleep(1)
            log("child cleaned")

    async def parent():
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
    task = loop.create_task(parent())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    log("parent over")
    return outcome(task)


@since(3, 11)
async def group_cancelled_and_child_fails(log, loop):
    async def child():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            raise ValueError("child")

    async def parent():
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(child())
        except BaseException as error:
            log("parent caught %r" % error)
        log("cancelling %d" % asyncio.current_task().cancelling())
        try:
            await asyncio.sleep(0)
            log("went on")
        except asyncio.CancelledError:
            log("cancelled afterwards")
    task = loop.create_task(parent())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    return outcome(task)


@since(3, 11)
async def group_in_group_inner_fails(log, loop):
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(_job(log, "outer child", 10))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(_job(log, "inner child", 1, ValueError("inner")))
    except BaseException as error:
        log("caught %r" % error)


@since(3, 11)
async def group_in_child_fails(log, loop):
    async def child():
        async with asyncio.TaskGroup() as group:
            group.create_task(_job(log, "grandchild", 1, ValueError("grandchild")))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
    except BaseException as error:
        log("caught %r" % error)


@since(3, 11)
async def group_child_adds_child(log, loop):
    async with asyncio.TaskGroup() as group:
        async def parent():
            await asyncio.sleep(1)
            group.create_task(_job(log, "second", 1))
            log("first ends")
        group.create_task(parent())
        log("body ends")
    log("after")


@since(3, 11)
async def group_misused(log, loop):
    async def nothing():
        pass

    def attempt(group):
        job = nothing()
        try:
            group.create_task(job)
        except RuntimeError as error:
            log(str(error))
        job.close()
    group = asyncio.TaskGroup()
    attempt(group)
    async with group:
        try:
            await group.__aenter__()
        except RuntimeError as error:
            log(str(error).split("has")[-1])
    attempt(group)


@since(3, 11)
async def group_refuses_while_shutting_down(log, loop):
    async def nothing():
        pass

    async def child(group):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            job = nothing()
            try:
                group.create_task(job)
            except RuntimeError as error:
                log(str(error).split("> ")[-1])
            job.close()
            raise
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child(group))
            group.create_task(_job(log, "bad", 1, ValueError("bad")))
    except BaseException as error:
        log("caught %r" % error)


@since(3, 11)
async def group_within_timeout(log, loop):
    try:
        async with asyncio.timeout(1):
            async with asyncio.TaskGroup() as group:
                group.create_task(_job(log, "child", 10))
    except TimeoutError:
        log("time is up")
    return asyncio.current_task().cancelling()


@since(3, 11)
async def group_child_has_own_timeout(log, loop):
    async def child():
        async with asyncio.timeout(1):
            await asyncio.sleep(10)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
    except BaseException as error:
        log("caught %r" % error)


@since(3, 11)
async def group_body_swallows_cancel(log, loop):
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(_job(log, "bad", 1, ValueError("bad")))
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                log("body swallows")
            await asyncio.sleep(1)
            log("body ends")
    except BaseException as error:
        log("caught %r" % error)
    return asyncio.current_task().cancelling()


@since(3, 11)
async def group_child_system_exit(log, loop):
    async def quits():
        raise SystemExit(3)
    async with asyncio.TaskGroup() as group:
        group.create_task(quits())
