"""Abstract base classes: abstract methods, registered and hooked subclasses."""

import sys
from _static import instancecheck as _instancecheck, matches as _matches

__all__ = ["ABC", "ABCMeta", "abstractmethod", "abstractclassmethod",
           "abstractstaticmethod", "abstractproperty", "get_cache_token",
           "update_abstractmethods"]


def abstractmethod(funcobj):
    """Marks a method that subclasses must define."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """A class method that subclasses must define."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    """A static method that subclasses must define."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    """A property that subclasses must define."""

    __isabstractmethod__ = True


# Counts registrations: a negative answer is kept only until the next one.
_token = [0]


def get_cache_token():
    """A value that changes with every register()."""
    return _token[0]


def _abstract_names(cls):
    names = set()
    for name, value in list(cls.__dict__.items()):
        if getattr(value, "__isabstractmethod__", False):
            names.add(name)
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                names.add(name)
    return frozenset(names)


class ABCMeta(type):
    """The metaclass of abstract base classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls)
        cls._abc_registry = []
        cls._abc_yes = {}
        cls._abc_no = {}
        cls._abc_no_token = _token[0]
        return cls

    def register(cls, subclass):
        """Makes subclass count as one, without inheriting."""
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        cls._abc_registry.append(subclass)
        _matches(subclass, cls)
        _token[0] += 1
        return subclass

    _abc_token = _token
    __instancecheck__ = _instancecheck

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        if subclass in cls._abc_yes:
            return True
        if cls._abc_no_token != _token[0]:
            cls._abc_no = {}
            cls._abc_no_token = _token[0]
        elif subclass in cls._abc_no:
            return False
        answer = cls.__subclasshook__(subclass)
        if answer is NotImplemented:
            answer = (cls in subclass.__mro__
                      or any(issubclass(subclass, r) for r in cls._abc_registry)
                      or any(issubclass(subclass, s) for s in type.__subclasses__(cls)))
        if answer:
            cls._abc_yes[subclass] = True
        else:
            cls._abc_no[subclass] = True
        return bool(answer)

    def _dump_registry(cls, file=None):
        file = file or sys.stdout
        print("Class: %s.%s" % (cls.__module__, cls.__qualname__), file=file)
        print("Inv. counter: %d" % get_cache_token(), file=file)


def update_abstractmethods(cls):
    """Counts the abstract methods of a class again, after adding methods."""
    if hasattr(cls, "__abstractmethods__"):
        cls.__abstractmethods__ = _abstract_names(cls)
    return cls


class ABC(metaclass=ABCMeta):
    """A class to inherit from, to be abstract."""

    __slots__ = ()
