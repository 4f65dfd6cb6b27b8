import asyncio


async def job():
    me = asyncio.current_task()
    print("running in", me.get_name())
    await asyncio.sleep(0.01)
    me.set_name(me.get_name() + "-renamed")
    return me.get_name()


async def main():
    print(asyncio.current_task().get_name())
    plain = asyncio.create_task(job())
    named = asyncio.create_task(job(), name="special")
    numbered = asyncio.create_task(job(), name=7)
    print(plain.get_name(), named.get_name(), repr(numbered.get_name()))
    for t in (plain, named, numbered):
        print(await t, t.done())
    print(len(asyncio.all_tasks()), asyncio.all_tasks() == {asyncio.current_task()})


asyncio.run(main())
