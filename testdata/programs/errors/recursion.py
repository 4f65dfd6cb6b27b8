def down(n):
    return down(n + 1)


try:
    down(0)
except RecursionError as e:
    print(e)


class Loop:
    def __getattr__(self, name):
        return getattr(self, name + "x")


try:
    Loop().a
except RecursionError as e:
    print("attribute recursion")


def sum_to(n):
    return 0 if n == 0 else n + sum_to(n - 1)


print(sum_to(900))
a = []
a.append(a)
print(a)
try:
    a == [a]
except RecursionError as e:
    print("comparison recursion")
