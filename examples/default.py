"""What SIGINT and SIGTERM do without a handler, and how asyncio.run shuts down.

The workers are those of shield.py. The loop tells each step of the shutdown.
"""
import asyncio
import os

SECONDS = 10


class TellingLoop(asyncio.SelectorEventLoop):
    def run_until_complete(self, future):
        # asyncio.run passes a bare gather only to wait for what it has cancelled.
        if asyncio.isfuture(future) and not isinstance(future, asyncio.Task):
            print("cancel all tasks")
        return super().run_until_complete(future)

    async def shutdown_asyncgens(self):
        print("shutdown asyncgens")
        await super().shutdown_asyncgens()

    async def shutdown_default_executor(self, *timeout):
        print("shutdown default executor")
        await super().shutdown_default_executor(*timeout)

    def close(self):
        print("close")
        super().close()


class TellingPolicy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        return TellingLoop()


async def worker(number):
    print(f"[{number}] Task start!")
    try:
        await asyncio.sleep(SECONDS)
    except asyncio.CancelledError:
        print(f"[{number}] Canceled!")
    else:
        print(f"[{number}] Task done!")


async def main():
    print(f"PID: {os.getpid()}")
    workers = [asyncio.create_task(worker(number)) for number in range(6)]
    try:
        await asyncio.gather(*workers[:3])
    except asyncio.CancelledError:
        print("main: cancelled")
        raise
    print("main: done")


asyncio.set_event_loop_policy(TellingPolicy())
asyncio.run(main())
