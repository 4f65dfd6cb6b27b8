def check(x):
    assert x > 0, f"x is {x}"
    assert x < 10
    return x


for v in (5, -1, 20):
    try:
        print(check(v))
    except AssertionError as e:
        print("assertion", repr(e), e.args)
