# python: 3.11
try:
    try:
        raise ValueError("bad value")
    except ValueError as e:
        e.add_note("while testing")
        e.add_note("second note")
        raise
except ValueError as e:
    print(e.__notes__)
e = TypeError("t")
try:
    e.add_note(5)
except TypeError as x:
    print(x)
raise ValueError("final") if False else SystemExit(0)
