from functools import total_ordering


@total_ordering
class Money:
    def __init__(self, amount, currency="EUR"):
        self.amount, self.currency = amount, currency

    def __add__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        return Money(self.amount + other.amount, self.currency)

    def __radd__(self, other):
        return self if other == 0 else NotImplemented

    def __mul__(self, n):
        return Money(self.amount * n, self.currency)

    __rmul__ = __mul__

    def __iadd__(self, other):
        self.amount += other.amount
        return self

    def __neg__(self):
        return Money(-self.amount)

    def __eq__(self, other):
        return (self.amount, self.currency) == (other.amount, other.currency)

    def __lt__(self, other):
        return self.amount < other.amount

    def __hash__(self):
        return hash((self.amount, self.currency))

    def __bool__(self):
        return self.amount != 0

    def __format__(self, spec):
        return f"{self.amount:{spec or '.2f'}} {self.currency}"

    def __repr__(self):
        return f"Money({self.amount})"

    def __index__(self):
        return int(self.amount)

    def __contains__(self, x):
        return x <= self.amount

    def __getitem__(self, i):
        return divmod(self.amount, i)

    def __call__(self, f):
        return f(self.amount)


a, b = Money(5), Money(7.5)
print(a + b, sum([a, b]), 3 * a, -a, a < b, a >= b, max(a, b))
a += b
print(f"{a} {a:8.1f}", bool(Money(0)), 10 in a, a[4], a(str), len({Money(1), Money(1)}), [0] * Money(3))
try:
    a + 5
except TypeError as e:
    print(e)
try:
    5 - a
except TypeError as e:
    print(e)
