class Animal:
    count = 0

    def __init__(self, name):
        self.name = name
        Animal.count += 1

    def speak(self):
        return f"{self.name} makes a sound"

    @classmethod
    def create(cls, name):
        return cls(name)

    @staticmethod
    def kingdom():
        return "animalia"

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r})"


class Dog(Animal):
    def speak(self):
        return super().speak() + ": woof"


class Puppy(Dog):
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age


p = Puppy("rex", 1)
print(p.speak(), p, Animal.count, Dog.create("fido"), Puppy.kingdom())
print(isinstance(p, Animal), issubclass(Puppy, Dog), [c.__name__ for c in Puppy.__mro__])
print(sorted(vars(p).items()), hasattr(p, "x"), getattr(p, "x", "none"))
print(Puppy.__name__, Puppy.__qualname__, Puppy.__module__, Puppy.__bases__ == (Dog,))
