"""The types an option's value can have: from the text to the value."""

from gettext import gettext

from optparse._errors import OptionValueError


def number(val, type):
    """Reads an integer, in the base that its first characters tell."""
    start = val[:2].lower()
    if start == "0x":
        return type(val, 16)
    if start == "0b":
        return type(val[2:] or "0", 2)
    return type(val, 8 if val.startswith("0") else 10)


def _integer(text):
    return number(text, int)


# By type: who converts, and what an error calls the thing. Python 2's long lives on as int.
_CONVERSIONS = {
    "int": (_integer, "integer"),
    "long": (_integer, "integer"),
    "float": (float, "floating-point"),
    "complex": (complex, "complex"),
}


def check_builtin(option, opt, value):
    """Converts to the number type that the option declares."""
    convert, thing = _CONVERSIONS[option.type]
    try:
        return convert(value)
    except ValueError:
        words = gettext("option %s: invalid %s value: %r")
        raise OptionValueError(words % (opt, gettext(thing), value)) from None


def check_choice(option, opt, value):
    """Lets only the option's choices through."""
    if value not in option.choices:
        allowed = ", ".join(repr(one) for one in option.choices)
        words = gettext("option %s: invalid choice: %r (choose from %s)")
        raise OptionValueError(words % (opt, value, allowed))
    return value


CHECKERS = {**dict.fromkeys(_CONVERSIONS, check_builtin), "choice": check_choice}
