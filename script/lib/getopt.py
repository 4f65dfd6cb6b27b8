"""Command lines as C's getopt reads them."""

import os

__all__ = ["GetoptError", "error", "getopt", "gnu_getopt"]


class GetoptError(Exception):
    def __init__(self, msg, opt=""):
        self.msg = msg
        self.opt = opt
        super().__init__(msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    return _read(args, shortopts, [longopts] if isinstance(longopts, str) else list(longopts), False, False)


def gnu_getopt(args, shortopts, longopts=[]):
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    ordered = shortopts.startswith("+") or bool(os.environ.get("POSIXLY_CORRECT"))
    return _read(args, shortopts.removeprefix("+"), longopts, True, ordered)


def _read(args, short, long, mixed, ordered):
    args, options, rest = list(args), [], []
    while args:
        arg = args.pop(0)
        if arg == "--":
            return options, rest + args
        if arg.startswith("--"):
            name, equals, value = arg[2:].partition("=")
            name, takes = _long(name, long)
            if takes:
                if not equals:
                    if not args:
                        raise GetoptError(f"option --{name} requires argument", name)
                    value = args.pop(0)
            elif equals:
                raise GetoptError(f"option --{name} must not have an argument", name)
            options.append(("--" + name, value))
        elif arg.startswith("-") and arg != "-":
            letters = arg[1:]
            while letters:
                letter, letters = letters[0], letters[1:]
                at = short.find(letter)
                if at < 0 or letter == ":":
                    raise GetoptError(f"option -{letter} not recognized", letter)
                value = ""
                if short.startswith(":", at + 1):
                    if not letters:
                        if not args:
                            raise GetoptError(f"option -{letter} requires argument", letter)
                        letters = args.pop(0)
                    value, letters = letters, ""
                options.append(("-" + letter, value))
        elif mixed and not ordered:
            rest.append(arg)
        else:
            return options, [arg] + args
    return options, rest


def _long(name, long):
    found = [option for option in long if option.startswith(name)]
    if not found:
        raise GetoptError(f"option --{name} not recognized", name)
    if name in found:
        return name, False
    if name + "=" in found:
        return name, True
    if len(found) > 1:
        raise GetoptError(f"option --{name} not a unique prefix", name)
    return found[0].removesuffix("="), found[0].endswith("=")
