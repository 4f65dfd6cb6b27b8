"""Files of settings in sections."""

import io
import itertools
import os
import re
from collections import ChainMap
from collections.abc import MutableMapping

__all__ = ("NoSectionError", "DuplicateOptionError", "DuplicateSectionError", "NoOptionError", "InterpolationError",
           "InterpolationDepthError", "InterpolationMissingOptionError", "InterpolationSyntaxError", "ParsingError",
           "MissingSectionHeaderError", "MultilineContinuationError", "ConfigParser", "RawConfigParser", "Interpolation",
           "BasicInterpolation", "ExtendedInterpolation", "SectionProxy", "ConverterMapping", "DEFAULTSECT",
           "MAX_INTERPOLATION_DEPTH", "UNNAMED_SECTION")

DEFAULTSECT = "DEFAULT"
MAX_INTERPOLATION_DEPTH = 10


class _UnnamedSection:
    def __repr__(self):
        return "<UNNAMED_SECTION>"


UNNAMED_SECTION = _UnnamedSection()
_UNSET = object()


class Error(Exception):
    """What goes wrong here."""

    def __init__(self, msg=""):
        self.message = msg
        Exception.__init__(self, msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    def __init__(self, section):
        Error.__init__(self, f"No section: {section!r}")
        self.section = section
        self.args = (section,)


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        text = f"{section!r} already exists"
        if source is not None:
            where = f"While reading from {source!r}" + (f" [line {lineno:2d}]" if lineno is not None else "")
            text = f"{where}: section {text}"
        else:
            text = "Section " + text
        Error.__init__(self, text)
        self.section, self.source, self.lineno = section, source, lineno
        self.args = (section, source, lineno)


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        text = f"{option!r} in section {section!r} already exists"
        if source is not None:
            where = f"While reading from {source!r}" + (f" [line {lineno:2d}]" if lineno is not None else "")
            text = f"{where}: option {text}"
        else:
            text = "Option " + text
        Error.__init__(self, text)
        self.section, self.option, self.source, self.lineno = section, option, source, lineno
        self.args = (section, option, source, lineno)


class NoOptionError(Error):
    def __init__(self, option, section):
        Error.__init__(self, f"No option {option!r} in section: {section!r}")
        self.option, self.section = option, section
        self.args = (option, section)


class InterpolationError(Error):
    def __init__(self, option, section, msg):
        Error.__init__(self, msg)
        self.option, self.section = option, section
        self.args = (option, section, msg)


class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        InterpolationError.__init__(self, option, section, f"Bad value substitution: option {option!r} in section {section!r} contains "
                                    f"an interpolation key {reference!r} which is not a valid option name. Raw value: {rawval!r}")
        self.reference = reference
        self.args = (option, section, rawval, reference)


class InterpolationSyntaxError(InterpolationError):
    pass


class InterpolationDepthError(InterpolationError):
    def __init__(self, option, section, rawval):
        InterpolationError.__init__(self, option, section, f"Recursion limit exceeded in value substitution: option {option!r} in section "
                                    f"{section!r} contains an interpolation key which cannot be substituted in {MAX_INTERPOLATION_DEPTH} "
                                    f"steps. Raw value: {rawval!r}")
        self.args = (option, section, rawval)


class ParsingError(Error):
    def __init__(self, source, *args):
        super().__init__(f"Source contains parsing errors: {source!r}")
        self.source = source
        self.errors = []
        self.args = (source,)
        if args:
            self.append(*args)

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += f"\n\t[line {lineno:2d}]: {line!r}"


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(self, f"File contains no section headers.\nfile: {filename!r}, line: {lineno}\n{line!r}")
        self.source, self.lineno, self.line = filename, lineno, line
        self.args = (filename, lineno, line)


class MultilineContinuationError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(self, f"Key without value continued with an indented line.\nfile: {filename!r}, line: {lineno}\n{line!r}")
        self.source, self.lineno, self.line = filename, lineno, line
        self.args = (filename, lineno, line)


class Interpolation:
    """Changes no values."""

    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    def before_read(self, parser, section, option, value):
        return value

    def before_write(self, parser, section, option, value):
        return value


class BasicInterpolation(Interpolation):
    """%(name)s is the value of a name in the section."""

    _sign, _form = "%", re.compile(r"%\(([^)]+)\)s")

    def before_get(self, parser, section, option, value, defaults):
        out = []
        self._expand(parser, option, out, value, section, defaults, 1)
        return "".join(out)

    def before_set(self, parser, section, option, value):
        rest = self._form.sub("", value.replace(self._sign * 2, ""))
        if self._sign in rest:
            raise ValueError(f"invalid interpolation syntax in {value!r} at position {rest.find(self._sign)}")
        return value

    def _expand(self, parser, option, out, rest, section, defaults, depth):
        raw = parser.get(section, option, raw=True, fallback=rest)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        sign = self._sign
        while rest:
            at = rest.find(sign)
            if at < 0:
                out.append(rest)
                return
            out.append(rest[:at])
            rest = rest[at:]
            if rest[1:2] == sign:
                out.append(sign)
                rest = rest[2:]
                continue
            if rest[1:2] != self._open:
                raise InterpolationSyntaxError(option, section, f"'{sign}' must be followed by '{sign}' or '{self._open}', found: {rest!r}")
            m = self._form.match(rest)
            if m is None:
                raise InterpolationSyntaxError(option, section, f"bad interpolation variable reference {rest!r}")
            rest = rest[m.end():]
            self._reference(parser, option, out, m[1], section, defaults, depth, raw, rest)

    _open = "("

    def _reference(self, parser, option, out, name, section, defaults, depth, raw, rest):
        name = parser.optionxform(name)
        try:
            value = defaults[name]
        except KeyError:
            raise InterpolationMissingOptionError(option, section, raw, name) from None
        if self._sign in value:
            self._expand(parser, option, out, value, section, defaults, depth + 1)
        else:
            out.append(value)


class ExtendedInterpolation(BasicInterpolation):
    """${name} and ${section:name} are the values of names."""

    _sign, _open, _form = "$", "{", re.compile(r"\$\{([^}]+)\}")

    def _reference(self, parser, option, out, name, section, defaults, depth, raw, rest):
        path = name.split(":")
        where, opt = section, option
        try:
            if len(path) == 1:
                opt = parser.optionxform(path[0])
                value = defaults[opt]
            elif len(path) == 2:
                where = path[0]
                opt = parser.optionxform(path[1])
                value = parser.get(where, opt, raw=True)
            else:
                raise InterpolationSyntaxError(option, section, f"More than one ':' found: {rest!r}")
        except (KeyError, NoSectionError, NoOptionError):
            raise InterpolationMissingOptionError(option, section, raw, ":".join(path)) from None
        if self._sign in value:
            self._expand(parser, opt, out, value, where, dict(parser.items(where, raw=True)), depth + 1)
        else:
            out.append(value)


class RawConfigParser(MutableMapping):
    """Settings by section and name; values are taken as they are."""

    _DEFAULT_INTERPOLATION = Interpolation()
    BOOLEAN_STATES = {"1": True, "yes": True, "true": True, "on": True, "0": False, "no": False, "false": False, "off": False}
    SECTCRE = re.compile(r"\[(?P<header>.+)\]")
    NONSPACECRE = re.compile(r"\S")

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=("=", ":"),
                 comment_prefixes=("#", ";"), inline_comment_prefixes=None, strict=True, empty_lines_in_values=True,
                 default_section=DEFAULTSECT, interpolation=_UNSET, converters=_UNSET, allow_unnamed_section=False):
        self._dict = dict_type
        self._sections = self._dict()
        self._defaults = self._dict()
        self._converters = ConverterMapping(self)
        self._proxies = self._dict()
        self._proxies[default_section] = SectionProxy(self, default_section)
        self._delimiters = tuple(delimiters)
        signs = "|".join(re.escape(d) for d in delimiters)
        value = r"(?:(?P<vi>" if allow_no_value else r"(?P<vi>"
        self._optcre = re.compile(rf"(?P<option>.*?)\s*{value}{signs})\s*(?P<value>.*)" + (")?$" if allow_no_value else "$"))
        self._comments = tuple(comment_prefixes or ())
        self._inline = tuple(inline_comment_prefixes or ())
        self._strict, self._allow_no_value, self._empty_lines = strict, allow_no_value, empty_lines_in_values
        self.default_section = default_section
        self._unnamed = allow_unnamed_section
        self._interpolation = self._DEFAULT_INTERPOLATION if interpolation is _UNSET else interpolation
        if self._interpolation is None:
            self._interpolation = Interpolation()
        if not isinstance(self._interpolation, Interpolation):
            raise TypeError(f"interpolation= must be None or an instance of Interpolation; got an object of type {type(self._interpolation)}")
        if converters is not _UNSET:
            self._converters.update(converters)
        if defaults:
            self._read_defaults(defaults)

    def defaults(self):
        return self._defaults

    def sections(self):
        """The names of the sections, without the default one."""
        return list(self._sections.keys())

    def add_section(self, section):
        if section in self._sections:
            raise DuplicateSectionError(section)
        if section == self.default_section:
            raise ValueError(f"Invalid section name: {section!r}")
        self._sections[section] = self._dict()
        self._proxies[section] = SectionProxy(self, section)

    def has_section(self, section):
        return section in self._sections

    def options(self, section):
        try:
            own = self._sections[section]
        except KeyError:
            raise NoSectionError(section) from None
        return list(dict.fromkeys([*own, *self._defaults]))

    def read(self, filenames, encoding=None):
        """Read files, those that are there; gives their names."""
        if isinstance(filenames, (str, bytes, os.PathLike)):
            filenames = [filenames]
        done = []
        for name in filenames:
            try:
                with open(name, encoding=encoding) as f:
                    self._read(f, name)
            except OSError:
                continue
            done.append(os.fspath(name))
        return done

    def read_file(self, f, source=None):
        self._read(f, source if source is not None else getattr(f, "name", "<???>"))

    def read_string(self, string, source="<string>"):
        self.read_file(io.StringIO(string), source)

    def read_dict(self, dictionary, source="<dict>"):
        added = set()
        for section, keys in dictionary.items():
            section = str(section)
            try:
                self.add_section(section)
            except (DuplicateSectionError, ValueError):
                if self._strict and section in added:
                    raise
            added.add(section)
            for key, value in keys.items():
                key = self.optionxform(str(key))
                if value is not None:
                    value = str(value)
                if self._strict and (section, key) in added:
                    raise DuplicateOptionError(section, key, source)
                added.add((section, key))
                self.set(section, key, value)

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        try:
            values = self._values(section, vars)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        option = self.optionxform(option)
        try:
            value = values[option]
        except KeyError:
            if fallback is _UNSET:
                raise NoOptionError(option, section) from None
            return fallback
        if raw or value is None:
            return value
        return self._interpolation.before_get(self, section, option, value, values)

    def _converted(self, section, conv, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        try:
            return conv(self.get(section, option, raw=raw, vars=vars, **kwargs))
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback

    def getint(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._converted(section, int, option, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._converted(section, float, option, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._converted(section, self._convert_to_boolean, option, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def _convert_to_boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError(f"Not a boolean: {value}")
        return self.BOOLEAN_STATES[value.lower()]

    def items(self, section=_UNSET, raw=False, vars=None):
        if section is _UNSET:
            return super().items()
        names = dict(self._defaults)
        try:
            names.update(self._sections[section])
        except KeyError:
            if section != self.default_section:
                raise NoSectionError(section) from None
        keys = list(names)
        if vars:
            names.update({self.optionxform(key): value for key, value in vars.items()})
        if raw:
            return [(name, names[name]) for name in keys]
        return [(name, self._interpolation.before_get(self, section, name, names[name], names)) for name in keys]

    def popitem(self):
        for key in self.sections():
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def optionxform(self, optionstr):
        return optionstr.lower()

    def has_option(self, section, option):
        option = self.optionxform(option)
        if not section or section == self.default_section:
            return option in self._defaults
        return section in self._sections and (option in self._sections[section] or option in self._defaults)

    def _place(self, section):
        if not section or section == self.default_section:
            return self._defaults
        try:
            return self._sections[section]
        except KeyError:
            raise NoSectionError(section) from None

    def set(self, section, option, value=None):
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        self._place(section)[self.optionxform(option)] = value

    def write(self, fp, space_around_delimiters=True):
        """Write all settings as they are read."""
        sign = f" {self._delimiters[0]} " if space_around_delimiters else self._delimiters[0]
        if self._defaults:
            self._write_section(fp, self.default_section, self._defaults.items(), sign)
        for section, values in self._sections.items():
            self._write_section(fp, section, values.items(), sign, section is UNNAMED_SECTION)

    def _write_section(self, fp, section, items, sign, unnamed=False):
        if not unnamed:
            fp.write(f"[{section}]\n")
        for key, value in items:
            value = self._interpolation.before_write(self, section, key, value)
            if value is not None or not self._allow_no_value:
                value = sign + str(value).replace("\n", "\n\t")
            else:
                value = ""
            fp.write(f"{key}{value}\n")
        fp.write("\n")

    def remove_option(self, section, option):
        return self._place(section).pop(self.optionxform(option), _UNSET) is not _UNSET

    def remove_section(self, section):
        if section not in self._sections:
            return False
        del self._sections[section], self._proxies[section]
        return True

    def __getitem__(self, key):
        if key != self.default_section and not self.has_section(key):
            raise KeyError(key)
        return self._proxies[key]

    def __setitem__(self, key, value):
        if key in self and self[key] is value:
            return
        if key == self.default_section:
            self._defaults.clear()
        elif key in self._sections:
            self._sections[key].clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError("Cannot remove the default section.")
        if not self.remove_section(key):
            raise KeyError(key)

    def __contains__(self, key):
        return key == self.default_section or self.has_section(key)

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        return itertools.chain((self.default_section,), self._sections.keys())

    def _values(self, section, vars):
        own = {}
        try:
            own = self._sections[section]
        except KeyError:
            if section != self.default_section:
                raise NoSectionError(section) from None
        given = {self.optionxform(key): str(value) if value is not None else None for key, value in (vars or {}).items()}
        return ChainMap(given, own, self._defaults)

    def _read_defaults(self, defaults):
        self.read_dict({self.default_section: defaults})

    def _without_comment(self, line):
        ends = [len(line)]
        for prefix in self._inline:
            at = -1
            while (at := line.find(prefix, at + 1)) >= 0:
                if at == 0 or line[at - 1].isspace():
                    ends.append(at)
                    break
        if any(line.strip().startswith(prefix) for prefix in self._comments):
            ends.append(0)
        return line[:min(ends)].strip(), min(ends) < len(line)

    def _read(self, fp, source):
        seen, current, name, option, indent = set(), None, None, None, 0
        failure = None
        if self._unnamed:
            name, current = UNNAMED_SECTION, self._sections.setdefault(UNNAMED_SECTION, self._dict())
            self._proxies.setdefault(name, SectionProxy(self, name))
        for lineno, line in enumerate(fp, 1):
            value, commented = self._without_comment(line)
            if not value:
                if self._empty_lines:
                    if not commented and current is not None and option and current[option] is not None:
                        current[option].append("")
                else:
                    indent = len(line) + 1 << 30
                continue
            begin = self.NONSPACECRE.search(line).start()
            if current is not None and option and begin > indent:
                if current[option] is None:
                    raise MultilineContinuationError(source, lineno, line)
                current[option].append(value)
                continue
            indent = begin
            m = self.SECTCRE.match(value)
            if m:
                name, option = m["header"], None
                if name == self.default_section:
                    current = self._defaults
                elif name in self._sections:
                    if self._strict and name in seen:
                        raise DuplicateSectionError(name, source, lineno)
                    current = self._sections[name]
                else:
                    current = self._sections[name] = self._dict()
                    self._proxies[name] = SectionProxy(self, name)
                seen.add(name)
                continue
            if current is None:
                raise MissingSectionHeaderError(source, lineno, line)
            m = self._optcre.match(value)
            if not m or not m["option"]:
                failure = failure or ParsingError(source)
                failure.append(lineno, line)
                continue
            option = self.optionxform(m["option"].rstrip())
            if self._strict and (name, option) in seen:
                raise DuplicateOptionError(name, option, source, lineno)
            seen.add((name, option))
            text = m["value"]
            current[option] = None if text is None else [text.strip()]
        for section, values in itertools.chain([(self.default_section, self._defaults)], self._sections.items()):
            for key, value in values.items():
                if isinstance(value, list):
                    value = "\n".join(value).rstrip()
                values[key] = self._interpolation.before_read(self, section, key, value)
        if failure:
            raise failure

    @property
    def converters(self):
        return self._converters


class ConfigParser(RawConfigParser):
    """Settings whose values may refer to others."""

    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def set(self, section, option, value=None):
        if not isinstance(option, str):
            raise TypeError("option keys must be strings")
        if (not self._allow_no_value or value) and not isinstance(value, str):
            raise TypeError("option values must be strings")
        super().set(section, option, value)

    def add_section(self, section):
        if not isinstance(section, str) and section is not UNNAMED_SECTION:
            raise TypeError("section names must be strings")
        super().add_section(section)

    def _read_defaults(self, defaults):
        kept, self._interpolation = self._interpolation, Interpolation()
        try:
            self.read_dict({self.default_section: defaults})
        finally:
            self._interpolation = kept


class SectionProxy(MutableMapping):
    """One section as a mapping."""

    def __init__(self, parser, name):
        self._parser, self._name = parser, name
        for conv in parser.converters:
            setattr(self, "get" + conv, lambda option, fallback=None, _get="get" + conv, **kw: self.get(option, fallback, _impl=getattr(parser, _get), **kw))

    def __repr__(self):
        return f"<Section: {self._name}>"

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        if (not self._parser._allow_no_value or value) and not isinstance(value, str):
            raise TypeError("option values must be strings")
        return self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if not (self._parser.has_option(self._name, key) and self._parser.remove_option(self._name, key)):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def _options(self):
        if self._name != self._parser.default_section:
            return self._parser.options(self._name)
        return list(self._parser.defaults())

    def __len__(self):
        return len(self._options())

    def __iter__(self):
        return iter(self._options())

    @property
    def parser(self):
        return self._parser

    @property
    def name(self):
        return self._name

    def get(self, option, fallback=None, *, raw=False, vars=None, _impl=None, **kwargs):
        return (_impl or self._parser.get)(self._name, option, raw=raw, vars=vars, fallback=fallback, **kwargs)


class ConverterMapping(MutableMapping):
    """The getXXX methods of a parser, by what they convert to."""

    def __init__(self, parser):
        self._parser = parser
        self._data = {"int": parser.getint, "float": parser.getfloat, "boolean": parser.getboolean}

    def __getitem__(self, key):
        return self._data[key]

    def __setitem__(self, key, value):
        parser = self._parser

        def get(section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
            return parser._converted(section, value, option, raw=raw, vars=vars, fallback=fallback, **kwargs)

        get.converter = value
        self._data[key] = get
        setattr(parser, "get" + key, get)
        for proxy in parser.values():
            setattr(proxy, "get" + key, lambda option, fallback=None, _p=proxy, **kw: _p.get(option, fallback, _impl=get, **kw))

    def __delitem__(self, key):
        del self._data[key]
        delattr(self._parser, "get" + key)

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)
