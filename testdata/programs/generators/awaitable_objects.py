import asyncio
import types


class Later:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield from asyncio.sleep(0.1).__await__()
        return self.value


@types.coroutine
def pause(times):
    for _ in range(times):
        yield
    return times


class Bad:
    def __await__(self):
        return 5


async def main():
    print(await Later("x"), await pause(3))
    print(await asyncio.gather(Later(1), Later(2)))
    try:
        await Bad()
    except TypeError as e:
        print(e)
    try:
        await 5
    except TypeError as e:
        print(e)
    try:
        await asyncio.wait_for(Later("slow"), 0.05)
    except asyncio.TimeoutError:
        print("timeout")


asyncio.run(main())
