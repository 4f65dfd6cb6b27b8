import asyncio
import enum
import functools


class State(enum.Enum):
    CLOSED = "closed"
    OPEN = "open"
    HALF = "half-open"


class Breaker:
    def __init__(self, failures, cooldown):
        self.limit, self.cooldown = failures, cooldown
        self.failures, self.opened, self.state = 0, None, State.CLOSED

    def __call__(self, f):
        @functools.wraps(f)
        async def inner(*args):
            now = asyncio.get_running_loop().time()
            if self.state is State.OPEN:
                if now - self.opened < self.cooldown:
                    raise RuntimeError("circuit open")
                self.state = State.HALF
            try:
                result = await f(*args)
            except ConnectionError:
                self.failures += 1
                if self.failures >= self.limit or self.state is State.HALF:
                    self.state, self.opened = State.OPEN, now
                raise
            self.failures, self.state = 0, State.CLOSED
            return result
        return inner


breaker = Breaker(3, 2.0)
healthy_after = 6


@breaker
async def call(n):
    await asyncio.sleep(0.1)
    if n < healthy_after:
        raise ConnectionError(f"attempt {n}")
    return f"answer {n}"


async def main():
    for n in range(10):
        try:
            print(n, await call(n), breaker.state)
        except (ConnectionError, RuntimeError) as e:
            print(n, type(e).__name__, e, breaker.state.value)
        await asyncio.sleep(0.6)


asyncio.run(main())
