"""One option: its declaration, the checks on it, and what it does when it is met."""

from optparse import _types
from optparse._errors import OptionError

SUPPRESS_HELP = "SUPPRESSHELP"
NO_DEFAULT = ("NO", "DEFAULT")


def _sort_strings(option, strings):
    """Puts each option string with the short or the long ones of option."""
    for text in strings:
        dashes = len(text) - len(text.lstrip("-"))
        if len(text) < 2:
            raise OptionError(f"invalid option string {text!r}: must be at least two characters long", option)
        if len(text) == 2:
            if dashes != 1:
                raise OptionError(f"invalid short option string {text!r}: "
                                  "must be of the form -x, (x any non-dash char)", option)
            option._short_opts.append(text)
        elif dashes != 2:
            raise OptionError(f"invalid long option string {text!r}: must start with --, followed by non-dash", option)
        else:
            option._long_opts.append(text)


# The checks come in this order, each may count on those before it.

def _settle_action(option):
    if option.action is None:
        option.action = "store"
    if option.action not in option.ACTIONS:
        raise OptionError(f"invalid action: {option.action!r}", option)


def _settle_type(option):
    if option.type is None:
        if option.action in option.ALWAYS_TYPED_ACTIONS:
            option.type = "string" if option.choices is None else "choice"
        return
    given = option.type.__name__ if isinstance(option.type, type) else option.type
    option.type = "string" if given == "str" else given
    if option.type not in option.TYPES:
        raise OptionError(f"invalid option type: {option.type!r}", option)
    if option.action not in option.TYPED_ACTIONS:
        raise OptionError(f"must not supply a type for action {option.action!r}", option)


def _want_choices(option):
    choices = option.choices
    if option.type != "choice":
        if choices is not None:
            raise OptionError(f"must not supply choices for type {option.type!r}", option)
    elif choices is None:
        raise OptionError("must supply a list of choices for type 'choice'", option)
    elif not isinstance(choices, (list, tuple)):
        supplied = type(choices).__name__
        raise OptionError(f"choices must be a list of strings ({supplied!r} supplied)", option)


def _settle_dest(option):
    if option.dest is None and (option.type is not None or option.action in option.STORE_ACTIONS):
        named = [text[2:].replace("-", "_") for text in option._long_opts[:1]]
        option.dest = (named or [text[1] for text in option._short_opts])[0]


def _refuse_const(option):
    if option.const is not None and option.action not in option.CONST_ACTIONS:
        raise OptionError(f"'const' must not be supplied for action {option.action!r}", option)


def _settle_nargs(option):
    typed = option.action in option.TYPED_ACTIONS
    if typed and option.nargs is None:
        option.nargs = 1
    elif not typed and option.nargs is not None:
        raise OptionError(f"'nargs' must not be supplied for action {option.action!r}", option)


def _want_callback(option):
    target, args, kwargs = option.callback, option.callback_args, option.callback_kwargs
    complaint = None
    if option.action == "callback":
        if not callable(target):
            complaint = f"callback not callable: {target!r}"
        elif not isinstance(args, (tuple, type(None))):
            complaint = f"callback_args, if supplied, must be a tuple: not {args!r}"
        elif not isinstance(kwargs, (dict, type(None))):
            complaint = f"callback_kwargs, if supplied, must be a dict: not {kwargs!r}"
    elif target is not None:
        complaint = f"callback supplied ({target!r}) for non-callback option"
    elif args is not None:
        complaint = "callback_args supplied for non-callback option"
    elif kwargs is not None:
        complaint = "callback_kwargs supplied for non-callback option"
    if complaint:
        raise OptionError(complaint, option)


def _show_and_leave(show):
    """An action that prints something of the parser's and ends the program."""
    def act(option, dest, opt, value, values, parser):
        show(parser)
        parser.exit()
    return act


def _call_back(option, dest, opt, value, values, parser):
    option.callback(option, opt, value, parser, *(option.callback_args or ()), **(option.callback_kwargs or {}))


_DEEDS = {
    "store": lambda option, dest, opt, value, values, parser: setattr(values, dest, value),
    "store_const": lambda option, dest, opt, value, values, parser: setattr(values, dest, option.const),
    "store_true": lambda option, dest, opt, value, values, parser: setattr(values, dest, True),
    "store_false": lambda option, dest, opt, value, values, parser: setattr(values, dest, False),
    "append": lambda option, dest, opt, value, values, parser: values.ensure_value(dest, []).append(value),
    "append_const": lambda option, dest, opt, value, values, parser: values.ensure_value(dest, []).append(option.const),
    "count": lambda option, dest, opt, value, values, parser: setattr(values, dest, values.ensure_value(dest, 0) + 1),
    "callback": _call_back,
    "help": _show_and_leave(lambda parser: parser.print_help()),
    "version": _show_and_leave(lambda parser: parser.print_version()),
}


class Option:
    """An option. The tables in capitals are there for subclasses to extend."""

    ATTRS = ("action type dest default nargs const choices callback callback_args callback_kwargs "
             "help metavar").split()
    ACTIONS = tuple(_DEEDS)
    STORE_ACTIONS = ACTIONS[:7]
    TYPED_ACTIONS = ("store", "append", "callback")
    ALWAYS_TYPED_ACTIONS = TYPED_ACTIONS[:2]
    CONST_ACTIONS = ("store_const", "append_const")
    TYPES = ("string", *_types.CHECKERS)
    TYPE_CHECKER = _types.CHECKERS
    CHECK_METHODS = [_settle_action, _settle_type, _want_choices, _settle_dest, _refuse_const, _settle_nargs,
                     _want_callback]

    def __init__(self, *opts, **attrs):
        self._short_opts, self._long_opts = [], []
        strings = [text for text in opts if text]
        if not strings:
            raise TypeError("at least one option string must be supplied")
        _sort_strings(self, strings)
        for name in self.ATTRS:
            setattr(self, name, attrs.pop(name, NO_DEFAULT if name == "default" else None))
        if attrs:
            raise OptionError("invalid keyword arguments: " + ", ".join(sorted(attrs)), self)
        for check in self.CHECK_METHODS:
            check(self)

    def __str__(self):
        return "/".join([*self._short_opts, *self._long_opts])

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}: {self}>"

    def takes_value(self):
        """Whether something must follow the option."""
        return self.type is not None

    def get_opt_string(self):
        """The name to call the option by: long if it has such."""
        for text in self._long_opts + self._short_opts:
            return text

    def check_value(self, opt, value):
        """Converts one text by the option's type."""
        checker = self.TYPE_CHECKER.get(self.type)
        return checker(self, opt, value) if checker else value

    def convert_value(self, opt, value):
        """Converts what followed the option: a text, a tuple of them, or None."""
        if value is None or self.nargs == 1:
            return value if value is None else self.check_value(opt, value)
        return tuple(self.check_value(opt, text) for text in value)

    def process(self, opt, value, values, parser):
        """Does what the option is there for; opt is how it was written."""
        converted = self.convert_value(opt, value)
        return self.take_action(self.action, self.dest, opt, converted, values, parser)

    def take_action(self, action, dest, opt, value, values, parser):
        """Does the action; subclasses with actions of their own begin here."""
        deed = _DEEDS.get(action)
        if deed is None:
            raise ValueError(f"unknown action {self.action!r}")
        deed(self, dest, opt, value, values, parser)
        return 1
