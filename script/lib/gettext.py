"""Messages in other languages, from catalogues that the program msgfmt makes."""

import os
import re
import struct
import sys

__all__ = ["NullTranslations", "GNUTranslations", "Catalog", "bindtextdomain", "find", "translation", "install",
           "textdomain", "dgettext", "dngettext", "gettext", "ngettext", "pgettext", "dpgettext", "npgettext",
           "dnpgettext"]

_default_localedir = os.path.join(sys.base_prefix, "share", "locale")
_token = re.compile(r"\s*(?:(\d+)|(n)\b|(\|\||&&|[<>=!]=|[-+*/%<>!?:()]))")
_levels = ("||",), ("&&",), ("==", "!="), ("<", ">", "<=", ">="), ("+", "-"), ("*", "/", "%")
_words = {"||": "or", "&&": "and", "/": "//"}


class _Plural:
    """Turns C's rule for the form of a plural into Python's."""

    def __init__(self, text):
        self.tokens, at = [], 0
        text = text.rstrip()
        while at < len(text):
            found = _token.match(text, at)
            if not found:
                raise ValueError("invalid token in plural form: %s" % text[at:].split()[0])
            self.tokens.append(found[0].strip())
            at = found.end()
        self.tokens.append("")

    def next(self):
        return self.tokens.pop(0)

    def choice(self):
        test = self.binary(0)
        if self.tokens[0] != "?":
            return test
        self.next()
        yes = self.choice()
        if self.next() != ":":
            raise ValueError("unexpected end of plural form")
        return f"({yes} if {test} else {self.choice()})"

    def binary(self, level):
        if level == len(_levels):
            return self.unary()
        left = self.binary(level + 1)
        while self.tokens[0] in _levels[level]:
            op = self.next()
            left = f"({left} {_words.get(op, op)} {self.binary(level + 1)})"
        return left

    def unary(self):
        token = self.next()
        if token == "!":
            return f"(not {self.unary()})"
        if token == "(":
            inner = self.choice()
            if self.next() != ")":
                raise ValueError("unbalanced parenthesis in plural form")
            return inner
        if token == "n" or token.isdigit():
            return token
        raise ValueError("unexpected token in plural form: %s" % token if token else "unexpected end of plural form")


def c2py(plural):
    """Gives a function for C's rule."""
    if len(plural) > 1000:
        raise ValueError("plural form expression is too long")
    parser = _Plural(plural)
    rule = parser.choice()
    if parser.tokens[0]:
        raise ValueError("unexpected token in plural form: %s" % parser.tokens[0])
    compute = eval(f"lambda n: int({rule})")

    def form(n):
        try:
            return compute(n if isinstance(n, int) else round(n))
        except TypeError:
            raise TypeError(f"Plural value must be an integer, got {type(n).__name__}") from None
    return form


class NullTranslations:
    """Gives each message as it is."""

    def __init__(self, fp=None):
        self._info, self._charset = {}, None
        self._next = None  # the catalogue to ask for what is missing here
        if fp is not None:
            self._parse(fp)

    def _parse(self, fp):
        pass

    def add_fallback(self, fallback):
        """Adds a catalogue for what is missing here."""
        last = self
        while last._next is not None:
            last = last._next
        last._next = fallback

    def gettext(self, message):
        """Translates."""
        return self._next.gettext(message) if self._next else message

    def ngettext(self, msgid1, msgid2, n):
        """Translates by number."""
        if not self._next:
            return msgid1 if n == 1 else msgid2
        return self._next.ngettext(msgid1, msgid2, n)

    def pgettext(self, context, message):
        """Translates in a context."""
        return self._next.pgettext(context, message) if self._next else message

    def npgettext(self, context, msgid1, msgid2, n):
        """Translates by number in a context."""
        if not self._next:
            return msgid1 if n == 1 else msgid2
        return self._next.npgettext(context, msgid1, msgid2, n)

    def info(self):
        """The catalogue's description."""
        return self._info

    def charset(self):
        """The catalogue's encoding."""
        return self._charset

    def install(self, names=None):
        """Makes _ a builtin."""
        import builtins
        builtins._ = self.gettext
        for name in {"gettext", "ngettext", "pgettext", "npgettext"}.intersection(names or ()):
            setattr(builtins, name, getattr(self, name))


class GNUTranslations(NullTranslations):
    """A catalogue from a .mo file."""

    LE_MAGIC = 0x950412DE
    BE_MAGIC = 0xDE120495
    CONTEXT = "%s\x04%s"
    VERSIONS = (0, 1)

    def _parse(self, fp):
        name = getattr(fp, "name", "")
        self._catalog = {}
        self.plural = lambda n: int(n != 1)
        data = fp.read()
        order = "<" if struct.unpack("<I", data[:4])[0] == self.LE_MAGIC else ">"
        magic, version, count, ids, texts = struct.unpack(order + "5I", data[:20])
        if magic != self.LE_MAGIC:
            raise OSError(0, "Bad magic number", name)
        if version >> 16 not in self.VERSIONS:
            raise OSError(0, "Bad version number " + str(version >> 16), name)
        for i in range(count):
            pieces = []
            for table in ids, texts:
                size, at = struct.unpack(order + "II", data[table + 8 * i:table + 8 * i + 8])
                if at + size >= len(data):
                    raise OSError(0, "File is corrupt", name)
                pieces.append(data[at:at + size])
            self._add(*pieces)

    def _add(self, key, text):
        if not key:
            self._head(text.decode())
        encoding = self._charset or "ascii"
        if b"\0" in key:
            first = str(key.split(b"\0")[0], encoding)
            for i, form in enumerate(text.split(b"\0")):
                self._catalog[first, i] = str(form, encoding)
        else:
            self._catalog[str(key, encoding)] = str(text, encoding)

    def _head(self, text):
        last = None
        for line in text.split("\n"):
            line = line.strip()
            if not line or line.startswith("#-#-#-#-#") and line.endswith("#-#-#-#-#"):
                continue
            name, colon, value = line.partition(":")
            if not colon:
                if last:
                    self._info[last] += "\n" + line
                continue
            last, value = name.strip().lower(), value.strip()
            self._info[last] = value
            if last == "content-type":
                self._charset = value.split("charset=")[1]
            elif last == "plural-forms":
                self.plural = c2py(value.split(";")[1].split("plural=")[1])

    def gettext(self, message):
        missing = object()
        text = self._catalog.get(message, missing)
        if text is missing:
            text = self._catalog.get((message, self.plural(1)), missing)
        return super().gettext(message) if text is missing else text

    def ngettext(self, msgid1, msgid2, n):
        try:
            return self._catalog[msgid1, self.plural(n)]
        except KeyError:
            return super().ngettext(msgid1, msgid2, n)

    def pgettext(self, context, message):
        key = self.CONTEXT % (context, message)
        missing = object()
        text = self._catalog.get(key, missing)
        if text is missing:
            text = self._catalog.get((key, self.plural(1)), missing)
        return super().pgettext(context, message) if text is missing else text

    def npgettext(self, context, msgid1, msgid2, n):
        try:
            return self._catalog[self.CONTEXT % (context, msgid1), self.plural(n)]
        except KeyError:
            return super().npgettext(context, msgid1, msgid2, n)


def _expand_lang(loc):
    import locale
    loc = locale.normalize(loc) if hasattr(locale, "normalize") else loc
    loc, at, modifier = loc.partition("@")
    loc, dot, codeset = loc.partition(".")
    language, bar, territory = loc.partition("_")
    out = []
    for bits in range(8):
        name = language
        for bit, part in (4, bar + territory), (2, dot + codeset), (1, at + modifier):
            if bits & bit:
                if not part:
                    break
                name += part
        else:
            out.insert(0, name)
    return out


def find(domain, localedir=None, languages=None, all=False):
    """Finds the file of a catalogue, or all of them."""
    localedir = localedir or _default_localedir
    if languages is None:
        languages = []
        for name in "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG":
            if os.environ.get(name):
                languages = os.environ[name].split(":")
                break
        if "C" not in languages:
            languages.append("C")
    wanted = []
    for language in languages:
        wanted += [name for name in _expand_lang(language) if name not in wanted]
    found = []
    for language in wanted:
        if language == "C":
            break
        file = os.path.join(localedir, language, "LC_MESSAGES", "%s.mo" % domain)
        if os.path.exists(file):
            if not all:
                return file
            found.append(file)
    return found if all else None


_translations = {}


def translation(domain, localedir=None, languages=None, class_=None, fallback=False):
    """Reads a domain's catalogues."""
    class_ = class_ or GNUTranslations
    files = find(domain, localedir, languages, all=True)
    if not files:
        if fallback:
            return NullTranslations()
        from errno import ENOENT
        raise FileNotFoundError(ENOENT, "No translation file found for domain", domain)
    import copy
    result = None
    for file in files:
        key = class_, os.path.abspath(file)
        if key not in _translations:
            with open(file, "rb") as fp:
                _translations[key] = class_(fp)
        one = copy.copy(_translations[key])
        if result is None:
            result = one
        else:
            result.add_fallback(one)
    return result


def install(domain, localedir=None, *, names=None):
    """Makes _ a builtin that translates."""
    translation(domain, localedir, fallback=True).install(names)


_localedirs = {}
_current_domain = "messages"


def textdomain(domain=None):
    """Sets and gives the domain in use."""
    global _current_domain
    _current_domain = _current_domain if domain is None else domain
    return _current_domain


def bindtextdomain(domain, localedir=None):
    """Sets and gives the folder of a domain."""
    if localedir is None:
        return _localedirs.get(domain, _default_localedir)
    _localedirs[domain] = localedir
    return localedir


_NOTHING = NullTranslations()


def _of(domain):
    try:
        return translation(domain, _localedirs.get(domain))
    except OSError:
        return _NOTHING


def dgettext(domain, message):
    """Translates with a domain."""
    return _of(domain).gettext(message)


def dngettext(domain, msgid1, msgid2, n):
    """Translates by number with a domain."""
    return _of(domain).ngettext(msgid1, msgid2, n)


def dpgettext(domain, context, message):
    """Translates in a context with a domain."""
    return _of(domain).pgettext(context, message)


def dnpgettext(domain, context, msgid1, msgid2, n):
    """Translates by number in a context with a domain."""
    return _of(domain).npgettext(context, msgid1, msgid2, n)


def gettext(message):
    """Translates."""
    return _of(_current_domain).gettext(message)


def ngettext(msgid1, msgid2, n):
    """Translates by number."""
    return _of(_current_domain).ngettext(msgid1, msgid2, n)


def pgettext(context, message):
    """Translates in a context."""
    return _of(_current_domain).pgettext(context, message)


def npgettext(context, msgid1, msgid2, n):
    """Translates by number in a context."""
    return _of(_current_domain).npgettext(context, msgid1, msgid2, n)


Catalog = translation
