import signal

import trio
from _run import told


def tell(fn, *args, **kwargs):
    try:
        print(fn.__name__, "returned", trio.run(fn, *args, **kwargs))
    except BaseException as e:
        print(fn.__name__, "raised", told(e))


def interrupt():
    signal.raise_signal(signal.SIGINT)


async def in_place():
    async def sibling():
        try:
            await trio.sleep_forever()
        finally:
            print("sibling cancelled")

    async with trio.open_nursery() as nursery:
        nursery.start_soon(sibling)
        await trio.testing.wait_all_tasks_blocked()
        try:
            interrupt()
        except KeyboardInterrupt:
            print("raised in place")
            raise


tell(in_place)


async def in_child():
    async def child():
        try:
            interrupt()
        except KeyboardInterrupt:
            print("in the child")
            raise

    async with trio.open_nursery() as nursery:
        nursery.start_soon(child)


tell(in_child)


@trio.lowlevel.enable_ki_protection
def protected():
    interrupt()
    print("protected:", trio.lowlevel.currently_ki_protected())


async def from_protected():
    print(trio.lowlevel.currently_ki_protected())
    protected()
    try:
        await trio.lowlevel.checkpoint_if_cancelled()
    except KeyboardInterrupt:
        print("at the checkpoint")
    await trio.lowlevel.checkpoint_if_cancelled()


tell(from_protected)


async def protected_child():
    async def child():
        protected()
        try:
            await trio.sleep_forever()
        except trio.Cancelled:
            print("child cancelled")
            raise

    async with trio.open_nursery() as nursery:
        nursery.start_soon(child)
        await trio.sleep_forever()


tell(protected_child)


async def too_late():
    protected()
    return "value"


tell(too_late)


async def restricted():
    interrupt()
    print("goes on")
    await trio.sleep(0)
    print("never")


tell(restricted, restrict_keyboard_interrupt_to_checkpoints=True)


async def beats_cancelled():
    with trio.CancelScope() as scope:
        scope.cancel()
        protected()
        for _ in range(2):
            try:
                await trio.sleep(0)
            except BaseException as e:
                print(type(e).__name__)


tell(beats_cancelled)


async def own_handler():
    interrupt()
    await trio.sleep(0)


signal.signal(signal.SIGINT, lambda number, frame: print("own handler"))
tell(own_handler)
signal.signal(signal.SIGINT, signal.default_int_handler)
print(trio.lowlevel.currently_ki_protected())


async def receiver():
    with trio.open_signal_receiver(signal.SIGUSR1, signal.SIGUSR2) as signals:
        print(signal.getsignal(signal.SIGUSR1) is not signal.SIG_DFL)
        signal.raise_signal(signal.SIGUSR1)
        signal.raise_signal(signal.SIGUSR1)
        signal.raise_signal(signal.SIGUSR2)
        await trio.testing.wait_all_tasks_blocked()
        got = []
        async for number in signals:
            got.append(int(number))
            if len(got) == 2:
                break
        print(sorted(got) == sorted([signal.SIGUSR1, signal.SIGUSR2]))
        signal.raise_signal(signal.SIGUSR1)
        async for number in signals:
            print(int(number) == signal.SIGUSR1)
            break
    print(signal.getsignal(signal.SIGUSR1) is signal.SIG_DFL)
    try:
        async for number in signals:
            pass
    except RuntimeError as e:
        print(e)
    try:
        with trio.open_signal_receiver():
            pass
    except TypeError as e:
        print(e)
    with trio.open_signal_receiver(signal.SIGINT):
        interrupt()
        await trio.testing.wait_all_tasks_blocked()
    print("never")


tell(receiver)
