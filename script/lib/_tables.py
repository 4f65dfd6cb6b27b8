"""What pwd and grp have in common."""

import operator


def lines_of(file, fields):
    found = []
    with open(file, encoding="utf-8", errors="surrogateescape") as f:
        for line in f:
            parts = line.rstrip("\n").split(":")
            if len(parts) == fields and not line.startswith("#"):
                found.append(parts)
    return found


def line_of(file, fields, at, what, missing):
    for parts in lines_of(file, fields):
        if parts[at] == what:
            return parts
    raise KeyError(missing)


def sequence(module, name, fields):
    """Make a class of tuples whose items have names."""
    fields = fields.split()

    def show(self):
        return f"{module}.{name}(" + ", ".join(f"{k}={v!r}" for k, v in zip(fields, self)) + ")"

    names = {k: property(operator.itemgetter(i)) for i, k in enumerate(fields)}
    names.update(__repr__=show, __module__=module, __slots__=(), n_fields=len(fields), n_sequence_fields=len(fields), n_unnamed_fields=0)
    return type(name, (tuple,), names)
