"""What things are, and how functions are called."""

import keyword
import sys
import types
from _argspec import (ArgInfo, FullArgSpec, getargvalues, getattr_static, getfullargspec,
                      getmodulename, trace)
from _inspectmore import (AGEN_CLOSED, AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, ClosureVars,
                          getabsfile, getasyncgenlocals, getasyncgenstate, getclosurevars,
                          getinnerframes, getlineno, getmembers_static, getouterframes,
                          indentsize, isgetsetdescriptor, ismemberdescriptor, ismethodwrapper)
from _sources import findsource, getcomments, getsource, getsourcefile, getsourcelines

__all__ = ["Parameter", "Signature", "signature", "isfunction", "ismethod", "isclass",
           "ismodule", "isbuiltin", "isroutine", "isgenerator", "isgeneratorfunction",
           "iscoroutine", "iscoroutinefunction", "markcoroutinefunction", "isasyncgen",
           "isasyncgenfunction", "isawaitable", "isabstract", "istraceback", "isframe", "iscode",
           "getmembers", "getmro", "getmodule", "getdoc", "cleandoc", "unwrap", "currentframe",
           "stack", "getfile", "getframeinfo", "getcoroutinestate", "getgeneratorstate",
           "getcoroutinelocals", "getgeneratorlocals", "isdatadescriptor", "ismethoddescriptor",
           "findsource", "getcomments", "getsource", "getsourcefile", "getsourcelines",
           "AGEN_CLOSED", "AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED", "ClosureVars",
           "getabsfile", "getasyncgenlocals", "getasyncgenstate", "getclosurevars",
           "getinnerframes", "getlineno", "getmembers_static", "getouterframes", "indentsize",
           "isgetsetdescriptor", "ismemberdescriptor", "ismethodwrapper", "BoundArguments",
           "CO_ASYNC_GENERATOR", "CO_COROUTINE", "CO_GENERATOR", "CO_ITERABLE_COROUTINE",
           "CO_VARARGS", "CO_VARKEYWORDS", "formatannotation",
           "getmodulename", "getfullargspec", "getargvalues", "trace", "getattr_static",
           "getcallargs", "get_annotations", "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED",
           "CORO_CLOSED", "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"]

CO_VARARGS, CO_VARKEYWORDS, CO_GENERATOR = 4, 8, 32
CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 128, 256, 512
CORO_CREATED, CORO_RUNNING = "CORO_CREATED", "CORO_RUNNING"
CORO_SUSPENDED, CORO_CLOSED = "CORO_SUSPENDED", "CORO_CLOSED"
GEN_CREATED, GEN_RUNNING = "GEN_CREATED", "GEN_RUNNING"
GEN_SUSPENDED, GEN_CLOSED = "GEN_SUSPENDED", "GEN_CLOSED"
_coroutine_mark = object()


def isfunction(o):
    """A function written in Python."""
    return isinstance(o, types.FunctionType)


def ismethod(o):
    """A bound method."""
    return isinstance(o, types.MethodType)


def isclass(o):
    """A class."""
    return isinstance(o, type)


def ismodule(o):
    """A module."""
    return isinstance(o, types.ModuleType)


def isbuiltin(o):
    """A builtin function or method."""
    return isinstance(o, types.BuiltinFunctionType)


def isgenerator(o):
    """A generator."""
    return isinstance(o, types.GeneratorType)


def iscoroutine(o):
    """A coroutine."""
    return isinstance(o, types.CoroutineType)


def isasyncgen(o):
    """An async generator."""
    return isinstance(o, types.AsyncGeneratorType)


def istraceback(o):
    """A traceback."""
    return isinstance(o, types.TracebackType)


def isframe(o):
    """A frame."""
    return isinstance(o, types.FrameType)


def iscode(o):
    """A code object."""
    return isinstance(o, types.CodeType)


def isroutine(o):
    """Any function or method."""
    return isbuiltin(o) or isfunction(o) or ismethod(o) or ismethoddescriptor(o) \
        or isinstance(o, types.MethodWrapperType)


def isabstract(o):
    """A class with abstract methods left."""
    return isinstance(o, type) and bool(getattr(o, "__abstractmethods__", None))


def ismethoddescriptor(o):
    """Has __get__ and no __set__, and is no function or class."""
    if isclass(o) or ismethod(o) or isfunction(o):
        return False
    t = type(o)
    if t.__name__ == "partial" and hasattr(o, "keywords"):
        # partial binds like a method only with a warning, and is not called one.
        return False
    return hasattr(t, "__get__") and not hasattr(t, "__set__") and not hasattr(t, "__delete__")


def isdatadescriptor(o):
    """Has __set__ or __delete__."""
    if isclass(o) or ismethod(o) or isfunction(o):
        return False
    return hasattr(type(o), "__set__") or hasattr(type(o), "__delete__")


def _plain(f):
    """The function inside methods and partials."""
    while True:
        if ismethod(f):
            f = f.__func__
        elif type(f).__name__ == "partial" and hasattr(f, "func"):
            f = f.func
        else:
            return f


def _flag(f, flag):
    f = _plain(f)
    return isfunction(f) and bool(f.__code__.co_flags & flag)


def isgeneratorfunction(o):
    """A function with yield."""
    return _flag(o, CO_GENERATOR)


def iscoroutinefunction(o):
    """A function defined with async def, or marked as if."""
    return _flag(o, CO_COROUTINE) or _is_marked(o)


def _is_marked(f):
    f = _plain(f)
    return getattr(f, "_is_coroutine_mark", None) is _coroutine_mark


def markcoroutinefunction(func):
    """Makes iscoroutinefunction say yes."""
    getattr(func, "__func__", func)._is_coroutine_mark = _coroutine_mark
    return func


def isasyncgenfunction(o):
    """An async def with yield."""
    return _flag(o, CO_ASYNC_GENERATOR)


def isawaitable(o):
    """Can be awaited."""
    if isinstance(o, types.CoroutineType) or hasattr(type(o), "__await__"):
        return True
    return isgenerator(o) and bool(o.gi_code.co_flags & CO_ITERABLE_COROUTINE)


def getmro(cls):
    """The class and its bases in method resolution order."""
    return cls.__mro__


def getmembers(o, predicate=None):
    """Sorted pairs of name and value."""
    pairs = []
    for name in sorted(set(dir(o)) | ({n for b in o.__bases__ for n in b.__dict__}
                                      if isclass(o) else set())):
        try:
            value = getattr(o, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            pairs.append((name, value))
    return pairs


def getmodule(o):
    """The module an object comes from."""
    return o if ismodule(o) else sys.modules.get(getattr(o, "__module__", None))


def cleandoc(doc):
    """A docstring without its indentation."""
    rows = doc.expandtabs().split("\n")
    margins = [len(r) - len(r.lstrip(" ")) for r in rows[1:] if r.lstrip(" ")]
    margin = min(margins, default=0)
    rows = [rows[0].lstrip(" ")] + [r[margin:] for r in rows[1:]]
    while rows and not rows[-1]:
        rows.pop()
    while rows and not rows[0]:
        rows.pop(0)
    return "\n".join(rows)


def getdoc(o):
    """The docstring, inherited if need be, cleaned."""
    doc = getattr(o, "__doc__", None)
    if doc is None and isclass(o):
        for base in o.__mro__[1:]:
            if base is not object and base.__doc__ is not None:
                doc = base.__doc__
                break
    return cleandoc(doc) if isinstance(doc, str) else None


def getfile(o):
    """The file of a module, function, code, frame or traceback."""
    if ismodule(o):
        if getattr(o, "__file__", None):
            return o.__file__
        raise TypeError("%r is a built-in module" % o)
    if isclass(o):
        module = sys.modules.get(o.__module__)
        if getattr(module, "__file__", None):
            return module.__file__
        if o.__module__ == "__main__":
            raise OSError("source code not available")
        raise TypeError("%r is a built-in class" % o)
    o = getattr(o, "__func__", o)
    o = getattr(o, "tb_frame", o)
    code = getattr(o, "__code__", None) or getattr(o, "f_code", None) or o
    if iscode(code):
        return code.co_filename
    raise TypeError("module, class, method, function, traceback, frame, or code object was "
                    "expected, got %s" % type(o).__name__)


def unwrap(func, *, stop=None):
    """Follows __wrapped__ to its end."""
    seen = {id(func)}
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        first = func
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError("wrapper loop when unwrapping %r" % first)
        seen.add(id(func))
    return func


def currentframe():
    """The caller's frame."""
    return sys._getframe(1)


def getframeinfo(frame, context=1):
    """File, line, function and source around it."""
    line = frame.tb_lineno if istraceback(frame) else frame.f_lineno
    frame = frame.tb_frame if istraceback(frame) else frame
    return _frame_class()(frame.f_code.co_filename, line, frame.f_code.co_name,
                          *_source(frame, line))


def _source(frame, line):
    import linecache
    text = linecache.getline(frame.f_code.co_filename, line)
    return ([text], 0) if text else (None, None)


_frame_classes = []


def _frame_class(full=False):
    if not _frame_classes:
        from collections import namedtuple
        _frame_classes.append(namedtuple(
            "Traceback", "filename lineno function code_context index", module="inspect"))
        _frame_classes.append(namedtuple(
            "FrameInfo", "frame filename lineno function code_context index", module="inspect"))
    return _frame_classes[1 if full else 0]


def stack(context=1):
    """The caller's frames, innermost first."""
    frame, rows = sys._getframe(1), []
    while frame:
        rows.append(_frame_class(True)(frame, *getframeinfo(frame)))
        frame = frame.f_back
    return rows


def getcoroutinestate(coroutine):
    """Where a coroutine stands."""
    if coroutine.cr_running:
        return CORO_RUNNING
    if coroutine.cr_suspended:
        return CORO_SUSPENDED
    return CORO_CLOSED if coroutine.cr_frame is None else CORO_CREATED


def getgeneratorstate(generator):
    """Where a generator stands."""
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_suspended:
        return GEN_SUSPENDED
    return GEN_CLOSED if generator.gi_frame is None else GEN_CREATED


def getcoroutinelocals(coroutine):
    """A coroutine's locals."""
    frame = getattr(coroutine, "cr_frame", None)
    return {} if frame is None else frame.f_locals


def getgeneratorlocals(generator):
    """A generator's locals."""
    if not isgenerator(generator):
        raise TypeError("%r is not a Python generator" % (generator,))
    frame = generator.gi_frame
    return {} if frame is None else frame.f_locals


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """A copy of an object's own annotations."""
    if isclass(obj):
        notes = obj.__dict__.get("__annotations__") or {}
    else:
        notes = getattr(obj, "__annotations__", None) or {}
    if not eval_str:
        return dict(notes)
    if globals is None:
        globals = getattr(unwrap(obj), "__globals__", None) or getattr(
            sys.modules.get(getattr(obj, "__module__", None)), "__dict__", {})
    return {k: eval(v, globals, locals) if isinstance(v, str) else v for k, v in notes.items()}


def formatannotation(annotation):
    """The text of an annotation in a signature."""
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ == "builtins":
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


class _empty:
    """Stands for no default and no annotation."""


class _Kind(int):
    """One of the five kinds of parameter."""

    def __new__(cls, value, name, description):
        self = int.__new__(cls, value)
        self.name = name
        self.description = description
        return self

    def __repr__(self):
        return "<_ParameterKind.%s: %d>" % (self.name, int(self))

    def __str__(self):
        return self.name


class Parameter:
    """One parameter of a function."""

    empty = _empty
    POSITIONAL_ONLY = _Kind(0, "POSITIONAL_ONLY", "positional-only")
    POSITIONAL_OR_KEYWORD = _Kind(1, "POSITIONAL_OR_KEYWORD", "positional or keyword")
    VAR_POSITIONAL = _Kind(2, "VAR_POSITIONAL", "variadic positional")
    KEYWORD_ONLY = _Kind(3, "KEYWORD_ONLY", "keyword-only")
    VAR_KEYWORD = _Kind(4, "VAR_KEYWORD", "variadic keyword")

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        if not isinstance(kind, _Kind):
            kinds = [k for k in vars(Parameter).values() if isinstance(k, _Kind)]
            if kind not in kinds:
                raise ValueError("value %r is not a valid Parameter.kind" % (kind,))
            kind = kinds[kinds.index(kind)]
        if default is not _empty and kind in (2, 4):
            raise ValueError("%s parameters cannot have default values" % kind.description)
        if not isinstance(name, str):
            raise TypeError("name must be a str, not a %s" % type(name).__name__)
        if not name.isidentifier() or kind != 0 and keyword.iskeyword(name):
            raise ValueError("%r is not a valid parameter name" % name)
        self.name, self.kind, self.default, self.annotation = name, kind, default, annotation

    def replace(self, **changes):
        """A copy with changes."""
        values = dict(name=self.name, kind=self.kind, default=self.default,
                      annotation=self.annotation)
        values.update(changes)
        return type(self)(values.pop("name"), values.pop("kind"), **values)

    def __str__(self):
        text = {2: "*", 4: "**"}.get(int(self.kind), "") + self.name
        if self.annotation is not _empty:
            text += ": " + formatannotation(self.annotation)
        if self.default is not _empty:
            text += (" = " if self.annotation is not _empty else "=") + repr(self.default)
        return text

    def __repr__(self):
        return '<Parameter "%s">' % self

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self.name, self.kind, self.default, self.annotation) == (
            other.name, other.kind, other.default, other.annotation)

    def __hash__(self):
        return hash((self.name, int(self.kind)))


class BoundArguments:
    """Arguments with the parameters they go to."""

    def __init__(self, signature, arguments):
        self.signature, self.arguments = signature, arguments

    @property
    def args(self):
        """What to pass by position."""
        out = []
        for name, p in self.signature.parameters.items():
            if p.kind in (3, 4) or name not in self.arguments:
                break
            if p.kind == 2:
                out.extend(self.arguments[name])
            else:
                out.append(self.arguments[name])
        return tuple(out)

    @property
    def kwargs(self):
        """What to pass by name."""
        out, skipped = {}, False
        for name, p in self.signature.parameters.items():
            if name not in self.arguments:
                skipped = skipped or p.kind in (0, 1)
            elif p.kind == 4:
                out.update(self.arguments[name])
            elif p.kind == 3 or (skipped and p.kind == 1):
                out[name] = self.arguments[name]
        return out

    def apply_defaults(self):
        """Adds the defaults of what was not given."""
        full = {}
        for name, p in self.signature.parameters.items():
            if name in self.arguments:
                full[name] = self.arguments[name]
            elif p.default is not _empty:
                full[name] = p.default
            elif p.kind == 2:
                full[name] = ()
            elif p.kind == 4:
                full[name] = {}
        self.arguments = full

    def __repr__(self):
        return "<BoundArguments (%s)>" % ", ".join(
            "%s=%r" % pair for pair in self.arguments.items())


class Signature:
    """The parameters and the return annotation of a function."""

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self._parameters = {}
        last, default = Parameter.POSITIONAL_ONLY, False
        for p in parameters or ():
            if p.kind < last:
                raise ValueError("wrong parameter order: %s parameter before %s parameter"
                                 % (last.description, p.kind.description))
            last = p.kind
            if last in (0, 1):
                if default and p.default is _empty:
                    raise ValueError("non-default argument follows default argument")
                default = p.default is not _empty
            if p.name in self._parameters:
                raise ValueError("duplicate parameter name: %r" % p.name)
            self._parameters[p.name] = p
        self.return_annotation = return_annotation

    @property
    def parameters(self):
        """The parameters by name, in order."""
        return types.MappingProxyType(self._parameters)

    @classmethod
    def from_callable(cls, obj, **kwargs):
        """signature(obj)"""
        return signature(obj)

    def replace(self, *, parameters=None, return_annotation=None):
        """A copy with changes."""
        return type(self)(
            self._parameters.values() if parameters is None else parameters,
            return_annotation=self.return_annotation if return_annotation is None
            else return_annotation)

    def _bind(self, args, kwargs, partial):
        values, rest = {}, dict(kwargs)
        args = list(args)
        for name, p in self._parameters.items():
            if p.kind == 2:
                if args:
                    values[name] = tuple(args)
                    args = []
            elif p.kind == 4:
                continue
            elif p.kind != 3 and args:
                if name in rest and p.kind == 1:
                    raise TypeError("multiple values for argument %r" % name)
                values[name] = args.pop(0)
            elif name in rest and p.kind != 0:
                values[name] = rest.pop(name)
            elif p.default is _empty and not partial:
                raise TypeError("missing a required %sargument: %r" % (
                    "positional-only " if p.kind == 0 and name in rest else "", name))
        if args:
            raise TypeError("too many positional arguments")
        if rest:
            for name, p in self._parameters.items():
                if p.kind == 4:
                    values[name] = rest
                    break
            else:
                raise TypeError("got an unexpected keyword argument %r" % next(iter(rest)))
        return BoundArguments(self, values)

    def bind(self, /, *args, **kwargs):
        """Matches arguments with parameters; TypeError when they do not fit."""
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        """The same with arguments missing."""
        return self._bind(args, kwargs, True)

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return list(self._parameters.items()) == list(other._parameters.items()) \
            and self.return_annotation == other.return_annotation

    def __hash__(self):
        params = tuple([p for p in self._parameters.values() if p.kind != 3])
        only = frozenset([p for p in self._parameters.values() if p.kind == 3])
        return hash((params, only, self.return_annotation))

    def __str__(self):
        return self.format()

    def format(self, *, max_width=None):
        """The text of it, a parameter a line if it is longer than max_width."""
        parts, positional, starred = [], False, False
        for p in self._parameters.values():
            if p.kind == 0:
                positional = True
            elif positional:
                parts.append("/")
                positional = False
            if p.kind == 2:
                starred = True
            elif p.kind == 3 and not starred:
                parts.append("*")
                starred = True
            parts.append(str(p))
        if positional:
            parts.append("/")
        text = "(%s)" % ", ".join(parts)
        if max_width is not None and len(text) > max_width:
            text = "(\n    %s\n)" % ",\n    ".join(parts)
        if self.return_annotation is not _empty:
            text += " -> " + formatannotation(self.return_annotation)
        return text

    def __repr__(self):
        return "<Signature %s>" % self


def _of_function(f):
    code = f.__code__
    notes = getattr(f, "__annotations__", None) or {}
    made = []
    names = code.co_varnames
    count, named = code.co_argcount, code.co_kwonlyargcount
    defaults = f.__defaults__ or ()
    only = f.__kwdefaults__ or {}
    for i in range(count):
        kind = Parameter.POSITIONAL_ONLY if i < code.co_posonlyargcount \
            else Parameter.POSITIONAL_OR_KEYWORD
        back = i - (count - len(defaults))
        made.append(Parameter(names[i], kind, default=defaults[back] if back >= 0 else _empty,
                              annotation=notes.get(names[i], _empty)))
    at = count + named
    if code.co_flags & CO_VARARGS:
        made.append(Parameter(names[at], Parameter.VAR_POSITIONAL,
                              annotation=notes.get(names[at], _empty)))
        at += 1
    for name in names[count:count + named]:
        made.append(Parameter(name, Parameter.KEYWORD_ONLY, default=only.get(name, _empty),
                              annotation=notes.get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        made.append(Parameter(names[at], Parameter.VAR_KEYWORD,
                              annotation=notes.get(names[at], _empty)))
    return Signature(made, return_annotation=notes.get("return", _empty))


def _without_first(sig):
    params = list(sig.parameters.values())
    if params and params[0].kind != 2:
        params = params[1:]
    return sig.replace(parameters=params)


def _of_partial(p):
    sig = signature(p.func)
    bound = sig.bind_partial(*p.args)
    out, named = [], False
    for name, param in sig.parameters.items():
        if name in bound.arguments and param.kind != 2:
            continue
        if name in p.keywords:
            param = param.replace(default=p.keywords[name], kind=Parameter.KEYWORD_ONLY)
            named = True
        elif named and param.kind == 1:
            param = param.replace(kind=Parameter.KEYWORD_ONLY)
        elif named and param.kind == 2:
            continue
        out.append(param)
    return sig.replace(parameters=out)


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The signature of something callable."""
    if not callable(obj):
        raise TypeError("%r is not a callable object" % (obj,))
    if ismethod(obj):
        return _without_first(signature(obj.__func__))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__"))
        if ismethod(obj):
            return signature(obj)
    given = getattr(obj, "__signature__", None)
    if given is not None:
        return given
    if isfunction(obj):
        return _of_function(obj)
    if type(obj).__name__ == "partial":
        return _of_partial(obj)
    import _signatures
    params, bound = _signatures.find(obj)
    if params is not None:
        known = _of_function(eval("lambda %s: None" % params[1:-1]))
        return _without_first(known) if bound else known
    if isclass(obj):
        for name in ("__new__", "__init__"):
            for base in obj.__mro__:
                if name in base.__dict__:
                    method = base.__dict__[name]
                    method = getattr(method, "__func__", method)
                    if isfunction(method):
                        return _without_first(_of_function(unwrap(method)))
                    break
        if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
            return Signature()
        kind = "builtin" if obj is type else "builtin type"
        raise ValueError("no signature found for %s %r" % (kind, obj))
    call = getattr(type(obj), "__call__", None)
    if isfunction(call):
        return _without_first(signature(call))
    raise ValueError("no signature found for builtin %r" % (obj,))


def getcallargs(func, /, *positional, **named):
    """Parameter names with the values a call would give them."""
    if ismethod(func):
        positional = (func.__self__, *positional)
        func = func.__func__
    sig = signature(func)
    given = sig.bind(*positional, **named).arguments
    kinds = {name: p.kind for name, p in sig.parameters.items()}
    star = [name for name, kind in kinds.items() if kind is Parameter.VAR_POSITIONAL]
    stars = [name for name, kind in kinds.items() if kind is Parameter.VAR_KEYWORD]
    # What is given by place comes first, then what collects the rest.
    by_place = [name for name in given
                if name not in named and name not in star and name not in stars]
    values = {name: given[name] for name in by_place}
    values.update((name, given.get(name, ())) for name in star)
    values.update((name, given.get(name, {})) for name in stars)
    values.update((name, given[name]) for name in named if name in given)
    for name, p in sig.parameters.items():
        if name not in values:
            values[name] = p.default
    return values
