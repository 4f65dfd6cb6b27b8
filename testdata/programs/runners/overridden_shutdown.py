"""A loop of one's own sees in which order run() shuts it down, with what is left."""

import asyncio, sys
class Loop(asyncio.SelectorEventLoop):
    def close(self):
        print("closing"); super().close()
    async def shutdown_asyncgens(self):
        print("asyncgens"); await super().shutdown_asyncgens()
    async def shutdown_default_executor(self, *a):
        print("executor", a); await super().shutdown_default_executor(*a)
async def main():
    print(type(asyncio.get_running_loop()).__name__)
    t = asyncio.create_task(asyncio.sleep(9), name="left")
    async def stubborn():
        while True:
            try: await asyncio.sleep(9)
            except asyncio.CancelledError:
                print("no"); return "stayed"
    u = asyncio.create_task(stubborn())
    async def bad():
        try: await asyncio.sleep(9)
        finally: 1/0
    w = asyncio.create_task(bad(), name="bad")
    await asyncio.sleep(0)
    return t, u, w
class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        print("policy"); return Loop()
asyncio.set_event_loop_policy(Policy())
ts = asyncio.run(main())
print([ (t.cancelled(), t.done()) for t in ts], ts[1].result())
