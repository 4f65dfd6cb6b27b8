"""Worker pool with retries, poison pills and a results queue."""
import asyncio
import random
import logging
random.seed(3)
class Flaky(Exception): pass
async def fetch(url, attempt):
    await asyncio.sleep(random.random() / 10)
    if hash(url.count("e") + attempt) % 3 == 0:
        raise Flaky(url)
    return len(url) * attempt
async def worker(name, jobs, results):
    while True:
        item = await jobs.get()
        try:
            if item is None:
                return name
            url, attempt = item
            try:
                r = await asyncio.wait_for(fetch(url, attempt), timeout=0.08)
            except asyncio.TimeoutError:
                print(f"{name}: {url} timed out ({attempt})")
                await jobs.put((url, attempt + 1))
            except Flaky as e:
                print(f"{name}: {e!r} failed ({attempt})")
                await jobs.put((url, attempt + 1))
            else:
                await results.put((url, r))
        finally:
            jobs.task_done()
async def main():
    jobs, results = asyncio.Queue(), asyncio.PriorityQueue()
    for u in ("alpha", "beta", "eee", "example", "ok"):
        jobs.put_nowait((u, 1))
    ws = [asyncio.create_task(worker(f"w{i}", jobs, results)) for i in range(3)]
    await jobs.join()
    for _ in ws:
        await jobs.put(None)
    print(await asyncio.gather(*ws))
    while results.qsize():
        print(results.get_nowait())
    print(jobs.empty(), jobs.qsize(), jobs)
asyncio.run(main())
