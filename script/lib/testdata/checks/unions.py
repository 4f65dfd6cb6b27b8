import abc
class H(abc.ABC): pass
class M(type): pass
class X(metaclass=M): pass
for f in (lambda: X|int, lambda: int|X, lambda: H|int, lambda: int|H, lambda: H|None):
    try: print(f())
    except TypeError as e: print(e)
import enum, typing
class C(enum.Enum): A=1
class Fl(enum.Flag): A=1; B=2
class G(type):
    def __or__(cls, o): return 'mine'
class Y(metaclass=G): pass
print(C|None, None|C, C|int|None|C, int|int, list[int]|list[int]|None, Fl.A|Fl.B, Fl|None, Y|int, int|None|int)
T=typing.TypeVar('T'); print(T|None, None|T, typing.Optional[C], C|T, typing.List[int]|C, C|typing.List[int])
for f in (lambda: C|5, lambda: 5|C, lambda: C|"x", lambda: int|5):
    try: print(f())
    except TypeError as e: print(e)
print(isinstance(C.A, C|None), isinstance(3, C|int), issubclass(C, C|int), hasattr(list,'__or__'), hasattr(3,'__or__'))
print((C|None).__args__, (C|None)==(None|C), hash(C|None)==hash(None|C))
