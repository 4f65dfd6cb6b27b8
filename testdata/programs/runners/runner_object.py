# python: 3.11
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="unset")


async def step(value):
    before = var.get()
    var.set(value)
    await asyncio.sleep(0.1)
    return before, var.get()


with asyncio.Runner() as runner:
    print(runner.run(step("one")))
    print(runner.run(step("two")))
    print(runner.get_loop().is_running())
    print(var.get())
try:
    runner.run(step("three"))
except RuntimeError as e:
    print(e)
