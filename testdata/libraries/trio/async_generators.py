import trio
from _run import run
async def gen(name):
    try:
        for i in range(10):
            yield i
            await trio.sleep(0)
    except BaseException as e:
        print(name, type(e).__name__); raise
    finally:
        print(name, "closed", trio.lowlevel.current_task().name)
        try:
            await trio.sleep(0)
            print("never")
        except BaseException as e:
            print(type(e).__name__)
            raise
kept = []
async def main():
    async for x in gen("broken"):
        if x == 2: break
    await trio.testing.wait_all_tasks_blocked()
    print("after")
    g = gen("kept"); kept.append(g)
    async for x in g:
        break
    print("main done")
run(main)
print("end")
