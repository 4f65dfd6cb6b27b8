import asyncio


class Bucket:
    def __init__(self, rate, burst):
        self.rate, self.burst = rate, burst
        self.tokens = burst
        self.lock = asyncio.Lock()

    async def take(self):
        async with self.lock:
            while self.tokens < 1:
                await asyncio.sleep(1 / self.rate)
                self.tokens = min(self.burst, self.tokens + 1)
            self.tokens -= 1


async def call(bucket, n, begun):
    await bucket.take()
    print(n, f"{asyncio.get_running_loop().time() - begun:.2f}")


async def main():
    begun = asyncio.get_running_loop().time()
    bucket = Bucket(rate=4, burst=3)
    await asyncio.gather(*(call(bucket, n, begun) for n in range(8)))


asyncio.run(main())
