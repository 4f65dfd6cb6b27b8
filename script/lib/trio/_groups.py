"""The groups of exceptions that nurseries raise."""
import _trio

# Says of a group that it stands for its member once it has only one.
LOOSE_NOTE = (
    "This is a loose exception group, as used by Trio's "
    "strict_exception_groups=False mode"
)

if _trio.VERSION == "0.22":

    class MultiError(BaseExceptionGroup):
        """Several errors at once, in the old releases."""

        def __new__(cls, exceptions, *, _collapse=True):
            exceptions = list(exceptions)
            for e in exceptions:
                if not isinstance(e, BaseException):
                    raise TypeError(f"Expected an exception object, not {e!r}")
            if _collapse and len(exceptions) == 1:
                return exceptions[0]
            if all(isinstance(e, Exception) for e in exceptions) and cls is MultiError:
                cls = NonBaseMultiError
            self = super().__new__(cls, "multiple tasks failed", exceptions)
            self.collapse = _collapse
            return self

        def __init__(self, exceptions, *, _collapse=True):
            pass

        def __str__(self):
            return ", ".join(map(repr, self.exceptions))

        def __repr__(self):
            return f"<MultiError: {self}>"

        def derive(self, exceptions):
            made = MultiError(exceptions, _collapse=False)
            made.collapse = self.collapse
            return made

    class NonBaseMultiError(MultiError, ExceptionGroup):
        pass

    def make(text, errors, loose):
        return MultiError(errors, _collapse=loose)

    def is_loose(group):
        return getattr(group, "collapse", False)

else:

    def make(text, errors, loose):
        group = BaseExceptionGroup(text, errors)
        if loose:
            group.add_note(LOOSE_NOTE)
        return group

    def is_loose(group):
        return LOOSE_NOTE in getattr(group, "__notes__", ())


def cut(group):
    """What is left of a group without its Cancelled errors, and whether there were any."""
    found, rest = group.split(_trio.Cancelled)
    if rest is not None and found is not None:
        rest = collapse(rest)
    return rest if found is not None else group, found is not None


def collapse(group):
    if not isinstance(group, BaseExceptionGroup):
        return group
    members = [collapse(e) for e in group.exceptions]
    if len(members) == 1 and is_loose(group):
        return members[0]
    if any(a is not b for a, b in zip(members, group.exceptions)):
        return group.derive(members)
    return group


_trio.groups(make, cut)
