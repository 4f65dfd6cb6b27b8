import copy


class Tree:
    def __init__(self, v, kids=()):
        self.v, self.kids = v, list(kids)

    def __repr__(self):
        return f"Tree({self.v}, {self.kids})"


t = Tree(1, [Tree(2)])
shallow, deep = copy.copy(t), copy.deepcopy(t)
t.kids[0].v = 99
t.kids.append(Tree(3))
print(shallow, deep, shallow.kids is t.kids)
a = [1, [2, 3]]
a.append(a)
b = copy.deepcopy(a)
print(b[2] is b, b[1] is not a[1], a)
d = {"x": [1], "y": (1, [2])}
e = copy.deepcopy(d)
e["x"].append(2)
print(d, e)
