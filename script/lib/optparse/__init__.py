"""Command lines in the older style: an option knows what to do with its value."""

from optparse._errors import (AmbiguousOptionError, BadOptionError, OptParseError, OptionConflictError, OptionError,
                              OptionValueError)
from optparse._formatting import HelpFormatter, IndentedHelpFormatter, TitledHelpFormatter
from optparse._holding import OptionContainer, OptionGroup
from optparse._options import NO_DEFAULT, Option, SUPPRESS_HELP
from optparse._parser import OptionParser, SUPPRESS_USAGE
from optparse._reading import complete as _match_abbrev
from optparse._types import check_builtin, check_choice, number as _parse_num
from optparse._values import Values

__all__ = ["Option", "make_option", "SUPPRESS_HELP", "SUPPRESS_USAGE", "Values", "OptionContainer", "OptionGroup",
           "OptionParser", "HelpFormatter", "IndentedHelpFormatter", "TitledHelpFormatter", "OptParseError",
           "OptionError", "OptionConflictError", "OptionValueError", "BadOptionError", "check_choice"]

make_option = Option

# They are known by the package's name, as tracebacks and pickles show.
for _public in (AmbiguousOptionError, BadOptionError, OptParseError, OptionConflictError, OptionError,
                OptionValueError, HelpFormatter, IndentedHelpFormatter, TitledHelpFormatter, OptionContainer,
                OptionGroup, Option, OptionParser, Values, check_builtin, check_choice):
    _public.__module__ = __name__
del _public
