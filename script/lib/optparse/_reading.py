"""Reading the list of arguments, from its front."""

from gettext import gettext, ngettext

from optparse._errors import AmbiguousOptionError, BadOptionError


def complete(written, words):
    """The one of words that written stands for: itself, or the only one it begins."""
    if written in words:
        return written
    match sorted(word for word in words if word.startswith(written)):
        case []:
            raise BadOptionError(written)
        case [only]:
            return only
        case several:
            raise AmbiguousOptionError(written, several)


class Reader:
    """Eats arguments off the front of a list that callbacks may change meanwhile."""

    def __init__(self, parser, rest, values):
        self.parser = parser
        self.rest = rest
        self.values = values

    def read(self, others):
        """Reads until the options end; what is no option goes to others."""
        while self.rest:
            front = self.rest[0]
            if front == "--":
                self.rest.pop(0)
                return
            if front.startswith("--"):
                self.parser._process_long_opt(self.rest, self.values)
            elif front.startswith("-") and front != "-":
                self.parser._process_short_opts(self.rest, self.values)
            elif self.parser.allow_interspersed_args:
                others.append(self.rest.pop(0))
            else:
                return

    def long_option(self):
        """Reads --name, --name value or --name=value."""
        written, equals, attached = self.rest.pop(0).partition("=")
        name = self.parser._match_long_opt(written)
        option = self.parser._table[name]
        if equals:
            self.rest.insert(0, attached)
        value = None
        if option.takes_value():
            value = self._following(option, name)
        elif equals:
            self.parser.error(gettext("%s option does not take a value") % name)
        option.process(name, value, self.values, self.parser)

    def short_options(self):
        """Reads -a, -abc (three of them) or -avalue."""
        letters = self.rest.pop(0)[1:]
        while letters:
            name, letters = "-" + letters[0], letters[1:]
            option = self.parser._table.get(name)
            if option is None:
                raise BadOptionError(name)
            value = None
            if option.takes_value():
                # What is left of the word is the value's beginning.
                if letters:
                    self.rest.insert(0, letters)
                    letters = ""
                value = self._following(option, name)
            option.process(name, value, self.values, self.parser)

    def _following(self, option, name):
        wanted = option.nargs
        taken = tuple(self.rest[:wanted])
        if len(taken) < wanted:
            words = ngettext("%(option)s option requires %(number)d argument",
                             "%(option)s option requires %(number)d arguments", wanted)
            self.parser.error(words % {"option": name, "number": wanted})
        del self.rest[:wanted]
        return taken[0] if wanted == 1 else taken
