"""What a program that fails leaves behind, and in which order it goes."""
import asyncio


async def station(name):
    await asyncio.sleep(30)


async def survey(loop):
    await asyncio.sleep(0.5)
    raise LookupError("no station was asked")


def tell(loop, context, print=print):
    task = context["task"]
    print(context["message"], task.get_name(), "its coroutine is over:", task.get_coro().cr_frame is None)


loop = asyncio.new_event_loop()
loop.set_exception_handler(tell)
held = loop.create_task(station("held by a name"))
begun = station("held as well as its task")
also_held = loop.create_task(begun)
try:
    loop.run_until_complete(survey(loop))
finally:
    print("closing with", len(asyncio.all_tasks(loop)), "tasks")
    loop.close()
