import trio
from _run import run


class Recorder(trio.abc.Instrument):
    def __init__(self):
        self.record = []

    def before_run(self):
        self.record.append("before_run")

    def after_run(self):
        self.record.append("after_run")

    def _note(hook):
        def noted(self, task):
            if task.name.endswith(("main", "child")):
                self.record.append((hook, task.name.rpartition(".")[2]))

        return noted

    task_spawned = _note("spawned")
    task_scheduled = _note("scheduled")
    before_task_step = _note("before")
    after_task_step = _note("after")
    task_exited = _note("exited")


async def child():
    await trio.lowlevel.checkpoint()


async def main():
    async with trio.open_nursery() as nursery:
        nursery.start_soon(child)


recorder = Recorder()
run(main, instruments=[recorder])
for entry in recorder.record:
    print(entry)


class Waits(trio.abc.Instrument):
    n = 0

    def before_io_wait(self, timeout):
        Waits.n += 1

    def after_io_wait(self, timeout):
        Waits.n -= 1


async def later():
    waits = Waits()
    trio.lowlevel.add_instrument(waits)
    trio.lowlevel.add_instrument(waits)
    await trio.sleep(1)
    trio.lowlevel.remove_instrument(waits)
    try:
        trio.lowlevel.remove_instrument(waits)
    except KeyError as e:
        print("KeyError", e.args[0] is waits)
    return Waits.n


print(run(later))


class Crashing(trio.abc.Instrument):
    def before_task_step(self, task):
        print("crashes")
        raise ValueError("oops")


async def goes_on():
    await trio.sleep(1)
    return "went on"


print(run(goes_on, instruments=[Crashing()]))
