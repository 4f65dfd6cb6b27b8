# python: 3.11
import asyncio

runner = asyncio.Runner()
try:
    runner.run(lambda: None)
except (TypeError, ValueError) as e:
    print(type(e).__name__)


async def fail():
    raise OSError("disk")


try:
    runner.run(fail())
except OSError as e:
    print("came out:", e)
print(runner.run(asyncio.sleep(0, "still usable")))
runner.close()
runner.close()
print("closed twice")
