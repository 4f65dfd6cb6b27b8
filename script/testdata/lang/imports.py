import sys; sys.path.insert(0, "modules"); sys.dont_write_bytecode = True
import sys
def show(src):
    try:
        g = {"__name__": "__main__"}
        exec(src, globals()); print("ok", src)
    except BaseException as e: print(src, "!", type(e).__name__, e, getattr(e, "name", None), getattr(e, "name_from", None) if hasattr(e, "name_from") else "")
for s in ["import pkg", "import pkg.a", "import pkg.a as q; print(q.__name__)", "from pkg import a; print(a.x)", "from pkg import b", "from pkg.a import x, nope", "import pkg.nope", "import pkg.a.deep", "from pkg import *; print(x1, sorted(k for k in globals() if k.startswith('x')))", "import circ1", "from pkg.sub import rel", "from pkg.sub.rel2 import toofar", "import nsp.m; print(nsp.m.v, nsp.__path__ is not None)", "from . import x", "from .x import y", "import bad_syntax", "import raises", "import raises", "import pkg.lazy; print(pkg.lazy.anything, hasattr(pkg.lazy, 'nope'))", "from pkg.lazy import dyn; print(dyn)", "from pkg.lazy import nope", "import importlib; print(importlib.import_module('pkg.a').x, importlib.import_module('.a', 'pkg').x)", "import importlib; importlib.import_module('.a')", "print(__import__('pkg.a').__name__, __import__('pkg.a', fromlist=['x']).__name__)", "__import__('')", "__import__(3)", "from pkg import mainmod", "import replace_me; print(replace_me)", "from star_all import *; print(pub, _priv)", "import pkg.sub as ps; print(ps.__name__, ps.__package__, ps.__file__ is not None)", "sys.modules['halted'] = None; import halted", "import os.path as p; print(p is __import__('os').path)", "from os import path", "import collections.abc as c; print(c.__name__)", "import xml_not_there.etree"]:
    show(s)
print(__name__, __package__, __spec__)
import pkg.a; print(pkg.a.__name__, pkg.a.__package__, pkg.__path__ != [], pkg.a.info())
print("pkg.a" in sys.modules, sys.modules["pkg"].a is pkg.a, repr(pkg.a)[:14], type(pkg))
def f():
    import pkg.a
    from pkg.a import x as xx
    return locals().keys()
print(f())
pkg.a.boom()
