"""What help() prints."""

import inspect


def _signature(thing):
    try:
        return str(inspect.signature(thing))
    except (ValueError, TypeError):
        return "(...)"


def _doc(thing, indent="    "):
    text = inspect.getdoc(thing) or ""
    return "".join((indent + line).rstrip() + "\n" for line in text.split("\n")) if text else ""


def _title(thing):
    name = getattr(thing, "__name__", None)
    if inspect.ismodule(thing):
        return "module " + name
    if inspect.isclass(thing):
        return f"class {name} in module {thing.__module__}"
    if inspect.ismethod(thing):
        return f"method {name} in module {thing.__module__}"
    if inspect.isbuiltin(thing):
        return f"built-in function {name} in module {thing.__module__}"
    if inspect.isroutine(thing):
        return f"function {name} in module {thing.__module__}"
    return f"{type(thing).__name__} in module {type(thing).__module__} object"


def _routine(name, thing, bar=""):
    head = "async " if inspect.iscoroutinefunction(thing) or inspect.isasyncgenfunction(thing) else ""
    text = head + name + _signature(thing) + "\n" + _doc(thing)
    return "".join((bar + line).rstrip() + "\n" for line in text.rstrip("\n").split("\n"))


def _class(cls):
    bases = ", ".join(b.__name__ if b.__module__ == cls.__module__ else f"{b.__module__}.{b.__name__}" for b in cls.__bases__)
    out = [f"class {cls.__name__}({bases})\n", f" |  {cls.__name__}{_signature(cls)}\n"]
    doc = _doc(cls, " |  ") if cls.__doc__ else ""
    if doc:
        out += [" |\n", doc]
    sections = {"Methods": [], "Class methods": [], "Static methods": [], "Readonly properties": [],
                "Data and other attributes": []}
    for name, value in cls.__dict__.items():
        if isinstance(value, classmethod):
            sections["Class methods"].append(_routine(name, getattr(cls, name), " |  "))
        elif isinstance(value, staticmethod):
            sections["Static methods"].append(_routine(name, value.__func__, " |  "))
        elif isinstance(value, property):
            sections["Readonly properties"].append(f" |  {name}\n" + _doc(value, " |      "))
        elif inspect.isroutine(value):
            sections["Methods"].append(_routine(name, value, " |  "))
        elif not name.startswith("__"):
            sections["Data and other attributes"].append(f" |  {name} = {value!r}\n")
    for title, entries in sections.items():
        if entries:
            out += [" |\n", f" |  {title} defined here:\n", " |\n", " |\n".join(entries)]
    return "".join(out)


def _module(module):
    out = ["NAME\n    " + module.__name__ + "\n"]
    if module.__doc__:
        out.append("\nDESCRIPTION\n" + _doc(module))
    names = getattr(module, "__all__", None) or [name for name in vars(module) if not name.startswith("_")]
    for title, wanted in ("CLASSES", inspect.isclass), ("FUNCTIONS", inspect.isroutine):
        entries = []
        for name in sorted(names):
            value = getattr(module, name, None)
            if wanted(value) and getattr(value, "__module__", None) == module.__name__:
                text = _class(value) if title == "CLASSES" else _routine(name, value)
                entries.append("".join(("    " + line).rstrip() + "\n" for line in text.rstrip("\n").split("\n")))
        if entries:
            out.append(f"\n{title}\n" + "\n".join(entries))
    return "".join(out)


def help(*args):
    """Prints what there is to say of an object, or of what a name stands for."""
    if not args:
        print("help() answers about an object: help(object)")
        return
    thing = args[0]
    if isinstance(thing, str):
        import importlib
        import builtins
        name = thing
        thing = getattr(builtins, name, None)
        if thing is None:
            try:
                thing = importlib.import_module(name)
            except ImportError:
                print("No Python documentation found for %r.\nUse help() to get the interactive help utility.\n"
                      "Use help(str) for help on the str class.\n" % name)
                return
    if not (inspect.ismodule(thing) or inspect.isclass(thing) or inspect.isroutine(thing)):
        thing = type(thing)
    title = f"Help on {_title(thing)}:\n\n"
    if inspect.ismodule(thing):
        print(title + _module(thing))
    elif inspect.isclass(thing):
        print(title + _class(thing))
    else:
        print(title + _routine(thing.__name__, thing))
