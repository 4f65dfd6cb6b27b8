"""The parser: what a program declares its options to, and reads its command line with."""

import os
import sys
from gettext import gettext

from optparse import _reading
from optparse._errors import BadOptionError, OptionValueError
from optparse._formatting import IndentedHelpFormatter
from optparse._holding import OptionContainer, OptionGroup
from optparse._options import Option
from optparse._values import Values

SUPPRESS_USAGE = "SUPPRESSUSAGE"


class OptionParser(OptionContainer):
    """Holds the options of a program and the texts around them."""

    standard_option_list = []

    def __init__(self, usage=None, option_list=None, option_class=Option, version=None, conflict_handler="error",
                 description=None, formatter=None, add_help_option=True, prog=None, epilog=None):
        super().__init__(option_class, conflict_handler, description)
        self.prog, self.version, self.epilog = prog, version, epilog
        self.set_usage(usage)
        self.option_groups = []
        self.rargs = self.largs = self.values = None
        self.allow_interspersed_args = self.process_default_values = True
        self.formatter = formatter or IndentedHelpFormatter()
        self.formatter.set_parser(self)
        self._populate_option_list(option_list, add_help=add_help_option)

    def _populate_option_list(self, option_list, add_help=True):
        for given in self.standard_option_list, option_list:
            if given:
                self.add_options(given)
        if self.version:
            self.add_option("--version", action="version", help=gettext("show program's version number and exit"))
        if add_help:
            self._add_help_option()

    def _add_help_option(self):
        self.add_option("-h", "--help", action="help", help=gettext("show this help message and exit"))

    def destroy(self):
        """Takes the rings of parser, options and groups apart."""
        for group in self.option_groups:
            group.destroy()
        super().destroy()
        del self.option_groups, self.formatter

    # What the program sets.

    def set_usage(self, usage):
        """Sets the line of usage; None is the usual one, SUPPRESS_USAGE none."""
        if usage is None:
            usage = gettext("%prog [options]")
        elif usage is SUPPRESS_USAGE:
            usage = None
        elif usage[:7].lower() == "usage: ":
            usage = usage[7:]
        self.usage = usage

    def enable_interspersed_args(self):
        """Options may stand after other arguments."""
        self.allow_interspersed_args = True

    def disable_interspersed_args(self):
        """The first argument that is no option ends the options."""
        self.allow_interspersed_args = False

    def set_process_default_values(self, process):
        """Whether a default that is a string is converted as if the user had written it."""
        self.process_default_values = process

    def set_default(self, dest, value):
        """Sets the default of one destination."""
        self.set_defaults(**{dest: value})

    def set_defaults(self, **kwargs):
        """Sets the defaults of destinations."""
        self.defaults |= kwargs

    def add_option_group(self, *args, **kwargs):
        """Adds a group: an OptionGroup, or what makes one."""
        group = args[0]
        if isinstance(group, str):
            group = OptionGroup(self, *args, **kwargs)
        elif kwargs or len(args) > 1:
            raise TypeError("invalid arguments")
        elif not isinstance(group, OptionGroup):
            raise TypeError(f"not an OptionGroup instance: {group!r}")
        elif group.parser is not self:
            raise ValueError("invalid OptionGroup (wrong parser)")
        self.option_groups.append(group)
        return group

    def get_option_group(self, opt_str):
        """The group of the option with this option string, or None."""
        holder = getattr(self.get_option(opt_str), "container", self)
        return None if holder is self else holder

    # Reading. Programs override the underscored ones, which is why they are methods.

    def get_default_values(self):
        """What the options are when none is given."""
        settled = dict(self.defaults)
        if self.process_default_values:
            for option in self._get_all_options():
                text = settled.get(option.dest)
                if isinstance(text, str):
                    settled[option.dest] = option.check_value(option.get_opt_string(), text)
        return Values(settled)

    def _get_all_options(self):
        return sum((group.option_list for group in self.option_groups), self.option_list[:])

    def _get_args(self, args):
        return list(sys.argv[1:] if args is None else args)

    def parse_args(self, args=None, values=None):
        """Reads args, or the command line: gives the values of the options and the arguments that are left."""
        self.rargs, self.largs = self._get_args(args), []
        self.values = self.get_default_values() if values is None else values
        rest, others, values = self.rargs, self.largs, self.values
        try:
            self._process_args(others, rest, values)
        except (BadOptionError, OptionValueError) as wrong:
            self.error(str(wrong))
        return self.check_values(values, others + rest)

    def check_values(self, values, args):
        """The last word on what parse_args gives, for subclasses."""
        return values, args

    def _process_args(self, largs, rargs, values):
        _reading.Reader(self, rargs, values).read(largs)

    def _process_long_opt(self, rargs, values):
        _reading.Reader(self, rargs, values).long_option()

    def _process_short_opts(self, rargs, values):
        _reading.Reader(self, rargs, values).short_options()

    def _match_long_opt(self, opt):
        return _reading.complete(opt, self._long_opt)

    # Talking to the user.

    def get_prog_name(self):
        """The program's name."""
        return os.path.basename(sys.argv[0]) if self.prog is None else self.prog

    def expand_prog_name(self, s):
        """Puts the program's name where s asks for it."""
        return s.replace("%prog", self.get_prog_name())

    def get_description(self):
        """The description, with the program's name in it."""
        return self.expand_prog_name(self.description)

    def get_usage(self):
        """The line of usage, formatted."""
        return self.formatter.format_usage(self.expand_prog_name(self.usage)) if self.usage else ""

    def get_version(self):
        """The version, with the program's name in it."""
        return self.expand_prog_name(self.version) if self.version else ""

    def print_usage(self, file=None):
        """Prints the line of usage, if there is one."""
        if self.usage:
            print(self.get_usage(), file=file)

    def print_version(self, file=None):
        """Prints the version, if there is one."""
        if self.version:
            print(self.get_version(), file=file)

    def print_help(self, file=None):
        """Prints the whole help."""
        (sys.stdout if file is None else file).write(self.format_help())

    def exit(self, status=0, msg=None):
        """Ends the program, with a message to standard error."""
        if msg:
            sys.stderr.write(msg)
        sys.exit(status)

    def error(self, msg):
        """Ends the program because the command line is wrong; a subclass must not return either."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.get_prog_name()}: error: {msg}\n")

    def format_option_help(self, formatter=None):
        """The help on all options, those of the groups too."""
        formatter = formatter or self.formatter
        formatter.store_option_strings(self)
        title = formatter.format_heading(gettext("Options"))
        formatter.indent()
        blocks = [super().format_option_help(formatter)] if self.option_list else []
        blocks += [group.format_help(formatter) for group in self.option_groups]
        formatter.dedent()
        return title + "\n".join(blocks) if blocks else ""

    def format_epilog(self, formatter):
        """The text at the end as the help shows it."""
        return formatter.format_epilog(self.epilog)

    def format_help(self, formatter=None):
        """The whole help."""
        formatter = formatter or self.formatter
        parts = [self.get_usage() + "\n"] if self.usage else []
        if self.description:
            parts.append(self.format_description(formatter) + "\n")
        parts += self.format_option_help(formatter), self.format_epilog(formatter)
        return "".join(parts)
