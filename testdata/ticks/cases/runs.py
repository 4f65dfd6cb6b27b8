"""asyncio.run: results, what is left over, and the steps of the shutdown."""
import asyncio

from .tools import note_errors


async def _sleeper(log, name="left-over"):
    log(name + " starts")
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log(name + " cancelled")
        raise
    log(name + " ends")


_kept = []


def _spawn(coroutine, **named):
    """A task that is not collected while it waits."""
    task = asyncio.get_running_loop().create_task(coroutine, **named)
    _kept.append(task)
    task.add_done_callback(_kept.remove)
    return task


async def run_returns(log):
    log("main")
    return 7


async def run_sleeps(log):
    await asyncio.sleep(1)
    log("main")


async def run_raises(log):
    raise ValueError("main")


async def run_leaves_waiting_task(log):
    _spawn(_sleeper(log))
    await asyncio.sleep(1)
    log("main ends")
    return 1


async def run_leaves_unstarted_task(log):
    _spawn(_sleeper(log))
    log("main ends")


async def run_fails_and_leaves_task(log):
    _spawn(_sleeper(log))
    await asyncio.sleep(1)
    raise ValueError("main")


async def run_leaves_task_that_cleans_up(log):
    async def job():
        try:
            await asyncio.sleep(10)
        finally:
            await asyncio.sleep(5)
            log("cleaned")
    _spawn(job())
    await asyncio.sleep(1)
    log("main ends")


async def run_leaves_task_that_swallows(log):
    async def job():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            log("swallowed")
        await asyncio.sleep(2)
        log("job ends")
    _spawn(job())
    await asyncio.sleep(0)
    return "main"


async def run_leaves_task_that_fails(log):
    async def job():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            raise KeyError("cleanup")
    note_errors(log, asyncio.get_running_loop())
    _spawn(job())
    await asyncio.sleep(0)
    log("main ends")


async def run_leaves_task_that_makes_task(log):
    """The task made during the shutdown is not cancelled; it is just left."""
    async def job():
        try:
            await asyncio.sleep(10)
        finally:
            log("makes a task")
            _spawn(_sleeper(log, "late task"))
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: None)
    _spawn(job())
    await asyncio.sleep(0)
    log("main ends")


async def run_leaves_chain_of_tasks(log):
    async def outer():
        try:
            await _spawn(_sleeper(log, "inner"))
        finally:
            log("outer over")
    task = _spawn(outer())
    await asyncio.sleep(1)
    task.get_name()
    log("main ends")


async def run_leaves_three_tasks(log):
    """They are cancelled in no particular order, so they log together."""
    ended = []

    async def job(name):
        try:
            await asyncio.sleep(10)
        finally:
            ended.append(name)
            if len(ended) == 3:
                log("cancelled: " + " ".join(sorted(ended)))
    for name in "abc":
        _spawn(job(name))
    await asyncio.sleep(0)
    log("main ends")


async def run_leaves_callbacks(log):
    """What is ready runs during the shutdown, a far timer never does."""
    loop = asyncio.get_running_loop()
    loop.call_later(10, log, "timer")
    loop.call_soon(log, "soon")
    loop.call_soon(loop.call_soon, log, "soon of soon")
    log("main ends")


async def run_leaves_shielded_task(log):
    """A shield does not protect from the end of the program."""
    inner = _spawn(_sleeper(log, "inner"))

    async def waiter():
        try:
            await asyncio.shield(inner)
        except asyncio.CancelledError:
            inner.add_done_callback(lambda _: log("inner over"))
            raise
    _spawn(waiter())
    await asyncio.sleep(1)
    inner.add_done_callback(lambda _: log("inner is done"))
    log("main ends")


async def run_main_cancels_itself(log):
    asyncio.current_task().cancel()
    await asyncio.sleep(0)


async def run_main_cancelled_by_task(log):
    main = asyncio.current_task()

    async def job():
        log("job cancels main: %s" % main.cancel())
    _spawn(job())
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log("main swallows")
    return "main"


async def run_main_stops_the_loop(log):
    asyncio.get_running_loop().stop()
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log("main cancelled")
        raise


async def run_callback_raises_keyboard_interrupt(log):
    def interrupt():
        log("interrupt")
        raise KeyboardInterrupt
    loop = asyncio.get_running_loop()
    loop.call_soon(interrupt)
    loop.call_soon(log, "behind")
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log("main cancelled")
        raise


async def run_task_raises_system_exit(log):
    async def job():
        log("job quits")
        raise SystemExit(3)
    _spawn(job())
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log("main cancelled")
        raise


async def run_main_raises_system_exit(log):
    _spawn(_sleeper(log))
    await asyncio.sleep(1)
    raise SystemExit(3)


async def run_executor_used(log):
    """The default executor is shut down as the last step but one."""
    loop = asyncio.get_running_loop()
    value = await loop.run_in_executor(None, max, 1, 2)
    return value


async def run_task_ends_in_last_steps(log):
    """A task of the shutdown phase runs on while the last steps run."""
    async def late():
        log("late starts")
        await asyncio.sleep(0)
        log("late second step")
        await asyncio.sleep(0)
        log("late third step")

    async def job():
        try:
            await asyncio.sleep(10)
        finally:
            _spawn(late())
    _spawn(job())
    await asyncio.sleep(0)
    log("main ends")


async def run_inside_run(log):
    async def nothing():
        pass
    job = nothing()
    try:
        asyncio.run(job)
    except RuntimeError as error:
        log(str(error))
    job.close()


async def run_gather_left_over(log):
    """Main is gone while a gather still waits."""
    async def waiter():
        try:
            await asyncio.gather(_sleeper(log, "child"))
        except asyncio.CancelledError:
            log("waiter cancelled")
            raise
    _spawn(waiter())
    await asyncio.sleep(1)
    log("main ends")
