"""What the options came to."""

import sys


class Values:
    """An attribute for every destination of an option."""

    def __init__(self, defaults=None):
        vars(self).update(defaults or {})

    def __str__(self):
        return f"{vars(self)}"

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}: {self}>"

    def __eq__(self, other):
        match other:
            case Values():
                return vars(self) == vars(other)
            case dict():
                return vars(self) == other
        return NotImplemented

    def ensure_value(self, attr, value):
        """Gives the attribute; value becomes it when there is none yet."""
        found = getattr(self, attr, None)
        if found is None:
            setattr(self, attr, value)
            found = value
        return found

    def read_module(self, modname, mode="careful"):
        """Takes values from the names of a module, see read_file."""
        __import__(modname)
        self._update(vars(sys.modules[modname]), mode)

    def read_file(self, filename, mode="careful"):
        """Takes values from a file of Python: "careful" only those that are attributes already, "loose" all."""
        names = {}
        with open(filename) as source:
            exec(source.read(), names)
        self._update(names, mode)

    def _update(self, news, mode):
        if mode == "careful":
            news = {name: news[name] for name in dir(self) if news.get(name) is not None}
        elif mode != "loose":
            raise ValueError(f"invalid update mode: {mode!r}")
        vars(self).update(news)
