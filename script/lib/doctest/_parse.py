"""Finds the examples in a text."""

import re

from doctest._check import OPTIONFLAGS_BY_NAME

_example = re.compile(r"""
    (?P<source>
        (?:^(?P<indent>[ ]*)>>>.*)
        (?:\n[ ]*\.\.\.(?:[ ].*)?(?=\n|$))*)
    \n?
    (?P<want>(?:(?![ ]*$)(?![ ]*>>>).+$\n?)*)
    """, re.MULTILINE | re.VERBOSE)

_traceback = re.compile(r"""
    ^(?P<head>Traceback\ \((?:most\ recent\ call\ last|innermost\ last)\):)
    \s*$
    (?P<stack>.*?)
    ^(?P<message>\w+.*)
    """, re.VERBOSE | re.MULTILINE | re.DOTALL)

_option = re.compile(r"#\s*doctest:\s*([^\n'\"]*)$", re.MULTILINE)
_nothing = re.compile(r"^[ ]*(#.*)?$")


class Example:
    """One statement and what it should print."""

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith("\n") else source + "\n"
        self.want = want + "\n" if want and not want.endswith("\n") else want
        self.lineno = lineno
        self.indent = indent
        self.options = {} if options is None else options
        if exc_msg is not None and not exc_msg.endswith("\n"):
            exc_msg += "\n"
        self.exc_msg = exc_msg

    def _key(self):
        return self.source, self.want, self.lineno, self.indent, self.options, self.exc_msg

    def __eq__(self, other):
        return self._key() == other._key() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self.source, self.want, self.lineno, self.indent, self.exc_msg))


class DocTest:
    """The examples of one docstring, and the names that they run among."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        assert not isinstance(examples, str), "DocTest no longer accepts str; use DocTestParser instead"
        self.examples = examples
        self.globs = globs.copy()
        self.name = name
        self.filename = filename
        self.lineno = lineno
        self.docstring = docstring

    def __repr__(self):
        n = len(self.examples)
        examples = "no examples" if n == 0 else "1 example" if n == 1 else "%d examples" % n
        return "<%s %s from %s:%s (%s)>" % (self.__class__.__name__, self.name, self.filename, self.lineno, examples)

    def _key(self):
        return self.examples, self.docstring, self.globs, self.name, self.filename, self.lineno

    def __eq__(self, other):
        return self._key() == other._key() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self.docstring, self.name, self.filename, self.lineno))

    def __lt__(self, other):
        if not isinstance(other, DocTest):
            return NotImplemented
        none = -1
        mine, its = ((test.name, test.filename or "", none if test.lineno is None else test.lineno, id(test))
                     for test in (self, other))
        return mine < its


class DocTestParser:
    """Finds examples."""

    def parse(self, string, name="<string>"):
        """Divides a text into its examples and what is between them."""
        string = string.expandtabs()
        margin = min((len(line) - len(line.lstrip(" ")) for line in string.split("\n") if line.strip()), default=0)
        if margin:
            string = "\n".join(line[margin:] for line in string.split("\n"))
        out, at, lineno = [], 0, 0
        for found in _example.finditer(string):
            out.append(string[at:found.start()])
            lineno += string.count("\n", at, found.start())
            source, want, message, options = self._one(found, name, lineno)
            if not all(map(_nothing.match, source.split("\n"))):
                out.append(Example(source, want, message, lineno, margin + len(found["indent"]), options))
            lineno += string.count("\n", found.start(), found.end())
            at = found.end()
        out.append(string[at:])
        return out

    def get_doctest(self, string, globs, name, filename, lineno):
        """Makes a test of a text."""
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

    def get_examples(self, string, name="<string>"):
        """Gives the examples only."""
        return [piece for piece in self.parse(string, name) if isinstance(piece, Example)]

    def _one(self, found, name, lineno):
        indent = len(found["indent"])
        source = found["source"].split("\n")
        for i, line in enumerate(source):
            if len(line) >= indent + 4 and line[indent + 3] != " ":
                raise ValueError("line %r of the docstring for %s lacks blank after %s: %r"
                                 % (lineno + i + 1, name, line[indent:indent + 3], line))
        self._indented_so(source[1:], " " * indent + ".", name, lineno)
        source = "\n".join(line[indent + 4:] for line in source)
        want = found["want"].split("\n")
        if len(want) > 1 and not want[-1].strip(" "):
            del want[-1]
        self._indented_so(want, " " * indent, name, lineno + source.count("\n") + 1)
        want = "\n".join(line[indent:] for line in want)
        failed = _traceback.match(want)
        return source, want, failed["message"] if failed else None, self._options(source, name, lineno)

    def _indented_so(self, lines, prefix, name, lineno):
        for i, line in enumerate(lines):
            if line and not line.startswith(prefix):
                raise ValueError("line %r of the docstring for %s has inconsistent leading whitespace: %r"
                                 % (lineno + i + 1, name, line))

    def _options(self, source, name, lineno):
        options = {}
        for found in _option.finditer(source):
            for word in found[1].replace(",", " ").split():
                if word[0] not in "+-" or word[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError("line %r of the doctest for %s has an invalid option: %r" % (lineno + 1, name, word))
                options[OPTIONFLAGS_BY_NAME[word[1:]]] = word[0] == "+"
        if options and all(map(_nothing.match, source.split("\n"))):
            raise ValueError("line %r of the doctest for %s has an option directive on a line with no example: %r"
                             % (lineno, name, source))
        return options
