# python: 3.11
class ConfigError(Exception):
    pass


def read():
    try:
        return open_it()
    except LookupError as e:
        raise ConfigError("cannot read") from e


def open_it():
    raise LookupError("no such section")


print("starting")
read()
