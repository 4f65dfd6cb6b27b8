# python: 3.9
# A coroutine that a call refuses lives as long as the exception: its warning
# comes where the except clause ends.
import asyncio
import signal
import traceback
import warnings


def told(message, category, filename, lineno, file=None, line=None):
    print(f"  line {lineno}:" if filename == __file__ else "  elsewhere:", message)


warnings.showwarning = told
warnings.simplefilter("always")


async def other():
    return "other"


async def main():
    loop = asyncio.get_running_loop()
    for call in (
        lambda: asyncio.run(other()),
        lambda: loop.run_until_complete(other()),
        lambda: asyncio.gather(5, other()),
        lambda: asyncio.ensure_future(5),
        lambda: loop.add_signal_handler(signal.SIGUSR1, other()),
    ):
        try:
            call()
        except (RuntimeError, TypeError) as e:
            print(type(e).__name__, e)
            print("  still in the clause")
        print("  after it")
    tasks = asyncio.all_tasks()
    try:
        asyncio.gather(other(), other(), 5)
    except TypeError as e:
        print("gather made", len(asyncio.all_tasks() - tasks))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("left", len(asyncio.all_tasks() - tasks))


asyncio.run(main())
loop = asyncio.new_event_loop()
loop.close()
kept = []
for call in (
    lambda: asyncio.create_task(other()),
    lambda: loop.run_until_complete(other()),
    lambda: loop.create_task(other()),
):
    try:
        call()
    except RuntimeError as e:
        print(e)
        kept.append(e)
print("kept", len(kept))
for e in kept:
    traceback.clear_frames(e.__traceback__)
    print("cleared")
