class Registry(type):
    known = {}

    def __new__(meta, name, bases, ns, **kw):
        cls = super().__new__(meta, name, bases, ns)
        cls.tag = kw.get("tag", name.lower())
        Registry.known[cls.tag] = cls
        return cls

    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)

    def __call__(cls, *args, **kw):
        obj = super().__call__(*args, **kw)
        obj.made_by = "meta"
        return obj

    def __len__(cls):
        return len(cls.__name__)

    @classmethod
    def __prepare__(meta, name, bases, **kw):
        return {"prepared": True}


class Base(metaclass=Registry):
    pass


class Special(Base, tag="sp"):
    def __init__(self, v):
        self.v = v


s = Special(4)
print(s.v, s.made_by, Special.tag, len(Special), Base.prepared, sorted(Registry.known))
print(type(Special).__name__, isinstance(Special, Registry))
Dynamic = type("Dynamic", (object,), {"x": 1, "f": lambda self: self.x})
print(Dynamic().f(), Dynamic.__name__)


class Plugin:
    plugins = []

    def __init_subclass__(cls, /, level=0, **kw):
        super().__init_subclass__(**kw)
        cls.level = level
        cls.plugins.append(cls.__name__)


class One(Plugin, level=1):
    pass


class Two(Plugin):
    pass


print(Plugin.plugins, One.level, Two.level)
