"""Levels and their names."""

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0

_names = {CRITICAL: "CRITICAL", ERROR: "ERROR", WARNING: "WARNING", INFO: "INFO",
          DEBUG: "DEBUG", NOTSET: "NOTSET"}
_numbers = {"CRITICAL": CRITICAL, "FATAL": FATAL, "ERROR": ERROR, "WARN": WARNING,
            "WARNING": WARNING, "INFO": INFO, "DEBUG": DEBUG, "NOTSET": NOTSET}


def getLevelNamesMapping():
    """All names with their levels."""
    return dict(_numbers)


def getLevelName(level):
    """The name of a level, or the level of a name."""
    found = _names.get(level)
    if found is None:
        found = _numbers.get(level)
    return "Level %s" % level if found is None else found


def addLevelName(level, levelName):
    """Gives a level a name."""
    _names[level] = levelName
    _numbers[levelName] = level


def checkLevel(level):
    """The number of a level given as number or name."""
    if isinstance(level, int):
        return level
    if isinstance(level, str):
        if level not in _numbers:
            raise ValueError("Unknown level: %r" % (level,))
        return _numbers[level]
    raise TypeError("Level not an integer or a valid string: %r" % (level,))
