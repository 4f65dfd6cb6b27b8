x = "global"


def f():
    print(x)

    def g():
        nonlocal_x = "g"
        return nonlocal_x + x
    return g()


print(f())


class A:
    x = "class"
    ys = [i for i in range(3)]

    def get(self):
        return x


print(A().get(), A.ys, A.x)


def h():
    for i in range(3):
        pass
    return i


print(h())


def loop_var():
    fs = []
    for i in range(3):
        def f(j=i):
            return i, j
        fs.append(f)
    return [f() for f in fs]


print(loop_var())
print([x for x in "ab"], x)
exec("x = 'changed'")
print(x, globals()["x"], "f" in globals())


def local_names(a, b=2):
    c = a + b
    return sorted(locals())


print(local_names(1))
