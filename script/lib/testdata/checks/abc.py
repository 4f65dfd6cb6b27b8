import abc
from abc import *


def attempt(label, f, *args, **kw):
    try:
        print(label, "->", f(*args, **kw))
    except Exception as e:
        print(label, "!", type(e).__name__, e)


class Shape(ABC):
    @abstractmethod
    def area(self): "area"

    @property
    @abstractmethod
    def name(self): pass

    @classmethod
    @abstractmethod
    def make(cls): pass

    @staticmethod
    @abstractmethod
    def helper(): pass

    def concrete(self): return "concrete " + self.name


attempt("Shape", Shape)
print(sorted(Shape.__abstractmethods__))


class Part(Shape):
    def area(self): return 1
    name = "part"


attempt("Part", Part)


class Full(Part):
    @classmethod
    def make(cls): return cls()
    @staticmethod
    def helper(): return "h"


print(Full().area(), Full.make().concrete(), Full.helper(), sorted(Full.__abstractmethods__))


class One(ABC):
    @abstractmethod
    def only(self): pass


attempt("One", One)
attempt("args", One, 1)


class Hook(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Hook:
            return hasattr(other, "quack") or NotImplemented
        return NotImplemented


class Quacker:
    quack = 1


class SubHook(Hook): pass


print(issubclass(Quacker, Hook), issubclass(int, Hook), isinstance(Quacker(), Hook), issubclass(Quacker, SubHook), issubclass(SubHook, Hook))


class Reg(metaclass=ABCMeta): pass


before = get_cache_token()
print(issubclass(int, Reg), isinstance(3, Reg))
print(Reg.register(int))
print(issubclass(int, Reg), isinstance(3, Reg), isinstance(True, Reg), issubclass(str, Reg), get_cache_token() != before)


@Reg.register
class Deco: pass


print(isinstance(Deco(), Reg), Deco.__name__)
attempt("register", Reg.register, 3)
attempt("sub", issubclass, 3, Reg)


class A(ABC): pass
class B(A): pass


attempt("cycle", B.register, A)
print(A.register(B) is B)


class SubReg(Reg): pass


SubReg.register(str)
print(isinstance("s", Reg), isinstance("s", SubReg), isinstance(1, SubReg))


class Old(ABC):
    @abc.abstractproperty
    def p(self): pass
    @abc.abstractclassmethod
    def c(cls): pass
    @abc.abstractstaticmethod
    def s(): pass


attempt("Old", Old)


class Later(ABC):
    @abstractmethod
    def x(self): pass


Later.x = lambda self: 5
attempt("Later", Later)
update_abstractmethods(Later)
print(Later().x())


class Meta(ABCMeta):
    def __new__(m, name, bases, ns, **kw):
        print("meta", name, kw)
        return super().__new__(m, name, bases, ns)


class WithKw(metaclass=Meta, flag=1): pass


class Initial(ABC):
    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag


class Tagged(Initial, tag="t"): pass


print(Tagged.tag, type(Tagged).__name__, ABC.__module__)


class ProxyLike:
    @property
    def __class__(self): return int


print(isinstance(ProxyLike(), Reg))
class Mixed(One, Initial):
    def only(self): return super().only()
print(Mixed().only(), Mixed.__mro__[1].__name__)
