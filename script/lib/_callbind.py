"""Binds call arguments to named parameters for functions built at run time.

Classes made by namedtuple and dataclass get their constructor from a closure
taking *args and **kwargs; this module gives such closures the errors a
function with a written parameter list would raise.
"""


def listing(names):
    """Quoted names joined as the interpreter joins them: 'a', 'b', and 'c'."""
    quoted = ["'" + n + "'" for n in names]
    if len(quoted) == 1:
        return quoted[0]
    if len(quoted) == 2:
        return quoted[0] + " and " + quoted[1]
    return ", ".join(quoted[:-1]) + ", and " + quoted[-1]


def missing(title, kind, names):
    plural = "" if len(names) == 1 else "s"
    return TypeError("%s missing %d required %s argument%s: %s"
                     % (title, len(names), kind, plural, listing(names)))


def bind(title, positional, keyword_only, defaults, args, kwargs):
    """Returns a dict from parameter name to value, in parameter order.

    positional does not count the receiver, which the error texts count.
    defaults maps names to default values.
    """
    count = len(positional)
    given = len(args)
    for name in kwargs:
        if name in positional:
            if positional.index(name) < given:
                raise TypeError("%s got multiple values for argument '%s'" % (title, name))
        elif name not in keyword_only:
            raise TypeError("%s got an unexpected keyword argument '%s'" % (title, name))
    if given > count:
        optional = sum(1 for n in positional if n in defaults)
        most = count + 1
        if optional:
            takes = "from %d to %d" % (most - optional, most)
        else:
            takes = str(most)
        plural = "" if most == 1 and not optional else "s"
        extra = [n for n in keyword_only if n in kwargs]
        if extra:
            got = "%d positional argument%s (and %d keyword-only argument%s) were" % (
                given + 1, "" if given == 0 else "s", len(extra), "" if len(extra) == 1 else "s")
        else:
            got = "%d %s" % (given + 1, "was" if given == 0 else "were")
        raise TypeError("%s takes %s positional argument%s but %s given" % (title, takes, plural, got))
    values = {}
    absent = []
    for i, name in enumerate(positional):
        if i < given:
            values[name] = args[i]
        elif name in kwargs:
            values[name] = kwargs[name]
        elif name in defaults:
            values[name] = defaults[name]
        else:
            absent.append(name)
    if absent:
        raise missing(title, "positional", absent)
    for name in keyword_only:
        if name in kwargs:
            values[name] = kwargs[name]
        elif name in defaults:
            values[name] = defaults[name]
        else:
            absent.append(name)
    if absent:
        raise missing(title, "keyword-only", absent)
    return values
