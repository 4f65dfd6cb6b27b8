# python: 3.12
import traceback
def g():
    yield 1
    raise ValueError("g")
def f1():
    for x in 5: pass
def f2():
    for x in 5:
        pass
def f3():
    for x in g():
        pass
def f4():
    return [x for x in g()]
def f5():
    return {x: 1
        for x in g()}
def f6(): assert 1 == 2
def f7(): assert 1 == 2, "msg"
def f8():
    x = 5
    assert x == 4, f"{x}"
    return 1
def f9(): return [x for x in 5]
def f10(): return list(x for x in g())
def f11(): return list(x for x in 5)
def f12():
    for x in g(): print("x")
    else: pass
def f13():
    for i, (a, b) in [(1, 2)]: pass
def f14(): return [a for a, b in [1]]
def f15(): return [1 / 0 for a in [1]]
def f16(): return [y for x in [1] for y in x]
for i in range(1, 17):
    try: globals()[f"f{i}"]()
    except BaseException: print(traceback.format_exc().replace(__file__, "here.py"), end="")
