class Stack(list):
    def push(self, x):
        self.append(x)
        return self

    def __getitem__(self, i):
        if isinstance(i, str):
            return f"item {i}"
        return super().__getitem__(i)


class Config(dict):
    def __missing__(self, key):
        return f"<{key}>"

    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name)


class Celsius(float):
    def __new__(cls, v):
        return super().__new__(cls, round(v, 1))

    def __str__(self):
        return f"{float(self)}°C"


class Upper(str):
    def __new__(cls, s):
        return super().__new__(cls, s.upper())


s = Stack([1]).push(2).push(3)
print(s, s[0], s["a"], len(s), type(s[:1]).__name__, isinstance(s, list), s == [1, 2, 3])
c = Config(a=1)
print(c["a"], c["zz"], c.a, c.b, c)
print(Celsius(21.26), Celsius(1) + 1, Upper("abc"), Upper("abc") == "ABC", Upper("x").lower(), f"{Celsius(3.14)} {Celsius(3.14):.3f}")


class Err(ValueError):
    pass


try:
    raise Err("a", "b")
except ValueError as e:
    print(repr(e), e.args, str(e))
