# signal: SIGTERM@1.25s
import asyncio
import signal


async def worker(jobs, done):
    while True:
        job = await jobs.get()
        print("start", job)
        try:
            await asyncio.sleep(0.5)
        except asyncio.CancelledError:
            print("dropped", job)
            raise
        done.append(job)
        jobs.task_done()


async def main():
    loop = asyncio.get_running_loop()
    asked = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, asked.set)
    jobs = asyncio.Queue()
    for n in range(6):
        jobs.put_nowait(n)
    done = []
    workers = [asyncio.create_task(worker(jobs, done)) for _ in range(2)]
    await asked.wait()
    print("asked to stop, left:", jobs.qsize())
    for w in workers:
        w.cancel()
    print(await asyncio.gather(*workers, return_exceptions=True))
    print("done", sorted(done))


asyncio.run(main())
