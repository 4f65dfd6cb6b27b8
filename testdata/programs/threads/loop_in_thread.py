import asyncio
import threading


class Background:
    def __init__(self):
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self):
        asyncio.set_event_loop(self.loop)
        self.loop.run_forever()
        self.loop.close()

    def submit(self, coro):
        return asyncio.run_coroutine_threadsafe(coro, self.loop)

    def stop(self):
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()


async def work(n):
    await asyncio.sleep(n / 10)
    return n


b = Background()
print([b.submit(work(n)).result() for n in (2, 1)])
b.stop()
print(b.loop.is_closed(), b.thread.is_alive())
