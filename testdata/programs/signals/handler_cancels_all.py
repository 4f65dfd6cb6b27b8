# signal: SIGINT@0.75s
import asyncio
import signal


async def worker(n):
    try:
        while True:
            await asyncio.sleep(0.5)
            print("worker", n)
    except asyncio.CancelledError:
        print("bye", n)


def shutdown():
    me = asyncio.current_task()
    tasks = [t for t in asyncio.all_tasks() if t is not me and t.get_name().startswith("worker")]
    print("cancelling", len(tasks), "current", me)
    for t in sorted(tasks, key=lambda t: t.get_name()):
        t.cancel()


async def main():
    asyncio.get_running_loop().add_signal_handler(signal.SIGINT, shutdown)
    tasks = [asyncio.create_task(worker(n), name=f"worker-{n}") for n in range(3)]
    await asyncio.gather(*tasks)
    print("main ends")


asyncio.run(main())
