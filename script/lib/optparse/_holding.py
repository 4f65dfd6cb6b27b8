"""Who holds options: the parser and its groups, over one table of option strings."""

from gettext import gettext

from optparse._errors import OptionConflictError
from optparse._options import NO_DEFAULT, Option, SUPPRESS_HELP


class OptionContainer:
    """Options in order, and the table from option string to option that all containers of a parser share."""

    def __init__(self, option_class, conflict_handler, description):
        self.option_class = option_class
        self.option_list = []
        self.defaults = {}
        self._table = {}
        self.set_conflict_handler(conflict_handler)
        self.set_description(description)

    # Programs look into these two, to see what is declared.

    @property
    def _short_opt(self):
        return {text: option for text, option in self._table.items() if len(text) == 2}

    @property
    def _long_opt(self):
        return {text: option for text, option in self._table.items() if len(text) > 2}

    def destroy(self):
        """Lets go of the options, which point back here."""
        del self._table, self.defaults, self.option_list

    def set_conflict_handler(self, handler):
        """What to do when an option string is taken: "error", or "resolve" (the newer option gets it)."""
        if handler not in {"error", "resolve"}:
            raise ValueError(f"invalid conflict_resolution value {handler!r}")
        self.conflict_handler = handler

    def set_description(self, description):
        """Sets the text that stands above the options in the help."""
        self.description = description

    def get_description(self):
        """The text above the options."""
        return self.description

    def add_option(self, *args, **kwargs):
        """Adds an option: an Option, or what makes one."""
        option = args[0]
        if isinstance(option, str):
            option = self.option_class(*args, **kwargs)
        elif kwargs or len(args) > 1:
            raise TypeError("invalid arguments")
        elif not isinstance(option, Option):
            raise TypeError(f"not an Option instance: {option!r}")
        self._make_room(option)
        option.container = self
        self.option_list.append(option)
        self._table.update(dict.fromkeys(_strings(option), option))
        if option.dest is not None:
            if option.default is NO_DEFAULT:
                self.defaults.setdefault(option.dest, None)
            else:
                self.defaults[option.dest] = option.default
        return option

    def add_options(self, option_list):
        """Adds Options, one after another."""
        for option in option_list:
            self.add_option(option)

    def get_option(self, opt_str):
        """The option with this option string, or None."""
        return self._table.get(opt_str)

    def has_option(self, opt_str):
        """Whether an option has this option string."""
        return opt_str in self._table

    def remove_option(self, opt_str):
        """Takes the option with this option string out, with all its option strings."""
        option = self.get_option(opt_str)
        if option is None:
            raise ValueError(f"no such option {opt_str!r}")
        for text in _strings(option):
            del self._table[text]
        option.container.option_list.remove(option)

    def format_option_help(self, formatter):
        """The help on the options."""
        return "".join(formatter.format_option(option) for option in self.option_list
                       if option.help is not SUPPRESS_HELP)

    def format_description(self, formatter):
        """The description as the help shows it."""
        return formatter.format_description(self.get_description())

    def format_help(self, formatter):
        """The description and the help on the options."""
        parts = []
        if self.description:
            parts.append(self.format_description(formatter))
        if self.option_list:
            parts.append(self.format_option_help(formatter))
        return "\n".join(parts)

    def _make_room(self, option):
        taken = [text for text in _strings(option) if text in self._table]
        if taken and self.conflict_handler == "error":
            words = gettext("conflicting option string(s): %s")
            raise OptionConflictError(words % ", ".join(taken), option)
        for text in taken:
            loser = self._table.pop(text)
            (loser._long_opts if text.startswith("--") else loser._short_opts).remove(text)
            if not _strings(loser):
                loser.container.option_list.remove(loser)


class OptionGroup(OptionContainer):
    """Options with a title of their own in the help of their parser."""

    def __init__(self, parser, title, description=None):
        super().__init__(parser.option_class, parser.conflict_handler, description)
        self._table, self.defaults = parser._table, parser.defaults
        self.parser = parser
        self.set_title(title)

    def set_title(self, title):
        """Sets what stands above the group in the help."""
        self.title = title

    def format_help(self, formatter):
        """The title, and under it the help on the group's options."""
        title = formatter.format_heading(self.title)
        formatter.indent()
        body = super().format_help(formatter)
        formatter.dedent()
        return title + body


def _strings(option):
    return option._short_opts + option._long_opts
