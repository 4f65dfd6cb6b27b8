"""Child processes that are given the loop, as old programs do."""
import asyncio
import sys


async def attempt(start, *command):
    loop = asyncio.get_running_loop()
    try:
        process = await start(*command, stdout=asyncio.subprocess.PIPE, loop=loop)
    except TypeError as e:
        print(start.__name__, e)
        return
    out, _ = await process.communicate()
    print(start.__name__, out.decode().strip(), process.returncode)


async def main():
    await attempt(asyncio.create_subprocess_exec, "echo", "hello")
    await attempt(asyncio.create_subprocess_shell, "echo hello from a shell")


asyncio.run(main())
print("over", file=sys.stderr)
