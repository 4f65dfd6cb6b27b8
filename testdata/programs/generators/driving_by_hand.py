async def inner(n):
    return n + 1


class Ask:
    def __init__(self, what):
        self.what = what

    def __await__(self):
        return (yield self.what)


async def dialogue():
    name = await Ask("name?")
    age = await Ask("age?")
    return f"{name} is {await inner(age)}"


c = dialogue()
print(c.send(None))
print(c.send("Ann"))
try:
    c.send(30)
except StopIteration as e:
    print(e.value)
try:
    c.send(None)
except RuntimeError as e:
    print(e)
d = dialogue()
d.send(None)
try:
    d.throw(ValueError("refused"))
except ValueError as e:
    print(e)
d.close()
