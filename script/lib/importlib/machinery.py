"""What an import is made of."""

__all__ = ["ModuleSpec", "SourceFileLoader", "SOURCE_SUFFIXES", "BYTECODE_SUFFIXES", "EXTENSION_SUFFIXES", "all_suffixes"]

SOURCE_SUFFIXES = [".py"]
BYTECODE_SUFFIXES = []
EXTENSION_SUFFIXES = []


def all_suffixes():
    """The endings of modules' files."""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


class ModuleSpec:
    """Where a module is and who loads it."""

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self.has_location = False
        self.cached = None

    @property
    def parent(self):
        """The package it belongs to."""
        if self.submodule_search_locations is None:
            return self.name.rpartition(".")[0]
        return self.name

    def __repr__(self):
        rows = ["name=%r" % self.name, "loader=%r" % self.loader]
        if self.origin is not None:
            rows.append("origin=%r" % self.origin)
        return "ModuleSpec(%s)" % ", ".join(rows)


class SourceFileLoader:
    """Loads a module from a file of source text."""

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def get_source(self, fullname=None):
        """The text of the file."""
        with open(self.path, encoding="utf-8") as f:
            return f.read()

    def create_module(self, spec):
        """Leaves it to the import."""

    def exec_module(self, module):
        """Runs the file's code in the module."""
        exec(compile(self.get_source(), self.path, "exec"), module.__dict__)
