"""Several ways to one end, each tried a while after the one before."""

from asyncio import TimeoutError, events, locks, tasks

__all__ = ("staggered_race",)


class _Race:
    """A race: its runners start one another, and the winner stops the rest."""

    def __init__(self, functions, delay, loop):
        self.waiting = list(functions)
        self.delay = delay
        self.loop = loop
        self.runners = []
        self.errors = []
        self.winner = self.result = None

    def enter(self, signal=None):
        """Add a runner, who starts when signal is set or after the delay."""
        self.runners.append(self.loop.create_task(self.run(signal)))

    async def run(self, signal):
        if signal is not None:
            try:
                await tasks.wait_for(signal.wait(), self.delay)
            except TimeoutError:
                pass
        mine = len(self.errors)
        if mine == len(self.waiting):
            return
        failed = locks.Event()
        self.enter(failed)
        self.errors.append(None)
        try:
            result = await self.waiting[mine]()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as e:
            self.errors[mine] = e
            failed.set()
            return
        self.winner, self.result = mine, result
        # A runner that cancelled itself here would end as no task should.
        self.stop(self.runners[:mine] + self.runners[mine + 1:])

    def stop(self, runners):
        for runner in runners:
            runner.cancel()

    async def decide(self):
        """Run until nobody runs any more."""
        self.enter()
        over = 0
        try:
            while over < len(self.runners):
                done, _ = await tasks.wait(self.runners)
                over = len(done)
                for runner in done:
                    if not runner.cancelled():
                        runner.result()
        finally:
            self.stop(self.runners)


async def staggered_race(coro_fns, delay, *, loop=None):
    """Start coroutine functions, one after delay seconds or when the one before has failed.

    The first that succeeds wins, and the others are cancelled. Gives its result, its place
    in coro_fns, and what each of them has raised, or None. Without a winner result and
    place are None.
    """
    race = _Race(coro_fns, delay, loop or events.get_running_loop())
    await race.decide()
    return race.result, race.winner, race.errors
