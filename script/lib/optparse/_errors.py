"""What goes wrong: when an option is declared, and when a command line is read."""

from gettext import gettext


class OptParseError(Exception):
    """The root of all errors here; msg is what went wrong."""

    def __init__(self, msg):
        self.msg = msg

    def __str__(self):
        return self.msg


class OptionError(OptParseError):
    """An option was declared with arguments that do not go together."""

    def __init__(self, msg, option):
        super().__init__(msg)
        self.option_id = f"{option}"

    def __str__(self):
        place = f"option {self.option_id}: " if self.option_id else ""
        return place + self.msg


class OptionConflictError(OptionError):
    """An option string is taken already."""


class OptionValueError(OptParseError):
    """The user gave a value that the option cannot take."""


class BadOptionError(OptParseError):
    """The user gave an option that nobody declared."""

    def __init__(self, opt_str):
        self.opt_str = opt_str

    def __str__(self):
        return gettext("no such option: %s") % (self.opt_str,)


class AmbiguousOptionError(BadOptionError):
    """The user's short form of a long option fits several."""

    def __init__(self, opt_str, possibilities):
        super().__init__(opt_str)
        self.possibilities = possibilities

    def __str__(self):
        choice = ", ".join(self.possibilities)
        return gettext("ambiguous option: %s (%s?)") % (self.opt_str, choice)
