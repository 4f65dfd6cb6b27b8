class Node:
    def __init__(self, value, *children):
        self.value = value
        self.children = children

    def __iter__(self):
        yield self.value
        for c in self.children:
            yield from c

    def depth_first(self, level=0):
        yield level, self.value
        for c in self.children:
            yield from c.depth_first(level + 1)


tree = Node("root", Node("a", Node("a1"), Node("a2", Node("deep"))), Node("b"))
print(list(tree))
for level, value in tree.depth_first():
    print("  " * level + value)
