def make_counter(start=0):
    n = start

    def step(by=1):
        nonlocal n
        n += by
        return n

    def reset():
        nonlocal n
        n = start

    return step, reset


step, reset = make_counter(10)
print(step(), step(5), reset(), step())
fs = [lambda: i for i in range(3)]
gs = [lambda i=i: i for i in range(3)]
print([f() for f in fs], [g() for g in gs])


def outer():
    x = "outer"

    class Inner:
        x = "class"
        y = [x for _ in range(2)]

        def show(self):
            return x

    return Inner


I = outer()
print(I.y, I().show(), step.__closure__[0].cell_contents, make_counter.__defaults__)
total = 0


def bump():
    global total
    total += 1


for _ in range(3):
    bump()
print(total)
