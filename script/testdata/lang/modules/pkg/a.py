x = "ax"
def info(): return __name__, __package__
def boom():
    from . import b
    raise ValueError("from a")
