"""Child processes run in real time; who waits for them does not overtake them."""
import asyncio
import subprocess
import sys

print(subprocess.run([sys.executable, "-c", "print('child')"], stdout=-1, timeout=60).stdout)


async def main():
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "print(input()[::-1])", stdin=-1, stdout=-1)
    print(await asyncio.wait_for(child.communicate(b"olleh\n"), 60), child.returncode)


asyncio.run(main())
