"""What a storm is: users of one primitive, whom somebody cancels at any moment.

A storm goes in rounds. In each, a few tasks use the primitive at random while one
cancels them; then nobody is cancelled any more and all must come to an end. A
round ends with the checks of the primitive: nobody waits for what is free, nothing
is held, nothing is lost.
"""
import random
import sys


class Broken(Exception):
    """A primitive did not keep a promise."""


def check(kept, what, *details):
    if not kept:
        raise Broken(": ".join([what, *map(repr, details)]))


class Storm:
    """One kind of storm; what is common to asyncio's and trio's."""

    users = 5
    fifo = False  # who comes first is served first

    def __init__(self, rng):
        self.rng = rng
        self.operations = self.cancelled = 0

    def begin(self):
        """Make a new primitive."""
        self.doomed = set()  # the users that were cancelled and do not know it yet
        self.waiting = {}  # who waits, by ticket, in the order in which they came
        self.tickets = 0
        self.make()

    async def queued(self, me, acquire):
        """Acquire, and see that nobody was overtaken who is not to be cancelled."""
        self.tickets += 1
        ticket = self.tickets
        self.waiting[ticket] = me
        try:
            await acquire()
            if self.fifo:
                first = next(t for t, who in self.waiting.items() if t == ticket or who not in self.doomed)
                check(first == ticket, "overtaken", first, ticket)
        finally:
            del self.waiting[ticket]

    def make(self):
        raise NotImplementedError

    async def use(self, me):
        """Do one operation."""
        raise NotImplementedError

    def stuck(self):
        """Nothing can happen any more. Tell what is wrong with that, and help."""
        raise Broken("somebody waits for what is free")

    def end(self):
        """All users have ended: check that all is as it was."""


def operations():
    """How many operations a storm has to have, and the seed of all."""
    numbers = [int(a) for a in sys.argv[1:3]]
    return (numbers + [200, 1][len(numbers):])[:2]


def play(storms, run):
    """Play each kind of storm until it has had its operations."""
    wanted, seed = operations()
    chosen = sys.argv[3:]
    total = 0
    for kind in storms:
        if chosen and kind.__name__ not in chosen:
            continue
        storm = kind(random.Random(f"{kind.__name__} {seed}"))
        run(storm, wanted)
        print(f"{kind.__name__}: all kept", flush=True)
        print(f"{kind.__name__}: {storm.operations} operations, {storm.cancelled} cancelled", file=sys.stderr, flush=True)
        total += storm.operations
    print("calm", total >= wanted)
