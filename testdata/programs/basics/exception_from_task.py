import asyncio


class Refused(Exception):
    def __init__(self, who, code):
        super().__init__(who, code)
        self.who = who
        self.code = code

    def __str__(self):
        return f"{self.who} refused with {self.code}"


async def ask(who):
    await asyncio.sleep(0.01)
    if who == "b":
        raise Refused(who, 403)
    return who


async def main():
    tasks = [asyncio.create_task(ask(w)) for w in "abc"]
    try:
        await asyncio.gather(*tasks)
    except Refused as e:
        print("caught:", e, e.args, e.code)
    await asyncio.sleep(0)
    for t in tasks:
        print(t.done(), t.cancelled(), repr(t.exception()))


asyncio.run(main())
