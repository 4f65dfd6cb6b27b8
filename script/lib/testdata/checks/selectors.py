import os
import select
import selectors

r, w = os.pipe()
with selectors.DefaultSelector() as s:
    key = s.register(r, selectors.EVENT_READ, "data")
    print(key.fileobj == r, key.fd == r, key.events, key.data, key._fields)
    print(s.select(0), s.select(0.001), s.select(-1))
    os.write(w, b"x")
    print([(k.data, events) for k, events in s.select()])
    print(len(s.get_map()), r in s.get_map(), w in s.get_map(), list(s.get_map()) == [r], s.get_key(r).data)
    print(s.modify(r, selectors.EVENT_READ, "other").data)
    s.register(w, selectors.EVENT_READ | selectors.EVENT_WRITE, "writer")
    print(sorted((k.data, events) for k, events in s.select(5)))
    for what in (lambda: s.register(r, 1), lambda: s.register(0, 0), lambda: s.register(0, 8), lambda: s.register(-1, 1),
                 lambda: s.unregister(99999), lambda: s.get_key(99999), lambda: s.register("x", 1), lambda: s.modify(99999, 1)):
        try:
            what()
        except (ValueError, KeyError) as e:
            print(type(e).__name__, str(e).replace(f"FD {r}", "FD R").replace(f"{r!r} (", "R ("))
    print(s.unregister(r).data, len(s.get_map()))
print(s.get_map())
try:
    s.get_key(r)
except RuntimeError as e:
    print(e)

# A plain file is always ready for select and cannot be watched by epoll.
with open(os.devnull) as null, open(selectors.__file__ if os.path.exists(selectors.__file__) else "/etc/passwd") as f:
    with selectors.SelectSelector() as s:
        s.register(f, selectors.EVENT_READ, "file")
        print([(k.data, events) for k, events in s.select()])
    try:
        selectors.EpollSelector().register(f, selectors.EVENT_READ)
    except PermissionError as e:
        print(e)
    print(select.select([f], [], [], 5) == ([f], [], []))

print(select.select([r], [w], [], 5) == ([r], [w], []))
os.read(r, 1)
print(select.select([r], [], [], 0.001), select.select([], [], [], 0))
for bad in (["x"], [-1]):
    try:
        select.select(bad, [], [], 0)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
p = select.poll()
p.register(r, select.POLLIN)
p.register(w, select.POLLOUT)
print(p.poll(0) == [(w, select.POLLOUT)])
p.unregister(w)
print(p.poll(1))


class Own(selectors.DefaultSelector):
    def select(self, timeout=None):
        return super().select(0)


with Own() as own:
    own.register(r, selectors.EVENT_READ)
    print(own.select(), isinstance(own, selectors.BaseSelector))
os.close(w)
with selectors.PollSelector() as s:
    s.register(r, selectors.EVENT_READ)
    print(len(s.select(5)))
