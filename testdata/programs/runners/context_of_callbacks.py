import asyncio
import contextvars

who = contextvars.ContextVar("who")


def show(tag):
    print(tag, who.get("nobody"))


async def child():
    show("child starts")
    who.set("child")
    await asyncio.sleep(0)
    show("child ends")


async def main():
    loop = asyncio.get_running_loop()
    who.set("main")
    loop.call_soon(show, "soon")
    ctx = contextvars.copy_context()
    ctx.run(who.set, "copied")
    loop.call_soon(show, "in copy", context=ctx) if True else None
    await asyncio.create_task(child())
    show("main after")
    token = who.set("temp")
    show("temp")
    who.reset(token)
    show("reset")


asyncio.run(main())
show("outside")
