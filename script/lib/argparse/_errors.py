"""What is wrong with a command line."""


def action_name(argument):
    """An argument as errors call it."""
    if argument is None:
        return None
    if argument.option_strings:
        return "/".join(argument.option_strings)
    for name in argument.metavar, argument.dest:
        if name not in (None, "==SUPPRESS=="):
            return " ".join(name) if isinstance(name, tuple) else name
    if argument.choices:
        return "{" + ",".join(argument.choices) + "}"
    return None


class ArgumentError(Exception):
    """Something is wrong with one argument, or with the line when there is none."""

    def __init__(self, argument, message):
        self.argument_name = action_name(argument)
        self.message = message

    def __str__(self):
        if self.argument_name is None:
            return str(self.message)
        return f"argument {self.argument_name}: {self.message}"


class ArgumentTypeError(Exception):
    """What a type function raises; its text is shown as it is."""
