"""Loggers, handlers and formatters set up from a dict."""

import importlib
import logging
import logging.handlers


def _resolve(name):
    """What a dotted name stands for."""
    module, _, rest = name.partition(".")
    found = importlib.import_module(module)
    done = module
    for part in rest.split(".") if rest else []:
        done += "." + part
        try:
            found = getattr(found, part)
        except AttributeError:
            importlib.import_module(done)
            found = getattr(found, part)
    return found


class DictConfigurator:
    """Carries out one configuration."""

    def __init__(self, config):
        self.config = config

    def configure(self):
        config = self.config
        if "version" not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config["version"] != 1:
            raise ValueError(f"Unsupported version: {config['version']}")
        if config.get("incremental", False):
            self._adjust()
            return
        disable = config.get("disable_existing_loggers", True)
        logging._handlers.clear()
        del logging._handlerList[:]
        formatters = {name: self._part("formatter", name, self._formatter, each)
                      for name, each in config.get("formatters", {}).items()}
        filters = {name: self._part("filter", name, self._filter, each)
                   for name, each in config.get("filters", {}).items()}
        handlers = {}
        pending = dict(sorted(config.get("handlers", {}).items()))
        for name, each in pending.items():
            handlers[name] = self._part("handler", name, self._handler, each, formatters, filters, handlers)
            handlers[name].name = name
        root = logging.root
        existing = {name for name, logger in root.manager.loggerDict.items() if isinstance(logger, logging.Logger)}
        named = set(config.get("loggers", {}))
        for name, each in config.get("loggers", {}).items():
            self._part("logger", name, self._logger, logging.getLogger(name), each, handlers, filters)
        for name in existing - named:
            below = any(name.startswith(parent + ".") for parent in named)
            logger = logging.getLogger(name)
            if below:
                logger.setLevel(logging.NOTSET)
                logger.handlers = []
                logger.propagate = True
            else:
                logger.disabled = disable
        if "root" in config:
            self._part("root logger", None, self._logger, root, config["root"], handlers, filters)

    def _part(self, what, name, make, *args):
        try:
            return make(*args)
        except Exception as e:
            which = f"{what} {name!r}" if name is not None else what
            raise ValueError(f"Unable to configure {which}") from e

    def _adjust(self):
        for name, each in self.config.get("handlers", {}).items():
            if name not in logging._handlers:
                raise ValueError(f"No handler found with name {name!r}")
            if level := each.get("level"):
                logging._handlers[name].setLevel(level)
        for name, each in self.config.get("loggers", {}).items():
            self._level(logging.getLogger(name), each)
        if "root" in self.config:
            self._level(logging.root, self.config["root"])

    def _level(self, logger, config):
        if (level := config.get("level")) is not None:
            logger.setLevel(level)
        if (propagate := config.get("propagate")) is not None:
            logger.propagate = propagate

    def _value(self, value):
        if isinstance(value, str):
            if value.startswith("ext://"):
                return _resolve(value[6:])
            if value.startswith("cfg://"):
                found = self.config
                for part in value[6:].split("."):
                    found = found[part]
                return found
        return value

    def _made(self, config, factory):
        kwargs = {name: self._value(value) for name, value in config.items() if name.isidentifier()}
        attributes = kwargs.pop(".", None)
        made = factory(**kwargs)
        for name, value in (attributes or {}).items():
            setattr(made, name, value)
        return made

    def _factory(self, config):
        factory = config.pop("()")
        return _resolve(factory) if isinstance(factory, str) else factory

    def _formatter(self, config):
        config = dict(config)
        if "()" in config:
            return self._made(config, self._factory(config))
        factory = _resolve(config["class"]) if config.get("class") else logging.Formatter
        options = {name: config[name] for name in ("validate", "defaults") if name in config}
        return factory(config.get("format"), config.get("datefmt"), config.get("style", "%"), **options)

    def _filter(self, config):
        config = dict(config)
        if "()" in config:
            return self._made(config, self._factory(config))
        return logging.Filter(config.get("name", ""))

    def _handler(self, config, formatters, filters, handlers):
        config = dict(config)
        formatter, level, wanted = config.pop("formatter", None), config.pop("level", None), config.pop("filters", ())
        if "()" in config:
            factory = self._factory(config)
        else:
            name = config.pop("class")
            factory = _resolve(name) if isinstance(name, str) else name
            if isinstance(factory, type) and issubclass(factory, logging.handlers.MemoryHandler):
                if "flushLevel" in config:
                    config["flushLevel"] = logging._checkLevel(config["flushLevel"])
                if "target" in config:
                    config["target"] = handlers[config["target"]]
        handler = self._made(config, factory)
        if formatter:
            handler.setFormatter(formatters[formatter])
        if level is not None:
            handler.setLevel(level)
        self._filters(handler, wanted, filters)
        return handler

    def _filters(self, to, wanted, filters):
        for each in wanted:
            to.addFilter(each if callable(each) or hasattr(each, "filter") else filters[each])

    def _logger(self, logger, config, handlers, filters):
        if (level := config.get("level")) is not None:
            logger.setLevel(level)
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        for name in config.get("handlers", ()):
            logger.addHandler(handlers[name])
        self._filters(logger, config.get("filters", ()), filters)
        logger.disabled = False
        if (propagate := config.get("propagate")) is not None:
            logger.propagate = propagate


dictConfigClass = DictConfigurator


def dictConfig(config):
    dictConfigClass(config).configure()


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    """Sets logging up from a file of configparser's."""
    from logging import _fileconfig
    _fileconfig.fileConfig(fname, defaults, disable_existing_loggers, encoding)
