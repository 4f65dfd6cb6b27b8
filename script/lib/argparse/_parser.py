"""The parser, and parsers below it."""

import os
import re
import sys

from argparse._actions import (Action, Namespace, ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE,
                               _HelpAction)
from argparse._container import _Container
from argparse._errors import ArgumentError, ArgumentTypeError
from argparse._help import HelpFormatter

_UNRECOGNIZED = "_unrecognized_args"


class _Command(Action):
    """A command's line in the help."""

    def __init__(self, name, aliases, help):
        metavar = f"{name} ({', '.join(aliases)})" if aliases else name
        super().__init__(option_strings=[], dest=name, help=help, metavar=metavar)


class _SubParsersAction(Action):
    """The argument that chooses a command, each with a parser of its own."""

    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        self._prog_prefix = prog
        self._parser_class = parser_class
        self._name_parser_map = {}
        self._choices_actions = []
        self._deprecated = set()
        super().__init__(option_strings=option_strings, dest=dest, nargs=PARSER, choices=self._name_parser_map,
                         required=required, help=help, metavar=metavar)

    def add_parser(self, name, *, deprecated=False, **kwargs):
        if kwargs.get("prog") is None:
            kwargs["prog"] = f"{self._prog_prefix} {name}"
        aliases = kwargs.pop("aliases", ())
        if name in self._name_parser_map:
            raise ValueError(f"conflicting subparser: {name}")
        for alias in aliases:
            if alias in self._name_parser_map:
                raise ValueError(f"conflicting subparser alias: {alias}")
        if "help" in kwargs:
            self._choices_actions.append(_Command(name, aliases, kwargs.pop("help")))
        parser = self._parser_class(**kwargs)
        for each in (name, *aliases):
            self._name_parser_map[each] = parser
            if deprecated:
                self._deprecated.add(each)
        return parser

    def _get_subactions(self):
        return self._choices_actions

    def __call__(self, parser, namespace, values, option_string=None):
        name, *rest = values
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        try:
            subparser = self._name_parser_map[name]
        except KeyError:
            choices = ", ".join(self._name_parser_map)
            raise ArgumentError(self, f"unknown parser {name!r} (choices: {choices})") from None
        if name in self._deprecated:
            parser._warning(f"command '{name}' is deprecated")
        below, rest = subparser.parse_known_args(rest, None)
        for key, value in vars(below).items():
            setattr(namespace, key, value)
        if rest:
            if not hasattr(namespace, _UNRECOGNIZED):
                setattr(namespace, _UNRECOGNIZED, [])
            getattr(namespace, _UNRECOGNIZED).extend(rest)


class ArgumentParser(_Container):
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[], formatter_class=HelpFormatter,
                 prefix_chars="-", fromfile_prefix_chars=None, argument_default=None, conflict_handler="error",
                 add_help=True, allow_abbrev=True, exit_on_error=True):
        super().__init__(description, prefix_chars, argument_default, conflict_handler)
        self.prog = os.path.basename(sys.argv[0]) if prog is None else prog
        self.usage = usage
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._positionals = self.add_argument_group("positional arguments")
        self._optionals = self.add_argument_group("options")
        self._subparsers = None
        self.register("action", "parsers", _SubParsersAction)
        if add_help:
            dash = "-" if "-" in prefix_chars else prefix_chars[0]
            self.add_argument(dash + "h", dash * 2 + "help", action="help", default=SUPPRESS,
                              help="show this help message and exit")
        for parent in parents:
            if not isinstance(parent, ArgumentParser):
                raise TypeError("parents must be a list of ArgumentParser")
            self._add_container_actions(parent)
            self._defaults.update(parent._defaults)

    def __repr__(self):
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in
                          ("prog", "usage", "description", "formatter_class", "conflict_handler", "add_help"))
        return f"{type(self).__name__}({shown})"

    def add_subparsers(self, **kwargs):
        if self._subparsers is not None:
            raise ArgumentError(None, "cannot have multiple subparser arguments")
        kwargs.setdefault("parser_class", type(self))
        if "title" in kwargs or "description" in kwargs:
            self._subparsers = self.add_argument_group(kwargs.pop("title", "subcommands"),
                                                       kwargs.pop("description", None))
        else:
            self._subparsers = self._positionals
        if kwargs.get("prog") is None:
            formatter = self._get_formatter()
            positionals = [action for action in self._actions if not action.option_strings]
            formatter.add_usage(self.usage, positionals, self._mutually_exclusive_groups, "")
            kwargs["prog"] = formatter.format_help().strip()
        action = self._registry_get("action", kwargs.pop("action", "parsers"))(option_strings=[], **kwargs)
        self._subparsers._add_action(action)
        return action

    def _add_action(self, action):
        (self._optionals if action.option_strings else self._positionals)._add_action(action)
        return action

    # parsing

    def parse_args(self, args=None, namespace=None):
        found, rest = self.parse_known_args(args, namespace)
        if rest:
            self._fail(ArgumentError(None, f"unrecognized arguments: {' '.join(rest)}"))
        return found

    def _fail(self, error):
        if not self.exit_on_error:
            raise error
        self.error(str(error))

    def parse_known_args(self, args=None, namespace=None):
        return self._parse_known(args, namespace, False)

    def parse_intermixed_args(self, args=None, namespace=None):
        found, rest = self.parse_known_intermixed_args(args, namespace)
        if rest:
            self._fail(ArgumentError(None, f"unrecognized arguments: {' '.join(rest)}"))
        return found

    def parse_known_intermixed_args(self, args=None, namespace=None):
        for action in self._actions:
            if not action.option_strings and action.nargs in (PARSER, REMAINDER):
                raise TypeError(f"parse_intermixed_args: positional arg with nargs={action.nargs}")
        return self._parse_known(args, namespace, True)

    def _parse_known(self, args, namespace, intermixed):
        args = list(sys.argv[1:] if args is None else args)
        if namespace is None:
            namespace = Namespace()
        for action in self._actions:
            if action.dest is not SUPPRESS and action.default is not SUPPRESS and not hasattr(namespace, action.dest):
                setattr(namespace, action.dest, action.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        if self.exit_on_error:
            try:
                namespace, rest = _Run(self, args, namespace, intermixed).parse()
            except ArgumentError as error:
                self.error(str(error))
        else:
            namespace, rest = _Run(self, args, namespace, intermixed).parse()
        if hasattr(namespace, _UNRECOGNIZED):
            rest.extend(getattr(namespace, _UNRECOGNIZED))
            delattr(namespace, _UNRECOGNIZED)
        return namespace, rest

    def convert_arg_line_to_args(self, arg_line):
        return [arg_line]

    def _from_files(self, args):
        out = []
        for arg in args:
            if not arg or arg[0] not in self.fromfile_prefix_chars:
                out.append(arg)
                continue
            try:
                with open(arg[1:], encoding="utf-8", errors="surrogateescape") as file:
                    lines = [each for line in file.read().splitlines() for each in self.convert_arg_line_to_args(line)]
            except OSError as error:
                raise ArgumentError(None, str(error)) from None
            out.extend(self._from_files(lines))
        return out

    def _option_of(self, arg):
        """What an argument may stand for: (action, option, separator, value) each; None for no option."""
        if not arg or arg[0] not in self.prefix_chars:
            return None
        if arg in self._option_string_actions:
            return [(self._option_string_actions[arg], arg, None, None)]
        if len(arg) == 1:
            return None
        option, equals, value = arg.partition("=")
        if equals and option in self._option_string_actions:
            return [(self._option_string_actions[option], option, equals, value)]
        candidates = self._get_option_tuples(arg)
        if candidates:
            return candidates
        if self._negative_number_matcher.match(arg) and not self._has_negative_number_optionals:
            return None
        if " " in arg:
            return None
        return [(None, arg, None, None)]

    def _get_option_tuples(self, arg):
        found = []
        chars = self.prefix_chars
        if arg[0] in chars and arg[1] in chars:
            if self.allow_abbrev:
                option, equals, value = arg.partition("=")
                if not equals:
                    equals = value = None
                found = [(action, name, equals, value) for name, action in self._option_string_actions.items()
                         if name.startswith(option)]
        elif arg[0] in chars:
            short, rest = arg[:2], arg[2:]
            for name, action in self._option_string_actions.items():
                if name == short:
                    found.append((action, name, "", rest))
                elif self.allow_abbrev and name.startswith(arg.partition("=")[0]):
                    _, equals, value = arg.partition("=")
                    found.append((action, name, equals or None, value if equals else None))
        return found

    # values

    def _get_values(self, action, args):
        if not args and action.nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str) and value is not SUPPRESS:
                value = self._get_value(action, value)
        elif not args and action.nargs == ZERO_OR_MORE and not action.option_strings:
            value = action.default if action.default is not None else []
        elif len(args) == 1 and action.nargs in (None, OPTIONAL):
            value = self._get_value(action, args[0])
            self._check_value(action, value)
        elif action.nargs == REMAINDER:
            value = [self._get_value(action, arg) for arg in args]
        elif action.nargs == PARSER:
            value = [self._get_value(action, arg) for arg in args]
            self._check_value(action, value[0])
        elif action.nargs == SUPPRESS:
            value = SUPPRESS
        else:
            value = [self._get_value(action, arg) for arg in args]
            for each in value:
                self._check_value(action, each)
        return value

    def _get_value(self, action, arg):
        convert = self._registry_get("type", action.type, action.type)
        if not callable(convert):
            raise TypeError(f"{convert!r} is not callable")
        try:
            return convert(arg)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error)) from None
        except (TypeError, ValueError):
            name = getattr(action.type, "__name__", repr(action.type))
            raise ArgumentError(action, f"invalid {name} value: {arg!r}") from None

    def _check_value(self, action, value):
        choices = action.choices
        if choices is None:
            return
        if isinstance(choices, str):
            choices = iter(choices)
        if value not in choices:
            names = ", ".join(map(repr, action.choices))
            raise ArgumentError(action, f"invalid choice: {value!r} (choose from {names})")

    # messages

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def format_usage(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return formatter.format_help()

    def format_help(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        formatter.add_text(self.description)
        for group in self._action_groups:
            formatter.start_section(group.title)
            formatter.add_text(group.description)
            formatter.add_arguments(group._group_actions)
            formatter.end_section()
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), sys.stdout if file is None else file)

    def print_help(self, file=None):
        self._print_message(self.format_help(), sys.stdout if file is None else file)

    def _print_message(self, message, file=None):
        if message:
            try:
                (file or sys.stderr).write(message)
            except (AttributeError, OSError):
                pass

    def exit(self, status=0, message=None):
        if message:
            self._print_message(message, sys.stderr)
        sys.exit(status)

    def error(self, message):
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n")

    def _warning(self, message):
        self._print_message(f"{self.prog}: warning: {message}\n", sys.stderr)


def _shape(action):
    """A regular expression of the arguments an action takes: A for an argument, O for an option, - for --."""
    nargs = action.nargs
    if nargs is None:
        text = "-*A-*"
    elif nargs == OPTIONAL:
        text = "-*A?-*"
    elif nargs == ZERO_OR_MORE:
        text = "-*[A-]*"
    elif nargs == ONE_OR_MORE:
        text = "-*A[A-]*"
    elif nargs == REMAINDER:
        text = "[AO]*" if action.option_strings else "[-AO]*"
    elif nargs == PARSER:
        text = "-*A[-AO]*"
    elif nargs == SUPPRESS:
        text = "-*"
    else:
        text = "-*" + "-*".join("A" * nargs)
    if action.option_strings:
        text = text.replace("-*", "").replace("-", "")
    return f"({text})"


class _Run:
    """One parsing of a command line."""

    def __init__(self, parser, args, namespace, intermixed):
        self.parser = parser
        self.namespace = namespace
        self.intermixed = intermixed
        if parser.fromfile_prefix_chars is not None:
            args = parser._from_files(args)
        self.args = args
        self.positionals = [action for action in parser._actions if not action.option_strings]
        self.conflicts = {}
        for group in parser._mutually_exclusive_groups:
            members = group._group_actions
            for action in members:
                self.conflicts.setdefault(action, []).extend(other for other in members if other is not action)
        self.options = {}
        letters = []
        for i, arg in enumerate(args):
            if arg == "--":
                letters.append("-")
                letters.extend("A" * (len(args) - i - 1))
                break
            option = parser._option_of(arg)
            if option is not None:
                self.options[i] = option
            letters.append("A" if option is None else "O")
        self.letters = "".join(letters)
        self.extras = []
        self.extra_letters = []
        self.seen = set()
        self.seen_non_default = set()
        self.warned = set()

    def parse(self):
        at = 0
        last = max(self.options, default=-1)
        while at <= last:
            following = at
            while following <= last and following not in self.options:
                following += 1
            if not self.intermixed and at != following:
                end = self.take_positionals(at)
                if end > at:
                    at = end
                    continue
            if at not in self.options:
                self.spare(at, following)
                at = following
            at = self.take_option(at)
        if self.intermixed:
            self.spare(at, len(self.args))
            args, letters = self.args, self.letters
            self.args, self.letters = self.extras, "".join(self.extra_letters)
            self.extras, self.extra_letters = [], []
            if "O" in self.letters:  # unknown options stay where they are
                keep = [i for i, letter in enumerate(self.letters) if letter != "O"]
                self.extras = [arg for i, arg in enumerate(self.args) if self.letters[i] == "O"]
                self.args, self.letters = [self.args[i] for i in keep], "".join(self.letters[i] for i in keep)
            end = self.take_positionals(0)
            self.extras = self.args[end:] + self.extras
            self.args, self.letters = args, letters
        else:
            self.spare(self.take_positionals(at), len(self.args))
        self.check_required()
        return self.namespace, self.extras

    def spare(self, begin, end):
        self.extras.extend(self.args[begin:end])
        self.extra_letters.extend(self.letters[begin:end])

    def warn_deprecated(self, action, option=None):
        if action.deprecated and option not in self.warned and action not in self.warned:
            if option is None:
                from argparse._errors import action_name
                self.parser._warning(f"argument '{action_name(action)}' is deprecated")
                self.warned.add(action)
            else:
                self.parser._warning(f"option '{option}' is deprecated")
                self.warned.add(option)

    def act(self, action, args, option=None):
        self.seen.add(action)
        values = self.parser._get_values(action, args)
        if values is not action.default:
            self.seen_non_default.add(action)
            for other in self.conflicts.get(action, []):
                if other in self.seen_non_default:
                    from argparse._errors import action_name
                    raise ArgumentError(action, f"not allowed with argument {action_name(other)}")
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, option)

    def count(self, action, begin):
        """How many arguments an option takes."""
        match = re.match(_shape(action), self.letters[begin:])
        if match is None:
            nargs = action.nargs
            messages = {None: "expected one argument", OPTIONAL: "expected at most one argument",
                        ONE_OR_MORE: "expected at least one argument"}
            message = messages.get(nargs)
            if message is None:
                message = f"expected {nargs} argument" + ("" if nargs == 1 else "s")
            raise ArgumentError(action, message)
        return len(match.group(1))

    def take_option(self, at):
        candidates = self.options[at]
        if len(candidates) > 1:
            names = ", ".join(name for _, name, _, _ in candidates)
            raise ArgumentError(None, f"ambiguous option: {self.args[at]} could match {names}")
        action, option, separator, explicit = candidates[0]
        todo = []
        while True:
            if action is None:
                self.spare(at, at + 1)
                return at + 1
            if explicit is None:
                begin = at + 1
                end = begin + self.count(action, begin)
                todo.append((action, self.args[begin:end], option))
                break
            takes = re.match(_shape(action), "A")
            takes = len(takes.group(1)) if takes else None
            chars = self.parser.prefix_chars
            if takes == 0 and option[1] not in chars and explicit != "":
                if separator or explicit[0] in chars:
                    raise ArgumentError(action, f"ignored explicit argument {explicit!r}")
                todo.append((action, [], option))
                option = option[0] + explicit[0]
                known = self.parser._option_string_actions
                if option in known:
                    action = known[option]
                    explicit = explicit[1:]
                    if not explicit:
                        separator = explicit = None
                    elif explicit[0] == "=":
                        separator, explicit = "=", explicit[1:]
                    else:
                        separator = ""
                    continue
                for each, args, name in todo:
                    self.warn_deprecated(each, name)
                    self.act(each, args, name)
                self.extras.append(option[0] + explicit)
                self.extra_letters.append("O")
                return at + 1
            if takes == 1:
                end = at + 1
                todo.append((action, [explicit], option))
                break
            raise ArgumentError(action, f"ignored explicit argument {explicit!r}")
        for each, args, name in todo:
            self.warn_deprecated(each, name)
            self.act(each, args, name)
        return end

    def take_positionals(self, at):
        letters = self.letters[at:]
        counts = []
        for n in range(len(self.positionals), 0, -1):
            match = re.match("".join(map(_shape, self.positionals[:n])), letters)
            if match is not None:
                counts = [len(each) for each in match.groups()]
                break
        for action, count in zip(self.positionals, counts):
            args = self.args[at:at + count]
            if action.nargs == PARSER:
                if self.letters[at:at + 1] == "-":
                    args.remove("--")
            elif action.nargs != REMAINDER and "-" in self.letters[at:at + count]:
                args.remove("--")
            at += count
            if args:
                self.warn_deprecated(action)
            self.act(action, args)
        self.positionals = self.positionals[len(counts):]
        return at

    def check_required(self):
        from argparse._errors import action_name
        missing = []
        for action in self.parser._actions:
            if action in self.seen:
                continue
            if action.required:
                missing.append(action_name(action))
            elif (isinstance(action.default, str) and hasattr(self.namespace, action.dest)
                  and action.default is getattr(self.namespace, action.dest)):
                setattr(self.namespace, action.dest, self.parser._get_value(action, action.default))
        if missing:
            raise ArgumentError(None, f"the following arguments are required: {', '.join(map(str, missing))}")
        for group in self.parser._mutually_exclusive_groups:
            if group.required and not any(action in self.seen_non_default for action in group._group_actions):
                names = " ".join(str(action_name(action)) for action in group._group_actions
                                 if action.help is not SUPPRESS)
                raise ArgumentError(None, f"one of the arguments {names} is required")
