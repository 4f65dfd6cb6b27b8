from ..a import x; from .. import a; from . import rel2; print("rel", x, a.x)
