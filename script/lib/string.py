"""Character sets, templates and the formatter behind str.format."""

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits",
           "hexdigits", "octdigits", "printable", "punctuation", "whitespace", "Formatter",
           "Template"]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Capitalizes the words between separators."""
    return (" " if sep is None else sep).join([word.capitalize() for word in s.split(sep)])


class Template:
    """Fills $name and ${name}."""

    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = 2  # re.IGNORECASE

    @classmethod
    def _regex(cls):
        found = cls.__dict__.get("_compiled")
        if found is None:
            import re
            pattern = cls.__dict__.get("pattern")
            if pattern is None:
                mark = re.escape(cls.delimiter)
                braced = cls.braceidpattern or cls.idpattern
                pattern = "%s(?:(?P<escaped>%s)|(?P<named>%s)|{(?P<braced>%s)}|(?P<invalid>))" \
                    % (mark, mark, cls.idpattern, braced)
            found = re.compile(pattern, cls.flags | re.VERBOSE)
            cls._compiled = found
        return found

    def __init__(self, template):
        self.template = template

    def _bad(self, m):
        at = m.start("invalid")
        rows = self.template[:at].splitlines(keepends=True)
        if rows:
            column = at - len("".join(rows[:-1]))
            line = len(rows)
        else:
            column = line = 1
        raise ValueError("Invalid placeholder in string: line %d, col %d" % (line, column))

    def _fill(self, mapping, kws, safe):
        if mapping is None:
            mapping = kws
        elif kws:
            from collections import ChainMap
            mapping = ChainMap(kws, mapping)

        def put(m):
            name = m.group("named") or m.group("braced")
            if name is not None:
                if not safe:
                    return str(mapping[name])
                try:
                    return str(mapping[name])
                except KeyError:
                    return m.group()
            if m.group("escaped") is not None:
                return self.delimiter
            if safe:
                return m.group()
            self._bad(m)

        return self._regex().sub(put, self.template)

    def substitute(self, mapping=None, /, **kws):
        """The text; KeyError for a name without a value."""
        return self._fill(mapping, kws, False)

    def safe_substitute(self, mapping=None, /, **kws):
        """The text; what has no value stays."""
        return self._fill(mapping, kws, True)

    def is_valid(self):
        """Whether every delimiter begins a placeholder."""
        return not any(m.group("invalid") is not None
                       for m in self._regex().finditer(self.template))

    def get_identifiers(self):
        """The names, each once."""
        names = []
        for m in self._regex().finditer(self.template):
            name = m.group("named") or m.group("braced")
            if name is not None and name not in names:
                names.append(name)
        return names


class Formatter:
    """str.format with every step open to change."""

    def format(self, format_string, /, *args, **kwargs):
        """Fills the fields."""
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        """The same with arguments as tuple and dict."""
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, text, args, kwargs, used, depth, auto):
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        out = []
        for literal, name, spec, conversion in self.parse(text):
            if literal:
                out.append(literal)
            if name is None:
                continue
            first = _split_first(name)[0]
            if first == "":
                if auto is False:
                    raise ValueError("cannot switch from manual field specification to "
                                     "automatic field numbering")
                name = str(auto) + name
                auto += 1
            elif first.isdigit():
                if auto:
                    raise ValueError("cannot switch from manual field specification to "
                                     "automatic field numbering")
                auto = False
            obj, key = self.get_field(name, args, kwargs)
            used.add(key)
            obj = self.convert_field(obj, conversion)
            spec, auto = self._vformat(spec, args, kwargs, used, depth - 1, auto)
            out.append(self.format_field(obj, spec))
        return "".join(out), auto

    def get_value(self, key, args, kwargs):
        """The argument for a number or name."""
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        """Hears which arguments were used."""

    def format_field(self, value, format_spec):
        """format() of one value."""
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        """!s, !r and !a."""
        if conversion is None:
            return value
        if conversion in ("s", "r", "a"):
            return {"s": str, "r": repr, "a": ascii}[conversion](value)
        raise ValueError("Unknown conversion specifier %s" % conversion)

    def parse(self, format_string):
        """Pieces: literal text, field name, format spec, conversion."""
        return _parse(format_string)

    def get_field(self, field_name, args, kwargs):
        """The object of a dotted or indexed name, and its first part."""
        first, rest = _split_first(field_name)
        if first.isdigit():
            first = int(first)
        obj = self.get_value(first, args, kwargs)
        for is_attribute, key in rest:
            obj = getattr(obj, key) if is_attribute else obj[key]
        return obj, first


def _split_first(name):
    """The part before the first . or [, and a list of the steps after it."""
    end = 0
    while end < len(name) and name[end] not in ".[":
        end += 1
    first, steps = name[:end], []
    while end < len(name):
        if name[end] == ".":
            start = end = end + 1
            while end < len(name) and name[end] not in ".[":
                end += 1
            key = name[start:end]
            steps.append((True, key))
        elif name[end] == "[":
            close = name.find("]", end)
            if close < 0:
                raise ValueError("Missing ']' in format string")
            key = name[end + 1:close]
            steps.append((False, int(key) if key.isdigit() else key))
            end = close + 1
            if end < len(name) and name[end] not in ".[":
                raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if not key:
            raise ValueError("Empty attribute in format string")
    return first, steps


def _parse(text):
    literal = []
    at, size = 0, len(text)
    while at < size:
        c = text[at]
        if c in "{}" and text[at + 1:at + 2] == c:
            literal.append(c)
            yield "".join(literal), None, None, None
            literal = []
            at += 2
            continue
        if c == "}":
            raise ValueError("Single '}' encountered in format string")
        if c != "{":
            literal.append(c)
            at += 1
            continue
        if at + 1 >= size:
            raise ValueError("Single '{' encountered in format string")
        depth, end, bracket = 1, at + 1, False
        while end < size:
            d = text[end]
            if d == "[" and depth == 1:
                bracket = True
            elif d == "]":
                bracket = False
            elif d == "{" and not bracket:
                depth += 1
            elif d == "}" and not bracket:
                depth -= 1
                if depth == 0:
                    break
            end += 1
        if depth:
            raise ValueError("expected '}' before end of string")
        yield ("".join(literal),) + _field(text[at + 1:end])
        literal = []
        at = end + 1
    if literal:
        yield "".join(literal), None, None, None


def _field(body):
    end, bracket = 0, False
    while end < len(body):
        c = body[end]
        if c == "[":
            bracket = True
        elif c == "]":
            bracket = False
        elif c in "!:" and not bracket:
            break
        end += 1
    name, rest = body[:end], body[end:]
    conversion = None
    if rest.startswith("!"):
        if len(rest) < 2:
            raise ValueError("end of string while looking for conversion specifier")
        conversion = rest[1]
        rest = rest[2:]
        if rest and not rest.startswith(":"):
            raise ValueError("expected ':' after conversion specifier")
    return name, rest[1:], conversion
