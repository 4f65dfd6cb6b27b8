class Room:
    def __init__(self, name, items=()):
        self.name, self.items, self.exits = name, set(items), {}


class Game:
    OPPOSITE = {"north": "south", "south": "north", "east": "west", "west": "east"}

    def __init__(self):
        self.rooms = {n: Room(n, i) for n, i in (("hall", ["lamp"]), ("cellar", []), ("garden", ["key"]))}
        self.connect("hall", "east", "garden")
        self.connect("hall", "south", "cellar")
        self.here, self.bag, self.turns = self.rooms["hall"], [], 0

    def connect(self, a, way, b):
        self.rooms[a].exits[way] = self.rooms[b]
        self.rooms[b].exits[self.OPPOSITE[way]] = self.rooms[a]

    def do(self, line):
        self.turns += 1
        verb, _, rest = line.partition(" ")
        handler = getattr(self, f"do_{verb}", None)
        return handler(rest) if handler else f"I don't know how to {verb}."

    def do_go(self, way):
        try:
            self.here = self.here.exits[way]
        except KeyError:
            return f"There is no way {way}."
        return f"You are in the {self.here.name}."

    def do_take(self, item):
        if item not in self.here.items:
            return f"No {item} here."
        self.here.items.remove(item)
        self.bag.append(item)
        return "Taken."

    def do_look(self, _):
        things = ", ".join(sorted(self.here.items)) or "nothing"
        return f"{self.here.name.title()}: {things}; exits {', '.join(self.here.exits)}"


g = Game()
for line in ("look", "take lamp", "take lamp", "go north", "go east", "look", "take key", "dance now", "go west", "go south", "look"):
    print(f"> {line}\n{g.do(line)}")
print(g.bag, g.turns)
