import asyncio
import os
from asyncio.subprocess import PIPE


async def status(command):
    return await (await asyncio.create_subprocess_shell(command)).wait()


class Told(asyncio.SubprocessProtocol):
    def __init__(self):
        self.lost = asyncio.get_running_loop().create_future()
        self.got = {1: b"", 2: b""}
        self.closed = []

    def connection_made(self, transport):
        print("made", transport.get_pid() > 0, transport.get_pipe_transport(0))

    def pipe_data_received(self, fd, data):
        self.got[fd] += data

    def pipe_connection_lost(self, fd, exc):
        self.closed.append((fd, exc))

    def connection_lost(self, exc):
        self.lost.set_result(exc)


async def main():
    loop = asyncio.get_running_loop()
    p = await asyncio.create_subprocess_exec("/bin/sh", "-c", "echo out; echo err >&2; exit 3", stdout=PIPE, stderr=PIPE)
    print(await p.communicate(), p.returncode, p.stdin)

    p = await asyncio.create_subprocess_shell("cat; echo done", stdin=PIPE, stdout=PIPE)
    out, err = await p.communicate(b"x" * 300000 + b"\n")
    print(len(out), out[-6:], err, await p.wait())

    p = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE)
    p.stdin.write(b"one\ntwo\n")
    await p.stdin.drain()
    print(await p.stdout.readline(), await p.stdout.readexactly(3), p.returncode)
    p.stdin.close()
    await p.stdin.wait_closed()
    print(await p.stdout.read(), await p.wait(), p.stdin.is_closing(), p.stdout.at_eof())

    p = await asyncio.create_subprocess_exec("sleep", "60")
    p.terminate()
    print(await p.wait())
    try:
        p.kill()
    except ProcessLookupError:
        print("gone")

    p = await asyncio.create_subprocess_exec("sleep", "60")
    try:
        await asyncio.wait_for(p.wait(), 0.05)
    except TimeoutError:
        p.kill()
        print("killed", await p.wait())

    p = await asyncio.create_subprocess_shell("for i in 1 2 3; do echo $i; done", stdout=PIPE)
    print([line async for line in p.stdout], await p.wait())
    print(await asyncio.gather(*(status(f"exit {i}") for i in range(4))))

    for program, options in (("/nonexistent/program", {}), ("x", {"text": True}), ("x", {"bufsize": 1}), ("x", {"encoding": "utf-8"})):
        try:
            await asyncio.create_subprocess_exec(program, **options)
        except (OSError, ValueError) as e:
            print(type(e).__name__, e)

    transport, told = await loop.subprocess_exec(Told, "/bin/sh", "-c", "echo a; echo b >&2", stdin=None)
    print(await told.lost, told.got, sorted(told.closed), transport.get_returncode())

    r, w = os.pipe()
    reader = asyncio.StreamReader()
    source, _ = await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(r, "rb"))
    sink, _ = await loop.connect_write_pipe(asyncio.Protocol, os.fdopen(w, "wb"))
    sink.write(b"abc|def|g")
    print(await reader.readuntil(b"|"), await reader.read(2), source.is_reading())
    sink.close()
    try:
        await reader.readuntil(b"?")
    except asyncio.IncompleteReadError as e:
        print(e, e.partial)

asyncio.run(main())
