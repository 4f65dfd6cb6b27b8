def load(path):
    try:
        return {"a": 1}[path]
    except KeyError as e:
        raise ValueError(f"no {path}") from e


try:
    load("b")
except ValueError as e:
    print(repr(e), repr(e.__cause__), e.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        int("x")
except ValueError as e:
    print(e, "|", repr(e.__context__), e.__cause__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("k") from None
except KeyError as e:
    print(e, e.__context__, e.__suppress_context__)
