def f(how):
    try:
        if how == "return":
            return "try"
        if how == "raise":
            raise ValueError("v")
    except ValueError:
        return "except"
    else:
        return "else"
    finally:
        print("finally", how)


def overrides():
    for n in range(3):
        try:
            continue
        finally:
            print("n", n)
    while True:
        try:
            break
        finally:
            print("broke")
    return "end"


print(f("return"), f("raise"), f("neither"), overrides())


def nested():
    try:
        try:
            raise KeyError("inner")
        finally:
            print("first finally")
    except KeyError as e:
        print("outer", e)
        try:
            raise IndexError("again")
        except IndexError as e2:
            print(repr(e2.__context__))
    return "done"


print(nested())
