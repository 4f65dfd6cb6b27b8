# python: 3.11
try:
    raise ValueError("x")
except ValueError as e:
    pass
try:
    e
except NameError as err:
    print(err)


def f():
    try:
        print(x)
    except UnboundLocalError as err:
        print(err)
    x = 1
    del x
    try:
        x
    except UnboundLocalError as err:
        print(err)


f()
try:
    undefined_name
except NameError as err:
    print(err, err.name)
try:
    [].nothing
except AttributeError as err:
    print(err, err.name, err.obj)
