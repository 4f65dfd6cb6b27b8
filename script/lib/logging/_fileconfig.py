"""Loggers, handlers and formatters as a file of configparser describes them."""

import configparser
import io
import logging
import logging.handlers
import os

from logging.config import _resolve


def _names(section, key="keys"):
    return [name.strip() for name in section.get(key, "").split(",") if name.strip()]


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    """Sets logging up from a file."""
    if isinstance(fname, str):
        if not os.path.exists(fname):
            raise FileNotFoundError(f"{fname} doesn't exist")
        if not os.path.getsize(fname):
            raise RuntimeError(f"{fname} is an empty file")
    if isinstance(fname, configparser.RawConfigParser):
        config = fname
    else:
        try:
            config = configparser.ConfigParser(defaults)
            if hasattr(fname, "readline"):
                config.read_file(fname)
            else:
                config.read(fname, encoding=io.text_encoding(encoding))
        except configparser.ParsingError as e:
            raise RuntimeError(f"{fname} is invalid: {e}")
    formatters = {name: _formatter(config, "formatter_" + name) for name in _names(config["formatters"])}
    with logging._lock:
        logging._handlers.clear()
        for handler in logging._handlerList[:]:
            handler = handler() if callable(handler) else handler
            if handler is not None:
                handler.flush()
                handler.close()
        del logging._handlerList[:]
        handlers = _handlers(config, formatters)
        _loggers(config, handlers, disable_existing_loggers)


def _formatter(config, name):
    section = config[name]
    def raw(key, fallback=None):
        return config.get(name, key, raw=True, fallback=fallback)
    defaults = raw("defaults")
    if defaults is not None:
        defaults = eval(defaults, vars(logging))
    make = logging.Formatter
    if section.get("class"):
        make = _resolve(section.get("class"))
    return make(raw("format"), raw("datefmt"), raw("style", "%"), defaults=defaults)


def _handlers(config, formatters):
    handlers, targets = {}, []
    for name in _names(config["handlers"]):
        section = config["handler_" + name]
        kind = section["class"]
        try:
            make = eval(kind, vars(logging))
        except (AttributeError, NameError):
            make = _resolve(kind)
        args = eval(section.get("args", "()"), vars(logging))
        kwargs = eval(section.get("kwargs", "{}"), vars(logging))
        handler = make(*args, **kwargs)
        handler.name = name
        if "level" in section:
            handler.setLevel(section["level"])
        if section.get("formatter"):
            handler.setFormatter(formatters[section["formatter"]])
        if issubclass(make, logging.handlers.MemoryHandler) and section.get("target"):
            targets.append((handler, section["target"]))
        handlers[name] = handler
    for handler, target in targets:
        handler.setTarget(handlers[target])
    return handlers


def _fill(logger, section, handlers):
    if "level" in section:
        logger.setLevel(section["level"])
    for handler in logger.handlers[:]:
        logger.removeHandler(handler)
    for name in _names(section, "handlers"):
        logger.addHandler(handlers[name])


def _loggers(config, handlers, disable_existing):
    names = _names(config["loggers"])
    names.remove("root")
    root = logging.root
    _fill(root, config["logger_root"], handlers)
    existing = set(root.manager.loggerDict)
    told, children = set(), set()
    for name in names:
        section = config["logger_" + name]
        full = section["qualname"]
        if full in existing:
            told.add(full)
            children |= {other for other in existing if other.startswith(full + ".")}
        logger = logging.getLogger(full)
        _fill(logger, section, handlers)
        logger.propagate = section.getint("propagate", fallback=1)
        logger.disabled = 0
    for name in existing - told:
        logger = root.manager.loggerDict[name]
        if isinstance(logger, logging.PlaceHolder):
            continue
        if name in children:
            logger.level = logging.NOTSET
            logger.handlers = []
            logger.propagate = True
        else:
            logger.disabled = disable_existing
