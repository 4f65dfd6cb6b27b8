import asyncio


class Room:
    def __init__(self, name):
        self.name, self.members = name, {}

    def join(self, who):
        self.members[who] = asyncio.Queue()
        self.say("*", f"{who} joined")

    def leave(self, who):
        del self.members[who]
        self.say("*", f"{who} left")

    def say(self, who, text):
        for name, inbox in self.members.items():
            if name != who:
                inbox.put_nowait(f"[{self.name}] {who}: {text}")


async def client(room, name, lines, log):
    room.join(name)
    inbox = room.members[name]

    async def listen():
        while True:
            log.append(f"{name} sees {await inbox.get()}")

    listener = asyncio.create_task(listen())
    try:
        for delay, text in lines:
            await asyncio.sleep(delay)
            room.say(name, text)
        await asyncio.sleep(0.05)
    finally:
        listener.cancel()
        room.leave(name)


async def main():
    room, log = Room("go"), []
    await asyncio.gather(
        client(room, "ann", [(0.1, "hi"), (0.3, "anyone?")], log),
        client(room, "bob", [(0.2, "hello ann")], log),
        client(room, "cid", [(0.45, "too late")], log),
    )
    print("\n".join(log))
    print(room.members)


asyncio.run(main())
