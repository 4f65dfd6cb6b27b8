import asyncio


async def attempt(what, aw):
    try:
        print(what, await aw)
    except Exception as e:
        print(what, type(e).__name__, e)


def reader(*parts, eof=True, **options):
    s = asyncio.StreamReader(**options)
    for part in parts:
        s.feed_data(part)
    if eof:
        s.feed_eof()
    return s


class Slow(asyncio.ReadTransport):
    def pause_reading(self):
        print("pause")

    def resume_reading(self):
        print("resume")


async def main():
    s = reader(b"one\ntwo", b" more\n\nlast")
    print(s, [line async for line in s], s.at_eof(), s)
    await attempt("exactly", reader(b"abcdef").readexactly(4))
    await attempt("too few", reader(b"abc").readexactly(4))
    await attempt("negative", reader().readexactly(-1))
    await attempt("nothing", reader().readexactly(0))
    await attempt("until", reader(b"a--b-").readuntil(b"--"))
    await attempt("until one of", reader(b"a;b\n").readuntil((b"\n", b";")))
    await attempt("no separator", reader(b"abc").readuntil(b""))
    await attempt("none of them", reader(b"abc").readuntil(()))
    await attempt("missing", reader(b"abc").readuntil(b"x"))
    await attempt("read", reader(b"abc").read(2))
    await attempt("all", reader(b"abc", b"def").read())
    await attempt("zero", reader(b"abc").read(0))
    for parts in ([b"abcdefgh\nij"], [b"abcdefgh"], [b"ab\ncd"]):
        s = reader(*parts, eof=False, limit=4)
        await attempt("limited", s.readline())
        print(s)
    try:
        await reader(b"abcdefgh", limit=4).readuntil(b"z")
    except asyncio.LimitOverrunError as e:
        print(e, e.consumed)
    try:
        asyncio.StreamReader(limit=0)
    except ValueError as e:
        print(e)

    s = reader(eof=False)
    first = asyncio.create_task(s.read(5))
    await asyncio.sleep(0)
    await attempt("second", s.readline())
    s.feed_data(b"z")
    print(await first)
    s.set_exception(OSError(1, "broken"))
    print(repr(s.exception()))
    await attempt("broken", s.read())

    s = asyncio.StreamReader(limit=2)
    s.set_transport(Slow())
    s.feed_data(b"1234")
    s.feed_data(b"5")
    print(await s.readexactly(2))
    print(await s.readexactly(2))
    waiting = asyncio.create_task(s.readexactly(3))
    await asyncio.sleep(0)
    s.feed_data(b"67")
    print(await waiting)

    source = asyncio.StreamReader()
    protocol = asyncio.StreamReaderProtocol(source)
    protocol.data_received(b"x")
    protocol.connection_lost(ConnectionResetError("gone"))
    await attempt("lost", source.read())
    e = asyncio.IncompleteReadError(b"ab", 5)
    print(e, e.partial, e.expected, asyncio.IncompleteReadError(b"", None))

asyncio.run(main())
