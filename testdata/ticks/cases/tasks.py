"""What tasks do apart from waiting: results, failures, names, who is current."""
import asyncio

from .tools import outcome


async def task_first_step_is_next_tick(log, loop):
    async def job():
        log("job")
    loop.call_soon(log, "before the task")
    task = loop.create_task(job())
    loop.call_soon(log, "behind the task")
    log("made")
    await task
    log("main")


async def task_makes_tasks(log, loop):
    async def node(name, depth):
        log(name)
        if depth:
            children = [loop.create_task(node(name + side, depth - 1)) for side in "lr"]
            for child in children:
                await child
        log(name + " ends")
    await node("t", 2)


async def task_fails_while_awaited(log, loop):
    async def job():
        await asyncio.sleep(0)
        raise ValueError("job")
    task = loop.create_task(job())
    try:
        await task
    except ValueError as error:
        log("caught %r" % error)
    log(outcome(task))
    await task


async def task_fails_before_awaited(log, loop):
    async def job():
        raise OSError(5, "io")
    task = loop.create_task(job())
    await asyncio.sleep(1)
    log("done %s" % task.done())
    await task


async def task_raises_stop_iteration(log, loop):
    async def job():
        raise StopIteration("over")
    task = loop.create_task(job())
    try:
        await task
    except RuntimeError as error:
        log("%r caused by %r" % (error, error.__cause__))


async def task_refuses_results(log, loop):
    async def job():
        await asyncio.sleep(0)
    task = loop.create_task(job())
    for call in (lambda: task.set_result(1), lambda: task.set_exception(ValueError())):
        try:
            call()
        except RuntimeError as error:
            log(str(error))
    await task


async def task_of_no_coroutine(log, loop):
    for what in (None, 3):
        try:
            loop.create_task(what)
        except TypeError as error:
            log(str(error))


async def task_result_too_early(log, loop):
    async def job():
        return 1
    task = loop.create_task(job())
    for call in (task.result, task.exception):
        try:
            call()
        except asyncio.InvalidStateError as error:
            log("%r" % error)
    await task
    log("%r" % task.result())


async def task_name_given(log, loop):
    async def job():
        log("I am " + asyncio.current_task().get_name())
    task = loop.create_task(job(), name="worker")
    await task
    task.set_name(7)
    log("now %r" % task.get_name())


async def current_task_by_place(log, loop):
    def who():
        task = asyncio.current_task(loop)
        return task.get_name() if task else "nobody"

    async def job():
        log("task: " + who())
    asyncio.current_task().set_name("main")
    loop.call_soon(lambda: log("callback: " + who()))
    task = loop.create_task(job(), name="job")
    task.add_done_callback(lambda _: log("done callback: " + who()))
    log("main: " + who())
    await task
    log("main: " + who())
    await asyncio.sleep(0)


async def all_tasks_counts(log, loop):
    async def job():
        log("in the job: %d" % len(asyncio.all_tasks()))
        await asyncio.sleep(0)
    log("alone: %d" % len(asyncio.all_tasks()))
    tasks = [loop.create_task(job()) for _ in range(2)]
    tasks[1].cancel()
    log("made: %d" % len(asyncio.all_tasks()))
    tasks[0].add_done_callback(lambda _: log("done callback: %d" % len(asyncio.all_tasks())))
    await tasks[0]
    log("after: %d" % len(asyncio.all_tasks()))


async def task_left_pending(log, loop):
    """run_until_complete does not wait for others."""
    async def job():
        await asyncio.sleep(5)
        log("never")
    loop.left = loop.create_task(job())
    await asyncio.sleep(1)
    return outcome(loop.left)


async def tasks_of_two_speeds(log, loop):
    async def tick(name, pause, times):
        for number in range(times):
            await asyncio.sleep(pause)
            log("%s %d" % (name, number))
    slow = loop.create_task(tick("slow", 1, 2))
    quick = loop.create_task(tick("quick", 0.4, 4))
    await slow
    await quick


def task_made_before_the_loop_runs(log, loop):
    async def job(name):
        log(name)
        await asyncio.sleep(0)
        log(name + " again")
        return name
    first = loop.create_task(job("first"))
    second = loop.create_task(job("second"))
    loop.run_until_complete(second)
    return outcome(first)


def task_raises_keyboard_interrupt(log, loop):
    """It leaves the loop; the waiter is told in the next run."""
    async def job():
        raise KeyboardInterrupt("typed")

    async def waiter():
        try:
            await task
        except KeyboardInterrupt as error:
            log("waiter got %r" % error)
    task = loop.create_task(job())
    waiting = loop.create_task(waiter())
    try:
        loop.run_until_complete(waiting)
    except KeyboardInterrupt as error:
        log("left by %r" % error)
    log(outcome(waiting))
    loop.run_until_complete(waiting)
    return outcome(waiting)
