# python: 3.12
"""What is left at the end goes in the collector's order: by age, and what was
put into a container that is younger comes after the container."""
import asyncio


class Part:
    def __init__(self, name, *parts):
        self.name = name
        self.parts = list(parts)

    def __del__(self):
        print("del", self.name)


class Register:
    default = Part("of a class")

    def __init__(self):
        self.own = Part("of an instance")


def suspended(name):
    try:
        yield name
    finally:
        print("closed", name)


tree = Part("tree", Part("left", Part("leaf 1"), Part("leaf 2")), Part("right"))
peer = Part("peer")
peer.friend = Part("friend of peer")
written = [Part("written 0"), Part("written 1")]
written.append(Part("appended"))
computed = [Part(f"computed {i}") for i in range(3)]
named = {"a": Part("value a"), "b": Part("value b")}
grown = {}
for key in "xyz":
    grown[key] = Part(f"value {key}")
pair = (Part("pair 0"), [Part("pair 1")])
register = Register()
steps = [suspended(f"step {i}") for i in range(2)]
for step in steps:
    next(step)
del step, key
ring = Part("ring")
ring.parts.append(ring)
del ring


async def main():
    global inside
    inside = Part("inside")
    await asyncio.sleep(0)
    print("main is over")


asyncio.run(main())
last = Part("last")
