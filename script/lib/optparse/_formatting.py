"""How the help looks: headings, paragraphs, and rows of an option and its help text."""

import os
import textwrap
from gettext import gettext

_NARROWEST = 11  # text is never pressed into fewer columns
_GAP = 2  # columns between the option strings and the help text


def _terminal_width():
    try:
        return int(os.environ["COLUMNS"]) - 2
    except (LookupError, ValueError):
        return 80 - 2


def _paragraph(text, width, margin):
    space = " " * margin
    return textwrap.fill(text, max(width - margin, _NARROWEST), initial_indent=space, subsequent_indent=space)


def _row(left, lines, margin, column):
    """Lines of help from column on; left stands before the first one, or above them when it is too long."""
    head = " " * margin + left
    room = column - _GAP
    if len(head) > room:
        rows = [head, *(" " * column + line for line in lines)]
    else:
        first, *more = lines or [""]
        rows = [head.ljust(room) + " " * _GAP + first, *(" " * column + line for line in more)]
    return "".join(row + "\n" for row in rows)


class HelpFormatter:
    """What all formatters do; usage and headings are the subclasses'."""

    NO_DEFAULT_VALUE = "none"

    def __init__(self, indent_increment, max_help_position, width, short_first):
        self.width = _terminal_width() if width is None else width
        widest = max(self.width - 20, 2 * indent_increment)
        self.max_help_position = self.help_position = min(max_help_position, widest)
        self.help_width = None  # known when the options have been measured
        self.indent_increment, self.short_first = indent_increment, short_first
        self.current_indent = self.level = 0
        self.parser, self.default_tag = None, "%default"
        self.option_strings = {}
        self._joints = {"short": " ", "long": "="}

    def set_parser(self, parser):
        """Sets the parser whose defaults the help texts can show."""
        self.parser = parser

    def set_short_opt_delimiter(self, delim):
        """What is between a short option and its value: nothing or a space."""
        self._set_joint("short", delim, ("", " "))

    def set_long_opt_delimiter(self, delim):
        """What is between a long option and its value: = or a space."""
        self._set_joint("long", delim, ("=", " "))

    def _set_joint(self, kind, joint, allowed):
        if joint not in allowed:
            raise ValueError(f"invalid metavar delimiter for {kind} options: {joint!r}")
        self._joints[kind] = joint

    def indent(self):
        """Goes one step in."""
        self._shift(1)

    def dedent(self):
        """Goes one step out."""
        self._shift(-1)

    def _shift(self, steps):
        self.current_indent += steps * self.indent_increment
        if self.current_indent < 0:
            raise AssertionError("Indent decreased below 0.")
        self.level += steps

    def format_usage(self, usage):
        """The line of usage."""
        raise NotImplementedError("subclasses must implement")

    def format_heading(self, heading):
        """The heading of some options."""
        raise NotImplementedError("subclasses must implement")

    def format_description(self, description):
        """The text above the options."""
        return _paragraph(description, self.width, self.current_indent) + "\n" if description else ""

    def format_epilog(self, epilog):
        """The text at the end."""
        return f"\n{_paragraph(epilog, self.width, self.current_indent)}\n" if epilog else ""

    def expand_default(self, option):
        """The help text, with the default where it asks for it."""
        text, tag = option.help, self.default_tag
        if not tag or self.parser is None:
            return text
        # A dest without a default shows as none; NO_DEFAULT never gets into the table.
        shown = self.parser.defaults.get(option.dest)
        return text.replace(tag, self.NO_DEFAULT_VALUE if shown is None else f"{shown}")

    def format_option(self, option):
        """The rows of one option."""
        lines = textwrap.wrap(self.expand_default(option), self.help_width) if option.help else []
        return _row(self.option_strings[option], lines, self.current_indent, self.help_position)

    def store_option_strings(self, parser):
        """Measures all options of a parser, to know where the help texts begin."""
        widest = 0
        for steps, holders in enumerate(([parser], parser.option_groups), 1):
            margin = self.current_indent + steps * self.indent_increment
            for option in (option for holder in holders for option in holder.option_list):
                strings = self.option_strings[option] = self.format_option_strings(option)
                widest = max(widest, margin + len(strings))
        self.help_position = min(widest + _GAP, self.max_help_position)
        self.help_width = max(self.width - self.help_position, _NARROWEST)

    def format_option_strings(self, option):
        """The option strings, each with what stands for its value."""
        value = ""
        kinds = [("short", option._short_opts), ("long", option._long_opts)]
        if takes := option.takes_value():
            value = option.metavar or option.dest.upper()
        return ", ".join(text + (self._joints[kind] + value if takes else "")
                         for kind, strings in (kinds if self.short_first else reversed(kinds))
                         for text in strings)


class IndentedHelpFormatter(HelpFormatter):
    """Headings end in a colon and what is under them is indented."""

    def __init__(self, indent_increment=2, max_help_position=24, width=None, short_first=1):
        super().__init__(indent_increment, max_help_position, width, short_first)

    def format_usage(self, usage):
        return gettext("Usage: %s\n") % usage

    def format_heading(self, heading):
        return " " * self.current_indent + heading + ":\n"


class TitledHelpFormatter(HelpFormatter):
    """Headings are underlined."""

    def __init__(self, indent_increment=0, max_help_position=24, width=None, short_first=0):
        super().__init__(indent_increment, max_help_position, width, short_first)

    def format_usage(self, usage):
        return self.format_heading(gettext("Usage")) + f"  {usage}\n"

    def format_heading(self, heading):
        return f"{heading}\n{'=-'[self.level] * len(heading)}\n"
