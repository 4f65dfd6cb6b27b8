def __getattr__(n):
    if n == "nope": raise AttributeError(f"no {n}")
    return "dyn " + n
