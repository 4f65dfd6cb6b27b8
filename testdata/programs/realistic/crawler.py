import asyncio
import random
from urllib.parse import urljoin, urlparse

PAGES = {
    "http://site/": ["/a", "/b", "http://other/"],
    "http://site/a": ["/", "/c", "/missing"],
    "http://site/b": ["/c"],
    "http://site/c": ["/d", "/a"],
    "http://site/d": [],
}


class NotFound(Exception):
    pass


async def fetch(url):
    await asyncio.sleep(random.uniform(0.05, 0.2))
    if url not in PAGES:
        raise NotFound(url)
    return PAGES[url]


class Crawler:
    def __init__(self, start, workers=2):
        self.queue = asyncio.Queue()
        self.host = urlparse(start).netloc
        self.seen = set()
        self.errors = []
        self.workers = workers
        self.add(start)

    def add(self, url):
        if url not in self.seen and urlparse(url).netloc == self.host:
            self.seen.add(url)
            self.queue.put_nowait(url)

    async def work(self, name):
        while True:
            url = await self.queue.get()
            try:
                links = await fetch(url)
                print(f"{name} {url} -> {len(links)} links")
                for link in links:
                    self.add(urljoin(url, link))
            except NotFound as e:
                self.errors.append(str(e))
            finally:
                self.queue.task_done()

    async def run(self):
        tasks = [asyncio.create_task(self.work(f"w{n}")) for n in range(self.workers)]
        await self.queue.join()
        for t in tasks:
            t.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def main():
    c = Crawler("http://site/")
    await c.run()
    print(sorted(c.seen), c.errors)


asyncio.run(main())
