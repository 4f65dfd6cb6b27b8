import sys, traceback
class A:
    def m(self, k): return {}[k]
    def __getitem__(self, i): raise IndexError(i)
def f(a, b=2):
    return a / 0
def g():
    return f(1) + f(2)
def h(n):
    if n: return h(n - 1)
    raise ValueError("deep")
tests = []
def t(fn):
    tests.append(fn)
@t
def t1(): return 1 + f(3)
@t
def t2():
    x = {"a": {"b": None}}
    return x["a"]["b"]["c"]
@t
def t3():
    x = A().m("key")
@t
def t4(): g()
@t
def t5(): h(10)
@t
def t6():
    l = [1, 2, 3]
    l[10]
@t
def t7():
    l = [1, 2, 3]
    y = l[10] + 1
@t
def t8():
    a = 1
    return a.foo.bar
@t
def t9():
    return (1 +
        2 + f(
            5
        ) * 3)
@t
def t10():
    raise ValueError("x") from KeyError("y")
@t
def t11():
    try:
        1/0
    except Exception as e:
        raise TypeError("again")
@t
def t12(): assert 1 == 2, "no"
@t
def t13(): assert f
@t
def t14():
    a, b = 1, 2, 3
@t
def t15():
    a, b = [1]
@t
def t16():
    for i in 5: pass
@t
def t18():
    x += 1
@t
def t19():
    foo(1)
@t
def t20():
    "a" + 1
@t
def t21():
    x = "é" * 3 + 1
@t
def t22():
    x = -"a"
@t
def t23():
    x = not_defined + 1
@t
def t24():
    del l[1]
@t
def t25():
    f(1, 2, 3, c=4)
@t
def t26():
    return [f(i) for i in range(3)]
@t
def t27():
    return sum(f(i) for i in range(3))
@t
def t28():
    return f"{1/0}"
@t
def t29():
    x = 1 if f(0) else 2
@t
def t30():
    import nosuchmodule
@t
def t33():
    @f
    def z(): pass
@t
def t34():
    A()[1:2]
@t
def t35():
    A().x.y = 3
@t
def t36():
    None.x = 3
@t
def t37():
    (lambda: 1/0)()
@t
def t38():
    1 < "a"
@t
def t39():
    1 in 2
@t
def t40():
    print(*5)
@t
def t41():
    print(**5)
@t
def t42():
    return (A()
        .m(1)
        .foo)
@t
def t43():
    return A().m(
        1
    )
@t
def t44():
    x = A().m(
        1
    )
@t
def t45():
    return f(f(
        2))
@t
def t46():
    while f(1):
        pass
@t
def t47():
    if (f(1)
        and 2): pass
@t
def t48():
    x = 5
    x[1] = 2
@t
def t49():
    x = 5
    x[1] += 2
@t
def t50():
    x = [1]
    x[1] **= 2
for fn in tests:
    try:
        fn()
    except BaseException as e:
        print(fn.__name__, file=sys.stderr)
        traceback.print_exc()
