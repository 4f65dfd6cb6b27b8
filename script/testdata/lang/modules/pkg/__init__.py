print("init pkg"); x1 = 1; x2 = 2; _p = 3; __all__ = ["x1", "a"]
