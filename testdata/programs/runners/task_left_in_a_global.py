"""A task that is pending when the program ends: the task is dropped before its coroutine."""
import asyncio


async def wait(name):
    try:
        await asyncio.sleep(100)
    finally:
        print("cleaned up", name)


async def main():
    global task
    task = asyncio.create_task(wait("left"), name="left")
    await asyncio.sleep(0)
    return task.get_name()


def report(loop, context):
    coro = context["task"].get_coro()
    print(context["message"], coro.cr_frame is not None)


loop = asyncio.new_event_loop()
loop.set_exception_handler(report)
print(loop.run_until_complete(main()))
loop.close()
print("closed", loop.is_closed(), task.done())
